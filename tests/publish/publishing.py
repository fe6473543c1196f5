"""What the tests of publishing share: small sites in memory, and what is true of a place that shows one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import yaml
from conftest import fingerprints, listed

from generator.artefacts import Artefact
from generator.publish.publication import Publication
from generator.render.assets import hashed

WHEN = datetime(2026, 11, 22, 10, 0, 0, tzinfo=UTC)


def site(words: str, pages: Iterable[str] = ("", "a/", "b/c/"), today: str = "2026-11-22") -> list[Artefact]:
    """A site whose every page says the words and uses a stylesheet that does too."""
    style = hashed("site.css", f"/* {words} */".encode())
    made = [style] + [
        Artefact(f"/{page}", f"<link href='{style.url}'>{page} {words}".encode(), "text/html")
        for page in pages
    ]
    made.append(Artefact("/fingerprints.json", b'{"records": {}, "entries": {}}', "application/json"))
    files = {f"/{artefact.path}": artefact.fingerprint for artefact in made}
    manifest = {"version": "0", "today": today, "files": dict(sorted(files.items()))}
    return [*made, Artefact("/manifest.json", json.dumps(manifest).encode(), "application/json")]


def drafted(target: object = "there", second: int = 0) -> Publication:
    """A publication that is about to begin."""
    return Publication(f"2026-11-22T10:00:{second:02}Z", "publish", str(target))


def hashes(artefacts: Iterable[Artefact]) -> dict[str, str]:
    """The files of a site with their hashes."""
    return {artefact.path: artefact.fingerprint for artefact in artefacts}


def shows_one_whole_site(target: Path) -> bool:
    """Whether every file that the manifest lists is shown with its bytes, and none but assets beside."""
    current = target / "current"
    found = fingerprints(current.resolve())
    found.pop("manifest.json")
    wanted = listed(current)
    beside = {path for path in found.keys() - wanted.keys() if not path.startswith("assets/")}
    return not beside and all(found.get(path) == known for path, known in wanted.items())


def entries(file: Path) -> list[dict[str, object]]:
    """The entries of a record of publications."""
    return list(yaml.safe_load(file.read_text("utf-8")))
