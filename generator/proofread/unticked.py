"""Consent that is taken from silence, or from boxes that are ticked already."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.said import said
from generator.proofread.texts import PublishedText

_TICKED = re.compile(
    r"\b(?:unless|until) (?:you|they|people|members|parents|users) (?:un-?tick|uncheck|clear|remove"
    r" the tick from) (?:the|this"
    r"|that|a|our) (?:\w+ )?(?:box|option)\b|\b(?:box|boxes|option|consent)(?: \w+){0,4}? (?:is|are"
    r"|comes?|will be) (?:already"
    r" |pre-?)(?:ticked|checked|selected|filled)\b|\bpre-?(?:ticked|checked|selected) (?:box|boxes"
    r"|consent|option)\b|\b(?:(?:if"
    r"|unless) (?:you|they|we) (?:say nothing|do not reply|do not hear|hear nothing|hear otherwise"
    r"|tell us otherwise|object)"
    r"|silence|(?:a )?failure to (?:reply|respond|object|answer))\b[^.;]{0,40}?\b(?:(?:is|will be|are)"
    r" (?:taken|treated|deemed"
    r"|regarded|counted) (?:as|to)|counts as|means|amounts to|implies) (?:\w+ ){0,3}?(?:consent"
    r"|agreement|you agree"
    r"|acceptance)\b|\b(?:session|screen|mouse|key)[ -]?(?:replay|recording|tracking"
    r"|logging)\b[^.;]{0,80}?\bwithout (?:your"
    r" |asking for )?(?:consent|permission|asking)\b",
    re.I,
)
_NOT_SO = re.compile(
    r"\b(?:not|never|no|nobody|neither|myth|wrong|must not|cannot)\b(?! (?:reply|respond|hear|object))|\?",
    re.I,
)
_PARTS = (
    *(
        "tick",
        "check",
        "box",
        "ilence",
        "nothing",
        "otherwise",
        "ailure",
        "reply",
        "hear",
        "object",
        "replay",
    ),
    *("track", "cording", "logging", "clear", "selected"),
)


@rule(
    "consent-not-preticked",
    WARNING,
    "UK GDPR Article 4(11) and recital 32; PECR 2003, regulation 6",
    "texts",
    _PARTS,
)
def consent_not_preticked(text: PublishedText) -> Problems:
    """
    What: No text takes consent from a box that is ticked already, or from silence.
    Why: Consent is a clear act of people's own; what they did not do is none.
    How: Leave the box empty, and write "Tick the box if you want our news".
    """
    for match in said(text, _TICKED, None, _PARTS):
        if not _NOT_SO.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}”: silence and ticked boxes are no consent.",
                "Leave the box empty, and say how people say yes.",
                " ".join(match[0].split()[:8]),
            )
