"""Times for keeping records that take themselves back, or that other words of a notice take back."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.keeping_words import KEPT, rows
from generator.proofread.on_demand import on_demand
from generator.proofread.said import main_clause, says
from generator.proofread.word_parts import sought

_HEDGED = on_demand(
    r"\b(?:in practice|(?:but|although|though|yet|however|and)\b[^.;]{0,40}?\b(?:often|usually|mostly|most"
    r"|many|some|rarely|never|seldom|not always)\b[^.;]{0,30}?\b(?:delet|destroy|wip|eras|kept|keep|stay"
    r"|remain|longer|gone)\w*|(?:rarely|seldom|never|hardly ever|not always"
    r"|not actually) (?:\w+ )?(?:deleted|destroyed|wiped|erased|removed)|where we remember|if we remember"
    r"|when we get round|when we have time|if time allows|where possible|if possible)\b",
    re.I,
)


@rule("retention-not-hedged", WARNING, KEPT, "data-uses")
def retention_not_hedged(filed: Filed[DataUse]) -> Problems:
    """
    What: How long records are kept is not taken back in the same breath.
    Why: "6 months, although in practice few are deleted" says that the time does not hold.
    How: Delete what is over its time, or give the time that really holds and why.
    """
    for way, kept in rows(filed.record):
        match = says(kept.keep, _HEDGED)
        if match:
            yield Problem(
                way,
                f"“{match[0]}” takes back how long “{kept.records}” are kept.",
                "Delete what is over its time, or give the time that really holds and why.",
                match[0],
            )


_AT_ONCE = on_demand(
    r"\b(?:destroy|delete|wipe|shred|erase|get rid of)(?:s|ed|d)? (?:all (?:of )?)?(?:it|them|everything"
    r"|(?:the|your|their|this) (?:whole |entire )?(?:file|files|records?|data|details|information"
    r"|application|case))\b[^.;]{0,20}?\b(?:as soon as|straight away|straight after|immediately|at once"
    r"|the (?:same|next) day|the moment|once|on the day)\b|\b(?:file|files|records?|data|details"
    r"|information|application|case) (?:is|are) (?:then )?(?:destroyed|deleted|wiped|shredded"
    r"|erased) (?:as soon as|straight away|straight after|immediately|at once|the (?:same|next) day"
    r"|the moment|once)\b",
    re.I,
)
_LONG = on_demand(r"\b(?:years?|months?|birthday|permanent\w*|for good|for ever|archive)\b", re.I)
_SOON = on_demand(
    r"\b(?:hours?|days?|weeks?|at once|immediately|straight|same day|as soon as|wiped|not kept|minutes?"
    r"|until you|until we|while)\b",
    re.I,
)
_OF_PARTS = on_demand(
    r"\b(?:not|never|no|unless|copy|copies|duplicate|draft|scan\w*|if|then|time|period|over|passed"
    r"|years?|months?"
    r"|ask|object|withdraw\w*|consent|unsubscribe|recording|film|footage|photo\w*|card)\b|n['’]t\b|\?",
    re.I,
)
_GOING = sought("estroy", "elete", "wipe", "Wipe", "hred", "rase", "rid of")
_STAYING = sought("keep", "kept", "hold", "held", "store", "retain", "remember", "never ")


@rule("deleted-at-once-fits", WARNING, KEPT, "data-uses")
def deleted_at_once_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words do not have everything deleted at once where all records are kept for months or years.
    Why: Readers believe the short time, and their file is still there years later.
    How: Correct the words or `retention`; best, leave the time to the field.
    """
    kept = [row.keep for _, row in rows(filed.record)]
    if not kept or not all(_LONG.search(keep) and not _SOON.search(keep) for keep in kept):
        return
    for text, sentence in sentences_of(filed, register, _GOING):
        match = sentence.search(_AT_ONCE) if "retention" not in text.field else None
        if match and not sentence.search(_OF_PARTS):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `retention` keeps all records for months or years.",
                "Correct the words or `retention`; best, leave the time to the field.",
                match[0],
            )


_WITHOUT_END = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:\w+ )?(?:keep|hold|store"
    r"|retain)s?\b(?P<what>[^.;]{0,50}?)\b(?:for ever"
    r"|forever|indefinitely|for as long as we (?:like|want|wish|please|see fit|choose)"
    r"|for an unlimited (?:time|period))\b|\b(?:we|the (?:council|authority|service"
    r"|team)) (?:\w+ )?(?:keep|hold|store|retain"
    r"|remember)s? (?P<all>(?:a (?:note|record|list|log|history) of )?(?:every|all|everything"
    r"|each)\b[^.;]{0,40}?) (?:you|they|people) (?:have |had )?ever\b|\b(?:is|are) (?:kept|held|stored"
    r"|retained)\b(?P<kept>[^.;]{0,40}?)\b(?:for ever|forever|permanently|indefinitely|for all time)\b"
    r"|\b(?:we|the (?:council|authority|service|team)) (?:keep|hold|store"
    r"|retain)s?\b(?P<keep>[^.;]{0,40}?)\b(?:permanently"
    r"|for all time)\b|\b(?:we|the (?:council|authority|service|team)) never (?:delete|destroy|wipe|erase"
    r"|throw away)s?\b(?P<never>[^.;]*)",
    re.I,
)
_FOR_GOOD = on_demand(
    r"\b(?:permanent\w*|for good|for ever|forever|indefinite\w*|archive\w*|always|life(?:time)?|never)\b",
    re.I,
)
_NEVER_DELETE = on_demand(r"\bnever(?= (?:delete|destroy|wipe|erase|throw))", re.I)
_NOT_SO = on_demand(
    r"\b(?:not|never|nothing|no|nobody|without|before|until|unless|counts?|totals?|statistics|anonym\w+"
    r"|tables|policy|museum|minutes|index|if|while|during|backups?)\b|n['’]t\b|\?",
    re.I,
)


@rule("kept-without-end-fits", WARNING, KEPT, "data-uses")
def kept_without_end_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words do not have data kept without end where `retention` gives a time for all records.
    Why: Here one of two answers is wrong; and no law lets you keep data for as long as you like.
    How: Correct the words or `retention`; best, leave the time to the field.
    """
    kept = [row.keep for _, row in rows(filed.record)]
    if not kept or any(_FOR_GOOD.search(keep) for keep in kept):
        return
    for text, sentence in sentences_of(filed, register, _STAYING):
        match = sentence.search(_WITHOUT_END) if "retention" not in text.field else None
        if match and not _NOT_SO.search(_NEVER_DELETE.sub("", main_clause(match))):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `retention` gives a time for all records.",
                "Correct the words or `retention`; best, leave the time to the field.",
                match[0],
            )
