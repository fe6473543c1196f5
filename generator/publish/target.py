"""What every place can do at which a site can be published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.artefacts import Artefact
from generator.load.published import Published
from generator.publish.differences import Differences
from generator.publish.publication import Publication
from generator.save import Saved

STORE = "s3://"

CURRENT = "current"
"""The link in a folder to the release that is shown."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown from now on. `log` is every publication that the target remembers.

    `publication` is absent where there was nothing to do.
    """

    saved: Saved
    publication: Publication | None
    log: tuple[Publication, ...]


class Target(Protocol):
    """A place where the public sees the site. Every method raises CannotPublish."""

    def published(self) -> Published | None:
        """What is shown now, to compare a new build with."""

    def publish(self, artefacts: Sequence[Artefact], drafted: Publication, keep: int) -> Shown:
        """Shows a site from now on, and keeps the last `keep` releases with it."""

    def rollback(self, drafted: Publication, wanted: str | None) -> Shown:
        """Shows an earlier release again: the one before, or the one wanted."""

    def verify(self, known: Sequence[Publication]) -> Differences:
        """What differs from the manifest; `known` are publications as the site remembers them."""
