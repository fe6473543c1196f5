"""The stylesheet, the scripts and other assets, each with a content hash in its name."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from generator.artefacts import Artefact
from generator.config import Theme
from generator.load import TemplateFiles
from generator.render.colours import tokens

MEDIA_TYPES = {
    "css": "text/css",
    "html": "text/html",
    "ico": "image/x-icon",
    "js": "text/javascript",
    "json": "application/json",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
"""What a file is, by its ending."""


def hashed(name: str, body: bytes, sources: tuple[str, ...] = ()) -> Artefact:
    """An asset whose name changes with its content, so that it can be kept for ever."""
    stem, _, ending = name.rpartition(".")
    url = f"/assets/{stem}.{sha256(body).hexdigest()[:10]}.{ending}"
    return Artefact(url, body, MEDIA_TYPES.get(ending, "application/octet-stream"), sources)


def assets(templates: TemplateFiles, theme: Theme) -> Iterator[tuple[str, Artefact]]:
    """Every file of templates/assets by its name there; the stylesheet carries the site's colours."""
    for name in templates.below("assets"):
        short = name.removeprefix("assets/")
        body = templates.files[name]
        if short == "site.css":
            body = tokens(theme).encode() + body
        yield short, hashed(short, body, (templates.origins[name],))
