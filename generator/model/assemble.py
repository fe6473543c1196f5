"""Documents → register: each file as a record of its kind, with all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from generator.config import Site
from generator.diagnostics import Finding
from generator.load.documents import Document
from generator.load.memory import Memory
from generator.load.site import Loaded
from generator.model import references
from generator.model.data_use import DataUse
from generator.model.kept import while_it_lives
from generator.model.life_cycle import stage
from generator.model.opt_out import OptOut
from generator.model.page import Page
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.model.reference import LISTS, Entry
from generator.model.register import Filed, Listed, Register
from generator.model.synonyms import SYNONYMS, Synonyms, synonyms_in
from generator.model.validate import suggestion, validate
from generator.model.versions import kept_versions

KINDS: Mapping[str, type[Record]] = {
    "data-uses": DataUse,
    "opt-outs": OptOut,
    "public-benefit": PublicBenefit,
    "pages": Page,
}
"""The folder of content/ and the kind of record in it."""

RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True, slots=True)
class Modelled:
    """The register, absent where site.yaml itself is broken, and what was wrong."""

    register: Register | None
    findings: tuple[Finding, ...]


def model(
    loaded: Loaded,
    today: date,
    drafts: bool = False,
    base_url: str | None = None,
    memory: Memory | None = None,
) -> Modelled:
    """Types every document and resolves every reference; `base_url` takes the place of site.yaml's."""
    findings = list(loaded.findings)
    site = _site(loaded.site, base_url, findings)
    if site is None or loaded.site is None:
        return Modelled(None, tuple(findings))
    register = Register(
        site=site,
        site_document=loaded.site,
        today=today,
        data_uses=_records(loaded, DataUse, site, today, findings),
        opt_outs=_records(loaded, OptOut, site, today, findings),
        public_benefit=_records(loaded, PublicBenefit, site, today, findings),
        pages=_records(loaded, Page, site, today, findings),
        reference=_reference(loaded, findings),
        synonyms=_synonyms(loaded, findings),
        drafts=drafts,
    )
    known = _known(loaded)
    kept = kept_versions(loaded.versions, KINDS, known)
    findings.extend(kept.findings)
    unknown = list(references.unknown(register, known, memory))
    unreadable = _unreadable(known, register)
    missing = frozenset(reference for reference, _ in unknown) | {name for _, name in unreadable}
    findings.extend(finding for _, finding in unknown)
    findings.extend(references.cycles(register))
    whole = replace(register, missing=missing, unreadable=unreadable, versions=kept.versions)
    return Modelled(whole, tuple(findings))


def _site(document: Document | None, base_url: str | None, findings: list[Finding]) -> Site | None:
    if document is None:
        return None
    values = {**document.values, **({"base_url": base_url} if base_url else {})}
    site, problems = validate(Site, values, document)
    findings.extend(problems)
    return site


def _of(loaded: Loaded, collection: str) -> Iterator[Document]:
    return (d for d in loaded.documents if d.collection == collection and not d.language)


def _records(
    loaded: Loaded, kind: type[RecordT], site: Site, today: date, findings: list[Finding]
) -> dict[str, Filed[RecordT]]:
    folder = next(name for name, schema in KINDS.items() if schema is kind)
    found: dict[str, Filed[RecordT]] = {}
    for document in _of(loaded, folder):
        record, problems = _record(document)
        findings.extend(problems)
        if isinstance(record, kind) and document.slug not in found:
            found[document.slug] = Filed(document.slug, record, document, stage(record, site, today))
    return found


@while_it_lives
def _record(document: Document) -> tuple[Record | None, list[Finding]]:
    return validate(KINDS[document.collection], document.values, document)


def _reference(loaded: Loaded, findings: list[Finding]) -> dict[str, dict[str, Listed[Entry]]]:
    lists: dict[str, dict[str, Listed[Entry]]] = {}
    for document in (*loaded.ours, *_of(loaded, "reference")):
        if document.slug == SYNONYMS:
            continue
        if document.slug not in LISTS:
            findings.append(_unknown_list(document))
            continue
        entries, problems = _entries(document)
        findings.extend(problems)
        here = {entry.id: Listed(entry, document, position) for position, entry in entries.items()}
        lists[document.slug] = {**lists.get(document.slug, {}), **here}
    return lists


def _synonyms(loaded: Loaded, findings: list[Finding]) -> Synonyms:
    document = next((d for d in _of(loaded, "reference") if d.slug == SYNONYMS), None)
    found, problems = synonyms_in(document) if document else ({}, [])
    findings.extend(problems)
    return found


@while_it_lives
def _entries(document: Document) -> tuple[dict[int, Entry], list[Finding]]:
    """The entries of a list by their position; they must not hold the document that they live by."""
    found: dict[int, Entry] = {}
    findings: list[Finding] = []
    ids: set[str] = set()
    for position, values in enumerate(document.entries):
        entry, problems = validate(LISTS[document.slug], values, document, (position,))
        findings.extend(problems)
        if entry is None:
            continue
        if entry.id in ids:
            findings.append(_twice(document, entry.id, position))
        else:
            ids.add(entry.id)
            found[position] = entry
    return found, findings


def _unknown_list(document: Document) -> Finding:
    return document.finding(
        "file-unexpected",
        document.locate(),
        f"`{document.slug}` is not one of the reference lists.",
        suggestion(document.slug, (*LISTS, SYNONYMS), "lists"),
    )


def _twice(document: Document, identifier: str, position: int) -> Finding:
    return document.finding(
        "duplicate-id",
        document.locate(position, "id"),
        f"The id `{identifier}` stands twice in this list.",
        "Give one of the two another id, or take it out.",
    )


def _known(loaded: Loaded) -> references.Known:
    """Ids by collection. A file or entry that is itself broken is known: one finding is enough."""
    known: dict[str, set[str]] = {name: set() for name in (*KINDS, *LISTS)}
    for document in loaded.documents:
        if document.collection in KINDS:
            known[document.collection].add(document.slug)
            continue
        for entry in document.entries:
            if isinstance(entry, Mapping) and "id" in entry:
                known.setdefault(document.slug, set()).add(str(entry["id"]))
    for finding in loaded.findings:
        folder, _, name = finding.location.path.removeprefix("content/").rpartition("/")
        known.get(folder, set()).add(name.split(".")[0])
    return references.Known(known, _unreadable_collections(loaded))


def _unreadable(known: references.Known, register: Register) -> frozenset[tuple[str, str]]:
    """Collections and ids that are written down somewhere and did not become a record or an entry."""
    read = {(filed.document.collection, filed.slug) for filed in register.records()}
    read |= {(name, key) for name, listed in register.reference.items() for key in listed}
    written = {(name, key) for name, keys in known.ids.items() for key in keys}
    return frozenset(written - read) | {(name, "") for name in known.unreadable}


def _unreadable_collections(loaded: Loaded) -> frozenset[str]:
    """Lists and folders that are broken as a whole: what refers to them is not to blame."""
    broken = {finding.location.path.removeprefix("content/") for finding in loaded.findings}
    parts = [path.partition("/") for path in broken]
    lists = {name.split(".")[0] for folder, _, name in parts if folder == "reference"}
    return frozenset(lists | (broken & KINDS.keys()))
