"""The record of publications: a YAML file that people can read, one entry for each, only added to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import yaml

from generator.load.site import RECORD
from generator.publish.publication import CannotPublish, Publication
from generator.save import alone

HEADING = """\
# Every publication of this site, oldest first: what was shown to the public, where and from when.
# The commands `publish` and `rollback` add to it. Keep it with the content; do not edit it.
"""


def parse(body: bytes, place: str) -> tuple[Publication, ...]:
    """The entries of a record. Raises CannotPublish where it cannot be read."""
    try:
        entries: Any = yaml.load(body, yaml.CSafeLoader) or []
        return tuple(_entry(entry) for entry in entries)
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, AttributeError) as problem:
        raise CannotPublish(
            f"The record of publications, {place}, cannot be read, so nothing was added to it. "
            "Put back the file as it was, or move it away so that a new one is begun; then try again."
        ) from problem


def _entry(entry: dict[str, Any]) -> Publication:
    known = {field.name for field in fields(Publication)}
    values = {name: value for name, value in entry.items() if name in known}
    for name in ("accepted", "open"):
        values[name] = tuple(values.get(name, ()))
    return Publication(**values)


def written(publications: Iterable[Publication]) -> bytes:
    """Entries as a file."""
    return (HEADING + "".join(_text(publication) for publication in publications)).encode()


def _text(publication: Publication) -> str:
    values = {name: value for name, value in asdict(publication).items() if value not in ("", (), 0)}
    for name in ("accepted", "open"):
        if name in values:
            values[name] = [dict(entry) for entry in values[name]]
    return yaml.safe_dump([values], sort_keys=False, allow_unicode=True, width=110)


def remember(site: Path, publications: Iterable[Publication]) -> int:
    """Adds to the site's own record what it lacks; returns how many entries it added.

    What a publication that was interrupted could not write is so made good by the next.
    Raises CannotPublish.
    """
    file = site / "content" / RECORD
    try:
        with alone(file.parent):
            known = parse(file.read_bytes(), str(file)) if file.exists() else ()
            have = {(entry.target, *entry.identity) for entry in known}
            new = [entry for entry in publications if (entry.target, *entry.identity) not in have]
            if new:
                everything = sorted((*known, *new), key=lambda entry: entry.when)
                put(file, written(everything))
            return len(new)
    except OSError as problem:
        raise CannotPublish(
            f"The publication could not be written into {file}: {problem.strerror}. "
            "The site itself is published; the next `publish` makes the record good."
        ) from problem


def remembered(site: Path) -> tuple[Publication, ...]:
    """The site's own record; none where there is no such file."""
    file = site / "content" / RECORD
    try:
        return parse(file.read_bytes(), str(file))
    except OSError:
        return ()


def put(file: Path, body: bytes) -> None:
    """Writes a file so that it is the old one or the new one, also after the power has failed."""
    fresh = file.with_name(f".{file.name}.new")
    with fresh.open("wb") as handle:
        handle.write(body)
        handle.flush()
        os.fsync(handle.fileno())
    fresh.replace(file)
    settle(file.parent)


def settle(folder: Path) -> None:
    """Makes sure that the names in a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
