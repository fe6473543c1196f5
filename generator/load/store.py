"""What earlier runs have made, by key: bytes in files that never change once they are written.

A key says all that the bytes depend on, so what is found is never out of date. Every run adds one
segment with what it has made itself; a segment that is damaged, lost or half written only costs time.
"""

from __future__ import annotations

import marshal
import mmap
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

MAGIC = b"FairNotice\x01\n"
ENDING = ".segment"

Made = TypeVar("Made")

Growth = tuple[set[bytes], dict[bytes, bytes]]
"""The keys that were asked for, and what was made."""

Place = tuple[int, int, int]
"""Where bytes stand in a segment: offset, length, and their CRC-32."""


def key_of(*facts: object) -> bytes:
    """A key for what depends on these facts and nothing else; each must have a `repr` that says all of it."""
    return blake2b(repr(facts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Segment:
    """One file of kept bytes."""

    file: Path
    content: mmap.mmap | bytes
    places: Mapping[bytes, Place]

    def get(self, key: bytes) -> bytes | None:
        """The bytes under a key; none where they are damaged."""
        place = self.places.get(key)
        if place is None:
            return None
        offset, length, check = place
        body = self.content[offset : offset + length]
        return body if zlib.crc32(body) == check else None


@dataclass
class Store:
    """All segments of a folder. `fresh` is what this run has made, `used` the keys it asked for."""

    segments: tuple[Segment, ...] = ()
    fresh: dict[bytes, bytes] = field(default_factory=dict)
    used: set[bytes] = field(default_factory=set)

    def get(self, key: bytes) -> bytes | None:
        """What has been kept under a key, if anything."""
        self.used.add(key)
        if key in self.fresh:
            return self.fresh[key]
        found = (segment.get(key) for segment in self.segments if key in segment.places)
        return next((body for body in found if body is not None), None)

    def put(self, key: bytes, body: bytes) -> None:
        """Keeps something for the runs to come."""
        self.used.add(key)
        self.fresh[key] = body

    def during(self, work: Callable[[], Made]) -> tuple[Made, Growth]:
        """What is made, and what the store has learnt by it: another process tells it this one."""
        used, fresh = set(self.used), set(self.fresh)
        made = work()
        return made, (self.used - used, {k: body for k, body in self.fresh.items() if k not in fresh})

    def learn(self, growth: Growth) -> None:
        """Takes in what the store of another process has learnt."""
        self.used.update(growth[0])
        self.fresh.update(growth[1])

    @property
    def size(self) -> int:
        """Bytes of everything that this run has asked for or made."""
        kept = (s.places[key][1] for key in self.used for s in self.segments if key in s.places)
        return sum(kept) + sum(map(len, self.fresh.values()))

    def living(self) -> Mapping[bytes, bytes]:
        """Everything that this run has asked for or made."""
        known = ((key, self.get(key)) for key in sorted(self.used))
        return {key: body for key, body in known if body is not None}


def read_store(folder: Path | None) -> Store:
    """The store in a folder, the newest segment first; nothing is kept without one."""
    found = (_segment(file) for file in segment_files(folder)) if folder else ()
    return Store(tuple(segment for segment in found if segment))


def segment_files(folder: Path) -> tuple[Path, ...]:
    """The segments of a store, the newest first."""
    try:
        files = [(file.stat().st_mtime_ns, file) for file in folder.iterdir() if file.name.endswith(ENDING)]
    except OSError:
        return ()
    return tuple(file for _, file in sorted(files, reverse=True))


def packed(entries: Mapping[bytes, bytes]) -> Iterator[bytes]:
    """A segment as a file, piece by piece: the places of all bytes, and the bytes one after the other."""
    places: dict[bytes, Place] = {}
    offset = 0
    for key, body in entries.items():
        places[key] = (offset, len(body), zlib.crc32(body))
        offset += len(body)
    index = marshal.dumps(places)
    yield MAGIC + len(index).to_bytes(8, "big") + zlib.crc32(index).to_bytes(4, "big")
    yield index
    yield from entries.values()


def _segment(file: Path) -> Segment | None:
    """A segment as it lies on the disk; none where its index is damaged."""
    try:
        with file.open("rb") as opened:
            content = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    begin = len(MAGIC) + 12
    length = int.from_bytes(content[len(MAGIC) : len(MAGIC) + 8], "big")
    index = content[begin : begin + length]
    if content[: len(MAGIC)] != MAGIC or content[begin - 4 : begin] != zlib.crc32(index).to_bytes(4, "big"):
        return None
    first = begin + length
    try:
        places = {key: (first + at, size, check) for key, (at, size, check) in marshal.loads(index).items()}
    except (ValueError, EOFError, TypeError, AttributeError):
        return None
    return Segment(file, content, places)
