"""Words that keep all data at home, held against the list of those who get it."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.page import Page
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import OPEN, claim, sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import says_not
from generator.proofread.said import says
from generator.proofread.spoken import said_in
from generator.proofread.word_parts import sought

_ALL = (
    r"(?:(?:any of |all )?(?:your|the|this|these|such|any|personal|(?:your|the|a) child['’]s) (?:personal "
    r"|own )?(?:data|information|details|records?|file)|anything|any of (?:it|this|these)|what you (?:tell"
    r"|give|send) us|everything you (?:tell|give|send) us)"
)
_NOBODY = (
    r"(?:(?:the [\w ]{3,30}?|[\w ]{3,30}?) or any(?:one|body)(?: else)?|any(?:one|body)(?: at all| else"
    r"| outside(?: of)? the \w+)?|(?:any )?third part(?:y|ies)|any other \w+"
    r"|other (?:organisations|bodies|agencies|people|companies|departments)|any organisations?|others)"
)
_INSIDE = (
    r"(?:us\b|(?:the|our|this) (?:\w+ ){0,2}?"
    r"(?:council|team|department|service|office|building|unit|section|library|museum|school|centre)\b)"
)
_WITHHELD = on_demand(
    rf"\b(?:(?:we|the (?:council|authority|service|team)|our (?:staff|team|officers)) (?:do(?:es)? not"
    rf"|don['’]t|never|will (?:not"
    rf"|never)|won['’]t)|(?:at no time|never|under no circumstances) (?:do|will|would) (?:we"
    rf"|the council)) (?:ever )?(?:share|pass|give|disclose|divulge|send|show|release|hand|forward"
    rf"|reveal)(?: on| over)? {_ALL}(?: on| over)? (?:to|with) {_NOBODY}(?=\W*$| (?:in"
    rf"|under) any circumstances| for any| at any| whatsoever)|\b{_ALL} (?:\w+ )?(?:stays?|remains?"
    rf"|is kept|are kept) (?:only |strictly |always )?(?:with(?:in)?|inside|between you and) {_INSIDE}"
    rf"|\b(?:never|does not|do not|will not) (?:ever )?leaves? {_INSIDE}"
    r"|(?<!\bthat )(?<!\bwhich )\b(?:goes?|go|passed) (?:no further|nowhere(?: else)?)\b"
    rf"|\b{_ALL} (?:(?:is|are) (?:kept |strictly |completely )*confidential and )?will (?:not"
    rf"|never) (?:ever )?be (?:shared|passed(?: on)?|disclosed|given|released|sent|shown)(?: (?:to"
    rf"|with) {_NOBODY})?(?=\W*$| (?:in|under) any circumstances)|\b{_ALL} (?:is|are) (?:not"
    rf"|never) (?:shared|passed on|disclosed|given out|given|released|sent|shown)(?: (?:to"
    rf"|with) {_NOBODY})?(?=\W*$| (?:in|under) any circumstances)"
    r"|\b(?:nobody|no one|no other (?:organisation|body|person)|no third party) outside (?:of )?"
    rf"{_INSIDE} (?:ever )?(?:sees?|gets?|receives?|has|can see|is (?:told|given))\b"
    rf"|\b(?:nobody else|no one else|no third party) (?:ever )?(?:sees?|gets?|has access to) {_ALL}"
    r"(?=\W*$| at any)"
    r"|\b(?:is|are) only ever (?:seen|read|used|looked at|handled) by (?:our|the council['’]s"
    r"|council) (?:own )?(?:staff|officers|team|people)\b"
    rf"|\b(?:nobody|no one) (?:but|except|other than|apart from) (?:us|we|our|the) (?:own )?(?:\w+"
    rf" )?(?:ever )?"
    r"(?:sees?|gets?(?: to see)?|knows?|can see|has access to|is told) (?:your (?:name|address|details|data"
    r"|information|records?|file)|what you)\b(?=\W*$)"
    r"|\bno (?:personal )?(?:data|information|details)(?: about you)? (?:is|are|will be) (?:ever"
    r" )?(?:shared|passed"
    rf"|passed on|disclosed|given)(?: (?:to|with) {_NOBODY})?(?=\W*$)"
    rf"|\bthere is (?:nobody|no one) (?:else )?(?:to|with) whom we (?:pass|share|give|send|disclose)\b[^.;]*"
    rf"|\b(?:pass|give|disclose|send|show|release|hand|share)(?: on| over)? {_ALL}(?: on| over)? (?:to|with)"
    r" (?:nobody|no one|no third part\w+|no (?:other|outside) \w+)(?: else| at all)?(?=\W*$)"
    rf"|\b{_ALL} (?:is|are|will be) (?:shared|passed on|passed|disclosed|given|released|sent|shown) (?:to"
    r"|with) (?:nobody|no one|no third part\w+|no (?:other|outside) \w+)(?: else| at all)?(?=\W*$)"
    rf"|\bkeep {_ALL} (?:entirely |strictly )?to ourselves\b|\bkeep (?:it|them"
    rf"|this) (?:all )?to ourselves\b",
    re.I,
)
_NARROWED = on_demand(
    r"\b(?:unless|except|without|other than|apart from|but|only(?! ever)|until|if|when|where|some|marketing"
    r"|advert\w+)\b",
    re.I,
)
_ELSE_NARROWED = on_demand(rf"(?<!body )(?<!no one ){_NARROWED.pattern}", re.I)
"""What narrows a promise; "nobody but us" narrows nothing."""
_OF_ONE_THING = frozenset({"data", "purposes", "recipients", "article_14_exception", "dpia", "rights_limits"})
"""Fields that speak of one kind of data, of one record or of one body."""
_OF_NOBODY = sought(
    *(
        " not ",
        "never",
        "don't",
        "don’t",
        "won't",
        "won’t",
        "nobody",
        "no one",
        "o one else",
        "obody else",
        "no other",
        "o third",
    ),
    *("at no time", "under no", "ever leave", "no further", "nowhere", "ourselves", "only ever"),
    *("stays", "remain", "is kept", "are kept", "confidential"),
    *("o personal", "o data", "o information"),
)


@rule("recipients-denied", WARNING, "UK GDPR Articles 5(1)(a), 13(1)(e) and 14(1)(e)", "data-uses")
def recipients_denied(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not say that nobody gets the data while recipients are listed.
    Why: Readers believe the promise, and the list below it breaks it.
    How: Say who gets the data and why, or name what exactly is not shared.
    """
    if not entries(filed.record.recipients):
        return
    aside = _OF_ONE_THING | {"changes", "also_called"}
    for text, match in said_in(filed, register, _WITHHELD, _ELSE_NARROWED, _OF_NOBODY):
        if aside.isdisjoint(text.field):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `recipients` lists who gets the data.",
                "Say who gets it and why, or name what exactly is not shared.",
                match[0],
            )


_WITH_ALL = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:do(?:es)? not|don['’]t|never|will (?:not|never)"
    r"|won['’]t) (?:ever )?(?:share"
    r"|pass on|pass|give|disclose|send)(?: on)? (?:any of |all )?(?:(?:your|any"
    r"|people['’]s) (?:personal )?|personal )(?:data"
    rf"|information|details)(?: on)?(?: (?:to|with) {_NOBODY})?(?=\W*$| (?:in|under) any circumstances)",
    re.I,
)
_WITH_ALL_PARTS = sought("not ", "never", "n't", "n’t")


@rule("sharing-denied-for-all", WARNING, "UK GDPR Articles 5(1)(a), 13(1)(e) and 14(1)(e)", "pages")
def sharing_denied_for_all(filed: Filed[Page], register: Register) -> Problems:
    """
    What: No page says for the whole council that it shares no data with anybody.
    Why: Every council has firms that work for it, and laws that make it pass data on; each notice lists them.
    How: Say that each notice lists who gets the data and why, or of which data you speak.
    """
    for text, match in said_in(filed, register, _WITH_ALL, _OF_SOME, _WITH_ALL_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: each notice lists who gets the data.",
            "Say that each notice lists who gets the data and why, or of which data you speak.",
            match[0],
        )


_OF_SOME = on_demand(
    rf"{_NARROWED.pattern}|\b(?:survey|feedback|form|comments?|answers?|this (?:site|page)|search\w*|cookies?"
    r"|visit\w*|counter|statistics)\b",
    re.I,
)
_GIVEN = on_demand(
    r"\b(?:[Ww]e|[Tt]he council|[Oo]ur (?:staff|team|officers)) (?:also |then |may |can "
    r"|will )*(?:sometimes |often |routinely )?(?:share|pass|send|give|disclose|forward|supply|provide"
    r"|report)s? (?:\w+ ){0,3}?(?:your|the|this|these|all|it|them|names?|details|data|information"
    r"|records?)\b[^.;]{0,60}? (?:to|with) (?!you\b|your\b|each other|one another|staff|our (?:own|staff"
    r"|team|officers|records|system)\b|us\b|colleagues|help|make|find|check|see|get|do\b)(?P<whom>(?:the "
    r"|a |an |other |our )?(?:police|contractors?|suppliers?|compan\w+|firms?|hospitals?|schools?"
    r"|charit\w+|councils|courts?|landlords?|government|partners?|agenc\w+|printers?|insurers?|university"
    r"|[Hh]ome [Oo]ffice|NHS|HMRC|DWP))\b"
)
_GIVEN_PARTS = sought(" to ", " with ")


@rule("recipients-forgotten", WARNING, "UK GDPR Articles 13(1)(e) and 14(1)(e)", "data-uses")
def recipients_forgotten(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A notice that says that nobody gets the data does not tell in other words that somebody does.
    Why: "Who sees it?" is what people look for first; here one of two answers is wrong.
    How: List them in `recipients` with why and in which role, or correct the words.
    """
    if not says_not(filed.record.recipients):
        return
    for text, sentence in sentences_of(filed, register, _GIVEN_PARTS):
        match = sentence.search(_GIVEN) if "recipients" not in text.field else None
        if match and not OPEN.search(claim(match)):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `recipients` says that nobody gets the data.",
                "List them in `recipients` with why and in which role, or correct the words.",
                match[0],
            )


_OPEN_TO_ALL = on_demand(r"\b(?:everyone|everybody|anyone|anybody|the public|open to all|published)\b", re.I)
_NOT_PUBLIC = on_demand(
    r"\b(?:nothing|none of (?:it|this|these|your|the)|no (?:part|entry|data|information"
    r"|details?))\b[^.;]{0,60}?\b(?:is|are|will be) (?:ever )?(?:published|made public|put online|(?:shown"
    r"|open|available|given|visible)\b[^.;]{0,20}?\b(?:public|anybody|anyone|everybody|online))\b|\b(?:we"
    r"|the council) (?:do(?:es)? not|don['’]t|never) (?:publish|make public|put online) (?:anything"
    r"|any of (?:it|this|your)"
    rf"|{_ALL})(?=\W*$)",
    re.I,
)
_NOT_PUBLIC_PARTS = sought("ublish", "public", "nline", "anybod", "anyon")


@rule("publication-denied", WARNING, "UK GDPR Articles 5(1)(a), 13(1)(e) and 14(1)(e)", "data-uses")
def publication_denied(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not say that nothing is published while everybody is a recipient.
    Why: Readers believe the promise, and find their name in the register all the same.
    How: Say what exactly is published and what is not, or take the recipient out.
    """
    got = [
        register.organisations.get(recipient.organisation) for recipient in entries(filed.record.recipients)
    ]
    if not any(body and body.kind == "group" and _OPEN_TO_ALL.search(body.name) for body in got):
        return
    for text, match in said_in(filed, register, _NOT_PUBLIC, _NARROWED, _NOT_PUBLIC_PARTS):
        aside = {"changes", "also_called", "data", "recipients"} & set(text.field)
        if not aside:
            yield Problem(
                text.field,
                f"“{match[0]}”, but `recipients` lists everybody.",
                "Say what exactly is published and what is not, or take the recipient out.",
                match[0],
            )


_NOT_TOLD = on_demand(
    r"\b(?:not|never) (?:ever )?(?:tell|inform|show) (?:your |the |any |our )?(?P<whom>\w+(?: \w+)?) "
    r"(?:anything|(?:the|your|any) (?:results?|outcomes?|answers?|decisions?)|about (?:it|you"
    r"|this|that))(?=\W*$)",
    re.I,
)


@rule("promised-silence-kept", WARNING, "UK GDPR Articles 5(1)(a), 13(1)(e) and 14(1)(e)", "data-uses")
def promised_silence_kept(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Nobody whom `will_not` promises to tell nothing stands among the recipients.
    Why: People speak openly because of the promise, and the list below it breaks it.
    How: Say in the promise what exactly is not told, or take the recipient out.
    """
    got = [
        register.organisations.get(recipient.organisation) for recipient in entries(filed.record.recipients)
    ]
    for number, promise in enumerate(filed.record.will_not):
        match = says(promise, _NOT_TOLD)
        meant = {word.rstrip("s") for word in match["whom"].lower().split()} if match else set()
        for body in got:
            called = {word.rstrip("s") for word in re.findall(r"\w+", body.name.lower())} if body else set()
            if body and match and meant & called - {"the", "and", "in", "of", "for"}:
                yield Problem(
                    ("will_not", number),
                    f"“{match[0]}”, but {body.name} stands among the recipients.",
                    "Say in the promise what exactly is not told, or take the recipient out.",
                    match[0],
                )
