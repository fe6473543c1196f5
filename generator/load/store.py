"""What earlier runs have made, by key: bytes in files that never change once they are written.

A key says all that the bytes depend on, so what is found is never out of date. Every run adds one
segment with what it has made itself; a segment that is damaged, lost or half written only costs time.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from generator.load.held import OpenFile, Piece, Spool

MAGIC = b"FairNotice\x01\n"
ENDING = ".segment"

Made = TypeVar("Made")

Growth = tuple[set[bytes], dict[bytes, Piece]]
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
    content: OpenFile
    places: Mapping[bytes, Place]

    def piece(self, key: bytes) -> Piece:
        """Where the bytes under a key lie. Raises KeyError where it has none."""
        return Piece(self.content, *self.places[key])


@dataclass
class Store:
    """All segments of a folder. `fresh` is what this run has made, `used` the keys it asked for.

    What is made is laid down in `spool`, of which every process has its own; `others` are theirs, and
    `prepared` those of processes to come.
    """

    segments: tuple[Segment, ...] = ()
    fresh: dict[bytes, Piece] = field(default_factory=dict)
    used: set[bytes] = field(default_factory=set)
    spool: Spool = field(default_factory=Spool)
    others: list[Spool] = field(default_factory=list)
    prepared: list[Spool] = field(default_factory=list)

    def get(self, key: bytes) -> bytes | None:
        """What has been kept under a key, if anything."""
        found = self.found(key)
        return found[1] if found else None

    def piece(self, key: bytes) -> Piece | None:
        """Where what has been kept under a key lies, if it is undamaged, to be read later."""
        found = self.found(key)
        return found[0] if found else None

    def found(self, key: bytes) -> tuple[Piece, bytes] | None:
        """Both: where it lies, and what it is."""
        self.used.add(key)
        for piece in self._pieces(key):
            body = piece.sound()
            if body is not None:
                return piece, body
        return None

    def _pieces(self, key: bytes) -> Iterator[Piece]:
        if key in self.fresh:
            yield self.fresh[key]
        for segment in self.segments:
            if key in segment.places:
                yield segment.piece(key)

    def put(self, key: bytes, body: bytes) -> Piece:
        """Keeps something for the runs to come."""
        self.used.add(key)
        self.fresh[key] = self.spool.lay(body)
        return self.fresh[key]

    def another_spool(self) -> Spool:
        """A spool for a process that is about to be forked; what lies in it can be read here too."""
        self.others.append(self.prepared.pop() if self.prepared else Spool())
        return self.others[-1]

    def prepare(self, spools: int) -> None:
        """Has spools at hand: what will lie in them can be read by a process that is forked before theirs."""
        self.prepared += [Spool() for _ in range(spools - len(self.prepared))]

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
        return sum(kept) + sum(piece.length for piece in self.fresh.values())

    def living(self) -> Mapping[bytes, Piece]:
        """Everything that this run has asked for or made."""
        known = ((key, self.piece(key)) for key in sorted(self.used))
        return {key: piece for key, piece in known if piece is not None}


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


def packed(entries: Mapping[bytes, Piece]) -> Iterator[bytes]:
    """A segment as a file, piece by piece: the places of all bytes, and the bytes one after the other."""
    places: dict[bytes, Place] = {}
    offset = 0
    for key, piece in entries.items():
        places[key] = (offset, piece.length, piece.check)
        offset += piece.length
    index = marshal.dumps(places)
    yield MAGIC + len(index).to_bytes(8, "big") + zlib.crc32(index).to_bytes(4, "big")
    yield index
    yield from (piece.read() for piece in entries.values())


def _segment(file: Path) -> Segment | None:
    """A segment as it lies on the disk; none where its index is damaged."""
    try:
        content = OpenFile(file.open("rb", buffering=0))  # it can be read on when another build has tidied up
        head = content.read(0, len(MAGIC) + 12)
        length = int.from_bytes(head[len(MAGIC) : -4], "big")
        index = content.read(len(head), length)
        if head[: len(MAGIC)] != MAGIC or zlib.crc32(index) != int.from_bytes(head[-4:], "big"):
            return None
        first = len(head) + length
        places = {key: (first + at, size, check) for key, (at, size, check) in marshal.loads(index).items()}
    except (OSError, OverflowError, MemoryError, ValueError, EOFError, TypeError, AttributeError):
        return None
    return Segment(file, content, places)
