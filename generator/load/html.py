"""Reading a loose HTML page with the style sheets that lie beside it, whatever its bytes are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

LARGEST_PAGE = 16 * 1024 * 1024
"""Bytes that a page may have: 16 MiB."""

_LARGEST_SHEET = 2 * 1024 * 1024
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})""", re.I)
_LINK = re.compile(r"<link\b[^>]*>", re.I)
_VALUE = r"""\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))"""
_REL = re.compile(rf"\brel{_VALUE}", re.I)
_HREF = re.compile(rf"\bhref{_VALUE}", re.I)
_MEDIA = re.compile(rf"\bmedia{_VALUE}", re.I)


class CannotRead(Exception):
    """A page that cannot be looked at; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class HtmlFile:
    """A page: its path as it was named, its text, and its style sheets as far as they are at hand.

    `all_styles` says whether every style sheet that the page asks for was found.
    """

    path: str
    text: str
    styles: tuple[str, ...] = ()
    all_styles: bool = True


def read_html(name: str) -> HtmlFile:
    """Reads one page. Raises CannotRead with a sentence that says why it cannot be."""
    file = Path(name)
    try:
        if file.is_dir():
            raise CannotRead(f"{name} is a folder; name the HTML files in it.")
        if file.stat().st_size > LARGEST_PAGE:
            raise CannotRead(f"{name} is larger than 16 MiB; that is no page that people can read.")
        text = decoded(file.read_bytes())
    except FileNotFoundError:
        raise CannotRead(f"There is no file {name}.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotRead(f"{name} cannot be read: {reason}.") from None
    sheets = [_sheet(file, href) for href in _sheets(text)]
    return HtmlFile(name, text, tuple(s for s in sheets if s is not None), None not in sheets)


def decoded(raw: bytes) -> str:
    """The text of a page: UTF-8, or what the page itself says, or with marks for what cannot be read."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        stated = _CHARSET.search(raw[:4096])
        text = _as_stated(raw, stated[1].decode("ascii") if stated else "cp1252")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _as_stated(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding, "replace")
    except (LookupError, ValueError, UnicodeError):
        return raw.decode("utf-8", "replace")


def _sheets(text: str) -> Iterator[str]:
    """The addresses of the style sheets that always hold."""
    for match in _LINK.finditer(text):
        relation, media = (_found(pattern, match[0]).lower() for pattern in (_REL, _MEDIA))
        href = _found(_HREF, match[0])
        if (
            "stylesheet" in relation.split()
            and "alternate" not in relation
            and media in ("", "all", "screen")
            and href
        ):
            yield href


def _found(pattern: re.Pattern[str], tag: str) -> str:
    match = pattern.search(tag)
    return next((value for value in match.groups() if value), "").strip() if match else ""


def _sheet(page: Path, href: str) -> str | None:
    """A style sheet that lies on the same disk: beside the page, or under a folder above it."""
    try:
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = unquote(parts.path)
        folders = list(page.resolve().parents)[:6] if path.startswith("/") else [page.resolve().parent]
        for folder in folders:
            file = folder / path.lstrip("/")
            if file.suffix == ".css" and file.is_file() and file.stat().st_size <= _LARGEST_SHEET:
                return file.read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError, RuntimeError):
        pass
    return None
