"""Earlier versions and the history of a record: what held when, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.model.addresses import address, version_address
from generator.model.differences.difference import Difference
from generator.model.history import Kind, Step, ended
from generator.model.life_cycle import Stage
from generator.model.record import Change, Record
from generator.model.register import Filed, Register
from generator.model.version import Version


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One day on which a record changed; `before` is the address of what held until then."""

    day: date
    kind: Kind
    notes: tuple[Change, ...]
    differences: tuple[Difference, ...]
    before: str


@dataclass(frozen=True, slots=True)
class Superseded:
    """What the page of an earlier version says of itself and where it leads.

    `began` is absent where nobody knows since when it held, `ended` where nobody knows until when.
    `gone` and `lost` name what cannot be shown any more.
    """

    day: date
    began: date | None
    ended: date | None
    current: str
    before: str
    after: str
    next_line: HistoryLine | None
    gone: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionPage:
    """A version as a record of its day, and what its page says of itself."""

    filed: Filed[Any]
    register: Register
    superseded: Superseded
    history: tuple[HistoryLine, ...]


def history_lines(register: Register, filed: Filed[Record]) -> tuple[HistoryLine, ...]:
    """The history of a record, newest first."""
    return tuple(_line(step) for step in register.histories.get(filed.key, ()))


def _line(step: Step) -> HistoryLine:
    before = address_of(step.before) if step.before else ""
    return HistoryLine(step.day, step.kind, step.notes, step.differences, before)


def address_of(version: Version) -> str:
    """The address of a version's page."""
    return version_address(version.collection, version.slug, version.began)


def version_pages(register: Register, filed: Filed[Record]) -> Iterator[VersionPage]:
    """The pages of a record's earlier versions, oldest first."""
    versions = register.versions.get(filed.key, ())
    lines = history_lines(register, filed)
    for number, version in enumerate(versions):
        end = ended(filed.record, versions, number)
        page = Superseded(
            day=version.began,
            began=version.began if number or _is_dated(version) else None,
            ended=end,
            current=address(filed.document.collection, filed.slug),
            before=address_of(versions[number - 1]) if number else "",
            after=address_of(versions[number + 1]) if number + 1 < len(versions) else "",
            next_line=next((line for line in lines if line.before == address_of(version)), None),
            gone=version.gone,
            lost=version.lost,
        )
        was = Filed(version.slug, version.record, version.document, Stage.SUPERSEDED)
        then = replace(register, today=min(end or register.today, register.today))
        yield VersionPage(was, then, page, tuple(line for line in lines if line.day <= version.began))


def _is_dated(version: Version) -> bool:
    """Whether the oldest version itself says that it began on its day."""
    stated = {version.record.publish_on, *(change.date for change in version.record.changes)}
    return version.began in stated
