"""The story of a build: load → model → proofread → render → proofread; `publish` adds save.

`report` writes what was found for the data protection officer instead, apart from the site.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.artefacts import Artefact
from generator.diagnostics import Finding, Severity, in_order
from generator.load.templates import load_templates
from generator.render.compiled import Compiled, compiled_ahead
from generator.render.share import ahead

if TYPE_CHECKING:
    from generator.load.published import Published
    from generator.model.assemble import Modelled
    from generator.model.register import Register
    from generator.publish.target import Shown, Target
    from generator.render.compiled import Compiled
    from generator.render.told import Teller
    from generator.report.comparison import Comparison
    from generator.report.dossier import Dossier
    from generator.save import Saved


MOST_KEPT = 80
"""Files that the cache may hold."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the folder of the site, the day it is built for, and how.

    `published` is the last publication, or the folder that holds it, to compare with; `publishing`
    says that the site is to take its place, so that what would be lost or changed in silence blocks.
    `ready` judges drafts as if they were published, so that what they still need is found.
    `cache` is a folder where what is costly to make is kept, if anywhere.
    """

    site: Path
    today: date
    base_url: str | None = None
    drafts: bool = False
    preview: bool = False
    jobs: int = 1
    published: Path | Published | None = None
    publishing: bool = False
    ready: bool = False
    cache: Path | None = None
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
    Each step is imported in its turn, so that a process that shares the work knows only its own.
    """
    progress("Reading the content")
    compiled = compiled_ahead(load_templates(order.site), order.jobs, _kept_code(order))
    return judged(order, _modelled(order), compiled, progress)


def judged(order: Order, modelled: Modelled, compiled: Callable[[], Compiled], progress: Progress) -> Built:
    """What follows when the content has been read: the pages, and all that is wrong."""
    register, findings = modelled.register, list(modelled.findings)
    if register is None:
        return Built((), _settled(findings, None), None)
    checked = ahead(partial(_records_checked, register), order.jobs)
    artefacts: tuple[Artefact, ...] = ()
    if register.has_what_pages_need:
        from generator.render.exports import manifest
        from generator.render.render import render

        progress("Making the pages")
        rendered = render(register, compiled(), order.preview, order.jobs)
        _keep_code(order, compiled())
        findings += rendered.findings
        packed = _packed(rendered.artefacts) if order.precompress else ()
        made = (*rendered.artefacts, *packed)
        artefacts = (*made, manifest(made, __version__, order.today))
        if not rendered.findings:  # links to a page that a template's mistake has kept away are no news
            progress("Checking the pages")
            findings += _pages_checked(order, register, artefacts)
    progress("Checking the records")
    findings += checked()
    return Built(artefacts, _settled(findings, register), register)


def _kept_code(order: Order) -> Mapping[str, bytes]:
    from generator.load.kept_code import kept_code

    return kept_code(order.cache) if order.cache else {}


def _keep_code(order: Order, compiled: Compiled) -> None:
    """Keeps the code of this run's templates for the next one, where it is new."""
    if order.cache and compiled.fresh:
        from generator.load.kept_code import place_of_code
        from generator.save import keep

        keep(marshal.dumps(compiled.by_key()), place_of_code(order.cache), MOST_KEPT)


def _modelled(order: Order) -> Modelled:
    from generator.load.site import load
    from generator.model.assemble import model

    modelled = model(load(order.site), order.today, order.drafts, order.base_url)
    if order.ready and modelled.register:
        from generator.model.drafts import as_if_published

        return replace(modelled, register=as_if_published(modelled.register))
    return modelled


def _packed(artefacts: tuple[Artefact, ...]) -> tuple[Artefact, ...]:
    from generator.render.precompressed import precompressed

    return tuple(precompressed(artefacts))


def _records_checked(register: Register) -> tuple[Finding, ...]:
    from generator.proofread.records import proofread_records

    return proofread_records(register)


def _pages_checked(order: Order, register: Register, artefacts: tuple[Artefact, ...]) -> Iterator[Finding]:
    """What is wrong with the pages as a whole, with one of each kind, and beside the last publication."""
    from generator.proofread.pages import proofread_pages
    from generator.proofread.published import before_publication, proofread_published

    sampled = ahead(partial(_samples_checked, artefacts), order.jobs)
    yield from proofread_pages(artefacts, register)
    before = _last(order.published)
    found = proofread_published(artefacts, register, before) if before else iter(())
    yield from before_publication(found) if order.publishing else found
    yield from sampled()


def _last(published: Path | Published | None) -> Published | None:
    """What was published, read where only its folder is known."""
    from generator.load.published import load_published

    return load_published(published) if isinstance(published, Path) else published


def _samples_checked(artefacts: tuple[Artefact, ...]) -> tuple[Finding, ...]:
    from generator.proofread.samples import proofread_samples

    return proofread_samples(artefacts)


def _settled(findings: list[Finding], register: Register | None) -> tuple[Finding, ...]:
    from generator.proofread.settling import settle

    return in_order(settle(findings, register))


def publish(built: Built, output: Path) -> Saved:
    """Writes a built site, whole or not at all."""
    from generator.save import save

    return save(built.artefacts, output)


def compare(built: Built, published: Path | Published | None) -> Comparison | None:
    """What the public would see change beside a publication; nothing where site.yaml is broken."""
    from generator.report.comparison import comparison

    if built.register is None:
        return None
    return comparison(built.register, built.artefacts, _last(published))


def teller(built: Built, site: Path, before: Published | None) -> Teller:
    """What tells differences in the words of the site. Raises MissingWords where there are none."""
    from generator.render.engine import prose_of
    from generator.render.told import Teller, names_of
    from generator.render.words import MissingWords, Words, read_words
    from generator.report.comparison import teller_of

    register = built.register
    words = read_words(load_templates(site), register.site.languages[0]) if register else None
    if register is None or not isinstance(words, Words):
        raise MissingWords("the words of the site cannot be read; run `check` to see why")
    return teller_of(Teller(words, names_of(register), prose_of(register)), register, before)


def show(built: Built, target: Target, name: str, when: datetime, keep: int) -> Shown:
    """Shows a built site to the public from now on. Raises CannotPublish."""
    from generator.publish.publication import CannotPublish, draft

    if built.register is None:
        raise CannotPublish("site.yaml cannot be used, so there is no site to publish.")
    return target.publish(built.artefacts, draft(built.register, built.findings, name, when), keep)


def report(built: Built, site: Path, output: Path) -> tuple[Dossier, Saved] | Finding | None:
    """Writes the report, or says what is wrong with its template; without a register there is none."""
    from generator.report.dossier import LISTING, dossier
    from generator.save import save_apart

    if built.register is None:
        return None
    made = dossier(built.register, built.findings, load_templates(site))
    if isinstance(made, Finding):
        return made
    return made, save_apart(made.artefacts, output, LISTING)
