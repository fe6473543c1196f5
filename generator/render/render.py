"""The register and the templates → every artefact of the site but the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from jinja2 import Environment

from generator.artefacts import Artefact
from generator.diagnostics import Finding
from generator.load.memory import Memory
from generator.load.templates import fingerprints_by_kind
from generator.model.prints import without_texts
from generator.model.register import Register
from generator.model.sayings import Sayings
from generator.model.watched import Watched
from generator.render.assets import garbled_asset
from generator.render.compiled import Compiled
from generator.render.embeds import frames
from generator.render.engine import listed_ids, render_page
from generator.render.exports import fingerprints, published, robots, security, sitemap
from generator.render.feed import feed
from generator.render.headers import server_files
from generator.render.pages import REPEATING, PageOf, Planned, planned, redirects
from generator.render.registers.files import register_files
from generator.render.remembered import Make, Pages, noting, pages_in
from generator.render.searching import Searching
from generator.render.share import begun, share
from generator.render.views.common import Head
from generator.render.words import MissingWords, read_words, unusable_words
from generator.render.workshop import Workshop, workshop

Made = Artefact | Finding
"""What comes of a page, a file or an asset: its bytes, or what is wrong with what it is made of."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """Every artefact that could be made, and the findings of those that could not."""

    artefacts: tuple[Artefact, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """A site but for its search, which is made beside and is `awaited`."""

    made: Rendered
    awaited: Callable[[], Rendered] = lambda: Rendered((), ())

    def finished(self) -> Rendered:
        """The whole site; that of search comes first, so that no page of an editor takes its address."""
        made, last = self.made, self.awaited()
        findings = dict.fromkeys((*made.findings, *last.findings))
        return Rendered((*last.artefacts, *made.artefacts), tuple(findings))


@dataclass(frozen=True, slots=True)
class Purpose:
    """Whether a site is made for its editors alone, whether to be searched, and with how many processes."""

    preview: bool = False
    search: bool = True
    jobs: int = 1


def render(register: Register, compiled: Compiled, preview: bool = False) -> Rendered:
    """Makes every page, asset and export of the site."""
    return begin(register, compiled, Purpose(preview)).finished()


def begin(register: Register, compiled: Compiled, purpose: Purpose, memory: Memory | None = None) -> Begun:
    """Makes every page, asset and export of the site, and begins its search.

    With a memory and a register that is watched, only the pages that it does not hold. Where nobody is
    going to search, the page for it is made, and not what it finds with.
    """
    words = read_words(compiled.templates, register.site.languages[0], memory)
    garbled = garbled_asset(compiled.templates)
    if isinstance(words, Finding) or garbled:
        return Begun(Rendered((), tuple(item for item in (words, garbled) if isinstance(item, Finding))))
    try:
        shop = workshop(register, compiled, words, purpose.preview, memory)
        known = _remembered(shop, register, compiled, memory)
        every = list(planned(register, words))
        others = [page for page in every if page[0].kind != "search"]
        own, repeating = (
            [page for page in others if (page[0].kind in REPEATING) == repeats] for repeats in (False, True)
        )
        print_page = partial(page_of, shop.jinja)
        search = Searching(register, shop, known, every, print_page)
        store, jobs = (memory.store if memory else None), (purpose.jobs if purpose.search else 1)
        searching = begun(search.over if purpose.search else search.of_nothing, store, jobs)
        make = partial(_pages, make=print_page, known=known, jobs=purpose.jobs)
        read = make(own)
        searching.give(read)
        pages = _in_order(others, read, make(repeating))
        beside = _beside_pages(register, shop, known, every, Sayings(memory, tuple(register.records())))
        made = _sorted((*shop.assets.values(), *pages, *beside))
        return Begun(made, partial(_awaited, searching.result, shop))
    except MissingWords as problem:
        return Begun(Rendered((), (unusable_words(compiled.templates, words.language, str(problem)),)))


def _sorted(made: Iterable[Made]) -> Rendered:
    """What was made, apart from what could not be."""
    artefacts, findings = [], []
    for item in made:
        if isinstance(item, Finding):
            findings.append(item)
        else:
            artefacts.append(item)
    return Rendered(tuple(artefacts), tuple(dict.fromkeys(findings)))


def _awaited(searched: Callable[[], list[Made]], shop: Workshop) -> Rendered:
    shop.prose.let_go()
    try:
        return _sorted(searched())
    except MissingWords as problem:
        return Rendered((), (unusable_words(shop.templates, shop.words.language, str(problem)),))


def _beside_pages(
    register: Register, shop: Workshop, known: Pages | None, every: Sequence[Planned], said: Sayings
) -> Iterator[Made]:
    """What leads to pages, and what machines read."""
    moved: dict[str, str] = {}
    for head, link in leading_on(register):
        moved.setdefault(head.url, link.url)
        yield page_of(shop.jinja, (head, link))
    yield feed(register, shop.jinja)
    yield sitemap((head for head, _ in every), register.site.base_url, register.today)
    yield robots(register.site.base_url)
    yield from register_files(register, shop.words, shop.prose, *((known.value, known.lend) if known else ()))
    yield fingerprints(register, said)
    yield published(register, said, *((known.lend,) if known else ()))
    yield from security(register.site)
    yield from server_files(register.site, moved, frames(register.site))


def _fresh(make: Make, page: Planned) -> Made:
    return make((page[0], page[1]()))


def _remembered(
    shop: Workshop, register: Register, compiled: Compiled, memory: Memory | None
) -> Pages | None:
    """The pages that earlier runs have made with the same templates, words, assets and facts."""
    if memory is None or not isinstance(register, Watched):
        return None
    facts = sorted(shop.prose.facts.items())
    look: Any = shop.jinja.globals["chrome"]
    prints = without_texts(register.prints, register)
    shop.jinja.globals["chrome"] = replace(look, assets=noting(look.assets, prints))
    every_kind, kinds = fingerprints_by_kind(compiled.templates)
    same = (
        every_kind,
        facts,
        listed_ids(register),
        replace(look, assets={}),
        register.fingerprint(("site", "addresses")),
    )
    return pages_in(memory, prints, same, kinds)


def _pages(every: Sequence[Planned], make: Make, known: Pages | None, jobs: int) -> list[Made]:
    """Every page in its order; those that are not remembered are made, shared over the processes."""
    if known is None:
        return share(partial(_fresh, make), every, jobs)
    found = [known.recall(page) for page in every]
    wanted = [page for page, there in zip(every, found, strict=True) if there is None]
    made = iter(share(partial(known.make, make), wanted, jobs, known.store))
    return [next(made) if there is None else there for there in found]


def _in_order(planned: Iterable[Planned], own: Iterable[Made], repeating: Iterable[Made]) -> Iterator[Made]:
    """All pages as they were planned: those that say something of their own, and those that repeat it."""
    made = {False: iter(own), True: iter(repeating)}
    return (next(made[head.kind in REPEATING]) for head, _ in planned)


def leading_on(register: Register) -> Iterator[PageOf]:
    """The pages at earlier addresses, which lead on to where the page is now."""
    for old, link, source in redirects(register):
        yield Head(old, link.text, "", "redirect", sources=(source,), in_search_engines=False), link


def page_of(jinja: Environment, page: PageOf) -> Made:
    """One page, or what is wrong with its template."""
    head, view = page
    html = render_page(jinja, head.kind, head=head, view=view)
    if isinstance(html, Finding):
        return html
    return Artefact(head.url, html.encode(), "text/html", head.sources)
