"""The register: every record and reference entry of a site, and who refers to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from generator.config import Site
from generator.load.documents import Document
from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.filed import Filed, Listed
from generator.model.history import Step, history
from generator.model.life_cycle import Stage
from generator.model.opt_out import OptOut
from generator.model.page import Page
from generator.model.public_benefit import PublicBenefit
from generator.model.reach import reach_of, reached
from generator.model.record import RECORDS, Record
from generator.model.reference import (
    Contact,
    DataCategory,
    Entry,
    Fact,
    Law,
    Organisation,
    Phrase,
    Right,
    Service,
    Term,
    Topic,
)
from generator.model.rights import Grounds, all_grounds
from generator.model.shared import Shared, bare, shared
from generator.model.synonyms import Synonyms
from generator.model.version import Version

RecordT = TypeVar("RecordT", bound=Record)
EntryT = TypeVar("EntryT", bound=Entry)

__all__ = ["Filed", "Index", "Listed", "Register"]

Index = Mapping[str, tuple[Filed[DataUse], ...]]
"""Data uses by an id that they name; an id that none names has an empty list."""


@dataclass(frozen=True)
class Register:
    """All that the site says, on one day.

    `versions` holds the earlier versions of a record by its key, oldest first, `missing` the slugs and ids
    that are named somewhere but are not there, `unreadable` those of each collection that are there and
    could not be read (an empty id: nothing of it could), `drafts` says whether unpublished records are
    shown, and `synonyms` are the site's own words for those on its pages.
    """

    site: Site
    site_document: Document
    today: date
    data_uses: Mapping[str, Filed[DataUse]] = field(default_factory=dict)
    opt_outs: Mapping[str, Filed[OptOut]] = field(default_factory=dict)
    public_benefit: Mapping[str, Filed[PublicBenefit]] = field(default_factory=dict)
    pages: Mapping[str, Filed[Page]] = field(default_factory=dict)
    reference: Mapping[str, Mapping[str, Listed[Entry]]] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    unreadable: frozenset[tuple[str, str]] = frozenset()
    drafts: bool = False
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    synonyms: Synonyms = field(default_factory=dict)

    @property
    def has_what_pages_need(self) -> bool:
        """Whether what site.yaml names for every page is there: controller and contacts."""
        contacts = {self.site.data_protection_officer, self.site.feedback}
        return self.site.controller in self.organisations and contacts <= self.contacts.keys()

    def could_read(self, collection: str, identifier: str) -> bool:
        """Whether an id that is not here is not there either: what could not be read may be right."""
        return not {(collection, ""), (collection, identifier)} & self.unreadable

    def lost(self, collection: str) -> list[str]:
        """The ids of a collection that are there and could not be read."""
        return sorted(identifier for name, identifier in self.unreadable if name == collection and identifier)

    def kinds(self) -> dict[str, Mapping[str, Filed[Record]]]:
        """The records of each kind by slug, by the name of their folder."""
        kinds = (self.data_uses, self.opt_outs, self.public_benefit, self.pages)
        return dict(zip(RECORDS, kinds, strict=True))

    def records(self) -> Iterator[Filed[Record]]:
        """Every record of every kind, in order of kind and slug."""
        return (filed for kind in self.kinds().values() for filed in kind.values())

    def shown(self, records: Iterable[Filed[RecordT]]) -> tuple[Filed[RecordT], ...]:
        """Those of the records that have a page, sorted by title."""
        visible = (filed for filed in records if self.has_page(filed))
        return tuple(sorted(visible, key=lambda filed: (filed.record.title.casefold(), filed.slug)))

    def has_page(self, filed: Filed[Record]) -> bool:
        """Whether a record has a page today."""
        return filed.stage.is_public or self.drafts

    def current(self, records: Iterable[Filed[RecordT]]) -> tuple[Filed[RecordT], ...]:
        """Those of the shown records that hold today, and so are listed."""
        gone = (Stage.EXPIRED, Stage.WITHDRAWN)
        return tuple(filed for filed in self.shown(records) if filed.stage not in gone)

    @cached_property
    def uses(self) -> tuple[Filed[DataUse], ...]:
        """The data uses that are listed."""
        return self.current(self.data_uses.values())

    @cached_property
    def grounds(self) -> tuple[tuple[str, str, tuple[tuple[str, Grounds | None], ...]], ...]:
        """The listed data uses as rights know them: slug, title, and each purpose with its grounds."""
        return tuple((use.slug, use.record.title, all_grounds(use.record)) for use in self.uses)

    @cached_property
    def histories(self) -> Mapping[str, tuple[Step, ...]]:
        """The history of every record that has a page, by its key, newest first."""
        shown, kept = self.shown(self.records()), self.versions
        return {one.key: history(one.record, one.stage, kept.get(one.key, ())) for one in shown}

    @cached_property
    def addresses(self) -> Mapping[str, Mapping[str, bool]]:
        """The slugs of each folder, and whether each has a page; one that could not be read is taken to."""
        return {
            name: dict.fromkeys(self.lost(name), True) | {slug: self.has_page(f) for slug, f in kind.items()}
            for name, kind in self.kinds().items()
        }

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What all records are called, also by other names."""
        return tuple(name for f in self.records() for name in (f.record.title, *f.record.also_called))

    @cached_property
    def shared(self) -> Shared:
        """Titles and summaries that several records of a kind have."""
        return shared((filed.document.collection, filed.slug, filed.record) for filed in self.records())

    def entries(self, name: str, kind: type[EntryT]) -> dict[str, EntryT]:
        """A reference list by id."""
        listed = self.reference.get(name, {})
        return {key: one.entry for key, one in listed.items() if isinstance(one.entry, kind)}

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        return self.entries("organisations", Organisation)

    @cached_property
    def contacts(self) -> dict[str, Contact]:
        return self.entries("contacts", Contact)

    @cached_property
    def facts(self) -> dict[str, Fact]:
        return self.entries("facts", Fact)

    @cached_property
    def categories(self) -> dict[str, DataCategory]:
        return self.entries("data-categories", DataCategory)

    @cached_property
    def topics(self) -> dict[str, Topic]:
        return self.entries("topics", Topic)

    @cached_property
    def services(self) -> dict[str, Service]:
        return self.entries("services", Service)

    @cached_property
    def laws(self) -> dict[str, Law]:
        return self.entries("laws", Law)

    @cached_property
    def rights(self) -> dict[str, Right]:
        return self.entries("rights", Right)

    @cached_property
    def glossary(self) -> dict[str, Term]:
        return self.entries("glossary", Term)

    @cached_property
    def phrases(self) -> dict[str, Phrase]:
        return self.entries("phrases", Phrase)

    @cached_property
    def uses_by_topic(self) -> Index:
        """Data uses listed under each topic."""
        return _index(self.uses, lambda use: use.topics)

    @cached_property
    def uses_by_category(self) -> Index:
        """Data uses that use each category of data."""
        return _index(self.uses, lambda use: (item.category for item in use.data))

    @cached_property
    def uses_by_recipient(self) -> Index:
        """Data uses that share data with each organisation."""
        return _index(self.uses, lambda use: (r.organisation for r in entries(use.recipients)))

    @cached_property
    def uses_by_source(self) -> Index:
        """Data uses that get data from each organisation."""
        return _index(self.uses, lambda use: (o for item in use.data for o in item.from_organisations))

    @cached_property
    def uses_by_project(self) -> Index:
        """Data uses, withdrawn ones included, that each public-benefit project is about."""
        return _index(self.shown(self.data_uses.values()), lambda use: entries(use.public_benefit))

    @cached_property
    def uses_by_purpose(self) -> Index:
        """Data uses that say a purpose in the same words, which are bare."""
        return _index(self.uses, lambda use: (bare(purpose.purpose) for purpose in use.purposes))

    @cached_property
    def uses_by_reach(self) -> Index:
        """Data uses by all the ways in which a choice can reach them."""
        return _index(self.uses, reached)

    def uses_reached_by(self, slug: str) -> tuple[Filed[DataUse], ...]:
        """Data uses that a choice reaches, derived from the uses, never listed with the choice."""
        return self.uses_by_reach[reach_of(slug, self.opt_outs[slug].record)]


def _index(uses: Iterable[Filed[DataUse]], keys: Callable[[DataUse], Iterable[str]]) -> Index:
    """The data uses under each of their keys, in order; a key that no use has leads to none."""
    found: defaultdict[str, list[Filed[DataUse]]] = defaultdict(list)
    for use in uses:
        for key in dict.fromkeys(keys(use.record)):
            found[key].append(use)
    return defaultdict(tuple, {key: tuple(filed) for key, filed in found.items()})
