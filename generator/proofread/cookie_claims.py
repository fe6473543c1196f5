"""What texts claim of this site's own cookies, held against what site.yaml declares."""

from __future__ import annotations

import re

from generator.model.register import Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.cookie_words import PECR
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.said import main_clause, said
from generator.proofread.texts import ON_COOKIES, PublishedText

_HERE = r"(?:this|our|the|these) (?:\w+ )?(?:site|website|web ?pages|pages)"
_NONE = on_demand(
    rf"\b{_HERE} (?:sets?|uses?|stores?|places?|keeps?|has|have|leaves?|needs?) no (?:\w+ )?cookies?\b"
    rf"|\b(?:we|{_HERE}) (?:do not|does not|don['’]t|doesn['’]t|never) (?:set|use|store|place|keep"
    rf"|leave) (?:any )?"
    r"cookies?\b(?! (?:to|for|that|until|unless|before|without|from))"
    rf"|\bthere are no cookies (?:on|in) {_HERE}\b",
    re.I,
)
_UNTIL = on_demand(
    r"\b(?:until|unless|before|without|if you|other than|except|apart from|only|newsletters?|e-?mails?|shop"
    r"|if not)\b",
    re.I,
)
_TOOLS = (
    *("Google Analytics", "Google Tag Manager", "Hotjar", "Matomo", "Piwik", "Plausible"),
    *("Microsoft Clarity", "Facebook Pixel", "Meta Pixel", "Adobe Analytics", "Siteimprove", "Crazy Egg"),
    *("Mouseflow", "Fathom Analytics", "Cloudflare Web Analytics", "Silktide", "Monsido"),
    *("LinkedIn Insight", "DoubleClick", "Google Ads", "AddThis"),
)
_USED = on_demand(
    rf"\b(?:we|{_HERE}|it|the council) (?:also |currently )?(?:use|uses|run|runs|employ|employs|rely on"
    rf"|relies on|work with|count visits with"
    rf"|measure \w+ with)\b[^.;]{{0,60}}?\b(?P<tool>{'|'.join(map(re.escape, _TOOLS))})\b"
    rf"|\b(?P<sets>{'|'.join(map(re.escape, _TOOLS))}) (?:sets?|uses?|stores?|places?|collects?|counts?"
    rf"|tells us)\b",
    re.I,
)
_ELSEWHERE = on_demand(
    r"n['’]t\b|\b(?:not|never|no|used to|stopped|removed|other (?:site|website)s?|was|were|until|app)\b", re.I
)
_HARMLESS = on_demand(
    r"\bcookies?\b[^.;]{0,80}?\b(?:do not|does not|don['’]t|cannot|can['’]t|never|are not able to"
    r"|not) (?:be used to (?:\w+ )?|\w+ )?identif\w+(?: you| anyone| anybody| people| individuals"
    r"| visitors| a person)?|\bcookies?\b[^.;]{0,40}?\b(?:are|is|remain) (?:\w+ )?(?:anonymous|anonymised"
    r"|harmless|not personal)\b|\b(?:anonymous|anonymised|harmless|non-identifying) cookies?\b",
    re.I,
)


@once
def _declared(register: Register) -> str:
    """Every service that site.yaml declares, by name and provider."""
    services = (s for group in register.site.cookies.groups for s in group.services)
    return " ".join(f"{s.name} {s.provider or ''} {s.set_by}" for s in services).replace("-", " ").lower()


_NO_COUNTER = on_demand(
    r"\b(?:we|(?:this|our) (?:site|website)) (?:do(?:es)? not|don['’]t|never) (?:use|run|have"
    r"|contain) (?:any )?(?:\w+ )?(?:analytics|tracking|trackers|counters)\b(?! (?:of|from|by|for) )"
    r"|\bno (?:analytics|tracking|trackers) (?:is|are|on)\b",
    re.I,
)
_OF_A_KIND = on_demand(r",? (?:that|which|to|for|from|of) ", re.I)
"""What narrows the cookies of which a text speaks: "no cookies that follow you"."""


@rule("cookies-denied", WARNING, PECR, "texts", ON_COOKIES)
def cookies_denied(text: PublishedText, register: Register) -> Problems:
    """
    What: No text says that this site keeps no cookies where site.yaml declares some.
    Why: People must be told clearly what is kept on their device; here one of two answers is wrong.
    How: Take the sentence out: the cookies page is made from site.yaml and says what is kept.
    """
    groups = register.site.cookies.groups
    denials = said(text, _NONE, _UNTIL, ("ookie",)) if groups else ()
    counting = any(service.provider for group in groups for service in group.services)
    counters = said(text, _NO_COUNTER, _UNTIL, ("nalytics", "rack")) if counting else ()
    for match in (*denials, *counters):
        if _OF_A_KIND.match(match.string[match.end() :]):
            continue
        yield Problem(
            text.field,
            f"“{match[0]}”, but site.yaml declares what is kept on people's devices.",
            "Take it out: the cookies page is made from site.yaml and says what is kept.",
            match[0],
        )


_NO_LEAVE = on_demand(
    r",? (?:and|but|so) (?:we|it|this) (?:do(?:es)? not|don['’]t) (?:need|ask|require)\b.*",
    re.I,
)
"""What is said of consent denies no use: "We use it, and do not need your consent"."""


@rule("counter-declared", WARNING, PECR, "texts", _TOOLS)
def counter_declared(text: PublishedText, register: Register) -> Problems:
    """
    What: A tool for counting or following visitors that a text names is declared in site.yaml.
    Why: What is not declared is neither asked for nor listed on the cookies page, or it is not used at all.
    How: Declare it below `cookies` in site.yaml, or take the sentence out.
    """
    for match in said(text, _USED, None, _TOOLS):
        tool = match["tool"] or match["sets"]
        used = not _ELSEWHERE.search(_NO_LEAVE.sub("", main_clause(match)))
        if used and tool.lower() not in _declared(register):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `cookies` in site.yaml does not declare {tool}.",
                "Declare it below `cookies` in site.yaml, or take the sentence out.",
                match[0],
            )


_HARMLESS_PARTS = ("ookie",)


@rule(
    "cookies-called-harmless",
    WARNING,
    f"{PECR}; ICO: storage and access",
    "texts",
    _HARMLESS_PARTS,
)
def cookies_called_harmless(text: PublishedText) -> Problems:
    """
    What: No text calms people with the claim that cookies are anonymous or do not identify anybody.
    Why: The law holds for all that is kept on a device, whatever it tells; and the claim is seldom true.
    How: Say what is kept, what for, how long and who sees it.
    """
    for match in said(text, _HARMLESS, None, _HARMLESS_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}” is a claim, and the law asks for facts.",
            "Say what is kept, what for, how long and who sees it.",
            match[0],
        )
