"""Numbers and days that follow from each other: what is left of a sum, a time after an end."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from generator.model.data_use import DataUse
from generator.model.fields import entries, stated
from generator.model.public_benefit import PublicBenefit
from generator.model.purpose import Retention
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.days import MONTHS, last_day
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText

ACCURATE = "UK GDPR Articles 5(1)(a) and 5(1)(d)"
_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_COUNTS = {word: number for number, word in enumerate(_WORDS, 1)}
_COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(_WORDS)})"
_LEFT = on_demand(
    rf"\b(?:(?:that|this|which) (?:left|leaves)|leaving) (?P<left>{_COUNT})\b(?! (?:days|weeks))"
    rf"(?: of (?P<whole>{_COUNT})\b)?",
    re.I,
)
_ONE = on_demand(rf"(?<![\d/.,-]){_COUNT}(?![\d/]|,\d|\.\d|%| per cent)\b", re.I)
_NO_COUNT = on_demand(
    r"\b(?:section|regulation|article|paragraph|schedule)s? \d+"
    rf"|\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b(?: \d{{4}})?"
    r"|\b(?:in|of|from|until|since|by|to) (?:19|20)\d\d\b"
    r"|\b\d+ (?:days?|weeks?|months?|years?)\b|\b(?:one|two|three) of\b",
    re.I,
)


def _count(word: str) -> int:
    return _COUNTS.get(word.lower()) or int(word.replace(",", ""))


_LEAVING = ("that left", "that leaves", "this left", "this leaves", "which left", "which leaves", "leaving")


@rule("counts-add-up", WARNING, ACCURATE, "texts", _LEAVING)
def counts_add_up(text: PublishedText) -> Problems:
    """
    What: Where a text says how many there were, how many were taken out and how many were left, they add up.
    Why: One of the numbers is wrong, and people judge by them how carefully the rest was counted.
    How: Count again, and correct the number that is wrong.
    """
    match = _LEFT.search(text.line) if text.is_english else None
    before = _NO_COUNT.sub("", text.line[: match.start()]) if match else ""
    counts = [_count(word) for word in _ONE.findall(before)]
    told = _count(match["whole"]) if match and match["whole"] else None
    if match is None or not (1 if told else 2) <= len(counts) <= 7:
        return
    whole, left = told or max(counts), _count(match["left"])
    counts = [count for count in counts if count != whole]
    taken = {sum(some) for size in range(1, len(counts) + 1) for some in combinations(counts, size)}
    if left >= whole or whole - left not in taken:
        yield Problem(
            text.field,
            f"“{match[0]}”: of {whole:,} there are not {left:,} left by the numbers before it.",
            "Count again, and correct the number that is wrong.",
            match[0],
        )


_TAKEN_OUT = on_demand(
    r"\b(?:took|taken|left|leave|leaves|removed|excluded)(?: out)?"
    rf" (?P<out>{_COUNT}) (?:people|of them|who)\b"
    rf"|\b(?P<were>{_COUNT}) (?:people )?(?:who )?had (?:opted|set the)[^.;]{{0,60}}\b(?:taken|left) out\b",
    re.I,
)


@rule("opted-out-counts-agree", WARNING, ACCURATE, "public-benefit")
def opted_out_counts_agree(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: A project and its data use give the same number of people who had opted out.
    Why: One of the two is wrong, and nobody can tell whether everybody was really left out.
    How: Count again, and correct the number that is wrong.
    """
    match = (
        _TAKEN_OUT.search(" ".join(filed.record.statement.choice.split())) if filed.record.statement else None
    )
    told = _count(match["out"] or match["were"]) if match else None
    for use in register.uses_by_project[filed.slug] if told else ():
        answer = use.record.national_data_opt_out
        other = _TAKEN_OUT.search(" ".join(answer.explanation.split())) if answer else None
        if match and other and _count(other["out"] or other["were"]) != told:
            yield Problem(
                ("statement", "choice"),
                f"“{match[0]}”, but “{use.record.title}” says “{other[0]}”.",
                "Count again, and correct the number that is wrong.",
                match[0],
            )


_DAY = rf"(?P<d1>\d{{1,2}}) (?P<m1>{'|'.join(MONTHS)}) (?P<y1>\d{{4}})"
_AFTER_THE_END = on_demand(
    rf"\b{_DAY},? (?:which|that) is (?P<number>\d+|{'|'.join(_WORDS)}) (?P<unit>month|year)s? after the"
    r" (?:project|study|research|work|trial) (?:ended|ends|stopped|stops|closed|closes|is over|was over)\b",
    re.I,
)


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    return _day(day.year + years, month + 1, day.day)


def _day(year: int, month: int, day: int) -> date:
    """A day, or the last of its month where the month is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))


@rule("kept-after-end-fits", WARNING, f"{ACCURATE}; Article 13(2)(a)", "data-uses")
def kept_after_end_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A day "six months after the project ended" is six months after the end that the project gives.
    Why: People are told two days, and the records are deleted on one of them.
    How: Correct the day, the time, or `end` of the project.
    """
    projects = [register.public_benefit.get(slug) for slug in entries(filed.record.public_benefit)]
    ends = [project.record.end for project in projects if project and project.record.end]
    if len(ends) != 1:
        return
    for number, purpose in enumerate(filed.record.purposes):
        for at, kept in enumerate(entries(purpose.retention)):
            match = _AFTER_THE_END.search(" ".join(kept.keep.split()))
            if match is None:
                continue
            months = _count(match["number"]) * (12 if match["unit"].lower() == "year" else 1)
            due = _later(ends[0], months)
            if abs((_day(*last_day(match)) - due).days) > 4:
                yield Problem(
                    ("purposes", number, "retention", at, "keep"),
                    f"The project ends on {ends[0]}; “{match[0]}” would be {due}.",
                    "Correct the day, the time, or `end` of the project.",
                    match[0],
                )


_WITHIN = on_demand(rf"\bwithin (?P<days>\d{{1,3}}) days,? (?:that is |which is |so )?by {_DAY}", re.I)


@rule("deadline-counted-right", WARNING, ACCURATE, "public-benefit")
def deadline_counted_right(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A deadline "within 60 days, by 13 October" is that many days after the step it stands in.
    Why: A later day gives more time than was promised, and people wait for it.
    How: Count again from the day of the step.
    """
    for number, step in enumerate(filed.record.steps):
        match = _WITHIN.search(" ".join((step.why or "").split()))
        due = step.on + timedelta(int(match["days"])) if match else step.on
        if match and last_day(match) not in ((due.year, due.month, due.day), (due.year, due.month, 31)):
            yield Problem(
                ("steps", number, "why"),
                f"“{match[0]}”: {match['days']} days from {step.on} is {due}.",
                "Count again from the day of the step.",
                match[0],
            )


_TIME = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_UNIT = "(?:hour|day|week|month|year)"
_SHORTENED = on_demand(
    r"\b(?:cut|shorten\w*|reduc\w+|chang\w+|lower\w*|rais\w+|lengthen\w*|extend\w*|went)\b"
    rf"(?P<what>[^.;]{{0,50}}?) from (?P<old>{_TIME})(?: (?P<unit>{_UNIT})s?)?"
    rf" to (?P<new>{_TIME})(?: (?P<unit2>{_UNIT})s?)?",
    re.I,
)
_NO_RECORDS = frozenset(
    {"the", "time", "times", "period", "keeping", "how", "long", "for", "our", "that", "this"}
)


@rule("changed-time-kept", WARNING, f"{ACCURATE}; Article 13(2)(a)", "data-uses")
def changed_time_kept(filed: Filed[DataUse]) -> Problems:
    """
    What: Where a notice says that a time was changed, its `retention` gives the new time, not the old one.
    Why: The page tells people that records go sooner, and lists the old time all the same.
    How: Correct `keep`, or the words about the change.
    """
    kept = list(_kept(filed.record))
    for told in _told(filed.record):
        match = _SHORTENED.search(" ".join(told.split()))
        unit = (match["unit"] or match["unit2"] or "").lower() if match else ""
        if match is None or not unit:
            continue
        old, new = (re.compile(rf"\b{match[name]} {unit}s?\b", re.I) for name in ("old", "new"))
        of_them = [one for one in kept if _are_meant(match["what"], one[1].records)] or kept
        if any(new.search(one.keep) for _, one in of_them):
            continue
        for way, one in of_them:
            if old.search(one.keep):
                yield Problem(
                    way,
                    f"“{match[0]}”, says the notice, but the old time still stands here.",
                    "Correct `keep`, or the words about the change.",
                )


def _are_meant(what: str, records: str) -> bool:
    """Whether words such as "the log" speak of records such as "The connection log"."""
    words = {word for word in re.findall(r"[a-z]{3,}", what.lower()) if word not in _NO_RECORDS}
    return bool(words & set(re.findall(r"[a-z]{3,}", records.lower())))


def _kept(use: DataUse) -> Iterator[tuple[tuple[str | int, ...], Retention]]:
    for number, purpose in enumerate(use.purposes):
        for at, kept in enumerate(entries(purpose.retention)):
            yield ("purposes", number, "retention", at, "keep"), kept


def _told(use: DataUse) -> Iterator[str]:
    assessment = stated(use.dpia)
    yield from (change.what or "" for change in use.changes[:1])
    if assessment and assessment.outcome:
        yield assessment.outcome


_CONDITIONS = on_demand(rf"\b(?P<many>{_COUNT}) conditions?\b", re.I)


@rule("conditions-counted", WARNING, ACCURATE, "public-benefit")
def conditions_counted(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A decision "with three conditions" has three of them.
    Why: One was left out, or never set; readers cannot see which of them the project has to meet.
    How: Add the condition that is missing, or correct the number.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        match = _CONDITIONS.search(evaluation.decision or "") if evaluation.conditions else None
        if match and _count(match["many"]) != len(evaluation.conditions):
            yield Problem(
                ("evaluations", number, "decision"),
                f"“{match[0]}”, but {len(evaluation.conditions)} are listed.",
                "Add the condition that is missing, or correct the number.",
                match[0],
            )
