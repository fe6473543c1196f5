"""How long records are kept: times without a beginning, times that are over, and words that say another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.purpose import Retention
from generator.model.register import Filed, Register
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.days import DAY, SOME_YEAR, is_past

KEPT = "UK GDPR Articles 5(1)(e), 13(2)(a) and 14(2)(a)"
_NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_NAMES, 1)}
_TIME = rf"(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)}|an?) (?P<unit>hour|day|week|month|year)s?"
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0}
_ONLY_A_TIME = re.compile(
    rf"\W*(?:kept )?(?:for )?(?:up to |at least |at most |a (?:minimum|maximum"
    rf"|period) of )?{_TIME.replace('hour|day|week|', '')}"
    r"(?: (?:at most|at least|minimum|maximum))?\W*",
    re.I,
)


@rule("retention-from-when", REVIEW, f"{KEPT}; WP260", "data-uses")
def retention_from_when(filed: Filed[DataUse]) -> Problems:
    """
    What: A time of months or years says from when it runs.
    Why: "6 years" can end at very different days: after the last payment, or after the account closes.
    How: Write for example "6 years after the account closes"; or accept this where the records say it.
    """
    for way, kept in _kept(filed.record):
        if _ONLY_A_TIME.fullmatch(kept.keep):
            yield Problem(
                way, f"“{kept.keep}” does not say from when it runs.", f"Write “{kept.keep} after …”."
            )


_UNTIL = re.compile(rf"^\W*(?:kept )?(?:until|till|up to|to) {DAY}", re.I)


@rule("retention-over", WARNING, KEPT, "data-uses")
def retention_over(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Records that were to be kept until a day are not listed as kept after it.
    Why: Either they are gone and the page is out of date, or they are still there against what it says.
    How: Take the entry out once they are deleted, or say until when they are kept now and why.
    """
    for way, kept in _kept(filed.record):
        match = _UNTIL.match(kept.keep) if SOME_YEAR.search(kept.keep) else None
        if match and is_past(match, register.today):
            yield Problem(
                way,
                f"“{kept.records}”: the day until which this was to be kept has passed.",
                "Take the entry out once they are deleted, or say until when they are kept now.",
                match[0],
            )


def _kept(use: DataUse) -> Iterator[tuple[tuple[str | int, ...], Retention]]:
    for number, purpose in enumerate(use.purposes):
        for at, kept in enumerate(entries(purpose.retention)):
            yield ("purposes", number, "retention", at, "keep"), kept


_KEEPING = re.compile(
    r"\b(?:we|council|it|they|films?|data|details|records?|information|recordings?|footage|images?|pictures?"
    r"|videos?|answers|files?|notes|forms?|letters?|applications?|accounts?|documents?|logs?|evidence|papers?"
    r"|cases?|bookings?|claims?|complaints?|requests?|reports?|names|entries|everything)\b"
    r"(?: \w+){0,6}? (?:keeps?|kept|holds?|held|retains?|retained|stores?|stored|wipes?|wiped|deletes?"
    r"|deleted|overwrit(?:es?|ten)|shreds?|shredded|purged?|archived?|stays?|remains?"
    r"|destroys?|destroyed|erases?|erased|disposed? of)\b(?P<gap>[^.;]{0,60}?)"
    r"\b(?:(?:for|after|within|up to)(?: up to| a (?:maximum|minimum|period|total) of| at least| at most"
    rf"| another| a further| about| around)? |(?=[\w-]+ \w+ (?:after|later)\b)){_TIME}\b",
    re.I,
)
_ANY_TIME = re.compile(rf"\b{_TIME}\b", re.I)
_OTHERS = re.compile(
    r"\b(?:lost property|closed|open|shut|locked|not|never|before(?! (?:it|they|we|being)\b[^.;]*(?:wip"
    r"|delet|destroy"
    r"|eras|overwrit))|was|were|used to|until then|old|formerly|earlier"
    r"|backups?|company|they|their|its"
    r"|NHS"
    r"|bank|police|if|request|ask|object|withdraw\w*|unsubscribe|opt\w*|you tell|cookies?|visit"
    r"|hear|times? (?:is|are) (?:up|over)"
    r"|(?:time|period)s?(?: \w+){0,3} (?:ends?|ended|is over|are over|has passed|runs? out|has run out))\b",
    re.I,
)


_RECORDS = re.compile(
    r"^\W*(?:it|them|this|these|those|everything|all|on to)\b|^\W*$"
    r"|\b(?:data|details|information|records?|recordings?|films?|footage|videos?|images?|pictures?|photos?"
    r"|answers?|files?|notes?|forms?|papers?|documents?|letters?|e-?mails?|messages?|calls?|copy|copies"
    r"|applications?|accounts?|names?|address(?:es)?|numbers?|reports?|cases?|complaints?|claims?|logs?"
    r"|evidence|results?|history|lists?|entr(?:y|ies)|bookings?|loans?|assessments?|plans?|statements?"
    r"|requests?|what)\b",
    re.I,
)
"""What is kept, where it is data: it, the file, your answers; no place, no post and no meeting."""


_ROUGHLY = re.compile(r"\b(?:a|one|each|every|per|that) (?:day|week|month|year)\b", re.I)
"""A time in a reason that is no time for keeping: "Most crimes are reported within a month"."""


@rule("claimed-retention", WARNING, KEPT, "data-uses")
def claimed_retention(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A text of a notice gives no other time for keeping records than its `retention` fields.
    Why: With "28 days" at the top and "31 days" below, one of two answers is wrong.
    How: Correct the words or the field; best, leave the time to the field.
    """
    told = (f"{kept.keep}; {_ROUGHLY.sub('', kept.why or '')}" for _, kept in _kept(filed.record))
    times = {time for words in told for time in _times(words)}
    if not times:
        return
    for text, sentence in sentences_of(filed, register, ("hour", "day", "week", "month", "year")):
        match = _KEEPING.search(sentence.text) if "retention" not in text.field else None
        if match and _is_claim(match, sentence.text) and not _is_told(match[0], times):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `retention` gives no such time for any records here.",
                "Correct the words or the field; best, leave the time to the field.",
                match[0],
            )


_AND_THEN = re.compile(
    r",? ?\b(?:before|and then|then|until|after which) (?:it|they|we)\b[^.;]*?\b(?:wip|delet|destroy|eras"
    r"|overwrit)\w*",
    re.I,
)
"""What happens at the end of the time: it says nothing of another time or of others."""


def _is_claim(match: re.Match[str], sentence: str) -> bool:
    """Whether the words are about records of this data use."""
    by_someone = re.match(r"(?:we|council|it|they)\b", match[0], re.I)
    return not _OTHERS.search(_AND_THEN.sub("", sentence)) and not (
        by_someone and not _RECORDS.search(match["gap"])
    )


def _is_told(words: str, times: set[tuple[bool, float]]) -> bool:
    return any(_are_same(said, told) for said in _times(words) for told in times)


def _times(said: str) -> Iterator[tuple[bool, float]]:
    """Times, each with whether it is counted in months or years, and how many days it is."""
    for match in _ANY_TIME.finditer(said):
        word, unit = match["number"].lower(), match["unit"].lower()
        number = _NUMBERS.get(word) or (1 if word in ("a", "an") else int(word))
        yield unit in ("month", "year"), round(number * _DAYS[unit], 1)


def _are_same(one: tuple[bool, float], other: tuple[bool, float]) -> bool:
    """Whether two times are alike; "a month" and "31 days" are, "28 days" and "31 days" are not."""
    return one == other or (abs(one[1] - other[1]) <= max(2, one[1] / 50) and (one[0] or other[0]))
