"""Words that are two in one, as `librarycard`: people type them, and names are told by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from generator.render.search.shards import Group
from generator.render.search.spelling import SHORTEST
from generator.render.search.weighing import ROOM

FEW = 6
"""Pages that a pair may be on which is left out, so that few have to be looked at."""
AS_MUCH = 0.6
"""How much of what a pair counts on a page both of its words must count there."""

Halves = Mapping[str, tuple[str, str]]
"""Each pair with the two words that it is."""


def halves(pairs: Set[str], compared: Set[str], groups: Sequence[Group]) -> Halves:
    """The pairs that the script can take apart: the first word must be one that it compares others with."""
    known = {form for group in groups for form in group.forms}
    single = known - pairs
    first = single & compared
    found: dict[str, tuple[str, str]] = {}
    for pair in known & pairs:
        for end in range(SHORTEST, len(pair) + 1 - SHORTEST):
            if pair[:end] in first and pair[end:] in single:
                found[pair] = (pair[:end], pair[end:])
                break
    return found


def needed(groups: Sequence[Group], apart: Halves) -> list[Group]:
    """All words but the pairs that tell no more than their two words, which stand together nowhere else."""
    on = {form: group.postings for group in groups for form in group.forms}
    return [
        group
        for group in groups
        if len(group.postings) > FEW
        or not all(form in apart for form in group.forms)
        or not _told_by([on[word] for word in apart[group.forms[0]]], group.postings)
    ]


def _told_by(words: Sequence[Sequence[int]], pair: Sequence[int]) -> bool:
    """Whether two words are together on the pages of their pair alone, and count about as much there."""
    first, second = ({posting // ROOM: posting % ROOM for posting in postings} for postings in words)
    counted = {page: min(first[page], second[page]) for page in first.keys() & second.keys()}
    return len(counted) == len(pair) and all(
        counted.get(posting // ROOM, 0) >= AS_MUCH * (posting % ROOM) for posting in pair
    )
