"""References: every id that a record names must exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from pydantic import BaseModel

from generator.config import Reference
from generator.diagnostics import Finding
from generator.load.documents import Document, FieldPath
from generator.load.memory import Memory
from generator.load.parts import in_parts
from generator.model.kept import while_it_lives
from generator.model.naming import is_plain_entry, name_of
from generator.model.prints import told
from generator.model.record import RECORDS, Record
from generator.model.reference import Entry
from generator.model.register import Filed, Listed, Register
from generator.model.validate import suggestion


def references(value: Any, way: FieldPath = ()) -> Iterator[tuple[FieldPath, Reference]]:
    """Every id inside a record that names something elsewhere, with the way to it."""
    if isinstance(value, Reference):
        yield way, value
        return
    for step, item in _inside(value):
        if type(item) not in _PLAIN:
            yield from references(item, (*way, step))


_PLAIN = frozenset({str, bool, int, float, date, type(None)})
"""What can hold no reference, and is most of what a record holds."""


def _inside(value: Any) -> Iterable[tuple[str | int, Any]]:
    """What a value holds, each with the step to it; of a model, the fields that were given."""
    if isinstance(value, tuple):
        return enumerate(value)
    if isinstance(value, dict):
        return value.items()
    held = value.__dict__ if isinstance(value, BaseModel) else {}
    return [(name, held[name]) for name in value.model_fields_set] if held else ()


@while_it_lives
def ids_in(value: BaseModel) -> frozenset[tuple[str, str]]:
    """The ids that one record or entry names, each with its collection, to be compared with many at once."""
    found: set[tuple[str, str]] = set()
    left: list[Any] = [value]
    while left:
        held = left.pop()
        if isinstance(held, Reference):
            found.add(_pair(held.target, str(held)))
        elif isinstance(held, tuple):
            left += [item for item in held if type(item) not in _PLAIN]
        else:
            left += [item for _, item in _inside(held) if type(item) not in _PLAIN]
    return frozenset(found)


@cache
def _pair(collection: str, identifier: str) -> tuple[str, str]:
    """One pair for all who name the same."""
    return collection, identifier


@dataclass(frozen=True, slots=True)
class Known:
    """Every id that is written down somewhere, by collection.

    Of the collections in `unreadable` nobody can say that they lack anything.
    """

    ids: Mapping[str, set[str]]
    unreadable: frozenset[str] = frozenset()

    def lack(self, collection: str, identifier: str) -> bool:
        """Whether a collection could be read, and does not have an id."""
        return collection not in self.unreadable and identifier not in self.ids.get(collection, ())


def unknown(
    register: Register, known: Known, memory: Memory | None = None
) -> Iterator[tuple[Reference, Finding]]:
    """Each id that exists nowhere, with its finding; what records name that lie together is remembered."""
    there = frozenset((collection, identifier) for collection, ids in known.ids.items() for identifier in ids)
    settled = _settled(register, there, memory) if memory else ()
    for value, document, below in _holders(register):
        if id(value) in settled or ids_in(value) <= there:
            continue
        for way, reference in references(value):
            if known.lack(reference.target, reference):
                yield reference, _unknown(reference, document, (*below, *way), known)


def _settled(register: Register, there: frozenset[tuple[str, str]], memory: Memory) -> Set[int]:
    """The records that name nothing but what is there, each by the number of the object that it is."""
    settled: set[int] = set()
    for part in in_parts(tuple(register.records()), lambda filed: filed.key):
        facts = [told(filed.document) for filed in part]
        named = memory.value(("named", facts), partial(_named, part))
        if there.issuperset(named):
            settled.update(id(filed.record) for filed in part)
    return settled


def _named(records: Iterable[Filed[Record]]) -> list[tuple[str, str]]:
    return sorted(frozenset().union(*(ids_in(filed.record) for filed in records)))


def _holders(register: Register) -> Iterator[tuple[BaseModel, Document, FieldPath]]:
    yield register.site, register.site_document, ()
    for filed in register.records():
        yield filed.record, filed.document, ()
    for listed in register.reference.values():
        for item in listed.values():
            yield item.entry, item.document, (item.position,)


def _unknown(reference: Reference, document: Document, way: FieldPath, known: Known) -> Finding:
    ids = tuple(sorted(known.ids.get(reference.target, ())))
    place = (
        f"the folder content/{reference.target}"
        if reference.target in RECORDS
        else f"content/reference/{reference.target}.yaml"
    )
    within = "in" if is_plain_entry(document, way) else "as"
    named = (
        f" It is named {within} {name_of(document, way)}; if it is new, add it there."
        if any(isinstance(s, int) for s in way)
        else ""
    )
    return document.finding(
        "unknown-id",
        document.locate(*way),
        f"There is no `{reference}` in {place}.{named}",
        suggestion(str(reference), ids, "ids"),
    )


CHAINS = {"organisations": "succeeded_by", "laws": "replaced_by"}
"""Lists whose entries name their own successor, and the field that does."""


def cycles(register: Register) -> Iterator[Finding]:
    """A finding for each entry whose chain of successors comes back to itself."""
    for name, field in CHAINS.items():
        listed = register.reference.get(name, {})
        for identifier, item in listed.items():
            if identifier in _chain(identifier, listed, field):
                yield item.document.finding(
                    "reference-cycle",
                    item.document.locate(item.position, field),
                    f"`{identifier}` comes back to itself through `{field}`.",
                    "Name the one that took its place, or take the field out.",
                )


def _chain(identifier: str, listed: Mapping[str, Listed[Entry]], field: str) -> tuple[str, ...]:
    """Everything that comes after an entry, once each."""
    chain: list[str] = []
    item = listed.get(identifier)
    while item and (after := getattr(item.entry, field)) and after not in chain:
        chain.append(str(after))
        item = listed.get(after)
    return tuple(chain)
