"""Short names for what a script declares for itself, so that the source can be read and the page is small."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, product
from string import ascii_letters

from generator.render.lean import LITERAL

_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_VARIABLE = re.compile(rf"(?<![\w$.]){_NAME.pattern}|(?<=\.\.\.){_NAME.pattern}")
"""A name that is not one of a property."""
_DECLARED = re.compile(
    r"\b(?:const|let) (\w+(?:, ?\w+)*)"  # const name = …, let one, other
    r"|\(([\w\s,.]*)\) *=>|\b(\w+) *=>"  # (one, other) => …, one => …
    r"|(?:const|let) ?\[([\w\s,]*)\]|\(\[([\w\s,]*)\]"  # const [one, other] = …, ([one, other]) => …
)
_PROPERTY = re.compile(r"(?<!\.\.)\.(\w+)|[{,]\s*(\w+)\s*:|\{([\w\s,]*)\}")
_KEYWORDS = frozenset({"as", "do", "if", "in", "is", "of"})


@lru_cache(maxsize=32)
def with_short_names(script: str) -> str:
    """The same script with a letter or two for every name that it declares.

    It must be one function that is called at once, so that nobody else knows its names. A name that is
    also one of a property stays as it is, wherever it stands, and so does what quotation marks hold.
    """
    parts = LITERAL.split(script)
    code = "\n".join(parts[0::2])
    templates = " ".join(literal for literal in parts[1::2] if literal.startswith("`"))
    taken = _names(_PROPERTY, code) | set(_NAME.findall(templates))
    wanted = _names(_DECLARED, code) - taken
    often = (name for name, _ in Counter(_VARIABLE.findall(code)).most_common())
    free = (name for name in _short() if name not in taken | set(_NAME.findall(code)))
    short = dict(zip((name for name in often if name in wanted and len(name) > 1), free, strict=False))
    parts[0::2] = (_VARIABLE.sub(lambda name: short.get(name[0], name[0]), part) for part in parts[0::2])
    return "".join(parts)


def _names(pattern: re.Pattern[str], code: str) -> set[str]:
    """The names in all that a pattern finds."""
    return {
        name
        for found in pattern.finditer(code)
        for name in _NAME.findall(" ".join(filter(None, found.groups())))
    }


def _short() -> Iterator[str]:
    pairs = ("".join(pair) for pair in product(ascii_letters, repeat=2))
    return (name for name in chain(ascii_letters, pairs) if name not in _KEYWORDS)
