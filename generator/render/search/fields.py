"""Documents and pages → what is counted on each, with the words that people use instead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, pairwise
from typing import NamedTuple

from generator.model.synonyms import Synonyms
from generator.render.search.documents import Found
from generator.render.search.language import stems, words_and_joined, words_of
from generator.render.search.synonyms import Lexicon
from generator.render.search.text import NOTHING, PageWords, worth_finding
from generator.render.search.weighing import NAMES_BESIDE_TITLE, Weighed, counted

NAMED_INSTEAD = 0.7
"""How well a page is named by what people say instead of its own name."""


class Fields:
    """The words of every document, each by its stem. `forms` gives the words that share one."""

    def __init__(
        self, texts: Sequence[tuple[Found, PageWords]], synonyms: Synonyms, fillers: Set[str], language: str
    ) -> None:
        self._fillers = fillers
        self._texts = [(found, NOTHING if found.repeats else page) for found, page in texts]
        self._told = _told([found for found, _ in self._texts])
        shown = {word for _, page in self._texts for word in chain(page.words, page.joined)}
        self._worth = set(filter(worth_finding, shown))
        lay = {word for said, meant in synonyms.items() for text in (said, *meant) for word in words_of(text)}
        self.stems = stems(lay | self._worth | _vocabulary(self._told), language)
        self._lexicon = Lexicon(synonyms, self.stems, fillers)
        self._in_order = {word: self.stems.get(word, word) for word in shown}
        self._telling = {word: stem for word, stem in self.stems.items() if word not in fillers}
        self._counted = {word: self.stems[word] for word in self._worth - fillers}
        self.prominent: set[str] = set()

    def weighed(self) -> list[Weighed]:
        """What is counted on every document."""
        each = zip(self._texts, self._told, strict=True)
        return [self._document(found, page, told) for (found, page), told in each]

    def forms(self) -> dict[str, list[str]]:
        """The words of the site by what they share."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word, stem in sorted(self.stems.items()):
            found[stem].append(word)
        return found

    def _document(self, found: Found, page: PageWords, told: Told) -> Weighed:
        names = [*((name, 1.0) for name in told.title), *((n, NAMES_BESIDE_TITLE) for n in told.names)]
        instead = [
            (list(said), worth * part * NAMED_INSTEAD)
            for name, worth in names
            for said, part in self._said_for(name)
        ]
        words = page.words
        text, length = self._text([*words, *page.joined])
        said = self._said_on(words, text)
        text.update(self._repeated(words_of(found.body)))
        text.update(said)
        fields: dict[str, Mapping[str, int]] = {
            "title": self._counts(self._with_pairs(told.title)),
            "names": self._counts(self._with_pairs([*told.names, *(name for name, _ in instead)])),
            "summary": self._told_of(told.summary),
            "facts": self._told_of(chain.from_iterable(told.subjects)),
            "headings": self._told_of(page.headings),
        }
        named = [(*self._named(name), worth) for name, worth in (*names, *instead)]
        self.prominent.update(stem for words, _, _ in named for stem in words)
        return Weighed(counted(text, fields), named, found.prior, length)

    def _text(self, words: list[str]) -> tuple[Counter[str], int]:
        """How often each telling word stands on a page, and how many words that are worth finding it has."""
        length = sum(map(self._worth.__contains__, words))
        return Counter(filter(None, map(self._counted.get, words))), length

    def _told_of(self, words: Iterable[str]) -> Counter[str]:
        """How often each telling word is among those of a field."""
        return Counter(filter(None, map(self._telling.get, words)))

    def _said_on(self, words: list[str], counts: Mapping[str, int]) -> Counter[str]:
        """What people may say for words on a page, as often as it has those."""
        found = Counter[str]()
        in_order = list(map(self._in_order.__getitem__, words))
        for expression, number in self._lexicon.within(in_order, counts):
            for word in self._with_pairs([expression.instead]):
                found[self.stems[word]] += number
        return found

    def _said_for(self, name: Sequence[str]) -> Iterator[tuple[Sequence[str], float]]:
        """What people may say for words in a name, with the part of the name that they stand for."""
        in_order = [self.stems[word] for word in name]
        found = self._lexicon.within(in_order, Counter(in_order))
        for expression in dict.fromkeys(expression for expression, _ in found):
            yield expression.instead, len(expression.stems) / len(name)

    def _named(self, name: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The words of a name, and its pairs of words."""
        words = frozenset(self.stems[word] for word in name)
        return words, frozenset(self.stems[word] for word in self._with_pairs([name])) - words

    def _with_pairs(self, names: Iterable[Sequence[str]]) -> list[str]:
        """The words of names, and each with the next as one word, as people may write them."""
        found: list[str] = []
        for name in names:
            found += name
            for first, second in pairwise(name):
                self._pair(first, second)
                found.append(first + second)
        return found

    def _repeated(self, words: list[str]) -> Counter[str]:
        """Pairs of words that stand in a text more than once: often they are what it is about."""
        pairs = Counter(pairwise(words))
        found = Counter[str]()
        for (first, second), number in pairs.items():
            if number > 1 and not {first, second} & self._fillers and first.isalpha() and second.isalpha():
                found[self._pair(first, second)] += number
        return found

    def _pair(self, first: str, second: str) -> str:
        """The stem of two words written as one."""
        return self.stems.setdefault(first + second, first + self.stems.get(second, second))

    def _counts(self, words: Iterable[str]) -> Counter[str]:
        return Counter(map(self.stems.__getitem__, words))


class Told(NamedTuple):
    """The words that the records tell of a document, text by text."""

    title: list[list[str]]
    names: list[list[str]]
    summary: list[str]
    subjects: list[list[str]]


def _told(every: Iterable[Found]) -> list[Told]:
    """What is told of each document. Many have the same subjects."""
    known: dict[str, list[str]] = {}
    for found in every:
        for text in found.subjects:
            if text not in known:
                known[text] = list(chain(*words_and_joined(text)))
    return [
        Told(
            [words_of(found.title)],
            [words_of(name) for name in found.names],
            words_of(found.summary),
            [known[text] for text in found.subjects],
        )
        for found in every
    ]


def _vocabulary(every: Iterable[Told]) -> set[str]:
    known: set[str] = set()
    for told in every:
        known.update(told.summary, *told.title, *told.names, *told.subjects)
    return known
