"""The register and the templates → every artefact of the site but the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator.artefacts import Artefact
from generator.diagnostics import Finding
from generator.load.memory import Memory
from generator.load.store import Growth
from generator.load.templates import TemplateFiles
from generator.model.register import Register
from generator.model.watched import Watched
from generator.render.assets import assets
from generator.render.compiled import Compiled
from generator.render.consent import integrity
from generator.render.embeds import figures, frames
from generator.render.engine import environment, prose_of, render_page
from generator.render.exports import fingerprints, published, robots, security, sitemap
from generator.render.feed import feed
from generator.render.headers import policy, server_files
from generator.render.pages import PageOf, Planned, index_link, planned, redirects
from generator.render.prose import Prose
from generator.render.registers.files import register_files
from generator.render.remembered import Make, Pages, noting, pages_in
from generator.render.search.making import Search, Sources, search, synonyms_of
from generator.render.search.text import page_words
from generator.render.share import share
from generator.render.views.common import Asset, Chrome, Head, link_to
from generator.render.views.cookies import banner
from generator.render.words import MissingWords, Words, read_words, unusable_words

NAVIGATION = ("data-uses", "choices", "public-benefit", "rights", "search")
FOOTER = ("a-z", "organisations", "data-categories", "glossary", "changes", "complaints", "cookies")


@dataclass(frozen=True, slots=True)
class Rendered:
    """Every artefact that could be made, and the findings of those that could not."""

    artefacts: tuple[Artefact, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the pages of a register are made with: templates, assets by their names, texts as HTML, files."""

    jinja: Environment
    assets: Mapping[str, Artefact]
    prose: Prose
    templates: TemplateFiles


def render(
    register: Register,
    compiled: Compiled,
    preview: bool = False,
    jobs: int = 1,
    memory: Memory | None = None,
) -> Rendered:
    """Makes every page, asset and export of the site, with up to `jobs` processes.

    With a memory and a register that is watched, only the pages that it does not hold.
    """
    templates = compiled.templates
    words = read_words(templates, register.site.languages[0])
    if isinstance(words, Finding):
        return Rendered((), (words,))
    made: list[Artefact] = []
    findings: list[Finding] = []
    try:
        shop = workshop(register, compiled, words, preview)
        known = _remembered(shop, register, compiled, memory)
        for item in _everything(register, words, shop, known, jobs):
            if isinstance(item, Finding):
                findings.append(item)
            else:
                made.append(item)
    except MissingWords as problem:
        findings.append(unusable_words(templates, words.language, str(problem)))
    return Rendered(tuple(made), tuple(dict.fromkeys(findings)))


def _everything(
    register: Register, words: Words, shop: Workshop, known: Pages | None, jobs: int
) -> Iterator[Artefact | Finding]:
    jinja = shop.jinja
    yield from shop.assets.values()
    every = list(planned(register, words))
    searched = [page for page in every if page[0].kind == "search"]
    others = [page for page in every if page[0].kind != "search"]
    make = partial(page_of, jinja)
    made = list(_pages(others, make, known, jobs)) if known else share(partial(_fresh, make), others, jobs)
    synonyms = synonyms_of(shop.templates, register, words.language)
    if isinstance(synonyms, Finding):
        yield synonyms
        synonyms = register.synonyms
    sources = Sources(register, words, shop.prose, synonyms, known.words if known else page_words)
    found = _search(sources, others, made)
    yield from found.files
    yield from (make((head, replace(view(), told=found.told))) for head, view in searched)
    yield from made
    moved: dict[str, str] = {}
    for head, link in leading_on(register):
        moved.setdefault(head.url, link.url)
        yield page_of(jinja, (head, link))
    yield feed(register, jinja)
    yield sitemap((head for head, _ in every), register.site.base_url, register.today)
    yield robots(register.site.base_url)
    yield from register_files(register, words, shop.prose, *([known.value] if known else []))
    yield fingerprints(register)
    yield published(register)
    yield from security(register.site)
    yield from server_files(register.site, moved, frames(register.site))


def _fresh(make: Make, page: Planned) -> Artefact | Finding:
    return make((page[0], page[1]()))


def _remembered(
    shop: Workshop, register: Register, compiled: Compiled, memory: Memory | None
) -> Pages | None:
    """The pages that earlier runs have made with the same templates, words, assets and facts."""
    if memory is None or not isinstance(register, Watched):
        return None
    files = sorted((name, blake2b(body).hexdigest()) for name, body in compiled.templates.files.items())
    facts = sorted(shop.prose.facts.items())
    look: Any = shop.jinja.globals["chrome"]
    shop.jinja.globals["chrome"] = replace(look, assets=noting(look.assets, register))
    same = (files, facts, replace(look, assets={}), register.fingerprint(("site", "addresses")))
    return pages_in(memory, register, same)


def _pages(every: Sequence[Planned], make: Make, known: Pages, jobs: int) -> Iterator[Artefact | Finding]:
    """Every page in its order; those that are not remembered are made, shared over the processes."""
    found = [known.recall(page) for page in every]
    wanted = [page for page, there in zip(every, found, strict=True) if there is None]
    made = iter(share(partial(_learning, known, make), wanted, jobs))
    for there in found:
        if there is not None:
            yield there
            continue
        page, growth = next(made)
        known.store.learn(growth)
        yield page


def _learning(known: Pages, make: Make, page: Planned) -> tuple[Artefact | Finding, Growth]:
    return known.store.during(partial(known.make, make, page))


def workshop(register: Register, compiled: Compiled, words: Words, preview: bool) -> Workshop:
    """Everything that a register's pages are made with."""
    named = assets(compiled.templates, register.site)
    prose = prose_of(register)
    jinja = environment(compiled, register, words, prose)
    prose.figure = figures(jinja, register.site)
    jinja.globals["chrome"] = chrome(register, words, named, preview)
    return Workshop(jinja, named, prose, compiled.templates)


def _search(sources: Sources, pages: Iterable[Planned], made: Iterable[Artefact | Finding]) -> Search:
    """The search over the pages that could be made."""
    return search(sources, (head for head, _ in pages), (a for a in made if isinstance(a, Artefact)))


def leading_on(register: Register) -> Iterator[PageOf]:
    """The pages at earlier addresses, which lead on to where the page is now."""
    for old, link, source in redirects(register):
        yield Head(old, link.text, "", "redirect", sources=(source,), in_search_engines=False), link


def page_of(jinja: Environment, page: PageOf) -> Artefact | Finding:
    """One page, or what is wrong with its template."""
    head, view = page
    html = render_page(jinja, head.kind, head=head, view=view)
    if isinstance(html, Finding):
        return html
    return Artefact(head.url, html.encode(), "text/html", head.sources)


def chrome(register: Register, words: Words, named: Mapping[str, Artefact], preview: bool) -> Chrome:
    """What is the same on every page."""
    site = register.site
    footer = [link_to(p) for p in register.current(register.pages.values()) if p.record.in_footer]
    return Chrome(
        site_name=site.name,
        site_title=site.title,
        notice=site.notice or "",
        main_site=site.main_site or "",
        base_url=site.base_url.rstrip("/"),
        initials=site.theme.initials or "",
        navigation=tuple(index_link(kind, words) for kind in NAVIGATION),
        footer=(*(index_link(kind, words) for kind in FOOTER), *footer),
        controller=register.organisations[site.controller],
        data_protection_officer=register.contacts[site.data_protection_officer],
        feedback=register.contacts[site.feedback],
        today=register.today,
        assets={name: Asset(artefact.url, integrity(artefact)) for name, artefact in named.items()},
        policy=Markup(policy(site)),
        banner=banner(site.cookies),
        preview=preview,
    )
