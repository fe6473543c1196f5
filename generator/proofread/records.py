"""Runs the rules over the register."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence, Set
from functools import partial
from typing import Any

from generator.diagnostics import Finding
from generator.load.documents import Document, FieldPath
from generator.model.life_cycle import Stage
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import RULES, Problem, Rule
from generator.proofread.families import FAMILIES
from generator.proofread.on_demand import on_demand
from generator.proofread.places import as_it_stands, place
from generator.proofread.texts import SORTS, PublishedText, texts
from generator.proofread.word_parts import WordParts

__all__ = ["FAMILIES", "finding_of", "proofread_records", "rules_on_records", "subjects_of"]

ELSEWHERE = ("built", "html", "files", "published", "addresses")
"""Subjects that are no part of a file of the site."""


def proofread_records(
    register: Register, rules: Iterable[Rule] | None = None, paths: Set[str] | None = None
) -> tuple[Finding, ...]:
    """Every finding of the rules (all, if none are named) on records, reference data, texts or site.yaml.

    With `paths`, only what stands in those files is looked at.
    """
    asked = tuple(RULES.values() if rules is None else rules)
    kinds = dict.fromkeys(rule.subject for rule in asked if rule.subject not in ELSEWHERE)
    looking = looking_at(asked)
    subjects = {
        kind: [
            (together, looking(together[0][0]))
            for together in _alike(
                s for s in subjects_of(kind, register, paths) if paths is None or s[1].path in paths
            )
        ]
        for kind in kinds
    }
    return tuple(
        finding
        for number, rule in enumerate(asked)
        if rule.check
        for together, rules in subjects.get(rule.subject, ())
        if rules >> number & 1
        for finding in _findings(rule, rule.check, together, register)
    )


def looking_at(rules: Sequence[Rule]) -> Callable[[object], int]:
    """Tells which of some rules have to look at a subject: each is one bit, the first the lowest."""
    every = (1 << len(rules)) - 1
    in_any_case = sum(1 << number for number, rule in enumerate(rules) if not rule.parts)
    parts = WordParts((1 << number, rule.parts) for number, rule in enumerate(rules))

    def looking(subject: object) -> int:
        if isinstance(subject, PublishedText):
            return in_any_case | parts.sets_in(subject.told)
        return every

    return looking


def rules_on_records() -> tuple[Rule, ...]:
    """The rules that look at something in a file of the site, and not at pages or what was published."""
    return tuple(rule for rule in RULES.values() if rule.check and rule.subject not in ELSEWHERE)


Subject = tuple[Any, Document, FieldPath]
"""What a rule looks at, the document it stands in and the way to it."""


def _alike(subjects: Iterable[Subject]) -> tuple[list[Subject], ...]:
    """The subjects, texts that no rule can tell apart together: a site says many things many times."""
    together: dict[Hashable, list[Subject]] = {}
    for subject in subjects:
        key = subject[0].wording if isinstance(subject[0], PublishedText) else id(subject[0])
        together.setdefault(key, []).append(subject)
    return tuple(together.values())


def _findings(
    rule: Rule, check: Callable[..., Iterable[Problem]], together: list[Subject], register: Register
) -> Iterator[Finding]:
    """What is wrong with subjects that are alike: if the first is in order, so are the others."""
    if next(iter(check(together[0][0], register)), None):
        for subject, document, below in together:
            for problem in check(subject, register):
                yield finding_of(rule, problem, document, below)


def subjects_of(kind: str, register: Register, paths: Set[str] | None = None) -> Iterator[Subject]:
    """What a rule looks at, one by one, with the document it stands in."""
    if kind == "site":
        yield register.site, register.site_document, ()
    elif kind == "reference":
        for listed in register.reference.values():
            for item in listed.values():
                yield item.entry, item.document, (item.position,)
    elif kind in SORTS:
        for text in texts(register, kind, paths):
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


_QUOTED = on_demand(r"(?<=“)[^“”]+(?=”)")
_FIELD = on_demand(r"`([a-z_0-9]+)`")


def finding_of(rule: Rule, problem: Problem, document: Document, below: FieldPath) -> Finding:
    """A problem as a finding, with the line that it is about, and the lines of other fields that it names."""
    way = (*below, *problem.field)
    where = document.locate(*way)
    if problem.phrase:
        where = place(document, way, as_it_stands(document, way, problem.phrase))
    message = _QUOTED.sub(lambda quoted: as_it_stands(document, way, quoted[0]), problem.message)
    return Finding(
        rule.id,
        rule.severity,
        _FIELD.sub(partial(_with_its_line, document, way, where.line), message),
        where,
        problem.hint,
        rule.source,
        document.excerpt(where),
    )


def _with_its_line(document: Document, way: FieldPath, here: int, named: re.Match[str]) -> str:
    """The name of a field with the line on which it stands, if that is not here: what contradicts what."""
    around = (way[:length] for length in range(len(way), -1, -1))
    found = next(((*outer, named[1]) for outer in around if (*outer, named[1]) in document.marks), None)
    line = document.locate(*found).line if found and named[1] not in way else here
    return named[0] if line == here else f"{named[0]} (line {line})"
