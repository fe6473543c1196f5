"""How long records are kept: times without a beginning, and times that are over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.purpose import Retention
from generator.model.register import Filed, Register
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.days import DAY, SOME_YEAR, is_past
from generator.proofread.on_demand import on_demand
from generator.proofread.times import TIME

KEPT = "UK GDPR Articles 5(1)(e), 13(2)(a) and 14(2)(a)"
_ONLY_A_TIME = on_demand(
    r"\W*(?:kept )?(?:for )?(?:up to |at least |at most |(?:an? )?(?:minimum|maximum|period) (?:of )?)?"
    rf"{TIME.replace('hour|day|week|', '')}(?: (?:at most|at least|minimum|maximum|(?:\+"
    rf"|plus) current(?: year)?))?\W*"
    r"|\W*(?:the )?(?:current|this) (?:tax |financial )?(?:year )?(?:\+|plus"
    r"|and) ?\w+(?: (?:more )?years)?\W*",
    re.I,
)


@rule("retention-from-when", REVIEW, f"{KEPT}; WP260", "data-uses")
def retention_from_when(filed: Filed[DataUse]) -> Problems:
    """
    What: A time of months or years says from when it runs.
    Why: "6 years" can end at very different days: after the last payment, or after the account closes.
    How: Write for example "6 years after the account closes"; or accept this where the records say it.
    """
    for way, kept in rows(filed.record):
        if _ONLY_A_TIME.fullmatch(kept.keep):
            yield Problem(
                way, f"“{kept.keep}” does not say from when it runs.", f"Write “{kept.keep} after …”."
            )


_UNTIL = on_demand(rf"^\W*(?:kept )?(?:until|till|up to|to) {DAY}", re.I)


@rule("retention-over", WARNING, KEPT, "data-uses")
def retention_over(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Records that were to be kept until a day are not listed as kept after it.
    Why: Either they are gone and the page is out of date, or they are still there against what it says.
    How: Take the entry out once they are deleted, or say until when they are kept now and why.
    """
    for way, kept in rows(filed.record):
        match = _UNTIL.match(kept.keep) if SOME_YEAR.search(kept.keep) else None
        if match and is_past(match, register.today):
            yield Problem(
                way,
                f"“{kept.records}”: the day until which this was to be kept has passed.",
                "Take the entry out once they are deleted, or say until when they are kept now.",
                match[0],
            )


def rows(use: DataUse) -> Iterator[tuple[tuple[str | int, ...], Retention]]:
    """Every row on how long records are kept, with the way to its time."""
    for number, purpose in enumerate(use.purposes):
        for at, kept in enumerate(entries(purpose.retention)):
            yield ("purposes", number, "retention", at, "keep"), kept
