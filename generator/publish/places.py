"""Where a site can be published: the place that a name means."""

from __future__ import annotations

import re
from pathlib import Path

from generator.load.published import Published, load_published
from generator.publish.publication import CannotPublish
from generator.publish.target import CURRENT, STORE, Target

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)


def target_at(name: str) -> Target:
    """The target of a name: `s3://bucket/prefix`, or a folder. Raises CannotPublish."""
    if name.startswith(STORE):
        from generator.publish.store import Store

        return Store.at(name)
    if _SCHEME.match(name):
        raise CannotPublish(f"{name} is no place to publish to: name a folder, or s3://bucket/prefix.")
    from generator.publish.folder import Folder

    return Folder(Path(name).resolve())


def published_at(name: str) -> Published | None:
    """What is shown at a place: a target, a folder that `build` made, or the manifest in one.

    Nothing where it is none of these. Raises CannotPublish where a store cannot be read.
    """
    if name.startswith(STORE):
        return target_at(name).published()
    return load_published(Path(name)) or load_published(Path(name) / CURRENT)
