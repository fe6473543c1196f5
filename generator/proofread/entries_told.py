"""Entries of the reference lists whose fields do not fit together: hours, kinds of bodies, far-off checks."""

from __future__ import annotations

import re
from datetime import timedelta

from generator.model.reference import Checked, Contact, Entry, Organisation
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.life_cycle import UPKEEP
from generator.proofread.on_demand import on_demand

CORRECT = "UK GDPR Article 5(1)(d): accuracy"
LONGEST = timedelta(days=2 * 366)
"""How far a fact may be from its next check: two years at most, and half a year is usual."""

_HOURS = on_demand(
    r"\b(?P<from>\d{1,2})(?:[:.](?P<from_minute>\d\d))? ?(?P<first>am|pm) ?(?:to|until|-|–) ?"
    r"(?P<to>\d{1,2})(?:[:.](?P<to_minute>\d\d))? ?(?P<second>am|pm)\b",
    re.I,
)


@rule("hours-in-order", WARNING, CORRECT, "reference")
def hours_in_order(entry: Entry) -> Problems:
    """
    What: Hours in the day end later than they begin.
    Why: With "9am to 5am" people ring when nobody is there.
    How: Correct the hours, for example "9am to 5pm".
    """
    for match in _HOURS.finditer((entry.hours or "") if isinstance(entry, Contact) else ""):
        begin, end = (
            int(match[hour]) % 12 * 60 + int(match[minute] or 0)
            for hour, minute in (("from", "from_minute"), ("to", "to_minute"))
        )
        if match["first"].lower() == match["second"].lower() and end <= begin:
            yield Problem(
                ("hours",),
                f"“{match[0]}” ends before it begins.",
                "Correct the hours, for example “9am to 5pm”.",
                match[0],
            )


_KINDS = (
    ("nhs", on_demand(r"^NHS\b|\bNHS (?:Foundation )?Trust\b|\bIntegrated Care Board\b|\bGP practices?\b")),
    ("council", on_demand(r"\b(?:County|District|Borough|City|Town|Parish|Metropolitan) Council$")),
    ("police", on_demand(r"\b(?:Police|Constabulary)$")),
    ("university", on_demand(r"^University of\b|\bUniversity$")),
    ("company", on_demand(r"\b(?:Ltd|Limited|plc|PLC|LLP)\.?$")),
    ("court", on_demand(r"\b(?:Magistrates['’] Court|County Court|Crown Court|HM Courts)\b")),
    (
        "government",
        on_demand(
            r"^(?:Department (?:for|of)|Ministry of|HM Treasury|HM Revenue|Home Office|Cabinet Office)"
        ),
    ),
)
"""What kind of body a name tells of; a group of many may have any name, and so may a charity."""
_ANY = ("group", "charity", "other", "school")


@rule("body-kind-fits", WARNING, f"UK GDPR Articles 13(1)(e) and 14(1)(e); {CORRECT}", "reference")
def body_kind_fits(entry: Entry) -> Problems:
    """
    What: The kind of an organisation is the one that its name tells of.
    Why: Pages group recipients by kind; an NHS body among the companies makes people fear a sale.
    How: Correct `kind`.
    """
    if not isinstance(entry, Organisation) or entry.kind in _ANY:
        return
    told = next((kind for kind, pattern in _KINDS if pattern.search(entry.name)), None)
    if told and told != entry.kind:
        yield Problem(
            ("kind",),
            f"“{entry.name}” is called `{entry.kind}`, and the name is that of kind `{told}`.",
            "Correct `kind`.",
        )


@rule("check-soon-enough", WARNING, UPKEEP, "reference")
def check_soon_enough(entry: Checked) -> Problems:
    """
    What: What goes out of date is made sure of at least every two years.
    Why: Numbers, addresses and names change; a check in five years is no check.
    How: Set an earlier `check_by`; half a year is usual.
    """
    checked, by = getattr(entry, "checked", None), getattr(entry, "check_by", None)
    if checked and by and by - checked > LONGEST:
        yield Problem(
            ("check_by",),
            f"Between the check of {checked} and the next one lie more than two years.",
            "Set an earlier day; half a year is usual.",
        )
