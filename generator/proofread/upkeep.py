"""Whether a record is kept up: how far apart its checks are, what has ended, what its changes say."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.model.life_cycle import Stage
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.days import DAY, is_past
from generator.proofread.life_cycle import UPKEEP
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import DIGITS, PublishedText

LONGEST = timedelta(days=3 * 366)
"""How far apart two checks may be: three years at most, and yearly is usual."""

LONGEST_ACCEPTED = timedelta(days=2 * 366)
"""How far ahead a finding may be accepted."""


@rule("review-interval", WARNING, UPKEEP, "records")
def review_interval(filed: Filed[Record]) -> Problems:
    """
    What: A record is checked at least every three years.
    Why: Law, bodies and systems change faster than that; what nobody looks at for years is no longer true.
    How: Set an earlier `review_due`. Once a year is usual.
    """
    record = filed.record
    if record.reviewed and record.review_due and record.review_due - record.reviewed > LONGEST:
        years = (record.review_due - record.reviewed).days // 365
        yield Problem(
            ("review_due",),
            f"This page is checked again only after {years} years.",
            "Set an earlier day; once a year is usual.",
        )


@rule("ended-page", WARNING, UPKEEP, "records")
def ended_page(filed: Filed[Record]) -> Problems:
    """
    What: A page that is past its last day is withdrawn, or holds for longer.
    Why: It stays on the site and tells readers that it no longer holds, but not what holds instead.
    How: Write `status: withdrawn` with `withdrawn_because`, or set another `expires_on`.
    """
    if filed.stage is Stage.EXPIRED:
        yield Problem(
            ("expires_on",),
            f"This page held until {filed.record.expires_on} only.",
            "Withdraw it and say why, or set another day.",
        )


@rule("accepted-too-long", WARNING, "Accepted findings have an end", "records")
def accepted_too_long(filed: Filed[Record], register: Register) -> Problems:
    """
    What: A finding is accepted for two years at most.
    Why: What is accepted for ever is a rule switched off, and nobody decides again.
    How: Set an earlier day in `until`.
    """
    for number, accepted in enumerate(filed.record.accepted):
        if accepted.until - register.today > LONGEST_ACCEPTED:
            yield Problem(
                ("accepted", number, "until"),
                f"The finding `{accepted.rule}` is accepted until {accepted.until}, which is very far off.",
                "Set a day within two years.",
            )


_SAYS_NOTHING = on_demand(
    r"(?:(?:minor|small|various|general|some|routine|annual|yearly|regular|other) )*(?:updat(?:e|es|ed"
    r"|ing)|changes?|changed|amend(?:ments?|ed)|edit(?:s|ed)?|corrections?|revis(?:ed|ions?)"
    r"|tidy(?:ing)?(?: up)?|review(?:ed)?|tweaks?|improvements?|content update)(?: (?:made"
    r"|to (?:the )?(?:text|page|notice|wording)))?[.!]?",
    re.I,
)


@rule("change-says-what", WARNING, "UK GDPR Article 5(1)(a), 13(3) and 14(4)", "records")
def change_says_what(filed: Filed[Record]) -> Problems:
    """
    What: The note of a change says what changed for people.
    Why: "Minor updates" leaves readers to compare two versions by themselves.
    How: Write for example "We now delete medical evidence after 12 months. Before, it was 6 years".
    """
    for number, change in enumerate(filed.record.changes):
        if change.what and _SAYS_NOTHING.fullmatch(change.what.strip()):
            yield Problem(
                ("changes", number, "what"),
                f"“{change.what.strip()}” does not say what changed.",
                "Say what is different for people now, and what it was before.",
            )


_TYPED_DATE = on_demand(
    rf"\b(?P<label>(?:last |date |page )?(?:updated|reviewed|modified|revised|amended)|(?:last"
    rf"|date of(?: last)?) (?:update|review)|version(?: \d[\d.]*)?)(?: on| in|:| -| –|,)* {DAY}",
    re.I,
)
_STARTS = on_demand(
    r"(?:^|[.!?(|*\n] ?|\b(?:this|our|these|the) (?:\w+ )?(?:page|notice|policy|statement|document"
    r"|policie)s?\b[^.;]{0,40}? (?:was|were) )\s*$",
    re.I,
)


@rule("typed-review-date", WARNING, "UK GDPR Article 5(1)(d); one place for each fact", "texts", DIGITS)
def typed_review_date(text: PublishedText, register: Register) -> Problems:
    """
    What: No text carries a typed "last updated" date.
    Why: The page shows by itself when it was last checked. A typed date goes stale and contradicts it.
    How: Take it out, and set `reviewed`.
    """
    if not text.is_english or text.name in ("changes", "value") or "changes" in text.field:
        return
    for match in _TYPED_DATE.finditer(text.line):
        if is_past(match, register.today) and _STARTS.search(text.line[: match.start()]):
            yield Problem(
                text.field,
                f"“{match[0]}” is typed into the text, and the page shows its own date.",
                "Take it out, and set `reviewed`.",
                match[0],
            )
