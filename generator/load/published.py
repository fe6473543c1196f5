"""What was published last, as far as the output folder tells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any


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
        manifest: Any = json.loads((output / "manifest.json").read_bytes())
        prints: Any = json.loads((output / "fingerprints.json").read_bytes())
        return Published(
            today=date.fromisoformat(manifest["today"]),
            addresses=frozenset(path for path in manifest["files"] if path.endswith(".html")),
            records=dict(prints["records"]),
            entries={record: dict(entries) for record, entries in prints["entries"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
