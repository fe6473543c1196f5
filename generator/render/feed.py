"""/changes/feed.xml: what has changed, for feed readers (Atom, RFC 4287)."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from jinja2 import Environment

from generator.artefacts import Artefact
from generator.diagnostics import Finding
from generator.model.register import Register
from generator.render.engine import render_feed
from generator.render.views.changes import Event, events

FEED = "/changes/feed.xml"
"""Where the feed lies."""

MOST = 100
"""Entries of the feed; the page has all of them."""


def feed(register: Register, jinja: Environment) -> Artefact | Finding:
    """The newest changes, each with an id that stays and the day on which it was published."""
    newest = events(register)[:MOST]
    entries = [(identifier(register, event), event) for event in newest]
    updated = newest[0].day if newest else _last_review(register)
    xml = render_feed(jinja, entries=entries, updated=updated, address=FEED)
    return xml if isinstance(xml, Finding) else Artefact(FEED, xml.encode(), "application/atom+xml")


def identifier(register: Register, event: Event) -> str:
    """A name for good (RFC 4151): who publishes, the day, the record, whatever its title becomes."""
    host = urlsplit(register.site.base_url).hostname or "localhost"
    return f"tag:{host},{event.day.isoformat()}:{event.link.url}"


def _last_review(register: Register) -> date:
    """The day of a feed in which there is nothing yet."""
    shown = register.shown(register.records())
    return max((filed.record.reviewed for filed in shown if filed.record.reviewed), default=register.today)
