"""The words that a mistyped word is compared with, the likelier ones first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from generator.render.search.shards import Group

SHORTEST = 3
RARE = 0.02
"""Words of the text that stand on fewer pages than this share of them are left out."""


def spelling(groups: Sequence[Group], prominent: Set[str], stems: Mapping[str, str], pages: int) -> bytes:
    """Words in names and common words, in three tiers; each tier in order of the alphabet."""
    tiers: tuple[list[str], ...] = ([], [], [])
    for group in groups:
        share = len(group.postings) / max(pages, 1)
        known = stems.get(group.forms[0], group.forms[0]) in prominent
        if known or (share >= RARE and len(group.postings) > 1):
            tier = 0 if share > 0.1 else 1 if known else 2
            tiers[tier].extend(word for word in group.forms if len(word) >= SHORTEST and word.isalpha())
    return "\n".join(word for tier in tiers for word in sorted(tier)).encode()
