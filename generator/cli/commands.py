"""The commands themselves: each takes the options, prints its result and returns the exit status."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.answers import explain_command, list_command, new_command, rules_command
from generator.cli.building import findings_as_asked, ordered, progress_for, status_of
from generator.cli.editing import format_command, schemas_command
from generator.cli.publishing import publish_command, rollback_command, verify_command
from generator.cli.result import Result, say
from generator.cli.revising import revise_command
from generator.cli.status import BLOCKED, CLEAN, MISUSE, misuse, today_of
from generator.cli.unchanged import folder, inputs_of, keep_result

if TYPE_CHECKING:
    from generator.build import Built
    from generator.diagnostics import Finding
    from generator.save import Saved


def build_command(options: argparse.Namespace) -> int:
    """Makes the site, or nothing where a finding blocks."""
    from generator.build import build, publish
    from generator.save import CannotSave, Saved

    started = time.perf_counter()
    output = options.output or options.site / "public"
    files = inputs_of(options, output)
    progress = progress_for(options)
    order = ordered(options, output)
    built = build(order, progress)
    status = status_of(built, options)
    saved = Saved(0, 0, 0)
    if status == CLEAN:
        progress("Writing")
        try:
            saved = publish(built, output, order.cache)
        except CannotSave as problem:
            progress("")
            return misuse(str(problem))
    progress("")
    result = _build_result(built, status, saved, options)
    keep_result(options, files, result, [output / a.path for a in built.artefacts] if status == CLEAN else [])
    return say(result, time.perf_counter() - started)


def _build_result(built: Built, status: int, saved: Saved, options: argparse.Namespace) -> Result:
    from generator.report import summary

    found = summary(built.findings)
    line = "{pages} pages, {written} written, {unchanged} unchanged, {seconds} s, " + f"{found}."
    if status != CLEAN:
        line = f"Nothing was written: the site that is published stays as it is ({found})."
    pages = built.pages if status == CLEAN else 0
    numbers = {"pages": pages, "written": saved.written, "unchanged": saved.unchanged}
    return {
        "status": status,
        "findings": findings_as_asked(built.findings, options),
        "numbers": {**numbers, "removed": saved.removed},
        "closing": line if options.format == "text" and not options.quiet else "",
    }


def check_command(options: argparse.Namespace) -> int:
    """Says all that is wrong and writes nothing."""
    if options.html:
        return _check_html(options)
    files = inputs_of(options, options.site / "public")
    status, findings = _checked(options)
    result = _check_result(status, findings, options)
    keep_result(options, files, result, [])
    return say(result, 0)


def _check_result(status: int, findings: Sequence[Finding], options: argparse.Namespace) -> Result:
    from generator.report import summary

    closing = f"Checked: {summary(findings)}." if options.format == "text" and not options.quiet else ""
    said = findings_as_asked(findings, options)
    return {"status": status, "findings": said, "numbers": {}, "closing": closing}


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


def diff_command(options: argparse.Namespace) -> int:
    """Says what the public would see change, and what blocks it."""
    from generator.build import build, compare
    from generator.cli.differing import order_beside, print_comparison

    order = order_beside(options, ordered(options, None))
    if isinstance(order, int):
        return order
    progress = progress_for(options)
    built = build(order, progress)
    found = compare(built, order.published)
    progress("")
    if found is None:
        return say(_check_result(MISUSE, built.findings, options), 0)
    print_comparison(found, built, options)
    return status_of(built, options)


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
        status, findings = (BLOCKED, (made,)) if made else (MISUSE, built.findings)
        return say(_check_result(status, findings, options), 0)
    print_report(*made, output, options)
    return status_of(built, options)


def _check_html(options: argparse.Namespace) -> int:
    """Judges HTML pages by themselves; no site is needed."""
    from generator.diagnostics import Severity, in_order
    from generator.load.html import CannotRead, read_html
    from generator.proofread.html.judge import proofread_html

    try:
        findings = in_order(proofread_html([read_html(name) for name in dict.fromkeys(options.html)]))
    except CannotRead as problem:
        return misuse(str(problem))
    blocking = (Severity.ERROR, Severity.WARNING) if options.strict else (Severity.ERROR,)
    blocked = any(finding.severity in blocking for finding in findings)
    return say(_check_result(BLOCKED if blocked else CLEAN, findings, options), 0)


def serve_command(options: argparse.Namespace) -> int:
    """Previews the site until it is stopped."""
    from generator.serve import serve

    cache = None if options.no_cache else Path(folder())
    return serve(options.site.resolve(), today_of(options), cache, options.port, options.open)


RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "build": build_command,
    "serve": serve_command,
    "diff": diff_command,
    "check": check_command,
    "new": new_command,
    "format": format_command,
    "schemas": schemas_command,
    "revise": revise_command,
    "list": list_command,
    "report": report_command,
    "publish": publish_command,
    "rollback": rollback_command,
    "verify": verify_command,
    "explain": explain_command,
    "rules": rules_command,
}
"""The function behind each command."""
