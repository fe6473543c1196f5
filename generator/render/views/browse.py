"""Ways to find a data use: by topic, by organisation, by category of data, from A to Z."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.addresses import address
from generator.model.record import Record
from generator.model.reference import Contact, Term
from generator.model.register import Filed, Register
from generator.render.views.common import (
    Card,
    Group,
    Link,
    card,
    link_to,
    topic_link,
)


@dataclass(frozen=True, slots=True)
class GroupsView:
    """Cards under headings, and how many there are in all."""

    groups: tuple[Group, ...]
    total: int


@dataclass(frozen=True, slots=True)
class TopicView:
    """Everything under one topic."""

    name: str
    summary: str
    uses: tuple[Card, ...]
    projects: tuple[Card, ...]
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class AZEntry:
    """A line of the index; `see` is the title it stands for, where it is another word for it."""

    text: str
    url: str
    see: str = ""


@dataclass(frozen=True, slots=True)
class AZView:
    """The index from A to Z: letters that have entries, each with its entries."""

    letters: tuple[tuple[str, tuple[AZEntry, ...]], ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """Every term by its first letter."""

    letters: tuple[tuple[str, tuple[Term, ...]], ...]


def data_uses_view(register: Register) -> GroupsView:
    """Data uses by topic; one without a topic stands at the end, under no heading of its own."""
    groups = [_topic_group(register, topic) for topic in register.topics]
    loose = tuple(card(use) for use in register.uses if not use.record.topics)
    other = (Group(Link("", ""), loose),) if loose else ()
    return GroupsView((*(g for g in groups if g.cards), *other), len(register.uses))


def _topic_group(register: Register, topic: str) -> Group:
    cards = tuple(card(use) for use in register.uses_by_topic[topic])
    return Group(topic_link(register, topic), cards, register.topics[topic].summary)


def topic_view(register: Register, identifier: str) -> TopicView:
    """Everything under one topic, with the contacts of its services."""
    topic = register.topics[identifier]
    projects = register.current(register.public_benefit.values())
    contacts = (
        register.contacts.get(service.contact or "")
        for service in register.services.values()
        if service.topic == identifier
    )
    return TopicView(
        name=topic.name,
        summary=topic.summary,
        uses=tuple(card(use) for use in register.uses_by_topic[identifier]),
        projects=tuple(card(p) for p in projects if identifier in p.record.topics),
        contacts=tuple(contact for contact in contacts if contact),
    )


def a_to_z_view(register: Register) -> AZView:
    """Every record under its title and under every other word people use for it."""
    lines = [line for filed in _indexed(register) for line in _a_to_z_lines(filed)]
    lines += [AZEntry(term.term, address("glossary", term.id)) for term in register.glossary.values()]
    lines.sort(key=lambda line: (line.text.casefold(), line.url))
    letters: dict[str, list[AZEntry]] = {}
    for line in lines:
        letters.setdefault(_letter(line.text), []).append(line)
    return AZView(tuple((letter, tuple(group)) for letter, group in sorted(letters.items())))


def _indexed(register: Register) -> Iterator[Filed[Record]]:
    yield from register.current(register.records())


def _a_to_z_lines(filed: Filed[Record]) -> Iterator[AZEntry]:
    link = link_to(filed)
    yield AZEntry(link.text, link.url)
    for name in filed.record.also_called:
        yield AZEntry(name, link.url, link.text)


def _letter(text: str) -> str:
    first = text[:1].upper()
    return first if first.isalpha() else "0–9"


def glossary_view(register: Register) -> GlossaryView:
    """Every term by its first letter."""
    letters: dict[str, list[Term]] = {}
    for term in sorted(register.glossary.values(), key=lambda term: (term.term.casefold(), term.id)):
        letters.setdefault(_letter(term.term), []).append(term)
    return GlossaryView(tuple((letter, tuple(group)) for letter, group in letters.items()))
