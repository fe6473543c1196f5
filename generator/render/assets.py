"""The stylesheet, the scripts and other assets, each with a content hash in its name."""

from __future__ import annotations

from hashlib import sha256
from html import escape

from generator.artefacts import ASSETS, Artefact
from generator.config import Site, Theme
from generator.diagnostics import Finding, Location, Severity
from generator.load.templates import TemplateFiles
from generator.render.card import card
from generator.render.colours import ink_on, tokens
from generator.render.consent import (
    CONSENT_SCRIPT,
    CONSENT_SCRIPTS,
    PROVIDER_SCRIPTS,
    consent_script,
    wanted_scripts,
)
from generator.render.embeds import EMBED_SCRIPT, wanted_files
from generator.render.lean import lean_script, lean_style
from generator.render.short_names import with_short_names

MEDIA_TYPES = {
    "bin": "application/octet-stream",
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


OPTIONAL = CONSENT_SCRIPTS | {EMBED_SCRIPT}
"""Scripts that only some sites have."""

SEARCH_SCRIPT = "search.js"
"""The script whose names are made short, because it is the longest and may weigh no more than 3 KB."""

STYLE, NOTICE_STYLE = "site.css", "notice.css"
"""The stylesheet, and the part of it that a notice is sent with."""

BEYOND_NOTICES = "/* A notice is sent without what follows"
"""How the comment begins that ends what notices need."""

STAND_INS = "demonstration-"
"""How the names of files begin that only the demonstration uses."""


def hashed(name: str, body: bytes, sources: tuple[str, ...] = ()) -> Artefact:
    """An asset whose name changes with its content, so that it can be kept for ever."""
    stem, _, ending = name.rpartition(".")
    url = f"{ASSETS}{stem}.{sha256(body).hexdigest()[:10]}.{ending}"
    return Artefact(url, body, MEDIA_TYPES.get(ending, "application/octet-stream"), sources)


def garbled_asset(templates: TemplateFiles) -> Finding | None:
    """The first stylesheet or script that is not UTF-8, which nothing can be made of."""
    for name in templates.below("assets"):
        body = templates.files[name] if name.endswith((".css", ".js")) else b""
        try:
            body.decode()
        except UnicodeDecodeError as error:
            return Finding(
                "template-error",
                Severity.ERROR,
                "This file is not saved as UTF-8, so some letters cannot be read.",
                Location(templates.origins[name], body.count(b"\n", 0, error.start) + 1),
                "Save it again with the encoding UTF-8.",
            )
    return None


def assets(templates: TemplateFiles, site: Site) -> dict[str, Artefact]:
    """What the pages of a site use, by its name in templates/assets; the icon and the card.

    The card has a plain name, because pages have no room for a longer one and nothing keeps it for ever;
    a card.png in the site's own templates/assets takes its place.
    The stylesheet gets the site's colours; notices have the part of it that they need. Scripts for cookies
    and embeds are there if the site needs them; the consent script comes last, because it names the others.
    """
    wanted = {*wanted_scripts(site.cookies), *wanted_files(site)}
    found: dict[str, Artefact] = {}
    for name in templates.below("assets"):
        short = name.removeprefix("assets/")
        optional = short in OPTIONAL or short.startswith((PROVIDER_SCRIPTS, STAND_INS))
        if short != CONSENT_SCRIPT and (short in wanted or not optional):
            found[short] = hashed(
                short, _body(short, templates.files[name], site), (templates.origins[name],)
            )
    if CONSENT_SCRIPT in wanted:
        origin = f"assets/{CONSENT_SCRIPT}"
        body = consent_script(templates.text(origin), site.cookies, site.base_path, found).encode()
        found[CONSENT_SCRIPT] = hashed(CONSENT_SCRIPT, body, (templates.origins[origin],))
    style = templates.text(f"assets/{STYLE}").partition(BEYOND_NOTICES)[0]
    found[NOTICE_STYLE] = hashed(NOTICE_STYLE, _style(style, site.theme), found[STYLE].sources)
    found["icon.svg"] = hashed("icon.svg", icon(site.theme).encode())
    if "card.png" not in found:
        found["card.png"] = Artefact("/card.png", card(site.name, site.title, site.theme), MEDIA_TYPES["png"])
    return found


def _body(short: str, body: bytes, site: Site) -> bytes:
    if short == STYLE:
        return _style(body.decode(), site.theme)
    if not short.endswith(".js"):
        return body
    lean = lean_script(body.decode())
    return (with_short_names(lean) if short == SEARCH_SCRIPT else lean).encode()


def _style(source: str, theme: Theme) -> bytes:
    return lean_style(tokens(theme) + source).encode()


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
