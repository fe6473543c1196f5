"""What is done with a built site: written, shown to the public, compared, reported on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build.order import Built
from generator.build.steps import last_published
from generator.diagnostics import Finding
from generator.load.templates import load_templates

if TYPE_CHECKING:
    from generator.load.published import Published
    from generator.publish.target import Shown, Target
    from generator.render.told import Teller
    from generator.report.comparison import Comparison
    from generator.report.dossier import Dossier
    from generator.save import Saved


def publish(built: Built, output: Path, cache: Path | None = None) -> Saved:
    """Writes a built site, whole or not at all; in `cache` is kept what makes the next time quicker."""
    from generator.save import save

    return save(built.artefacts, output, cache=cache)


def compare(built: Built, published: Path | Published | None) -> Comparison | None:
    """What the public would see change beside a publication; nothing where site.yaml is broken."""
    from generator.report.comparison import comparison

    if built.register is None:
        return None
    return comparison(built.register, built.artefacts, last_published(published))


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
