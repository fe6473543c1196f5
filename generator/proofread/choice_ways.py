"""How a choice is made and taken back: by an easy way, at the right age, with whoever keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.documents import FieldPath
from generator.model.data_use import DataUse
from generator.model.fields import stated
from generator.model.opt_out import OptOut
from generator.model.record import Record
from generator.model.register import Filed
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.choice_words import FREE
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import rests_on_consent
from generator.proofread.said import parts_of

_HURDLE = on_demand(
    r"\brecorded delivery\b|\b(?:give|state|tell us|explain|with|and)(?: us)? (?:your |the |a "
    r"|all )*(?:reasons?\b|why you (?:want|wish|are))|\bexplain why\b|\b(?:proof of (?:identity|address)"
    r"|passport|driving licence)\b|\bonly (?:in writing|by (?:post|letter)|in person)\b"
    r"|\btry to (?:change your mind|persuade you)\b|\b(?:you (?:have to |must |will )?pay|pay (?:a|the|us"
    r"|£)|(?:a|the|our) (?:\w+ )?(?:charge|fee))\b|\b(?:who|we|(?:the|a|our) (?:\w+ ){0,2}?(?:manager|head"
    r"|officer|panel|committee|team|board)) (?:then |will |can )?(?:decides?|considers?|judges?"
    r"|approves?)\b[^.;]{0,20}?\b(?:whether|if|it|your)\b|\b(?:cannot|can['’]t|not able to) (?:leave|stop"
    r"|end|cancel|withdraw|unsubscribe)\b[^.;]*?\b(?:first|next|before|until|during|months?|years?)\b"
    r"|\bsolicitor\b|\bsigned by a witness\b|\bmust (?:visit|come to|attend)\b",
    re.I,
)
_EASY = on_demand(r"\b(?:not|never|no|need not|without|nobody|or|free|also)\b|n['’]t\b", re.I)


@rule("withdrawal-easy", WARNING, "UK GDPR Article 7(3)", "records")
def withdrawal_easy(filed: Filed[Record]) -> Problems:
    """
    What: The way to withdraw consent has no hurdle: no proof, no reasons, no fee, no talking round.
    Why: Withdrawing must be as easy as giving consent was.
    How: Name the ways in which people agreed, for example "Press the link, or ring us".
    """
    for way, said in _ways_back(filed.record):
        for part in parts_of(said):
            match = part.search(_HURDLE)
            if match and not _EASY.search(match.string):
                yield Problem(
                    way,
                    f"“{match[0]}” makes it harder to withdraw consent than it was to give it.",
                    "Name an easy way, such as the one in which people agreed.",
                    match[0],
                )
                break
    if _lets_withdraw(filed.record):
        for part in parts_of(filed.record.body):
            begins = part.search(_TO_STOP)
            match = _HURDLE_TOLD.search(begins.string, begins.end()) if begins else None
            if match and not _EASY.search(match.string):
                yield Problem(
                    ("body",),
                    f"“{match[0]}” makes it harder to withdraw consent than it was to give it.",
                    "Name an easy way, such as the one in which people agreed.",
                    match[0],
                )


_TO_STOP = on_demand(
    r"\b(?:to (?:stop|unsubscribe|withdraw|leave|end|cancel|come off|take (?:it|your consent) back)|(?:if"
    r"|when) you (?:want|wish|would like) to (?:stop|unsubscribe|withdraw|leave|end|cancel|come off)"
    r"|(?:withdraw|unsubscribe|take back) (?:your|it)?)\b",
    re.I,
)
_HURDLE_TOLD = on_demand(
    rf"{_HURDLE.pattern}|\b(?:say|saying|stating|tell us) why\b|\bmust (?:write|do (?:so|this"
    rf"|it) in writing|send a letter"
    r"|give (?:us )?(?:notice|a reason))\b|\bin writing\b|\bwith \w+ (?:days|weeks|months)['’]? notice\b",
    re.I,
)


def _lets_withdraw(record: Record) -> bool:
    """Whether all that a record speaks of rests on consent, so that stopping means withdrawing it."""
    if isinstance(record, OptOut):
        return record.reach == "consent"
    return isinstance(record, DataUse) and any(map(rests_on_consent, record.purposes))


_A_WAY = on_demand(
    r"\b(?:tell|say|speak|talk|ring|call|(?:tele)?phone|text|e-?mail|write|letter|post|press|click|link"
    r"|button|unsubscrib\w+|(?:un)?tick|box|switch|log|sign|account|app|form|ask|contact|visit|desk|reply"
    r"|answer|send|return|let (?:us|\w+) know|online|website|site|staff|in person|cancel|remove|delete"
    r"|take|change|stop|leave|choose|withdraw|use|turn|go to|come)\b",
    re.I,
)
"""Something that people do, or somebody or something that they turn to."""


@rule("withdrawal-says-how", WARNING, "UK GDPR Articles 7(3), 13(2)(c) and 14(2)(d)", "data-uses")
def withdrawal_says_how(filed: Filed[DataUse]) -> Problems:
    """
    What: `withdraw_consent` names something that people can do to withdraw.
    Why: "It ends with the season" tells nobody how; consent that cannot be withdrawn at any time is none.
    How: Name the ways, for example "Press the link at the end of any e-mail, or ring us".
    """
    for number, purpose in enumerate(filed.record.purposes):
        told = purpose.withdraw_consent
        if told and rests_on_consent(purpose) and not _A_WAY.search(told):
            yield Problem(
                ("purposes", number, "withdraw_consent"),
                "This does not say what people do to withdraw their consent.",
                "Name the ways, such as a link, a telephone call or a word to the staff.",
            )


def _ways_back(record: Record) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(record, DataUse):
        for number, purpose in enumerate(record.purposes):
            if purpose.withdraw_consent and rests_on_consent(purpose):
                yield ("purposes", number, "withdraw_consent"), purpose.withdraw_consent
    elif isinstance(record, OptOut) and record.reach == "consent":
        for number, channel in enumerate(record.channels):
            yield ("channels", number, "how"), channel.how


_YEARS = on_demand(
    r"\b(?:aged?|from|under|below|over|at|are|be|turn|reach) (?:age |aged )?(\d{1,2})\b(?! (?:day"
    r"|week|month))",
    re.I,
)

_PARENT_UNTIL = on_demand(
    r"\b(?:below|under|until) (?:age |the age of )?(\d{1,2})\b,? [^.;]{0,40}?\b(?:parent\w*"
    r"|guardian)\b[^.;]{0,30}?\bdecides?\b",
    re.I,
)
_FROM = on_demand(r"\bfrom (?:the )?(?:age )?(?:of )?(\d{1,2})\b(?! (?:day|week|month))", re.I)


@rule("age-words-fit", WARNING, FREE, "opt-outs")
def age_words_fit(filed: Filed[OptOut]) -> Problems:
    """
    What: The explanation of an age names the age that `years` gives.
    Why: The page prints both, and a young person cannot tell which of them holds.
    How: Correct `years`, or the explanation.
    """
    age = stated(filed.record.age)
    said = age.explanation if age else ""
    named = _FROM.findall(said) or _YEARS.findall(said)
    older = [years for years in _PARENT_UNTIL.findall(said) if age and int(years) > age.years]
    if age and named and (str(age.years) not in named or older):
        named = older or named
        yield Problem(
            ("age", "explanation"),
            f"The explanation speaks of age {named[0]}, but `years` says {age.years}.",
            "Correct `years`, or the explanation.",
            named[0],
        )


_WITH_US = on_demand(
    r"\bto (?:opt out|make (?:this|the|your) choice|set (?:it|this|your choice)|register(?: it"
    r"| this)?)\b[^.;]{0,60}?\b(?:our (?:form|website|office|team)|county hall|town hall|the council"
    r"|council offices?|any library|(?:tell|ask|write to|e-?mail|telephone|ring|phone|call|contact) (?:us"
    r"|our|the council))\b|^\W*(?:please )?(?:telephone|ring|call|phone|visit|write to|e-?mail|contact|ask"
    r"|tell) (?:us|the council|our)\b|\b(?:hand|send|return|bring) (?:it|the form"
    r"|this form) (?:in )?(?:back )?(?:to|at) (?:us|the council|county hall|town hall|our)\b",
    re.I,
)
_NOT_US = on_demand(r"\b(?:not|never|no|cannot|nhs|if|help)\b|n['’]t\b", re.I)


@rule("national-choice-with-nhs", WARNING, POLICY, "opt-outs")
def national_choice_with_nhs(filed: Filed[OptOut]) -> Problems:
    """
    What: The page of the National Data Opt-Out sends people to the NHS for it, not to the council.
    Why: Only the NHS can record it. A form handed in at the council has no effect.
    How: Name the ways of the NHS: online, the NHS App, telephone and post.
    """
    if filed.record.reach != "national-data-opt-out":
        return
    texts: list[tuple[FieldPath, str]] = [(("body",), filed.record.body or "")]
    texts += [(("channels", number, "how"), way.how) for number, way in enumerate(filed.record.channels)]
    for way, said in texts:
        for part in parts_of(said):
            match = part.search(_WITH_US)
            if match and not _NOT_US.search(match.string):
                yield Problem(
                    way,
                    f"“{match[0]}”: only the NHS can record this choice.",
                    "Name the ways of the NHS: online, the NHS App, telephone and post.",
                    match[0],
                )
