"""Agreement that nobody gave: words that take use of a site or a service, or silence, for consent."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import OF_OTHERS
from generator.proofread.texts import PublishedText
from generator.proofread.word_parts import Parts

Patterns = tuple[tuple[re.Pattern[str], Parts], ...]
"""Patterns, each with the letters of which some stand wherever it fits."""

CONSENT = "UK GDPR Articles 4(11) and 7; PECR 2003, regulation 6"
_AGREE = r"(?:agree(?:ing)?|consent(?:ing)?|accept(?:ing)?|give us (?:your )?(?:consent|permission))"
_YOU_AGREE = rf"you (?:are |also |hereby |thereby |automatically |will be )*{_AGREE}\b"
_PLACE = (
    r"(?:site|website|web ?page|page|portal|app|application|service|platform|wi-?fi|building|centre"
    r"|library)"
)
_BY_USE = tuple(
    on_demand(pattern, re.I)
    for pattern in (
        (
            r"\b(?:by|in) (?:using|continuing|carrying on|visiting|browsing|accessing|entering|connecting"
            r"|staying|remaining|reading|opening|watching|clicking"
            rf"|scrolling|navigating|closing|dismissing"
            rf"|ignoring)\b[^.;!?]{{0,70}}?\b{_YOU_AGREE}[^.;!?]{{0,80}}"
        ),
        (
            rf"\b(?:(?:continu\w+|your|further|any|the) )?(?:to )?us(?:e|ing|age)(?: of)? (?:this|our"
            rf"|the) {_PLACE}s? (?:means|implies"
            r"|constitutes|signifies|indicates|shows|counts as|is taken as|is deemed)[^.;!?]{0,80}"
        ),
        (
            rf"\bif you (?:continue|carry on|stay|keep|go on)\b[^.;!?]{{0,60}}?(?:we(?:['’]ll"
            rf"| will)? (?:assume|take it|presume)"
            rf"[^.;!?]{{0,40}}(?:agree|consent|accept|happy)|\b{_YOU_AGREE})[^.;!?]{{0,60}}"
        ),
        (
            r"\byou(?:r consent)? (?:(?:are|is|will be|shall be) )(?:deemed|taken|assumed|presumed"
            r"|considered) to have"
            r" (?:been )?(?:given|agreed|consented|accepted|given (?:your )?consent)[^.;!?]{0,40}"
        ),
        (
            r"\byou (?:are|will be|shall be) (?:deemed|taken|assumed|presumed) to (?:consent"
            r"|agree)\b[^.;!?]{0,60}"
        ),
        (
            r"\bwe (?:will |shall )?(?:take|treat|regard|see|count|read) (?:your|any|the)[^.;!?]{0,40}?"
            r"\b(?:use|using|visit|silence|browsing)\b[^.;!?]{0,30}? as"
            r" (?:your |a )?(?:consent|agreement|acceptance)"
        ),
        r"\bsilence (?:is|means|counts as|will be taken as|gives) (?:your )?(?:consent|agreement)",
    )
)
_DOING = (
    r"(?:\b(?:connect|hand|send|submit|return|complet|fill|apply|register|join|attend|enter|log|call|visit"
    r"|brows|us|continu|stay|pay|order|download|open|creat|provid|supply|giv|mak|receiv|tak)ing\b"
    r"|\b(?:submission|completion|return|receipt|use|provision|attendance) (?:of|at)\b)"
)
"""What people do to get a service, and by which they agree to nothing."""

_BY_DOING = on_demand(
    rf"{_DOING}[^.;!?]{{0,60}}?\b(?:counts? as|signif(?:y|ies)|means|constitutes?|amounts? to"
    r"|indicates?|implies|(?:is|are|(?:shall|will|may) be) (?:taken|treated|regarded|seen|read|deemed"
    r"|construed|understood|interpreted)(?: as| to be| to mean)?)\b[^.;!?]{0,30}?"
    r"\b(?:agreement|consent|acceptance|permission|you (?:agree|accept|consent))\b[^.;!?]{0,60}",
    re.I,
)
_TAKES_AS = (
    *("unt as", "unts as", "ignif", "onstitut", "mount", "ndicat", "mplies", "deemed", "onstrued"),
    *("taken", "treated", "regarded", "seen as", "read as", "nderstood", "nterpreted", " means"),
)
"""Some of these stand in every text that takes what people do for agreement."""

_ASSUMED = tuple(
    on_demand(pattern, re.I)
    for pattern in (
        (
            r"\bby (?:participating|answering|replying|responding|filling in|uploading|booking"
            r"|taking part|going|coming|entering|living|moving|driving|parking"
            r"|walking|taking|accepting|calling|ringing|asking|submitting|completing|sending|returning"
            r"|signing|registering|applying|providing|giving|supplying|joining|enrolling|subscribing"
            r"|attending|paying"
            rf"|contacting|ordering|booking)\b[^.;!?]{{0,70}}?\b(?:{_YOU_AGREE}|you (?:are "
            rf"|will (?:\w+ ){{0,4}}?be )?giv(?:e|ing)"
            r" (?:us )?(?:your )?(?:consent|permission|agreement))[^.;!?]{0,80}"
        ),
        (
            r"\b(?:when|if|once|as soon as|whenever) you (?:send|submit|fill in|complete|return|use|apply"
            r"|register|attend|book|contact|call|ring|write|enter|order|pay|give us|provide|tell us|ask"
            r"|sign up|join|subscribe|open|download|log in|sign)"
            rf"\b[^.;!?]{{0,60}}?\b{_YOU_AGREE}[^.;!?]{{0,80}}"
        ),
        (
            rf"\b{_YOU_AGREE}[^.;!?]{{0,40}}? (?:simply |merely )?by (?:entering|using|visiting|attending"
            rf"|joining|applying"
            r"|paying|calling|contacting|submitting|registering|booking|staying|taking part"
            r"|continuing)\b[^.;!?]{0,60}"
        ),
        (
            r"\b(?:otherwise|if not),? we (?:will |shall )?(?:assume|presume|take it)[^.;!?]{0,60}"
            r"|\bunless (?:we hear|you (?:reply|respond|contact)|you (?:tell|inform|notify|let|ask|opt"
            r"|object|say|write))\b[^.;!?]{0,60}?\bwe (?:(?:will|shall) )?(?:assume|presume|take it"
            r"|treat)[^.;!?]{0,60}"
        ),
        (
            r"\b(?:we|it) (?:(?:will|shall) (?:be )?)?(?:assumed?|presumed?"
            r"|take it)(?: that)? you (?:agree|consent|are (?:happy|content)"
            r"|have (?:agreed|consented)|do not (?:mind|object))[^.;!?]{0,40}"
        ),
        (
            r"\bif you (?:do nothing|take no action|say nothing)\b[^.;!?]{0,60}?\b(?:you (?:agree|consent"
            r"|are happy)|your (?:agreement|consent))\b"
        ),
        (
            r"\bif you do not (?:reply|respond|answer|object|opt out|hear)\b[^.;!?]{0,60}?\b(?:(?:have"
            r"|be) (?:agreed|consented)|you (?:agree|consent)|your (?:agreement|consent))\b"
        ),
        (
            r"\bif (?:we|you) (?:do not|don't|have not) (?:hear|receive|get|have|reply|respond|tick|untick"
            r"|return|complete|tell us|opt out|answer)\b[^.;!?]{0,60}?\b(?:assume|presume|take it"
            r"|treat)[^.;!?]{0,40}?(?:agree|consent|happy|content|mind|like|want|wish"
            r"|object)\w*[^.;!?]{0,40}"
        ),
        (
            r"\b(?:use of|using|completing|completion of|submitting|attending|attendance at) (?:the|this"
            r"|our|these)\b[^.;!?]{0,40}? (?:will be|is|shall be|are) (?:taken|treated|regarded|deemed"
            r"|seen|read) (?:as|to be|to mean)[^.;!?]{0,30}?\b(?:consent|agree)\w*[^.;!?]{0,40}"
        ),
        (
            rf"\b(?:us(?:e|ing|age)|brows(?:e|ing)|visit(?:ing)?)(?: of)? (?:this|our|the) {_PLACE}s? means"
            r" (?:that )?you(?:['’]re| are) (?:happy|content|fine)[^.;!?]{0,50}"
        ),
        (
            r"\bif you (?:are (?:not|un) ?happy|do not (?:agree|accept|consent)|object)\b[^.;!?]{0,40}?"
            r"\b(?:you should|please|you must|you need to|then|just)\b[^.;!?]{0,20}?\b(?:not use|leave"
            r"|stop using"
            rf"|do not use|close|not visit) (?:this|our|the) {_PLACE}[^.;!?]{{0,60}}"
        ),
        (
            r"\bun-?tick (?:the|this) box\b[^.;!?]{0,60}|\b(?:box|boxes|option)(?: [^.;,]{0,30}?)? (?:is|are"
            r"|has been"
            r"|have been|comes?) (?:(?:already |pre-?)ticked|(?:ticked|completed) (?:for you|by default"
            r"|in advance|on your behalf))\b[^.!?]{0,60}|\bpre-?ticked (?:box|boxes|consent)\b"
        ),
        (
            r"\bfail(?:ure|ing) to (?:opt out|reply|respond|return|object|tick|tell|complete|answer)\b"
            r"(?:(?!\bnot\b|\bnever\b|n['’]t\b)[^.;!?]){0,60}?\b(?:regarded|taken|treated|deemed"
            r"|considered|read"
            r"|construed)"
            r" (?:as|to be)\b[^.;!?]{0,30}?\b(?:consent|agree\w*)\b[^.;!?]{0,40}"
        ),
    )
)
_BY_DEFAULT = on_demand(
    r"\btick (?:the|this) box (?:only )?if you (?:do not|don['’]t|would (?:rather|prefer) not"
    r"|object)\b[^.;!?]{0,60}|\b(?:we|it|they) (?:will |shall |may |also )*(?:send|e-?mail|text|call|add"
    r"|contact) you\b[^.;!?]{0,60}?\bunless you (?:tell|opt|object|unsubscribe|say|ask"
    r"|write)\b[^.;!?]{0,40}",
    re.I,
)
"""News for everybody who does not object: a box to tick against it, or a letter that says no."""
_HINTS = ("ick the box", "ick this box", "nless you")
_DATA = on_demand(
    r"do nothing|answers|record|can use|may use|ticked|data|information|details|cookie|privacy|process"
    r"|shar|stor|contact|consent|photo|image|film|hear from|write to you|notice|news|e-?mail|market",
    re.I,
)
_OF_DATA = on_demand(r"data|information|privacy|cookie")
_THEM = on_demand(r"\b(?:them|it|this|these)(?: us(?:e|age))?\W*$|^(?:otherwise|if not)\b", re.I)
"""What is agreed to was named before: "Our site uses cookies. By staying on it you accept them."""
_ONLY_TERMS = on_demand(
    rf"{_AGREE} (?:to |with )?(?:the |our |these |its |all )*(?:terms|rules|conditions|acceptable)", re.I
)
_DENIED = on_demand(
    r"\b(?:not|never|no|nobody|none|cannot|without|against|wrong|instead of)\b|n['’]t\b|[“\"‘]", re.I
)
_DENIED_AFTER = on_demand(
    r"^[^.;!?]{0,50}?\b(?:(?:is|are|was|were|can|could|would) (?:not|never)|cannot|isn['’]t|aren['’]t"
    r"|(?:do|does) not (?:count|amount|mean)|do(?:es)?n['’]t (?:count|amount|mean))\b"
    r"[^.;!?]{0,30}?\b(?:consent|agree\w*|valid|lawful|enough|allowed|used|count|amount|mean)\b",
    re.I,
)
"""What denies it afterwards: "Silence, pre-ticked boxes or inactivity are not consent"."""

_CONDITION = on_demand(r"\b(?:if|unless|when|where) you\b[^,;]*,? $", re.I)
"""What people do or leave, right before what is taken for agreement: "If you do not accept this, we …"."""
_AGREES = (
    *("gree", "onsent", "ccept", "ermission", "taken as", "ticked", "tick th", "sume", "take it"),
    *("u are happy", "re happy", "ot happy"),
)
"""Letters of which some stand wherever people agree, or are taken to."""


@rule("agreement-by-use", ERROR, CONSENT, "texts", _AGREES)
def agreement_by_use(text: PublishedText) -> Problems:
    """
    What: No text takes the use of a site or service, or silence, for agreement.
    Why: Consent is a clear act of choice. Reading on, or using a service, is none, so there is no consent.
    How: Ask, with a yes and a no that are alike; or rely on another basis and say which.
    """
    yield from _found(text, _alike(_BY_USE), "takes use, or silence, for agreement")


@rule("consent-assumed", WARNING, CONSENT, "texts", (*_AGREES, *_HINTS))
def consent_assumed(text: PublishedText) -> Problems:
    """
    What: No text makes consent part of sending a form, or takes a missing answer or a ticked box for it.
    Why: Consent is given by itself, for one purpose at a time, and is as easy to refuse as to give.
    How: Ask for it in a question of its own; or, where another basis holds, do not speak of agreeing.
    """
    patterns = *_alike(_ASSUMED), (_BY_DOING, _TAKES_AS), (_BY_DEFAULT, _HINTS)
    yield from _found(text, patterns, "takes for granted that people agree")


def _alike(patterns: Iterable[re.Pattern[str]]) -> Patterns:
    return tuple((pattern, _AGREES) for pattern in patterns)


def _found(text: PublishedText, patterns: Patterns, what: str) -> Problems:
    for at, sentence in enumerate(text.statements if text.is_english else ()):
        for match in filter(None, (sentence.search(pattern, parts) for pattern, parts in patterns)):
            terms = _ONLY_TERMS.search(match[0]) and not _OF_DATA.search(match[0])
            before = _CONDITION.sub("", match.string[: match.start()])
            others = OF_OTHERS.search(before) or _DENIED_AFTER.search(match.string[match.end() :])
            told = (*(s.text for s in text.statements[:at]), match.string[: match.end()])
            about = " ".join(told) if _THEM.search(match[0]) else match[0]
            if _DATA.search(about) and not (terms or others or _DENIED.search(before)):
                yield Problem(
                    text.field,
                    f"“{match[0].strip()}” {what}.",
                    "Ask people in a question of its own, or say on which other basis you use their data.",
                    " ".join(match[0].split()[:8]),
                )
                return
