"""Objections that are promised to succeed, and what parents are said to see of a child's data."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.spoken import said_in
from generator.proofread.word_parts import sought

_STOPS_ALWAYS = on_demand(
    r"\b(?:we|the (?:council|authority|service|team)) (?:must|will|have to|has to|shall"
    r"|are bound to) (?:always |then "
    r"|at once )?(?:stop|cease|end)\b[^.;]{0,50}?\b(?:whenever|if|when|as soon as|once|every time) (?:you"
    r"|people|anybody|somebody) (?:object|say no|tell us that you object)\b|\b(?:if|when|whenever|once"
    r"|as soon as) you object\b[^.;]{0,20}?,? (?:we|the (?:council|authority|service|team)) (?:must|will"
    r"|have to|has to"
    r"|shall)? ?(?:always |then |at once )?(?:stop|cease)\b(?! to (?:look|think|check|weigh))"
    r"|\bobjections? (?:is|are|will be|must be) (?:always |automatically )(?:accepted|granted|followed"
    r"|upheld)\b|\byour right to object is absolute\b|\babsolute right to object\b",
    re.I,
)
_WEIGHED = on_demand(
    r"\b(?:marketing|unless|while we|until we|except|agree|compelling|reasons?|newsletter|survey\w*|not|never"
    r"|some|research|consider|look at|weigh)\b",
    re.I,
)
_STOPS_ALWAYS_PARTS = sought("object")


@rule("objection-weighed", WARNING, "UK GDPR Article 21(1)", "records")
def objection_weighed(filed: Filed[Record], register: Register) -> Problems:
    """
    What: No text promises that a use on which the council relies by law stops whenever people object.
    Why: Only direct marketing always stops. Otherwise the council weighs the objection, and can go on.
    How: Say that you look at each objection, and stop unless you have compelling reasons to go on.
    """
    record = filed.record
    if isinstance(record, OptOut):
        weighed = record.reach == "right-to-object"
    elif isinstance(record, DataUse):
        weighed = not any(p.direct_marketing or p.lawful_basis == "consent" for p in record.purposes)
    else:
        weighed = isinstance(record, PublicBenefit) and not record.consent_sought
    for text, match in (
        said_in(filed, register, _STOPS_ALWAYS, _WEIGHED, _STOPS_ALWAYS_PARTS) if weighed else ()
    ):
        yield Problem(
            text.field,
            f"“{match[0]}”: only direct marketing stops whenever people object.",
            "Say that you look at each objection, and stop unless you have compelling reasons to go on.",
            match[0],
        )


_PARENTS = (
    r"(?:parents?|mothers?|fathers?|guardians?|carers?|(?:a|the|any) (?:parent|person|adult) with parental"
    r" responsibility)"
)
_CHILDS = r"(?:(?:their|the|a|your|any) )?(?:own )?(?:child(?:ren)?(?:['’]s)?|son['’]s|daughter['’]s)"
_ALL_OF_IT = on_demand(
    rf"\b{_PARENTS}\b(?: (?!not\b|no\b|never\b)\w+){{0,3}}? (?:can|may|will|are able to"
    r"|(?:have|has) (?:a|the|an automatic|full) right to|(?:are|is) (?:always |fully )?entitled to"
    r"|are allowed to) (?:always |also |automatically )*(?:see|read|look at|access|get|receive|be (?:told"
    r"|shown|given)|know)\b[^.;]{0,20}?\b(?:everything|anything|all"
    rf"|any (?:record|information|data)|every \w+|the whole (?:file|record))\b[^.;]*"
    rf"|\b{_PARENTS}\b(?: \w+){{0,3}}? (?:always|automatically) (?:see|get|have|receive|can (?:see|get"
    rf"|access))\b[^.;]*"
    r"\b(?:record|file|data|information|account|loans?|notes)s?\b"
    rf"|\byou (?:can|may|have (?:a|the) right to) (?:always )?(?:see|read|access|get|know) (?:everything|all"
    rf"|anything)\b[^.;]{{0,40}}?\b(?:about|on|that|of) {_CHILDS}\b"
    r"|\b(?:children|a child|pupils|young people) (?:cannot|can['’]t|may not|have no right to"
    r"|are not (?:allowed"
    r"|able) to) (?:ask (?:to see|for|us)|see|use (?:these|their|this)|object|complain|exercise)\b"
    rf"|\bonly (?:a |the )?{_PARENTS} (?:can|may) (?:ask|see|object|complain|use (?:these|the|their)"
    rf"|exercise|decide|choose|say no|opt out)\b|\b(?:the|a|your) child (?:has|gets|is given) no (?:say"
    rf"|choice|right)\b",
    re.I,
)
_SOMETIMES = on_demand(
    r"\b(?:unless|if|when|where|until|who (?:is|are) too young|too young|understand\w*|old enough|mature"
    r"|on behalf|agrees?|own (?:application|form|details|account)|under (?:the age of )?1[0-3]|some"
    r"|not all|photos?|pictures?|timetable|bus|place)\b",
    re.I,
)
_FAMILY = sought("arent", "hild", "uardian", "upils", "oung people", "Mother", "mothers", "ather")
"""Letters of which some stand wherever parents or children are spoken of."""


@rule("childs-own-rights", WARNING, "UK GDPR Articles 12 to 15, recital 38; ICO: children", "data-uses")
def childs_own_rights(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: No text gives parents a right to all that is held about their child, or takes it from the child.
    Why: The data is the child's. Parents can act for a child who is too young to understand, and as far as
        that is good for the child; a child who understands asks for itself.
    How: Say when a parent can ask, and that a child who understands can ask too.
    """
    for text, match in said_in(filed, register, _ALL_OF_IT, _SOMETIMES, _FAMILY):
        if "also_called" not in text.field:
            yield Problem(
                text.field,
                f"“{match[0]}”: the data is the child's, and so are the rights over it.",
                "Say when a parent can ask, and that a child who understands can ask too.",
                match[0],
            )
