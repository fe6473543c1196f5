"""Where a record stands on a given day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from generator.config import Site
from generator.model.record import Record


class Stage(StrEnum):
    """Stages of a record's life; a page says so where the stage is not `live`.

    `superseded` is an earlier version, which is no record of its own.
    """

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    LIVE = "live"
    REVIEW_DUE = "review-due"
    OVERDUE = "overdue"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"

    @property
    def is_public(self) -> bool:
        """Whether the public sees its page."""
        return self not in (Stage.DRAFT, Stage.SCHEDULED)

    @property
    def is_current(self) -> bool:
        """Whether it holds today, and so is listed."""
        return self in (Stage.LIVE, Stage.REVIEW_DUE, Stage.OVERDUE)


def stage(record: Record, site: Site, today: date) -> Stage:
    """The stage on `today`; what people must not rely on any more comes before what is late."""
    if record.status == "draft":
        return Stage.DRAFT
    if record.publish_on and record.publish_on > today:
        return Stage.SCHEDULED
    if record.status == "withdrawn":
        return Stage.WITHDRAWN
    if record.expires_on and record.expires_on < today:
        return Stage.EXPIRED
    return _review_stage(record, site, today)


def _review_stage(record: Record, site: Site, today: date) -> Stage:
    if record.review_due is None:
        return Stage.LIVE
    if record.review_due < today:
        return Stage.OVERDUE
    soon = today + timedelta(days=site.review.warn_days)
    return Stage.REVIEW_DUE if record.review_due <= soon else Stage.LIVE
