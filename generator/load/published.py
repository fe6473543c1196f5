"""What was published last, as far as the output folder tells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

PRINTS = "fingerprints.json"
"""What each published record says, as hashes."""


@dataclass(frozen=True, slots=True)
class Published:
    """The last publication: its day, its pages, what its records said and the entries that stand."""

    today: date
    addresses: frozenset[str]
    records: Mapping[str, str]
    entries: Mapping[str, Mapping[str, str]]


def load_published(output: Path) -> Published | None:
    """Reads the manifest and the fingerprints of an output folder; nothing where it is none of ours."""
    try:
        return read_published((output / "manifest.json").read_bytes(), (output / PRINTS).read_bytes())
    except OSError:
        return None


def read_published(manifest: bytes, prints: bytes) -> Published | None:
    """What the manifest and the fingerprints of a site say; nothing where they are damaged."""
    try:
        site: Any = json.loads(manifest)
        said: Any = json.loads(prints)
        return Published(
            today=date.fromisoformat(site["today"]),
            addresses=frozenset(path for path in site["files"] if path.endswith(".html")),
            records=dict(said["records"]),
            entries={record: dict(entries) for record, entries in said["entries"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
