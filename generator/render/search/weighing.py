"""How much a word counts on a page: BM25 over weighted fields, and how much of a name the word is.

Every weight here was chosen on the queries in tests/benchmarks/search.
"""

from __future__ import annotations

import math
import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import compress, islice
from typing import NamedTuple

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
COARSE = 1.05
"""What one average length of pages is of the next shorter one that is told from it: a sentence more or less
on one page changes nothing on others."""
FINE = 32
"""Steps by which words that are rarer are told from those that are less rare, for the same reason."""


Counts = Sequence[tuple[float, Sequence[str]]]
"""Each sum over fields, weighted, with the words that have it."""

Names = Sequence[tuple[Sequence[str], Sequence[str], float]]
"""The titles that a page goes by: the words of each, its pairs, and how well it names the page."""

Postings = Mapping[str, "array[int]"]
"""For each word its pages in order: the number of the page times ROOM, and how much the word counts there."""

Rarity = Mapping[str, float]
"""How rare each word is, in FINE steps."""

Spread = Mapping[str, tuple[float, float]]
"""How far some pages are about each word, in all and at most: a page that names one in passing is a small
part of one. What all notices say in the same words would otherwise make common what a single one is about."""


class Weighed(NamedTuple):
    """What is counted on one page.

    `prior` says how likely the page is to be meant at all, `length` how many words are on it, 0 where
    none were read.
    """

    counts: Counts
    names: Names
    prior: float
    length: int


def average_of(lengths: Sequence[int]) -> float:
    """The average length of pages, roughly."""
    average = sum(lengths) / max(len(lengths), 1) or 1
    return float(COARSE ** round(math.log(average, COARSE)))


def spread(pages: Iterable[Weighed], average: float) -> dict[str, tuple[float, float]]:
    """How far these pages are about each word."""
    on: defaultdict[str, float] = defaultdict(float)
    most: dict[str, float] = {}
    for page in pages:
        stretch = _stretch(page, average)
        for count, here in page.counts:
            part = (count / (count + stretch)) ** 2
            for word in here:
                on[word] += part
                if part > most.get(word, 0.0):
                    most[word] = part
    return {word: (number, most[word]) for word, number in on.items()}


def rarity_of(parts: Iterable[Spread], pages: int, light: Set[str] = frozenset()) -> dict[str, float]:
    """How rare every word is on so many pages; the light ones count as less rare than they are."""
    on: defaultdict[str, float] = defaultdict(float)
    most: defaultdict[str, float] = defaultdict(float)
    for part in parts:
        for word, (number, best) in part.items():
            on[word] += number
            if best > most[word]:
                most[word] = best
    log = math.log
    return {
        word: round(FINE * log(1 + pages * most[word] / number) * (LIGHT if word in light else 1.0)) / FINE
        for word, number in on.items()
    }


def postings_of(pages: Sequence[Weighed], first: int, average: float, rarity: Rarity) -> dict[str, bytes]:
    """How much every word counts on these pages, of which the first has that number."""
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, page in enumerate(pages, first):
        level, named = _level(page, average), _named(page.names, rarity, page.length > 0)
        for count, on in page.counts:
            posting = number * ROOM + level(count, 0.0)
            for word in on:
                found[word].append(posting)
            for word in named.keys() & on:
                found[word][-1] = number * ROOM + level(count, named[word])
    return {word: items.tobytes() for word, items in found.items()}


def joined(parts: Iterable[Mapping[str, bytes]], pages: int, likely: int) -> Postings:
    """The postings of all pages, of which so many are likely to be meant."""
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for part in parts:
        for word, items in part.items():
            found[word].frombytes(items)
    most = min(max(FEW, likely // PART), MANY)
    return {word: _best(items, pages, most) for word, items in found.items()}


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


def _named(names: Names, rarity: Rarity, read: bool) -> dict[str, float]:
    """For each word of a page's names, how much of the best of them it is; a pair counts as a word.

    `read` says whether the text of the page is its own.
    """
    best: dict[str, float] = {}
    power = ALIKE if read else UNREAD_ALIKE
    for words, pairs, worth in names:
        whole = math.fsum([rarity.get(word, 0.0) for word in words]) or 1.0
        for word in (*words, *pairs):
            rare = rarity.get(word, 0.0) / whole
            part = worth * rare**power if rare < 1.0 else worth
            if part > best.get(word, 0.0):
                best[word] = part
    return best


def _best(items: array[int], pages: int, common: int) -> array[int]:
    """All pages of a word, or the best where it is too common to tell pages apart."""
    most = common if len(items) > pages * COMMON else MOST if pages > LARGE else pages
    if len(items) <= most:
        return items
    lowest_bytes = items.tobytes()[_LOWEST :: items.itemsize]
    levels = lowest_bytes.translate(_LEVEL)
    lowest, room = LEVELS, most
    while (here := levels.count(lowest)) < room:
        lowest, room = lowest - 1, room - here
    last = islice(compress(items, levels.translate(_SAME[lowest])), room)
    return array("I", sorted((*compress(items, levels.translate(_ABOVE[lowest])), *last)))


_LOWEST = 0 if sys.byteorder == "little" else array("I").itemsize - 1
"""Where the lowest byte of a number stands in it, which has the level in its lowest bits."""
_BYTES = range(256)
_LEVEL = bytes(byte & LEVELS for byte in _BYTES)
_ABOVE = [bytes(byte > level for byte in _BYTES) for level in range(ROOM)]
_SAME = [bytes(byte == level for byte in _BYTES) for level in range(ROOM)]
"""For each level the bytes that stand for a higher one, and for this one."""
