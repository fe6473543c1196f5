"""A comparison as text for a terminal and as values for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.differences.difference import Difference
from generator.render.told import Teller
from generator.report.comparison import Comparison, RecordChange

MOST = 12
"""Addresses that are listed one by one; JSON has all of them."""

_KINDS = {"new": "New", "changed": "Changed", "withdrawn": "Withdrawn", "gone": "Gone"}


def comparison_as_text(found: Comparison, teller: Teller) -> str:
    """What the public would see change, record by record and page by page."""
    return "\n".join(_lines(found, teller))


def _lines(found: Comparison, teller: Teller) -> Iterator[str]:
    if found.before is None:
        yield "Nothing is published yet, so all of it is new."
    elif found.nothing:
        day = teller.words.day(found.before.today)
        yield f"The public sees no difference to what was published on {day}."
    for record in found.records if found.before else ():
        yield from _record(record, teller)
    for old, new in found.renamed:
        yield f"“{old}” is now called “{new}”."
    yield from _addresses("Pages that appear", found.appear)
    yield from _addresses("Pages that disappear", found.disappear)
    yield from _addresses("Pages that lead on", tuple(f"{old} → {new}" for old, new in found.redirect))
    yield from _addresses("Other pages that look different", found.different)


def _record(record: RecordChange, teller: Teller) -> Iterator[str]:
    yield f"{_KINDS[record.kind]}: {record.title} ({record.path})"
    if record.kind != "new":
        for note in record.notes:
            words = " ".join(filter(None, (note.what, note.why)))
            yield f"  Note of {teller.words.day(note.date)}: {teller.prose.plain(words)}"
    if not record.told:
        yield "  It says something else. What is published does not tell what it said."
    for difference in record.differences:
        yield from (f"  {line}" for line in _difference(difference, teller))
    yield ""


def _difference(difference: Difference, teller: Teller) -> Iterator[str]:
    yield f"• {teller.text(difference)}"
    for line in teller.detail_texts(difference):
        yield f"    {line}"
    for passage in difference.passages:
        label = teller.words(f"changed.{passage.kind}")
        yield f"    {label}: {teller.prose.plain(passage.text)}"


def _addresses(heading: str, urls: tuple[str, ...]) -> Iterator[str]:
    if not urls:
        return
    yield f"{heading} ({len(urls)}):"
    shown = urls if len(urls) <= MOST + 1 else urls[:MOST]
    yield from (f"  {url}" for url in shown)
    if len(shown) < len(urls):
        yield f"  and {len(urls) - len(shown)} more"
    yield ""


def comparison_as_json(found: Comparison, teller: Teller) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "published": found.before.today.isoformat() if found.before else None,
        "records": [_record_values(record, teller) for record in found.records],
        "renamed": [{"from": old, "to": new} for old, new in found.renamed],
        "pages": {
            "appear": list(found.appear),
            "disappear": list(found.disappear),
            "redirect": [{"from": old, "to": new} for old, new in found.redirect],
            "different": list(found.different),
        },
    }


def _record_values(record: RecordChange, teller: Teller) -> dict[str, Any]:
    return {
        "record": record.key,
        "path": record.path,
        "url": record.url,
        "title": record.title,
        "kind": record.kind,
        "notes": [
            {"date": note.date.isoformat(), "what": note.what, "why": note.why} for note in record.notes
        ],
        "differences": [_difference_values(difference, teller) for difference in record.differences],
    }


def _difference_values(difference: Difference, teller: Teller) -> dict[str, Any]:
    passages = difference.passages
    return {
        "text": teller.text(difference),
        "details": list(teller.detail_texts(difference)),
        "removed": [teller.prose.plain(p.text) for p in passages if p.kind == "removed"],
        "added": [teller.prose.plain(p.text) for p in passages if p.kind == "added"],
        "weight": difference.weight,
    }
