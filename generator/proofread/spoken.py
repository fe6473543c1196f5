"""The sentences of one document in a row, so that those with certain words are found at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from generator.proofread.prose import Sentence
from generator.proofread.texts import PublishedText


@dataclass(frozen=True)
class Spoken:
    """Sentences with the text that each stands in; `row` has them one behind the other, a line each.

    `starts` says where each begins in the row, and where the row ends.
    """

    sentences: tuple[tuple[PublishedText, Sentence], ...]
    row: str
    starts: tuple[int, ...]

    def with_any(self, parts: Iterable[str] | re.Pattern[str]) -> Iterator[tuple[PublishedText, Sentence]]:
        """The sentences in which one of the parts of words stands, or the pattern fits, in order."""
        if isinstance(parts, re.Pattern):
            found = {self._at(match.start()) for match in parts.finditer(self.row)}
        else:
            found = {number for part in parts for number in self._with(part)}
        return (self.sentences[number] for number in sorted(found))

    def _with(self, part: str) -> Iterator[int]:
        start = self.row.find(part)
        while start >= 0:
            number = self._at(start)
            yield number
            start = self.row.find(part, self.starts[number + 1])

    def _at(self, start: int) -> int:
        return bisect_right(self.starts, start) - 1


def spoken(texts: Iterable[PublishedText]) -> Spoken:
    """The sentences of some texts."""
    sentences = tuple((text, sentence) for text in texts for sentence in text.statements)
    lines = [f"{sentence.text}\n" for _, sentence in sentences]
    return Spoken(sentences, "".join(lines), tuple(accumulate(map(len, lines), initial=0)))
