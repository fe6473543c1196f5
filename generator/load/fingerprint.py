"""One hash over everything that a check depends on, and what was found when it was last the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.load.site import RECORD
from generator.load.templates import OURS

PROGRAM = Path(__file__).parents[1]
LIBRARIES = ("beautifulsoup4", "jinja2", "markdown", "pydantic", "pyyaml", "snowballstemmer")


def fingerprint(site: Path, *facts: object) -> str:
    """The site's files, the templates, this program, its libraries and further facts, as one hash.

    Names and contents count; times do not, so that a fresh checkout is the same site.
    """
    hashed = sha256(repr((sys.version, *facts, *map(_version, LIBRARIES))).encode())
    for file in _files(site):
        try:
            body = file.read_bytes() if file.is_file() else b"no file"
        except OSError as problem:
            body = str(problem).encode()
        hashed.update(repr((str(file), file.is_symlink(), len(body))).encode() + body)
    return hashed.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "unknown"


def _files(site: Path) -> Iterator[Path]:
    yield site / "site.yaml"
    for folder in (site / "content", site / "templates", OURS, PROGRAM):
        yield from sorted(
            path for path in folder.rglob("*") if path.suffix != ".pyc" and path != site / "content" / RECORD
        )


def recall(file: Path) -> bytes | None:
    """What was kept in a file, if anything was."""
    try:
        return file.read_bytes()
    except OSError:
        return None
