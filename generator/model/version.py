"""An earlier version of a record, as it was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.load.documents import Document
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of a record and the day on which it began to hold.

    `lost` names the fields that cannot be shown any more, `gone` the ids that nothing has any more.
    """

    collection: str
    slug: str
    record: Record
    document: Document
    began: date
    lost: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
