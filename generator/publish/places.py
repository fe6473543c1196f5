"""Where a site can be published: the place that a name means."""

from __future__ import annotations

from pathlib import Path

from generator.publish.target import STORE, Target


def target_at(name: str) -> Target:
    """The target of a name: `s3://bucket/prefix`, or a folder. Raises CannotPublish."""
    if name.startswith(STORE):
        from generator.publish.store import Store

        return Store.at(name)
    from generator.publish.folder import Folder

    return Folder(Path(name).resolve())
