"""The kinds of page that a site has, and the page of the demonstration that stands for each."""

from __future__ import annotations

from pathlib import Path

KINDS = {
    "home": "index.html",
    "data-uses": "data-uses/index.html",
    "data-use": "data-uses/*/index.html",
    "topic": "topics/*/index.html",
    "organisations": "organisations/index.html",
    "organisation": "organisations/*/index.html",
    "data-categories": "data-categories/index.html",
    "data-category": "data-categories/*/index.html",
    "choices": "choices/index.html",
    "choice": "choices/*/index.html",
    "public-benefit": "public-benefit/index.html",
    "project": "public-benefit/*/index.html",
    "rights": "rights/index.html",
    "right": "rights/*/index.html",
    "complaints": "complaints/index.html",
    "a-z": "a-z/index.html",
    "search": "search/index.html",
    "cookies": "cookies/index.html",
    "glossary": "glossary/index.html",
    "page": "about/index.html",
    "accessibility": "accessibility/index.html",
    "not-found": "404.html",
}
"""One page of each kind; of many the largest, which has most in it."""


def address_of(path: str) -> str:
    return "/" + path.removesuffix("index.html")


def page_of_kind(built: Path, kind: str) -> str:
    """The path of the page that stands for a kind."""
    found = max(sorted(built.glob(KINDS[kind])), key=lambda file: file.stat().st_size)
    return found.relative_to(built).as_posix()
