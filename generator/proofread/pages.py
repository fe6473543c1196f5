"""The built pages: every link leads somewhere, and every page can be found, read and announced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.artefacts import ASSETS, Artefact
from generator.diagnostics import Finding, Location
from generator.load.documents import Document
from generator.model.addresses import unmade
from generator.model.register import Register
from generator.proofread.built import BuiltPage, BuiltSite, built
from generator.proofread.catalogue import ERROR, RULES, WARNING, Problem, Problems, Rule, rule
from generator.proofread.page_facts import Read, read_page

WIDESPREAD = 10
"""Pages from which on a dead link comes from a template and is reported once."""


def proofread_pages(
    artefacts: Sequence[Artefact], register: Register, read: Read = read_page
) -> tuple[Finding, ...]:
    """Every finding of the rules that look at all pages of a site."""
    documents = {filed.document.path: filed.document for filed in register.records()}
    lost = unmade(register.unreadable, register.site.languages)
    site = built(artefacts, register.site.base_url, read=read)
    return _judge(replace(site, unmade=tuple(address.removeprefix("/") for address in lost)), documents)


def _judge(site: BuiltSite, documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    return tuple(
        _finding(rule, problem, page, documents.get(page.source))
        for rule in RULES.values()
        if rule.check and rule.subject == "built"
        for page in site.pages
        for problem in rule.check(page, site)
    )


def _finding(rule: Rule, problem: Problem, page: BuiltPage, document: Document | None) -> Finding:
    """The finding, on the line of the content that brought it about where that can be told."""
    where, excerpt = Location(page.source), ""
    if document and (problem.field or problem.phrase):
        way, words = problem.field, problem.phrase
        where = document.text_line(way, words) if words else document.locate(*way)
        excerpt = document.excerpt(where)
    return Finding(rule.id, rule.severity, problem.message, where, problem.hint, rule.source, excerpt)


@rule("duplicate-address", ERROR, "Addresses of pages", "built")
def duplicate_address(page: BuiltPage) -> Problems:
    """
    What: Every page has an address of its own.
    Why: Only one of two pages with the same address can be published; the other would be lost.
    How: Rename one of the two files, or take one out.
    """
    if page.taken_by and not page.facts.leads_on:
        yield Problem(
            (),
            f"Two pages have the address {page.url}.",
            f"The first comes from {page.taken_by}; rename one.",
        )
    if page.url.startswith(ASSETS):
        yield Problem(
            (),
            f"No page can be at {page.url}: browsers keep what is there for a year and do not ask again.",
            "Rename it; if it is an earlier address, take it out of `redirect_from`.",
        )


@rule("redirect-shadow", ERROR, "Addresses of pages", "built")
def redirect_shadow(page: BuiltPage) -> Problems:
    """
    What: An earlier address that leads on to a page is not the address of another page.
    Why: Only one of the two can be published; the other could not be reached.
    How: Take the address out of `redirect_from`.
    """
    if page.taken_by and page.facts.leads_on:
        yield Problem(
            ("redirect_from",),
            f"The earlier address {page.url} is already in use.",
            f"It comes from {page.taken_by}; take it out of `redirect_from`.",
            page.url.rstrip("/"),
        )


@rule("dead-link", ERROR, "WCAG 2.2, 2.4.4; Addresses of pages", "built")
def dead_link(page: BuiltPage, site: BuiltSite) -> Problems:
    """
    What: Every link within the site leads to a page or file of the site.
    Why: Readers who follow it would find nothing.
    How: Correct the link; where it is on many pages, in the template.
    """
    for href in page.facts.links if site.whole else ():
        if site.leads(href, page):
            continue
        many = site.linking[href]
        reported = many > WIDESPREAD and page is not next(p for p in site.pages if href in p.facts.links)
        if not reported:
            also = f" It is on {many} pages, so look in the template." if many > WIDESPREAD else ""
            yield Problem(
                (),
                f"The page {page.url} has a link that leads nowhere: {href}",
                f"Correct it.{also}",
                site.written(href),
            )


@rule("dead-anchor", WARNING, "WCAG 2.2, 2.4.4", "built")
def dead_anchor(page: BuiltPage, site: BuiltSite) -> Problems:
    """
    What: A link to a part of a page leads to a part that exists.
    Why: Readers would land at the top and have to look for what was promised.
    How: Correct what stands after `#`.
    """
    for href in page.facts.links:
        path, anchor = (site.target(href, page) if "#" in href else None) or ("", "")
        if not anchor or anchor == "top" or "=" in anchor or not path.endswith(".html"):
            continue
        if path in site.anchors and anchor not in site.anchors[path]:
            yield Problem(
                (),
                f"The page {page.url} has a link to a part that does not exist: {href}",
                "Correct it.",
                site.written(href),
            )


@rule("duplicate-html-id", ERROR, "HTML; WCAG 2.2, 1.3.1 and 4.1.2", "built")
def duplicate_html_id(page: BuiltPage) -> Problems:
    """
    What: No two elements of a page have the same id.
    Why: Links and labels would lead to the wrong one.
    How: Give one of the two headings other words; or correct the template.
    """
    if len(page.facts.ids) != len(set(page.facts.ids)):
        for name, count in Counter(page.facts.ids).items():
            if count > 1:
                yield Problem(
                    (), f"The page {page.url} has the id `{name}` {count} times.", "Give each its own."
                )


@rule("one-h1", ERROR, "WCAG 2.2, 1.3.1 and 2.4.6", "built")
def one_h1(page: BuiltPage) -> Problems:
    """
    What: Every page has exactly one main heading.
    Why: People who use a screen reader find their way by it.
    How: Correct the template, or begin headings in the text with `##`.
    """
    count = page.facts.main_headings
    if count != 1 and not page.facts.leads_on:
        yield Problem((), f"The page {page.url} has {count} main headings.", "Correct the template.")


@rule("page-language", ERROR, "WCAG 2.2, 3.1.1", "built")
def page_language(page: BuiltPage) -> Problems:
    """
    What: Every page says which language it is in.
    Why: Screen readers choose the voice by it.
    How: Write `<html lang="en">` in the template.
    """
    if not page.facts.has_language:
        yield Problem((), f"The page {page.url} does not say which language it is in.", "Add `lang`.")


@rule("page-title", ERROR, "WCAG 2.2, 2.4.2", "built")
def page_title(page: BuiltPage) -> Problems:
    """
    What: Every page has a title.
    Why: It is what tabs, bookmarks and search results show.
    How: Add `<title>` to the template.
    """
    if not page.facts.has_title:
        yield Problem((), f"The page {page.url} has no title.", "Add `<title>` to the template.")


@rule("third-party-request", ERROR, "PECR regulation 6; UK GDPR Article 5(1)(c)", "built")
def third_party_request(page: BuiltPage, site: BuiltSite) -> Problems:
    """
    What: No page loads anything from another host by itself.
    Why: The other host would learn who reads what before anybody was asked.
    How: Put the file in templates/assets, or declare the script under `cookies` in site.yaml.
    """
    for host in page.facts.asked:
        if host != site.host:
            yield Problem(
                (),
                f"The page {page.url} loads something from {host}.",
                "Declare it under `cookies` in site.yaml.",
            )
