"""How consent is withdrawn, by the words of a text: as easily as it was given, and at once."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import ON_CONSENT, PublishedText

_ONE_WAY = on_demand(
    r"\b(?:must|have to|need to|can only|may only|should|will need to) (?:write|put (?:it|this|your)"
    r"|complete|fill in|send|apply|visit|come|submit|do (?:so|this))\b[^.;]{0,60}?\bto withdraw\b"
    r"|\b(?:withdraw\w*|withdrawals?)\b[^.;]{0,40}?\b(?:must be|has to be|can only be|have to be"
    r"|only be) (?:made |put |sent |done )?(?:in writing|by (?:\w+ ){0,2}?(?:letter|post)|in person|on (?:our"
    r"|the"
    r"|a) (?:\w+ )?form)\b|\bto withdraw (?:your )?consent,? you (?:must|have to|need to"
    r"|will need to) (?:write|put|complete|fill in|send|apply|visit|come|attend|provide|produce)\b[^.;]*",
    re.I,
)
_SLOWLY = on_demand(
    r"\b(?:it )?takes? (?:us )?(?:up to )?(?:(?:[2-9]\d|1[5-9])(?: working| calendar)? days|(?:[3-9]|three"
    r"|four|six|eight) weeks|(?:a|one|two|three|six|\d) months?)\b[^.;]{0,20}?\bto (?:withdraw"
    r"|process (?:a|your) withdrawal)\b[^.;]*",
    re.I,
)
_OR_ANY = on_demand(
    r"\b(?:or|any way|any other|not|never|no need|e-?mail|telephone|call|ring|online|link|clinical trial"
    r"|planning)\b|n['’]t\b",
    re.I,
)


@rule("withdrawal-told-easy", WARNING, "UK GDPR Article 7(3)", "texts", ON_CONSENT)
def withdrawal_told_easy(text: PublishedText) -> Problems:
    """
    What: No text makes it harder or slower to withdraw consent than to give it.
    Why: The law says that withdrawing must be as easy as giving; a letter is not where a tick was enough.
    How: Name the ways, and say that any other way is as good.
    """
    for match in said(text, _ONE_WAY, _OR_ANY, ("ithdraw",)):
        yield Problem(
            text.field,
            f"“{match[0]}”: withdrawing consent has to be as easy as giving it.",
            "Name the ways, and say that any other way is as good.",
            match[0],
        )
    for match in said(text, _SLOWLY, parts=("ithdraw",)):
        yield Problem(
            text.field,
            f"“{match[0]}”: consent that is withdrawn no longer counts from then on.",
            "Stop without delay, and say so.",
            match[0],
        )
