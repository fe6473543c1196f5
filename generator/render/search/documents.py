"""What can be found: each page with the names it goes by, what it is about, and the facts it answers with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from generator.load.parts import in_parts
from generator.model.addresses import address
from generator.model.data_use import DataUse
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.render.pages import REPEATING
from generator.render.prose import Prose
from generator.render.remembering import Remember, anew
from generator.render.search.facts import Facts, facts_of
from generator.render.search.subjects import subjects_of_use
from generator.render.views.common import Head, link_to
from generator.render.words import Words

KINDS = ("data-uses", "opt-outs", "public-benefit", "pages", "rights", "topics")
"""The kinds of page in the order in which they are numbered."""
KINDS_BY_NAME = (*KINDS, "organisations", "data-categories", "glossary")
PRIORS = {
    "data-uses": 1.0,
    "opt-outs": 0.97,
    "public-benefit": 0.85,
    "pages": 0.97,
    "rights": 0.85,
    "topics": 0.55,
    "organisations": 0.55,
    "data-categories": 0.5,
    "glossary": 0.6,
}
"""How likely a page is to be meant: the notice itself sooner than a page that only names it."""

Told = tuple[tuple[str, ...], Facts]
"""What a data use is about, and the facts that it answers with."""
NOTHING_TOLD: Told = ((), {})

OURS = 0.9
"""The same for pages that every site has and that say something of their own."""
INDEXES = 0.6
"""The same for lists of other pages."""
NOWHERE = frozenset({"search", "not-found", "redirect"})
_OF_TEMPLATE = {
    "data-use": "data-uses",
    "choice": "opt-outs",
    "project": "public-benefit",
    "right": "rights",
    "topic": "topics",
    "organisation": "organisations",
    "data-category": "data-categories",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A page that can be found, or a place on one, as the records tell of it.

    `names` are other words for it, `subjects` what it is about, `body` is what an editor wrote below the
    fields, and `repeats` says that the text of the page is not its own.
    """

    kind: str
    url: str
    title: str
    summary: str
    names: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    facts: Facts = field(default_factory=dict)
    prior: float = 1.0
    repeats: bool = False
    body: str = ""


def documents(
    register: Register, heads: Iterable[Head], words: Words, prose: Prose, remember: Remember = anew
) -> tuple[Found, ...]:
    """All that can be found, in order of kind, service and address: what is found together lies together."""
    by_url = {link_to(filed).url: filed for filed in register.current(register.records())}
    told = _told(register, words, prose, remember)
    found = [
        _page(register, head, by_url.get(head.url), prose, told) for head in heads if _wanted(head, by_url)
    ]
    found += _terms(register, prose)
    return tuple(
        sorted(
            found, key=lambda item: (KINDS_BY_NAME.index(item.kind), _service(by_url.get(item.url)), item.url)
        )
    )


def _service(filed: Filed[Record] | None) -> str:
    """The service that a data use is for, if it says so."""
    return filed.record.service or "" if filed and isinstance(filed.record, DataUse) else ""


def _wanted(head: Head, current: dict[str, Filed[Record]]) -> bool:
    if head.superseded or head.kind in NOWHERE:
        return False
    return head.record is None or head.url in current


def _page(
    register: Register, head: Head, filed: Filed[Record] | None, prose: Prose, told: Mapping[str, Told]
) -> Found:
    kind = _OF_TEMPLATE.get(head.kind, "pages")
    ours = kind == "pages" and filed is None
    title = head.title if head.url != "/" else register.site.title
    subjects, facts = told.get(head.url, NOTHING_TOLD)
    return Found(
        kind,
        head.url,
        title,
        prose.plain(head.description),
        _names(register, kind, head.url, filed),
        subjects,
        facts,
        prior=(INDEXES if head.kind in REPEATING else OURS) if ours else PRIORS[kind],
        repeats=head.kind in REPEATING,
        body=filed.record.body if filed else "",
    )


def _names(register: Register, kind: str, url: str, filed: Filed[Record] | None) -> tuple[str, ...]:
    """Other words for a page, from its record or its entry in a reference list."""
    if filed:
        return filed.record.also_called
    identifier = url.rstrip("/").rpartition("/")[2]
    if kind == "organisations" and identifier in register.organisations:
        organisation = register.organisations[identifier]
        return (*organisation.also_called, *filter(None, (organisation.short_name,)))
    if kind == "data-categories" and identifier in register.categories:
        return register.categories[identifier].also_called
    if kind == "rights" and identifier in register.rights:
        return (register.rights[identifier].formal_name,)
    return ()


def _told(register: Register, words: Words, prose: Prose, remember: Remember) -> dict[str, Told]:
    """What the data uses are about and answer with, by the address of each."""
    found: dict[str, Told] = {}
    for part in in_parts(register.uses, lambda use: use.slug):
        told = remember(part, "searched", partial(_all_told, register, part, words, prose))
        found.update((link_to(use).url, one) for use, one in zip(part, told, strict=True))
    return found


def _all_told(register: Register, uses: Iterable[Filed[DataUse]], words: Words, prose: Prose) -> list[Told]:
    return [
        (
            tuple(prose.plain(text) for text in subjects_of_use(register, use.record)),
            facts_of(register, use.record, words, prose),
        )
        for use in uses
    ]


def _terms(register: Register, prose: Prose) -> Iterator[Found]:
    """Words explained: each is a place on one page."""
    for term in register.glossary.values():
        yield Found(
            "glossary",
            address("glossary", term.id),
            term.term,
            prose.plain(term.meaning),
            term.also_called,
            prior=PRIORS["glossary"],
        )
