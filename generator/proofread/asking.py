"""Words by which people ask for what is held about them, and hurdles put before them."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import PublishedText, holds_any

_HELD = (
    r"(?:what(?:ever)? (?:\w+ ){0,2}?(?:we|the council|they) (?:holds?|have|has|keeps?|knows?|stores?)"
    r"|(?:your|their|his|her|the|any|all) (?:own )?(?:personal )?(?:data|information|details|records?"
    r"|file)\b|(?:film|footage|recordings?|images?|pictures?) of (?:yourself|themselves|himself|herself)"
    r"|personal (?:data|information))"
)
ASKED_FOR = on_demand(
    r"\b(?:subject access|access requests?|D?SARs?)\b"
    rf"|\b(?:cop(?:y|ies) of|sight of|print-?outs? of|see|seeing|view|access(?: to)?|get"
    rf"|obtain) (?:\w+ ){{0,2}}?{_HELD}"
    rf"|\b(?:ask(?:s|ed|ing)?|requests?)(?: us)?(?: for| to see| about)? {_HELD}",
    re.I,
)
"""A request for what is held about oneself: a copy of it, seeing it, a subject access request."""

_OF_OWN_DATA = (
    "data",
    "information",
    "details",
    "record",
    "your file",
    "hold",
    " know",
    "ubject access",
    "rights",
)
_ORDERS = (
    "refus",
    *("must", "have to", "need to", "has to", "needs to", "nly", "should", "annot", " not ", "n't", "n’t"),
    *(" why", " reason"),
)


def may_ask(text: PublishedText) -> bool:
    """Whether a text can speak of one's own data and tie it to something: a quick look."""
    return holds_any(text.told, _ORDERS) and holds_any(text.told, _OF_OWN_DATA)


_ONE_WAY = on_demand(
    r"\b(?:must|have to|need to|can only|may only|only|should|has to|needs to) (?:be )?(?:made|sent|put"
    r"|used?|fill(?:ed)? in|completed?|writ(?:e|ten)|apply|ask(?:ed)?|submit(?:ted)?|request(?:ed)?|come"
    r"|do so)\b[^.;]{0,40}?\b(?:in writing|forms?|by (?:post|letter|e-?mail)|online|to us by|portal)\b"
    r"|\b(?:cannot|can['’]t|do not|don['’]t|will not|won['’]t) (?:take|accept|act on|deal with|answer"
    r"|process|consider)\b[^.;]{0,40}?(?:\brequests?\b[^.;]{0,40}?)?\b(?:tele)?(?:phone|verbal\w*"
    r"|in person|orally|by e-?mail|social media|(?:any|no) other way|without (?:our|the|this) form)\b",
    re.I,
)
FREE_TO_CHOOSE = on_demand(
    r"\b(?:not have to|need not|no need|needn['’]t|freedom|FOI|environmental|planning|licen[cs]\w+"
    r"|complaints?|any way you like|requests?\b[^.;]{0,40} can be made (?:in any|however)|third part\w+"
    r"|solicitors?|police|companies|on behalf|somebody else|someone else|unless)\b|n['’]t (?:have"
    r"|need) to\b",
    re.I,
)
_ONE_WAY_PARTS = (" form", "riting", "write", " by ", "online", "phone", "person")


@rule(
    "request-any-way",
    WARNING,
    "UK GDPR Articles 12(2) and 15 to 21; ICO: a request can be made in any way",
    "texts",
    _ONE_WAY_PARTS,
)
def request_any_way(text: PublishedText) -> Problems:
    """
    What: No text ties a request for one's own data to a form, to writing or to one way of sending it.
    Why: A request in any form counts, by word of mouth too; who is turned away has been refused unlawfully.
    How: Offer the form, and say that people can also ask in any other way.
    """
    if not may_ask(text):
        return
    for match in said(text, _ONE_WAY, FREE_TO_CHOOSE, _ONE_WAY_PARTS):
        asked = ASKED_FOR.search(match.string) or _follows_asking(match, text)
        if asked or _RIGHTS.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}”: people can ask for their data in any way.",
                "Offer the form, and say that people can also ask in any other way.",
                match[0],
            )


def _follows_asking(match: re.Match[str], text: PublishedText) -> bool:
    """Whether the sentence before is about asking for what is held."""
    said_before = [s.text for s, after in pairwise(text.sentences) if after.text == match.string]
    of_readers = re.search(r"(?:\b(?:you|requests?|please)|^)\W*$", match.string[: match.start()], re.I)
    return bool(of_readers) and any(map(ASKED_FOR.search, said_before))


REASON_WANTED = (
    r"\byou (?:must|have to|need to|should|will need to) (?:also )?(?:tell us|say|give|explain|state)(?: us)?"
    r" (?:why|(?:a|the|your) (?:\w+ )?reasons?)\b"
)
"""Words by which people are asked for a reason, for a pattern."""
_HURDLE = on_demand(
    rf"{REASON_WANTED}|\b(?:if|once|when"
    r"|provided(?: that)?) you (?:say|tell us|give us|explain|state) (?:why|(?:a|the"
    r"|your) (?:\w+ )?reasons?)\b|\bonly (?:(?:British|UK|local|registered) )?(?:people|residents|those"
    r"|adults|customers|citizens|tenants|taxpayers)\b[^.;]{0,50}?\b(?:can|may|are (?:able|entitled) to)\b",
    re.I,
)
_HURDLE_PARTS = ("ou ", "nly ")


@rule(
    "request-for-everybody",
    WARNING,
    "UK GDPR Articles 12(2) and 15 to 21",
    "texts",
    _HURDLE_PARTS,
)
def request_for_everybody(text: PublishedText) -> Problems:
    """
    What: No text asks people why they want their data, or keeps it for residents or adults.
    Why: The rights are everybody's whose data it is, and need no reason.
    How: Take the hurdle out; ask only for what you need to find the data.
    """
    of_right = text.list_name == "rights"
    if not of_right and not may_ask(text):
        return
    for match in said(text, _HURDLE, FREE_TO_CHOOSE, _HURDLE_PARTS):
        about = match.string.replace(match[0], "") if "nly" in match[0] else match.string
        if (of_right and "nly" in match[0]) or ASKED_FOR.search(about):
            yield Problem(
                text.field,
                f"“{match[0]}”: everybody can ask for their own data, and need not say why.",
                "Take the hurdle out; ask only for what you need to find the data.",
                match[0],
            )


_VISIT = on_demand(
    r"(?:^|[.!?:] )(?:You (?:must|have to|need to|should|can only) |Please )?(?:[Cc]ome|[Vv]isit|[Aa]ttend"
    r"|[Cc]all (?:in|at)|[Bb]ring)\b[^.;]*|\b(?:must|have to|has to|need to|can only|only) (?:be (?:seen"
    r"|read|viewed|made|asked)|come|visit|attend|call in|look at (?:it|them))\b[^.;]*?\b(?:office|person"
    r"|hall|us|desk|centre|building)\b|\b(?:accept|take|answer|read) no (?:letters?|calls?|e-?mails?"
    r"|requests?|telephone)\b[^.;]*|\b(?:no other way|nowhere else|nothing else counts)\b"
)
_ANOTHER_WAY = on_demand(
    r"\b(?:or|also|any way|any other way|either|not have to|need not|you like|you prefer"
    r"|if you (?:want|wish))\b",
    re.I,
)


@rule("right-asked-any-way", WARNING, "UK GDPR Articles 12(2) and 15 to 22D", "texts")
def right_asked_any_way(text: PublishedText) -> Problems:
    """
    What: The list of rights and the limits to a right ask nobody to come, and leave more than one way to ask.
    Why: A right that needs a visit is none for who cannot travel; a request counts in whatever way it comes.
    How: Write "Ask in any way you like: in writing, by telephone or in person".
    """
    if text.field[-1:] == ("how",):
        asked = text.list_name == "rights"
    else:
        asked = text.field[:1] == ("rights_limits",) and text.field[-1] == "explanation"
    if not asked or not text.is_english:
        return
    for sentence in text.statements:
        match = sentence.search(_VISIT)
        if match and not sentence.search(_ANOTHER_WAY):
            words = match[0].lstrip(".!?: ")
            yield Problem(
                text.field,
                f"“{words}”: people can use their rights in any way.",
                "Write “Ask in any way you like: in writing, by telephone or in person”.",
                words,
            )
            return


_RIGHTS = on_demand(
    r"\b(?:use|exercise|using|exercising) (?:any of |one of )?(?:your|these|this|the) (?:\w+ )?rights?\b",
    re.I,
)
