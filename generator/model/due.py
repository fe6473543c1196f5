"""What somebody has to look at, and by which day: reviews, checks, outcomes, accepted findings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator.load import Document, FieldPath
from generator.model.opt_out import OptOut
from generator.model.outcome import outcome_due_on
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.model.reference import Checked
from generator.model.register import Filed, Register


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do: by which day, what, on which record, whose it is and where it is written."""

    date: datetime.date
    what: str
    title: str
    owner: str
    path: str
    line: int

    def late(self, today: datetime.date) -> bool:
        """Whether the day has passed."""
        return self.date < today


def due(register: Register) -> tuple[Due, ...]:
    """Everything with a day, the earliest first."""
    items = [item for filed in register.records() for item in _of_record(register, filed)]
    items += _of_reference(register)
    return tuple(sorted(items, key=lambda item: (item.date, item.path, item.line)))


def _of_record(register: Register, filed: Filed[Record]) -> Iterator[Due]:
    record = filed.record
    if record.status == "withdrawn":
        return
    owner = record.owner or ""
    if record.review_due:
        yield _due(record.review_due, "review", record.title, owner, filed.document, ("review_due",))
    for number, accepted in enumerate(record.accepted):
        way: FieldPath = ("accepted", number)
        yield _due(
            accepted.until,
            f"accepted finding {accepted.rule} ends",
            record.title,
            accepted.by,
            filed.document,
            way,
        )
    if isinstance(record, OptOut) and record.compliance and record.compliance.next_check:
        who = record.compliance.owner or owner
        way = ("compliance", "next_check")
        yield _due(record.compliance.next_check, "compliance check", record.title, who, filed.document, way)
    if isinstance(record, PublicBenefit):
        yield from _of_project(register, filed, record, owner)


def _of_project(
    register: Register, filed: Filed[Record], project: PublicBenefit, owner: str
) -> Iterator[Due]:
    latest = project.latest_evaluation
    if latest and latest.next_review and project.state not in ("concluded", "stopped", "declined"):
        way: FieldPath = ("evaluations", project.evaluations.index(latest), "next_review")
        yield _due(latest.next_review, "further evaluation", project.title, owner, filed.document, way)
    outcome = outcome_due_on(project, register.site.review.outcome_days)
    if outcome and project.outcome is None:
        yield _due(outcome, "outcome", project.title, owner, filed.document, ("steps",))


def _of_reference(register: Register) -> Iterator[Due]:
    for listed in register.reference.values():
        for item in listed.values():
            entry = item.entry
            if isinstance(entry, Checked) and entry.check_by:
                name = str(getattr(entry, "name", "") or getattr(entry, "label", entry.id))
                way: FieldPath = (item.position, "check_by")
                yield _due(entry.check_by, "check", name, entry.checked_by or "", item.document, way)


def _due(day: datetime.date, what: str, title: str, owner: str, document: Document, way: FieldPath) -> Due:
    place = document.locate(*way)
    return Due(day, what, title, owner, place.path, place.line)
