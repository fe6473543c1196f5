"""What was published last, as far as the output folder tells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"

FORM = 2
"""The form of the hashes that can be compared with those of today; older ones say nothing."""


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
        manifest: Any = json.loads((folder / MANIFEST).read_bytes())
        prints: Any = json.loads((folder / "fingerprints.json").read_bytes())
        known = prints if prints.get("form") == FORM else {"records": {}, "entries": {}}
        said = _said(folder / "published.json")
        if said.get("drafts"):
            return None
        return Published(
            today=date.fromisoformat(manifest["today"]),
            addresses=frozenset(path for path in manifest["files"] if path.endswith(".html")),
            records=dict(known["records"]),
            entries={record: dict(entries) for record, entries in known["entries"].items()},
            files=dict(manifest["files"]),
            versions=dict(known.get("versions", {})),
            said=dict(said.get("records", {})),
            names=dict(said.get("names", {})),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _said(file: Path) -> Any:
    return json.loads(file.read_bytes()) if file.is_file() else {}
