"""Findings, rules and what is due for machines: JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from generator.diagnostics import Finding, tally
from generator.load.examples import Example
from generator.model.due import Due
from generator.proofread.catalogue import Rule


def as_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """The findings and their tally in the form of the contract."""
    return {"findings": [_plain(finding) for finding in findings], "summary": dict(tally(findings))}


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "hint": finding.hint,
        "source": finding.source,
    }


def dump(content: Mapping[str, Any]) -> str:
    """JSON for standard output, letters as they are."""
    return json.dumps(content, ensure_ascii=False, indent=2)


def rules_as_json(rules: Iterable[Rule]) -> dict[str, Any]:
    """The catalogue for machines."""
    return {"rules": [_rule(rule) for rule in sorted(rules, key=lambda rule: rule.id)]}


def rule_as_json(rule: Rule, example: Example | None) -> dict[str, Any]:
    """One rule with its example for machines."""
    shown = {"before": example.before, "after": example.after} if example else {}
    return {**_rule(rule), **shown}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "severity": str(rule.severity),
        "family": rule.family,
        "source": rule.source,
        "what": rule.part("What"),
        "why": rule.part("Why"),
        "how": rule.part("How"),
    }


def due_as_json(items: Iterable[Due], today: date) -> dict[str, Any]:
    """What is due, for machines."""
    return {
        "due": [
            {
                "date": item.date.isoformat(),
                "overdue": item.late(today),
                "what": item.what,
                "title": item.title,
                "owner": item.owner,
                "path": item.path,
                "line": item.line,
            }
            for item in items
        ]
    }
