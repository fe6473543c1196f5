"""What has changed on the whole site: by date, and by subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.model.data_use import DataUse
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.render.views.common import Link, Tag, Tone, collection_of, link_to, topic_link
from generator.render.views.versions import HistoryLine, history_lines

_TONES: dict[str, Tone] = {"new": "good", "changed": "info", "withdrawn": "stop", "expired": "stop"}


@dataclass(frozen=True, slots=True)
class Event:
    """One record on one day: what was said and what changed. `anchor` is its place on the page."""

    day: date
    anchor: str
    link: Link
    collection: str
    summary: str
    tag: Tag
    topics: tuple[Link, ...]
    line: HistoryLine


@dataclass(frozen=True, slots=True)
class Day:
    """All that changed on one day."""

    day: date
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """All that changed within one topic, newest first; without a topic the kind of record counts."""

    heading: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Every change of every record, newest first, and the same by subject."""

    days: tuple[Day, ...]
    subjects: tuple[Subject, ...]


def changes_view(register: Register) -> ChangesView:
    """The public memory of the site."""
    every = events(register)
    days = (Day(day, tuple(found)) for day, found in groupby(every, key=lambda event: event.day))
    return ChangesView(tuple(days), tuple(_subjects(register, every)))


def events(register: Register) -> tuple[Event, ...]:
    """Every change of every record that has a page, newest first."""
    found = [event for filed in register.shown(register.records()) for event in _of(register, filed)]
    return tuple(sorted(found, key=lambda event: (-event.day.toordinal(), event.link.text, event.link.url)))


def _of(register: Register, filed: Filed[Record]) -> Iterator[Event]:
    record = filed.record
    listed = record.topics if isinstance(record, DataUse | PublicBenefit) else ()
    topics = tuple(topic_link(register, topic) for topic in listed)
    for line in history_lines(register, filed):
        if line.day > register.today:
            continue
        yield Event(
            day=line.day,
            anchor=f"{collection_of(filed)}-{filed.slug}-{line.day.isoformat()}",
            link=link_to(filed),
            collection=collection_of(filed),
            summary=record.summary,
            tag=Tag(f"changes.kind.{line.kind}", _TONES[line.kind]),
            topics=topics,
            line=line,
        )


def _subjects(register: Register, every: tuple[Event, ...]) -> Iterator[Subject]:
    for topic in register.topics.values():
        those = tuple(event for event in every if any(link.text == topic.name for link in event.topics))
        if those:
            yield Subject(topic.name, those)
    for collection in ("opt-outs", "public-benefit", "data-uses", "pages"):
        those = tuple(event for event in every if event.collection == collection and not event.topics)
        if those:
            yield Subject(f"kind.{collection}", those)
