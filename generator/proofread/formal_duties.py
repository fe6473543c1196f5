"""Duties that formal sentences drop: reporting breaches, keeping to purposes, shutting out the curious."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problems, rule
from generator.proofread.formal_rights import untrue
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import PublishedText

_BREACH_SILENT = on_demand(
    r"\b(?:breach\w*|leaks?|losses of data)\b[^.;]{0,30}?\b(?:are|is|will|need) not (?:be )?(?:normally "
    r"|usually )?(?:reported|notified|disclosed|told|recorded)\b(?=\W*$| to (?:the|you|anyone|people"
    r"|us)\b(?: (?:regulator|ICO|Information Commission\w*|people|persons?)\b[^.;]{0,20})?\W*$)",
    re.I,
)
_AS_WE_LIKE = on_demand(
    r"\b(?:information|data|details|records?)\b[^.;]{0,60}?\b(?:may|can|will|might) (?:also )?be"
    r" (?:re-?used|used|shared|disclosed|processed)\b[^.;]{0,60}?\b(?:as (?:the council|we) (?:sees?"
    r"|thinks?|considers?) (?:it )?(?:fit|proper|appropriate)|at (?:the council['’]s|our) (?:sole "
    r"|absolute )?discretion|for any (?:other )?(?:purpose|reason))\b|\b(?:change|amend|alter) this"
    r" (?:notice|page|policy)\b[^.;]{0,30}?\bwithout (?:telling|notice|notifying"
    r"|informing)[^.;]{0,40}?\b(?:new|other|any|different) purposes?\b",
    re.I,
)
_OUT_OF_INTEREST = on_demand(
    r"\b(?:staff|officers|employees|councillors|anyone (?:here|in the council))\b[^.;]{0,20}?\b(?:may|can"
    r"|are (?:free|allowed) to|are able to)\b[^.;]{0,20}?\b(?:look (?:at|up)|see|read|open|access|view"
    r"|browse)\b[^.;]{0,50}?\b(?:out of (?:interest|curiosity)|for (?:any|whatever) reason|whenever they"
    r" (?:like|wish)|whether or not they need|without (?:a|any) reason|regardless of (?:their )?(?:role"
    r"|need))",
    re.I,
)
_OPEN_TO_ALL = on_demand(
    r"(?<!not )\b(?:all|any|every|each) (?:employees?|staff|members? of staff|officers?|workers?)(?:"
    r" (?:of|in|at)"
    r" the council)? (?:ha(?:ve|s) access to|can (?:see|open|read|view|access)|may (?:see|open|read|view"
    r"|access)) (?:your|all|any|these|the) (?:\w+ ){0,2}?(?:records?|files?|data|information|details)\b",
    re.I,
)
_AS_LONG_AS_WE_LIKE = on_demand(
    r"\b(?:held|kept|retained|stored)\b[^.;]{0,20}? (?:for )?as long as (?:the (?:council|authority)|we)"
    r" (?:thinks?|sees?|considers?|likes?|wish(?:es)?|deems?|wants?)\b",
    re.I,
)
_NOT_SPECIAL = on_demand(
    r"\b(?:health|medical|ethnic\w*|religious|genetic|biometric|sexual) (?:data|information|records?"
    r"|details) (?:is|are) not (?:classed as |regarded as |treated as )?(?:a |any )?(?:special category"
    r"|special categories|sensitive)\b",
    re.I,
)
_NO_OFFICER = on_demand(
    r"\bno data protection officer (?:has (?:yet )?been|is|was|need be) (?:designated|appointed|named"
    r"|employed|required|needed|in post)\b|\bthe post of data protection officer (?:is|has been) (?:vacant"
    r"|abolished|unfilled|deleted)\b",
    re.I,
)
_AND_NAMED = on_demand(
    r"\banonymi[sz]ed (?:\w+ )?(?:\w+ ){0,2}?(?:containing|including|with|showing|which (?:contain|include"
    r"|show)|that (?:contain|include|show))s? (?:your |the |people['’]s |full )*(?:names?|addresses|NHS"
    r" numbers?|dates? of birth)\b|\banonym(?:ous|i[sz]ed)\b[^.;]{0,40}?\b(?:with|using|by) (?:your|the"
    r"|their) (?:name|NHS number|full address)\b",
    re.I,
)
_DENIED = on_demand(
    r"\b(?:cannot|never|nobody|no one|nothing|without (?:the |any |your )?(?:names?|address\w*)|unless"
    r"|must not|may not|offence|dismiss\w*|removed|not (?:be )?(?:used|re-?used|shared|allowed|contain"
    r"|include|look|open|read|see|access))\b|\?",
    re.I,
)
_OF_OTHERS = on_demand(r"\?|\b(?:schools?|firms?|parish meetings?)\b", re.I)
_NO_RISK = on_demand(r"\b(?:if|where|unless|when|risk|minor|small)\b|\?", re.I)
_DUTIES: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...] = (
    (_BREACH_SILENT, _NO_RISK, "a breach with a risk is reported within 72 hours"),
    (_AS_WE_LIKE, _DENIED, "a new purpose needs a basis, and people are told before it begins"),
    (_OUT_OF_INTEREST, _DENIED, "only those who need a record may open it"),
    (
        _NO_OFFICER,
        on_demand(r"\?|\b(?:schools?|firms?|parish meetings?)\b", re.I),
        "every public authority must have one",
    ),
    (_OPEN_TO_ALL, _DENIED, "only those who need a record may open it"),
    (_AS_LONG_AS_WE_LIKE, _DENIED, "the time follows from the purpose, and people are told it"),
    (_NOT_SPECIAL, _DENIED, "Article 9 names it as a special category"),
    (_AND_NAMED, _DENIED, "what shows a name is not anonymous"),
)
_OF_DUTIES = (
    *("reach", "leak", "losses", "used", "shared", "disclosed", "processed", "purpose", "staff", "Staff"),
    *("fficer", "mployee", "ouncillor", "nyone", "nonym", "as long as", "special", "sensitive", " all "),
    *("All ", "very ", "orker"),
)


@rule(
    "duty-not-dropped",
    WARNING,
    "UK GDPR Articles 5(1)(b) and (f), 13(3), 33 and 37(1)(a)",
    "texts",
    _OF_DUTIES,
)
def duty_not_dropped(text: PublishedText) -> Problems:
    """
    What: No text drops a duty: to report breaches, keep to purposes, name an officer, keep the curious out.
    Why: These duties hold for every council; a notice cannot do away with them.
    How: Take the sentence out, or say what you do to keep the duty.
    """
    for pattern, unless, truth in _DUTIES:
        for match in said(text, pattern, None, _OF_DUTIES):
            if not unless.search(match.string):
                yield untrue(text, match, truth)
