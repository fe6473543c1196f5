"""What everything that is made depends on beside the site: this program, Python and the libraries."""

from __future__ import annotations

import sys
from hashlib import blake2b
from pathlib import Path

from generator.load.signatures import PROGRAM, program
from generator.load.store import Store, key_of

LIBRARIES = (
    *("annotated_types", "beautifulsoup4", "jinja2", "markdown", "markupsafe", "pydantic", "pyyaml"),
    "snowballstemmer",
)
"""What has a say in the bytes of a page or in a finding; `pydantic` stands for its core too."""


_asked: list[bytes] = []
"""What this process was told when it asked first."""


def program_fingerprint(store: Store) -> bytes:
    """A hash of the program's own files, of Python's version and of the versions of the libraries.

    Contents and names count, times and places do not: a fresh checkout is the same program. A process
    stays the program that it was when it asked first, whatever becomes of the files. They are read only
    where the store does not know it of files that are as these are.
    """
    if not _asked:
        _asked.append(_known_in(store))
    return _asked[0]


def _known_in(store: Store) -> bytes:
    files = program()
    key = key_of("program", sys.version, files)
    found = store.get(key) if files else None
    if found is None:
        found = _read()
        if files:
            store.put(key, found)
    return found


def _read() -> bytes:
    hashed = blake2b(repr((sys.version, sorted(_installed()))).encode(), digest_size=16)
    for file in sorted(Path(PROGRAM).rglob("*")):
        if file.suffix in (".py", ".yaml") and file.is_file():
            body = file.read_bytes()
            hashed.update(f"{file.relative_to(PROGRAM).as_posix()} {len(body)}\n".encode() + body)
    return hashed.digest()


def _installed() -> set[str]:
    """The libraries as they are installed, each with its version, by the folders that say so."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            names = [entry.name for entry in Path(folder).iterdir()] if folder.endswith("-packages") else []
        except OSError:
            continue
        found |= {name.lower() for name in names if name.endswith(".dist-info")}
    return {name for name in found if name.startswith(LIBRARIES)}
