"""Every live notice against every item of Articles 13 and 14, with its four tests and its reading grade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Location
from generator.model.addresses import address
from generator.model.data_use import DataUse
from generator.model.fields import DoesNotApply, entries
from generator.model.register import Filed, Register
from generator.proofread.items import ITEMS
from generator.proofread.reading import record_grade
from generator.proofread.standing import Item, Standing, State, standing
from generator.render.words import Words


@dataclass(frozen=True, slots=True)
class Cell:
    """One item in one notice: how it stands, why, and where that is written."""

    item: Item
    state: State
    reason: str
    where: Location
    rule: str = ""
    accepted_until: date | None = None


@dataclass(frozen=True, slots=True)
class Test:
    """What one of the four tests says: the answer in short, and the rest of it."""

    answer: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that holds today."""

    slug: str
    title: str
    path: str
    owner: str
    url: str
    grade: float | None
    cells: tuple[Cell, ...]
    basis: tuple[Test, ...]
    confidentiality: Test
    opt_out: Test
    benefit: tuple[Test, ...]

    @property
    def missing(self) -> tuple[Cell, ...]:
        """The items that it lacks."""
        return tuple(cell for cell in self.cells if cell.state == "missing")


def notices(register: Register, words: Words) -> tuple[Notice, ...]:
    """Every data use that holds today, by title."""
    live = (filed for filed in register.data_uses.values() if filed.stage.is_current)
    found = (_notice(filed, register, words) for filed in live)
    return tuple(sorted(found, key=lambda notice: (notice.title.casefold(), notice.slug)))


def _notice(filed: Filed[DataUse], register: Register, words: Words) -> Notice:
    use = filed.record
    return Notice(
        slug=filed.slug,
        title=use.title,
        path=filed.document.path,
        owner=use.owner or "",
        url=register.site.base_url.rstrip("/") + address("data-uses", filed.slug),
        grade=record_grade(filed),
        cells=tuple(_cell(item, filed, register, words) for item in ITEMS.values()),
        basis=tuple(_bases(use, words)),
        confidentiality=_confidentiality(use, words),
        opt_out=_opt_out(use, words),
        benefit=tuple(_benefit(use, register, words)),
    )


def _cell(item: Item, filed: Filed[DataUse], register: Register, words: Words) -> Cell:
    found = standing(item, filed, register)
    rule = found.given.get("rule", "")
    ends = (a.until for a in filed.record.accepted if a.rule == rule and a.until >= register.today)
    return Cell(item, found.state, _reason(found, words), found.where, str(rule), max(ends, default=None))


def _reason(found: Standing, words: Words) -> str:
    """The reason in words: texts of the record as they stand, keys of words looked up."""
    given = {
        name: "; ".join(words(key) for key in value) if isinstance(value, tuple) else value
        for name, value in found.given.items()
    }
    return words(f"report.reasons.{found.reason}", **given)


def _bases(use: DataUse, words: Words) -> Iterator[Test]:
    """Each lawful basis once, with the conditions that its purposes name."""
    conditions: dict[str, dict[str, None]] = {}
    for purpose in use.purposes:
        basis = words(f"basis.{purpose.lawful_basis}.name") if purpose.lawful_basis else words("not_stated")
        named = conditions.setdefault(basis, {})
        named.update({words(f"condition.{met.condition}.name"): None for met in purpose.conditions})
    for basis, named in conditions.items():
        yield Test(basis, "; ".join(named))
    if not conditions:
        yield Test(words("not_stated"))


def _confidentiality(use: DataUse, words: Words) -> Test:
    held = use.confidentiality
    if held is None:
        return Test(words("not_stated"))
    if isinstance(held, DoesNotApply):
        return Test(words("report.does_not_apply"), held.does_not_apply)
    return Test(words(f"confidentiality.{held.basis}"), held.reference or "")


def _opt_out(use: DataUse, words: Words) -> Test:
    answer = use.national_data_opt_out
    if answer is None:
        return Test(words("not_stated"))
    return Test(words(f"opt_out.applies.{answer.applies}"), words(f"opt_out.reason.{answer.reason}"))


def _benefit(use: DataUse, register: Register, words: Words) -> Iterator[Test]:
    """Each project with the state of its latest evaluation."""
    if isinstance(use.public_benefit, DoesNotApply):
        yield Test(words("report.does_not_apply"), use.public_benefit.does_not_apply)
        return
    for slug in entries(use.public_benefit):
        project = register.public_benefit.get(slug)
        latest = project.record.latest_evaluation if project else None
        state = words(f"evaluation_state.{latest.state}") if latest else words("not_stated")
        yield Test(state, project.record.title if project else str(slug))
    if not use.public_benefit:
        yield Test(words("not_stated"))
