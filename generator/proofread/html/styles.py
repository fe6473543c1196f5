"""Style sheets as far as they can be judged without a browser: simple selectors and the cascade.

What holds only for a medium, a size of window or a feature is left out, and so is a selector that is
not understood: what is said of an element is certain, or is not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

Declarations = Mapping[str, str]

LARGEST = 400_000
"""Letters of a style sheet that are looked at."""

LONGEST_VALUE = 5_000
"""Letters from which on a bracket is taken for one that was never closed."""

_COMMENT = on_demand(r"/\*.*?(?:\*/|\Z)", re.S)
_SIMPLE = on_demand(
    r"(?P<tag>[a-z][\w-]*|\*)|\#(?P<id>[\w-]+)|\.(?P<class>[\w-]+)"
    r"|\[\s*(?P<attribute>[\w-]+)\s*(?:(?P<how>[~|^$*]?=)\s*[\"']?(?P<value>[^\"'\]]*)[\"']?\s*)?\]"
    r"|(?P<state>::?[\w-]+(?:\([^()]*\))?)",
    re.I,
)
_STATES = frozenset({":focus", ":focus-visible", ":focus-within", ":hover", ":active", ":visited", ":link"})
_PSEUDO = frozenset({":before", ":after", "::before", "::after"})


@dataclass(frozen=True, slots=True)
class Part:
    """One compound of a selector, and how it stands to the one before: ` `, `>`, `+` or `~`."""

    relation: str
    tag: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str, str], ...]
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StyleRule:
    """One selector with its declarations, its weight and the states that it asks for."""

    parts: tuple[Part, ...]
    declarations: Declarations
    weight: tuple[int, int, int, int]

    @property
    def states(self) -> frozenset[str]:
        return frozenset(state for part in self.parts for state in part.states)


def declarations(text: str) -> dict[str, str]:
    """The properties of a block or of a style attribute, in small letters, `!important` kept."""
    found: dict[str, str] = {}
    for piece in _pieces(text) if "(" in text else text.split(";"):
        name, colon, value = piece.partition(":")
        if colon and value.strip():
            found[name.strip().lower()] = " ".join(value.split())
    return found


def _pieces(text: str) -> Iterator[str]:
    """What stands between semicolons, those within brackets left out."""
    begun = ""
    for piece in text.split(";"):
        begun = f"{begun};{piece}" if begun else piece
        if begun.count("(") <= begun.count(")") or len(begun) > LONGEST_VALUE:
            yield begun
            begun = ""
    yield begun


def sheet(text: str, first: int = 0) -> Iterator[StyleRule]:
    """The rules of a style sheet in order, those in @-rules left out."""
    for number, (selectors, block) in enumerate(_blocks(_COMMENT.sub(" ", text[:LARGEST]))):
        stated = declarations(block)
        for selector in selectors.split(",") if "(" not in selectors else [selectors]:
            parts = _parts(selector.strip())
            if parts and stated:
                yield StyleRule(parts, stated, (*_weight(parts), first + number))


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while (start := text.find("{", at)) >= 0:
        prelude = text[at:start].rpartition(";")[2].strip()
        end = text.find("}", start)
        if prelude.startswith("@"):
            end = _matching(text, start)
            medium = prelude.lower()
            if medium in ("@media screen", "@media all", "@media screen, print"):
                yield from _blocks(text[start + 1 : end])
        elif end >= 0:
            yield prelude, text[start + 1 : end]
        if end < 0:
            return
        at = end + 1


def _matching(text: str, start: int) -> int:
    depth = 0
    for match in re.finditer(r"[{}]", text[start:]):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return start + match.start()
    return -1


def _parts(selector: str) -> tuple[Part, ...]:
    """The compounds of a selector; none where any of them is not understood."""
    pieces = re.split(r"\s*([>+~])\s*(?![^\[]*\])|\s+(?![^\[]*\])", selector)
    parts: list[Part] = []
    relation = " "
    for piece in pieces:
        if piece in (">", "+", "~"):
            relation = piece
        elif piece:
            part = _part(piece, relation)
            if part is None:
                return ()
            parts.append(part)
            relation = " "
    return tuple(parts)


def _part(compound: str, relation: str) -> Part | None:
    found = list(_SIMPLE.finditer(compound))
    states = tuple(match["state"].lower() for match in found if match["state"])
    if "".join(match[0] for match in found) != compound or not set(states) <= _STATES | _PSEUDO:
        return None
    return Part(
        relation,
        next((match["tag"].lower() for match in found if match["tag"] and match["tag"] != "*"), ""),
        tuple(match["id"] for match in found if match["id"]),
        tuple(match["class"] for match in found if match["class"]),
        tuple(
            (match["attribute"].lower(), match["how"] or "", match["value"] or "")
            for match in found
            if match["attribute"]
        ),
        states,
    )


def _weight(parts: tuple[Part, ...]) -> tuple[int, int, int]:
    ids = sum(len(part.ids) for part in parts)
    classes = sum(len(part.classes) + len(part.attributes) + len(part.states) for part in parts)
    return ids, classes, sum(bool(part.tag) for part in parts)


def matches(rule: StyleRule, element: Element) -> bool:
    """Whether the rule is meant for the element; states are taken as given."""
    return _matches(rule.parts, element)


def _matches(parts: tuple[Part, ...], element: Element) -> bool:
    if not _fits(parts[-1], element):
        return False
    before = parts[:-1]
    return not before or any(_matches(before, other) for other in _related(parts[-1].relation, element))


def _related(relation: str, element: Element) -> Iterator[Element]:
    if relation == ">":
        yield from (element.parent,) if element.parent else ()
    elif relation == " ":
        yield from element.around()
    elif element.parent:
        earlier = list(element.parent.elements)
        at = next(n for n, other in enumerate(earlier) if other is element)
        yield from earlier[max(0, at - 1) : at] if relation == "+" else earlier[:at]


def _fits(part: Part, element: Element) -> bool:
    if part.tag and part.tag != element.name:
        return False
    if part.ids and any(one != element.get("id") for one in part.ids):
        return False
    if part.classes and not set(part.classes) <= set(element.get("class").split()):
        return False
    return all(_has(element, *wanted) for wanted in part.attributes)


def _has(element: Element, name: str, how: str, value: str) -> bool:
    stated = element.attributes.get(name)
    if stated is None or not how:
        return stated is not None
    tests = {
        "=": stated == value,
        "~=": value in stated.split(),
        "^=": bool(value) and stated.startswith(value),
        "$=": bool(value) and stated.endswith(value),
        "*=": bool(value) and value in stated,
        "|=": stated == value or stated.startswith(value + "-"),
    }
    return tests[how]
