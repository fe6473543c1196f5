"""Choices that come late, are kept from some, or are given a reach they do not have."""

from __future__ import annotations

import re

from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.said import parts_of, said, says
from generator.proofread.texts import texts_in

_SLOW = on_demand(
    r"\b(?:next|following) (?:calendar |financial |tax |school |academic |council )?(?:quarter|year)\b"
    r"|\b(?:end|start|beginning) of (?:the|each|every) (?:calendar |financial |tax )?(?:quarter|year)\b"
    r"|\b(?:once a (?:quarter|year)|yearly|annually|every (?:(?:two|three|four|six|[2-9]) months|quarter"
    r"|year))\b|\b(?:within|after|takes?|up to|in) (?:up to )?(?:half a year|several months|a few months"
    r"|some months|(?:[2-9]|1\d|2\d|two|three|six|twelve) months|(?:a|one|two|three|\d+) years?"
    r"|(?:[6-9]|[1-9]\d|six"
    r"|eight) weeks|(?:4\d|[5-9]\d|\d{3}) (?:working )?days)\b",
    re.I,
)


_SOON = on_demand(
    r"\b(?:at once|immediately|straight away|(?:the )?same day|within (?:\d|[12]\d|30|one|two|three|five"
    r"|ten) (?:working )?days?|within (?:a|one) (?:day|week|month))\b",
    re.I,
)


@rule("choice-prompt", WARNING, "UK GDPR Article 12(3)", "opt-outs")
def choice_prompt(filed: Filed[OptOut]) -> Problems:
    """
    What: A choice takes effect within a month or so.
    Why: The law gives a month to act on an objection; a choice that works in half a year is none until then.
    How: Give a shorter time in `takes_effect`, or say what takes so long.
    """
    for part in parts_of(filed.record.takes_effect):
        match = None if part.search(_SOON) or filed.record.reach == "consent" else part.search(_SLOW)
        if match is None:
            continue
        yield Problem(
            ("takes_effect",),
            f"“{match[0]}” is long for a choice that the law has you act on within a month.",
            "Give a shorter time, or say what takes so long.",
            match[0],
        )


_ONLY_SOME = on_demand(
    r"^\W*(?:any|every|all) (?:council tax ?payers?|residents?|adults?|tenants?|customers?|voters?"
    r"|taxpayers?)\b|^\W*(?:adults|residents|tenants|customers|taxpayers|grown-ups)\b[^.;]*"
    r"|\bonly (?:people|residents|adults|those|customers)\b[^.;]*|\b(?:people|anyone|you must be|residents"
    r"|adults)(?: who (?:is|are))? (?:over|aged|at least) (?:1[2-9]|21)\b[^.;]*|\bmust (?:live in"
    r"|be a resident)\b[^.;]*",
    re.I,
)


@rule("right-of-everybody", WARNING, "UK GDPR Articles 7(3), 12(2) and 21", "opt-outs")
def right_of_everybody(filed: Filed[OptOut]) -> Problems:
    """
    What: Objecting and withdrawing consent are open to everybody whose data it is, at any age.
    Why: These are rights in law; a council cannot keep them for adults or for residents.
    How: Write "Anyone whose data we use", and who can help a child.
    """
    rights = ("right-to-object", "consent")
    match = says(filed.record.who_can_use_it, _ONLY_SOME) if filed.record.reach in rights else None
    if (
        match
        and "whose data" not in match[0]
        and ("agreed" not in match[0] or match[0].lower().startswith(("adults", "residents")))
    ):
        yield Problem(
            ("who_can_use_it",),
            f"“{match[0]}”: this right is everybody's whose data it is.",
            "Write “Anyone whose data we use”, and who can help a child.",
            match[0],
        )


_ONE_WAY = on_demand(
    r"\b(?:must|have to|need to|can only|only) (?:use|fill in|complete|do (?:this|it|so) (?:on|by|with"
    r"|through)|ask (?:by|on|through)|apply (?:by|on)|object (?:by|on|through)) (?:our|the"
    r"|a) (?:\w+ )?form\b|\b(?:nothing else|no other way|no other form) (?:counts|is accepted|will do)\b"
    r"|\b(?:we|the (?:council|authority|service|team)) (?:only accept|accept only"
    r"|do not accept) (?:objections|requests"
    r"|withdrawals?)\b[^.;]*",
    re.I,
)


@rule("choice-by-any-way", WARNING, "UK GDPR Articles 7(3), 12(2) and 21", "opt-outs")
def choice_by_any_way(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: Objecting and withdrawing consent need no form: any way of telling you counts.
    Why: The law asks for no form; who has told you has objected, and you must act on it.
    How: Offer the form as one way among others.
    """
    if filed.record.reach not in ("right-to-object", "consent"):
        return
    for text in texts_in(register, filed.document.path):
        for match in said(text, _ONE_WAY, _ANY_WAY):
            yield Problem(
                text.field,
                f"“{match[0]}”: people can object or withdraw consent in any way.",
                "Offer the form as one way among others.",
                match[0],
            )


_ANY_WAY = on_demand(
    r"\b(?:not have to|not need|need not|no need|or|never)\b|n['’]t (?:have|need) to\b", re.I
)
_TYPE_1 = on_demand(r"\btype[ -]?(?:1|one)\b", re.I)
_BEYOND = on_demand(
    r"\b(?:stops?|prevents?|covers?|reaches|applies to|keeps) (?:\w+ ){0,2}?(?:hospitals?|councils?"
    r"|social care|NHS England|dentists?|pharmacies)\b|\byou must be (?:over )?1[2-9](?: or over"
    r"| years old)?\b",
    re.I,
)


_HELD_ELSEWHERE = on_demand(
    r"\b(?:hospitals?|councils?|NHS England|dentists?|pharmac\w+|social (?:care|services)|(?:all"
    r"|any) organisations?)\b",
    re.I,
)
_BY_A_GP = on_demand(r"\b(?:GP|surger(?:y|ies)|practices?|doctor['’]s)\b", re.I)


_UNSEEN_BY_STAFF = on_demand(
    r"\b(?:ambulance\w*|hospitals?|A&E|doctors?|nurses?|paramedics?|pharmac\w+|staff)\b[^.;]{0,30}?"
    r"\b(?:cannot|can['’]t|will not|won['’]t|no longer|not be able to)\b[^.;]{0,20}?\b(?:see|read|use"
    r"|open|look)\b",
    re.I,
)
_RECORDED_ELSEWHERE = on_demand(
    r"\b(?:ask|tell|contact|write to|ring|telephone|call) (?:NHS England|the NHS|us|the council|your"
    r" hospital) to"
    r" (?:record|set|make|register|note|enter)\b[^.;]{0,20}?\b(?:choice|opt-?\s?out|it)\b",
    re.I,
)
DENIED_AFTER_ALL = on_demand(
    r"\b(?:never|does not mean|untrue|wrong|myth|research|planning|who do not)\b|\?", re.I
)
_UNTRUE_OF_TYPE_1 = (
    (
        _UNSEEN_BY_STAFF,
        "it changes nothing for people's own care",
        "Say that staff who care for people see what they need.",
    ),
    (_RECORDED_ELSEWHERE, "only a GP practice can record it", "Say that people tell their GP practice."),
)


@rule("type-1-reach", WARNING, "Type 1 opt-out: recorded by GP practices in England", "opt-outs")
def type_1_reach(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The page of the Type 1 opt-out says that it is about GP records only, and sets no age.
    Why: It does not reach what hospitals and councils hold; and a child who understands it can make it.
    How: Correct the sentence; for the rest lead to the National Data Opt-Out.
    """
    if not _TYPE_1.search(filed.record.title):
        return
    for number, stopped in enumerate(filed.record.stops):
        match = says(stopped, _HELD_ELSEWHERE)
        if match and not _BY_A_GP.search(stopped):
            yield Problem(
                ("stops", number),
                f"“{match[0]}” hold records of their own, which the Type 1 opt-out does not reach.",
                "Move this to `does_not_stop`; for the rest lead to the National Data Opt-Out.",
                match[0],
            )
    for text in texts_in(register, filed.document.path):
        for pattern, truth, hint in _UNTRUE_OF_TYPE_1:
            for match in said(text, pattern, DENIED_AFTER_ALL):
                words = f"“{match[0]}” is untrue of the Type 1 opt-out: {truth}."
                yield Problem(text.field, words, hint, match[0])
        if "does_not_stop" not in text.field:
            for match in said(text, _BEYOND):
                yield Problem(
                    text.field,
                    f"“{match[0]}” is untrue of the Type 1 opt-out: it is about what leaves a GP practice, "
                    f"at any age.",
                    "Correct the sentence; for the rest lead to the National Data Opt-Out.",
                    match[0],
                )


_PATIENT = on_demand(r"\bconfidential patient information\b[^.;]*\b(?:research|planning|plan)\b", re.I)
_SPARED = on_demand(
    r"\b(?:agree\w*|consent\w*|law|court|recogni\w+|anonym\w+|not|no|nobody|without|Type 1|own care"
    r"|except\w*|Wales|Scotland|outside|251|approv\w+|support)\b|\]\(",
    re.I,
)


@rule("stops-one-way", WARNING, POLICY, "opt-outs")
def stops_one_way(filed: Filed[OptOut]) -> Problems:
    """
    What: What a choice stops is not listed as what it does not stop.
    Why: Readers cannot tell which of the two holds. The National Data Opt-Out stops research and planning.
    How: Take the entry out of one of the lists, or say in which case it goes on.
    """
    stops = {_bare(entry) for entry in filed.record.stops}
    national = filed.record.reach == "national-data-opt-out"
    for number, entry in enumerate(filed.record.does_not_stop):
        reached = national and _PATIENT.search(entry) and not _SPARED.search(entry)
        if _bare(entry) in stops or reached:
            yield Problem(
                ("does_not_stop", number),
                "This is what the choice stops, and it is listed as what the choice does not stop.",
                "Take it out of one of the lists, or say in which case it goes on.",
            )


def _bare(entry: str) -> str:
    return " ".join(re.findall(r"\w+", entry.lower()))
