"""All that the report says: gathered once from the register and the findings, then printed several ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator import __version__
from generator.diagnostics import Finding, Severity
from generator.model.due import Due, due
from generator.model.register import Register
from generator.proofread.rules import RULES
from generator.render.words import Words
from generator.report.agenda import late
from generator.report.notices import Notice, notices


@dataclass(frozen=True, slots=True)
class Apart:
    """A data use that does not hold today, and why: a draft, a page that has ended."""

    title: str
    stage: str
    owner: str
    path: str


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding that somebody lives with for a while; `ended` when its last day has passed."""

    rule: str
    title: str
    path: str
    line: int
    reason: str
    by: str
    until: date
    ended: bool


@dataclass(frozen=True, slots=True)
class ChangedSeverity:
    """A rule whose severity the council has set for itself, and why."""

    rule: str
    from_severity: str
    to_severity: str
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Facts:
    """The whole report, before it has a form."""

    register: Register
    version: str
    controller: str
    officer: str
    notices: tuple[Notice, ...]
    apart: tuple[Apart, ...]
    due: tuple[Due, ...]
    late: tuple[Due, ...]
    findings: tuple[tuple[str, tuple[Finding, ...]], ...]
    accepted: tuple[AcceptedFinding, ...]
    severities: tuple[ChangedSeverity, ...]

    @property
    def today(self) -> date:
        """The day the report speaks of."""
        return self.register.today

    @property
    def complete(self) -> int:
        """How many notices lack nothing."""
        return sum(not notice.missing for notice in self.notices)

    @property
    def next(self) -> Due | None:
        """The next thing that is due."""
        return next((item for item in self.due if not item.late(self.today)), None)

    def owned(self) -> tuple[tuple[str, Finding], ...]:
        """Each open finding with its owner."""
        return tuple((owner, finding) for owner, listed in self.findings for finding in listed)


def facts(register: Register, findings: Sequence[Finding], words: Words) -> Facts:
    """Gathers everything."""
    site, items = register.site, due(register)
    controller = register.organisations.get(site.controller)
    officer = register.contacts.get(site.data_protection_officer)
    officer_name = officer.name if officer else words("report.officer")
    return Facts(
        register=register,
        version=__version__,
        controller=controller.name if controller else str(site.controller),
        officer=officer_name,
        notices=notices(register, words),
        apart=_apart(register),
        due=items,
        late=late(items, register.today),
        findings=_by_owner(register, findings, officer_name, words("report.no_owner")),
        accepted=_accepted(register),
        severities=_severities(register),
    )


def _apart(register: Register) -> tuple[Apart, ...]:
    others = (filed for filed in register.data_uses.values() if not filed.stage.is_current)
    found = (Apart(f.record.title, str(f.stage), f.record.owner or "", f.document.path) for f in others)
    return tuple(sorted(found, key=lambda apart: (apart.stage, apart.title.casefold(), apart.path)))


def _by_owner(
    register: Register, findings: Sequence[Finding], officer: str, nobody: str
) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    """Findings by the role that owns the record; what concerns the whole site is the officer's."""
    owners = {filed.document.path: filed.record.owner or nobody for filed in register.records()}
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(owners.get(finding.location.path, officer), []).append(finding)
    order = list(Severity)
    for listed in groups.values():
        listed.sort(key=lambda finding: (order.index(finding.severity), finding.sort_key()))
    return tuple((owner, tuple(groups[owner])) for owner in sorted(groups, key=str.casefold))


def _accepted(register: Register) -> tuple[AcceptedFinding, ...]:
    found = [
        AcceptedFinding(
            rule=accepted.rule,
            title=filed.record.title,
            path=filed.document.path,
            line=filed.document.locate("accepted", number).line,
            reason=accepted.reason,
            by=accepted.by,
            until=accepted.until,
            ended=accepted.until < register.today,
        )
        for filed in register.records()
        for number, accepted in enumerate(filed.record.accepted)
    ]
    return tuple(sorted(found, key=lambda accepted: (accepted.until, accepted.path, accepted.line)))


def _severities(register: Register) -> tuple[ChangedSeverity, ...]:
    return tuple(
        ChangedSeverity(
            rule=name,
            from_severity=str(RULES[name].severity) if name in RULES else "",
            to_severity=setting.severity,
            reason=setting.reason,
            line=register.site_document.locate("rules", name).line,
        )
        for name, setting in sorted(register.site.rules.items())
    )
