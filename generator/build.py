"""The story of a build: load → model → proofread → render → proofread; `publish` adds save.

`report` writes what was found for the data protection officer instead, apart from the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator import __version__
from generator.artefacts import Artefact
from generator.diagnostics import Finding, Severity, in_order
from generator.load import load
from generator.load.published import Published, load_published
from generator.load.templates import load_templates
from generator.model import Register, model
from generator.proofread import (
    before_publication,
    proofread_pages,
    proofread_published,
    proofread_records,
    proofread_samples,
    settle,
)
from generator.render import render
from generator.render.compiled import compiled_ahead
from generator.render.engine import prose_of
from generator.render.exports import manifest
from generator.render.share import ahead
from generator.render.told import Teller, names_of
from generator.render.words import MissingWords, Words, read_words
from generator.report.comparison import Comparison, comparison, teller_of
from generator.report.dossier import LISTING, Dossier, dossier
from generator.save import Saved, save, save_apart


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the folder of the site, the day it is built for, and how.

    `published` is the folder of the last publication, to compare with; `publishing` says that the
    site is to take its place, so that what would be lost or changed in silence blocks.
    """

    site: Path
    today: date
    base_url: str | None = None
    drafts: bool = False
    preview: bool = False
    jobs: int = 1
    published: Path | None = None
    publishing: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """A site in memory, and what was found; the register is absent where site.yaml is broken."""

    artefacts: tuple[Artefact, ...]
    findings: tuple[Finding, ...]
    register: Register | None

    def blocked(self, strict: bool = False) -> bool:
        """Whether anything found stands in the way of publishing; `strict` counts warnings too."""
        blocking = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
        return any(finding.severity in blocking for finding in self.findings)

    @property
    def pages(self) -> int:
        """How many pages for people there are."""
        return sum(artefact.media_type == "text/html" for artefact in self.artefacts)


Progress = Callable[[str], None]


def build(order: Order, progress: Progress) -> Built:
    """The site as it would be published, with everything that is wrong; nothing is written.

    Pages are made of whatever can be read even where something blocks, so that all findings
    come at once; `missing` records are then no news on the pages that lead to them.
    """
    progress("Reading the content")
    compiled = compiled_ahead(load_templates(order.site), order.jobs)
    loaded = load(order.site)
    modelled = model(loaded, order.today, order.drafts, order.base_url)
    register, findings = modelled.register, list(modelled.findings)
    if register is None:
        return Built((), in_order(settle(findings, None)), None)
    checked = ahead(partial(proofread_records, register), order.jobs)
    artefacts: tuple[Artefact, ...] = ()
    if register.has_what_pages_need:
        progress("Making the pages")
        rendered = render(register, compiled(), order.preview, order.jobs)
        findings += rendered.findings
        listed = manifest(rendered.artefacts, __version__, order.today)
        artefacts = (*rendered.artefacts, listed)
        if not rendered.findings:  # links to a page that a template's mistake has kept away are no news
            progress("Checking the pages")
            sampled = ahead(partial(proofread_samples, rendered.artefacts), order.jobs)
            findings += (*proofread_pages((listed, *rendered.artefacts), register), *sampled())
            findings += _compared(order, register, artefacts)
    progress("Checking the records")
    findings += checked()
    return Built(artefacts, in_order(settle(findings, register)), register)


def _compared(order: Order, register: Register, artefacts: tuple[Artefact, ...]) -> Iterator[Finding]:
    """What is wrong beside the last publication, where there is one."""
    before = load_published(order.published) if order.published else None
    found = proofread_published(artefacts, register, before) if before else iter(())
    return before_publication(found) if order.publishing else found


def publish(built: Built, output: Path) -> Saved:
    """Writes a built site, whole or not at all."""
    return save(built.artefacts, output)


def compare(built: Built, published: Path) -> Comparison | None:
    """What the public would see change beside a publication; nothing where site.yaml is broken."""
    if built.register is None:
        return None
    return comparison(built.register, built.artefacts, load_published(published))


def teller(built: Built, site: Path, before: Published | None) -> Teller:
    """What tells differences in the words of the site. Raises MissingWords where there are none."""
    register = built.register
    words = read_words(load_templates(site), register.site.languages[0]) if register else None
    if register is None or not isinstance(words, Words):
        raise MissingWords("the words of the site cannot be read; run `check` to see why")
    return teller_of(Teller(words, names_of(register), prose_of(register)), register, before)


def report(built: Built, site: Path, output: Path) -> tuple[Dossier, Saved] | Finding | None:
    """Writes the report, or says what is wrong with its template; without a register there is none."""
    if built.register is None:
        return None
    made = dossier(built.register, built.findings, load_templates(site))
    if isinstance(made, Finding):
        return made
    return made, save_apart(made.artefacts, output, LISTING)
