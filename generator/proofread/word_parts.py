"""Which of many parts of words stand in a text, found by looking at each word once.

Hundreds of rules ask of thousands of texts whether some words stand in them, and mostly they do not.
So each word that a site uses is compared once with the parts that all rules ask for, and what came of it
is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

Parts = tuple[str, ...]
"""Parts of words of which one at least stands in whatever is looked for.

A blank at an end means that the word begins or ends there. What is all in capitals is looked for as it
stands, and everything else in capitals and small letters.
"""

LETTERS = 2
"""Letters at the beginning of a part by which it is found in a word."""


class WordParts:
    """Sets of parts of words, each set one bit. A part of several words stands for its longest one."""

    def __init__(self, sets: Iterable[tuple[int, Parts]]) -> None:
        """`sets` gives each set with its bit; the same bit may have several."""
        beginning: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
        for bit, parts in sets:
            for part in map(_longest, parts):
                beginning[part.lstrip()[:LETTERS]][part] |= bit
        self._beginning = {letters: tuple(parts.items()) for letters, parts in beginning.items()}
        self._words: dict[str, int] = {}

    def sets_in(self, text: str) -> int:
        """The bits of all sets of which a part may stand in a text, and of none of which none does."""
        words, found = self._words, 0
        for word in text.split():
            bits = words.get(word)
            if bits is None:
                bits = words[word] = self._sets_of(f" {word} ")
            found |= bits
        return found

    def _sets_of(self, word: str) -> int:
        lower = word.lower()
        return self._sets_of_letters(lower) | (self._sets_of_letters(word) if word != lower else 0)

    def _sets_of_letters(self, word: str) -> int:
        found = 0
        for at in range(1, len(word) - 1):
            for letters in (word[at], word[at : at + LETTERS]):
                for part, bits in self._beginning.get(letters, ()):
                    if word.startswith(part, at - 1 if part[0] == " " else at):
                        found |= bits
        return found


def _longest(part: str) -> str:
    """The longest word of a part, with a blank where it begins or ends as a word."""
    words = (part if part.isupper() else part.lower()).replace(" ", " | ").split("|")
    return max(words, key=lambda word: len(word.strip()))


_SOUGHT: dict[Parts, int] = {}


def sought(*parts: str) -> Parts:
    """Parts that a rule looks for in every document, so that they are looked for together with all others."""
    _SOUGHT.setdefault(parts, 1 << len(_SOUGHT))
    return parts


def bit_of(parts: Parts) -> int:
    """The bit of parts that are sought; none for others."""
    return _SOUGHT.get(parts, 0)


def all_sought() -> tuple[WordParts, int]:
    """What finds all that is sought by now, and the bits of all that."""
    return _finding(len(_SOUGHT)), (1 << len(_SOUGHT)) - 1


@lru_cache(maxsize=1)
def _finding(_: int) -> WordParts:
    return WordParts((bit, parts) for parts, bit in _SOUGHT.items())
