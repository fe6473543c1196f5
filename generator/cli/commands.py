"""The commands themselves: each takes the options, prints its result and returns the exit status."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from generator.cli.answers import explain_command, list_command, new_command, rules_command
from generator.cli.building import ordered, print_findings, progress_for, status_of
from generator.cli.publishing import publish_command, rollback_command, verify_command
from generator.cli.status import BLOCKED, CLEAN, MISUSE, misuse, today_of

if TYPE_CHECKING:
    from generator.build import Built
    from generator.diagnostics import Finding


def build_command(options: argparse.Namespace) -> int:
    """Makes the site, or nothing where a finding blocks."""
    from generator.build import build, publish
    from generator.save import CannotSave, Saved

    started = time.perf_counter()
    progress = progress_for(options)
    output = options.output or options.site / "public"
    built = build(ordered(options, output), progress)
    status = status_of(built, options)
    saved = Saved(0, 0, 0)
    if status == CLEAN:
        progress("Writing")
        try:
            saved = publish(built, output)
        except CannotSave as problem:
            progress("")
            return misuse(str(problem))
    progress("")
    numbers = {
        "pages": built.pages if status == CLEAN else 0,
        "written": saved.written,
        "unchanged": saved.unchanged,
        "removed": saved.removed,
        "seconds": round(time.perf_counter() - started, 2),
    }
    print_findings(built.findings, options, numbers)
    if options.format == "text" and not options.quiet:
        _closing_line(built, status, numbers)
    return status


def _closing_line(built: Built, status: int, numbers: dict[str, float]) -> None:
    from generator.report import summary

    found = summary(built.findings)
    if status == CLEAN:
        line = "{pages} pages, {written} written, {unchanged} unchanged, {seconds} s".format(**numbers)
    else:
        line = "Nothing was written: the site that is published stays as it is"
    print(f"{line}, {found}." if status == CLEAN else f"{line} ({found}).", file=sys.stderr)


def check_command(options: argparse.Namespace) -> int:
    """Says all that is wrong and writes nothing."""
    if options.html:
        return _check_html(options)
    from generator.report import summary

    status, findings = _checked(options)
    print_findings(findings, options, {})
    if options.format == "text" and not options.quiet:
        print(f"Checked: {summary(findings)}.", file=sys.stderr)
    return status


def _checked(options: argparse.Namespace) -> tuple[int, Sequence[Finding]]:
    """The findings of a site, from memory where nothing at all has changed since they were found."""
    from generator.cli.memory import place, remember, remembered

    file = place(options)
    known = None if options.no_cache else remembered(file)
    if known:
        return known
    from generator.build import build

    progress = progress_for(options)
    built = build(ordered(options, options.site / "public"), progress)
    progress("")
    status = status_of(built, options)
    remember(file, status, built.findings)
    return status, built.findings


def report_command(options: argparse.Namespace) -> int:
    """Writes the report for the data protection officer, whatever was found."""
    from generator.build import build, report
    from generator.cli.reporting import print_report
    from generator.diagnostics import Finding
    from generator.save import CannotSave

    progress = progress_for(options)
    built = build(ordered(options, options.site / "public"), progress)
    progress("Writing the report")
    output = options.output or options.site / "report"
    try:
        made = report(built, options.site.resolve(), output)
    except CannotSave as problem:
        progress("")
        return misuse(str(problem))
    progress("")
    if made is None or isinstance(made, Finding):
        print_findings([made] if made else built.findings, options, {})
        return BLOCKED if made else MISUSE
    print_report(*made, output, options)
    return status_of(built, options)


def _check_html(options: argparse.Namespace) -> int:
    """Judges HTML pages by themselves; no site is needed."""
    from generator.diagnostics import Severity, in_order
    from generator.load.html import CannotRead, read_html
    from generator.proofread import proofread_html
    from generator.report import summary

    try:
        findings = in_order(proofread_html([read_html(name) for name in dict.fromkeys(options.html)]))
    except CannotRead as problem:
        return misuse(str(problem))
    print_findings(findings, options, {})
    if options.format == "text" and not options.quiet:
        print(f"Checked: {summary(findings)}.", file=sys.stderr)
    blocking = (Severity.ERROR, Severity.WARNING) if options.strict else (Severity.ERROR,)
    return BLOCKED if any(finding.severity in blocking for finding in findings) else CLEAN


def serve_command(options: argparse.Namespace) -> int:
    """Previews the site until it is stopped."""
    from generator.serve import serve

    return serve(options.site.resolve(), today_of(options), options.port, options.open)


RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": build_command,
    "serve": serve_command,
    "check": check_command,
    "new": new_command,
    "list": list_command,
    "report": report_command,
    "publish": publish_command,
    "rollback": rollback_command,
    "verify": verify_command,
    "explain": explain_command,
    "rules": rules_command,
}
"""The function behind each command."""
