"""What is due as a calendar file (RFC 5545) that calendar programs can subscribe to or import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from generator.config import Site
from generator.model.due import Due
from generator.render.words import Words

LINE = 75
"""Octets that a line may have before it is folded (RFC 5545, 3.1)."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def icalendar(items: Iterable[Due], site: Site, today: date, words: Words) -> bytes:
    """One event of a whole day for each thing that is due; a calendar needs at least one."""
    given = tuple(items) or (Due(today, "", words("report.calendar.nothing"), "", "site.yaml", 1, "nothing"),)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Fair Notice//Report//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(words('report.calendar.name', name=site.name))}",
    ]
    for item in given:
        lines += _event(item, site, today, words)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(item: Due, site: Site, today: date, words: Words) -> Iterator[str]:
    title = f"{item.what}: {item.title}" if item.what else item.title
    owner = item.owner or words("report.no_owner")
    yield "BEGIN:VEVENT"
    yield f"UID:{_identifier(item, site)}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{item.date:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{item.date + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(title[:1].upper() + title[1:])}"
    yield f"DESCRIPTION:{_text(words('report.calendar.event', owner=owner, path=item.path, line=item.line))}"
    yield f"CATEGORIES:{_text(owner)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _identifier(item: Due, site: Site) -> str:
    """The same for the same thing in every report, so that a calendar moves it and adds none twice."""
    return f"{sha256(item.key.encode()).hexdigest()[:32]}@{urlsplit(site.base_url).hostname}"


def _text(value: str) -> str:
    """A value of type TEXT: signs that mean something in the format are escaped (3.3.11)."""
    plain = _CONTROL.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n"))
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(sign, written)
    return plain


def folded(line: str) -> bytes:
    """A content line, folded between letters so that no part has more than 75 octets."""
    parts, part = [], b""
    for letter in line:
        octets = letter.encode()
        if len(part) + len(octets) > LINE:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join((*parts, part)) + b"\r\n"
