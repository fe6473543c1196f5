"""Days as people write them in a text: 31 July 2022, 31/07/22, July 2022, spring 2022, the end of 2022."""

from __future__ import annotations

import re
from datetime import date

from generator.proofread.on_demand import on_demand

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 14, "christmas": 12, "easter": 4}
"""The month in which each ends; winter ends in the second month of the next year."""

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_MONTH = rf"(?:{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
_ENDING = r"(?:st|nd|rd|th)?"
DAY = (
    rf"(?:the )?(?:(?:end|start|beginning|close|middle) of )?(?:the )?{_WEEKDAY}(?:"
    rf"(?:(?P<d1>\d{{1,2}}){_ENDING}(?: day)?(?: of)? )?(?P<m1>{_MONTH}),? (?:of )?(?P<y1>\d{{4}})\b"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}}){_ENDING},? (?P<y2>\d{{4}})\b"
    r"|(?P<d3>\d{1,2})[/.-](?P<m3>\d{1,2})[/.-](?P<y3>(?:20)?\d{2})\b"
    r"|(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})\b|(?:(?:early|late|mid)[ -])?(?P<season>spring|summer"
    r"|autumn|winter|christmas|easter)(?: of)? (?P<y5>\d{4})\b|(?:(?:early|late"
    r"|mid)[ -])?(?P<y6>20\d{2})\b(?![/-]\d|\.\d))"
)
"""A regular expression for a day, a month, a season or a year; it can stand once in a pattern."""

SOME_YEAR = on_demand(r"\b(?:19|20)\d\d\b|\d[/.-]\d{1,2}[/.-]\d\d\b")
"""A quick look whether a text can name a day at all."""


def last_day(match: re.Match[str]) -> tuple[int, int, int]:
    """The last day that is meant, as year, month, day; 31 stands for the end of any month."""
    found = {name: value for name, value in match.groupdict().items() if value}
    if "season" in found:
        month = _SEASONS[found["season"].lower()]
        return int(found["y5"]) + month // 13, (month - 1) % 12 + 1, 31
    if "y6" in found:
        return int(found["y6"]), 12, 31
    kind = next(name[1] for name in found if name[0] == "y")
    year = int(found[f"y{kind}"])
    return year + (2000 if year < 100 else 0), _month(found[f"m{kind}"]), int(found.get(f"d{kind}", 31))


def is_past(match: re.Match[str], today: date) -> bool:
    """Whether all that is meant lies before a day."""
    return last_day(match) < (today.year, today.month, today.day)


def begins_after(match: re.Match[str], today: date) -> bool:
    """Whether all that is meant lies after a day."""
    year, month, day = last_day(match)
    found = {name for name, value in match.groupdict().items() if value}
    if "y6" in found:
        return year > today.year
    if "season" in found:
        return (year, month) > (today.year, today.month + 3)
    by_month = not found & {"d1", "d2", "d3", "d4"}
    return (
        (year, month) > (today.year, today.month)
        if by_month
        else (year, month, day) > (today.year, today.month, today.day)
    )


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return next(at for at, name in enumerate(MONTHS, 1) if name.startswith(written[:3].lower()))
