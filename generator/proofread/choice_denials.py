"""Choices that are offered and do not hold: words take them back, or other fields leave them out."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.opt_out import OptOut
from generator.model.reach import reached
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.choice_words import FREE
from generator.proofread.on_demand import on_demand
from generator.proofread.spoken import said_in
from generator.proofread.word_parts import sought

_NO_WAY_OUT = on_demand(
    r"\b(?:you|people|everyone|everybody|parents|children|every \w+|all \w+)(?: (?!never|not|need"
    r"|rarely)\w+){0,5}? (?:must|ha(?:s|ve) to) (?:take part|join in|be included|answer|stay in|fill (?:it"
    r"|this|them) in|return it|complete it)\b|\b(?:you|people|parents|children|voters|patients"
    r"|residents) (?:cannot|can['’]t|may not|(?:are|is) not able to) (?:be left out|opt[ -]?out|say no"
    r"|refuse|be taken out|leave it)\b|\b(?:nobody|no one) (?:can|may|is able to) (?:be left out"
    r"|opt[ -]?out|say no|be taken out|leave it)\b|\b(?:there is|you have) no (?:opt[ -]?out|choice"
    r"|way (?:out|to (?:opt out|say no|stop it|leave)))\b|\b(?:taking part|it|this"
    r"|participation) is (?:compulsory|mandatory|not (?:optional|voluntary|a choice))\b",
    re.I,
)
_NARROWED = on_demand(
    r"\b(?:unless|except|without|other|another|law|court|if|where|only|who|not have to|need not|nor do"
    r"|instead of|neither|for example|before|until|full register|own care|other than|apart from"
    r"|by \w+ing)\b|\]\(|\b(?:but|though|although|yet|while|however),? you (?:can|may) (?:still "
    r"|always )?(?:opt out|say no|leave)\b",
    re.I,
)
_ELSEWHERE = frozenset({"does_not_stop", "exceptions", "changes", "also_called", "compliance", "title"})
"""Fields that tell what a choice does not reach."""

_PARTS = sought(
    *("ut", "fill", "return", "complete", "say no", "refuse", "part", " no ", "compulsory", "mandatory"),
    *("not ", "answer", "leave"),
)


@rule("choice-taken-back", WARNING, FREE, "opt-outs")
def choice_taken_back(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The page of a choice does not say that people have none.
    Why: Who reads that everybody has to take part does not look for the way out that the page offers.
    How: Take the sentence out, or say for which use there is no choice.
    """
    for text, match in said_in(filed, register, _NO_WAY_OUT, _NARROWED, _PARTS):
        if _ELSEWHERE.isdisjoint(text.field):
            yield Problem(
                text.field,
                f"“{match[0]}”, but this page is about how people can say no.",
                "Take it out, or say for which use there is no choice.",
                match[0],
            )


@rule("offered-choice-denied", WARNING, FREE, "data-uses")
def offered_choice_denied(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A notice that offers a choice in `choices` does not deny it in its words.
    Why: Readers get two answers to "Can I say no?", of which one is wrong.
    How: Correct the words, or take the choice out of `choices`.
    """
    offered = [register.opt_outs[slug] for slug in entries(filed.record.choices) if slug in register.opt_outs]
    for text, match in said_in(filed, register, _NO_WAY_OUT, _NARROWED, _PARTS) if offered else ():
        if "changes" not in text.field:
            yield Problem(
                text.field,
                f"“{match[0]}”, but `choices` offers “{offered[0].record.title}”.",
                "Correct the words, or take the choice out of `choices`.",
                match[0],
            )


@rule("agreed-use-stops", WARNING, "UK GDPR Article 7(3)", "opt-outs")
def agreed_use_stops(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: What people agreed to is not listed under what withdrawing their consent does not stop.
    Why: Withdrawing ends every use that rests on consent; without it nothing else carries that use.
    How: Take the entry out of `does_not_stop`.
    """
    if filed.record.reach != "consent":
        return
    agreed = [
        use
        for use in register.uses_reached_by(filed.slug)
        if all(purpose.lawful_basis == "consent" for purpose in use.record.purposes)
    ]
    for number, entry in enumerate(filed.record.does_not_stop):
        for use in agreed:
            names = [name for name in (use.record.title, *use.record.also_called) if len(name) > 5]
            named = next((name for name in names if name.casefold() in entry.casefold()), None)
            if named and not _NOT_AGREED.search(entry):
                yield Problem(
                    ("does_not_stop", number),
                    f"“{use.record.title}” rests on consent, so withdrawing it stops this.",
                    "Take the entry out of `does_not_stop`.",
                )
                break


_NOT_AGREED = on_demand(
    r"\b(?:not|never|before|already|until|without|other|law|legal|duty|task|printed|sent"
    r"|on its way)\b|n['’]t\b",
    re.I,
)


@rule("choice-listed", WARNING, "One place for each fact", "data-uses")
def choice_listed(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A choice in `choices` that follows from other fields does follow from them.
    Why: The National Data Opt-Out, the right to object and consent hold where the basis or an answer says so;
        named without that, the page offers what it does not give.
    How: Take the choice out of `choices`, or correct those fields.
    """
    for number, slug in enumerate(entries(filed.record.choices)):
        choice = register.opt_outs.get(slug)
        found = choice is not None and choice.record.reach in reached(filed.record)
        if choice and choice.record.reach != "listed" and not found:
            yield Problem(
                ("choices", number),
                f"The choice “{choice.record.title}” does not reach this data use, by what its "
                f"other fields say.",
                "Take it out of `choices`, or correct the lawful basis or the answer on the opt-out.",
            )


_REFUSED_FOR_IT = on_demand(
    r"\b(?:if|when|where) (?:you|your child|they|people|a child|a parent) (?:do(?:es)? not (?:take part"
    r"|agree|consent|answer|wish to (?:take part|receive|agree|consent))|declines?|turns? down|says? no"
    r"|opts? out"
    r"|refuses?|withdraws?|objects?|unsubscribes?|leaves? (?:the|our|this) (?:\w+ )?list)\b[^.;]*?\b(?:(?:we"
    r"|the (?:school|council|team|landlord)|your (?:school|doctor|GP"
    r"|landlord|social worker)) (?:will|may|can|could|might) (?:then |have to )*(?:refuse|stop|cancel"
    r"|close|suspend|end|withdraw)\b|you (?:(?:will|may|can|could|might) )?(?:then )?(?:lose|be (?:refused"
    r"|fined|charged|removed)|forfeit|not get)\b"
    r"|you will have your (?:\w+ ){1,3}?(?:cancelled|terminated|closed|suspended|stopped|withdrawn|ended)\b"
    r"|(?P<lost>your) (?:\w+ ){1,3}?(?:will|may|can|could|might) (?:then |also )?be (?:cancelled|closed"
    r"|suspended|stopped"
    r"|withdrawn|refused|reduced|reviewed|ended)\b)(?P<what>[^.;]*)",
    re.I,
)
_MERE_POST = on_demand(
    r"\b(?:newsletters?|e-?mails?|letters|list|news|surveys?|reminders?|using|study|it)\b", re.I
)
_REFUSED_FOR_IT_PARTS = sought(
    "not ", "decline", "down", "no", "out", "refuse", "withdraw", "object", "unsub", " leave"
)


@rule("refusal-costs-nothing", WARNING, "UK GDPR Articles 4(11) and 7(4), recitals 42 and 43", "data-uses")
def refusal_costs_nothing(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Who makes use of a choice that a notice offers, or does not consent, is not threatened with a loss.
    Why: A choice that costs a place, care or a service is not free, and consent so given does not count.
    How: Say that services stay the same; or, where they do not, name the basis that really holds.
    """
    consent = any(purpose.lawful_basis == "consent" for purpose in filed.record.purposes)
    if not consent and not entries(filed.record.choices):
        return
    for text, match in said_in(filed, register, _REFUSED_FOR_IT, None, _REFUSED_FOR_IT_PARTS):
        unanswered = match["lost"] and "answer" in match[0]
        if not unanswered and not _MERE_POST.search(match["what"]):
            yield Problem(
                text.field,
                f"“{match[0]}”: a choice that costs something is not free.",
                "Say that services stay the same; or name the basis that really holds.",
                match[0],
            )
