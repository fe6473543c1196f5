"""What somebody has to look at, and by which day: reviews, checks, outcomes, accepted findings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.opt_out import OptOut
from generator.model.outcome import outcome_due_on
from generator.model.page import Page
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.model.reference import Checked
from generator.model.register import Filed, Register


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do: by which day, what, on which record, whose it is and where it is written.

    `key` names it for good: it stays the same when the day or the line changes.
    """

    date: datetime.date
    what: str
    title: str
    owner: str
    path: str
    line: int
    key: str = ""

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
    if record.review_due:
        yield _due(filed, record.review_due, "review", "review_due")
    for number, accepted in enumerate(record.accepted):
        what = f"accepted finding {accepted.rule} ends"
        item = _due(filed, accepted.until, what, "accepted", number)
        above = sum(other.rule == accepted.rule for other in record.accepted[:number])
        key = f"{item.path}#accepted/{accepted.rule}" + (f"/{above + 1}" if above else "")
        yield replace(item, owner=accepted.by, key=key)
    if isinstance(record, OptOut) and record.compliance and record.compliance.next_check:
        day = record.compliance.next_check
        item = _due(filed, day, "compliance check", "compliance", "next_check")
        yield replace(item, owner=record.compliance.owner or item.owner)
    if isinstance(record, PublicBenefit):
        yield from _of_project(register, filed, record)
    if isinstance(record, Page) and record.accessibility:
        for number, barrier in enumerate(record.accessibility.barriers):
            if barrier.mended_by:
                way = ("accessibility", "barriers", number, "mended_by")
                yield _due(filed, barrier.mended_by, "barrier to be mended", *way)


def _of_project(register: Register, filed: Filed[Record], project: PublicBenefit) -> Iterator[Due]:
    latest = project.latest_evaluation
    if latest and latest.next_review and project.state not in ("concluded", "stopped", "declined"):
        number = project.evaluations.index(latest)
        day = latest.next_review
        item = _due(filed, day, "further evaluation", "evaluations", number, "next_review")
        yield replace(item, key=f"{item.path}#evaluations/{latest.id}/next_review")
    outcome = outcome_due_on(project, register.site.review.outcome_days)
    if outcome and project.outcome is None:
        yield replace(_due(filed, outcome, "outcome", "steps"), key=f"{filed.document.path}#outcome")


def _of_reference(register: Register) -> Iterator[Due]:
    for listed in register.reference.values():
        for item in listed.values():
            entry = item.entry
            if isinstance(entry, Checked) and entry.check_by:
                name = str(getattr(entry, "name", "") or getattr(entry, "label", entry.id))
                place = item.document.locate(item.position, "check_by")
                owner, key = entry.checked_by or "", f"{place.path}#{entry.id}/check_by"
                yield Due(entry.check_by, "check", name, owner, place.path, place.line, key)


def _due(filed: Filed[Record], day: datetime.date, what: str, *way: str | int) -> Due:
    place = filed.document.locate(*way)
    owner, key = filed.record.owner or "", f"{place.path}#{'/'.join(map(str, way))}"
    return Due(day, what, filed.record.title, owner, place.path, place.line, key)
