"""Runs the page rules over HTML pages: loose files, and samples of a built site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from generator.diagnostics import Finding, Location
from generator.load.html import HtmlFile
from generator.proofread.catalogue import ON_HTML, RULES, Rule
from generator.proofread.html import (
    aria,
    documents,
    focus,
    form_groups,
    forms,
    frames,
    headings,
    image_use,
    images,
    keyboard,
    language_rules,
    layout,
    link_names,
    link_rows,
    link_targets,
    lists,
    looks,
    markup,
    media,
    table_cells,
    tables,
    telling_apart,
    words,
)
from generator.proofread.html.page import Flaw, Flaws, HtmlPage

SUBJECTS = (
    *(
        documents,
        language_rules,
        frames,
        headings,
        images,
        image_use,
        link_names,
        link_rows,
        link_targets,
        forms,
        form_groups,
        tables,
    ),
    *(table_cells, focus, telling_apart),
    *(lists, media, aria, keyboard, markup, looks, layout, words),
)
"""The modules that hold page rules; importing them fills the catalogue."""


def proofread_html(files: Sequence[HtmlFile]) -> tuple[Finding, ...]:
    """Every finding of the page rules on single pages, whatever made them."""
    return tuple(finding for file in files for finding in judge(file))


def judge(file: HtmlFile, rules: Iterable[Rule] = RULES.values()) -> Iterator[Finding]:
    """The findings on one page, of all rules or some of them."""
    page = HtmlPage(file)
    lines = file.text.split("\n")
    for rule in rules:
        for flaw in _flaws(rule, page):
            yield _finding(rule, flaw, file, lines)


def _flaws(rule: Rule, page: HtmlPage) -> Flaws:
    look: Callable[..., Flaws] | None = ON_HTML.get(rule.id)
    if look:
        return look(page)
    check: Callable[..., Any] | None = rule.check if rule.subject == "html" else None
    found: Flaws = check(page, None) if check else ()
    return found


def _finding(rule: Rule, flaw: Flaw, file: HtmlFile, lines: Sequence[str]) -> Finding:
    line = min(flaw.at.line, max(1, len(lines)))
    where = Location(file.path, line, flaw.at.column)
    return Finding(rule.id, rule.severity, flaw.message, where, flaw.hint, rule.source, lines[line - 1])
