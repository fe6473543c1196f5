"""Words told in commoner ones: "in the event that" says "if", and "make a complaint" says "complain"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from generator.proofread.on_demand import on_demand
from generator.proofread.verbs import PAST, PLAIN

Step = tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]]
"""Parts of which one stands wherever there is something to replace, the words, and what replaces them."""

_NOT = {"ca": "can", "wo": "will", "sha": "will"}
_APOSTROPHES = ("'", "’")


def _in_full(match: re.Match[str]) -> str:
    """As "won't" is "will not"."""
    return f"{_NOT.get(match[1], match[1])} not"


def _begun(words: str) -> str:
    return words[0].upper() + words[1:]


def _begun_with(match: re.Match[str]) -> str:
    return _begun(match[1])


FRAME: tuple[Step, ...] = (
    (
        ("ote that", "lease note", "As part of", "dvised that", "ware that"),
        on_demand(
            r"^(?:(?:Please )?[Nn]ote(?: that)?|It should be noted that"
            r"|Please be (?:advised|aware|informed) that"
            r"|(?:You|Residents|Customers|Individuals) should (?:be aware|note) that"
            r"|As part of (?:this|our) \w+),? (\w)"
        ),
        _begun_with,
    ),
    (
        ("It is the p",),
        on_demand(r"^It is the (?:policy|practice) of (?:the|this) (?:council|authority|service) that (\w)"),
        _begun_with,
    ),
    (
        ("no circumstances", "At no time", "no account"),
        on_demand(
            r"^(?:Under no circumstances|At no time|On no account) (will|can|may|shall|must|should)"
            r" (we|you|(?:the|this) (?:council|authority|service|team)"
            r"|[^,.;]{3,60}?(?=(?:, (?:once|after|when) [^,.;]*,)? be ))"
            r"(?:, (?:once|after|when) [^,.;]*,)? "
        ),
        lambda match: f"{_begun(match[2])} {'cannot' if match[1] == 'can' else match[1] + ' not'} ",
    ),
    (
        ("no circumstances in", "no circumstances un"),
        on_demand(
            r"^There are no circumstances (?:in|under) which ((?:\w+ ){1,5}?)(is|are|will|can|may"
            r"|must) (?=\w)"
        ),
        lambda match: f"{_begun(match[1])}{match[2]} not ",
    ),
    (
        ("It is not ",),
        on_demand(r"^It is not (?:necessary|required) for ([^,.;]{3,40}?) to "),
        lambda match: f"{_begun(match[1])} need not ",
    ),
    (
        ("Should ",),
        on_demand(r"^Should ((?:an?|any|the|your|consent|these|this) ?[^,.;]{3,60}?) be "),
        r"If \1 is ",
    ),
    (
        (", as ", ", in line", ", in accordance"),
        on_demand(
            r", (?:as (?:is )?(?:set out|described|explained|detailed)"
            r"|in (?:line|accordance) with (?:our|the|data)) [^,;]*(?=\.$)"
        ),
        "",
    ),
    (
        ("rrently", "also", "erefore", "resently", "owever", "soever", "from time", "nder any circ"),
        on_demand(
            r"(?<=\w),? (?:(?:currently|also|therefore|presently|however|from time to time),?(?= \w)"
            r"|(?:whatsoever|under any circumstances)\b)"
        ),
        "",
    ),
)
"""Words round a statement that change nothing of it."""

_SHORT: Mapping[str, str] = {
    "in the event that": "if",
    "in order to": "to",
    "so as to": "to",
    "for the purpose of": "for",
    "for the purposes of": "for",
    "prior to": "before",
    "for an indefinite period": "indefinitely",
    "the particulars of": "the details of",
    "has sight of": "sees",
    "have sight of": "see",
    "twelve-month period": "year",
    "12-month period": "year",
    "a maximum of one": "only one",
    "subsequent to": "after",
    "upon": "on",
    "at such time as": "when",
    "for a period of": "for",
    "within a period of": "within",
    "in respect of": "about",
    "with regard to": "about",
    "with respect to": "about",
    "in relation to": "about",
    "by means of": "by",
    "in the absence of": "without",
    "with the exception of": "except",
    "in excess of": "more than",
    "at all times": "always",
    "in the first instance": "first",
    "without the need for": "without",
    "on the part of": "of",
}
_GIVES = {"e": "give", "es": "gives", "ed": "given", "ing": "giving"}
_LONG = "|".join(sorted(_SHORT, key=len, reverse=True))


def _shortly(match: re.Match[str]) -> str:
    short = _SHORT[match[0].lower()]
    return short if match[0][0].islower() else _begun(short)


SHORTER: tuple[Step, ...] = (
    (_APOSTROPHES, on_demand(r"\bcan['’]t\b"), "cannot"),
    (_APOSTROPHES, on_demand(r"\b(\w+)n['’]t\b"), _in_full),
    (_APOSTROPHES, on_demand(r"\b([Ww]e|[Yy]ou|[Tt]hey)['’]ll\b"), r"\1 will"),
    (_APOSTROPHES, on_demand(r"\b([Ww]e|[Yy]ou|[Tt]hey)['’]re\b"), r"\1 are"),
    (_APOSTROPHES, on_demand(r"\b([Ww]e|[Yy]ou|[Tt]hey)['’]ve\b"), r"\1 have"),
    (("can not",), on_demand(r"\bcan not\b(?! only)"), "cannot"),
    (
        (
            *(" of ", "rder to", "s to ", "rior to", "pon", "ubsequent", "such time", "n the ", "ard to"),
            *("month period", "definite"),
            *("ect to", "tion to", "all times", "eed for"),
        ),
        on_demand(rf"\b(?:{_LONG})\b", re.I),
        _shortly,
    ),
    (
        (") ",),
        on_demand(r"\b\w+ \((\d+)\) (?=(?:working |calendar )?(?:years?|months?|weeks?|days?)\b)"),
        r"\1 ",
    ),
    (
        ("ater than",),
        on_demand(r"\b(?:no|not) later than (?=[\w-]+ (?:working |calendar )?(?:days|weeks|months?)\b)"),
        "within ",
    ),
    ((" basis",), on_demand(r"\bon a (permanent|regular|routine) basis\b"), r"\1ly"),
    (
        ("eemed", "onsidered", "thought"),
        on_demand(
            r"\b(is|are) (?:considered|deemed|thought)(?: to be)? (?=(?:necessary|appropriate|needed)\b)"
        ),
        r"\1 ",
    ),
    (
        ("ndertaken", "onducted"),
        on_demand(r"\b(?:undertaken|conducted)\b(?! to\b)"),
        "carried out",
    ),
    (
        ("isclos", "ommunicat", "ivulg"),
        on_demand(r"\b(?:disclos|communicat|divulg)(e|es|ed|ing)\b(?=[^.;]{0,60}? to\b)"),
        lambda match: _GIVES[match[1]],
    ),
    (
        ("etain", "isclos", "eras", "tilis", "otif", "nform", "ransmi", "shall"),
        on_demand(rf"\b(?:{'|'.join(PLAIN)})\b(?! (?:consent|choice|decision)s?\b)"),
        lambda match: PLAIN[match[0]],
    ),
)
"""Words that say what commoner ones say."""

_MAKE = r"(?:make|makes|lodge|lodges|submit|submits|raise|raises|put in)"
_NONE = (
    r"(?P<who>\b(?:[Ww]e|[Yy]ou)) (?P<how>(?:will|can|may|must|have) )?(?P<verb>[a-z]+(?: out)?) "
    r"(?P<no>no|none of|nothing)(?= (?!more\b|longer\b|but\b|other\b|except\b))"
)
_NO_BASE = PAST | {"are", "were", "did", "had"}
_ANY = {"no": "any", "none of": "any of", "nothing": "anything"}


def _none(match: re.Match[str]) -> str:
    """As "we share none of it" is "we do not share any of it"."""
    helping = (match["how"] or "do ").strip()
    if match["verb"] in _NO_BASE and helping != "have":
        return match[0]
    denied = "cannot" if helping == "can" else f"{helping} not"
    return f"{match['who']} {denied} {match['verb']} {_ANY[match['no']]}"


DOING: tuple[Step, ...] = (
    (
        ("bjection",),
        on_demand(rf"\b{_MAKE} (?:an |any |your )objections?\b"),
        "object",
    ),
    (
        ("omplaint",),
        on_demand(rf"\b{_MAKE} (?:a |any |your )complaints?\b"),
        "complain",
    ),
    (
        ("equest",),
        on_demand(
            rf"\b{_MAKE} (?:a |any |your )(?:subject access )?requests? for\b"
            r"|\brequest(?= (?:a copy|access|sight)\b)"
        ),
        "ask for",
    ),
    (
        ("he right to", "our right to"),
        on_demand(
            r"\bexercise (?:the|your) right to (?=(?:object|complain|withdraw|opt out|see|ask|have)\b)"
        ),
        "",
    ),
    ((" no ", " none ", " nothing "), on_demand(_NONE), _none),
)
"""What somebody does told by its verb: "make a complaint" as "complain"; and what is done with none."""
