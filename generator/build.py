"""The story of a build: load → model → proofread → render → proofread; `publish` adds save.

`report` writes what was found for the data protection officer instead, apart from the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
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
    proofread_pages,
    proofread_published,
    proofread_records,
    proofread_samples,
    settle,
)
from generator.publish.publication import CannotPublish, draft
from generator.publish.target import Shown, Target
from generator.render import render
from generator.render.compiled import compiled_ahead
from generator.render.exports import manifest
from generator.render.precompressed import precompressed
from generator.render.share import ahead
from generator.report.dossier import LISTING, Dossier, dossier
from generator.save import Saved, save, save_apart


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the folder of the site, the day it is built for, and how.

    `published` is the last publication, or the folder that holds it, to compare with.
    """

    site: Path
    today: date
    base_url: str | None = None
    drafts: bool = False
    preview: bool = False
    jobs: int = 1
    published: Path | Published | None = None
    precompress: bool = False


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
        packed = precompressed(rendered.artefacts) if order.precompress else ()
        made = (*rendered.artefacts, *packed)
        listed = manifest(made, __version__, order.today)
        artefacts = (*made, listed)
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
    before = load_published(order.published) if isinstance(order.published, Path) else order.published
    return proofread_published(artefacts, register, before) if before else iter(())


def publish(built: Built, output: Path) -> Saved:
    """Writes a built site, whole or not at all."""
    return save(built.artefacts, output)


def show(built: Built, target: Target, name: str, when: datetime, keep: int) -> Shown:
    """Shows a built site to the public from now on. Raises CannotPublish."""
    if built.register is None:
        raise CannotPublish("site.yaml cannot be used, so there is no site to publish.")
    return target.publish(built.artefacts, draft(built.register, built.findings, name, when), keep)


def report(built: Built, site: Path, output: Path) -> tuple[Dossier, Saved] | Finding | None:
    """Writes the report, or says what is wrong with its template; without a register there is none."""
    if built.register is None:
        return None
    made = dossier(built.register, built.findings, load_templates(site))
    if isinstance(made, Finding):
        return made
    return made, save_apart(made.artefacts, output, LISTING)
