"""What the tables are made of: columns, and cells that are one line of plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from generator.load.parts import in_parts
from generator.model.addresses import address
from generator.model.fields import DoesNotApply
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.render.prose import Prose
from generator.render.registers.shape import DRAFT, Schema
from generator.render.remembering import Remember, anew
from generator.render.sheet import sheet
from generator.render.words import Words

RecordT = TypeVar("RecordT", bound=Record)
AnswerT = TypeVar("AnswerT")
SEPARATOR = " | "
"""Between the entries of a cell that lists several."""


@dataclass(frozen=True)
class Line(Generic[RecordT]):
    """One line of a table: the record, and what its cells are written with."""

    filed: Filed[RecordT]
    register: Register
    words: Words
    prose: Prose

    @property
    def record(self) -> RecordT:
        return self.filed.record

    @property
    def page(self) -> str:
        return self.register.site.base_url.rstrip("/") + address(
            self.filed.document.collection, self.filed.slug
        )

    def organisation(self, identifier: str) -> str:
        """An organisation by its name."""
        known = self.register.organisations.get(identifier)
        return known.name if known else identifier

    def joined(self, texts: Iterable[str | None], between: str = SEPARATOR) -> str:
        """Texts as the entries of one cell, each once."""
        return between.join(dict.fromkeys(text for text in map(self.plain, texts) if text))

    def plain(self, text: str | None) -> str:
        """A text without its marks, in one line, with facts filled in."""
        return " ".join(self.prose.plain(text).split()) if text else ""

    def told(self, answer: AnswerT | DoesNotApply | None, stated: Callable[[AnswerT], str]) -> str:
        """The three states of an answer: nobody has answered is never the same as no."""
        if answer is None:
            return self.words("register.not_stated")
        if isinstance(answer, DoesNotApply):
            return self.words("register.does_not_apply", reason=self.plain(answer.does_not_apply))
        return stated(answer)


@dataclass(frozen=True)
class Column(Generic[RecordT]):
    """One column: its heading, the key of the words that explain it, what it holds and how it is filled."""

    heading: str
    meaning: str
    cell: Callable[[Line[RecordT]], str]
    kind: str = "string"

    @property
    def schema(self) -> Schema:
        """A cell as JSON Schema has it, once the line is read as text."""
        if self.kind == "date":
            return {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$"}
        return {"type": "string"}


def day(value: date | None) -> str:
    """A day as ISO 8601; an empty cell where there is none."""
    return value.isoformat() if value else ""


def table(
    columns: Sequence[Column[RecordT]], lines: Sequence[Line[RecordT]], remember: Remember = anew
) -> Iterator[bytes]:
    """The table as a CSV file, part by part."""
    yield from sheet([[column.heading for column in columns]])
    for part in in_parts(lines, lambda line: line.filed.slug):
        yield remember([line.filed for line in part], "rows", partial(_rows, columns, part))


def _rows(columns: Sequence[Column[RecordT]], lines: Iterable[Line[RecordT]]) -> bytes:
    return b"".join(sheet([column.cell(line) for column in columns] for line in lines))


def schema(columns: Sequence[Column[RecordT]], address: str, words: Words) -> Schema:
    """The JSON Schema of one line, read as an object with the headings as keys."""
    properties = {
        column.heading: {**column.schema, "description": words(column.meaning)} for column in columns
    }
    return {
        "$schema": DRAFT,
        "$id": address,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
