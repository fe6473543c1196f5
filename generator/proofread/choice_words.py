"""What the page of a choice says in words: that it is people's own, free of cost, and can be taken back."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.register import Filed
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import rests_on_consent
from generator.proofread.said import parts_of, says

FREE = "UK GDPR Articles 4(11), 7(3), 12(2) and 21; neutral wording of choices"
_NO = r"(?:cannot|can['’]t|can ?not|may not|(?:are|is) (?:not |un)able to|not possible to|no longer)"
_FINAL = on_demand(
    rf"\b{_NO} (?:\w+ ){{0,2}}?(?:change|be changed|reverse|be reversed|undo|be undone|withdraw"
    r"|be withdrawn|go back|opt (?:back|in)|take (?:it|that) back|cancel|be put back|rejoin"
    r"|come back|return|get back|be added again|start again|join again|sign up again)\b"
    r"|\b(?:is|are) (?:final|irreversible|permanent|binding)\b"
    r"|\b(?:only once|(?:once|twice) (?:a|per|every|in a) (?:\w+ )?(?:year|month|quarter|lifetime))\b"
    r"|\bchange (?:your mind|it|this|your choice)\b[^.;]{0,20}\b(?:once\b(?! more)"
    r"|within (?:\w+ ){1,2}(?:days?"
    r"|weeks?|months?))|\bno (?:way|going) back\b|^(?:not possible|none|no|n/?a|never)\W*$|\blocked in\b",
    re.I,
)
_OTHERS = on_demand(
    r"\b(?:before(?! (?:the|a|your) (?:next|new|end|following))|released|already|earlier|sent|printed"
    r"|what|until|unless|data|copies)\b",
    re.I,
)
_ENDS_AT_DEATH = on_demand(
    r"\b(?:ends|stops|lapses|expires|is removed|is deleted) (?:when you die|(?:at|on|with"
    r"|after) your death)\b",
    re.I,
)


@rule("choice-can-change", WARNING, FREE, "opt-outs")
def choice_can_change(filed: Filed[OptOut]) -> Problems:
    """
    What: A choice can be changed later, and the National Data Opt-Out does not end with a person's death.
    Why: Consent can be withdrawn and an objection taken back at any time; "for ever" frightens people off.
    How: Say in `change_your_mind` how people change it, for example "Tell us at any time".
    """
    said = filed.record.change_your_mind or ""
    match = says(said, _FINAL)
    if match and not _OTHERS.search(said):
        yield Problem(
            ("change_your_mind",),
            f"“{match[0]}” says that this choice cannot be changed later.",
            "Say how people change their mind, and that they can do so at any time.",
            match[0],
        )
    dead = says(said, _ENDS_AT_DEATH) if filed.record.reach == "national-data-opt-out" else None
    if dead:
        yield Problem(
            ("change_your_mind",),
            "The National Data Opt-Out stays in place after a person's death.",
            "Say that it stays in place.",
            dead[0],
        )


_ARGUED = on_demand(
    r"\b(?:the )?(?:council|authority|trust|team|panel|manager|officer|(?:\w+ )?registration officer|we|GP"
    r"|doctor|head of \w+) (?:will |then |alone )*decides?\b|\byou (?:must|have to|need to|should"
    r"|will need to) (?:give|state|provide|show|explain|prove) (?:us )?(?:a |an |your |the "
    r"|us )?(?:\w+ )?(?:reasons?|why|grounds?)\b|\b(?:give|state|provide|show) us (?:a |an |your "
    r"|the )?(?:\w+ )?(?:reasons?|grounds?)\b|\bin writing,? (?:and|with|saying|stating"
    r"|giving) (?:\w+ ){0,2}?(?:say why|why|reasons?|explain\w*)\b|\b(?:we|the (?:council|authority"
    r"|service|team)) (?:can|may|might"
    r"|will|could) (?:refuse|reject|turn (?:it|you) down|say no)\b|\b(?:subject to|need|needs|require"
    r"|requires) (?:our|the council['’]s|a manager['’]s) (?:approval|agreement|permission)\b",
    re.I,
)
_REASONED = on_demand(
    r"\b(?:explain|tell|say|state|write)(?: \w+){0,5}? why you (?:want|wish|would like|do not)\b"
    r"|\bwhether (?:we|the council|the officer|the practice) (?:agrees?|accepts?|allows?|approves?)\b"
    r"|\byou (?:must|have to|need to) (?:give|have|show) (?:us )?(?:a |an )?(?:\w+ )?reasons?\b",
    re.I,
)
"""What the text of a choice has people do before it counts."""
_DIRECT = on_demand(r"\b(?:not|never|no|nobody|cannot|n['’]t|except|unless|only|serious)\b", re.I)


@rule("choice-not-argued", WARNING, FREE, "opt-outs")
def choice_not_argued(filed: Filed[OptOut]) -> Problems:
    """
    What: A choice that is people's own is not said to need a reason, or the council's leave.
    Why: Nobody has to give reasons for withdrawing consent, for an opt-out or for leaving a survey out.
    How: Write "You decide. You do not have to give a reason." For the right to object, `reach` says so.
    """
    if filed.record.reach == "right-to-object":
        return
    decided = [("who_decides", _ARGUED, part) for part in parts_of(filed.record.who_decides)]
    for field, words, part in (
        *decided,
        *(("body", _REASONED, part) for part in parts_of(filed.record.body)),
    ):
        match = part.search(words)
        if match and not _DIRECT.search(match.string):
            yield Problem(
                (field,),
                f"“{match[0]}”: this choice is people's own, and needs no reason or leave.",
                "Say that they decide; where somebody can refuse, say in which case only.",
                match[0],
            )
            return


_COSTS = on_demand(
    r"\byou (?:will |may |might |could |would )?(?:lose|pay more|forfeit|be (?:fined|charged|refused"
    r"|removed|taken off|denied))\b|\b(?:your|the) (?:\w+ ){0,3}?(?:will|may|might|could"
    r"|can) (?:\w+ )?(?:suffer|be refused|be stopped|be withdrawn|be delayed|be affected|get worse"
    r"|be cancelled|cost more|fall|end)\b|\b(?:credit rating|benefits?|care|treatment|services?) (?:falls?"
    r"|stops?|ends?|suffers?|gets? worse)\b|\b(?:close|cancel|suspend|stop"
    r"|end)s? your (?:\w+ ){0,2}(?:accounts?|cards?|membership|services?|care|place|permit)\b|\b(?:back"
    r"|bottom|end) of the (?:queue|list)\b|\bbe told that you (?:have )?(?:refused|said no|opted out)\b"
    r"|\b(?:lower|less|lose) priority\b|\bwait(?:s)? longer\b"
    r"|\b(?:doctors?|nurses?|schools?|social workers?|staff|teams?|council) (?:will )?no longer (?:sees?"
    r"|treats?|helps?|visits?|looks? after|cares? for|serves?)\b|\b(?:slower|longer|later) (?:service"
    r"|repl\w+|appointments?|care)\b|\bserved (?:last|later)\b|\b(?:patients|people|children) (?:could|may"
    r"|might|will) (?:die|suffer|be harmed)\b|\b(?:doctors?|nurses?|staff|social workers?|we|teams?) (?:may"
    r"|might|could|will) (?:miss|overlook|make mistakes|get (?:it|things) wrong)\b",
    re.I,
)
_UNABLE = on_demand(
    r"(?<!if )\b(?:we|you|staff|doctors) (?:will|may|might|could|can) ?(?:not|no longer)(?: be able to)?"
    r" (?:get|give|offer|provide|have|receive|use|vote|treat|help|arrange|apply|join|see)\b(?P<what>[^.;]*)",
    re.I,
)
_SERVICE = on_demand(
    r"\b(?:care|treatments?|services?|vote|benefits?|appointments?|support|help|housing|homes?|places?|school"
    r"|licences?|permits?|cards?|bus pass|membership|library|libraries|apply|join)\b",
    re.I,
)
_MERE_POST = on_demand(
    r"\b(?:newsletters?|surveys?|reminders?|e-?mails?|offers?|marketing|vouchers?|if you)\b", re.I
)
_NOT_LOST = on_demand(
    r"\b(?:not|never|no(?! longer)|nothing|none|nobody|without|newsletter|agreed|offers?"
    r"|vouchers?)\b|n['’]t\b",
    re.I,
)


_REFUSING = on_demand(r"\b(?:who|if (?:you|they)) (?:do|does) not (?:\w+ ){0,2}?\w+\b", re.I)
"""How people make use of a choice: their no denies nothing of what it costs."""


@rule("choice-without-cost", WARNING, FREE, "opt-outs")
def choice_without_cost(filed: Filed[OptOut]) -> Problems:
    """
    What: Where people make use of a choice, they are not said to lose a service, care or a right for it.
    Why: A choice that costs something is not free, and no opt-out of these may cost anybody care.
    How: Say that services stay the same; or name exactly what ends, such as the newsletter itself.
    """
    told = [("effect_on_service", part) for part in parts_of(filed.record.effect_on_service)]
    told += [("body", part) for part in parts_of(filed.record.body) if part.search(_MAKING_USE)]
    for field, part in told:
        match = part.search(_COSTS)
        unable = part.search(_UNABLE) if filed.record.reach != "right-to-object" else None
        if unable and _SERVICE.search(unable[0]) and not _MERE_POST.search(unable[0]):
            match = unable
        if match and (match is unable or not _NOT_LOST.search(_REFUSING.sub("", match.string))):
            yield Problem(
                (field,),
                f"“{match[0]}” says that people lose something by this choice.",
                "Say that services stay the same; or name exactly what ends with the choice.",
                match[0],
            )
            return


_MAKING_USE = on_demand(
    r"\b(?:if|when|once) you (?:withdraw|opt out|say no|object|unsubscribe|make (?:this|the) choice"
    r"|do not (?:agree|want))\b",
    re.I,
)
_LONG = on_demand(
    r"\b(?:(?:[2-9]|1\d|2\d) months|(?:end|start) of the (?:calendar |financial |tax )?(?:quarter|year)"
    r"|(?:a|one) year|(?:[6-9]|[1-9]\d) weeks|(?:4\d|[5-9]\d|\d{3}) (?:working )?days)\b",
    re.I,
)
_JUDGED = on_demand(
    r"\b(?:considered|approved|agreed|decided|reviewed|assessed) by (?:a|the|our) (?:\w+ ){0,2}?(?:panel"
    r"|board|committee|manager|officer|team)\b",
    re.I,
)


@rule("withdrawal-prompt", WARNING, "UK GDPR Articles 7(3) and 12(3)", "opt-outs")
def withdrawal_prompt(filed: Filed[OptOut]) -> Problems:
    """
    What: Withdrawing consent takes effect soon, and nobody has to allow it first.
    Why: Withdrawing must be as easy as giving consent; from then on there is no basis for the use.
    How: Give a time of days in `takes_effect`, for example "Within 2 working days".
    """
    said = filed.record.takes_effect or ""
    match = (says(said, _LONG) or says(said, _JUDGED)) if filed.record.reach == "consent" else None
    if match:
        yield Problem(
            ("takes_effect",),
            f"“{match[0]}”: withdrawing consent takes effect without delay, and needs nobody's leave.",
            "Give a time of days.",
            match[0],
        )


@rule("withdrawal-told-prompt", WARNING, "UK GDPR Articles 7(3) and 12(3)", "data-uses")
def withdrawal_told_prompt(filed: Filed[DataUse]) -> Problems:
    """
    What: A data use that rests on consent lets it be withdrawn within days, and by nobody's leave.
    Why: Withdrawing must be as easy as giving consent; from then on there is no basis for the use.
    How: Give a time of days in `withdraw_consent`, or leave the time out.
    """
    for number, purpose in enumerate(filed.record.purposes):
        told = purpose.withdraw_consent or ""
        match = says(told, _LONG) or says(told, _JUDGED)
        if match:
            yield Problem(
                ("purposes", number, "withdraw_consent"),
                f"“{match[0]}”: withdrawing consent takes effect without delay, and needs nobody's leave.",
                "Give a time of days, or leave the time out.",
                match[0],
            )
    if any(map(rests_on_consent, filed.record.purposes)):
        for part in parts_of(filed.record.body):
            begins = part.search(_ENDING)
            match = _LONG.search(begins.string, begins.end()) if begins else None
            if match and not _KEPT.search(match.string):
                yield Problem(
                    ("body",),
                    f"“{match[0]}”: withdrawing consent takes effect without delay.",
                    "Give a time of days, or leave the time out.",
                    match[0],
                )


_ENDING = on_demand(
    r"\b(?:unsubscribing|withdrawing|withdrawal|if you (?:unsubscribe|withdraw)|to (?:unsubscribe"
    r"|come off|take you off))\b",
    re.I,
)
_KEPT = on_demand(r"\b(?:keep|kept|hold|held|delete[sd]?|stor\w+|before|not)\b", re.I)
