"""What the views of all pages are made of: links, cards, tags and the head of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.addresses import FOLDERS, address, version_address
from generator.model.fields import LawReference
from generator.model.record import Record
from generator.model.reference import Contact, Law, Organisation
from generator.model.register import Filed, Register
from generator.render.views.cookies import Banner
from generator.render.views.versions import HistoryLine, Superseded, VersionPage, history_lines

Tone = Literal["plain", "good", "caution", "stop", "info"]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on this site or, with a scheme, elsewhere."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A short label; `key` names its words, the tone its colour, which never stands alone."""

    key: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Card:
    """A record as lists show it."""

    link: Link
    summary: str
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading; the heading is a link where it has a page of its own."""

    heading: Link
    cards: tuple[Card, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A link to a page with how many data uses stand on it; an organisation may also give data in some."""

    link: Link
    text: str
    number: int
    gives: int = 0


@dataclass(frozen=True, slots=True)
class LawLine:
    """A place in a law: its title, where it is published and the section."""

    title: str
    url: str
    section: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every page says of itself. `kind` is the name of its template.

    `canonical` is the address of the page that counts where it is another one, `frames` the hosts
    that it may show.
    """

    url: str
    title: str
    description: str
    kind: str
    breadcrumbs: tuple[Link, ...] = ()
    language: str = "en"
    sources: tuple[str, ...] = ()
    record: Record | None = None
    stage: str = ""
    in_search_engines: bool = True
    canonical: str = ""
    history: tuple[HistoryLine, ...] = ()
    superseded: Superseded | None = None
    frames: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages use, and what a browser compares it with."""

    url: str
    integrity: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """What is the same on all pages: who publishes, where to go, whom to ask."""

    site_name: str
    site_title: str
    notice: str
    main_site: str
    base_url: str
    initials: str
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    controller: Organisation
    data_protection_officer: Contact
    feedback: Contact
    today: date
    assets: Mapping[str, Asset]
    policy: str
    banner: Banner | None
    preview: bool = False


STAGE_TONES: dict[str, Tone] = {
    "draft": "caution",
    "scheduled": "caution",
    "review-due": "info",
    "overdue": "caution",
    "expired": "stop",
    "withdrawn": "stop",
}


def collection_of(filed: Filed[Record]) -> str:
    """The folder of content/ a record lies in."""
    return filed.document.collection


def link_to(filed: Filed[Record]) -> Link:
    """A link to a record's page, with its title."""
    return Link(filed.record.title, address(collection_of(filed), filed.slug))


def stage_tags(filed: Filed[Record]) -> tuple[Tag, ...]:
    """A tag for every stage that readers should know of; none for what simply holds."""
    tone = STAGE_TONES.get(filed.stage)
    return (Tag(f"stage.{filed.stage}", tone),) if tone else ()


def card(filed: Filed[Record], *tags: Tag) -> Card:
    """A record as lists show it."""
    return Card(link_to(filed), filed.record.summary, (*tags, *stage_tags(filed)))


def record_head(register: Register, filed: Filed[Record], kind: str, *above: Link) -> Head:
    """The head of a record's page."""
    gone = filed.stage in ("expired", "withdrawn", "draft", "scheduled")
    return Head(
        url=address(collection_of(filed), filed.slug),
        title=filed.record.title,
        description=filed.record.summary,
        kind=kind,
        breadcrumbs=above,
        sources=(filed.document.path,),
        record=filed.record,
        stage=filed.stage,
        in_search_engines=not gone,
        history=history_lines(register, filed),
    )


def version_head(page: VersionPage, title: str, kind: str, *above: Link) -> Head:
    """The head of the page of an earlier version, whose record's page is the one that counts."""
    filed, superseded = page.filed, page.superseded
    return Head(
        url=version_address(collection_of(filed), filed.slug, superseded.day),
        title=title,
        description=filed.record.summary,
        kind=kind,
        breadcrumbs=above,
        sources=(filed.document.path,),
        record=filed.record,
        stage=filed.stage,
        in_search_engines=False,
        canonical=superseded.current,
        history=page.history,
        superseded=superseded,
    )


def law_lines(register: Register, references: tuple[LawReference, ...]) -> tuple[LawLine, ...]:
    """The laws named, as readers see them."""
    return tuple(_law_line(register.laws.get(r.law), r) for r in references)


def _law_line(law: Law | None, reference: LawReference) -> LawLine:
    title = law.title if law else str(reference.law)
    return LawLine(title, (law.address or "") if law else "", reference.section or "")


def organisation_link(register: Register, identifier: str) -> Link:
    """A link to an organisation's page; to all of them where it is listed no more."""
    organisation = register.organisations.get(identifier)
    if organisation is None:
        return Link(identifier, FOLDERS["organisations"])
    return Link(organisation.name, address("organisations", identifier))


def category_link(register: Register, identifier: str) -> Link:
    """A link to the page of a category of data; to all of them where it is listed no more."""
    category = register.categories.get(identifier)
    if category is None:
        return Link(identifier, FOLDERS["data-categories"])
    return Link(category.name, address("data-categories", identifier))


def topic_link(register: Register, identifier: str) -> Link:
    """A link to a topic's page; to all data uses where it is listed no more."""
    topic = register.topics.get(identifier)
    return (
        Link(topic.name, address("topics", identifier)) if topic else Link(identifier, FOLDERS["data-uses"])
    )
