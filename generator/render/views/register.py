"""The data dictionary: which files there are, and what every column and field of them means."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.register import Register
from generator.render.registers import projects, uses
from generator.render.registers.files import PROJECTS, SCHEMAS, USES, WHOLE
from generator.render.registers.shape import Row, name_of, rows
from generator.render.registers.whole import RECORDS, REFERENCE, every_definition


@dataclass(frozen=True, slots=True)
class File:
    """One file to take: the key of its words, its address and its schema's."""

    key: str
    url: str
    schema: str


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column of a table: its heading and the key of the words that explain it."""

    heading: str
    meaning: str


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The page of the data dictionary; `lists` are the parts of register.json by their names."""

    files: tuple[File, ...]
    uses: tuple[ColumnLine, ...]
    projects: tuple[ColumnLine, ...]
    lists: tuple[tuple[str, tuple[Row, ...]], ...]


def register_view(_: Register) -> RegisterView:
    """What there is to take; it is the same whatever the site says."""
    known = every_definition()
    named = (*RECORDS, *((f"reference.{name}", name_of(kind)) for name, kind in REFERENCE.items()))
    parts = [(part, part) if isinstance(part, str) else part for part in named]
    return RegisterView(
        files=tuple(
            File(key, url, SCHEMAS[url])
            for key, url in (("whole", WHOLE), ("uses", USES), ("projects", PROJECTS))
        ),
        uses=tuple(ColumnLine(column.heading, column.meaning) for column in uses.COLUMNS),
        projects=tuple(ColumnLine(column.heading, column.meaning) for column in projects.COLUMNS),
        lists=tuple((name, tuple(rows(part, known))) for name, part in parts),
    )
