"""How much a word counts on a page: BM25 over weighted fields, and how much of a name the word is.

Every weight here was chosen on the queries in tests/benchmarks/search.
"""

from __future__ import annotations

import marshal
import math
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

FIELDS = {"title": 9.0, "names": 7.0, "summary": 2.5, "lead": 2.5, "facts": 2.0, "headings": 1.5}
"""How often a word would have to stand in the text to count as much as once in a field."""

SATURATION = 2.0
"""Occurrences at which a word has half of its greatest effect (BM25's k1)."""
LENGTH = 0.4
"""How far the length of a page is allowed for, from 0 to 1 (BM25's b)."""
OF_THE_TEXT = 0.45
"""The part of a page's mark that comes from how often a word stands on it; the rest is for names."""
UNREAD = 4.0
"""Lengths of an average page that one is taken to have whose text is not its own: what is said there of
something is said on other pages, which are about it."""
ALIKE, UNREAD_ALIKE = 0.5, 1.0
"""The power to which the part of a name that a word is gets raised. Whoever types half the name of an
organisation hardly means it, but half the name of a notice will do."""
LIGHT = 0.2
"""What is left of the weight of a word that says whom something is about and not what."""
NAMES_BESIDE_TITLE = 0.9
LEVELS = 15
LOW = 5
"""Up to here only the odd levels are used: told exactly, what counts little would take more bytes."""
ROOM = LEVELS + 1
"""What the number of a page is multiplied by, so that how much a word counts there can be added to it."""
MOST = 96
"""Pages that a word leads to on large sites: further ones only name it in passing."""
LARGE = 1000
"""Pages from which that holds."""
FEW, MANY = 18, 30
"""Pages that a word leads to that stands on many of them: it tells few from the others. Where there are
more notices to tell apart it leads to more, up to a part of them."""
PART = 3
LIKELY = 0.9
"""How likely a page is at least to be meant that is counted for that."""
COMMON = 0.1
"""The part of the pages from which a word is common."""


Counts = Sequence[tuple[float, Sequence[str]]]
"""Each sum over fields, weighted, with the words that have it."""

Names = Sequence[tuple[Sequence[str], Sequence[str], float]]
"""The titles that a page goes by: the words of each, its pairs, and how well it names the page."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is counted on one page, in bytes: a large site has thousands of them.

    `prior` says how likely the page is to be meant at all, `length` how many words are on it, 0 where
    none were read.
    """

    packed: bytes
    prior: float
    length: int

    @property
    def counts(self) -> Sequence[tuple[float, Sequence[int]]]:
        """What is counted, by the numbers of words."""
        return marshal.loads(self.packed)[0]  # type: ignore[no-any-return]

    @property
    def names(self) -> Sequence[tuple[Sequence[int], Sequence[int], float]]:
        """What the page is called, by the numbers of words."""
        return marshal.loads(self.packed)[1]  # type: ignore[no-any-return]


class Numbers(dict[str, int]):
    """A number for each word, in the order in which they come."""

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]


class Tally:
    """What is counted on all pages; words go by their numbers. `pairs` are words that are two in one."""

    def __init__(self) -> None:
        self.pages: list[Weighed] = []
        self.numbers = Numbers()
        self.named: set[str] = set()
        self.pairs: set[str] = set()

    def add(self, counts: Counts, names: Names, prior: float, length: int) -> None:
        """Adds a page."""
        number = self.numbers.__getitem__
        by_number = (
            [(count, list(map(number, words))) for count, words in counts],
            [(list(map(number, words)), list(map(number, pairs)), worth) for words, pairs, worth in names],
        )
        self.pages.append(Weighed(marshal.dumps(by_number), prior, length))
        for words, _, _ in names:
            self.named.update(words)


Postings = Mapping[str, Sequence[int]]
"""For each word its pages in order: the number of the page times ROOM, and how much the word counts there."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The postings of all words and how rare each is."""

    postings: Postings
    rarity: Mapping[str, float]


def marks(tally: Tally, light: Set[str] = frozenset()) -> Marks:
    """How much every word counts on every page; the light ones count less, however rare they are."""
    pages, words = tally.pages, list(tally.numbers)
    average = sum(page.length for page in pages) / max(len(pages), 1) or 1
    rarity = {
        word: math.log(1 + len(pages) / number) * (LIGHT if words[word] in light else 1.0)
        for word, number in _about(pages, average).items()
    }
    found = {word: array("I") for word in rarity}  # millions of numbers on a large site
    for number, page in enumerate(pages):
        _mark(found, page, number * ROOM, rarity, average)
    likely = sum(page.prior > LIKELY for page in pages)
    most = min(max(FEW, likely // PART), MANY)
    return Marks(
        {words[word]: _best(items, len(pages), most) for word, items in found.items()},
        {words[word]: how_rare for word, how_rare in rarity.items()},
    )


def _about(pages: Sequence[Weighed], average: float) -> Mapping[int, float]:
    """How many pages are about each word: one that names it in passing is a small part of one.

    What all notices say in the same words would otherwise make common what a single notice is about.
    """
    on: defaultdict[int, float] = defaultdict(float)
    most: defaultdict[int, float] = defaultdict(float)
    for page in pages:
        stretch = _stretch(page, average)
        for count, words in page.counts:
            part = (count / (count + stretch)) ** 2
            for word in words:
                on[word] += part
                if part > most[word]:
                    most[word] = part
    return {word: number / most[word] for word, number in on.items()}


def _stretch(page: Weighed, average: float) -> float:
    length = page.length / average if page.length else UNREAD
    return SATURATION * (1 - LENGTH + LENGTH * length)


def _mark(
    found: Mapping[int, array[int]], page: Weighed, first: int, rarity: Mapping[int, float], average: float
) -> None:
    """Adds how much each word counts on a page; those in none of its names differ only in how often."""
    stretch = _stretch(page, average)

    def level(count: float, name: float) -> int:
        mark = OF_THE_TEXT * count / (count + stretch) + (1 - OF_THE_TEXT) * name
        exact = round(LEVELS * math.sqrt(mark * page.prior))
        return exact if exact > LOW else exact | 1

    named = _named(page, rarity)
    for count, words in page.counts:
        posting = first + level(count, 0.0)
        for word in words:
            found[word].append(posting)
        for word in named.keys() & words:
            found[word][-1] = first + level(count, named[word])


def _named(page: Weighed, rarity: Mapping[int, float]) -> dict[int, float]:
    """For each word of the page's names, how much of the best of them it is; a pair counts as a word."""
    best: dict[int, float] = {}
    power = ALIKE if page.length else UNREAD_ALIKE
    for words, pairs, worth in page.names:
        whole = math.fsum(rarity.get(word, 0.0) for word in words) or 1.0
        for word in (*words, *pairs):
            part = worth * min(1.0, rarity.get(word, 0.0) / whole) ** power
            best[word] = max(best.get(word, 0.0), part)
    return best


def _best(items: array[int], pages: int, common: int) -> Sequence[int]:
    """All pages of a word, or the best where it is too common to tell pages apart."""
    most = common if len(items) > pages * COMMON else MOST if pages > LARGE else pages
    if len(items) <= most:
        return items
    best_first = sorted(items, key=LEVELS.__and__, reverse=True)  # the level is in the lowest bits
    return sorted(best_first[:most])
