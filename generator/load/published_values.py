"""What published records said, in their own words, read from the file that tells it when it is asked for.

The file is one JSON object that holds a record on each line, so that of a large one only the places
of the records need be in memory. The files of older versions are a single line, and are read whole.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from generator.load.held import Loose, OpenFile, Source

VALUES = "published.json"

FIRST_LINE = '{"drafts":%s,"records":{'
"""How the file begins: whether the site was made with drafts, which is then no publication."""

LAST_LINE = '\n},"names":%s}\n'
"""How it ends: with what ids were called."""

_OPENS, _CLOSES, _BEFORE_VALUE = b'"records":{\n', b"},", b'":{'

Said = Mapping[str, Any]


class SaidByRecord(Mapping[str, Said]):
    """What each record said. One whose line is damaged is not told, like one that is not there."""

    def __init__(self, source: Source, places: Mapping[str, tuple[int, int]]) -> None:
        self._source = source
        self._places = places

    def __getitem__(self, key: str) -> Said:
        offset, length = self._places[key]
        try:
            said: Said = json.loads(self._source.read(offset, length))
        except (OSError, ValueError):
            raise KeyError(key) from None
        return said

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


@dataclass(frozen=True, slots=True)
class PublishedValues:
    """What the file tells: of each record by its key, what ids were called, and whether drafts are in it."""

    said: Mapping[str, Said] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    drafts: bool = False


def values_in(file: Path) -> PublishedValues:
    """What a file of a published folder tells. Raises OSError or ValueError where it cannot be read."""
    if not file.is_file():
        return PublishedValues()
    if not hasattr(os, "pread"):  # where a file that is open cannot be replaced
        return values_of(file.read_bytes())
    opened = OpenFile(file.open("rb"))
    return _values(opened.opened, opened)


def values_of(body: bytes) -> PublishedValues:
    """The same of a file's bytes. Raises ValueError."""
    return _values(BytesIO(body), Loose(body))


def _values(lines: IO[bytes], source: Source) -> PublishedValues:
    first = lines.readline()
    if not first.endswith(_OPENS):
        whole = json.loads(first + lines.read())
        return PublishedValues(whole.get("records", {}), whole.get("names", {}), bool(whole.get("drafts")))
    places: dict[str, tuple[int, int]] = {}
    offset = len(first)
    for line in lines:
        if line.startswith(_CLOSES):
            head, tail = json.loads(first + b"}}"), json.loads(b"{" + line.removeprefix(_CLOSES))
            return PublishedValues(SaidByRecord(source, places), tail["names"], head["drafts"])
        name = line.index(_BEFORE_VALUE) + 1
        places[json.loads(line[:name])] = offset + name + 1, len(line.rstrip(b",\n")) - name - 1
        offset += len(line)
    raise ValueError("the file ends within its records")


def file_of(drafts: bool, records: Iterable[bytes], names: Said) -> Iterator[bytes]:
    """The file, part by part; each of `records` are the lines of some."""
    yield (FIRST_LINE % _compact(drafts)).encode()
    for number, lines in enumerate(records):
        yield b"," + lines if number else lines
    yield (LAST_LINE % _compact(names)).encode()


def lines_of(records: Iterable[tuple[str, Said]]) -> bytes:
    """The lines of some records, by their keys."""
    return ",".join(f"\n{_compact(key)}:{_compact(said)}" for key, said in records).encode()


def _compact(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
