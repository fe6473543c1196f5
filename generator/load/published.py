"""What was published last, as far as the output folder tells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.load.published_values import VALUES, PublishedValues, values_in, values_of

MANIFEST = "manifest.json"
PRINTS = "fingerprints.json"
"""What each published record says, as hashes."""

FORM = 2
"""The form of the hashes that can be compared with those of today; older ones say nothing."""

_DAMAGED = (ValueError, KeyError, TypeError, AttributeError)
"""What reading files raises that are not as we have written them."""


@dataclass(frozen=True, slots=True)
class Published:
    """The last publication: its day, its files, what its records said and the entries that stand.

    `files` has the hash of every file by its path, `records` and `entries` the hashes of what was
    said, `versions` those of earlier versions, `said` the published values of every record and
    `names` what ids were called; the last three are empty for a site made before they were written.
    """

    today: date
    addresses: frozenset[str]
    records: Mapping[str, str]
    entries: Mapping[str, Mapping[str, str]]
    files: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def load_published(output: Path) -> Published | None:
    """Reads what a published folder, or the manifest in it, tells; nothing where it is none of ours.

    A site that was made with drafts is no publication, so there is nothing to compare with.
    """
    folder = output.parent if output.name == MANIFEST else output
    try:
        manifest, prints = (folder / MANIFEST).read_bytes(), (folder / PRINTS).read_bytes()
        return _published(manifest, prints, values_in(folder / VALUES))
    except (OSError, *_DAMAGED):
        return None


def read_published(manifest: bytes, prints: bytes, values: bytes | None = None) -> Published | None:
    """What the files of a site say of it; nothing where they are damaged."""
    try:
        return _published(manifest, prints, values_of(values) if values else PublishedValues())
    except _DAMAGED:
        return None


def _published(manifest: bytes, prints: bytes, values: PublishedValues) -> Published | None:
    site: Any = json.loads(manifest)
    hashes: Any = json.loads(prints)
    if values.drafts:
        return None
    known = hashes if hashes.get("form") == FORM else {"records": {}, "entries": {}}
    return Published(
        today=date.fromisoformat(site["today"]),
        addresses=frozenset(path for path in site["files"] if path.endswith(".html")),
        records=dict(known["records"]),
        entries={record: dict(entries) for record, entries in known["entries"].items()},
        files=dict(site["files"]),
        versions=dict(known.get("versions", {})),
        said=values.said,
        names=values.names,
    )
