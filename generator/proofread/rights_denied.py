"""Words that refuse people rights that they have, or promise more than a right gives."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.model.rights import right_over
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import under_gdpr
from generator.proofread.said import main_clause, says
from generator.proofread.word_parts import sought

_NO = (
    r"(?:cannot|can['’]t|can never|may not|will not|won['’]t|must not"
    r"|(?:are|is) not (?:allowed|able|entitled) to)"
)
_REFUSED = on_demand(
    r"\byou have no (?:data protection )?rights? (?:over|to|in|about) (?:(?:your|the|this|that|any"
    r"|personal|such|these) )*(?:data(?! portability)|information|details|records?)\b"
    rf"|\byou (?:{_NO}|have no right to) (?:ask to )?(?:see|read|look at|have a copy of"
    rf"|get a copy of|ask for|access) (?:(?:any (?:part )?of |all of )?your (?:own )?"
    r"(?:personal )?(?:data|information|records?|file|assessment|notes|report|details|case)\b|(?:a copy"
    r"|copies)(?=\W*$| of (?:it|them|your|what))|what (?:we|our staff|social workers?|officers?"
    r"|the council|staff) (?:have |has )?(?:hold|holds|held|keeps?|kept|write|wrote|written|record(?:ed)?"
    r"|know)\b|what (?:is|was|has been) (?:written|recorded|held|said) about you\b)|\byou (?:have|ha(?:ve"
    r"|s) got) no right to (?:a copy|copies|access|see (?:it|them|your))\b"
    r"|\byou have no right to (?:have|get) (?:any of |all of )?(?:your|the) (?:\w+ )?(?:data|information"
    r"|details|records?|mistakes?) (?:corrected|put right|deleted|erased|removed)\b"
    r"|\bthere is no right (?:of access|to a copy|to see (?:it|your|this))\b|\b(?:records?|data"
    r"|information|details|mistakes?|errors?|entries|it)\b[^.;]{0,30}?"
    rf" {_NO} be (?:corrected|put right|rectified|challenged)\b|\bwe {_NO} (?:show|tell|give|let) you (?:see "
    rf"|have )?(?:anything|any of (?:it|this|your)|what (?:we|is) (?:hold|have|held)"
    r"|(?:your|the) (?:data|records?|file|information|assessment))\b"
    rf"|\bwe {_NO} (?:correct|put right|rectify) (?:\w+ ){{0,3}}?(?:records?|data|information|details"
    rf"|mistakes?|errors?)\b",
    re.I,
)
_IN_PART = on_demand(
    r"\b(?:if|when|while|where|until|unless|some(?:times)?|parts?|others?|other people|third|court"
    r"|register|registers|neighbours?|another|(?:some|any)(?:one|body) else|who (?:reported|told"
    r"|complained|raised)|certificates?|reference|confidence|exam\w*|opinions?|without|before|after|harm"
    r"|online|once (?:it|they|the) (?:is|are|was) (?:published|coded)|coded|anonym\w+|names?|because"
    r"|yourself|by yourself)\b|\]\(",
    re.I,
)
_REFUSED_PARTS = sought(
    *("cannot", "can't", "can’t", "can never", " not ", "won't", "won’t", "no right", "data protection right")
)


@rule("right-denied", WARNING, "UK GDPR Articles 15 and 16; DPA 2018 Part 3, Chapter 3", "data-uses")
def right_denied(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not refuse outright that people see their data or have it corrected.
    Why: These rights hold under every lawful basis. What can be held back has its place, with the exemption.
    How: Take the sentence out; put what can be held back, and by which law, into `rights_limits`.
    """
    if not under_gdpr(filed.record):
        return
    for text, sentence in sentences_of(filed, register, _REFUSED_PARTS):
        match = sentence.search(_REFUSED)
        if match and not _IN_PART.search(main_clause(match).replace("Once a record", "A record")):
            yield Problem(
                text.field,
                f"“{match[0]}”: people have this right over every data use.",
                "Take it out; what can be held back belongs into `rights_limits`, with the exemption.",
                match[0],
            )


_WHOLLY = on_demand(
    r"\bwe (?:will )?never (?:tell|inform) you\b(?! who| the names?| what (?:others|another|somebody))"
    r"|\byou (?:cannot|can['’]t|may not) ask\b(?! (?:for|to see) (?:the|another|what others))|\b(?:do not"
    r"|don['’]t|cannot|can['’]t|may not|never|(?:is|are) not allowed to) (?:get to |ever )?(?:see|have|get"
    r"|receive|read) (?:\w+ )?(?:your|their|his or her) (?:own )?(?:files?|records?|data|information"
    r"|notes)\b(?=\W*$|[.;])|\bwe (?:never|do not ever|will never) (?:give|provide|release|send|show"
    r"|disclose|hand"
    r" out)(?: you| out)? (?:any |you )?(?:cop(?:y|ies)|your (?:file|records?|data|information))\b"
    r"|\bwe (?:always refuse|refuse all|never answer)\b|\bin no (?:case"
    r"|circumstances)\b",
    re.I,
)


@rule("limit-is-limited", WARNING, "UK GDPR Articles 12 and 23; DPA 2018 Schedules 2 to 4", "data-uses")
def limit_is_limited(filed: Filed[DataUse]) -> Problems:
    """
    What: What limits a right does not take the right away for good.
    Why: An exemption holds only for as long and as far as it is needed; people can always ask.
    How: Say in which case you hold something back and until when, for example "until we have looked into it".
    """
    for number, limit in enumerate(filed.record.rights_limits):
        match = says(limit.explanation, _WHOLLY)
        if match:
            yield Problem(
                ("rights_limits", number, "explanation"),
                f"“{match[0]}” takes the right away, and an exemption only limits it.",
                "Say in which case you hold something back, and until when.",
                match[0],
            )


_ANY_RECORD = r"(?:your|the|all|every|any) (?:\w+ )?(?:entry|entries|data|information|details|records?|file)"
_WIPED_ALWAYS = on_demand(
    rf"\b(?:(?:have|get) {_ANY_RECORD}(?: \w+){{0,3}} (?:deleted|erased|removed|wiped|destroyed)"
    rf"|(?:delete|erase|remove|wipe|destroy) (?:{_ANY_RECORD}|(?:personal )?(?:data|information)))\b"
    r"[^.;]{0,20}? (?:in (?:all|any) (?:circumstances|cases?)|in every case|without exception)\b"
    rf"|\b(?:(?:have|get) {_ANY_RECORD}(?: \w+){{0,3}} (?:deleted|erased|removed|wiped|destroyed)"
    rf"|(?:delete|erase|remove|wipe|destroy) (?:{_ANY_RECORD}|(?:personal )?(?:data|information)))\b"
    r"[^.;]*\b(?:whenever|any time|as soon as|when|if) (?:that )?you (?:ask|like|want|wish|tell|say"
    r"|request)|\bhave (?:all )?your (?:\w+ )?(?:data|information|details|records?) (?:deleted"
    r"|erased) at any time(?=\W*$)"
    r"|\b(?:anybody|anyone|everybody|everyone|you) can (?:always )?(?:have|get) (?:(?:your|their|all|any|the)"
    r" )(?:\w+ ){1,3}?(?:deleted|erased|removed|wiped|destroyed|taken (?:off|out))\b[^.;]*\b(?:right to (?:be"
    r" forgotten|erasure)|Article 17|at any time|whatever the reason)",
    re.I,
)
_ALWAYS_DONE = on_demand(
    r"\b(?:delet|eras|remov|wip|destroy)\w+\b[^.;]*\bwe (?:will |shall )?always (?:do|agree|delete|erase"
    r"|remove|say yes)|\bwe (?:will |shall )?always (?:delete|erase|remove|wipe|destroy)\b[^.;]*\b(?:if"
    r"|when) you (?:ask|want|tell)",
    re.I,
)
_KEPT_IN_PART = on_demand(
    r"\b(?:not|never|no longer need|unless|except|cannot|may|consider|some|can ask)\b|n['’]t\b", re.I
)
_ALWAYS_DONE_PARTS = sought("delet", "eras", "remov", "wip", "destroy", "taken o")


@rule("erasure-overpromised", WARNING, "UK GDPR Article 17(1) and (3)(b)", "data-uses")
def erasure_overpromised(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: No text promises that data is erased whenever people ask, where the law makes the council keep it.
    Why: Under a legal obligation or a public task the right to erasure is limited, and the promise is broken.
    How: Say that people can ask, and why you cannot always do it; or leave it to the list of rights.
    """
    held = [right_over(purpose, filed.record, "erasure") for purpose in filed.record.purposes]
    if not held or any(right is None or right.extent == "full" for right in held):
        return
    for text, sentence in sentences_of(filed, register, _ALWAYS_DONE_PARTS):
        always = sentence.search(_ALWAYS_DONE)
        match = always or sentence.search(_WIPED_ALWAYS)
        if match and (always or not sentence.search(_KEPT_IN_PART)):
            yield Problem(
                text.field,
                f"“{match[0]}”: for this data use the right to have data erased is limited.",
                "Say that people can ask, and why you cannot always do it.",
                match[0],
            )
