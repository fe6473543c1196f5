"""Who does it, and whose data it is: people told as "you", the council as "we"."""

from __future__ import annotations

import re

from generator.proofread.on_demand import on_demand
from generator.proofread.other_words import Step
from generator.proofread.verbs import PAST, third_person_to_base
from generator.proofread.voice import OURSELVES

_NOT_RUN = (
    r"(?! (?:is|are|will|may|can|has|must|would|could)\b[^,.;]{0,20}? (?:provided|delivered|run|offered"
    r"|stopped|withdrawn|affected|funded|commissioned)\b)"
)
"""The service as what is given to people, and not those who give it."""
_US = (
    rf"(?<!\b(?:by|of|to|in|on) )(?<!\bfor )(?<!\b(?:from|with) )(?<!\bproviding )(?:{OURSELVES}{_NOT_RUN}"
    r"|[Oo]ur (?:\w+ ){0,3}(?:council|authority|team|service|staff|officers|colleagues|teams)"
    r"|[Cc]ouncil (?:staff|officers))"
)
_PEOPLE = (
    r"(?:residents|customers|clients|individuals|data subjects|persons|applicants|claimants|tenants|citizens"
    r"|borrowers|visitors|taxpayers|service[ -]users|users|patients|members of the public|people)"
)
_ONE = (
    r"(?:the|an?|any|each|every) (?:resident|customer|client|individual|data subject|applicant|claimant"
    r"|tenant|citizen|borrower|visitor|taxpayer|service[ -]user|user|patient|person)"
)
_OF_PEOPLE = (
    *("esident", "ustomer", "lient", "ndividual", "subject", "erson", "pplicant", "laimant", "enant"),
    *("itizen", "orrower", "isitor", "axpayer", "user", "User", "atient", "the public", "eople"),
)
_OF_US = (
    *("ouncil", "uthority", "team", "service", "epartment", "irectorate", "staff", "officers", "olleagues"),
)
_NO_VERB = (
    r"(?:services|records|policies|offices|members|officers|buildings|websites|homes|houses|tenants|workers"
    r"|systems|meetings|departments|teams|properties|taxes|purposes|users|details|premises|accounts|as)\b"
)
_VERB = (
    r"(?P<verb>will|may|can|cannot|must|might|could|would|should|never|only|has|is|does|was"
    rf"|{'|'.join(sorted(PAST))}|(?!{_NO_VERB})[a-z]+[^\Ws]s)\b"
)
_LEAD = (
    r"(?P<lead>^|[,;:] "
    r"|\b(?:that|if|unless|when|after|once|and|but|before|where|while|because|whether|whether or not|how|why"
    r"|whenever|until|as soon as|assume) )"
)
_NOT_OF = (
    r"(?!(?:of|who|whose|in|and|or|with|from|at|that|to|on|for|under|aged|living|over|using|such|about|we"
    r"|the|a|as|by|than|is|only)\b)"
)
_TELLING = (
    r"(?P<lead>\b(?:[Tt]ell|[Aa]sk|inform|notify|give|offer|contact|write to|allow|let|help|charge|require"
    r"|refuse|warn)) "
)
_ABOUT_YOU = rf"(?:about|on|relating to|concerning) (?:you|them|{_PEOPLE}|{_ONE})\b"
_DATA = r"(?:personal |sensitive )?(?:data|information|details|records?)"


def _as_we(match: re.Match[str]) -> str:
    """As "the council keeps" is "we keep"."""
    we = "we" if match["us"][0].islower() else "We"
    return f"{we}{match['how'] or ''} {third_person_to_base(match['verb'])}"


def _as_you(match: re.Match[str]) -> str:
    """As "a resident asks for their data" is "you ask for your data"."""
    return f"{match['lead']}{_you(match)} {third_person_to_base(match['verb'])}{_of_yours(match['rest'])}"


def _all_as_you(match: re.Match[str]) -> str:
    """As "residents ask for their data" is "you ask for your data"."""
    return f"{match['lead']}{_you(match)}{_of_yours(match['rest'])}"


def _telling_you(match: re.Match[str]) -> str:
    """As "we tell residents what they can do" is "we tell you what you can do"."""
    return f"{match['lead']} you{_of_yours(match['rest'])}"


def _you(match: re.Match[str]) -> str:
    return "you" if match["you"][0].islower() else "You"


def _if_you(match: re.Match[str]) -> str:
    """As "anyone who wishes to opt out must say why" is "if you wish to opt out, you must say why"."""
    first, _, rest = match["clause"].partition(" ")
    clause = f"{third_person_to_base(first)} {rest}".strip()
    verb = "" if match["verb"].endswith("that") else f" you {third_person_to_base(match['verb'])}"
    return f"If you {_of_yours(clause)},{verb}{_of_yours(match['rest'])}"


def _of_that_age(match: re.Match[str]) -> str:
    """As "residents under 16 cannot ask" is "if you are under 16, you cannot ask"."""
    verb = third_person_to_base(match["verb"])
    return f"If you are {match['clause']}, you {verb}{_of_yours(match['rest'])}"


def _should_you(match: re.Match[str]) -> str:
    """As "Should a customer object" is "If you object"."""
    return f"If you{_of_yours(match['rest'])}"


_SHALL = (
    r"(?P<verb>should (?:note|be aware) that|will|must|may|can|cannot|should"
    r"|(?:is|are) (?:not )?(?:required|deemed|entitled|permitted|allowed)|has to|have to)\b"
)
_THEIRS = (
    (on_demand(rf"\b{_PEOPLE} {_NOT_OF}"), "you "),
    (on_demand(r"\b(?:their|his or her)\b"), "your"),
    (on_demand(r"\b(?:they|them)\b"), "you"),
    (on_demand(r"\bthemselves\b"), "yourself"),
)


def _of_yours(rest: str) -> str:
    for theirs, yours in _THEIRS:
        rest = theirs.sub(yours, rest)
    return rest


PERSONS: tuple[Step, ...] = (
    (
        ("about ", " on ", "relating", "ncerning"),
        on_demand(rf"\b(?:the )?{_DATA} (?:(?:that |which )?(?:we|the council) \w+ )?(?:held )?{_ABOUT_YOU}"),
        "your data",
    ),
    (
        ("give", "provide", "supply", "submit"),
        on_demand(rf"\bthe {_DATA} (?:that |which )?you (?:give|provide|supply|submit)(?: to)? us\b"),
        "your data",
    ),
    (("'", "’"), on_demand(rf"\b(?:{_PEOPLE}|{_ONE})['’]s? (?={_DATA}\b)", re.I), "your "),
    (
        ("wishing ", "seeking "),
        on_demand(rf"^({_ONE}|{_PEOPLE}) (wish|seek)ing (?=to )", re.I),
        r"\1 who \2 ",
    ),
    (
        (" who ",),
        on_demand(rf"^(?:{_ONE}|{_PEOPLE}) who (?P<clause>[^.;:]*?),? {_SHALL}(?P<rest>.*)", re.I),
        _if_you,
    ),
    (
        (" under ", " below ", " aged "),
        on_demand(
            rf"^(?:{_ONE}|{_PEOPLE}) (?P<clause>(?:under|below|aged) (?:the age of )?\w+)"
            r"(?: years)?(?: of age)?,?"
            r" (?P<verb>cannot|must|may|can|have|has|are|is|will)\b(?P<rest>.*)",
            re.I,
        ),
        _of_that_age,
    ),
    (("Should ",), on_demand(rf"^Should (?P<you>you|{_ONE}|{_PEOPLE})(?P<rest> .*)"), _should_you),
    (
        (" by ", " from "),
        on_demand(rf" (by|from) (?:{_PEOPLE}|{_ONE})(?=[.,;]| (?:at|if|when|in|and from|alone|only)\b|$)"),
        r" \1 you",
    ),
    (_OF_PEOPLE, on_demand(rf"{_LEAD}(?P<you>{_PEOPLE})(?= {_NOT_OF}[a-z])(?P<rest>.*)", re.I), _all_as_you),
    (
        _OF_PEOPLE,
        on_demand(rf"{_TELLING}{_PEOPLE}(?!['’])(?= (?:for|to|about|that)\b| {_NOT_OF}|[.,;]|$)(?P<rest>.*)"),
        _telling_you,
    ),
    (_OF_PEOPLE, on_demand(rf"{_LEAD}(?P<you>{_ONE}) {_VERB}(?P<rest>.*)", re.I), _as_you),
    (_OF_US, on_demand(rf"\b(?P<us>{_US})(?P<how> (?:always|\w+ly))? {_VERB}"), _as_we),
)
"""Who does it, and whose data it is."""
