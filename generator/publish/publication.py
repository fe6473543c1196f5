"""One publication: what was shown to the public, from when, and on which decisions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Literal

from generator.artefacts import Artefact
from generator.diagnostics import Finding
from generator.model.register import Register

Action = Literal["publish", "rollback"]
STAMP = "%Y%m%dT%H%M%SZ"
"""How the names of releases begin, so that their order is their age."""


class CannotPublish(Exception):
    """The site cannot be published, put back or compared; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Publication:
    """An entry of the record: from `when` on, `target` showed `release`.

    `fingerprint` is one hash over all files, `manifest` the hash of the manifest itself, `today`
    the day the site was built for. `accepted` names the findings that somebody decided to live
    with, `open` those that did not block.
    """

    when: str
    action: Action
    target: str
    release: str = ""
    version: str = ""
    today: str = ""
    files: int = 0
    fingerprint: str = ""
    manifest: str = ""
    accepted: tuple[Mapping[str, str], ...] = ()
    open: tuple[Mapping[str, str], ...] = ()

    @property
    def identity(self) -> tuple[str, str, str]:
        """What tells one entry from another, wherever the two are kept."""
        return self.when, self.action, self.release


def draft(register: Register, findings: Iterable[Finding], target: str, when: datetime) -> Publication:
    """What is known of a publication before it has begun."""
    accepted = (
        {
            "rule": finding.rule,
            "path": filed.document.path,
            "reason": finding.reason,
            "by": finding.by,
            "until": finding.until.isoformat(),
        }
        for filed in register.records()
        for finding in filed.record.accepted
        if finding.until >= register.today
    )
    still_open = (
        {"rule": found.rule, "severity": str(found.severity), "path": found.location.path}
        for found in findings
    )
    moment = written_moment(when)
    return Publication(moment, "publish", target, accepted=tuple(accepted), open=tuple(still_open))


def written_moment(when: datetime) -> str:
    """A moment as the record has it: in UTC, to the second (ISO 8601)."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def of_release(drafted: Publication, artefacts: Iterable[Artefact], taken: Iterable[str]) -> Publication:
    """A draft with the name of its release, and with what the manifest says of it."""
    manifest = next(artefact for artefact in artefacts if artefact.path == "manifest.json")
    described = with_manifest(drafted, manifest.body)
    return replace(described, release=_name(drafted.when, described.fingerprint, taken))


def with_manifest(drafted: Publication, manifest: bytes) -> Publication:
    """A draft with what a manifest says. Raises CannotPublish where that cannot be read."""
    said = read_manifest(manifest)
    listed = json.dumps(sorted(said["files"].items())).encode()
    return replace(
        drafted,
        version=str(said.get("version", "")),
        today=str(said.get("today", "")),
        files=len(said["files"]) + 1,
        fingerprint=sha256(listed).hexdigest(),
        manifest=sha256(manifest).hexdigest(),
    )


def read_manifest(body: bytes) -> dict[str, Any]:
    """A manifest as data. Raises CannotPublish where it is damaged."""
    try:
        said: Any = json.loads(body)
        if all(isinstance(value, str) for value in said["files"].values()):
            return dict(said)
    except (ValueError, LookupError, TypeError, AttributeError):
        pass
    raise CannotPublish("The manifest of what is published is damaged: nothing can be told from it.")


def listed_files(body: bytes) -> dict[str, str]:
    """The files that a manifest lists, by their paths without the leading slash, and itself."""
    files = {path.lstrip("/"): known for path, known in read_manifest(body)["files"].items()}
    return {**files, "manifest.json": sha256(body).hexdigest()}


def _name(when: str, fingerprint: str, taken: Iterable[str]) -> str:
    """A name that sorts behind all others, also where the clock has been put back."""
    moment = datetime.fromisoformat(when)
    newest = max(taken, default="").partition("-")[0]
    if newest and newest >= moment.strftime(STAMP):
        moment = datetime.strptime(newest, STAMP).replace(tzinfo=UTC) + timedelta(seconds=1)
    return f"{moment.strftime(STAMP)}-{fingerprint[:8]}"


def chosen(wanted: str | None, releases: Iterable[str], current: str) -> str:
    """The release to go back to: the one before, or the one that a name or a day means.

    A day means the last release of that day or before. Raises CannotPublish where there is none.
    """
    names = sorted(releases)
    if wanted is None:
        fitting = [name for name in names if name < current]
    elif len(day := wanted.replace("-", "")) == 8 and day.isdigit():
        fitting = [name for name in names if name[:8] <= day]
    else:
        fitting = [name for name in names if name.startswith(wanted)]
        if len(fitting) > 1:
            raise CannotPublish(f"{wanted} can mean {' or '.join(fitting)}. Write more of the name.")
    if not fitting:
        what = f"release {wanted}" if wanted else "earlier release"
        kept = ", ".join(f"{name} (shown now)" if name == current else name for name in names)
        raise CannotPublish(f"There is no {what} to go back to. Kept are: {kept or 'none'}.")
    if fitting[-1] == current:
        raise CannotPublish(f"{current} is what is shown now: there is nothing to go back to.")
    return fitting[-1]
