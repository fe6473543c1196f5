"""The preview's index: every record by kind and status, what was found, and what is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Finding, tally
from generator.model.due import Due, due
from generator.model.life_cycle import Stage
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.render.views.common import Link, link_to
from generator.serve.changes import Changes
from generator.serve.margin import Remark, remark
from generator.serve.opening import Opening, opening
from generator.serve.preview import Preview


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its page, where to open it, who answers for it and how many findings it has."""

    link: Link
    opening: Opening
    stage: str
    owner: str
    review_due: date | None
    findings: int
    unready: int


@dataclass(frozen=True, slots=True)
class Stand:
    """The records of one kind that stand at the same stage."""

    stage: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """The records of one kind, by stage."""

    folder: str
    number: int
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class FileRemarks:
    """What was found in one file."""

    opening: Opening
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """All that the index shows."""

    today: date
    checking: bool
    counts: dict[str, int]
    kinds: tuple[Kind, ...]
    files: tuple[FileRemarks, ...]
    due: tuple[tuple[Due, Opening], ...]
    changes: Changes | None


STAGES = (
    *(Stage.DRAFT, Stage.SCHEDULED, Stage.OVERDUE, Stage.REVIEW_DUE, Stage.LIVE, Stage.EXPIRED),
    Stage.WITHDRAWN,
)
"""What wants attention first comes first."""


def index_view(preview: Preview) -> IndexView:
    """The index as things are now."""
    register = preview.pages.register if preview.pages else None
    return IndexView(
        today=preview.order.today,
        checking=preview.checking,
        counts=dict(tally(preview.found)),
        kinds=tuple(_kinds(preview, register)) if register else (),
        files=tuple(_files(preview)),
        due=tuple((d, opening(preview, d.path, d.line)) for d in due(register)) if register else (),
        changes=preview.changes,
    )


def _kinds(preview: Preview, register: Register) -> Iterator[Kind]:
    groups: dict[str, list[Filed[Record]]] = {}
    for filed in register.records():
        groups.setdefault(filed.document.collection, []).append(filed)
    found, unready = _counted(preview.found), _counted(preview.unready)
    for folder, records in groups.items():
        stands = (
            Stand(str(stage), tuple(_row(preview, filed, found, unready) for filed in _at(records, stage)))
            for stage in STAGES
        )
        yield Kind(folder, len(records), tuple(stand for stand in stands if stand.rows))


def _at(records: list[Filed[Record]], stage: Stage) -> list[Filed[Record]]:
    return sorted((f for f in records if f.stage == stage), key=lambda f: f.record.title.casefold())


def _counted(findings: tuple[Finding, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.location.path] = counts.get(finding.location.path, 0) + 1
    return counts


def _row(preview: Preview, filed: Filed[Record], found: dict[str, int], unready: dict[str, int]) -> Row:
    path = filed.document.path
    return Row(
        link=link_to(filed),
        opening=opening(preview, path),
        stage=str(filed.stage),
        owner=filed.record.owner or "",
        review_due=filed.record.review_due,
        findings=found.get(path, 0),
        unready=unready.get(path, 0),
    )


def _files(preview: Preview) -> Iterator[FileRemarks]:
    groups: dict[str, list[Remark]] = {}
    for finding in preview.found:
        groups.setdefault(finding.location.path, []).append(remark(preview, finding))
    for path, remarks in groups.items():
        yield FileRemarks(opening(preview, path), tuple(remarks))
