"""Short names for what a script declares for itself, so that the source can be read and the page is small."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, product
from string import ascii_letters

from generator.render.lean import LITERAL

_NAME = re.compile(r"(?<![\w$.])[A-Za-z_$][\w$]*|(?<=\.\.\.)[A-Za-z_$][\w$]*")
_EVERY_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_DECLARED = re.compile(r"\b(?:const|let) (\w+)")
_PARAMETERS = re.compile(r"\(([\w\s,]*)\) *=>|\b(\w+) *=>|(?:const|let) \[([\w\s,]*)\]|\(\[([\w\s,]*)\]")
_PROPERTY = re.compile(r"(?<!\.\.)\.(\w+)|[{,]\s*(\w+)\s*:|\{([\w\s,]*)\}")
_KEYWORDS = frozenset({"as", "do", "if", "in", "is", "of"})


def with_short_names(source: str) -> str:
    """The same script with a letter or two for every name that it declares.

    It must be one function that is called at once, so that nobody else knows its names. A name that is
    also one of a property stays as it is, wherever it stands, and so does what quotation marks hold.
    """
    parts = LITERAL.split(source)
    code = "\n".join(parts[0::2])
    declared = {name for found in _DECLARED.finditer(code) for name in found.groups()}
    for found in _PARAMETERS.finditer(code):
        declared.update(_EVERY_NAME.findall(" ".join(filter(None, found.groups()))))
    properties = {name for found in _PROPERTY.findall(code) for name in _EVERY_NAME.findall(" ".join(found))}
    within = {name for literal in parts[1::2] if literal.startswith("`") for name in _EVERY_NAME.findall(literal)}
    used = Counter(_NAME.findall(code))
    wanted = [name for name, _ in used.most_common() if name in declared - properties - within and len(name) > 1]
    free = (name for name in _short() if name not in set(_EVERY_NAME.findall(code)) | within)
    short = dict(zip(wanted, free, strict=False))
    changed = [_NAME.sub(lambda name: short.get(name[0], name[0]), part) for part in parts[0::2]]
    parts[0::2] = changed
    return "".join(parts)


def _short() -> Iterator[str]:
    pairs = ("".join(pair) for pair in product(ascii_letters, repeat=2))
    return (name for name in chain(ascii_letters, pairs) if name not in _KEYWORDS)
