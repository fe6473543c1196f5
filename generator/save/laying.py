"""Thousands of files in a folder that nobody sees yet: those that did not change are linked, not written.

Paths are plain texts here: each is asked for a few times, and making a `Path` takes longer than that.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from generator.artefacts import Artefact
from generator.load.signatures import SETTLED

State = tuple[int, int, int, str]
"""What a file is known by: its number on the disk, its size and time, and the SHA-256 of what it holds."""

Known = Mapping[str, State]
"""Files by their path in a folder."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What a folder holds, as paths from there: folders, and everything that is none, links among it."""

    folder: str
    files: dict[str, os.DirEntry[str]] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)


def inside(folder: str) -> Inside:
    """All that a folder holds, on every level."""
    found = Inside(folder)
    _look(folder, "", found)
    return found


def _look(folder: str, above: str, found: Inside) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = above + entry.name
            if entry.is_dir(follow_symlinks=False):
                found.folders.add(path)
                _look(entry.path, f"{path}/", found)
            else:
                found.files[path] = entry


def lay_out(artefacts: Sequence[Artefact], old: Inside, fresh: Inside, known: Known) -> int:
    """Makes a fresh folder beside the old one hold a site; says how many files are those of the old one.

    The fresh one is empty or holds most of the site already; `known` tells of files of the old one.
    """
    _make_room([artefact.path for artefact in artefacts], fresh)
    return sum([_lay(artefact, old, fresh, known) for artefact in artefacts])


def _make_room(paths: Sequence[str], fresh: Inside) -> None:
    """Takes away what is not wanted, and makes the folders that are."""
    for path in fresh.files.keys() - set(paths):
        os.unlink(fresh.files[path].path)
    folders = {folder for path in paths for folder in _above(path)}
    for folder in sorted(fresh.folders - folders, reverse=True):
        os.rmdir(os.path.join(fresh.folder, folder))
    for folder in sorted(folders - fresh.folders):
        os.mkdir(os.path.join(fresh.folder, folder))


def _above(path: str) -> Iterator[str]:
    """The folders that a path leads through."""
    while path := path.rpartition("/")[0]:
        yield path


def _lay(artefact: Artefact, old: Inside, fresh: Inside, known: Known) -> bool:
    """Whether the file is the old one: then it is linked, not copied."""
    path = artefact.path
    before, there = old.files.get(path), fresh.files.get(path)
    same = before is not None and _is_same(artefact, before, known.get(path))
    if before and same and there and there.inode() == before.inode():
        return True
    target = os.path.join(fresh.folder, path)
    if there:
        os.unlink(target)  # written into, it could change elsewhere too
    if before and same:
        with suppress(OSError):
            os.link(before.path, target)
            return True
    with open(target, "wb") as opened:
        opened.writelines(artefact.blocks())
    return same


def _is_same(artefact: Artefact, before: os.DirEntry[str], known: State | None) -> bool:
    """Whether a file holds the bytes of an artefact, which are compared unless that is known."""
    try:
        found = before.stat()
        if found.st_size != artefact.size:
            return False
        if known == _state(artefact, found):
            return True
        with open(before.path, "rb") as opened:
            return all(opened.read(len(block)) == block for block in artefact.blocks())
    except OSError:
        return False


def _state(artefact: Artefact, found: os.stat_result) -> State:
    return found.st_ino, found.st_size, found.st_mtime_ns, artefact.fingerprint


def known_of(artefacts: Sequence[Artefact], folder: str) -> Known:
    """What the files of a site are known by, but for those that are too new for that."""
    latest = time.time_ns() - SETTLED
    found = ((artefact, os.stat(os.path.join(folder, artefact.path))) for artefact in artefacts)
    return {artefact.path: _state(artefact, stat) for artefact, stat in found if stat.st_mtime_ns < latest}
