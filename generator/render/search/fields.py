"""Documents and pages → what is counted on each, with the words that people use instead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, pairwise

from generator.model.synonyms import Synonyms
from generator.render.search.documents import Found
from generator.render.search.language import stems, words_and_joined, words_of
from generator.render.search.synonyms import Lexicon
from generator.render.search.text import NOTHING, PageWords
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
        self._told = [_told(found) for found, _ in self._texts]
        lay = {word for said, meant in synonyms.items() for text in (said, *meant) for word in words_of(text)}
        self.stems = stems(lay | _vocabulary(self._texts, self._told), language)
        self._lexicon = Lexicon(synonyms, self.stems, fillers)
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

    def _document(self, found: Found, page: PageWords, told: dict[str, list[list[str]]]) -> Weighed:
        names = [*((name, 1.0) for name in told["title"]), *((n, NAMES_BESIDE_TITLE) for n in told["names"])]
        instead = [
            (list(words), worth * part * NAMED_INSTEAD)
            for name, worth in names
            for words, part in self._lexicon.for_name(name)
        ]
        on_page = Counter[str]()
        text = self._stemmed(page.counts, self._fillers)
        for words, number in self._lexicon.on_page(page, text):
            for word in self._with_pairs([list(words)]):
                on_page[word] += number
        fields: list[tuple[str, Mapping[str, int]]] = [
            ("title", self._counts(self._with_pairs(told["title"]))),
            ("names", self._counts(self._with_pairs([*told["names"], *(name for name, _ in instead)]))),
            ("summary", self._counts(self._telling(told["summary"]))),
            ("facts", self._counts(self._telling(told["subjects"]))),
            ("headings", self._counts(self._telling([page.headings]))),
            ("text", text),
            ("text", self._repeated(words_of(found.body))),
            ("text", self._stemmed(on_page, frozenset())),
        ]
        named = [(*self._named(name), worth) for name, worth in (*names, *instead)]
        self.prominent.update(stem for words, _, _ in named for stem in words)
        return Weighed(counted(fields), named, found.prior, sum(page.counts.values()))

    def _named(self, name: list[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The words of a name, and its pairs of words."""
        words = frozenset(map(self._stem, name))
        return words, frozenset(map(self._stem, self._with_pairs([name]))) - words

    def _with_pairs(self, names: Iterable[list[str]]) -> list[str]:
        """The words of names, and each with the next as one word, as people may write them."""
        found: list[str] = []
        for name in names:
            found += name
            for first, second in pairwise(name):
                self._pair(first, second)
                found.append(first + second)
        return found

    def _telling(self, words: Iterable[str] | Iterable[list[str]]) -> Iterator[str]:
        flat = (w for word in words for w in ([word] if isinstance(word, str) else word))
        return (word for word in flat if word not in self._fillers)

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
        return self.stems.setdefault(first + second, first + self._stem(second))

    def _stem(self, word: str) -> str:
        return self.stems.get(word, word)

    def _counts(self, words: Iterable[str]) -> Counter[str]:
        return Counter(self._stem(word) for word in words)

    def _stemmed(self, counts: Mapping[str, int], without: Set[str]) -> Counter[str]:
        found = Counter[str]()
        for word, number in counts.items():
            if word not in without:
                found[self._stem(word)] += number
        return found


def _told(found: Found) -> dict[str, list[list[str]]]:
    """The words that the records tell of a document, text by text."""
    return {
        "title": [words_of(found.title)],
        "names": [words_of(name) for name in found.names],
        "summary": [words_of(found.summary)],
        "subjects": [list(chain(*words_and_joined(text))) for text in found.subjects],
    }


def _vocabulary(
    texts: Iterable[tuple[Found, PageWords]], told: Iterable[dict[str, list[list[str]]]]
) -> set[str]:
    known: set[str] = set()
    for _, page in texts:
        known.update(page.counts)
    for document in told:
        for field in document.values():
            known.update(word for text in field for word in text)
    return known
