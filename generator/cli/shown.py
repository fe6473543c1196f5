"""What the public is shown now: at a place that somebody names, or where the site was last published."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.config import Site
    from generator.load.published import Published


def shown_now(options: argparse.Namespace, named: str | None) -> Published | None:
    """What is published at the place named, else at the site's target, else what `public` holds.

    Nothing where the site was not published yet. Raises CannotPublish where a place is named that
    shows nothing of ours, and where the target cannot be asked.
    """
    from generator.load.published import load_published
    from generator.publish.places import published_at
    from generator.publish.publication import CannotPublish

    if named:
        found = published_at(named)
        if found is None:
            raise CannotPublish(f"{named} is not a published site, nor the manifest.json of one.")
        return found
    target = last_target(options)
    return (published_at(target) if target else None) or load_published(options.site / "public")


def last_target(options: argparse.Namespace) -> str:
    """The target of site.yaml, or the one that was last published to."""
    from generator.publish.record import remembered

    known = remembered(options.site)
    return target_in_settings(options) or (known[-1].target if known else "")


def target_in_settings(options: argparse.Namespace) -> str:
    """The target of site.yaml, where that can be read."""
    site = _site(options)
    return (site.publishing.target or "") if site else ""


def _site(options: argparse.Namespace) -> Site | None:
    from generator.config import Site
    from generator.load.documents import Document
    from generator.load.reading import read_document
    from generator.model.validate import validate

    folder = options.site.resolve()
    read = list(read_document(folder / "site.yaml", folder, "site"))
    document = next((item for item in read if isinstance(item, Document)), None)
    return validate(Site, document.values, document)[0] if document else None
