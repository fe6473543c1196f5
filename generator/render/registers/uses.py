"""register.csv: one line for each data use, for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable

from generator.model.data_use import DataUse
from generator.model.purpose import Purpose
from generator.render.registers.table import Column, Line, day

Use = Line[DataUse]


def _each(line: Use, of: Callable[[Purpose], str]) -> str:
    """What a column says of every purpose, each named where there are several."""
    purposes = line.record.purposes
    if len(purposes) == 1:
        return line.plain(of(purposes[0]))
    return line.joined(f"{purpose.purpose}: {of(purpose)}" for purpose in purposes if of(purpose))


def _laws(line: Use) -> str:
    references = [law for purpose in line.record.purposes for law in purpose.laws]
    return line.joined(" ".join((_law(line, r.law), r.section or "")).strip() for r in references)


def _law(line: Use, identifier: str) -> str:
    known = line.register.laws.get(identifier)
    return known.title if known else identifier


def _conditions(line: Use) -> str:
    def named(purpose: Purpose) -> str:
        conditions = (" ".join((c.condition, c.schedule_1 or "")).strip() for c in purpose.conditions)
        return ", ".join(conditions)

    return _each(line, named)


def _retention(line: Use) -> str:
    kept = (
        line.told(purpose.retention, lambda kinds: line.joined(f"{k.records}: {k.keep}" for k in kinds))
        for purpose in line.record.purposes
    )
    return line.joined(kept)


def _data(line: Use) -> str:
    known = line.register.categories
    return line.joined(
        known[i.category].name if i.category in known else i.category for i in line.record.data
    )


def _sources(line: Use) -> str:
    items = line.record.data
    own = [line.words("register.from_people")] if line.record.from_people else []
    named = [line.organisation(source) for item in items for source in item.from_organisations]
    return line.joined((*own, *named, *(item.from_others for item in items)))


def _controllers(line: Use) -> str:
    named = [held.organisation for held in line.record.controllers if not held.end]
    return line.joined(line.organisation(name) for name in named or [line.register.site.controller])


def _opt_out(line: Use) -> str:
    answer = line.record.national_data_opt_out
    return answer.applies if answer else line.words("register.not_stated")


def _column(heading: str, cell: Callable[[Use], str], kind: str = "string") -> Column[DataUse]:
    return Column(heading, f"register.columns.{heading}", cell, kind)


COLUMNS: tuple[Column[DataUse], ...] = (
    _column("id", lambda line: line.filed.slug),
    _column("address", lambda line: line.page),
    _column("title", lambda line: line.plain(line.record.title)),
    _column("summary", lambda line: line.plain(line.record.summary)),
    _column("stage", lambda line: str(line.filed.stage)),
    _column("owner", lambda line: line.plain(line.record.owner)),
    _column("reviewed", lambda line: day(line.record.reviewed), "date"),
    _column("review_due", lambda line: day(line.record.review_due), "date"),
    _column("service", lambda line: str(line.record.service or "")),
    _column("topics", lambda line: line.joined(line.record.topics)),
    _column("regime", lambda line: line.record.regime),
    _column("controllers", _controllers),
    _column("people", lambda line: line.joined(line.record.people)),
    _column("purposes", lambda line: line.joined(p.purpose for p in line.record.purposes)),
    _column("lawful_basis", lambda line: _each(line, lambda purpose: purpose.lawful_basis or "")),
    _column("laws", _laws),
    _column("conditions", _conditions),
    _column("data", _data),
    _column("sources", _sources),
    _column(
        "recipients",
        lambda line: line.told(
            line.record.recipients,
            lambda every: line.joined(f"{line.organisation(r.organisation)}: {r.why}" for r in every),
        ),
    ),
    _column(
        "transfers",
        lambda line: line.told(
            line.record.transfers,
            lambda every: line.joined(f"{t.country}: {t.safeguard or t.mechanism or ''}" for t in every),
        ),
    ),
    _column("retention", _retention),
    _column(
        "automated_decisions",
        lambda line: line.told(
            line.record.automated_decisions, lambda every: line.joined(d.decision for d in every)
        ),
    ),
    _column(
        "confidentiality",
        lambda line: line.told(
            line.record.confidentiality, lambda one: f"{one.basis} {one.reference or ''}".strip()
        ),
    ),
    _column("national_data_opt_out", _opt_out),
    _column("choices", lambda line: line.told(line.record.choices, line.joined)),
    _column("public_benefit", lambda line: line.told(line.record.public_benefit, line.joined)),
    _column("dpia", lambda line: line.told(line.record.dpia, lambda one: f"{one.reference}, {one.date}")),
    _column(
        "last_changed", lambda line: day(max((c.date for c in line.record.changes), default=None)), "date"
    ),
)
