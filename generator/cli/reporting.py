"""What the command `report` prints: the path of the page or the facts, and one closing line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator import report

if TYPE_CHECKING:
    from generator.report.dossier import Dossier
    from generator.save import Saved


def print_report(made: Dossier, saved: Saved, output: Path, options: argparse.Namespace) -> None:
    """The result on standard output, and on standard error how it went."""
    findings = [finding for _, finding in made.facts.owned()]
    if options.format == "json":
        numbers = {"written": saved.written, "unchanged": saved.unchanged, "removed": saved.removed}
        print(report.dump({**numbers, **made.figures}))
    elif options.format == "github":
        print(report.as_annotations(findings), end="\n" if findings else "")
    elif not options.quiet:
        print(output / "index.html")
        count, late = len(made.facts.notices), len(made.facts.late)
        print(
            f"{made.facts.complete} of {count} {'notice' if count == 1 else 'notices'} complete, "
            f"{late} overdue, {saved.written} files written, {saved.unchanged} unchanged, "
            f"{report.summary(findings)}.",
            file=sys.stderr,
        )
