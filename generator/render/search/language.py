"""Words, as search tells them apart: without accents and capitals, and which of them are one word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ALGORITHMS = {"en": "english"}
"""Languages with a Snowball algorithm; Welsh has none, so that its forms stay apart."""

ALIKE = 3
"""Letters with which two words begin before they can be forms of one."""
ENDING = 3
"""Letters in which the shorter of two forms may differ from the other."""


def words_of(text: str) -> list[str]:
    """The words of a text in their order; the parts of a word with hyphens are words of their own."""
    return words_and_joined(text)[0]


def words_and_joined(text: str) -> tuple[list[str], list[str]]:
    """The words of a text; and those with hyphens as one, because many people type `wifi` and `optout`."""
    found = _WORD.findall(plain(text))
    joined = [word.replace("-", "") for word in found if "-" in word]
    return ([part for word in found for part in word.split("-")] if joined else found), joined


def plain(text: str) -> str:
    """A text in small letters, without accents and apostrophes; the script does the same."""
    small = text.lower().replace("'", "").replace("’", "")
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small)
    return "".join(sign for sign in apart if not "\u0300" <= sign <= "\u036f")


def stems(words: Iterable[str], language: str) -> dict[str, str]:
    """Each word with the stem that it shares with its other forms.

    Only words that begin like a neighbour in the alphabet are looked at: the others have no other form here.
    """
    stem = _stemmer(language)
    found: dict[str, str] = {}
    before, stemmed = "", False
    for word in sorted(words):
        shared = _shared(before, word)
        alike = shared >= ALIKE and shared >= min(len(before), len(word)) - ENDING
        if alike and not stemmed:
            found[before] = stem(before)
        found[word] = stem(word) if alike else word
        before, stemmed = word, alike
    return found


def _shared(one: str, other: str) -> int:
    """Letters with which both begin."""
    number = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        number += 1
    return number


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    if language not in _ALGORITHMS:
        return str
    stemmer: Callable[[str], str] = snowballstemmer.stemmer(_ALGORITHMS[language]).stemWord
    return lru_cache(maxsize=65536)(stemmer)
