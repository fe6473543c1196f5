"""Texts compared sentence by sentence, and whether one is only a correction of the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.model.differences.difference import Passage

SHORT = 110
"""Letters up to which two texts stand in one sentence, side by side."""

_END = re.compile(r"(?<=[.!?])[\"”’)\]*_]*\s+(?=[\"“‘(\[*_]*[A-Z0-9])")
_LEAD = re.compile(r"^\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|>\s*)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT = frozenset({"no", "not", "never", "none", "nobody", "without", "cannot", "only", "unless", "except"})
_SAME_WORD = 0.75
"""Likeness from which two words are one, spelt differently."""


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a Markdown text, without signs of headings and lists."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+#>|]|\d+[.)])\s?)", text):
        plain = " ".join(_LEAD.sub("", block).split())
        if plain:
            yield from (part.strip() for part in _END.split(plain))


def passages(old: str, new: str) -> tuple[Passage, ...]:
    """The sentences that were taken out and those that came in, in the order of the text.

    A sentence that only stands in another place now says what it said.
    """
    before, after = sentences(old), sentences(new)
    found: list[Passage] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            found += (Passage("removed", text) for text in before[a:b])
            found += (Passage("added", text) for text in after[c:d])
    return tuple(_without_moved(found))


def _without_moved(found: list[Passage]) -> Iterator[Passage]:
    texts = {kind: Counter(p.text for p in found if p.kind == kind) for kind in ("removed", "added")}
    moved = texts["removed"] & texts["added"]
    left = {kind: count - moved for kind, count in texts.items()}
    for passage in found:
        if left[passage.kind][passage.text] > 0:
            left[passage.kind][passage.text] -= 1
            yield passage


def are_short(old: str, new: str) -> bool:
    """Whether two texts can stand side by side in one sentence."""
    return all(len(text) <= SHORT and len(sentences(text)) == 1 for text in (old, new))


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, word by word."""
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


def is_correction(old: str, new: str) -> bool:
    """Whether two texts differ in spelling, capitals or punctuation alone: no number, no "not"."""
    before, after = _words(old), _words(new)
    return len(before) == len(after) and all(map(_same_word, before, after))


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if {one, other} & _NOT or any(sign.isdigit() for sign in one + other):
        return False
    long_enough = min(len(one), len(other)) >= 4
    return long_enough and one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= _SAME_WORD


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
