"""Findings, rules and what is due for people: a terminal, and the annotations of a code host."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from generator.diagnostics import Finding, Severity, tally
from generator.load.examples import Example
from generator.model.due import Due
from generator.proofread.catalogue import Rule

PROGRAM = "python build.py"

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.REVIEW: "36"}


_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What would move the cursor, colour the terminal or turn text round: file names and pages can hold it."""


def as_text(findings: Iterable[Finding], colour: bool = False) -> str:
    """The findings for a terminal: where, what, the line itself, what to do, why, where to read on."""
    return "\n".join(_paragraph(finding, colour) for finding in findings)


def _paragraph(finding: Finding, colour: bool) -> str:
    word = str(finding.severity)
    if colour:
        word = f"\x1b[1;{_COLOURS[finding.severity]}m{word}\x1b[0m"
    where, message, hint = map(_seen, (str(finding.location), finding.message, finding.hint))
    lines = [f"{where} {word} {finding.rule}  {message}", *_excerpt(finding)]
    if hint:
        lines.append(f"     → {hint}")
    why = f"{finding.source} · " if finding.source else ""
    lines.append(f"  {why}{PROGRAM} explain {finding.rule}")
    return "\n".join(lines) + "\n"


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda sign: " " if sign[0] in "\t\n" else "�", text)


def _excerpt(finding: Finding) -> list[str]:
    if not finding.excerpt.strip():
        return []
    number = f"{finding.location.line:>4} | "
    start = max(0, finding.location.column - 60)
    shown = _seen(finding.excerpt[start : start + 100])
    mark = " " * (len(number) - 2) + "| " + " " * (finding.location.column - 1 - start) + "^"
    return [number + shown.rstrip(), mark]


def as_annotations(findings: Iterable[Finding]) -> str:
    """Workflow commands that GitHub shows beside the lines of a change."""
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.REVIEW: "notice"}
    return "\n".join(
        f"::{kinds[finding.severity]} file={_property(finding.location.path)},"
        f"line={finding.location.line},col={finding.location.column},"
        f"title={_property(finding.rule)}::{_data(f'{finding.message} {finding.hint}'.strip())}"
        for finding in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(findings: Iterable[Finding]) -> str:
    """One line that counts: "2 errors, 1 warning"."""
    counts = {key.removesuffix("s"): number for key, number in tally(findings).items()}
    said = [f"{number} {word}{'' if number == 1 else 's'}" for word, number in counts.items() if number]
    return ", ".join(said) or "nothing found"


def explain(rule: Rule, example: Example | None = None) -> str:
    """All there is to say of a rule, for a terminal."""
    parts = [f"{rule.id} ({rule.severity})", f"Source: {rule.source}"]
    for name, heading in (("What", "What it says"), ("Why", "Why"), ("How", "How to mend it")):
        parts.append(
            f"{heading}\n{textwrap.fill(rule.part(name), 78, initial_indent='  ', subsequent_indent='  ')}"
        )
    if example:
        parts += [f"{head}\n{textwrap.indent(text.rstrip(), '  ')}" for head, text in _shown(example)]
    return "\n\n".join(parts)


def _shown(example: Example) -> tuple[tuple[str, str], ...]:
    return ("Before", example.before), ("After", example.after)


def rule_list(rules: Iterable[Rule]) -> str:
    """Every rule with its severity and source, by family."""
    lines: list[str] = []
    family = ""
    for rule in sorted(rules, key=lambda rule: (rule.family, rule.id)):
        if rule.family != family:
            family = rule.family
            lines.append(f"\n{family.capitalize()}")
        lines.append(f"  {rule.id:<34} {rule.severity:<8} {rule.source}")
    return "\n".join(lines).lstrip("\n")


def near_rules(identifier: str, rules: Iterable[str]) -> str:
    """What to say of an id that no rule has."""
    near = get_close_matches(identifier, list(rules), n=3)
    meant = f" Did you mean {' or '.join(near)}?" if near else f" `{PROGRAM} rules` lists them all."
    return f"There is no rule {identifier}.{meant}"


def due_as_text(items: Iterable[Due], today: date) -> str:
    """What is due, the earliest first, what is late marked in words."""
    lines = [
        f"{item.date.isoformat()}  {'LATE  ' if item.late(today) else '      '}"
        f"{item.what}: {item.title} ({item.owner or 'no owner'})  {item.path}:{item.line}"
        for item in items
    ]
    return "\n".join(lines) or "Nothing is due."
