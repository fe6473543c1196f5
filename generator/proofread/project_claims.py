"""What a public-benefit project claims of its end and of its data, against its own and the notice's facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.fields import entries
from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.days import MONTHS
from generator.proofread.on_demand import on_demand
from generator.proofread.project_words import NDG
from generator.proofread.said import parts_of
from generator.proofread.spoken import said_in
from generator.proofread.word_parts import sought

_DAY = rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (20\d\d)"
_WIPED = r"(?:deleted|destroyed|wiped|erased)"
_WIPED_ON = on_demand(rf"\b{_WIPED} (?:on|by) {_DAY}\b|\b{_DAY}, when [^.;]{{0,40}}?\b{_WIPED}\b", re.I)
_ANY_DAY = on_demand(rf"\b{_DAY}\b", re.I)
_Day = tuple[int, int, int]


def _days(text: str) -> Iterator[_Day]:
    for day, month, year in _ANY_DAY.findall(text):
        yield int(year), MONTHS.index(month.lower()) + 1, int(day)


_WIPED_ON_PARTS = sought("deleted", "destroyed", "wiped", "erased")


@rule("deletion-day-agrees", WARNING, "UK GDPR Articles 5(1)(e) and 13(2)(a)", "public-benefit")
def deletion_day_agrees(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The day on which a project says its data is deleted is one that the notice of the data use gives.
    Why: People plan by it: until then they can object. Two days for one deletion cannot both be true.
    How: Correct the day, or `keep` in the data use.
    """
    uses = register.uses_by_project[filed.slug]
    purposes = [purpose for use in uses for purpose in use.record.purposes]
    rows = [row for purpose in purposes for row in entries(purpose.retention)]
    kept = {day for row in rows for day in _days(row.keep or "")}
    today = (register.today.year, register.today.month, register.today.day)
    for text, match in said_in(filed, register, _WIPED_ON, None, _WIPED_ON_PARTS) if kept else ():
        day = next(_days(match[0]))
        if day > today and day not in kept:
            yield Problem(
                text.field,
                f"“{match[0]}”, but the notice of the data use gives another day.",
                "Correct the day, or `keep` in the data use.",
                match[0],
            )


_WENT_WELL = on_demand(
    r"\b(?:reached|met|achieved|fulfilled) (?:all (?:of )?)?(?:its|the|their) (?:\w+ )?(?:aims?|goals?"
    r"|objectives?)\b|\b(?:ended|finished|completed|concluded) (?:successfully|as planned|on time)\b"
    r"|\bsuccessfully (?:ended|finished|completed|concluded)\b|\b(?:was|is) a (?:\w+ )?success\b"
    r"|\ball (?:the |expected )?benefits were (?:realised|achieved|reached)\b",
    re.I,
)
_NOT_SO = on_demand(r"\b(?:not|never|no|none|before|until|would|could|other)\b|n['’]t\b", re.I)


@rule("outcome-fits-end", WARNING, NDG, "public-benefit")
def outcome_fits_end(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The outcome of a project that was stopped, or that brought no benefit, is not told as a success.
    Why: What went wrong is what others can learn from; a success that was none costs all trust.
    How: Say what was not reached and why, or correct the last step and the states of the benefits.
    """
    outcome = filed.record.outcome
    if outcome is None:
        return
    nothing = bool(outcome.benefits) and all(benefit.state == "not-realised" for benefit in outcome.benefits)
    if filed.record.state != "stopped" and not nothing:
        return
    for part in parts_of(outcome.summary):
        match = part.search(_WENT_WELL)
        if match and not _NOT_SO.search(match.string):
            why = "this project was stopped" if filed.record.state == "stopped" else "no benefit was realised"
            yield Problem(
                ("outcome", "summary"),
                f"“{match[0]}”, but {why}.",
                "Say what was not reached and why, or correct the last step and the benefits.",
                match[0],
            )


@rule("publicised-after-end", WARNING, NDG, "public-benefit")
def publicised_after_end(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: Nobody is said to have been told the outcome before the project ended.
    Why: There was no outcome to tell on that day; one of the two days is wrong.
    How: Correct `on`, or the day of the last step.
    """
    outcome, steps = filed.record.outcome, filed.record.steps
    ended = steps[-1].on if steps and steps[-1].state in ("concluded", "stopped") else None
    for number, told in enumerate(outcome.publicised if outcome and ended else ()):
        if ended and told.on < ended:
            yield Problem(
                ("outcome", "publicised", number, "on"),
                f"The outcome was made known on {told.on}, it says, and the project ended on {ended}.",
                "Correct `on`, or the day of the last step.",
            )


_COUNTED = on_demand(
    r"(?<!about )(?<!some )(?<!around )(?<!roughly )(?<!nearly )(?<!almost )(?<!over )(?<!than )(?<!to )"
    r"(?<![\w,])(\d{1,3}(?:,\d{3})+|\d{2,6}) (?:people|adults|children|residents|patients)\b",
    re.I,
)
"""A number of people that is no estimate."""


@rule("people-counted-alike", WARNING, "UK GDPR Article 5(1)(d); NDG guidance (2022)", "public-benefit")
def people_counted_alike(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: A project and the exception of its data use count the same people.
    Why: Both pages say how many people the data is about, and readers cannot tell which number holds.
    How: Correct the number that is wrong.
    """
    ours = filed.record.statement.people if filed.record.statement else None
    counted = _COUNTED.findall(ours or "")
    exceptions = [use.record.article_14_exception for use in register.uses_by_project[filed.slug]]
    factors = [factor for answer in exceptions if answer for factor in answer.factors]
    theirs = {number for factor in factors for number in _COUNTED.findall(factor)}
    if len(counted) == 1 and len(theirs) == 1 and counted[0] not in theirs:
        yield Problem(
            ("statement", "people"),
            f"The project counts {counted[0]} people, and the notice of its data use {next(iter(theirs))}.",
            "Correct the number that is wrong.",
            counted[0],
        )
