"""What an editor calls a place in a record: "retention for the purpose “Fraud checks”"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.diagnostics import Finding
from generator.load.documents import Document, FieldPath, Value

TELLING = (
    *("purpose", "records", "category", "decision", "country", "condition", "organisation", "right", "law"),
    *("benefit", "risk", "rule", "title", "name", "term", "label", "phrase", "what", "who", "said", "to"),
    *("id", "how", "kind"),
)
"""Fields by which people know an entry of a list from the others, the most telling first."""

LONGEST = 60
"""Letters of an entry's own words that are repeated in a message."""


def name_of(document: Document, way: FieldPath) -> str:
    """A place in a document in words: the field, and the entries of lists that it belongs to."""
    field = next((str(step) for step in reversed(way) if isinstance(step, str)), "").replace("_", " ")
    around = whose(document, way[:-1] if is_plain_entry(document, way) else way)
    if around.startswith(f"for the {field} “"):
        return around.removeprefix("for ")  # the field by which the entry is known
    return " ".join(part for part in (field, around) if part)


def is_plain_entry(document: Document, way: FieldPath) -> bool:
    """Whether a place is an entry of a list that is no more than a word or a text."""
    here: Value = document.entries if document.entries else document.values
    for step in way:
        here = _inside(here, step)
    return bool(way) and isinstance(way[-1], int) and not isinstance(here, Mapping)


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


def way_of(document: Document, finding: Finding) -> FieldPath:
    """The field that a finding is about, found by its place; one that is to be added, by its name.

    An entry and the first field in it begin at the same place: it is the entry that is meant,
    unless the finding names the field.
    """
    here = _at(document, finding)
    around = next(iter(here), ())
    added = to_add(document, finding)
    if added:
        return (*around, added)
    said = f"{finding.rule} {finding.message}"
    named = (way for way in reversed(here) if way and isinstance(way[-1], str) and way[-1] in said)
    return next(named, around)


_ADDED = re.compile(r"Add `(\w+)")
"""How the advice begins where a field is missing."""


def to_add(document: Document, finding: Finding) -> str:
    """The field that is missing; empty where a finding is about something that is there."""
    added = _ADDED.match(finding.hint)
    here = _at(document, finding)
    place = (finding.location.line, finding.location.column)
    return added[1] if added and here and document.marks[here[0]] == place else ""


def line_for(document: Document, finding: Finding) -> int:
    """The line to go to: where a missing field waits in a comment, as in a new record, it is that."""
    name = to_add(document, finding)
    waiting = f"# {name}:"
    is_of_record = bool(name) and way_of(document, finding) == (name,)
    lines = enumerate(document.lines, 1) if is_of_record else ()
    return next((n for n, line in lines if line.startswith(waiting)), finding.location.line)


def _at(document: Document, finding: Finding) -> list[FieldPath]:
    """The fields that begin nearest before a finding, the outermost first."""
    place = (finding.location.line, finding.location.column)
    nearest = max((mark for mark in document.marks.values() if mark <= place), default=None)
    return sorted((way for way, mark in document.marks.items() if mark == nearest), key=len)
