"""The registers as files of the site: JSON, tables, and a schema for each."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from generator.artefacts import Artefact, Lend
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.render.prose import Prose
from generator.render.registers import projects, table, uses, whole
from generator.render.registers.table import Column, Line
from generator.render.remembering import Remember, anew
from generator.render.words import Words

RecordT = TypeVar("RecordT", bound=Record)

WHOLE, USES, PROJECTS = "/register.json", "/register.csv", "/public-benefit/register.csv"
"""The registers."""

SCHEMAS = {
    WHOLE: "/register.schema.json",
    USES: "/register.csv.schema.json",
    PROJECTS: "/public-benefit/register.csv.schema.json",
}
"""The schema of each; of a table it describes one line."""


def register_files(
    register: Register, words: Words, prose: Prose, remember: Remember = anew, lend: Lend = b"".join
) -> Iterator[Artefact]:
    """Every register with its schema; they are large, and need not be in memory."""
    base = register.site.base_url.rstrip("/")
    yield Artefact(WHOLE, lend(whole.whole(register, words, remember)), "application/json")
    yield _json(SCHEMAS[WHOLE], whole.schema(base))

    def tabled(
        url: str, columns: tuple[Column[RecordT], ...], records: Collection[Filed[RecordT]]
    ) -> Iterator[Artefact]:
        shown = sorted(register.shown(records), key=lambda filed: filed.slug)
        lines = [Line(filed, register, words, prose) for filed in shown]
        yield Artefact(url, lend(table.table(columns, lines, remember)), "text/csv")
        yield _json(SCHEMAS[url], table.schema(columns, base + SCHEMAS[url], words))

    yield from tabled(USES, uses.COLUMNS, register.data_uses.values())
    yield from tabled(PROJECTS, projects.COLUMNS, register.public_benefit.values())


def _json(url: str, content: dict[str, Any]) -> Artefact:
    return Artefact(url, f"{whole.as_json(content)}\n".encode(), "application/json")
