"""Short names for what a script declares for itself, so that the source can be read and the page is small."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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
    r"|(?:const|let) ?\[([\w\s,]*)\]"  # const [one, other] = …
    r"|\(\[([\w\s,]*)\](?:,([\w\s,]*)\))?"  # ([one, other]) => …, ([one, other], third) => …
)
_PROPERTY = re.compile(r"(?<!\.\.)\.(\w+)|[{,]\s*(\w+)\s*:|\{([\w\s,]*)\}")
_INSIDE = 2
"""Brackets that are open between the statements of `(() => { … })()`."""
_KEYWORDS = frozenset({"as", "do", "if", "in", "is", "of"})


_DECLARATION = re.compile(r"(?:\(\(\)=>\{)?(?:const|let) (\w+(?:,\w+)*)(?=[=;])")
"""The beginning of a statement that declares names for all that follow."""
_PIECE = re.compile(r";?\bconst |;|[^;\n()\[\]{}]+?(?=\bconst |[;\n()\[\]{}])|[\n()\[\]{}]|[^;\n()\[\]{}]+")
"""A bracket, the beginning of a declaration, the end of a statement, or what stands between them."""


@lru_cache(maxsize=32)
def with_short_names(script: str) -> str:
    """The same script with a letter or two for every name that it declares.

    It must be one function that is called at once, so that nobody else knows its names. A name that is
    also one of a property stays as it is, wherever it stands, and so does what quotation marks hold.
    Names that only one statement of that function knows may be the same as those of another.
    """
    statements = list(_statements(LITERAL.split(script)))
    code = "\n".join(chain.from_iterable(parts[0::2] for parts in statements))
    literals = chain.from_iterable(parts[1::2] for parts in statements)
    templates = " ".join(literal for literal in literals if literal.startswith("`"))
    taken = _names(_PROPERTY, code) | set(_NAME.findall(templates))
    known = Counter(_VARIABLE.findall(code))
    common = {name for parts in statements for name in _names(_DECLARATION, parts[0])} - taken
    used = taken | (known.keys() - _names(_DECLARED, code))
    free = [name for name in _short(code) if name not in used]
    shared = _shortened(common, known, free)
    for parts in statements:
        own = "\n".join(parts[0::2])
        often = Counter(_VARIABLE.findall(own))
        seen = {shared[name] for name in common & often.keys()}
        local = _names(_DECLARED, own) - taken - common
        short = shared | _shortened(local, often, (name for name in free if name not in seen))
        parts[0::2] = [_renamed(part, short) for part in parts[0::2]]
    return _joined("".join(chain.from_iterable(statements)))


def _renamed(code: str, short: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda name: short.get(name[0], name[0]), code)


def _statements(parts: Sequence[str]) -> Iterator[list[str]]:
    """The statements of the one function, each as code and literals in turn."""
    found, depth = [""], 0
    for number, part in enumerate(parts):
        if number % 2:
            found += (part, "")
            continue
        for sign in part:
            depth += (sign in "([{") - (sign in ")]}")
            found[-1] += sign
            if sign == ";" and depth == _INSIDE:
                yield found
                found = [""]
    yield found


def _joined(script: str) -> str:
    """The same script, in which constants that are declared one after the other are one declaration."""
    parts = LITERAL.split(script)
    constant = [False]
    """For each bracket that is open, and outside them, whether the statement is a declaration."""
    for number in range(0, len(parts), 2):
        found = ""
        for piece in _PIECE.findall(parts[number]):
            if piece == ";const " and constant[-1]:
                found += ","
                continue
            found += piece
            if piece in "([{":
                constant.append(False)
            elif piece in ")]}":
                constant.pop()
            elif piece in ("const ", ";const ", ";", "\n"):
                constant[-1] = "const" in piece
        parts[number] = found
    return "".join(parts)


def _shortened(names: Set[str], often: Mapping[str, int], free: Iterable[str]) -> dict[str, str]:
    """A short name for each; the most frequent gets the first that is free."""
    return dict(zip(sorted(names, key=lambda name: (-often[name], name)), free, strict=False))


def _names(pattern: re.Pattern[str], code: str) -> set[str]:
    """The names in all that a pattern finds."""
    return {
        name
        for found in pattern.finditer(code)
        for name in _NAME.findall(" ".join(filter(None, found.groups())))
    }


def _short(code: str) -> Iterator[str]:
    """Short names; those of letters that are frequent anyway come first, which compresses better."""
    often = Counter(sign for sign in code if sign in ascii_letters)
    letters = sorted(ascii_letters, key=lambda letter: (-often[letter], letter))
    pairs = ("".join(pair) for pair in product(letters, repeat=2))
    return (name for name in chain(letters, pairs) if name not in _KEYWORDS)
