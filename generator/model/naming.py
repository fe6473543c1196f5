"""What an editor calls a place in a record: "retention for the purpose “Fraud checks”"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Location
from generator.load import Document, FieldPath, Value

TELLING = (
    *("purpose", "records", "category", "decision", "country", "condition", "organisation", "right", "law"),
    *("benefit", "risk", "rule", "title", "name", "term", "label", "phrase", "what", "who", "said", "to"),
    *("how", "kind", "id"),
)
"""Fields by which people know an entry of a list from the others, the most telling first."""

LONGEST = 60
"""Letters of an entry's own words that are repeated in a message."""


def name_of(document: Document, way: FieldPath) -> str:
    """A place in a document in words: the field, and the entries of lists that it belongs to."""
    field = next((str(step) for step in reversed(way) if isinstance(step, str)), "")
    return " ".join(part for part in (field.replace("_", " "), whose(document, way)) if part)


def whose(document: Document, way: FieldPath) -> str:
    """The entries that a place belongs to, from the inside out: "for the purpose “Fraud checks”"."""
    named = list(_entries(document, way))
    return f"for {' of '.join(reversed(named))}" if named else ""


def _entries(document: Document, way: FieldPath) -> Iterator[str]:
    here: Value = document.entries if document.entries else document.values
    for depth, step in enumerate(way):
        here = _inside(here, step)
        if isinstance(step, int):
            around = str(way[depth - 1]) if depth else "list"
            yield _entry(here, step, around)


def _inside(value: Value, step: str | int) -> Value:
    if isinstance(value, Mapping) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _entry(value: Value, position: int, around: str) -> str:
    if isinstance(value, Mapping):
        for key in TELLING:
            words = value.get(key)
            if isinstance(words, str) and words.strip():
                return f"the {key} “{_short(words)}”"
    return f"number {position + 1} of {around.replace('_', ' ')}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def way_at(document: Document, location: Location) -> FieldPath:
    """The field that stands at a place, or the one that begins last before it."""
    before = (
        (mark, len(way), way)
        for way, mark in document.marks.items()
        if mark <= (location.line, location.column) and way
    )
    return max(before, key=lambda found: found[:2], default=((0, 0), 0, ()))[2]
