"""Choices that are the person's at any time and without reasons: limits that words put on them."""

from __future__ import annotations

import re

from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.asking import REASON_WANTED
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.choice_words import FREE
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import texts_in

_ONLY_FOR_A_TIME = on_demand(
    r"\b(?:take (?:it|that|this) back|withdraw\w*|change your mind|unsubscribe|opt out|leave it"
    r"|say no)\b[^.;,]{0,20}?"
    r" (?:only )?within \d+ (?:working |calendar )?(?:days?|weeks?|months?|years?)\b"
    r"|\b(?:cannot|can['’]t|may not|not be able to) (?:change|withdraw|take|cancel)\b[^.;]{0,40}?"
    r" (?:for|within|until|before) (?:\d+|one|two|three|six|twelve|a|the (?:next|end))\b",
    re.I,
)
_WITH_REASONS = on_demand(REASON_WANTED, re.I)
_NO_LIMIT = on_demand(
    r"\b(?:not|never|no|nobody|takes? effect|we (?:act|stop|answer|do (?:it|so)))\b|n['’]t\b|\?",
    re.I,
)


@rule("choice-without-limit", WARNING, FREE, "opt-outs")
def choice_without_limit(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: A choice that needs no reasons is not tied to a time, nor to a reason.
    Why: Consent can be withdrawn, and the national choices changed, at any time and without a word on why.
    How: Write "at any time", and "You do not have to give a reason".
    """
    if filed.record.reach == "right-to-object":
        return
    for text in texts_in(register, filed.document.path):
        for pattern, told in (
            (_ONLY_FOR_A_TIME, "a choice is open at any time"),
            (_WITH_REASONS, "no reason is needed"),
        ):
            unless = _NO_LIMIT if pattern is _WITH_REASONS else None
            for match in said(text, pattern, unless) if "changes" not in text.field else ():
                yield Problem(
                    text.field,
                    f"“{match[0]}”: {told}.",
                    "Write “at any time”, and “You do not have to give a reason”.",
                    match[0],
                )


_NO_TIME = on_demand(
    r"\W*(?:(?:when(?:ever)?|once|as soon as) (?:we|the team|somebody|it is|staff) (?:get round|can"
    r"|have (?:the )?time|are able|possible|is able|practicable)\b[^.;]*|as soon as (?:possible"
    r"|practicable|we can)|in due course|shortly|soon|later|eventually|after a while|in time|it (?:varies"
    r"|depends)|varies)\W*",
    re.I,
)


@rule("takes-effect-when", WARNING, FREE, "opt-outs")
def takes_effect_when(filed: Filed[OptOut]) -> Problems:
    """
    What: The page of a choice says from when the choice holds.
    Why: With "as soon as possible" nobody knows from which day they can rely on it, or complain.
    How: Write for example "Within 5 working days after we hear from you".
    """
    first = re.split(r"(?<=[.!?])\s", filed.record.takes_effect or "")[0]
    if first and _NO_TIME.fullmatch(first):
        yield Problem(
            ("takes_effect",),
            f"“{first}” does not say from when the choice holds.",
            "Give a time, for example “Within 5 working days after we hear from you”.",
            first,
        )
