"""The command `diff`: what the public would see change, and what stands in the way of publishing it."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cli.shown import shown_now
from generator.cli.status import misuse
from generator.diagnostics import Finding, Severity
from generator.proofread.rules import RULES

if TYPE_CHECKING:
    from generator.build import Built, Order
    from generator.report.comparison import Comparison


def print_comparison(found: Comparison, built: Built, options: argparse.Namespace) -> None:
    """The comparison on standard output, and on standard error what was found."""
    from generator import report
    from generator.build import teller
    from generator.report.differing import comparison_as_json, comparison_as_text

    tell = teller(built, options.site.resolve(), found.before)
    if options.format == "json":
        print(report.dump({**comparison_as_json(found, tell), **report.as_json(built.findings)}))
        return
    print(comparison_as_text(found, tell))
    findings = [finding for finding in built.findings if _matters(finding, options.strict)]
    if findings and options.format == "github":
        print(report.as_annotations(findings))
    elif findings:
        print(report.as_text(findings, colour=sys.stdout.isatty()))
    if not options.quiet:
        print(f"Compared: {report.summary(built.findings)}.", file=sys.stderr)


def _matters(finding: Finding, strict: bool) -> bool:
    """Whether a finding blocks, or comes of the comparison itself; `check` tells the others."""
    rule = RULES.get(finding.rule)
    compares = rule is not None and rule.subject in ("published", "addresses")
    return compares or finding.severity is Severity.ERROR or (strict and finding.severity is Severity.WARNING)


def order_beside(options: argparse.Namespace, order: Order) -> Order | int:
    """The order with what to compare with; misuse where somebody names what was not published by us."""
    from generator.publish.publication import CannotPublish

    try:
        return replace(order, published=shown_now(options, options.target), publishing=True)
    except CannotPublish as problem:
        return misuse(str(problem))
