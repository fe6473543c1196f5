"""What the public would see change: a built site beside what is published, in the words of the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.artefacts import Artefact
from generator.load.published import Published
from generator.model.addresses import address
from generator.model.differences.compare import differences
from generator.model.differences.difference import Difference, Name
from generator.model.fingerprints import record_fingerprint
from generator.model.published import published_names, published_record, published_values
from generator.model.record import Change, Record
from generator.model.register import Filed, Register
from generator.render.pages import redirects
from generator.render.told import Names, Teller, names_of

Kind = Literal["new", "changed", "withdrawn", "gone"]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record that would change: how, with which notes, and what is different.

    `told` is false where what is published does not tell its words any more, only that they differ.
    """

    key: str
    path: str
    url: str
    title: str
    kind: Kind
    notes: tuple[Change, ...] = ()
    differences: tuple[Difference, ...] = ()
    told: bool = True


@dataclass(frozen=True, slots=True)
class Comparison:
    """A site beside its last publication; `before` is absent where nothing was published."""

    before: Published | None
    records: tuple[RecordChange, ...]
    renamed: tuple[tuple[str, str], ...]
    appear: tuple[str, ...]
    disappear: tuple[str, ...]
    redirect: tuple[tuple[str, str], ...]
    different: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether the public would see no difference at all."""
        lists = (self.records, self.renamed, self.appear, self.disappear, self.redirect, self.different)
        return not any(lists)


def comparison(register: Register, artefacts: Sequence[Artefact], before: Published | None) -> Comparison:
    """Everything that the public would see change."""
    known = before or Published(register.today, frozenset(), {}, {})
    records = tuple(_records(register, known))
    hashes = {
        f"/{artefact.path}": artefact.fingerprint
        for artefact in artefacts
        if artefact.media_type == "text/html"
    }
    leads = {_file(old): link.url for old, link, _ in redirects(register)}
    told = {_file(record.url) for record in records}
    changed = {path for path, now in hashes.items() if known.files.get(path) != now}
    return Comparison(
        before=before,
        records=records,
        renamed=tuple(_renamed(register, known)),
        appear=_urls(changed - known.addresses - leads.keys()),
        disappear=_urls(known.addresses - hashes.keys()),
        redirect=tuple((_url(old), leads[old]) for old in sorted(changed & leads.keys())),
        different=_urls((changed & known.addresses) - leads.keys() - told),
    )


def teller_of(teller: Teller, register: Register, before: Published | None) -> Teller:
    """A teller that also knows what things were called that are listed no more."""
    names = names_of(register)
    old = before.names if before else {}

    def name(named: Name) -> str:
        found = names(named)
        return found if found != named.identifier else old.get(named.collection, {}).get(found, found)

    told: Names = name
    return replace(teller, names=told)


def _records(register: Register, before: Published) -> Iterator[RecordChange]:
    shown = {filed.key: filed for filed in register.shown(register.records())}
    for _, filed in sorted(shown.items()):
        change = _change(filed, before)
        if change:
            yield change
    for key, values in sorted(before.said.items()):
        if key not in shown:
            collection, _, slug = key.partition("/")
            title = str(values.get("title", slug))
            yield RecordChange(key, f"content/{key}", address(collection, slug), title, "gone")


def _change(filed: Filed[Record], before: Published) -> RecordChange | None:
    record = filed.record
    made = RecordChange(
        filed.key,
        filed.document.path,
        address(filed.document.collection, filed.slug),
        record.title,
        "changed",
        record.changes,
    )
    values = before.said.get(filed.key)
    if values is None and filed.key not in before.records:
        return replace(made, kind="new")
    if values == published_values(record):
        return None
    was = published_record(filed.key, values) if values else None
    if was is None:
        same = before.records.get(filed.key) == record_fingerprint(record)
        return None if same else replace(made, told=False)
    found = differences(was, record)
    notes = tuple(change for change in record.changes if change not in was.changes)
    withdrawn = record.status == "withdrawn" != was.status
    kind: Kind = "withdrawn" if withdrawn else "changed"
    return replace(made, kind=kind, notes=notes, differences=found) if found or notes else None


def _renamed(register: Register, before: Published) -> Iterator[tuple[str, str]]:
    """Things that pages name and that are called otherwise now."""
    for collection, now in published_names(register).items():
        for key, old in before.names.get(collection, {}).items():
            if now.get(key, old) != old:
                yield old, now[key]


def _file(url: str) -> str:
    return f"{url}index.html" if url.endswith("/") else url


def _url(path: str) -> str:
    return path.removesuffix("index.html")


def _urls(paths: set[str] | frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(map(_url, paths)))
