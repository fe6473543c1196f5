"""Findings as bare values, and back."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from generator.diagnostics import Finding, Location, Severity


def plain(finding: Finding) -> tuple[Any, ...]:
    """A finding as bare values, to be kept."""
    where = astuple(finding.location)
    said = (finding.message, where, finding.hint, finding.source, finding.excerpt)
    return (finding.rule, finding.severity.value, *said)


def finding_again(rule: str, severity: str, message: str, where: tuple[Any, ...], *rest: str) -> Finding:
    """The finding of which these are the values."""
    return Finding(rule, Severity(severity), message, Location(*where), *rest)
