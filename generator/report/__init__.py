"""Findings → terminal, JSON, annotations; and the report for the data protection officer."""

from generator.report.machine import as_json, due_as_json, dump, rule_as_json, rules_as_json
from generator.report.terminal import (
    as_annotations,
    as_text,
    due_as_text,
    explain,
    near_rules,
    rule_list,
    summary,
)

__all__ = [
    "as_annotations",
    "as_json",
    "as_text",
    "due_as_json",
    "due_as_text",
    "dump",
    "explain",
    "near_rules",
    "rule_as_json",
    "rule_list",
    "rules_as_json",
    "summary",
]
