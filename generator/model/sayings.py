"""What records say, as plain values: worked out once for each text, and kept from run to run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, TypeVar

from generator.load.memory import Memory
from generator.load.parts import in_parts
from generator.model.fingerprints import (
    entry_fingerprints,
    record_fingerprint,
    version_fingerprint,
    version_key,
)
from generator.model.prints import told
from generator.model.published import published_values
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.model.version import Version

Made = TypeVar("Made")

Part = Sequence[Filed[Record]]
"""Records that lie together."""


@dataclass(frozen=True)
class Sayings:
    """What each record says. A record follows from its document and its status, and from nothing else.

    With a memory, what the `records` say that lie together is looked up together.
    """

    memory: Memory | None = None
    records: Sequence[Filed[Record]] = ()
    found: dict[str, tuple[Part, Mapping[str, Any]]] = field(default_factory=dict)

    def values(self, filed: Filed[Record]) -> dict[str, Any]:
        """The fields of a record that the public sees."""
        return self._kept("values", filed, _values)

    def fingerprint(self, filed: Filed[Record]) -> str:
        """What readers are told by a record, as a hash."""
        return self._kept("fingerprint", filed, _fingerprint)

    def entries(self, filed: Filed[Record]) -> Mapping[str, str]:
        """The entries of a project that are never changed, as hashes by their names."""
        return self._kept("entries", filed, _entries)

    def together(self, kind: str, records: Part, make: Callable[[], Made]) -> Made:
        """What is made of some records together."""
        facts = [(told(filed.document), filed.record.status) for filed in records]
        return self.memory.value((kind, facts), make) if self.memory else make()

    def versions(self, register: Register) -> dict[str, str]:
        """What each earlier version says, as a hash, by its record and its day."""
        every = (version for kept in register.versions.values() for version in kept)
        return {version_key(version): self._version(version) for version in every}

    def _version(self, version: Version) -> str:
        make = partial(version_fingerprint, version)
        return self.memory.value(("version", told(version.document)), make) if self.memory else make()

    @cached_property
    def _parts(self) -> Mapping[str, Part]:
        """For each record those that it lies together with."""
        parts = in_parts(self.records, key_of) if self.memory else []
        return {filed.key: part for part in parts for filed in part}

    def _kept(self, kind: str, filed: Filed[Record], make: Callable[[Filed[Record]], Made]) -> Made:
        """What is made of a record; what was found stays at hand, for its neighbours are asked for next."""
        part = self._parts.get(filed.key)
        if part is None:
            return make(filed)
        last, known = self.found.get(kind, ((), {}))
        if last is not part:
            known = self.together(kind, part, lambda: {one.key: make(one) for one in part})
            self.found[kind] = part, known
        one: Made = known[filed.key]
        return one


def key_of(filed: Filed[Record]) -> str:
    """The name of a record among all."""
    return filed.key


def _values(filed: Filed[Record]) -> dict[str, Any]:
    return published_values(filed.record)


def _fingerprint(filed: Filed[Record]) -> str:
    return record_fingerprint(filed.record)


def _entries(filed: Filed[Record]) -> Mapping[str, str]:
    return entry_fingerprints(filed.record)
