"""How much a word counts on a page: BM25 over weighted fields, and how much of a name the word is.

Every weight here was chosen on the queries in tests/benchmarks/search.
"""

from __future__ import annotations

import marshal
import math
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
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


NumberedCounts = Sequence[tuple[float, Sequence[int]]]
NumberedNames = Sequence[tuple[Sequence[int], Sequence[int], float]]
"""The same by the numbers of words."""


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
    def told(self) -> tuple[NumberedCounts, NumberedNames]:
        """What is counted, and what the page is called."""
        return marshal.loads(self.packed)  # type: ignore[no-any-return]


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
    rarity = [
        math.log(1 + len(pages) / number) * (LIGHT if word in light else 1.0) if number else 0.0
        for word, number in zip(words, _about(pages, average, len(words)), strict=True)
    ]
    found = [array("I") for _ in words]  # millions of numbers on a large site
    add = [items.append for items in found]
    for number, page in enumerate(pages):
        first, (counts, names) = number * ROOM, page.told
        level, named = _level(page, average), _named(names, rarity, page.length > 0)
        for count, on in counts:
            posting = first + level(count, 0.0)
            for word in on:
                add[word](posting)
            for word in named.keys() & on:
                found[word][-1] = first + level(count, named[word])
    likely = sum(page.prior > LIKELY for page in pages)
    most = min(max(FEW, likely // PART), MANY)
    return Marks(
        {word: _best(items, len(pages), most) for word, items in zip(words, found, strict=True) if items},
        dict(zip(words, rarity, strict=True)),
    )


def _about(pages: Sequence[Weighed], average: float, words: int) -> Iterator[float]:
    """How many pages are about each word: one that names it in passing is a small part of one.

    What all notices say in the same words would otherwise make common what a single notice is about.
    """
    on, most = [0.0] * words, [0.0] * words
    for page in pages:
        stretch = _stretch(page, average)
        for count, here in page.told[0]:
            part = (count / (count + stretch)) ** 2
            for word in here:
                on[word] += part
                if part > most[word]:
                    most[word] = part
    return (number / best if best else 0.0 for number, best in zip(on, most, strict=True))


def _stretch(page: Weighed, average: float) -> float:
    length = page.length / average if page.length else UNREAD
    return SATURATION * (1 - LENGTH + LENGTH * length)


def _level(page: Weighed, average: float) -> Callable[[float, float], int]:
    """How much a word counts on a page that stands there so often and is so much of one of its names."""
    stretch, prior = _stretch(page, average), page.prior

    def level(count: float, name: float) -> int:
        mark = OF_THE_TEXT * count / (count + stretch) + (1 - OF_THE_TEXT) * name
        exact = round(LEVELS * math.sqrt(mark * prior))
        return exact if exact > LOW else exact | 1

    return level


def _named(names: NumberedNames, rarity: Sequence[float], read: bool) -> dict[int, float]:
    """For each word of a page's names, how much of the best of them it is; a pair counts as a word.

    `read` says whether the text of the page is its own.
    """
    best: dict[int, float] = {}
    power = ALIKE if read else UNREAD_ALIKE
    for words, pairs, worth in names:
        whole = math.fsum([rarity[word] for word in words]) or 1.0
        for word in (*words, *pairs):
            rare = rarity[word] / whole
            part = worth * rare**power if rare < 1.0 else worth
            if part > best.get(word, 0.0):
                best[word] = part
    return best


def _best(items: array[int], pages: int, common: int) -> Sequence[int]:
    """All pages of a word, or the best where it is too common to tell pages apart."""
    most = common if len(items) > pages * COMMON else MOST if pages > LARGE else pages
    if len(items) <= most:
        return items
    best_first = sorted(items, key=LEVELS.__and__, reverse=True)  # the level is in the lowest bits
    return sorted(best_first[:most])
