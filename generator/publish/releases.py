"""Releases side by side in a folder: each whole in itself, and on the disk before anybody is led to it.

Each has files of its own, so that damage to one is none to another. Assets have their hash in their
name, so a release also holds those of the others, for pages that people have open.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator.artefacts import Artefact
from generator.publish.differences import Differences, compare
from generator.publish.publication import CannotPublish, Publication, listed_files
from generator.publish.record import settle
from generator.save import MANIFEST, Saved, published

ASSETS = "assets/"
"""Files below it never change: another content has another name."""


class Releases:
    """The releases in a folder."""

    def __init__(self, path: Path) -> None:
        """`path` is the folder that holds them."""
        self.path = path

    def names(self) -> list[str]:
        """The names of all releases, the oldest first."""
        return sorted(entry.name for entry in self.path.iterdir() if entry.is_dir())

    def manifest(self, name: str) -> bytes:
        """The manifest of a release as it lies there. Raises OSError."""
        return (self.path / name / MANIFEST).read_bytes()

    def lend(self, names: Iterable[str], to: Path) -> None:
        """Puts the assets of other releases into one, for pages that people have open."""
        for name in sorted(set(names)):
            for path, known in self._assets([name]).items():
                source, target = self.path / name / path, to / path
                if not target.exists() and source.exists() and hash_of(source) == known:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(source, target)

    def differences(self, name: str, known: Iterable[Publication]) -> Differences:
        """A release beside its manifest, and the manifest beside what is known of it."""
        if not (self.path / name / MANIFEST).is_file():
            return Differences(name, 0, missing=(MANIFEST,))
        listed = listed_files(self.manifest(name))
        for publication in known:
            if publication.release == name and publication.manifest:
                listed[MANIFEST] = publication.manifest
        return compare(name, listed, found(self.path / name), self._assets(self.names()))

    def forget(self, keep: int, current: str) -> None:
        """Deletes the oldest; whatever cannot be deleted now is deleted next time."""
        for name in self.names()[:-keep]:
            if name != current:
                shutil.rmtree(self.path / name, ignore_errors=True)
        self.tidy()

    def tidy(self) -> None:
        """Takes assets out of releases that no release lists any more."""
        wanted = self._assets(self.names())
        for name in self.names():
            if self._assets([name]):  # without its manifest nobody knows which are its own
                _keep_only(wanted, self.path / name)

    def _assets(self, names: Sequence[str]) -> dict[str, str]:
        """The assets that releases list themselves; one whose manifest is damaged lists none."""
        listed: dict[str, str] = {}
        for name in names:
            with suppress(OSError, CannotPublish):
                files = listed_files(self.manifest(name)).items()
                listed.update({path: known for path, known in files if path.startswith(ASSETS)})
        return listed


def _keep_only(wanted: Iterable[str], folder: Path) -> None:
    for file in (folder / ASSETS).rglob("*"):
        if file.is_file() and file.relative_to(folder).as_posix() not in wanted:
            with suppress(OSError):
                file.unlink()


def lay_out(artefacts: Sequence[Artefact], folder: Path, before: Path | None) -> Saved:
    """Writes a release into a new folder. Raises OSError.

    Files that say the same as in the release before keep their time, so that browsers need not load
    them again.
    """
    folder.mkdir()
    unchanged = sum(_write(artefact, folder, before) for artefact in artefacts)
    for place in (folder, *_folders(folder)):
        settle(place)
    gone = published(before) - {artefact.path for artefact in artefacts} if before else ()
    return Saved(len(artefacts) - unchanged, unchanged, len(gone))


def _folders(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_dir())


def _write(artefact: Artefact, folder: Path, before: Path | None) -> bool:
    """Writes one file, and says whether it was the same before."""
    target = folder / artefact.path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as handle:
        handle.write(artefact.body)
        handle.flush()
        os.fsync(handle.fileno())
    if before is None or not _is_same(before / artefact.path, artefact.body):
        return False
    shutil.copystat(before / artefact.path, target)
    return True


def _is_same(file: Path, body: bytes) -> bool:
    try:
        return file.stat().st_size == len(body) and file.read_bytes() == body
    except OSError:
        return False


def found(folder: Path) -> dict[str, str]:
    """Every file below a folder with its hash; what is no file of ours has a word in its place.

    A link is none, wherever it leads, nor is what nobody may read, or what would wait for a writer.
    """
    files = (file for file in folder.rglob("*") if file.is_symlink() or not file.is_dir())
    return {file.relative_to(folder).as_posix(): _mark(file) for file in files}


def _mark(file: Path) -> str:
    if file.is_symlink():
        return "a link"
    try:
        return hash_of(file) if file.is_file() else "no file"
    except PermissionError:
        return "not to be read"


def hash_of(file: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    return sha256(file.read_bytes()).hexdigest()
