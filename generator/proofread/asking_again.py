"""How often people may ask for their own data, and by which law."""

from __future__ import annotations

import re

from generator.proofread.asking import ASKED_FOR, FREE_TO_CHOOSE, may_ask
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import PublishedText

_ONLY_ONCE = on_demand(
    r"\b(?:only|just) (?:have to |need to |will |can )?(?:answer|accept|deal with|make|take|ask"
    r"|send)\b[^.;]{0,50}?\b(?:one|once|1)\b[^.;]{0,50}?\b(?:a|per|each|every"
    r"|in any)\b ?(?:\w+ )?(?:years?|months?)\b|\b(?:only one|no more than one"
    r"|one) (?:\w+ ){0,2}?requests? [^.;]{0,30}?\b(?:a|per|each|every|in any) (?:\w+ )?(?:years?"
    r"|months?)\b|\bmore than once (?:in |per |every |each )?(?:an? |any |the )?(?:\w+ )?(?:year|month)\b"
    r"[^.;]{0,50}?\b(?:refuse\w*|reject\w*|(?:not|cannot) (?:be )?(?:answer|consider|accept)\w*)\b",
    re.I,
)
_ONLY_ONCE_PARTS = ("year", "month")


@rule(
    "request-at-any-time",
    WARNING,
    "UK GDPR Articles 12(5) and 15, recital 63",
    "texts",
    _ONLY_ONCE_PARTS,
)
def request_at_any_time(text: PublishedText) -> Problems:
    """
    What: No text counts how often people may ask for their data.
    Why: They can ask again when they have reason to; only a request that is plainly excessive can be refused.
    How: Take the limit out; say at most that excessive requests can be refused, with reasons.
    """
    for match in said(text, _ONLY_ONCE, FREE_TO_CHOOSE, _ONLY_ONCE_PARTS) if may_ask(text) else ():
        if ASKED_FOR.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}”: people can ask for their data when they have reason to.",
                "Take the limit out; only a plainly excessive request can be refused.",
                match[0],
            )


_ACT = r"(?:freedom of information|FOIA?)(?: act)?(?: \d{4})?\b(?! \(Scotland\))"
_OWN = (
    r"(?:your (?:own )?(?:personal )?(?:data|information|records?|file|details)|(?:hold|held|have|keep"
    r"|kept|know) (?:about|on) you(?:rself)?|personal (?:data|information) (?:about|on) you)\b"
)
_BY_FREEDOM = on_demand(
    r"\b(?:see|get|obtain|ask(?:ing)? for|request\w*|access|copy of|have)\b"
    rf"[^.;]{{0,40}}?\b{_OWN}[^.;]{{0,30}}?\b(?:under|through|by|via|with|using)\b[^.;]{{0,30}}?\b{_ACT}"
    rf"|\b{_ACT} requests?\b[^.;]{{0,20}}? (?:to|for|about)\b[^.;]{{0,40}}?\b{_OWN}",
    re.I,
)
_BOTH = on_demand(
    r"\b(?:not|never|no|nor|unlike|instead|rather|different|separate\w*|but|while|whereas|or|and"
    r"|data protection"
    r"|UK GDPR|subject access|release\w*|disclos\w+|publish\w*|remov\w+|black\w* out|anonym\w+)\b|n['’]t\b",
    re.I,
)
_BY_FREEDOM_PARTS = ("reedom", "FOI")


@rule(
    "own-data-by-data-law",
    WARNING,
    "UK GDPR Article 15; FOIA 2000 s.40(1)",
    "texts",
    _BY_FREEDOM_PARTS,
)
def own_data_by_data_law(text: PublishedText) -> Problems:
    """
    What: No text sends people who want their own data to the Freedom of Information Act.
    Why: One's own data is exempt from that Act; the right of access gives more, and sooner.
    How: Name the right of access under the UK GDPR.
    """
    for match in said(text, _BY_FREEDOM, None, _BY_FREEDOM_PARTS):
        if not _BOTH.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}”: people get their own data under the UK GDPR, and not under this Act.",
                "Name the right of access under the UK GDPR.",
                match[0],
            )
