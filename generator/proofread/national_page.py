"""What the page of the National Data Opt-Out says untruly, or leaves out."""

from __future__ import annotations

import re

from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.choice_truths import DENIED_AFTER_ALL
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said
from generator.proofread.texts import ON_CHOICES, PublishedText, texts_in

_SPLIT = on_demand(
    r"\b(?:opt out of|say no to|stop|choose) (?:only )?(?:research|planning) (?:and|but|while"
    r"|yet)[^.;]{0,20}?\b(?:stay in|say yes|keep|remain|allow|not)\b[^.;]{0,20}\b(?:planning|research)\b"
    r"|\b(?:one|either|research|planning) without the other\b"
    r"|\bseparate(?:ly)? (?:choices? )?for research and|\btwo (?:separate )?choices\b",
    re.I,
)
_NOBODY = on_demand(
    r"\b(?:nobody|no one|nobody else|no other person) (?:else )?(?:can|may) (?:choose|decide|opt out"
    r"|do this) for\b",
    re.I,
)
_SOLD = on_demand(
    r"\b(?:can|may|could|might|will|is|are) be (?:sold|given|passed|used"
    r"|shared)\b[^.;]{0,30}?\b(?:insurers?|insurance|marketing|advertis\w+|employers?|banks?)\b",
    re.I,
)
_UNSEEN = on_demand(
    r"\b(?:opt\w*[ -]?out|choice)\b[^.;]{0,60}?\b(?:cannot|can['’]t|will not|won['’]t|no longer"
    r"|not be able to|may not)\b[^.;]{0,20}?\b(?:see|read|look|use|open|get|treat|have"
    r"|find)\b[^.;]{0,40}?\b(?:notes?|records?|history|medicines|allergies|letters|results|scans|tests)\b",
    re.I,
)
_UNSEEN_IN_CARE = on_demand(
    r"\b(?:ambulance\w*|hospitals?|A&E|doctors?|nurses?|paramedics?|pharmac\w+)\b[^.;]{0,30}?\b(?:cannot"
    r"|can['’]t|will not|won['’]t|no longer|not be able to)\b[^.;]{0,20}?\b(?:see|read|use|open"
    r"|look)\b[^.;]{0,20}?\b(?:allerg\w+|medic\w+|health|treat\w+|your (?:notes|history|records?))\b",
    re.I,
)
_ELSEWHERE = on_demand(
    r"\b(?:choice|opt-?\s?out|it) (?:works|holds|applies|counts)\b[^.;]{0,20}? (?:in|across"
    r"|throughout) (?:the whole of )?(?:the )?(?:UK|United Kingdom|Great Britain|Wales|Scotland"
    r"|Northern Ireland)\b|\bin (?:Wales|Scotland|Northern Ireland)\b[^.;]{0,60}?\b(?:we|they|it"
    r"|your choice|the NHS) (?:will |can |also )*(?:follow|respect|honour|appl(?:y|ie)|hold|count|work"
    r"|cover)s? (?:it |to you |your choice )?(?:there|in|too|as well|also)\b",
    re.I,
)
_ENDS = on_demand(
    r"\b(?:lasts?|is valid|holds?|runs?|counts?)(?: only)? for (?:only )?(?:\d+|a|one|two|three|five|six"
    r"|ten|twelve) (?:years?|months?)|\b(?:expires?|runs out|must be renewed|renew (?:it|your)|(?:make|set"
    r"|choose) (?:it )?again (?:every|after|each))\b",
    re.I,
)
_ALONE = on_demand(
    r"\bonly you(?: yourself)? (?:can|may) (?:set|make|change|choose)\b|\b(?:carers?|attorneys?|deput(?:y"
    r"|ies)|parents?|relatives?|guardians?)\b[^.;]{0,30}?(?<!who )\b(?:cannot|can['’]t|can not|may not)\b",
    re.I,
)
_NOT_ALWAYS = on_demand(
    r"\b(?:unless|without|if(?! you (?:opt|have|set))|who has no|who have no|research|planning|over|13)\b",
    re.I,
)
_SET_BY_US = on_demand(
    r"\b(?:we|the council|our (?:staff|team))\b[^.;]{0,50}?\b(?:sets?|registers?|records?|enters?"
    r"|process(?:es)?|makes?) (?:your|the|a|it|this)\b[^.;]{0,20}?\b(?:opt-?\s?out|choice)\b",
    re.I,
)
_OUR_LIST = on_demand(
    r"\b(?:fill in|complete|use|return|send us|download) (?:our|the council['’]s) (?:own )?(?:\w+ )?form\b"
    r"|\b(?:our|the council['’]s) (?:own )?list of (?:people|those|everyone|everybody|residents)\b"
    r"|\b(?:we|the (?:council|authority|service|team)) (?:will |then )?(?:add|put|enter) (?:you"
    r"|your (?:name|choice))\b",
    re.I,
)
_WORSE_CARE = on_demand(
    r"\b(?:doctors?|GPs?|nurses?|hospitals?|ambulances?|care (?:staff|workers?)|care|treatment"
    r"|services)\b[^.;]{0,40}?\b(?:may|might|could|will|can"
    r"|would)\b[^.;]{0,25}?\b(?:not be able to (?:treat|help|care|look after|give|find)|less (?:good|well"
    r"|safe|quickly)|worse|slower|longer|suffer|be affected|be (?:delayed|refused|limited))\b",
    re.I,
)
_EXEMPT = on_demand(
    r"\b(?:universit\w+|researchers?|companies|firms|hospitals?|charit\w+|councils?|GPs?)\b[^.;]{0,40}?"
    r"\b(?:do not have to|need not|are exempt|are not bound|can ignore|do not need to|are free to)\b",
    re.I,
)
_NAMELESS = on_demand(
    r"\b(?:stops?|covers?|reaches|applies to|prevents?)\b[^.;]{0,30}?\b(?:anonym\w+|statistics|counts"
    r"|totals)\b",
    re.I,
)
CARE = on_demand(r"\b(?:your|own|individual|direct) (?:own )?(?:care|treatment)\b", re.I)
_CHILDRENS = on_demand(
    r"\b(?:covers?|reach(?:es)?|appl(?:y|ies) to|includes?|extends? to|protects?)\b[^.;]{0,40}?"
    r"\b(?:children['’]s (?:social care|services)|schools?|education\w*|pupil\w*|nurser(?:y|ies))\b",
    re.I,
)
_ENDS_WITH_LIFE = on_demand(
    r"\b(?:after|on|at|upon|with) (?:your |the person['’]s |their |a person['’]s )?death\b[^.;]{0,40}?\b(?:no"
    r" longer|ends?|lapses?|expires?|ceases?|stops?|(?:is|are) (?:deleted|removed|cancelled|void))\b|\b(?:no"
    r" longer|ends?|lapses?|expires?|ceases?|stops?|(?:is|are) (?:deleted|removed|cancelled"
    r"|void))\b[^.;]{0,30}?"
    r"\b(?:after death|when (?:you|the person|somebody|people) dies?|(?:on|upon|with|at) (?:your|the"
    r" person['’]s"
    r"|a person['’]s|their)? ?death)\b",
    re.I,
)
_AT_PRACTICE = on_demand(
    r"\b(?:ask|tell|contact|visit|ring|through|via|with|by) (?:\w+ )?(?:your |a |the )?(?:local"
    r" )?(?:GP|doctor"
    r"|surgery|pharmacist|practice|dentist)\b[^.;]{0,30}?\b(?:to|can|will|who) (?:also )?(?:register"
    r"|set|record"
    r"|make|apply|enter|change)\b[^.;]{0,30}?\b(?:opt-?\s?out|choice)",
    re.I,
)
_NOT = on_demand(
    r"\b(?:not|never|nor|neither|cannot|unless|without|beyond|other than|anything)\b|n['’]t\b", re.I
)
_NOT_GIVEN = on_demand(
    r"\b(?:never|nor|neither|cannot|unless|without)\b|\b(?:is|are|will|may|can) not\b", re.I
)
_UNTRUE = (
    (_SPLIT, "it is one choice for research and planning together", "Say that it is one choice for both."),
    (_NOBODY, "a parent, an attorney or a deputy can choose for a person who cannot", "Say who can."),
    (
        _UNSEEN,
        "it changes nothing for people's own care",
        "Say that staff who care for people see their records.",
    ),
    (_CHILDRENS, "children's social care and schools lie outside it", "Move this to what it does not stop."),
    (_ENDS_WITH_LIFE, "it is kept after death", "Say that the choice still counts after death."),
    (_AT_PRACTICE, "only the NHS service can record this choice", "Say how to set it with the NHS."),
    (_ENDS, "it holds until people change it, and does not run out", "Say so."),
    (_ALONE, "a parent, an attorney or a deputy can choose for a person who cannot", "Say who can."),
    (
        _EXEMPT,
        "it binds everybody who uses such information in England",
        "Name the exceptions of the policy.",
    ),
    (
        _NAMELESS,
        "it does not reach information in which nobody can be recognised",
        "Move this to what it does not stop.",
    ),
    (
        _UNSEEN_IN_CARE,
        "it changes nothing for people's own care",
        "Say that staff who care for people see their records.",
    ),
    (_ELSEWHERE, "it holds in England only", "Say that it holds in England only."),
    (_OUR_LIST, "only the NHS keeps this choice", "Say how to set it with the NHS."),
    (_WORSE_CARE, "it changes nothing for people's own care", "Say that care stays the same."),
    (_SET_BY_US, "only the NHS can record this choice", "Say how to set it with the NHS."),
    (
        _SOLD,
        "such information goes to none of them unless people agree",
        "Say so, whether or not people opt out.",
    ),
)


_UNLESS = {
    _WORSE_CARE: on_demand(
        rf"{DENIED_AFTER_ALL.pattern}|\b(?:will|would|can|could|may|might) (?:not|never) (?:be"
        rf" (?:affected|worse"
        r"|delayed|refused|limited)|suffer)\b",
        re.I,
    ),
    _EXEMPT: on_demand(r"\b(?:if|where|consent|law|court|anonym\w+|\w+ care)\b", re.I),
    _NAMELESS: _NOT,
    _NOBODY: None,
    _ELSEWHERE: on_demand(rf"{_NOT.pattern}|\b(?:England|English)\b", re.I),
    _SOLD: _NOT_GIVEN,
    _UNSEEN: _NOT_ALWAYS,
    _ALONE: _NOT_ALWAYS,
    _UNSEEN_IN_CARE: DENIED_AFTER_ALL,
}


@rule("opt-out-page-true", WARNING, POLICY, "opt-outs")
def opt_out_page_true(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The page of the National Data Opt-Out says what the policy says of care, proxies and insurers.
    Why: People decide by that page; what is untrue there frightens them, or lulls them.
    How: Correct the sentence.
    """
    if filed.record.reach != "national-data-opt-out":
        return
    for number, stopped in enumerate(filed.record.stops):
        if CARE.search(stopped) and not _NOT.search(stopped):
            yield Problem(
                ("stops", number),
                "The National Data Opt-Out does not stop the use of information for people's own care.",
                "Move this to `does_not_stop`.",
            )
    for text in texts_in(register, filed.document.path):
        for pattern, truth, hint in _UNTRUE:
            for match in said(text, pattern, _UNLESS.get(pattern, _NOT)):
                yield Problem(text.field, f"“{match[0]}”: {truth}.", hint, match[0])


_OPT_OUT = on_demand(r"\b(?:national (?:data )?opt-?\s?out|NDOO|opt(?:ing|ed)? out nationally)\b", re.I)
_OF_CARE = on_demand(
    r"\b(?:stops?|prevents?|keeps?|means?|bars?|blocks?)\b[^.;]{0,30}?\b(?:doctors?|nurses?|GPs?"
    r"|hospitals?|ambulance|staff|carers?|social workers?)\b[^.;]{0,30}?\b(?:see|seeing|look\w*|us(?:e"
    r"|ing)|read\w*|open\w*|treat\w*|hav(?:e|ing))\b|\b(?:same as|part of|one and the same|covers?"
    r"|includes?|applies to|reaches)\b[^.;]{0,40}?\b(?:shared|summary) (?:care )?record|\b(?:opted out"
    r"|opt-?\s?out)\b[^.;]{0,40}?\b(?:doctors?|nurses?|GPs?|hospitals?|ambulance|social workers?"
    r"|carers?)\b[^.;]{0,20}?\b(?:cannot|can['’]t|will not|won['’]t|no longer)\b[^.;]{0,20}?\b(?:see|read"
    r"|use|open|look)\b|\bshared (?:care )?record\b[^.;]{0,40}?\b(?:same as|part of|covered by"
    r"|included in)\b|\b(?:opt(?:ing|ed)? out nationally|national opt-?\s?out)\b[^.;]{0,60}?\b(?:doctors?"
    r"|nurses?|GPs?|hospitals?|ambulance|social workers?|carers?|care (?:staff|team|workers?))\b[^.;]{0,40}?"
    r"\b(?:cannot|can['’]t|will not|won['’]t|no longer|unable)\b[^.;]{0,25}?\b(?:see|read|use|open|look|treat"
    r"|care|access|share)\b|\bsame as the national (?:data )?opt-?\s?out\b",
    re.I,
)
_PLANNED = on_demand(
    r"\b(?:not|never|nor|neither|no(?! longer)|different\w*|unlike|research|planning|whether|nothing|myth"
    r"|wrong)\b|n['’]t\b|\?",
    re.I,
)


@rule("opt-out-not-care", WARNING, POLICY, "texts", ON_CHOICES)
def opt_out_not_care(text: PublishedText) -> Problems:
    """
    What: No text says that the National Data Opt-Out reaches people's own care, or the shared care record.
    Why: It is about research and planning alone. Who fears for their care is not free to choose.
    How: Say that care stays the same; objecting to the shared record is a choice of its own.
    """
    for match in said(text, _OF_CARE, _PLANNED) if _OPT_OUT.search(text.text) else ():
        if _OPT_OUT.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}”: the National Data Opt-Out does not reach people's own care.",
                "Say that care stays the same; the shared record has a choice of its own.",
                match[0],
            )
