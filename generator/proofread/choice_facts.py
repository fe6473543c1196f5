"""What the page of a choice, and a data use that speaks of one, must not say: facts that are untrue of it."""

from __future__ import annotations

import re
from itertools import chain

from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.choice_words import FREE
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import says_not
from generator.proofread.said import DENIED, said
from generator.proofread.spoken import said_in
from generator.proofread.texts import ON_CHOICES, PublishedText, texts_in
from generator.proofread.word_parts import sought

_PAID = on_demand(
    r"\b(?:we|the council|they|your GP practice) (?:will |may |can )?(?:charge"
    r"|ask (?:you )?for) (?:you )?(?:a |an )?(?:\w+ )?(?:£ ?\d|fee|charge|payment)|\byou (?:will |must "
    r"|have to |need to |may )*pay (?:a |an |us |the )?(?:\w+ )?(?:£ ?\d|fee|charge)|\b(?:there is"
    r"|this has|it has) (?:a|an) (?:\w+ )?(?:£ ?\d[\d.]* )?(?:fee|charge)\b|\b(?:costs?|fee of|charge of"
    r"|for a fee of) £ ?\d",
    re.I,
)
_NOT_THE_CHOICE = on_demand(
    r"\b(?:not|never|no|nobody|nothing|free|without|used to|was|were|buyers?|buys?|sold|anyone|anybody"
    r"|companies|firms|calls?|network|provider|call charges|stamp|certificates?|licen[cs]es?|permits?"
    r"|badges?)\b|n['’]t\b",
    re.I,
)
_PAID_PARTS = sought("£", "fee", "charge", "payment")


@rule("choice-is-free", WARNING, FREE, "opt-outs")
def choice_is_free(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: The page of a choice asks for no money.
    Why: Objecting, opting out and withdrawing consent are free; a fee makes of a right a favour.
    How: Take the fee out.
    """
    for text, match in said_in(filed, register, _PAID, _NOT_THE_CHOICE, _PAID_PARTS):
        truth = "making a choice about one's data is free"
        yield Problem(text.field, f"“{match[0]}”: {truth}.", "Take the fee out.", match[0])


_ENDED = on_demand(
    r"\btype[ -]?(?:1|one) (?:opt[- ]?outs?|objections?)?[^.;]{0,40}?\b(?:ended|ends|end|expired|expires"
    r"|stopped|ceased|(?:was|were|is|are|has been|have been|will be) (?:abolished|withdrawn|removed"
    r"|replaced|scrapped|closed|cancelled|discontinued)|no longer (?:apply|applies|available|valid"
    r"|honoured|exists?|accepted|possible))\b",
    re.I,
)
_OURS = on_demand(
    r"\btype[ -]?(?:1|one)\b[^.;]{0,60}?\b(?:(?:tell|contact|ask|write to|ring|telephone|e-?mail"
    r"|send) (?:us|the council)|(?:with|by|from|to) (?:us|the council)|our (?:form|website|office"
    r"|staff))\b|\b(?:we|the (?:council|authority|service|team)) (?:(?:will|can|may) (?:then "
    r"|also )?)?(?:keep|hold|record|set"
    r"|register|process)s? (?:your |the |a )?type[ -]?(?:1|one)\b",
    re.I,
)
_NOT_AT_A_PRACTICE = on_demand(
    r"\btype[ -]?(?:1|one)\b[^.;]{0,40}?\b(?:set|made|make|registered|recorded|changed?|chosen"
    r"|available)\b[^.;]{0,20}?\b(?:on|in|through|with|by|at) (?:the )?(?:NHS (?:website|App|England"
    r"|service)|national (?:website|service|line)|0300\b)",
    re.I,
)
_NO_MORE = on_demand(
    r"\btype[ -]?(?:1|one) (?:opt[- ]?outs?|objections?|forms?)[^.;]{0,20}?\b(?:(?:have|has) not been"
    r"|are not|is not"
    r"|can(?:not| no longer) be|are no longer) (?:accepted|available|possible|taken|made|registered|valid)\b",
    re.I,
)
_BY_US = on_demand(r"\b(?:by|with|to|from) (?:us|the council)\b|\b(?:online|here|myth|App)\b|\?", re.I)
_TYPE_1 = on_demand(r"\btype[ -]?(?:1|one)\b", re.I)
_ASIDE = on_demand(
    r"\b(?:not|never|nor|if|whether|were to|planned|proposed|until|death|care ends|when you|uses?"
    r"|only your|about|leaves?|sends?|data|information)\b|n['’]t\b",
    re.I,
)


@rule(
    "type-1-described",
    WARNING,
    "Type 1 opt-out: recorded by GP practices in England",
    "texts",
    ON_CHOICES,
)
def type_1_described(text: PublishedText) -> Problems:
    """
    What: No text says that Type 1 opt-outs have ended, or that the council keeps them.
    Why: Their end was planned and never carried out, and the GP practice keeps them.
    How: Say that the GP practice records the choice, and that it holds until it is changed.
    """
    if not _TYPE_1.search(text.text):
        return
    for pattern, truth, unless in (
        (_ENDED, "its end was planned and not carried out", _ASIDE),
        (_NOT_AT_A_PRACTICE, "it is made at the GP practice, and not with the national service", DENIED),
        (_NO_MORE, "its end was planned and not carried out", _BY_US),
        (_OURS, "the GP practice keeps it, and the council cannot set it", DENIED),
    ):
        for match in said(text, pattern, unless):
            yield Problem(
                text.field,
                f"“{match[0]}” is untrue of the Type 1 opt-out: {truth}.",
                "Say that the GP practice records it, and that it holds until it is changed.",
                match[0],
            )
            return


_NATIONAL = ("council", "government", "regulator")
_PRACTICE = on_demand(r"\b(?:GPs?|practices?|surger(?:y|ies)|medical centre|health centre|doctors)\b", re.I)


@rule("type-1-held-by", WARNING, "Type 1 opt-out: recorded by GP practices in England", "opt-outs")
def type_1_held_by(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: A Type 1 opt-out is said to be kept by GP practices, and by nobody else.
    Why: GP practices record it; a council or NHS England can neither set nor change it for anybody.
    How: Write the GP practices in `held_by`.
    """
    keeper = register.organisations.get(filed.record.held_by or "")
    other = keeper and (
        keeper.kind in _NATIONAL or (keeper.kind == "nhs" and not _PRACTICE.search(keeper.name))
    )
    if keeper and other and _TYPE_1.search(filed.record.title):
        yield Problem(
            ("held_by",),
            f"{keeper.name} does not keep Type 1 opt-outs.",
            "Write the GP practices that keep them.",
        )


_CAN_OPT_OUT = on_demand(
    r"\byou (?:can|may|are able to|are free to|have the right to) (?:also )?opt[ -]out\b", re.I
)
_OF_ANOTHER = on_demand(
    r"n['’]t\b|\b(?:not|never|no|cannot|if|of (?:other|another|all|the|research|marketing|surveys?)|other"
    r"|another|instead|national|NHS|newsletter|page)\b|\]\(|n['’]t\b",
    re.I,
)
_NO_CHOICE = on_demand(r"\b(?:there is|there are|you have|people have) no (?:opt[- ]?outs?|choices?)\b", re.I)


_CAN_LEAVE_THIS = on_demand(
    r"\byou (?:can|may|are able to|are free to|have the right to) (?:also |always |still )?(?:opt[ -]out"
    r"|ask to be (?:left|taken) out|be (?:left|taken) out) ?(?:of (?:any|our|the council['’]s|us)\b"
    r"|of the council \w+ing\b|of (?:it|this|these|the (?:match\w*|exercise|scheme|sharing|checks?"
    r"|programme|process|use))\b|by\b|at any time\b|if you (?:wish|want|like|prefer)\b|whenever\b"
    r"|(?=\W*$))",
    re.I,
)
_UP_TO_YOU = on_demand(
    r"\b(?:taking part|joining(?: in)?|being (?:included|on the list)|this|it) is (?:entirely |wholly "
    r"|completely |quite )?(?:up to you|voluntary|optional|your (?:own )?(?:choice|decision))(?=\W*$|[,;]"
    r"| and\b)|\b(?:tell|let|ask|write to|contact|e-?mail) us (?:know )?(?:if"
    r"|to) (?:you (?:would (?:rather|prefer|like)|want|prefer|do not want)[^.;]{0,40}?)?(?:\b(?:be|was"
    r"|were|is|your name)\b[^.;]{0,20}?\b(?:left|taken|kept) (?:out|off)|leave you(?:r name)? (?:out|off)"
    r"|take you(?:r name)? (?:out|off))\b|\byou (?:do not|don['’]t) have to (?:take part|be included"
    r"|join in|be on the list)\b",
    re.I,
)
_NAMED = on_demand(r"National Data Opt-?Out|\bNDOO\b|](?:\(choice:)", re.I)


_OF_OTHER_THINGS = on_demand(
    r"\b(?:other|another|instead|national|NHS|newsletter|surveys?|interviews?|consultations?|photos?|online"
    r"|answer\w*|equality|card|e-?mail addresses|telephone|form)\b|\]\(",
    re.I,
)
_LEFT = sought("pt out", "pt-out", "left out", "taken out")
_FREE = sought(" is ", "us if", "us to", "us know", "have to take", "have to be", "have to join")
_FREELY = frozenset({"data", "recipients"})
"""Fields that tell of one kind of data, which people are free to give."""


@rule("choices-denied", WARNING, "UK GDPR Articles 5(1)(a), 12(2) and 21(4)", "data-uses")
def choices_denied(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A data use that says there is no choice does not offer one, and no page of a choice leads to it.
    Why: Readers get two answers to "Can I say no?", of which one is wrong.
    How: Name the choice in `choices`, or correct the words.
    """
    answer = filed.record.choices
    if not says_not(answer):
        return
    told = getattr(answer, "does_not_apply", "")
    hint = "Name the choice in `choices`, or correct the words."
    for text in texts_in(register, filed.document.path):
        for match in said(text, _CAN_OPT_OUT, _OF_ANOTHER) if text.field[:1] == ("choices",) else ():
            words = f"“{match[0]}” stands where the reason is given why there is no choice."
            yield Problem(text.field, words, hint, match[0])
    leaving = said_in(filed, register, _CAN_LEAVE_THIS, _OF_ANOTHER, _LEFT)
    free = said_in(filed, register, _UP_TO_YOU, _OF_OTHER_THINGS, _FREE)
    freely = ((text, match) for text, match in free if _FREELY.isdisjoint(text.field))
    for text, match in chain(leaving, freely) if _NO_CHOICE.search(told) else ():
        if text.field[:1] != ("choices",) and "changes" not in text.field:
            words = f"“{match[0]}”, but `choices` says that there is no choice."
            yield Problem(text.field, words, hint, match[0])
    national = filed.record.national_data_opt_out
    if national and national.applies == "applied" and _NO_CHOICE.search(told) and not _NAMED.search(told):
        yield Problem(
            ("choices", "does_not_apply"),
            "There is no choice, it says, but by `national_data_opt_out` the National Data "
            "Opt-Out is applied.",
            "Say that the National Data Opt-Out reaches this use, or correct the answer on it.",
        )
    offering = next((c for c in register.opt_outs.values() if _leads_to(c, filed.slug)), None)
    if offering and _NO_CHOICE.search(told) and "](choice:" not in told:
        yield Problem(
            ("choices", "does_not_apply"),
            f"There is no choice, it says, but the page of the choice “{offering.record.title}” leads here.",
            f"Write `choices: [{offering.slug}]`, or take the link out of that page.",
        )


def _leads_to(choice: Filed[OptOut], slug: str) -> bool:
    """Whether a choice of its own explains in its text a data use that it reaches."""
    return choice.record.reach == "listed" and f"](data-use:{slug})" in (choice.record.body or "")


@rule("type-1-england-only", WARNING, "Type 1 opt-out: GP practices in England", "opt-outs")
def type_1_england_only(filed: Filed[OptOut]) -> Problems:
    """
    What: A Type 1 opt-out is said to hold in England only.
    Why: It is recorded by GP practices in England; people elsewhere would rely on what does not exist there.
    How: Write `nations: [england]`.
    """
    elsewhere = [nation for nation in filed.record.nations if nation != "england"]
    if elsewhere and _TYPE_1.search(filed.record.title):
        yield Problem(
            ("nations",),
            f"A Type 1 opt-out does not exist in {elsewhere[0].replace('-', ' ').title()}.",
            "Write `nations: [england]`.",
        )
