"""What machines read: the sitemap, robots.txt, security.txt and the manifest of all that was published."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from html import escape

from generator.artefacts import Artefact, Lend
from generator.config import Site
from generator.load.parts import in_parts
from generator.load.published import FORM
from generator.load.published_values import file_of, lines_of
from generator.model.opt_out import OptOut
from generator.model.public_benefit import PublicBenefit
from generator.model.published import published_names, published_values
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.model.sayings import Sayings, key_of
from generator.render.views.common import Head


def sitemap(heads: Iterable[Head], base_url: str, today: date) -> Artefact:
    """Every page that search engines may list; dates only where a record states them, and none to come."""
    pages = (head for head in heads if head.in_search_engines)
    entries = "".join(
        f"<url><loc>{escape(base_url.rstrip('/') + head.url)}</loc>{_last_change(head, today)}</url>\n"
        for head in sorted(pages, key=lambda head: head.url)
    )
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )
    return Artefact("/sitemap.xml", body.encode(), "application/xml")


def _last_change(head: Head, today: date) -> str:
    past = [day for day in _dates(head.record) if day <= today] if head.record else []
    return f"<lastmod>{max(past).isoformat()}</lastmod>" if past else ""


def _dates(record: Record) -> Iterator[date]:
    """The days on which what a record says has changed, as it states them."""
    yield from (change.date for change in record.changes)
    yield from (day for day in (record.publish_on, record.reviewed) if day)
    if isinstance(record, OptOut) and record.compliance and record.compliance.as_of:
        yield record.compliance.as_of
    if isinstance(record, PublicBenefit):
        yield from (step.on for step in record.steps)
        yield from (evaluation.date for evaluation in record.evaluations)
        yield from (learned.date for learned in record.learning)
        if record.outcome:
            yield record.outcome.published_on
            yield from (correction.on for correction in record.outcome.corrections)


def robots(base_url: str) -> Artefact:
    """Everything may be read by machines; the sitemap says what there is."""
    body = f"User-agent: *\nAllow: /\n\nSitemap: {base_url.rstrip('/')}/sitemap.xml\n"
    return Artefact("/robots.txt", body.encode(), "text/plain")


def security(site: Site) -> Iterator[Artefact]:
    """Whom to tell of a weakness, where that is configured (RFC 9116)."""
    if site.security is None:
        return
    said = site.security
    address = "/.well-known/security.txt"
    lines = [f"Contact: {contact}" for contact in said.contact]
    lines.append(f"Expires: {said.expires.isoformat()}T23:59:59Z")
    for name in ("encryption", "acknowledgments", "policy"):
        if getattr(said, name):
            lines.append(f"{name.capitalize()}: {getattr(said, name)}")
    lines.append(f"Preferred-Languages: {', '.join(site.languages)}")
    lines.append(f"Canonical: {site.base_url.rstrip('/')}{address}")
    yield Artefact(address, "".join(f"{line}\n" for line in lines).encode(), "text/plain")


def fingerprints(register: Register, said: Sayings) -> Artefact:
    """What each published record says, as hashes, and the entries that are never changed."""
    every = register.shown(register.records())
    shown = {filed.key: filed for filed in every if filed.record.status == "published"}
    entries = {name: said.entries(filed) for name, filed in sorted(shown.items())}
    content = {
        "form": FORM,
        "records": {name: said.fingerprint(filed) for name, filed in sorted(shown.items())},
        "entries": {name: dict(sorted(known.items())) for name, known in entries.items() if known},
        "versions": said.versions(register),
    }
    return Artefact("/fingerprints.json", (json.dumps(content, indent=1) + "\n").encode(), "application/json")


def published(register: Register, said: Sayings, lend: Lend = b"".join) -> Artefact:
    """What every record says to the public, for `diff`, `revise` and the next build to compare with."""
    return Artefact("/published.json", lend(_published(register, said)), "application/json")


def _published(register: Register, said: Sayings) -> Iterator[bytes]:
    shown = {filed.key: filed for filed in register.shown(register.records())}
    parts = in_parts([filed for _, filed in sorted(shown.items())], key_of)
    lines = (said.together("lines", part, partial(_lines, part)) for part in parts)
    return file_of(register.drafts, lines, published_names(register))


def _lines(records: Sequence[Filed[Record]]) -> bytes:
    return lines_of((filed.key, published_values(filed.record)) for filed in records)


def manifest(artefacts: Iterable[Artefact], version: str, today: date) -> Artefact:
    """Every published file but the manifest itself, with the SHA-256 of its bytes."""
    files = {f"/{artefact.path}": artefact.fingerprint for artefact in artefacts}
    content = {"version": version, "today": today.isoformat(), "files": dict(sorted(files.items()))}
    body = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return Artefact("/manifest.json", body.encode(), "application/json")
