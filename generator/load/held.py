"""Bytes that lie in a file until somebody reads them, so that a large site need not fit in memory."""

from __future__ import annotations

import errno
import os
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import count
from typing import IO, Any, Protocol
from weakref import WeakValueDictionary, finalize

from generator.artefacts import Lent


class Source(Protocol):
    """What bytes can be read from, at any place."""

    def read(self, offset: int, length: int) -> bytes:
        """So many bytes from a place on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of a source, and their CRC-32."""

    source: Source
    offset: int
    length: int
    check: int

    def read(self) -> bytes:
        """The bytes. Raises OSError where they are gone."""
        body = self.source.read(self.offset, self.length)
        if len(body) != self.length:
            raise OSError(errno.EIO, "what was kept in a file is not there any more; run this once more")
        return body

    def blocks(self) -> Iterator[bytes]:
        """All of it as one block."""
        yield self.read()

    def sound(self) -> bytes | None:
        """The bytes as they were laid down; none where they are damaged."""
        with suppress(OSError):
            body = self.read()
            return body if zlib.crc32(body) == self.check else None
        return None


_numbers = count()
_open: WeakValueDictionary[tuple[int, int], OpenFile] = WeakValueDictionary()
"""The files of this process and of those that it was forked from, to find the one that a piece names:
by the process that opened it and a number there, so that none is ever taken for another."""


class OpenFile:
    """A file that stays open: it can be read when its name has gone, and by processes forked meanwhile."""

    def __init__(self, opened: IO[bytes]) -> None:
        self.opened = opened
        self.name = os.getpid(), next(_numbers)
        _open[self.name] = self
        finalize(self, opened.close)

    def read(self, offset: int, length: int) -> bytes:
        """So many bytes from a place on."""
        if hasattr(os, "pread"):  # leaves the position alone, which forked processes share
            return os.pread(self.opened.fileno(), length, offset)
        self.opened.seek(offset)
        return self.opened.read(length)

    def __reduce__(self) -> tuple[Any, ...]:
        """Between processes a file goes by its name: both have it open."""
        return _open_file, (self.name,)


def _open_file(name: tuple[int, int]) -> OpenFile:
    return _open[name]


@dataclass(frozen=True, slots=True)
class Loose:
    """Bytes that no file had room for."""

    body: bytes

    def read(self, offset: int, length: int) -> bytes:
        """So many bytes from a place on."""
        return self.body[offset : offset + length]


def _read(pieces: Iterable[Piece]) -> Iterator[bytes]:
    return (piece.read() for piece in pieces)


class Spool:
    """A file without a name, to which one process lays down bytes and from which all related ones read.

    It goes with the last process that has it open, however that ends. Where there is no room for it,
    the bytes stay in memory.
    """

    def __init__(self) -> None:
        self.end = 0
        self.file: OpenFile | None = None
        with suppress(OSError):
            # It stays open for as long as somebody holds a piece of it, and is closed then.
            self.file = OpenFile(tempfile.TemporaryFile(buffering=0))  # noqa: SIM115

    def lay(self, body: bytes) -> Piece:
        """Lays down bytes behind all others."""
        check = zlib.crc32(body)
        if self.file is None or not self._written(self.file, body):
            return Piece(Loose(body), 0, len(body), check)
        self.end += len(body)
        return Piece(self.file, self.end - len(body), len(body), check)

    def lend(self, blocks: Iterable[bytes]) -> Lent:
        """Lays down a large file block by block."""
        hashed, laid = sha256(), []
        for block in blocks:
            hashed.update(block)
            laid.append(self.lay(block))
        return Lent(partial(_read, laid), sum(piece.length for piece in laid), hashed.hexdigest())

    def _written(self, file: OpenFile, body: bytes) -> bool:
        left = memoryview(body)
        try:
            file.opened.seek(self.end)
            while left:
                left = left[file.opened.write(left) :]
        except OSError:
            return False
        return True
