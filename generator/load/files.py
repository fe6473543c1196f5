"""Finding and reading the files of a folder: nothing outside it, nothing too big, nothing garbled."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Finding, Location, Severity

LARGEST = 1024 * 1024
"""Bytes that a content file may have: 1 MiB."""

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
)
"""Characters nobody sees: control characters, breaks that are none, and marks that turn text round."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that could be read: its path from the site's folder, and its text."""

    path: str
    text: str


def _problem(rule: str, path: str, message: str, hint: str) -> Finding:
    return Finding(rule, Severity.ERROR, message, Location(path), hint)


def entries(folder: Path, site: Path) -> Iterator[Path | Finding]:
    """What lies directly in a folder, in order of name; hidden files and backups are left out."""
    try:
        inside = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _problem(
            "file-unreadable",
            _relative(folder, site),
            f"This folder cannot be read: {error.strerror}.",
            "Check who may open it.",
        )
        return
    yield from (entry for entry in inside if not entry.name.startswith(".") and entry.name[-1] != "~")


def folders_in(folder: Path) -> frozenset[str]:
    """The names of the folders in a folder, asked for at once: thousands of files can lie beside them."""
    try:
        with os.scandir(folder) as inside:
            return frozenset(entry.name for entry in inside if entry.is_dir())
    except OSError:  # of which `entries` tells
        return frozenset()


def _relative(path: Path, site: Path) -> str:
    whole, start = os.fspath(path), f"{os.fspath(site)}{os.sep}"
    if whole.startswith(start):  # which is quicker to see than to ask the paths
        return _printable(whole.removeprefix(start).replace(os.sep, "/"))
    return _printable(path.relative_to(site).as_posix())


def _printable(path: str) -> str:
    """A file name that is no valid text (lone bytes) still has to be shown to somebody."""
    return path.encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it lies there: its path from the site's folder, and its bytes."""

    path: str
    body: bytes


def read(file: Path, site: Path) -> SourceFile | Finding:
    """The text of one file below `site`, or the reason why it cannot be used."""
    raw = read_raw(file, site)
    return raw if isinstance(raw, Finding) else decode(raw)


def read_raw(file: Path, site: Path) -> RawFile | Finding:
    """The bytes of one file below `site`, or the reason why it cannot be used.

    A link that leads out of the site and a file over 1 MiB are refused.
    """
    path = _relative(file, site)
    refused = None if _is_plain(site, path) else _refusal(file, site, path)
    if refused:
        return refused
    try:
        body = file.read_bytes()
    except OSError as error:
        return _problem(
            "file-unreadable", path, f"This file cannot be read: {error.strerror}.", "Check who may open it."
        )
    return RawFile(path, body)


def _is_plain(site: Path, path: str) -> bool:
    """Whether nothing could be wrong with a file, which is quick to see: no link leads to it in the site."""
    known, place = None, str(site)
    try:
        for step in path.split("/"):
            place = f"{place}{os.sep}{step}"
            known = os.lstat(place)
            if stat.S_ISLNK(known.st_mode):
                return False
    except OSError:
        return False
    return known is not None and stat.S_ISREG(known.st_mode) and known.st_size <= LARGEST


def _refusal(file: Path, site: Path, path: str) -> Finding | None:
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):
        if not file.is_symlink():
            return _problem("file-unreadable", path, "This file is not there.", "Put it back, or make it.")
        return _problem("file-link", path, "This is a link that leads nowhere.", "Put the file itself here.")
    if not target.is_relative_to(site.resolve()):
        return _problem(
            "file-link", path, "This is a link that leads out of the site.", "Put the file itself here."
        )
    if not target.is_file():
        return _problem(
            "file-unexpected", path, "This is not an ordinary file.", "Only content files belong here."
        )
    if target.stat().st_size > LARGEST:
        return _problem(
            "file-size",
            path,
            f"This file is larger than 1 MiB ({target.stat().st_size:,} bytes).",
            "Split it into several records, or take out what was pasted in by mistake.",
        )
    return None


def decode(file: RawFile) -> SourceFile | Finding:
    """The text of a file, or the reason why it cannot be used.

    Another encoding than UTF-8 and control characters are refused. A byte order mark is taken off and
    line ends are made `\\n`.
    """
    raw, path = file.body, file.path
    try:
        text = raw.decode("utf-8-sig")
        if "\0" in text[:2]:  # the letters of UTF-16, each beside an empty byte
            raise UnicodeDecodeError("utf-8", raw, 0, 1, "UTF-16")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return Finding(
            "file-encoding",
            Severity.ERROR,
            "This file is not saved as UTF-8, so some letters cannot be read.",
            Location(path, line, column),
            "Save it again with the encoding UTF-8.",
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    stray = CONTROL.search(text)
    if stray:
        return _stray_character(text, stray.start(), path)
    return SourceFile(path, text)


def _stray_character(text: str, at: int, path: str) -> Finding:
    line = text.count("\n", 0, at) + 1
    return Finding(
        "file-encoding",
        Severity.ERROR,
        f"There is an invisible control character here (U+{ord(text[at]):04X}).",
        Location(path, line, at - text.rfind("\n", 0, at)),
        "Delete it and type the words around it again.",
    )
