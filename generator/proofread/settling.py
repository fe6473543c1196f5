"""What the council has decided about findings: accepted for now, or of another severity here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.diagnostics import Finding, Severity
from generator.model.register import Register
from generator.proofread import files
from generator.proofread.catalogue import RULES

STORIES = files
"""The module whose rules are kept elsewhere; importing it puts them into the catalogue."""


def settle(findings: Iterable[Finding], register: Register | None) -> tuple[Finding, ...]:
    """Findings with their source, the severity the council has set and without the accepted ones."""
    settled = (_with_source(finding) for finding in findings)
    if register is None:
        return tuple(settled)
    accepted = _accepted(register)
    return tuple(
        _with_severity(finding, register)
        for finding in settled
        if finding.rule not in accepted.get(finding.location.path, ())
    )


def _with_source(finding: Finding) -> Finding:
    rule = RULES.get(finding.rule)
    return finding if finding.source or rule is None else replace(finding, source=rule.source)


def _with_severity(finding: Finding, register: Register) -> Finding:
    setting = register.site.rules.get(finding.rule)
    if setting is None:
        return finding
    hint = f"{finding.hint} ({setting.severity} here because: {setting.reason})".strip()
    return replace(finding, severity=Severity(setting.severity), hint=hint)


def _accepted(register: Register) -> Mapping[str, set[str]]:
    """The rules that are accepted for now, by the path of the record's file."""
    return {
        filed.document.path: {a.rule for a in filed.record.accepted if a.until >= register.today}
        for filed in register.records()
        if filed.record.accepted
    }
