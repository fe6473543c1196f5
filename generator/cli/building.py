"""A build as the command line orders it, and what is told of it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli.status import BLOCKED, CLEAN, MISUSE, today_of
from generator.cli.unchanged import folder

if TYPE_CHECKING:
    from generator.build import Built, Order
    from generator.diagnostics import Finding
    from generator.load.published import Published

Progress = Callable[[str], None]


def ordered(options: argparse.Namespace, published: Path | Published | None) -> Order:
    """What is to be built; `published` is what it is compared with."""
    from generator.build import Order

    return Order(
        options.site.resolve(),
        today_of(options),
        options.base_url,
        options.drafts,
        jobs=_jobs(options),
        published=published,
        publishing=options.command == "publish",
        ready=getattr(options, "ready", False),
        cache=None if getattr(options, "no_cache", False) else Path(folder()),
        precompress=getattr(options, "precompress", False),
        searched=options.command != "check",
    )


def _jobs(options: argparse.Namespace) -> int:
    return options.jobs or os.cpu_count() or 1


def progress_for(options: argparse.Namespace) -> Progress:
    """Says on a terminal what is being done; on anything else it keeps quiet."""
    shown = sys.stderr.isatty() and not options.quiet

    def say(step: str) -> None:
        if shown:
            print(f"\r\x1b[K{step} …" if step else "\r\x1b[K", end="", file=sys.stderr, flush=True)

    return say


def status_of(built: Built, options: argparse.Namespace) -> int:
    """The exit status that a build asks for."""
    if built.register is None or any(_breaks_site(finding) for finding in built.findings):
        return MISUSE
    return BLOCKED if built.blocked(options.strict) else CLEAN


def _breaks_site(finding: Finding) -> bool:
    """Whether site.yaml itself cannot be read as it stands, which is not a matter of content."""
    if finding.location.path != "site.yaml":
        return False
    from generator.proofread.rules import RULES

    rule = RULES.get(finding.rule)
    return rule is not None and rule.check is None and rule.id != "unknown-id"


def findings_as_asked(findings: Sequence[Finding], options: argparse.Namespace) -> str | dict[str, Any]:
    """The findings in the format that was asked for: text, or for JSON a value."""
    from generator import report

    if options.format == "json":
        return report.as_json(findings)
    if options.format == "github":
        return report.as_annotations(findings)
    return report.as_text(findings, colour=sys.stdout.isatty())
