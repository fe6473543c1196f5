"""What a store keeps of each release, so that it can be shown again: which file had which bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.artefacts import Artefact
from generator.publish.bucket import Upload
from generator.publish.publication import CannotPublish, Publication
from generator.publish.record import parse, written
from generator.publish.releases import ASSETS
from generator.render.headers import FRESH, LASTING
from generator.save import MANIFEST

STATE = ".fair-notice/"
"""Where a store keeps what it remembers, apart from the site."""

LISTINGS, OBJECTS = f"{STATE}releases/", f"{STATE}objects/"
CLAIM, LOG = f"{STATE}claim", f"{STATE}publications.yaml"
_TEXT = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a release."""

    sha256: str
    media_type: str
    cache: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A release: what is known of its publication, and its files by their paths."""

    publication: Publication
    files: dict[str, Listed]

    @property
    def objects(self) -> set[str]:
        """Where the bytes of its files are kept. Assets never change and stay where they are."""
        return {kept_at(path, file.sha256) for path, file in self.files.items()}


def kept_at(path: str, fingerprint: str) -> str:
    """Where a file's bytes are kept for as long as a release needs them."""
    return path if path.startswith(ASSETS) else OBJECTS + fingerprint


def upload(artefact: Artefact, release: str) -> Upload:
    """A file of the site as it is put into the store."""
    media_type = artefact.media_type
    if media_type.startswith(_TEXT) and "charset" not in media_type:
        media_type += "; charset=utf-8"
    cache = LASTING if artefact.path.startswith(ASSETS) else FRESH
    named = release if artefact.path == MANIFEST else ""
    return Upload(artefact.path, artefact.body, media_type, cache, named)


def state(path: str, body: bytes) -> Upload:
    """Something that the store remembers, which no browser asks for."""
    return Upload(path, body, "application/octet-stream", FRESH)


def listing_of(publication: Publication, uploads: Sequence[Upload]) -> Listing:
    """The listing of a release that is about to be put."""
    return Listing(publication, {u.path: Listed(u.sha256, *u.settings) for u in uploads})


def listing_written(listing: Listing) -> bytes:
    """A listing as a file."""
    said = {
        "publication": written((listing.publication,)).decode(),
        "files": {path: [f.sha256, f.media_type, f.cache] for path, f in sorted(listing.files.items())},
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def listing_read(body: bytes, place: str) -> Listing:
    """A listing from its file. Raises CannotPublish where it is damaged."""
    try:
        said: Any = json.loads(body)
        (publication,) = parse(said["publication"].encode(), place)
        return Listing(publication, {path: Listed(*file) for path, file in said["files"].items()})
    except (ValueError, LookupError, TypeError, AttributeError) as problem:
        raise CannotPublish(f"What the store remembers in {place} is damaged.") from problem
