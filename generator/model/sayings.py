"""What records say, as plain values: worked out once for each text, and kept from run to run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from generator.load.memory import Memory
from generator.model.fingerprints import (
    entry_fingerprints,
    record_fingerprint,
    version_fingerprint,
    version_key,
)
from generator.model.published import published_values
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.model.version import Version
from generator.model.watched import told

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Sayings:
    """What each record says. A record follows from its document and its status, and from nothing else."""

    memory: Memory | None = None

    def values(self, filed: Filed[Record]) -> dict[str, Any]:
        """The fields of a record that the public sees."""
        return self._kept("values", filed, partial(published_values, filed.record))

    def fingerprint(self, filed: Filed[Record]) -> str:
        """What readers are told by a record, as a hash."""
        return self._kept("fingerprint", filed, partial(record_fingerprint, filed.record))

    def entries(self, filed: Filed[Record]) -> Mapping[str, str]:
        """The entries of a project that are never changed, as hashes by their names."""
        return self._kept("entries", filed, partial(entry_fingerprints, filed.record))

    def versions(self, register: Register) -> dict[str, str]:
        """What each earlier version says, as a hash, by its record and its day."""
        every = (version for kept in register.versions.values() for version in kept)
        return {version_key(version): self._version(version) for version in every}

    def _version(self, version: Version) -> str:
        make = partial(version_fingerprint, version)
        return self.memory.value(("version", told(version.document)), make) if self.memory else make()

    def _kept(self, kind: str, filed: Filed[Record], make: Callable[[], Made]) -> Made:
        if self.memory is None:
            return make()
        return self.memory.value((kind, told(filed.document), filed.record.status), make)
