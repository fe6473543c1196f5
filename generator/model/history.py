"""The history of a record: on which days it changed, what was said about it, and what changed in fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.model.differences.compare import differences, facts
from generator.model.differences.difference import Difference
from generator.model.life_cycle import Stage
from generator.model.record import Change, Record
from generator.model.version import Version

Kind = Literal["new", "changed", "withdrawn", "expired"]


@dataclass(frozen=True, slots=True)
class Step:
    """One day on which a record changed.

    `notes` are what citizens are told, `before` the version that held until then, where it is
    kept, and `differences` what has changed since that version.
    """

    day: date
    kind: Kind
    notes: tuple[Change, ...] = ()
    before: Version | None = None
    differences: tuple[Difference, ...] = ()


def history(record: Record, stage: Stage, versions: Sequence[Version]) -> tuple[Step, ...]:
    """The days on which a record changed, newest first."""
    turns = _turns(record, versions)
    notes: dict[date, list[Change]] = {}
    for change in record.changes:
        notes.setdefault(change.date, []).append(change)
    days = {*turns, *notes, *_marked_days(record, stage, versions)}
    kinds = _marked_days(record, stage, versions)
    if stage is Stage.WITHDRAWN and days and "withdrawn" not in kinds.values():
        kinds[max(days)] = "withdrawn"
    return tuple(
        Step(day, kinds.get(day, "changed"), tuple(notes.get(day, ())), *turns.get(day, (None, ())))
        for day in sorted(days, reverse=True)
    )


def ended(record: Record, versions: Sequence[Version], number: int) -> date | None:
    """The day on which a version was superseded, where anything says so."""
    if number + 1 < len(versions):
        return versions[number + 1].began
    began = versions[number].began
    later = [change.date for change in record.changes if change.date > began]
    if later:
        return min(later)
    return record.reviewed if record.reviewed and record.reviewed > began else None


def began(record: Record, versions: Sequence[Version]) -> date | None:
    """The day from which a record says what it says now, as far as it is known.

    That is the day of its last change; of one that never changed, the day it was published on, or
    else the day it was last checked.
    """
    newest = max((change.date for change in record.changes), default=None)
    if versions and (newest is None or newest <= versions[-1].began):
        newest = ended(record, versions, len(versions) - 1)
    return newest or record.publish_on or record.reviewed


def _turns(record: Record, versions: Sequence[Version]) -> dict[date, tuple[Version, tuple[Difference, ...]]]:
    """For each day on which one version took the place of another: the older one, and what changed."""
    found: dict[date, tuple[Version, tuple[Difference, ...]]] = {}
    for number, version in enumerate(versions):
        following = versions[number + 1] if number + 1 < len(versions) else None
        day = following.began if following else began(record, versions)
        if day:
            found[day] = (
                version,
                facts(differences(version.record, following.record if following else record)),
            )
    return found


def _marked_days(record: Record, stage: Stage, versions: Sequence[Version]) -> dict[date, Kind]:
    """Days on which a record came, or ended by itself."""
    days: dict[date, Kind] = {}
    first = versions[0].record if versions else record
    if first.publish_on:
        days[first.publish_on] = "new"
    if stage is Stage.EXPIRED and record.expires_on:
        days[record.expires_on + timedelta(days=1)] = "expired"
    if stage is Stage.WITHDRAWN and not record.changes and not versions and record.reviewed:
        days[record.reviewed] = "withdrawn"
    return days
