"""A file's values together with the place of each, so that every message can point at its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Finding, Location, Severity

Scalar = str | int | float | bool | None
Value = Scalar | tuple["Value", ...] | Mapping[str, "Value"]
FieldPath = tuple[str | int, ...]
"""The way to a value: keys of mappings and positions in lists (`("purposes", 0, "retention")`)."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file says and where it says it.

    `entries` are those of a reference list, which has no `values`. `marks` holds line and column,
    from 1, of every key and list entry; `body_line` the line on which the text after the front
    matter begins, 0 where there is none. `text` is the whole file.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    entries: tuple[Value, ...] = ()
    marks: Mapping[FieldPath, tuple[int, int]] = field(default_factory=dict)
    text: str = ""
    body_line: int = 0


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """One content file: where it lies, and what it says; that need not be in memory all the time.

    `collection` is its folder under content/ (`data-uses`, `reference`, …) or `site`, `language`
    that of a translation (`cy`) and empty for the file itself, `version` the day on which an
    earlier version began to hold, empty for what holds now. `fingerprint` is a hash of its text, `facts` one
    of what its fields say but for the body, which most of who read a record do not ask for.
    """

    path: str
    collection: str
    slug: str
    said: Content | Callable[[], Content] = field(default_factory=Content)
    language: str = ""
    version: str = ""
    fingerprint: str = ""
    facts: str = ""

    @property
    def content(self) -> Content:
        """What the file says, read again where it lies elsewhere."""
        return self.said if isinstance(self.said, Content) else self.said()

    @property
    def values(self) -> Mapping[str, Value]:
        return self.content.values

    @property
    def entries(self) -> tuple[Value, ...]:
        return self.content.entries

    @property
    def marks(self) -> Mapping[FieldPath, tuple[int, int]]:
        return self.content.marks

    @property
    def text(self) -> str:
        return self.content.text

    @property
    def body_line(self) -> int:
        return self.content.body_line

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file. They are cut anew each time: few are asked for, and the text is there."""
        text = self.content.text
        return tuple(text.split("\n")) if text else ()

    def locate(self, *way: str | int, below: int = 0) -> Location:
        """The place of a field, or of the nearest thing around it; `below` counts lines of its text."""
        marks = self.marks
        while way and way not in marks:
            way = way[:-1]
        line, column = marks.get(way, (1, 1))
        if not below:
            return Location(self.path, line, column)
        return Location(self.path, min(line + below, max(len(self.lines), 1)), 1)

    def text_line(self, way: FieldPath, phrase: str) -> Location:
        """The line at or after a field on which `phrase` stands, or the field itself."""
        start = self.locate(*way)
        wanted = phrase.casefold()
        for number, line in enumerate(self.lines[start.line - 1 :], start.line):
            column = line.casefold().find(wanted)
            if column >= 0:
                return Location(self.path, number, column + 1)
        return start

    def excerpt(self, location: Location) -> str:
        """The source line that a location points at."""
        lines = self.lines
        return lines[location.line - 1] if 0 < location.line <= len(lines) else ""

    def finding(self, rule: str, location: Location, message: str, hint: str = "") -> Finding:
        """An error about this file, with its excerpt."""
        return Finding(rule, Severity.ERROR, message, location, hint, excerpt=self.excerpt(location))
