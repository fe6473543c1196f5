"""A folder that a web server shows: releases side by side, and one link that is switched in one step.

current               → releases/<name>, the root of the web server
releases/<name>/      every release that is kept
publications.yaml     what was shown from when on
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from generator.artefacts import Artefact
from generator.load.published import Published, load_published
from generator.load.site import RECORD
from generator.publish.differences import Differences, compare
from generator.publish.publication import (
    CannotPublish,
    Publication,
    chosen,
    listed_files,
    of_release,
    with_manifest,
)
from generator.publish.record import parse, put, settle, written
from generator.publish.releases import Releases, found, lay_out
from generator.publish.target import CURRENT, Shown
from generator.save import MANIFEST, Saved, alone

_OURS = {CURRENT, "releases", RECORD}


class Folder:
    """A folder with releases. Every method raises CannotPublish."""

    def __init__(self, path: Path) -> None:
        """`path` is the folder; a first publication makes it."""
        self.path = path
        self._releases = Releases(path / "releases")
        self._fresh = path / ".new"
        self._pending = path / ".pending.yaml"
        self._link = path / CURRENT

    def published(self) -> Published | None:
        """What is shown now."""
        return load_published(self._link)

    def publish(self, artefacts: Sequence[Artefact], drafted: Publication, keep: int) -> Shown:
        """Lays a release beside the others and switches over; what is shown is one or the other."""
        with self._alone(make=True):
            current, names = self._current(), self._releases.names()
            publication = of_release(drafted, artefacts, names)
            if current and self._is_same(current, publication):
                return Shown(Saved(0, len(artefacts), 0), None, self._log())
            saved = lay_out(artefacts, self._fresh, self._releases.path / current if current else None)
            self._releases.lend(({*names[1 - keep :], current}) - {""}, self._fresh)
            self._show(publication)
            self._releases.forget(keep, publication.release)
            return Shown(saved, publication, self._log())

    def rollback(self, drafted: Publication, wanted: str | None) -> Shown:
        """Switches to an earlier release, if it is whole."""
        with self._alone():
            name = chosen(wanted, self._releases.names(), self._current())
            differs = self._releases.differences(name, self._log())
            if differs.changed or differs.missing:
                which = ", ".join((*differs.changed, *differs.missing)[:3])
                raise CannotPublish(
                    f"{name} is not as it was published ({which}), so what is shown stays. "
                    "Name another release with --to."
                )
            manifest = self._releases.manifest(name)
            publication = replace(with_manifest(drafted, manifest), action="rollback", release=name)
            self._releases.lend(set(self._releases.names()) - {name}, self._releases.path / name)
            self._show(publication)
            self._releases.tidy()
            return Shown(Saved(0, publication.files, 0), publication, self._log())

    def verify(self, known: Sequence[Publication]) -> Differences:
        """Hashes every file that is shown. A folder that `build` made can be compared too."""
        try:
            if (self.path / MANIFEST).is_file() and not self._releases.path.exists():
                return compare("", listed_files((self.path / MANIFEST).read_bytes()), found(self.path), {})
            current = self._current()
            if not current:
                raise self._nothing()
            return self._releases.differences(current, (*self._log(), *known))
        except OSError as problem:
            raise CannotPublish(f"{self.path} cannot be read: {problem.strerror}.") from problem

    def _nothing(self) -> CannotPublish:
        return CannotPublish(f"Nothing is published in {self.path}.")

    @contextmanager
    def _alone(self, make: bool = False) -> Iterator[None]:
        """One publisher at a time, in a folder that is healed first; what fails is told plainly."""
        try:
            if make:
                self._refuse_foreign()
                self._releases.path.mkdir(parents=True, exist_ok=True)
            elif not self._releases.path.is_dir():
                raise self._nothing()
            with alone(self.path):
                self._heal()
                try:
                    yield
                finally:
                    self._heal()
        except OSError as problem:
            raise CannotPublish(_told(self.path, problem)) from problem

    def _refuse_foreign(self) -> None:
        """A folder that holds anything else is somebody else's."""
        if self.path.exists() and not self.path.is_dir():
            raise CannotPublish(f"{self.path} is a file, not a folder. Choose another target.")
        if self.path.exists() and not self._releases.path.exists():
            strange = sorted(entry.name for entry in self.path.iterdir() if entry.name not in _OURS)
            if strange:
                raise CannotPublish(
                    f"{self.path} holds files that `publish` did not put there, such as {strange[0]}. "
                    "Move them away, or choose another folder."
                )
        if self._link.exists() and not self._link.is_symlink():
            raise CannotPublish(
                f"{self._link} was not made by `publish`, which keeps a link there. "
                "Move it away, then publish again."
            )

    def _heal(self) -> None:
        """Ends what a publication that was interrupted has begun, or takes it back.

        What is shown is right in any case; nothing here stands in the way of showing more.
        """
        shutil.rmtree(self._fresh, ignore_errors=True)
        with suppress(OSError):
            if self._pending.exists():
                (begun,) = parse(self._pending.read_bytes(), str(self._pending))
                if self._current() == begun.release:
                    self._remember(begun)
                elif begun.action == "publish":
                    shutil.rmtree(self._releases.path / begun.release, ignore_errors=True)
                self._pending.unlink()

    def _show(self, publication: Publication) -> None:
        """The switch. Before it all is as it was, after it all is new; `_heal` does what is left."""
        put(self._pending, written((publication,)))
        if publication.action == "publish":
            self._fresh.rename(self._releases.path / publication.release)
            settle(self._releases.path)
        link = self.path / ".current.new"
        link.unlink(missing_ok=True)
        link.symlink_to(f"releases/{publication.release}")
        link.rename(self._link)
        with suppress(OSError):
            settle(self.path)

    def _remember(self, publication: Publication) -> None:
        log = self._logged()
        if publication.identity not in {entry.identity for entry in log}:
            put(self.path / RECORD, written((*log, publication)))

    def _logged(self) -> tuple[Publication, ...]:
        file = self.path / RECORD
        return parse(file.read_bytes(), str(file)) if file.exists() else ()

    def _log(self) -> tuple[Publication, ...]:
        """All that was ever shown, with what is not written down yet."""
        held = parse(self._pending.read_bytes(), str(self._pending)) if self._pending.exists() else ()
        return (*self._logged(), *held)

    def _current(self) -> str:
        """The name of the release that is shown; nothing where there is none."""
        name = self._link.readlink().name if self._link.is_symlink() else ""
        return name if name and (self._releases.path / name).is_dir() else ""

    def _is_same(self, current: str, publication: Publication) -> bool:
        """Whether just this is shown already, and is whole."""
        try:
            manifest = sha256(self._releases.manifest(current)).hexdigest()
            return manifest == publication.manifest and not self._releases.differences(current, ())
        except (OSError, CannotPublish):
            return False


def _told(target: Path, problem: OSError) -> str:
    """What stands in the way, and what to do about it."""
    why, stays = os.strerror(problem.errno or 0), "What was published before is still shown."
    if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return (
            f"There is no room left for the site in {target} ({why}). {stays} Make room, then publish again."
        )
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{target} may not be written to ({why}). {stays} Publish as a user who may write there."
    return f"The site could not be published to {target}: {why}. {stays}"
