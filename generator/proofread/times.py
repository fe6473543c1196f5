"""Times as people write them: 28 days, two years, a month."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.on_demand import on_demand

_NAMES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_TENS |= {"ninety": 90}
_ONES = {word: number for number, word in enumerate(_NAMES, 1)}
_NUMBERS = {f"{ten}-{one}": _TENS[ten] + _ONES[one] for ten in _TENS for one in _NAMES[:9]} | _ONES | _TENS
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(_NAMES)}|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_NAMES[:9])}))?"
TIME = rf"{_NUMBER}|an?) (?P<unit>hour|day|week|month|year)s?"
"""A regular expression for a time; it can stand once in a pattern."""
SOME_TIME = re.sub(r"\?P<\w+>", "?:", TIME)
"""The same for a pattern in which it stands more than once."""

_ALLOWED = {
    "hours": 1 / 24,
    "working days": 7 / 5,
    "calendar days": 1.0,
    "days": 1.0,
    "weeks": 7.0,
    "months": 30.4,
}
ALLOWED = rf"{_NUMBER}) (?P<unit>{'|'.join(_ALLOWED)})"
"""A regular expression for a time in which something has to be done."""
LONGEST_MONTH = 31
"""Days that a month can have, which is what the law gives for most answers."""

_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_ANY_TIME = on_demand(rf"\b{TIME}\b", re.I)
Time = tuple[bool, float]
"""Whether a time is counted in months or years, and how many days it is."""


def times(said: str) -> Iterator[Time]:
    """Every time in some words."""
    for match in _ANY_TIME.finditer(said):
        word, unit = match["number"].lower(), match["unit"].lower()
        number = _NUMBERS.get(word) or (1 if word in ("a", "an") else int(word))
        yield unit in ("month", "year"), round(number * _DAYS[unit], 1)


def days_allowed(match: re.Match[str]) -> float:
    """How many days an `ALLOWED` time is."""
    number = _NUMBERS.get(match["number"].lower()) or int(match["number"])
    return number * _ALLOWED[match["unit"].lower()]


def are_same(one: Time, other: Time) -> bool:
    """Whether two times are alike; "a month" and "31 days" are, "28 days" and "31 days" are not."""
    return one == other or (abs(one[1] - other[1]) <= max(2, one[1] / 50) and (one[0] or other[0]))


def is_among(said: str, told: set[Time]) -> bool:
    """Whether some words give one of the times."""
    return any(are_same(time, other) for time in times(said) for other in told)
