"""What is kept from one run to the next only to save time: it can be deleted at any moment."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

from generator.load.store import ENDING, Store, packed, segment_files


def keep(body: bytes, file: Path, most: int) -> None:
    """Keeps something that can be made anew at any time, with at most so many files beside it.

    Where nothing can be written nothing is kept: it is only a matter of time.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f".{file.name}.{os.getpid()}")
        fresh.write_bytes(body)
        fresh.replace(file)
        for old in sorted(file.parent.iterdir(), key=lambda f: f.stat().st_mtime, reverse=True)[most:]:
            old.unlink(missing_ok=True)
    except OSError:
        return


MOST_SEGMENTS = 12
"""Files of what was made, after which one takes the place of all."""

UNFINISHED, AN_HOUR = ".fresh.", 3600
"""How a file begins that is being written, and the seconds after which nobody writes it any more."""

SPARE = 256 * 1024 * 1024
"""Bytes that may lie there though no build asks for them, beside twice what this one did."""


def keep_made(store: Store, folder: Path) -> None:
    """Keeps what a run has made; where much has gathered that it did not ask for, only what it did.

    Where nothing can be written nothing is kept: it is only a matter of time.
    """
    if not store.fresh:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        old = segment_files(folder)
        crowded = len(old) >= MOST_SEGMENTS or sum(f.stat().st_size for f in old) > 3 * store.size + SPARE
        hashed, fresh = blake2b(digest_size=16), folder / f"{UNFINISHED}{os.getpid()}"
        with fresh.open("wb") as opened:  # piece by piece: the whole of it may be as large as the site
            for piece in packed(store.living() if crowded else store.fresh):
                hashed.update(piece)
                opened.write(piece)
        file = fresh.replace(folder / f"{hashed.hexdigest()}{ENDING}")
        for other in old if crowded else ():
            if other != file:
                other.unlink(missing_ok=True)
        for left in folder.glob(f"{UNFINISHED}*"):
            if left.stat().st_mtime < file.stat().st_mtime - AN_HOUR:  # whoever wrote it has been killed
                left.unlink(missing_ok=True)
    except OSError:
        return
