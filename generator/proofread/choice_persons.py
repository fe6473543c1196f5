"""Who makes a choice: the person and nobody else, at any age that the choice has, or somebody for them."""

from __future__ import annotations

import re

from generator.model.fields import DoesNotApply, entries, stated
from generator.model.opt_out import OptOut
from generator.model.register import Filed
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.choice_words import FREE
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.said import parts_of, says

_CHILD_UNDER = on_demand(
    r"\b(?:child|children|young (?:person|people)|son|daughter|somebody|anyone|person|people)\b[^.;]{0,20}?"
    r"\b(?:under|below|younger than|up to|until)(?: the)?(?: age)?(?: of)? (\d{1,2})\b"
    r"(?! (?:day|week|month))",
    re.I,
)
_CANNOT_YET = on_demand(r"\b(?:not|cannot|unable|lacks?|too young|understands?|unless)\b|n['’]t\b", re.I)


@rule("proxy-age-fits", WARNING, FREE, "opt-outs")
def proxy_age_fits(filed: Filed[OptOut]) -> Problems:
    """
    What: Those who choose for a child do so up to the age from which the child decides.
    Why: With "from 13 you decide" and "a parent decides under 16", nobody knows who decides at 14.
    How: Correct the age in `proxies`, or `years` below `age`.
    """
    age = stated(filed.record.age)
    for number, proxy in enumerate(entries(filed.record.proxies) if age else ()):
        match = _CHILD_UNDER.search(proxy)
        if age and match and int(match[1]) != age.years and not _CANNOT_YET.search(proxy):
            yield Problem(
                ("proxies", number),
                f"“{match[0]}”, but `age` says that people decide themselves from {age.years}.",
                "Correct the age here, or `years` below `age`.",
                match[0],
            )


_SOMEBODY_ELSE = on_demand(
    r"\b(?:we|the council|the NHS|your GP(?: practice)?|your (?:doctor|social worker|manager)"
    r"|(?:the |a |an |our )?(?:head|director) of (?:the )?\w+"
    r"|(?:the|a|an|our) (?:\w+ ){0,3}?(?:manager|officer|team|panel|board|committee|guardian|director|staff))"
    r"\b[^.;]{0,60}?\b(?:decides?|agrees?|approves?|weighs?|grants?|considers?|can (?:refuse|reject|turn))\b",
    re.I,
)
_YOURS = on_demand(r"\b(?:not|never|cannot|nobody|no|whether they|you decide)\b|n['’]t\b", re.I)
_AND_YOU = on_demand(r",? and you\b.*", re.I)
"""What is told of the person beside: "… decides, and you do not have to give a reason"."""
_WE_THINK = on_demand(r"\b(?:we|the council|our \w+) (?:thinks?|believes?|considers?|judges?|feels?)\b", re.I)
_TYPE_1 = on_demand(r"\btype[ -]?(?:1|one)\b", re.I)


_ONCE_ALLOWED = on_demand(
    r"\b(?:if|once|when|after|as soon as|provided(?: that)?) (?:it|we|they|the council|(?:the|a|an"
    r"|our) (?:\w+ ){0,2}?(?:manager|officer|team|panel|board|committee|guardian|director|head)) (?:ha(?:s"
    r"|ve) )?(?:agree[ds]?|approve[ds]?|allow(?:s|ed)?|decide[ds]?|consent(?:s|ed)?|grant(?:s|ed)?"
    r"|accept(?:s|ed)?)\b|\b(?:subject to|needs|requires) (?:the |a |an |our )?(?:\w+ ){0,2}?(?:approval"
    r"|agreement|permission|consent)\b",
    re.I,
)
"""Words by which a choice waits for the yes of somebody else."""


@rule("choice-is-persons", WARNING, f"UK GDPR Article 7(3); {POLICY}", "opt-outs")
def choice_is_persons(filed: Filed[OptOut]) -> Problems:
    """
    What: Consent, the National Data Opt-Out and the Type 1 opt-out are decided by the person alone.
    Why: Nobody may weigh or refuse them. A page that has an officer decide keeps people from choosing.
    How: Write "You decide. Nobody can refuse" in `who_decides`.
    """
    choice = filed.record
    if choice.reach not in ("consent", "national-data-opt-out") and not _TYPE_1.search(choice.title):
        return
    for number, exception in enumerate(choice.exceptions or ()):
        match = says(exception, _WE_THINK)
        if match:
            yield Problem(
                ("exceptions", number),
                f"“{match[0]}”, but this choice is the person's alone.",
                "Name the law or the recorded decision that the exception rests on, or take it out.",
                match[0],
            )
    for field, pattern in (("who_decides", _SOMEBODY_ELSE), ("takes_effect", _ONCE_ALLOWED)):
        for part in parts_of(getattr(choice, field)):
            match = part.search(pattern)
            if match is None or _YOURS.search(_AND_YOU.sub("", match.string)):
                continue
            yield Problem(
                (field,),
                f"“{match[0]}”, but this choice is the person's alone.",
                "Write “You decide. Nobody can refuse.”",
                match[0],
            )


_RELATIVES = on_demand(
    r"\b(?:next of kin|(?:any |a |your |their |the |close )?(?:relatives?|famil(?:y|ies)(?: members?)?"
    r"|husbands?|wives|wife|spouses?|partners?|sons?|daughters?|carers?|friends?))\b[^.;]{0,20}?\b(?:can"
    r"|may)(?: always| also)? (?:choose|decide|opt out|make (?:the|this|a) choice|set it|object|sign)\b",
    re.I,
)
_WITH_POWER = on_demand(
    r"\b(?:attorney|deput\w+|court|parental|child(?:ren)?|best interests|not|cannot|only if|help|unless"
    r"|appointed)\b",
    re.I,
)


@rule("proxy-has-power", WARNING, "Mental Capacity Act 2005 ss.4, 9 and 16; " + POLICY, "opt-outs")
def proxy_has_power(filed: Filed[OptOut]) -> Problems:
    """
    What: Relatives are not said to choose for an adult just because they are relatives.
    Why: Next of kin have no power in law to decide; it takes a power of attorney, a deputy or best interests.
    How: Name the power, for example "Somebody with a lasting power of attorney for health and welfare".
    """
    for number, proxy in enumerate(entries(filed.record.proxies)):
        match = says(proxy, _RELATIVES)
        if match and not _WITH_POWER.search(proxy.replace("cannot decide", "").replace("lacks capacity", "")):
            yield Problem(
                ("proxies", number),
                f"“{match[0]}”: being a relative gives no power to decide for an adult.",
                "Name the power, such as a lasting power of attorney for health and welfare.",
                match[0],
            )


_ADULTS_ONLY = on_demand(
    r"\bonly (?:adults|grown-ups|people (?:aged|over|from)|those (?:aged|over))\b[^.;]*|\badults only\b"
    r"|\b(?:must|have to|need to) be (?:an adult|(?:aged |over |at least )*(?:1[2-9]|21))\b[^.;]*"
    r"|\b(?:children|young people|anyone under \d+|people under \d+|minors)\b[^.;]{0,20}?"
    r"\b(?:cannot|can['’]t|may not|must not)\b[^.;]*",
    re.I,
)
_UNDERSTANDS = on_demand(r"\b(?:understand\w*|unless|parent\w*|if they|too young|alone)\b", re.I)


@rule("choice-at-any-age", WARNING, "UK GDPR Articles 7(3), 12(1) and 21; recital 38", "opt-outs")
def choice_at_any_age(filed: Filed[OptOut]) -> Problems:
    """
    What: The words on age do not keep objecting, or withdrawing consent, for adults.
    Why: Children have these rights as well; they use them as soon as they understand them.
    How: Write that there is no fixed age, and who can help a child.
    """
    if filed.record.reach not in ("right-to-object", "consent"):
        return
    age = filed.record.age
    name = "does_not_apply" if isinstance(age, DoesNotApply) else "explanation"
    for part in parts_of(getattr(age, name, "")):
        match = part.search(_ADULTS_ONLY)
        if match and not _UNDERSTANDS.search(match.string):
            yield Problem(
                ("age", name),
                f"“{match[0]}”: children have this right as well.",
                "Write that there is no fixed age, and who can help a child.",
                match[0],
            )


_IN_PERSON_ONLY = on_demand(
    r"\b(?:has|have) to (?:choose|decide|ask|do (?:it|this)) (?:in person|themselves|himself|herself"
    r"|yourself)\b|\b(?:nobody|no one)(?: else)? (?:can|may) (?:choose|decide|ask|do (?:it|this))\b"
    r"|\bonly (?:you|the person) can\b",
    re.I,
)


_NOBODY_ELSE = on_demand(
    r"\b(?:nobody|no one|no other person)(?: else)? (?:can|may) (?:choose|decide|opt out|make (?:it|this"
    r"|the|that|your)"
    r" ?(?:choice)?|do (?:it|this)) (?:for|on behalf of) (?:you|somebody|someone|another|them|a \w+)\b",
    re.I,
)


@rule(
    "proxies-not-refused",
    WARNING,
    "Mental Capacity Act 2005; Equality Act 2010 sections 20 and 29",
    "opt-outs",
)
def proxies_not_refused(filed: Filed[OptOut]) -> Problems:
    """
    What: A choice can be made for people who cannot make it themselves.
    Why: Attorneys and deputies have that power by law; whoever cannot decide would have no choice at all.
    How: Name who can choose for whom, and what they show you.
    """
    answer = filed.record.proxies
    for part in parts_of(filed.record.body):
        alone = part.search(_NOBODY_ELSE)
        if alone and not re.search(r"\b(?:unless|except|refuse|see|ask why)\b", alone.string):
            yield Problem(
                ("body",),
                f"“{alone[0]}” leaves no choice to people who cannot decide themselves.",
                "Name who can choose for whom.",
                alone[0],
            )
    match = says(answer.does_not_apply, _IN_PERSON_ONLY) if isinstance(answer, DoesNotApply) else None
    if match:
        yield Problem(
            ("proxies", "does_not_apply"),
            f"“{match[0]}” leaves no choice to people who cannot decide themselves.",
            "Name who can choose for whom.",
            match[0],
        )
