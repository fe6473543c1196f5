"""What texts say of cookies: what is called necessary, and what is kept before anybody agreed."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import ON_COOKIES, PublishedText, holds_any

PECR = "PECR 2003, regulation 6 and Schedule A1"
_COUNTS = (
    r"(?:analytics?|statistics?|tracking|advertising|marketing|advertisement|Google|Facebook|Meta|Hotjar"
    r"|Clarity|Matomo|Adobe|performance|targeting|social media|YouTube|count (?:visit\w*|how many)"
    r"|measure (?:visit\w*|how))"
)
_NECESSARY = (
    r"(?:(?:strictly|absolutely) necessary|(?:are|is|as|all) (?:considered )?(?:necessary|essential"
    r"|required)|essential cookies?|necessary cookies?)"
)
_CALLED = on_demand(
    rf"\b{_COUNTS}\b[^.;]{{0,70}}?\b{_NECESSARY}\b|\b{_NECESSARY}\b[^.;:]{{0,70}}?\b{_COUNTS}\b", re.I
)
_APART = on_demand(
    r"\b(?:not|never|no|nor|non|only|other|others|apart from|rather than|unlike|but|while|whereas|agree\w*"
    r"|consent\w*|choose|choice|accept\w*|allow\w*|beside|and)\b|n['’]t\b|\bnon-|\?",
    re.I,
)
_UNASKED = on_demand(
    r"\b(?:set|placed|stored|kept|switched on|turned on|on|active|loaded|enabled|used|dropped|saved"
    r"|installed|run|start) (?:on your \w+ )?(?:as soon as|when|the moment|once|straight away when"
    r"|before) you (?:arrive|visit|open|come|enter|land|load|first|agree|accept|choose|answer)\b"
    r"|\b(?:sets?|places?|stores?|drops?|loads?|saves?|puts?) (?:\w+ ){0,4}?cookies? (?:\w+"
    r" ){0,4}?(?:as soon as|the"
    r" moment|when|before) you (?:arrive|visit|open|come|enter|land|load|agree|accept|choose|answer)\b"
    r"|\b(?:on"
    r"|set|active|enabled|accepted|switched on|turned on|ticked) (?:by default|automatically)\b"
    r"|\b(?:automatically|by default) (?:set|placed|stored|switched on|turned on|enabled|accepted)\b"
    r"|\b(?:set|placed|stored|kept|used)\b[^.;]{0,30}? whether or not you (?:agree|accept|consent)\b"
    r"|\bto (?:opt out|refuse|reject|stop|block|turn|switch|disable|decline)[^.;]{0,50}?\b(?:change|use"
    r"|adjust|alter|go to|through|in|visit)\b[^.;]{0,20}?\bbrowser(?:['’]s)? settings?\b",
    re.I,
)
_UNASKED_TRACKING = on_demand(
    r"\b(?:tracks?|tracking|follows?|profiles?|advertis\w+)\b[^.;]{0,60}?\b(?:do not|don['’]t"
    r"|without) ask(?:ing)?(?: for)? (?:your )?(?:consent|permission|agreement)\b",
    re.I,
)
_ONLINE = on_demand(r"\b(?:pages?|visit\w*|brows\w+|online|website|site|advertis\w+|app)\b", re.I)
_ONLY_NEEDED = on_demand(
    r"\b(?:(?<!not )(?<!non-)(?<!non )(?:strictly )?(?:necessary|essential) (?:cookies?|ones?)|never"
    r"|no cookies?|none|nothing|off by default|only (?:set|placed|stored|on) (?:after|once|when|if)"
    r"|agree\w*|consent|sign-in|signed in|log(?:ged)? in|session cookie|one cookie|also)\b",
    re.I,
)
_NOT_NEEDED = on_demand(rf"\b(?:not|non)[ -](?:strictly )?(?:essential|necessary)\b|\b{_COUNTS}\b", re.I)

_OF_COOKIES = ("ookie", "nalytics", "racker", "racking")


@rule("cookie-words-true", WARNING, PECR, "texts", ON_COOKIES)
def cookie_words_true(text: PublishedText) -> Problems:
    """
    What: No text calls cookies that count or follow people necessary.
    Why: Necessary is what people asked for. Counting needs their yes, or an exception with its conditions.
    How: Say what it is for, and that it is kept only if they agree (or on which exception you rely, and why).
    """
    if not text.is_english or not holds_any(text.told, _OF_COOKIES):
        return
    for sentence in text.statements:
        match = sentence.search(_CALLED) if holds_any(sentence.text, _OF_COOKIES) else None
        asked = match and ("if you" in match.string or _before_denied(match.string, match.start()))
        if match and not _APART.search(match[0]) and not asked:
            yield _wrong(text, match[0], "what counts or follows visitors is not necessary")
            return


def _before_denied(said: str, at: int, letters: int = 30) -> bool:
    """Whether the letters before a place hold a word that denies."""
    return bool(_DENIED.search(said[max(at - letters, 0) : at]))


_DENIED = on_demand(r"\b(?:not|never|no|without|nobody|other than)\b|n['’]t\b", re.I)


_BLOCKED = on_demand(
    r"\b(?:block|refuse|reject|turn off|switch off|disable|stop|opt out of|decline) (?:them|these|this|it|\w*"
    r" ?cookies?)\b[^.;]{0,20}? (?:in|through|via|using|with|from|by) your (?:web |internet )?browser\b",
    re.I,
)
_ASKED = on_demand(
    r"\b(?:ask|asks|asked|agree\w*|consent\w*|accept\w*|allow\w*|yes|choose|choice|banner|only"
    r" necessary)\b",
    re.I,
)


@rule("cookie-asked-first", WARNING, PECR, "texts", ("ookie", "onsent", "ermission"))
def cookie_asked_first(text: PublishedText) -> Problems:
    """
    What: No text says that cookies which need a yes are kept before people said it, or until they object.
    Why: Consent comes first. A setting of the browser is no answer to a question that was not asked.
    How: Keep nothing until people agree; then say so.
    """
    if not text.is_english:
        return
    blocked = _only_blocked(text) if "rowser" in text.text else ""
    if blocked:
        yield _wrong(text, blocked, "a setting of the browser is no answer to a question that was not asked")
        return
    for sentence in text.statements:
        tracked = sentence.search(_UNASKED_TRACKING)
        if tracked and sentence.search(_ONLINE) and not _before_denied(tracked.string, tracked.start()):
            yield _wrong(text, tracked[0], "following people needs their yes")
            return
        match = sentence.search(_UNASKED) if "ookie" in text.text else None
        if (
            match is None
            or _before_denied(match.string, match.start(), 8)
            or "not " in match[0].replace("or not ", "")
        ):
            continue
        if _ONLY_NEEDED.search(match.string.replace(match[0], " ")):
            continue
        if "browser" in match[0] or ("ookie" in sentence.text and sentence.search(_NOT_NEEDED)):
            yield _wrong(text, match[0], "what needs people's yes is kept only after it")
            return


def _only_blocked(text: PublishedText) -> str:
    """Words by which people can only block what counts them; empty where they are asked as well."""
    before = ""
    for sentence in text.statements:
        match, told = sentence.search(_BLOCKED), f"{before} {sentence.text}"
        if match and _NOT_NEEDED.search(told) and not _ASKED.search(told):
            return match[0]
        before = sentence.text
    return ""


def _wrong(text: PublishedText, words: str, truth: str) -> Problem:
    return Problem(
        text.field,
        f"“{words}”: {truth}.",
        "Keep it only after people agreed, and say so; or record the exception on which you rely.",
        words,
    )


_WALL = on_demand(
    r"\b(?:if|unless|until) you (?:do not |don['’]t )?(?:refuse|reject|decline|accept|agree to|allow"
    r"|say no to)\b[^.;]{0,40}?\b(?:cannot|can['’]t|can not|will not be able to|won['’]t be able to"
    r"|are not able to|may not) (?:read|use|see|visit|enter|access|open|view)\b[^.;]{0,30}?\b(?:site"
    r"|website|pages?|services?)\b",
    re.I,
)
_A_PART = on_demand(r"\b(?:parts?|some|video|map|sign in|log in|account|settings|needed|necessary)\b", re.I)
_WALL_PARTS = ("refuse", "reject", "decline", "accept", "agree", "allow", "say no")


@rule(
    "cookie-wall",
    WARNING,
    "UK GDPR Articles 4(11) and 7(4); PECR 2003, regulation 6; ICO",
    "texts",
    _WALL_PARTS,
)
def cookie_wall(text: PublishedText) -> Problems:
    """
    What: No text keeps people out of a site or a service because they refuse cookies.
    Why: Consent that people must give to be let in is not free, and so it is none.
    How: Let them in; where a function cannot work without a cookie, name that function.
    """
    for match in said(text, _WALL, _A_PART, _WALL_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}” makes cookies the price of the site.",
            "Let people in; where a function cannot work without a cookie, name that function.",
            match[0],
        )
