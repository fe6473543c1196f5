"""The site before the last one, which becomes the next one: most of its files are the same.

To lay out thousands of files and to take as many away would take longer than to make those of an edit.
"""

from __future__ import annotations

import marshal
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.load.signatures import recalled
from generator.save.keeping import keep
from generator.save.laying import Inside, Known, inside

MOST = 4
"""Outputs of which a spare site is kept, and files that may lie beside one."""

SITE, KNOWN = "site", "known"


@dataclass(frozen=True, slots=True)
class Spare:
    """Where the spare site of one output lies, with what is known of the site that is there now.

    The folder can be deleted at any time. Whoever uses it has the output alone.
    """

    folder: Path

    def known(self) -> Known:
        """What the files of the output hold, as long as they are what they are known by."""
        try:
            kept = marshal.loads(recalled(str(self.folder / KNOWN)) or b"")
            return {path: tuple(state) for path, state in kept.items()}
        except (ValueError, EOFError, TypeError, AttributeError):
            return {}

    def take(self, fresh: Path) -> Inside:
        """Puts the spare site where the next one is to be laid out; without one that is empty."""
        try:
            (self.folder / SITE).rename(fresh)
        except OSError:  # there is none, or it lies on another disk
            fresh.mkdir()
        return inside(str(fresh))

    def leave(self, old: Path, known: Known) -> None:
        """Keeps a site whose place has been taken, where it can be kept."""
        keep(marshal.dumps(dict(known)), self.folder / KNOWN, MOST)
        with suppress(OSError):
            old.rename(self.folder / SITE)
            self._tidy()

    def _tidy(self) -> None:
        """Takes away the spare sites of outputs that have not been made for the longest time."""
        beside = sorted(self.folder.parent.iterdir(), key=lambda folder: folder.stat().st_mtime_ns)
        for folder in beside[:-MOST]:
            gone = folder.with_name(f".{folder.name}.{os.getpid()}")
            folder.rename(gone)  # from now on nobody can take it who would not notice
            shutil.rmtree(gone, ignore_errors=True)


def spare_of(output: Path, cache: Path) -> Spare:
    """The spare site of an output."""
    return Spare(cache / "spare" / blake2b(os.fsencode(output), digest_size=16).hexdigest())
