"""The words of a site in parts, so that a search fetches only those that its words are in."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby

from generator.load.memory import Memory
from generator.render.search.coding import front_coded, number, numbers
from generator.render.search.weighing import ROOM, Postings

TARGET = 2450
"""Bytes of a part before it is compressed, which makes about half."""
FEWEST = 12
"""Words of a part, so that nobody can tell from a part being fetched which of them was looked for."""
FINEST = 6
"""Letters by which words are told apart when they are shared out."""
RARITY_STEPS = 16
COARSE = 2
"""Steps by which words differ in how rare they are, which is near enough and needs fewer bytes."""


@dataclass(frozen=True, slots=True)
class Group:
    """Words that are one word in different forms, and where they stand."""

    stem: str
    forms: tuple[str, ...]
    postings: array[int]
    rarity: float

    @property
    def size(self) -> int:
        """Bytes, roughly."""
        return sum(map(len, self.forms)) + 3 * len(self.forms) + 2 * len(self.postings) + 2


@dataclass(frozen=True, slots=True)
class Shards:
    """The parts, and the letters with which the words of each begin."""

    starts: tuple[str, ...]
    bodies: tuple[bytes, ...]


def groups(
    forms: Mapping[str, Sequence[str]], postings: Postings, rarity: Mapping[str, float]
) -> list[Group]:
    """The words of a site with their pages; what stands nowhere is left out."""
    found = (
        Group(stem, tuple(words), postings[stem], rarity[stem])
        for stem, words in forms.items()
        if stem in postings
    )
    return sorted(found, key=lambda group: group.forms)


def shards(found: Sequence[Group], apart: Set[str] = frozenset(), memory: Memory | None = None) -> Shards:
    """Shares the words out, in their order; one whose forms begin differently stands in both places.

    Those in `apart` are two words in one: whoever types one means both, and they are looked for apart.
    Parts that were the same before are remembered.
    """
    starts: list[str] = []
    parts: list[list[Group]] = []
    held = 0
    for start, unit in _units(found, 3):
        size = sum(group.size for group in unit)
        if not parts or (held + size > TARGET and _words(parts[-1]) >= FEWEST):
            starts.append(start)
            parts.append([])
            held = 0
        parts[-1] += unit
        held += size
    if len(parts) > 1 and _words(parts[-1]) < FEWEST:
        starts.pop()
        few = parts.pop()
        parts[-1] += few
    _straddling(starts, parts)
    return Shards(tuple(starts), tuple(_bodies(parts, apart, memory)))


def _bodies(parts: Sequence[list[Group]], apart: Set[str], memory: Memory | None) -> list[bytes]:
    def make(number: int) -> bytes:
        return b"".join(_coded(parts[number], apart))

    if memory is None:
        return list(map(make, range(len(parts))))
    return memory.together(("shards",), [(_known_by(part, apart),) for part in parts], make)


def _known_by(part: Sequence[Group], apart: Set[str]) -> str:
    """A hash of all that is told in a part."""
    hashed = blake2b(digest_size=16)
    for group in part:
        told = f"{group.forms} {group.rarity} {apart >= set(group.forms)} {len(group.postings)}\n"
        hashed.update(told.encode())
        hashed.update(group.postings)
    return hashed.hexdigest()


def _words(part: Sequence[Group]) -> int:
    return sum(len(group.forms) for group in part)


def _units(found: Sequence[Group], letters: int) -> Iterator[tuple[str, list[Group]]]:
    """Words that begin alike, which stay together; many of them are told apart by a further letter."""
    for start, items in groupby(found, key=lambda group: group.forms[0][:letters]):
        unit = list(items)
        if letters < FINEST and sum(group.size for group in unit) > TARGET:
            yield from _units(unit, letters + 1)
        else:
            yield start, unit


def _straddling(starts: Sequence[str], parts: Sequence[list[Group]]) -> None:
    """Puts a word that has forms beyond the end of its part into the part of those forms too."""
    beyond = [
        (place, group)
        for number, part in enumerate(parts)
        for group in part
        for place in sorted({shard_of(starts, form) for form in group.forms} - {number})
    ]
    for place, group in beyond:
        parts[place].append(group)


def shard_of(starts: Sequence[str], word: str) -> int:
    """The part that a word would be in."""
    return max(bisect_right(starts, word) - 1, 0)


def _coded(part: Sequence[Group], apart: Set[str]) -> Iterator[bytes]:
    before = ""
    for group in sorted(part, key=lambda group: group.forms):
        yield number(len(group.forms))
        yield from front_coded(group.forms, before)
        before = group.forms[-1]
        rarity = _coded_rarity(group.rarity, apart >= set(group.forms))
        yield numbers((rarity, len(group.postings), *_steps(group.postings)))


def _coded_rarity(rarity: float, apart: bool) -> int:
    """How rare a word is, in sixteenths; whole ones are kept for two words in one, which are told by that."""
    if apart:
        return round(rarity) * RARITY_STEPS
    steps = COARSE * round(rarity * RARITY_STEPS / COARSE)
    return steps if steps % RARITY_STEPS else steps + COARSE // 2


def _steps(postings: Sequence[int]) -> Iterator[int]:
    """Each page as the distance from the one before, with its mark."""
    before = 0
    for posting in postings:
        yield posting - before
        before = posting - posting % ROOM
