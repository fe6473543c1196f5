"""What `check` found when everything was as it is now, so that asking again costs next to nothing."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.cli.status import today_of
from generator.cli.unchanged import folder
from generator.diagnostics import Finding, Location, Severity
from generator.load.fingerprint import fingerprint, recall
from generator.save.keeping import keep

MOST = 40
"""Answers that are kept: as many as there are branches and days that somebody goes back to."""

Answer = tuple[int, tuple[Finding, ...]]
"""The exit status and the findings."""


def place(options: argparse.Namespace) -> Path:
    """Where the answer to this very question is kept; the name says all that it depends on."""
    published = recall(options.site / "public" / "manifest.json")
    asked = (today_of(options), options.strict, options.drafts, options.ready, options.base_url, published)
    return Path(folder()) / f"check-{fingerprint(options.site.resolve(), *asked)}.json"


def remembered(file: Path) -> Answer | None:
    """The answer as it was; a file that is damaged is as good as none."""
    body = recall(file)
    if body is None:
        return None
    try:
        kept = json.loads(body)
        return kept["status"], tuple(_finding(**finding) for finding in kept["findings"])
    except (ValueError, TypeError, KeyError):
        return None


def _finding(location: dict[str, Any], severity: str, **rest: str) -> Finding:
    return Finding(location=Location(**location), severity=Severity(severity), **rest)


def remember(file: Path, status: int, findings: tuple[Finding, ...]) -> None:
    """Keeps an answer for the next time."""
    kept = {"status": status, "findings": [asdict(finding) for finding in findings]}
    keep(json.dumps(kept, ensure_ascii=False).encode(), file, MOST)
