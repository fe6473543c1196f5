"""Earlier versions of records, as they were published: typed like the records, and more forgiving.

The schema, the reference lists and other records may have changed since. What an old version says
is never made up and never dropped in silence: what cannot be shown any more is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import BaseModel

from generator.config import Reference
from generator.diagnostics import Finding, Severity
from generator.load.documents import Document, FieldPath
from generator.model.markup import FACT, SCHEMES
from generator.model.record import RECORDS, Record
from generator.model.references import Known, references
from generator.model.validate import validate_old
from generator.model.version import Version

_LINK = re.compile(r"\]\(\s*<?([a-z]+(?:-[a-z]+)*):([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Kept:
    """The versions of every record by `<collection>/<slug>`, oldest first, and what was wrong."""

    versions: Mapping[str, tuple[Version, ...]]
    findings: tuple[Finding, ...]


def kept_versions(documents: Iterable[Document], kinds: Mapping[str, type[Record]], known: Known) -> Kept:
    """Types every version; `kinds` are the records' classes."""
    found: dict[str, list[Version]] = {}
    findings: list[Finding] = []
    for document in sorted(documents, key=lambda document: document.path):
        version = _version(document, kinds[document.collection], known, findings)
        if version:
            found.setdefault(f"{document.collection}/{document.slug}", []).append(version)
    return Kept({name: tuple(listed) for name, listed in found.items()}, tuple(findings))


def _version(document: Document, kind: type[Record], known: Known, findings: list[Finding]) -> Version | None:
    began = _day(document)
    if began is None:
        findings.append(_no_day(document))
        return None
    if known.lack(document.collection, document.slug):
        findings.append(_no_record(document))
        return None
    record, lost = _forgiving(kind, document, findings)
    if record is None:
        return None
    gone = tuple(dict.fromkeys(_gone(record, document, known, findings)))
    return Version(document.collection, document.slug, record, document, began, lost, gone)


def _day(document: Document) -> date | None:
    try:
        return date.fromisoformat(document.version)
    except ValueError:
        return None


def _no_day(document: Document) -> Finding:
    return document.finding(
        "file-name",
        document.locate(),
        f"There is no day {document.version}.",
        "Name the version by the day on which it began to hold.",
    )


def _no_record(document: Document) -> Finding:
    return document.finding(
        "version-without-record",
        document.locate(),
        f"This is an earlier version of `{document.slug}`, and there is no such record.",
        f"Put content/{document.collection}/{document.slug} back with `status: withdrawn`; or, where it has "
        "another name now, rename this folder like it.",
    )


def _forgiving(
    kind: type[Record], document: Document, findings: list[Finding]
) -> tuple[Record | None, tuple[str, ...]]:
    """The record without what today's schema does not know; each such thing is a finding."""
    record, problems, lost = validate_old(kind, document.values, document)
    findings.extend(_lost(problem) if record else problem for problem in problems)
    names = (next(step for step in reversed(way) if isinstance(step, str)) for way in lost)
    return record, tuple(dict.fromkeys(names))


def _lost(problem: Finding) -> Finding:
    return replace(
        problem,
        rule="version-field-lost",
        severity=Severity.WARNING,
        message=f"{problem.message} The page of this earlier version leaves it out and says so.",
        hint=f"{problem.hint} Change the form only: what it says must stay what people were told.",
    )


def _gone(record: Record, document: Document, known: Known, findings: list[Finding]) -> Iterator[str]:
    """Every id in a version that nothing has any more; each is a finding."""
    for way, collection, identifier in _named(record):
        if known.lack(collection, identifier):
            findings.append(_gone_finding(document, way, collection, identifier))
            yield identifier


def _named(record: Record) -> Iterator[tuple[FieldPath, str, str]]:
    """Every id that a record names, in a field or in a text: the way to it, its collection, itself."""
    for way, reference in references(record):
        yield way, reference.target, str(reference)
    for way, text in _texts(record, ()):
        yield from ((way, "facts", match[1]) for match in FACT.finditer(text))
        for match in _LINK.finditer(text):
            if match[1] in SCHEMES:
                yield way, SCHEMES[match[1]], match[2]


def _texts(value: Any, way: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        if "[" in value and not isinstance(value, Reference):
            yield way, value
    elif isinstance(value, BaseModel):
        for name in sorted(value.model_fields_set - {"internal", "accepted"}):
            yield from _texts(getattr(value, name), (*way, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _texts(item, (*way, position))


def _gone_finding(document: Document, way: FieldPath, collection: str, identifier: str) -> Finding:
    listed = collection not in RECORDS
    finding = document.finding(
        "version-reference-gone",
        document.locate(*way),
        f"This earlier version names `{identifier}`, which is not in {collection} any more, so its page can "
        "show the id only.",
        f"Put `{identifier}` back into content/reference/{collection}.yaml; what has ended can say so there."
        if listed
        else f"Put content/{collection}/{identifier} back with `status: withdrawn`.",
    )
    return replace(finding, severity=Severity.WARNING)
