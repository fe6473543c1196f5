"""A register that notes what is read of it, so that what was made of it can be kept while that is the same.

What a rule or a page depends on is not declared anywhere: it is what it has read. Everything that a
register holds belongs to a part, and each part has a fingerprint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property, partial
from typing import Any, TypeVar

from generator.model.data_use import DataUse
from generator.model.prints import Prints, prints_of, told
from generator.model.record import RECORDS
from generator.model.reference import LISTS
from generator.model.register import Filed, Index, Register

Made = TypeVar("Made")

PARTS: Mapping[str, tuple[str, ...]] = {
    "site": ("site",),
    "site_document": ("site",),
    "today": ("today",),
    "drafts": ("drafts",),
    "missing": ("missing",),
    "unreadable": ("unreadable",),
    "synonyms": ("synonyms",),
    "versions": ("versions",),
    "reference": tuple(LISTS),
    "data_uses": ("data-uses",),
    "opt_outs": ("opt-outs",),
    "public_benefit": ("public-benefit",),
    "pages": ("pages",),
    "uses": ("data-uses", "drafts"),
    "histories": (*RECORDS, "versions", "drafts"),
    "organisations": ("organisations",),
    "contacts": ("contacts",),
    "facts": ("facts",),
    "categories": ("data-categories",),
    "topics": ("topics",),
    "services": ("services",),
    "laws": ("laws",),
    "rights": ("rights",),
    "glossary": ("glossary",),
    "phrases": ("phrases",),
    "addresses": ("addresses",),
    "titles": ("titles",),
    "grounds": ("grounds",),
    "shared": ("shared",),
}
"""What each value of a register is made of: a list, a folder of records, or what little of these it says."""

INDEXES = (
    "uses_by_topic",
    "uses_by_category",
    "uses_by_recipient",
    "uses_by_source",
    "uses_by_project",
    "uses_by_purpose",
    "uses_by_reach",
)
"""What is read by one key at a time: whoever asks for the uses of one topic depends on these alone."""

INDEXED = ("data-uses", "drafts")
"""What an index as a whole is made of."""

_noted: set[str] = set()
"""The parts that have been read since the last look."""

NOTHING: frozenset[str] = frozenset()
"""No parts at all."""


class Watched(Register):
    """A register whose reader is watched."""

    def __getattribute__(self, name: str) -> Any:
        if name in INDEXES:
            return super().__getattribute__("indexes")[name]
        parts = PARTS.get(name)
        if parts is None:
            return super().__getattribute__(name)
        if name in super().__getattribute__("__dict__"):
            value = super().__getattribute__(name)
        else:  # it is made now; what it is made of is no news to its reader
            value = unnoticed(partial(super().__getattribute__, name))
        _noted.update(parts)
        return value

    @cached_property
    def prints(self) -> Prints:
        """The hash of each part."""
        return unnoticed(
            lambda: prints_of(self, {name: getattr(super(Watched, self), name) for name in INDEXES})
        )

    @cached_property
    def indexes(self) -> dict[str, NotingIndex]:
        """The indexes, of which each key is a part of its own."""
        return unnoticed(
            lambda: {name: NotingIndex(name, getattr(super(Watched, self), name)) for name in INDEXES}
        )

    def fingerprint(self, parts: Iterable[str]) -> str:
        """What some parts say, as one hash."""
        return self.prints.of(parts)


class NotingIndex(Mapping[str, tuple[Filed[DataUse], ...]]):
    """The data uses of each key: whoever looks one up depends on these alone, whoever asks for all on all."""

    def __init__(self, name: str, index: Index) -> None:
        self.name = name
        self.index = index

    def __getitem__(self, key: str) -> tuple[Filed[DataUse], ...]:
        note((f"{self.name} {key}",))
        return self.index.get(key, ())

    def __contains__(self, key: object) -> bool:
        return bool(self[str(key)])

    def __iter__(self) -> Iterator[str]:
        note(INDEXED)
        return iter(self.index)

    def __len__(self) -> int:
        note(INDEXED)
        return len(self.index)


def watched(register: Register) -> Watched:
    """The same register, watched."""
    return Watched(**{field.name: getattr(register, field.name) for field in fields(register)})


def reading(make: Callable[[], Made]) -> tuple[Made, frozenset[str]]:
    """What is made, and the parts that were read for it; whoever is watched around it has read them too."""
    before = set(_noted)
    _noted.clear()
    try:
        made = make()
        return made, frozenset(_noted)
    finally:
        _noted.update(before)


def forgotten() -> frozenset[str]:
    """The parts that were read since the last look. Nobody around has read them: that is for the caller."""
    if not _noted:
        return NOTHING
    parts = frozenset(_noted)
    _noted.clear()
    return parts


def unnoticed(make: Callable[[], Made]) -> Made:
    """What is made of something that its reader is known by anyway, such as the document at hand."""
    before = set(_noted)
    try:
        return make()
    finally:
        _noted.clear()
        _noted.update(before)


def note(parts: Iterable[str]) -> None:
    """Notes parts as read, for what was made of them earlier."""
    _noted.update(parts)


__all__ = [
    "INDEXES",
    "NOTHING",
    "PARTS",
    "Watched",
    "forgotten",
    "note",
    "reading",
    "told",
    "unnoticed",
    "watched",
]
