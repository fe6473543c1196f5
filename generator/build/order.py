"""What is to be built, and what was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.artefacts import Artefact
from generator.diagnostics import Finding, Severity

if TYPE_CHECKING:
    from generator.load.published import Published
    from generator.model.register import Register

Progress = Callable[[str], None]
"""What is told of each step while it begins."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the folder of the site, the day it is built for, and how.

    `published` is the last publication, or the folder that holds it, to compare with; `publishing`
    says that the site is to take its place, so that what would be lost or changed in silence blocks.
    `ready` judges drafts as if they were published, so that what they still need is found.
    `cache` is a folder where what is costly to make is kept, if anywhere. Unless it is to be `searched`,
    as what is only checked is not, its search is not made.
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
    searched: bool = True


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
