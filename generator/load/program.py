"""What everything that is made depends on beside the site: this program, Python and the libraries."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

from generator.load.signatures import PROGRAM

LIBRARIES = (
    *("annotated_types", "beautifulsoup4", "jinja2", "markdown", "markupsafe", "pydantic", "pyyaml"),
    "snowballstemmer",
)
"""What has a say in the bytes of a page or in a finding; `pydantic` stands for its core too."""


@cache
def program_fingerprint() -> bytes:
    """A hash of the program's own files, of Python's version and of the versions of the libraries.

    Contents and names count, times and places do not: a fresh checkout is the same program. A process
    stays the program that it was when it asked first, whatever becomes of the files.
    """
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
