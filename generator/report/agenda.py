"""What is due, as people plan it: what is late, month by month, and by whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator.model.due import Due

SOON, LATER = timedelta(days=30), timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Month:
    """What is due in one month."""

    year: int
    number: int
    items: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """What one owner has to do: how much is late, soon, later, and the next thing."""

    owner: str
    late: int
    in_30_days: int
    in_90_days: int
    after: int
    next: Due | None


def late(items: Iterable[Due], today: date) -> tuple[Due, ...]:
    """What should have been done by now, the oldest first."""
    return tuple(item for item in items if item.late(today))


def months(items: Iterable[Due], today: date) -> tuple[Month, ...]:
    """What is still to come, by month; the items come in the order of their days."""
    coming = (item for item in items if not item.late(today))
    return tuple(
        Month(*at, tuple(group))
        for at, group in groupby(coming, lambda item: (item.date.year, item.date.month))
    )


def shares(items: Iterable[Due], today: date) -> tuple[Share, ...]:
    """Each owner's share, those with late things first."""
    by_owner: dict[str, list[Due]] = {}
    for item in items:
        by_owner.setdefault(item.owner, []).append(item)
    found = (_share(owner, tuple(own), today) for owner, own in by_owner.items())
    return tuple(sorted(found, key=lambda share: (-share.late, share.owner.casefold())))


def _share(owner: str, items: tuple[Due, ...], today: date) -> Share:
    days = [item.date - today for item in items]
    zero = timedelta(0)
    return Share(
        owner=owner,
        late=sum(day < zero for day in days),
        in_30_days=sum(zero <= day <= SOON for day in days),
        in_90_days=sum(SOON < day <= LATER for day in days),
        after=sum(day > LATER for day in days),
        next=next((item for item in items if not item.late(today)), None),
    )
