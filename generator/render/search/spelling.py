"""The words that a mistyped word is compared with, by first letters, which are hardly ever wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from generator.render.search.shards import Group, Shards

SHORTEST = 3
RARE = 0.02
"""Words of the text that stand on fewer pages than this share of them are left out."""
TARGET = 2400
"""Bytes of a part before it is compressed; a letter is never divided."""


def spelling(groups: Sequence[Group], named: Set[str], pages: int) -> Shards:
    """Words in names and common words; in each part the likelier ones come first, and then the alphabet."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for group in groups:
        share = len(group.postings) / max(pages, 1)
        known = group.stem in named
        if known or (share >= RARE and len(group.postings) > 1):
            tier = 0 if share > 0.1 else 1 if known else 2
            for word in group.forms:
                if len(word) >= SHORTEST and word.isalpha():
                    found[word[0]].append((tier, word))
    starts: list[str] = []
    parts: list[list[tuple[int, str]]] = []
    for letter, words in sorted(found.items()):
        if not parts or sum(len(word) + 1 for _, word in (*parts[-1], *words)) > TARGET:
            starts.append(letter)
            parts.append([])
        parts[-1] += words
    bodies = ("\n".join(word for _, word in sorted(part)).encode() for part in parts)
    return Shards(tuple(starts), tuple(bodies))
