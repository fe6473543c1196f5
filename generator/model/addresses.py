"""Addresses of pages, from the root of the site; the base path is added when a page is rendered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

FOLDERS = {
    "data-uses": "/data-uses/",
    "opt-outs": "/choices/",
    "public-benefit": "/public-benefit/",
    "pages": "/",
    "topics": "/topics/",
    "organisations": "/organisations/",
    "data-categories": "/data-categories/",
    "rights": "/rights/",
}
"""Where the pages of a collection lie."""


def address(collection: str, slug: str) -> str:
    """The address of a record's or an entry's page; a glossary term is a place on one page."""
    if collection == "glossary":
        return f"/glossary/#{slug}"
    if collection == "pages" and slug == "home":
        return "/"
    return f"{FOLDERS[collection]}{slug}/"


def version_address(collection: str, slug: str, day: date) -> str:
    """The address of the version of a record that began to hold on a day."""
    return f"{address(collection, slug)}versions/{day.isoformat()}/"


def unmade(unreadable: Iterable[tuple[str, str]], languages: Iterable[str]) -> tuple[str, ...]:
    """How the addresses of pages begin whose record or entry could not be read, or whose whole folder."""
    named = [(FOLDERS.get(name, f"/{name}/") + identifier, identifier) for name, identifier in unreadable]
    begins = sorted(f"{begin}/" if identifier else begin for begin, identifier in named)
    return tuple(dict.fromkeys((*begins, *(f"/{one}{begin}" for begin in begins for one in languages))))
