"""When a choice begins to hold: days that are over, and waits for something far away."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.days import DAY, is_past
from generator.proofread.keeping_words import rows
from generator.proofread.on_demand import on_demand
from generator.proofread.said import DENIED, parts_of, says
from generator.proofread.spoken import said_in
from generator.proofread.word_parts import sought

_BEGINS = on_demand(
    r"^\W*(?:(?:this|it|your|the) (?:choice )?)?(?:starts? |takes effect |begins? )?"
    rf"(?:by|before|on|not before) {DAY}",
    re.I,
)


@rule("choice-day-to-come", WARNING, "UK GDPR Articles 5(1)(d) and 12(2)", "opt-outs")
def choice_day_to_come(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The day on which a choice takes effect is not one that has passed.
    Why: Who reads it today cannot tell whether the choice holds, or still waits for something.
    How: Say how long it takes from the day on which people choose.
    """
    for part in parts_of(filed.record.takes_effect):
        match = part.search(_BEGINS)
        if match and is_past(match, register.today):
            yield Problem(
                ("takes_effect",),
                f"“{match[0].strip()}” has passed.",
                "Say how long it takes from the day on which people choose.",
                match[0],
            )


_HELD_LATER = on_demand(
    r"\b(?:choices?|opt-?outs?|requests?|objections?|wish(?:es)?) (?:will|can|shall)(?: only| then| be"
    r"| first)* (?:honoured|respected|applied|acted on|followed|count|take effect|recorded|met|carried out"
    r"|hold)\b(?P<when>[^.;]{0,20}?\b(?:once|after|when|as soon as|from|in|not before|only)\b[^.;]*)",
    re.I,
)
_SOMETHING = on_demand(
    r"\b(?:upgrade|new (?:\w+ )?(?:system|software|contract)|migration|next (?:\w+ )?year)\b", re.I
)
_CHOICES = ("hoice", "pt-out", "ptout", "equest", "bjection", "wish")
_YEAR = on_demand(r"\b20\d\d\b")
_HELD_LATER_PARTS = sought("hoice", "pt-out", "ptout", "equest", "bjection", "wish")


@rule("choice-not-put-off", WARNING, "UK GDPR Articles 7(3), 12(3) and 21", "opt-outs")
def choice_not_put_off(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: No choice waits for a new system or a later year before it holds.
    Why: People choose today. Until it holds, their data is used against what they chose.
    How: Carry it out by hand until then, and say so.
    """
    for text, match in said_in(filed, register, _HELD_LATER, DENIED, _HELD_LATER_PARTS):
        later = any(int(year) > register.today.year for year in _YEAR.findall(match["when"]))
        if later or _SOMETHING.search(match["when"]):
            yield Problem(
                text.field,
                f"“{match[0]}”: a choice holds from the time when people make it.",
                "Carry it out by hand until then, and say so.",
                match[0],
            )


_TAKEN_OFF = on_demand(
    r"\b(?:take you off|remove you|stop(?: sending)?|act on it)\b[^.;]{0,20}?\b(?:within|in"
    r"|after) (?:up to )?(?:(?:[2-9]|1\d|2\d|two|three|six|twelve) months|(?:a|one) year|(?:[6-9]|[1-9]\d"
    r"|six|eight) weeks|(?:4\d|[5-9]\d|\d{3}) (?:working )?days)\b",
    re.I,
)


@rule(
    "unsubscribed-promptly", WARNING, "UK GDPR Articles 7(3) and 12(3); PECR 2003, regulation 22", "data-uses"
)
def unsubscribed_promptly(filed: Filed[DataUse]) -> Problems:
    """
    What: Who unsubscribes is taken off a list that rests on consent within days.
    Why: Withdrawing must be as easy as giving consent; from then on there is no basis for the use.
    How: Give a time of days.
    """
    agreed = {n for n, purpose in enumerate(filed.record.purposes) if purpose.lawful_basis == "consent"}
    for way, kept in rows(filed.record):
        match = says(kept.keep, _TAKEN_OFF) if way[1] in agreed else None
        if match:
            yield Problem(
                way,
                f"“{match[0]}”: withdrawing consent takes effect without delay.",
                "Give a time of days.",
                match[0],
            )
