"""What files are known by without reading them, so that a site that has not changed is known at once."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator

PROGRAM = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SETTLED = 100_000_000
"""Nanoseconds after which a file that is changed again has another time, on any file system."""

LISTINGS = ("manifest.json", "fingerprints.json", "published.json")
"""What is read of the last publication."""

Signature = tuple[int, int, int, int]
Files = dict[str, Signature | None]
"""Files and folders by their path, with what they are known by; `None` for one that is not there."""


def signature(path: str) -> Signature | None:
    """The size of a file or folder, its times and its number on the disk."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def still(files: Files) -> bool:
    """Whether all files are what they were."""
    return all(signature(path) == known for path, known in files.items())


def inputs(site: str, templates: str, published: str) -> Files | None:
    """Everything that a site is made of, as it is now; `None` where that cannot be told for certain.

    That is so where a file is a link, and where one was changed this very moment: it could change
    again without another time.
    """
    single = [os.path.join(site, "site.yaml"), *(os.path.join(published, name) for name in LISTINGS)]
    trees = (os.path.join(site, "content"), os.path.join(site, "templates"), templates)
    return _known((*single, *_libraries(), *_program(), *(path for tree in trees for path in _below(tree))))


def program() -> Files | None:
    """All files of the program and the folders of its libraries, as `inputs` has them."""
    return _known((*_libraries(), *_program()))


def _known(paths: Iterable[str]) -> Files | None:
    latest = time.time_ns() - SETTLED
    found: Files = {}
    for path in paths:
        known = found[path] = signature(path)
        if os.path.islink(path) or (known and max(known[1:3]) > latest):
            return None
    return found


def _below(tree: str) -> Iterator[str]:
    """A folder with all that is in it; its own time tells when something comes or goes."""
    yield tree
    for parent, folders, files in os.walk(tree):
        yield from (os.path.join(parent, name) for name in (*folders, *files))


def _program() -> Iterator[str]:
    return (path for path in _below(PROGRAM) if path.endswith((".py", ".yaml")))


def _libraries() -> Iterable[str]:
    """The folders that change when a library is installed."""
    return (path for path in sys.path[1:] if path.endswith("-packages"))


def recalled(path: str) -> bytes | None:
    """What was kept in a file, if anything was."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None
