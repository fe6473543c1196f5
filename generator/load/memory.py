"""What a build remembers of the builds before it: what they have made, and by which program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.load.program import program_fingerprint
from generator.load.store import Store, read_store

MADE = "made"
"""The folder of the cache that holds what was made."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What has been made in earlier runs, the program that this run is, and the folder it lies in."""

    store: Store
    program: bytes
    folder: Path


def memory_in(cache: Path | None) -> Memory | None:
    """The memory that lies in a cache folder; without a folder nothing is remembered."""
    if cache is None:
        return None
    return Memory(read_store(cache / MADE), program_fingerprint(), cache / MADE)
