"""Artefacts → output folder, whole or not at all.

The new site is laid beside the old one: files that did not change are linked, the others are
written, and then the two folders change places in one step of the file system. Whoever looks
sees the old site or the new one, whenever the program is stopped. Where there is a cache, the site that
has lost its place waits there for the next build, and is laid out anew instead of an empty folder.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.artefacts import Artefact
from generator.save.laying import Inside, inside, known_of, lay_out
from generator.save.spare import Spare, spare_of

_SWAP = 2
"""RENAME_EXCHANGE of Linux's renameat2 and RENAME_SWAP of macOS' renamex_np."""

_HERE = -100
"""AT_FDCWD: paths are taken from the working directory."""


MANIFEST = "manifest.json"
"""Lists the files of a site."""


class CannotSave(Exception):
    """The output cannot be written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Saved:
    """How many files were written, left as they were and taken away."""

    written: int
    unchanged: int
    removed: int


def save(
    artefacts: Sequence[Artefact], output: Path, listing: str = MANIFEST, cache: Path | None = None
) -> Saved:
    """Makes `output` hold exactly the artefacts. Raises CannotSave and leaves it as it was.

    `listing` is the file by which a folder is known for one of ours: each kind of output has its
    own, so that none takes the place of another. In `cache` is kept what makes the next time quicker.
    """
    output = output.resolve()
    spare = spare_of(output, cache) if cache else None
    _refuse_strays(artefacts)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with alone(output.parent):
            _put_back(output)
            before = published(output, listing)
            old = _ours(output, before)
            fresh = output.parent / f".{output.name}.new"
            shutil.rmtree(fresh, ignore_errors=True)
            try:
                unchanged = _lay_out(artefacts, old, fresh, spare)
                known = known_of(artefacts, str(fresh)) if spare else {}
                if _change_places(fresh, output) and spare:
                    spare.leave(fresh, known)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
            gone = before.difference(artefact.path for artefact in artefacts)
            return Saved(len(artefacts) - unchanged, unchanged, len(gone))
    except OSError as error:
        what = "site" if listing == MANIFEST else "report"
        raise CannotSave(f"The {what} could not be written to {output}: {error.strerror}.") from error


def save_apart(artefacts: Sequence[Artefact], output: Path, listing: str) -> Saved:
    """Writes what is not for the public. Raises CannotSave, also where the folder lies in a site."""
    for folder in output.resolve().parents:
        if published(folder):
            raise CannotSave(
                f"{output} lies in a site that is made for the public, {folder}, and what goes there is "
                "internal. Choose another folder with --output."
            )
    return save(artefacts, output, listing)


def _refuse_strays(artefacts: Sequence[Artefact]) -> None:
    """Whatever was checked before, nothing is written outside the output folder."""
    for artefact in artefacts:
        if not artefact.path or any(part in ("", ".", "..") for part in artefact.path.split("/")):
            raise CannotSave(f"{artefact.url} is not an address that a file can have.")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Only one build writes at a time; the lock ends with the process, however it ends."""
    if sys.platform == "win32":
        yield  # a folder cannot be locked there; the second build fails on the files it finds
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _put_back(output: Path) -> None:
    """Heals a change of places that was interrupted between its two steps."""
    old = _old(output)
    if old.is_dir() and not output.exists():
        old.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def _old(output: Path) -> Path:
    return output.parent / f".{output.name}.old"


def _ours(output: Path, known: frozenset[str]) -> Inside:
    """What lies in the output. A folder with files that no build has made is somebody else's, and refused."""
    if not output.exists():
        return Inside(str(output))
    if not output.is_dir():
        raise CannotSave(f"{output} is a file, not a folder. Choose another folder with --output.")
    found = inside(str(output))
    strange = sorted(found.files.keys() - known)
    if strange:
        raise CannotSave(
            f"{output} holds files that Fair Notice did not make, such as {strange[0]}. "
            "Move them away, or choose another folder with --output."
        )
    return found


def published(output: Path, listing: str = MANIFEST) -> frozenset[str]:
    """The files of the site or report that lies in a folder, as its listing names them."""
    try:
        listed = json.loads((output / listing).read_text("utf-8"))["files"]
        return frozenset((*(path.lstrip("/") for path in listed), listing))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return frozenset()


def _lay_out(artefacts: Sequence[Artefact], old: Inside, fresh: Path, spare: Spare | None) -> int:
    """Lays the site out; says how many of its files are those of the old one."""
    if spare:
        return lay_out(artefacts, old, spare.take(fresh), spare.known())
    fresh.mkdir()
    return lay_out(artefacts, old, Inside(str(fresh)), {})


def _change_places(fresh: Path, output: Path) -> bool:
    """Puts the new site in its place; says whether the old one lies in that of the new one now."""
    if not output.exists():
        fresh.rename(output)
        return False
    if _swap(fresh, output):
        return True
    output.rename(_old(output))
    fresh.rename(output)
    shutil.rmtree(_old(output), ignore_errors=True)
    return False


def _swap(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step, where the system can; says whether it could."""
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    paths = (os.fsencode(one), os.fsencode(other))
    if sys.platform == "darwin":
        result = library.renamex_np(*paths, _SWAP)
    elif hasattr(library, "renameat2"):
        result = library.renameat2(_HERE, paths[0], _HERE, paths[1], _SWAP)
    else:
        return False
    if result == 0:
        return True
    if ctypes.get_errno() in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
