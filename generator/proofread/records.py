"""Runs the rules over the register, and settles what the council has decided about findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.diagnostics import Finding, Severity
from generator.load import Document, FieldPath
from generator.model.life_cycle import Stage
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread import (
    accessibility_statement,
    acronyms,
    addresses,
    agreement,
    choices,
    consent,
    contradictions,
    deadlines,
    embeds,
    facts,
    files,
    law_names,
    lawfulness,
    life_cycle,
    links,
    names,
    national_opt_out,
    outcomes,
    pages,
    phrases,
    plain_language,
    project_life,
    public_benefit,
    published,
    publisher,
    retention,
    safety,
    signposts,
    telling,
    transparency,
    wording,
)
from generator.proofread.catalogue import RULES, Problem, Rule
from generator.proofread.texts import SORTS, place, texts

FAMILIES = (
    files,
    transparency,
    telling,
    publisher,
    lawfulness,
    national_opt_out,
    contradictions,
    choices,
    consent,
    embeds,
    accessibility_statement,
    public_benefit,
    project_life,
    outcomes,
    life_cycle,
    facts,
    links,
    safety,
    signposts,
    wording,
    retention,
    phrases,
    deadlines,
    law_names,
    names,
    addresses,
    acronyms,
    plain_language,
    agreement,
    pages,
    published,
)
"""The modules that hold rules; importing them fills the catalogue."""


def proofread_records(register: Register, rules: Iterable[Rule] | None = None) -> tuple[Finding, ...]:
    """Every finding of the rules (all, if none are named) on records, reference data, texts or site.yaml."""
    asked = tuple(RULES.values() if rules is None else rules)
    elsewhere = ("built", "html", "files", "published", "addresses")
    kinds = dict.fromkeys(rule.subject for rule in asked if rule.subject not in elsewhere)
    subjects = {kind: tuple(_subjects(kind, register)) for kind in kinds}
    return tuple(
        _finding(rule, problem, document, below)
        for rule in asked
        if rule.check
        for subject, document, below in subjects.get(rule.subject, ())
        for problem in rule.check(subject, register)
    )


def _subjects(kind: str, register: Register) -> Iterator[tuple[Any, Document, FieldPath]]:
    """What a rule looks at, one by one, with the document it stands in."""
    if kind == "site":
        yield register.site, register.site_document, ()
    elif kind == "reference":
        for listed in register.reference.values():
            for item in listed.values():
                yield item.entry, item.document, (item.position,)
    elif kind in SORTS:
        for text in texts(register, kind):
            yield text, text.document, ()
    else:
        for filed in register.records():
            if _is_judged(filed, kind):
                yield filed, filed.document, ()


def _is_judged(filed: Filed[Record], kind: str) -> bool:
    """Drafts are not; what does not hold any more need not be complete, but keeps its life cycle."""
    if kind == "records":
        return filed.record.status != "draft"
    gone = filed.stage in (Stage.DRAFT, Stage.WITHDRAWN, Stage.EXPIRED)
    return kind == filed.document.collection and not gone


def _finding(rule: Rule, problem: Problem, document: Document, below: FieldPath) -> Finding:
    way = (*below, *problem.field)
    where = place(document, way, problem.phrase) if problem.phrase else document.locate(*way)
    return Finding(
        rule.id,
        rule.severity,
        problem.message,
        where,
        problem.hint,
        rule.source,
        document.excerpt(where),
    )


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
