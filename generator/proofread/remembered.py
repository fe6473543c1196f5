"""The rules over the register, with what earlier runs have found where nothing they read has changed."""

from __future__ import annotations

import marshal
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Finding
from generator.load.documents import Document
from generator.load.store import Store, key_of
from generator.model.judged import Judged
from generator.model.watched import NOTHING, Watched, forgotten, told
from generator.proofread.catalogue import Rule
from generator.proofread.kept_findings import finding_again, plain
from generator.proofread.records import Subject, finding_of, looking_at, rules_on_records, subjects_of
from generator.proofread.texts import let_go

Parts = frozenset[str]

Found = list[tuple[tuple[str, ...], str, tuple[int, ...], list[tuple[Any, ...]]]]
"""What rules found in one document: for each set of parts that some have read, the fingerprint of the
parts, the numbers of these rules, and the findings."""


def proofread_remembered(
    register: Watched, store: Store, program: bytes, judged: Iterable[Judged]
) -> tuple[Finding, ...]:
    """Every finding in some files of a site."""
    rules = rules_on_records()
    every = _Subjects(register, rules)
    findings: list[Finding] = []
    for document, facts in judged:
        key = key_of("found", program, told(document), facts, register.site.languages[0])
        kept = store.get(key)
        known: Found = marshal.loads(kept) if kept else []
        valid = [part for part in known if part[1] == register.fingerprint(part[0])]
        settled = {number for part in valid for number in part[2]}
        missing = [number for number in range(len(rules)) if number not in settled]
        if missing:
            valid += _looked_at(register, document, [(n, rules[n]) for n in missing], every)
            store.put(key, marshal.dumps(_merged(valid)))
            every.let_go(document.path)
        findings += (finding_again(*found) for part in valid for found in part[3])
    return tuple(findings)


Listed = tuple[int, Subject]
"""What rules look at; texts have a number each, the same for those that no rule can tell apart."""


MOST_TEXTS = 8192
"""Different texts after which those before are forgotten: what a site says often comes again soon."""


@dataclass
class Quiet:
    """In what one rule has found nothing, and what it read for that where it read anything.

    `rules` holds the rules that were quiet by the number of what they looked at, each rule as one bit:
    there are hundreds of rules and thousands of texts. Rules that need not look are quiet from the first.
    `same` holds each set of parts once.
    """

    rules: dict[int, int]
    same: dict[Parts, Parts]
    bit: int
    read: dict[int, Parts] = field(default_factory=dict)

    def not_in(self, listed: Sequence[Listed]) -> list[Listed]:
        """What the rule has to look at."""
        rules, bit = self.rules, self.bit
        return [one for one in listed if not rules[one[0]] & bit]

    def add(self, number: int, parts: Parts) -> None:
        """Notes that the rule has found nothing in this, and what it read for that."""
        self.rules[number] |= self.bit
        if parts:
            self.read[number] = self.same.setdefault(parts, parts)

    def read_for(self, listed: Sequence[Listed]) -> Parts:
        """What was read for those of the subjects that were quiet."""
        if not self.read:
            return NOTHING
        return NOTHING.union(*(self.read[number] for number, _ in listed if number in self.read))


@dataclass
class _Subjects:
    """What rules look at, by kind and path; texts are cut when they are asked for.

    A site says many things many times; what is `quiet` for a rule need not be looked at again.
    """

    register: Watched
    rules: Sequence[Rule]

    def __post_init__(self) -> None:
        self.kinds = {rule.subject for rule in self.rules}
        self.looking = looking_at(self.rules)
        self.listed: dict[tuple[str, str], list[Listed]] = {}
        self.numbers: dict[Hashable, int] = {}
        self.begin_anew()
        for kind in sorted(self.kinds):
            if "texts" not in kind:
                for subject in subjects_of(kind, self.register):
                    self.listed.setdefault((kind, subject[1].path), []).append((0, subject))

    def begin_anew(self) -> None:
        """Forgets in which texts there is nothing. Records are never alike, so nothing is noted of them."""
        self.numbers.clear()
        self.quiet_in: dict[int, int] = {}
        rules, same = self.quiet_in, dict[Parts, Parts]()
        self.quiet = [
            Quiet(rules, same, 1 << number) if "texts" in rule.subject else None
            for number, rule in enumerate(self.rules)
        ]

    def of(self, kind: str, path: str) -> list[Listed]:
        """The subjects of one kind in one file."""
        if "texts" in kind and (kind, path) not in self.listed:
            found = subjects_of(kind, self.register, {path})
            self.listed[kind, path] = list(map(self._numbered, found))
        return self.listed.get((kind, path), [])

    def to_look(self, listed: Sequence[Listed]) -> int:
        """The rules that have to look at any of some texts, each as one bit."""
        quiet = -1
        for number, _ in listed:
            quiet &= self.quiet_in.get(number, 0)
        return ~quiet

    def let_go(self, path: str) -> None:
        """Forgets the texts of a file that all rules have looked at."""
        let_go(self.register, path)
        for kind in self.kinds:
            if "texts" in kind:
                self.listed.pop((kind, path), None)
        if len(self.numbers) > MOST_TEXTS:
            self.begin_anew()

    def _numbered(self, subject: Subject) -> Listed:
        number = self.numbers.setdefault(subject[0].wording, len(self.numbers))
        if number not in self.quiet_in:
            self.quiet_in[number] = ~self.looking(subject[0])
        return number, subject


def _looked_at(
    register: Watched, document: Document, rules: Sequence[tuple[int, Rule]], subjects: _Subjects
) -> Found:
    """What some rules find in one document, and what each read of the rest of the site for it."""
    numbers: dict[Parts, list[int]] = {}
    found: dict[Parts, list[tuple[Any, ...]]] = {}
    listed = {kind: subjects.of(kind, document.path) for kind in {rule.subject for _, rule in rules}}
    to_look = {kind: subjects.to_look(those) for kind, those in listed.items()}
    for number, rule in rules:
        quiet, those = subjects.quiet[number], listed[rule.subject]
        if quiet and not to_look[rule.subject] >> number & 1:
            findings: list[Finding] = []
            parts = quiet.read_for(those)
        else:
            findings, parts = found_by(rule, those, register, quiet)
        numbers.setdefault(parts, []).append(number)
        if findings:
            found.setdefault(parts, []).extend(map(plain, findings))
    return [
        (tuple(sorted(parts)), register.fingerprint(parts), tuple(those), found.get(parts, []))
        for parts, those in numbers.items()
    ]


def found_by(
    rule: Rule, subjects: Sequence[Listed], register: Watched, quiet: Quiet | None
) -> tuple[list[Finding], Parts]:
    """What one rule finds in some subjects, and the parts of the register that it read for that.

    `quiet` tells in which there is nothing, and is added to; where there is none, no two are alike.
    """
    if not subjects or not rule.check:
        return [], NOTHING
    found: list[Finding] = []
    read = quiet.read_for(subjects) if quiet else NOTHING
    forgotten()
    for number, (subject, document, below) in quiet.not_in(subjects) if quiet else subjects:
        problems = tuple(rule.check(subject, register))
        parts = forgotten()
        if problems:
            found += (finding_of(rule, problem, document, below) for problem in problems)
        elif quiet:
            quiet.add(number, parts)
        if parts:
            read |= parts
    return found, read


def _merged(parts: Found) -> Found:
    """One part for each set of parts read, though some were kept and others are new."""
    merged: dict[tuple[tuple[str, ...], str], tuple[list[int], list[tuple[Any, ...]]]] = {}
    for read, fingerprint, numbers, findings in parts:
        all_numbers, all_findings = merged.setdefault((read, fingerprint), ([], []))
        all_numbers.extend(numbers)
        all_findings.extend(findings)
    return [(*key, tuple(numbers), findings) for key, (numbers, findings) in merged.items()]
