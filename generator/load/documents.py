"""A file's values together with the place of each, so that every message can point at its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Finding, Location, Severity

Scalar = str | int | float | bool | None
Value = Scalar | tuple["Value", ...] | Mapping[str, "Value"]
FieldPath = tuple[str | int, ...]
"""The way to a value: keys of mappings and positions in lists (`("purposes", 0, "retention")`)."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """One content file: where it lies, what it says and where it says it.

    `collection` is its folder under content/ (`data-uses`, `reference`, …) or `site`, `language`
    that of a translation (`cy`) and empty for the file itself, `version` the day on which an
    earlier version began to hold, empty for what holds now. `marks` holds line and column, from 1,
    of every key and list entry; `body_line` the line on which the text after the front matter
    begins, 0 where there is none. `fingerprint` is a hash of the file's text.
    """

    path: str
    collection: str
    slug: str
    values: Mapping[str, Value]
    language: str = ""
    entries: tuple[Value, ...] = ()
    marks: Mapping[FieldPath, tuple[int, int]] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    body_line: int = 0
    version: str = ""
    fingerprint: str = ""

    def locate(self, *way: str | int, below: int = 0) -> Location:
        """The place of a field, or of the nearest thing around it; `below` counts lines of its text."""
        while way and way not in self.marks:
            way = way[:-1]
        line, column = self.marks.get(way, (1, 1))
        if not below:
            return Location(self.path, line, column)
        return Location(self.path, min(line + below, max(len(self.lines), 1)), 1)

    def text_line(self, way: FieldPath, phrase: str) -> Location:
        """The line at or after a field on which `phrase` stands, or the field itself."""
        start = self.locate(*way)
        wanted = phrase.casefold()
        for number in range(start.line, len(self.lines) + 1):
            column = self.lines[number - 1].casefold().find(wanted)
            if column >= 0:
                return Location(self.path, number, column + 1)
        return start

    def excerpt(self, location: Location) -> str:
        """The source line that a location points at."""
        inside = 0 < location.line <= len(self.lines)
        return self.lines[location.line - 1] if inside else ""

    def finding(self, rule: str, location: Location, message: str, hint: str = "") -> Finding:
        """An error about this file, with its excerpt."""
        return Finding(rule, Severity.ERROR, message, location, hint, excerpt=self.excerpt(location))
