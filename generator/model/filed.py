"""Records and reference entries together with the file that each came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.load.documents import Document
from generator.model.life_cycle import Stage
from generator.model.record import Record
from generator.model.reference import Entry

RecordT = TypeVar("RecordT", bound=Record, covariant=True)
EntryT = TypeVar("EntryT", bound=Entry)


@dataclass(frozen=True, slots=True)
class Filed(Generic[RecordT]):
    """A record with the file it came from, its slug and the stage of its life on the day."""

    slug: str
    record: RecordT
    document: Document
    stage: Stage

    @property
    def key(self) -> str:
        """Its name among all records: the folder of content/ and the slug."""
        return f"{self.document.collection}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Listed(Generic[EntryT]):
    """A reference entry with the file and the position it came from."""

    entry: EntryT
    document: Document
    position: int
