"""What lies on disk at one moment: a stamp for every file, by which a change is seen without reading."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Times of the last change of content and of state in nanoseconds, size in bytes, number on the disk."""

Snapshot = Mapping[str, Stamp]
"""The stamp of every file by its path."""

DEEPEST = 12
"""Folders within folders that are looked into; a link that leads back to its own folder ends there."""


def snapshot(places: Iterable[Path]) -> Snapshot:
    """The stamps of files and of everything below folders; what is hidden or cannot be read is left out."""
    found: dict[str, Stamp] = {}
    for place in places:
        try:
            if place.is_dir():
                _look_into(str(place), found, DEEPEST)
            else:
                found[str(place)] = _stamp(place.stat())
        except OSError:
            continue
    return found


def _look_into(folder: str, found: dict[str, Stamp], deeper: int) -> None:
    with os.scandir(folder) as inside:
        for entry in inside:
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            try:
                if not entry.is_dir():
                    found[entry.path] = _stamp(entry.stat())
                elif deeper:
                    found[entry.path + os.sep] = (0, 0, 0, 0)
                    _look_into(entry.path, found, deeper - 1)
            except OSError:
                found[entry.path] = (0, 0, 0, 0)


def _stamp(state: os.stat_result) -> Stamp:
    return state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino
