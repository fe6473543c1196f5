"""Changes in the text of a record's file: every comment, blank line and order of fields stays."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date

from generator.load.documents import Document

AFTER = ("review_due", "reviewed", "owner", "status")
"""Fields after which a new one is put, the first that is there; each of them is one line."""

_PLAIN = re.compile(r"[A-Za-z][^:#\"'\[\]{}&*!|>%@`\n\t]*[^:#\s]")
"""A text that YAML takes as it stands."""

_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


class CannotEdit(Exception):
    """The file is written in a way that cannot be changed line by line; the message says which."""


@dataclass(frozen=True, slots=True)
class Note:
    """The note for citizens; without `what` the page says what changed from the facts themselves."""

    date: date
    why: str
    what: str = ""


class Lines:
    """The lines of a file, with the places of its fields. Edits go from the bottom to the top."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = list(document.lines)

    @property
    def text(self) -> str:
        """The whole text as it stands now."""
        return "\n".join(self.lines)

    def place(self, field: str) -> int | None:
        """The position of the line on which a field of the record begins."""
        mark = self.document.marks.get((field,))
        if mark is None:
            return None
        if mark[1] != 1:
            raise CannotEdit(f"Write `{field}` at the beginning of a line of its own.")
        return mark[0] - 1

    def set_day(self, field: str, day: date) -> None:
        """Gives a field with a date another one; the comment behind it stays."""
        at = self.place(field)
        if at is None:
            self.lines.insert(self._after(), f"{field}: {day.isoformat()}")
            return
        found = re.fullmatch(rf"""(["']?{field}["']?\s*:\s+)(["']?)[\d-]+\2(\s.*)?""", self.lines[at])
        if not found:
            raise CannotEdit(f"Write the date of `{field}` on the same line.")
        self.lines[at] = f"{found[1]}{day.isoformat()}{found[3] or ''}"

    def add_note(self, note: Note) -> None:
        """Puts a note on top of the list of changes, indented like the others."""
        at = self.place("changes")
        first = self.document.marks.get(("changes", 0))
        if at is None:
            self.lines[self._after() : self._after()] = ["changes:", *_entry(note, "  ")]
        elif first is None:
            self.lines[at : at + 1] = [re.sub(r"\[\s*\]\s*", "", self.lines[at]).rstrip()]
            self.lines[at + 1 : at + 1] = _entry(note, "  ")
        else:
            line = self.lines[first[0] - 1]
            if not line.lstrip().startswith("- ") or first[0] - 1 == at:
                raise CannotEdit("Write each entry of `changes` on lines of its own, beginning with `- `.")
            indent = line[: len(line) - len(line.lstrip())]
            self.lines[first[0] - 1 : first[0] - 1] = _entry(note, indent)

    def position(self, field: str) -> int:
        """The position of the line at which a field is, or will be."""
        place = self.place(field)
        return self._after() if place is None else place

    def _after(self) -> int:
        places = (self.place(field) for field in AFTER)
        return next(place for place in places if place is not None) + 1


def edited(document: Document, days: dict[str, date], note: Note | None) -> str:
    """The text of a record's file with other dates and with a note. Raises CannotEdit."""
    lines = Lines(document)
    fields = [*days, *(("changes",) if note else ())]
    for field in sorted(fields, key=lines.position, reverse=True):
        if field == "changes" and note:
            lines.add_note(note)
        else:
            lines.set_day(field, days[field])
    return lines.text


def _entry(note: Note, indent: str) -> list[str]:
    fields = [f"date: {note.date.isoformat()}"]
    fields += [f"what: {quoted(note.what)}"] if note.what else []
    fields += [f"why: {quoted(note.why)}"]
    return [f"{indent}{'  ' if number else '- '}{line}" for number, line in enumerate(fields)]


def quoted(text: str) -> str:
    """A text on one line as YAML can read it, in quotes where it needs them."""
    line = " ".join(text.split())
    plain = _PLAIN.fullmatch(line) and line.casefold() not in _WORDS_OF_YAML
    return line if plain else json.dumps(line, ensure_ascii=False)
