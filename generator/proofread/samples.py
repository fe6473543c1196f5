"""A built site under the page rules: one page of every kind, because its pages come from templates.

Reading every page as a tree would cost more than making it. What can differ from page to page is
the editors' text, and the rules over texts see all of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.artefacts import Artefact
from generator.diagnostics import Finding, Location, Severity
from generator.load.html import HtmlFile
from generator.load.memory import Memory
from generator.proofread.catalogue import RULES
from generator.proofread.kept_findings import finding_again, plain
from generator.proofread.shortened import shortened

ENOUGH = 20_000
"""Bytes from which on a page only repeats itself."""

_LEADS_ON = b'http-equiv="refresh"'


Look = Callable[[Artefact], Iterable[Finding]]
"""What the page rules say of one page."""


def judged(page: Artefact) -> tuple[Finding, ...]:
    """The errors and warnings of the page rules on one page."""
    return tuple(_findings(page))


def proofread_samples(pages: Iterable[Artefact], look: Look = judged) -> tuple[Finding, ...]:
    """The errors and warnings of the page rules on some pages, each once."""
    return told_once(finding for page in pages for finding in look(page))


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The first of all findings that say the same, for they come from one template."""
    told: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        told.setdefault((finding.rule, finding.hint), finding)
    return tuple(told.values())


def remembering(memory: Memory) -> Look:
    """Looks only at pages of which no run has seen the same bytes."""

    def look(page: Artefact) -> Iterator[Finding]:
        said = ("sample", page.url, page.sources, page.fingerprint)
        found = memory.value(said, lambda: list(map(plain, judged(page))))
        return (finding_again(*finding) for finding in found)

    return look


def samples(artefacts: Iterable[Artefact]) -> tuple[Artefact, ...]:
    """The longest page of every kind that is not too long, so that much of its template is seen."""
    chosen: dict[tuple[str, ...], Artefact] = {}
    for artefact in artefacts:
        kind, known = _kind(artefact), chosen.get(_kind(artefact))
        shows_more = known is None or _worth(artefact) > _worth(known)
        if artefact.media_type.startswith("text/html") and shows_more and not _leads_on(artefact):
            chosen[kind] = artefact
    return tuple(chosen.values())


def _leads_on(page: Artefact) -> bool:
    """Whether a page only says where it is now."""
    return _LEADS_ON in page.body[:600]


def _worth(page: Artefact) -> int:
    """How much a page shows: its length, but beyond `ENOUGH` the shorter the better."""
    length = page.size
    return length if length <= ENOUGH else ENOUGH - length


def _kind(page: Artefact) -> tuple[str, ...]:
    """Which template made a page, as far as its address and its source tell."""
    parts = [part for part in page.url.split("/") if part]
    language = parts.pop(0) if parts[:1] == ["cy"] else ""
    if len(parts) == 1 and page.sources and page.sources[0].startswith("content/pages/"):
        return language, "content/pages"
    return language, *parts[:1], *("" for _ in parts[1:])


def _findings(page: Artefact) -> Iterator[Finding]:
    from generator.proofread.html.judge import judge  # with all page rules, which most edits do not need

    source = page.sources[0] if page.sources else "templates/pages"
    html = shortened(page.body.decode("utf-8", "replace"))
    rules = [rule for rule in RULES.values() if rule.subject == "html" and rule.severity != Severity.REVIEW]
    for finding in judge(HtmlFile(source, html, all_styles=False), rules):
        message = f"{finding.message} This is on the page {page.url} and perhaps on others like it."
        where = Location(source)
        yield Finding(finding.rule, finding.severity, message, where, finding.hint, finding.source)
