"""Thousands of files in a folder that nobody sees yet: those that did not change are linked, not written.

Paths are plain texts here: each is asked for a few times, and making a `Path` takes longer than that.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress

from generator.artefacts import Artefact


def files_in(folder: str, above: str = "") -> Iterator[str]:
    """Everything below a folder that is no folder itself, links among it, as paths from there."""
    with os.scandir(folder) as inside:
        for entry in inside:
            if entry.is_dir(follow_symlinks=False):
                yield from files_in(entry.path, f"{above}{entry.name}/")
            else:
                yield f"{above}{entry.name}"


def lay_out(artefacts: Sequence[Artefact], old: str, fresh: str) -> int:
    """Lays out a site in a fresh folder beside the old one; says how many files are those of the old one."""
    os.mkdir(fresh)
    folders, unchanged = {""}, 0
    for artefact in artefacts:
        path = artefact.path
        folder = path.rpartition("/")[0]
        if folder not in folders:
            os.makedirs(os.path.join(fresh, folder), exist_ok=True)
            folders.add(folder)
        unchanged += _link_or_write(artefact, os.path.join(old, path), os.path.join(fresh, path))
    return unchanged


def _link_or_write(artefact: Artefact, old: str, target: str) -> bool:
    """Whether the file is the old one: its bytes are compared, then it is linked, not copied."""
    same = _same(artefact, old)
    if same:
        with suppress(OSError):
            os.link(old, target)
            return True
    with open(target, "wb") as opened:
        opened.writelines(artefact.blocks())
    return same


def _same(artefact: Artefact, old: str) -> bool:
    try:
        if os.stat(old).st_size != artefact.size:
            return False
        with open(old, "rb") as opened:
            return all(opened.read(len(block)) == block for block in artefact.blocks())
    except OSError:
        return False
