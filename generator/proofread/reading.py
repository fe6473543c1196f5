"""How hard a text is to read: the school grade of Flesch and Kincaid."""

from __future__ import annotations

import re

from generator.model.record import Record
from generator.model.register import Filed
from generator.proofread.texts import without_code

ENOUGH_WORDS = 30
"""Below this number of words a grade says nothing."""

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_END = re.compile(r"[.!?:]+(?:\s|$)|\n\s*\n")
_VOWELS = re.compile(r"[aeiouy]+")


def reading_grade(text: str) -> float | None:
    """The grade of a text, or `None` where there are too few words to tell."""
    words = _WORD.findall(text)
    if len(words) < ENOUGH_WORDS:
        return None
    sentences = sum(bool(_WORD.search(part)) for part in _END.split(text))
    syllables = sum(map(_syllables, words))
    return round(0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59, 1)


def record_grade(filed: Filed[Record]) -> float | None:
    """The grade of all that a record says in sentences."""
    return reading_grade(". ".join(_sentences(filed.record.model_dump(exclude=_UNREAD))))


_UNREAD = {"accepted", "internal", "changes", "redirect_from", "also_called", "title", "owner"}


def _sentences(value: object) -> list[str]:
    if isinstance(value, str):
        return [without_code(value).rstrip(" .")] if " " in value else []
    if isinstance(value, dict):
        return [said for item in value.values() for said in _sentences(item)]
    if isinstance(value, list | tuple):
        return [said for item in value for said in _sentences(item)]
    return []


def _syllables(word: str) -> int:
    plain = word.lower()
    silent = plain.endswith("e") and not plain.endswith(("le", "ee"))
    return max(1, len(_VOWELS.findall(plain)) - silent)
