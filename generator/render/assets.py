"""The stylesheet, the scripts and other assets, each with a content hash in its name."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from xml.sax.saxutils import escape

from generator.artefacts import Artefact
from generator.config import Theme
from generator.load import TemplateFiles
from generator.render.colours import ink_on, tokens

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
    """Every file of templates/assets by its name, the stylesheet with the site's colours; and the icon."""
    for name in templates.below("assets"):
        short = name.removeprefix("assets/")
        body = templates.files[name]
        if short == "site.css":
            body = tokens(theme).encode() + body
        yield short, hashed(short, body, (templates.origins[name],))
    yield "icon.svg", hashed("icon.svg", icon(theme).encode())


def icon(theme: Theme) -> str:
    """The mark that a browser shows beside the title: initials on the council's colour."""
    size = 34 if len(theme.initials or "") < 2 else 26
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="10" fill="{theme.colour}"/>'
        f'<rect y="54" width="64" height="10" fill="{theme.accent}"/>'
        f'<text x="32" y="40" font-family="sans-serif" font-weight="700" font-size="{size}" '
        f'text-anchor="middle" fill="{ink_on(theme.colour)}">{escape(theme.initials or "")}</text></svg>\n'
    )
