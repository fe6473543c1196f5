"""Which pages there are: the head and the view of every page of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from generator.model.addresses import address
from generator.model.page import Page
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.render.embeds import framed
from generator.render.views.accessibility import AccessibilityView, accessibility_view
from generator.render.views.benefit import benefit_view, benefits_view
from generator.render.views.browse import (
    a_to_z_view,
    data_uses_view,
    glossary_view,
    topic_view,
)
from generator.render.views.changes import changes_view
from generator.render.views.choices import choice_view, choices_view
from generator.render.views.common import Head, Link, link_to, record_head, version_head
from generator.render.views.cookies import cookies_view
from generator.render.views.data_use import data_use_view
from generator.render.views.holders import (
    categories_view,
    category_view,
    organisation_view,
    organisations_view,
)
from generator.render.views.register import register_view
from generator.render.views.rights import ComplaintsView, right_view, rights_in_order, rights_view
from generator.render.views.routes import routes
from generator.render.views.site import (
    PageView,
    home_view,
    not_found_view,
    page_view,
    search_view,
)
from generator.render.views.versions import version_pages
from generator.render.words import Words

PageOf = tuple[Head, Any]
"""The head of a page and its view, which its template knows how to print."""

Planned = tuple[Head, Callable[[], Any]]
"""The head of a page, and what makes its view when it is wanted."""

INDEXES: dict[str, tuple[str, Callable[[Register], Any]]] = {
    "home": ("/", home_view),
    "data-uses": ("/data-uses/", data_uses_view),
    "organisations": ("/organisations/", organisations_view),
    "data-categories": ("/data-categories/", categories_view),
    "choices": ("/choices/", choices_view),
    "public-benefit": ("/public-benefit/", benefits_view),
    "rights": ("/rights/", rights_view),
    "complaints": ("/complaints/", lambda register: ComplaintsView(routes(register))),
    "a-z": ("/a-z/", a_to_z_view),
    "search": ("/search/", search_view),
    "changes": ("/changes/", changes_view),
    "cookies": ("/cookies/", cookies_view),
    "glossary": ("/glossary/", glossary_view),
    "register": ("/register/", register_view),
    "not-found": ("/404.html", not_found_view),
}
"""Pages that every site has: kind, address, view."""

REPEATING = frozenset(
    (
        *("data-uses", "organisations", "data-categories", "choices", "public-benefit", "rights"),
        *("a-z", "changes", "glossary", "register", "topic", "organisation", "data-category"),
    )
)
"""Kinds of pages that repeat what others say: a search finds them by their title and description alone."""

NOT_FOR_SEARCH_ENGINES = ("not-found",)


def index_link(kind: str, words: Words) -> Link:
    """A link to a page that every site has."""
    return Link(words(f"titles.{kind}"), INDEXES[kind][0])


def pages(register: Register, words: Words) -> Iterator[PageOf]:
    """Every page of the site, in order of kind and address."""
    return ((head, view()) for head, view in planned(register, words))


def planned(register: Register, words: Words) -> Iterator[Planned]:
    """Every page of the site without its view, for whoever wants only some of them."""
    home = index_link("home", words)
    introduction = register.pages.get("home")
    for kind, (url, view) in INDEXES.items():
        above = () if kind == "home" else (home,)
        text = introduction.record.body if introduction and kind == "home" else ""
        yield framed(_index_head(kind, url, words, above), text, register.site), partial(view, register)
    for head, page in _records(register, words, home):
        yield framed(head, head.record.body if head.record else "", register.site), page
    yield from _versions(register, words, home)
    yield from _reference(register, words, home)


def _index_head(kind: str, url: str, words: Words, above: tuple[Link, ...]) -> Head:
    return Head(
        url=url,
        title=words(f"titles.{kind}"),
        description=words(f"descriptions.{kind}"),
        kind=kind,
        breadcrumbs=above,
        language=words.language,
        in_search_engines=kind not in NOT_FOR_SEARCH_ENGINES,
    )


View = Callable[[Register, Any], Any]


def _page_view(register: Register, filed: Filed[Page]) -> PageView | AccessibilityView:
    statement = filed.record.accessibility
    return accessibility_view(register, filed, statement) if statement else page_view(filed)


def _template(filed: Filed[Record], kind: str) -> str:
    """The template of a record's page: an accessibility statement has one of its own."""
    stated = isinstance(filed.record, Page) and filed.record.accessibility
    return "accessibility" if stated else kind


RECORDS: dict[str, tuple[str, str, View]] = {
    "data-uses": ("data-use", "data-uses", data_use_view),
    "opt-outs": ("choice", "choices", choice_view),
    "public-benefit": ("project", "public-benefit", benefit_view),
    "pages": ("page", "", _page_view),
}
"""For each folder of records: the kind of its pages, the index above them, and their view."""


def _records(register: Register, words: Words, home: Link) -> Iterator[Planned]:
    collections = (register.data_uses, register.opt_outs, register.public_benefit, register.pages)
    for collection, (kind, index, view) in zip(collections, RECORDS.values(), strict=True):
        above = (home, index_link(index, words)) if index else (home,)
        for filed in register.shown(collection.values()):
            if link_to(filed).url != home.url:
                head = record_head(register, filed, _template(filed, kind), *above)
                yield head, partial(view, register, filed)


def _versions(register: Register, words: Words, home: Link) -> Iterator[Planned]:
    """Earlier versions, made of data by the templates of today."""
    for filed in register.shown(filed for filed in register.records() if filed.key in register.versions):
        if link_to(filed).url == home.url:
            continue
        kind, index, view = RECORDS[filed.document.collection]
        above = (home, *((index_link(index, words),) if index else ()), link_to(filed))
        for page in version_pages(register, filed):
            day = words.day(page.superseded.day)
            title = words("versions.title", title=page.filed.record.title, day=day)
            template = _template(page.filed, kind)
            yield version_head(page, title, template, *above), partial(view, page.register, page.filed)


def _reference(register: Register, words: Words, home: Link) -> Iterator[Planned]:
    uses, rights = index_link("data-uses", words), index_link("rights", words)
    organisations = index_link("organisations", words)
    categories = index_link("data-categories", words)
    for topic in register.topics.values():
        head = entry_head("topics", topic.id, topic.name, topic.summary, (home, uses))
        yield head, partial(topic_view, register, topic.id)
    for organisation in register.organisations.values():
        head = entry_head(
            "organisations",
            organisation.id,
            organisation.name,
            organisation.what_it_does,
            (home, organisations),
        )
        yield head, partial(organisation_view, register, organisation.id)
    for category in register.categories.values():
        head = entry_head("data-categories", category.id, category.name, category.meaning, (home, categories))
        yield head, partial(category_view, register, category.id)
    for right in rights_in_order(register):
        head = entry_head("rights", right.id, right.name, right.plain, (home, rights))
        yield head, partial(right_view, register, right)


KIND_OF_ENTRY = {
    "topics": "topic",
    "organisations": "organisation",
    "data-categories": "data-category",
    "rights": "right",
}


def entry_head(
    collection: str, identifier: str, title: str, description: str, above: tuple[Link, ...]
) -> Head:
    """The head of the page of a reference entry."""
    return Head(
        url=address(collection, identifier),
        title=title,
        description=description,
        kind=KIND_OF_ENTRY[collection],
        breadcrumbs=above,
        sources=(f"content/reference/{collection}.yaml",),
    )


def redirects(register: Register) -> Iterator[tuple[str, Link, str]]:
    """Earlier addresses: the old one, the link to the new page, and the file that says so.

    An old page may have been a file (`/privacy.html`); any other address is a folder.
    """
    for filed in register.shown(register.records()):
        for old in filed.record.redirect_from:
            is_whole = old.endswith("/") or "." in old.rpartition("/")[2]
            yield old if is_whole else f"{old}/", link_to(filed), filed.document.path
