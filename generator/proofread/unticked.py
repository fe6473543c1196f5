"""Consent that is taken from silence, or from boxes that are ticked already."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import PublishedText

_TICKED = on_demand(
    r"\b(?:sent|added|e-?mailed|enrolled|subscribed)\b[^.;]{0,60}?\bwhether or not (?:they|you|people)"
    r" (?:have )?(?:agree[ds]?|consent(?:ed)?|ask(?:ed)?|want(?:ed)?)\b|\b(?:unless|until) (?:you|they"
    r"|people|members|parents|users) (?:un-?tick|uncheck|clear|remove the tick from) (?:the|this|that|a"
    r"|our) (?:\w+ )?(?:box|option)\b|\b(?:box|boxes|option|consent)(?: \w+){0,4}? (?:is|are|comes?|will"
    r" be) (?:already |pre-?)(?:ticked|checked|selected|filled)\b|\bpre-?(?:ticked|checked|selected)"
    r" (?:box|boxes|consent|option)\b|\b(?:(?:if|unless) (?:you|they|we) (?:say nothing|do not reply|do"
    r" not hear|hear nothing|hear otherwise|tell us otherwise|object)|silence|(?:a )?failure to (?:reply"
    r"|respond|object|answer))\b[^.;]{0,40}?\b(?:(?:is|will be|are) (?:taken|treated|deemed|regarded"
    r"|counted) (?:as|to)|counts as|means|amounts to|implies) (?:\w+ ){0,3}?(?:consent|agreement|you agree"
    r"|acceptance)\b|\b(?:session|screen|mouse|key)[ -]?(?:replay|recording|tracking"
    r"|logging)\b[^.;]{0,80}?\bwithout (?:your |asking for )?(?:consent|permission|asking)\b",
    re.I,
)
_NOT_SO = on_demand(
    r"\b(?:(?<!or )not|never|no|nobody|neither|myth|wrong|must not|cannot)\b(?! (?:reply|respond|hear"
    r"|object))|\?",
    re.I,
)
_PARTS = (
    *("tick", "check", "box", "ilence", "nothing", "otherwise", "ailure", "reply", "hear", "object"),
    *("replay", "track", "cording", "logging", "clear", "selected", "whether"),
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
