"""Titles and summaries that several records of one kind share: nobody can tell them apart in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.model.record import Record

Shared = Mapping[tuple[str, str, str], tuple[str, ...]]
"""For a kind of record, a field and its words in plain letters: the slugs of all that say the same."""

FIELDS = ("title", "summary")


def shared(records: Iterable[tuple[str, str, Record]]) -> Shared:
    """What is said more than once; records come with their kind and slug."""
    found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for kind, slug, record in records:
        for field in FIELDS if record.status == "published" else ():
            found[said(kind, field, record)].append(slug)
    return {key: tuple(slugs) for key, slugs in found.items() if len(slugs) > 1}


def said(kind: str, field: str, record: Record) -> tuple[str, str, str]:
    """How what a record says in a field is found among what is shared."""
    return kind, field, bare(getattr(record, field))


def bare(words: str) -> str:
    """Words by which two texts are the same: in small letters, without what ends a sentence or an entry."""
    return " ".join(words.split()).casefold().rstrip(".;,")
