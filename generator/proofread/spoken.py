"""The sentences of one document in a row, so that those with certain words are found at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce
from itertools import accumulate
from operator import or_

from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.once import once
from generator.proofread.prose import MOST_SENTENCES, Sentence
from generator.proofread.said import main_clause
from generator.proofread.texts import PublishedText, texts_in
from generator.proofread.word_parts import Parts, WordParts, all_sought, bit_of

Told = tuple[PublishedText, Sentence]
"""A sentence that states something, and the text in which it stands."""


@dataclass(frozen=True)
class Spoken:
    """Sentences in their order; `sets` has for each the bits of what is sought and may stand in it.

    `known` has the bits of all that was sought when they were looked through.
    """

    sentences: tuple[Told, ...]
    sets: tuple[int, ...]
    known: int

    def with_any(self, parts: Parts) -> Iterator[Told]:
        """The sentences in which one of the parts of words stands, in order.

        Of parts that are sought by rules, also such in which one of their words stands by itself.
        """
        bit = bit_of(parts) & self.known
        if bit:
            if not self._all_sets & bit:
                return iter(())
            return (told for told, sets in zip(self.sentences, self.sets, strict=True) if sets & bit)
        found = {number for part in parts for number in self._with(part)}
        return (self.sentences[number] for number in sorted(found))

    @cached_property
    def _all_sets(self) -> int:
        return reduce(or_, self.sets, 0)

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        """Each sentence in all its ways."""
        return tuple(" ".join(sentence.ways) for _, sentence in self.sentences)

    @cached_property
    def _row(self) -> str:
        """All sentences one behind the other, a line each."""
        return "".join(f"{told}\n" for told in self._lines)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each begins in the row, and where the row ends."""
        return tuple(accumulate((len(told) + 1 for told in self._lines), initial=0))

    def _with(self, part: str) -> Iterator[int]:
        start = self._row.find(part)
        while start >= 0:
            number = self._at(start)
            yield number
            start = self._row.find(part, self._starts[number + 1])

    def _at(self, start: int) -> int:
        return bisect_right(self._starts, start) - 1


def spoken(texts: Iterable[PublishedText]) -> Spoken:
    """The sentences of some texts."""
    finding, known = all_sought()
    sentences = tuple((text, sentence) for text in texts for sentence in text.statements)
    return Spoken(sentences, tuple(_sets_in(sentence.ways, finding) for _, sentence in sentences), known)


@lru_cache(maxsize=MOST_SENTENCES)
def _sets_in(ways: tuple[str, ...], finding: WordParts) -> int:
    return finding.sets_in(" ".join(ways))


def spoken_in(register: Register, path: str) -> Spoken:
    """The sentences in English of one document."""
    here = _spoken(register)
    if path not in here:
        here.clear()  # rules look at one document after the other
        here[path] = spoken(text for text in texts_in(register, path) if text.is_english)
    return here[path]


@once
def _spoken(register: Register) -> dict[str, Spoken]:  # noqa: ARG001 - one for each register
    """The sentences of the document that was asked for last."""
    return {}


def said_in(
    filed: Filed[Record],
    register: Register,
    words: re.Pattern[str],
    unless: re.Pattern[str] | None,
    parts: Parts,
) -> Iterator[tuple[PublishedText, re.Match[str]]]:
    """Where sentences of a document hold some words, and none that deny or narrow them."""
    for text, sentence in spoken_in(register, filed.document.path).with_any(parts):
        match = sentence.search(words)
        if match and not (unless and unless.search(main_clause(match))):
            yield text, match
