"""When the National Data Opt-Out began, and what it leaves untouched, by the words of a text."""

from __future__ import annotations

import re

from generator.model.fields import entries
from generator.model.opt_out import OptOut
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.national_opt_out import POLICY
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said, says
from generator.proofread.spoken import said_in
from generator.proofread.texts import PublishedText
from generator.proofread.word_parts import sought

_OPT_OUT = on_demand(r"\b(?:national (?:data )?opt-?\s?out|NDOO)\b", re.I)
_BEGAN = on_demand(
    r"\b(?:came into (?:force|effect|operation)|(?:was|has been|been) (?:introduced|launched|brought in"
    r"|available)|(?:was )?started|began|has existed|in place)\b[^.;]{0,20}?\b(?:on|in|since"
    r"|from)\b[^.;]{0,25}?\b(?P<year>20\d\d)\b",
    re.I,
)
_OTHERWISE = on_demand(r"\b(?:compl\w+|appl\w+ (?:it|here|by us)|we|council|our)\b", re.I)
_TOTAL = on_demand(
    r"\b(?:no|without(?: any)?) exceptions?\b|\b(?:never|cannot|not|nobody can|can['’]t) (?:be )?(?:used?"
    r"|shared?|passed?|sent|processed?)[^.;]{0,40}? for (?:any|no) (?:other )?(?:purposes?"
    r"|reasons?) (?:other than|except|but|besides)\b|\bstops (?:all|every) (?:other )?(?:uses?|sharing)\b",
    re.I,
)
_OPTED = on_demand(r"\bopt(?:ed|ing|s)?[ -]?out\b|\bNDOO\b", re.I)
_OURS = on_demand(
    r"\b(?:type (?:1|one)|marketing|newsletter|survey|our opt-?out|apart from|law|legal)\b|\?", re.I
)


_NOT_WITHOUT = on_demand(
    r"\b(?:if|when|unless) you (?:do|say|choose) (?:nothing|not to act|something)\b[^.;]{0,40}?"
    r"(?:\b(?:is|are|will) (?:not|never) (?:be )?(?:used|shared|included|seen|sent|sold|passed)"
    r"|\b(?:nobody|no one) (?:can |may |will )?(?:uses?|sees?|gets?|shares?)"
    r"|\b(?:we|the council|they) (?:do|will) not (?:use|share|see|send|sell|pass))\b",
    re.I,
)
_OURS_TO_SET = on_demand(
    r"\b(?:our|the council['’]s|this council['’]s) (?:own )?(?:\w+ )?(?:app|website|web ?site|form|portal"
    r"|office|desk|account)\b",
    re.I,
)
_NOT_WITHOUT_PARTS = sought("f you ", "hen you ", "nless you ")


@rule("default-of-choice", WARNING, f"{POLICY}; Type 1 opt-out; electoral registers", "opt-outs")
def default_of_choice(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: A page on opting out does not say that nothing happens with the data of people who do nothing.
    Why: An opt-out holds for those who make it; the data of all others is used.
    How: Write "If you do nothing, your information can be used where the law allows it".
    """
    if filed.record.reach == "consent":
        return
    for text, match in said_in(filed, register, _NOT_WITHOUT, None, _NOT_WITHOUT_PARTS):
        if "unless" not in match[0].lower():
            yield Problem(
                text.field,
                f"“{match[0]}”: an opt-out holds only for people who make it.",
                "Write what happens with the data of people who do nothing.",
                match[0],
            )


@rule("channel-of-holder", WARNING, POLICY, "opt-outs")
def channel_of_holder(filed: Filed[OptOut]) -> Problems:
    """
    What: The ways to set the National Data Opt-Out are those of the NHS, and none of the council's own.
    Why: The NHS keeps the choice. Who sets it with the council has set nothing.
    How: Name the NHS website, the NHS App, the telephone line and the paper form.
    """
    if filed.record.reach != "national-data-opt-out":
        return
    for number, channel in enumerate(entries(filed.record.channels)):
        match = says(channel.how, _OURS_TO_SET)
        if match and not re.search(r"\b(?:not|never|cannot|computers?|free|help)\b", channel.how, re.I):
            yield Problem(
                ("channels", number, "how"),
                f"“{match[0]}”: the choice cannot be set with the council.",
                "Name a way of the NHS.",
                match[0],
            )


_BEGAN_PARTS = ("pt-out", "pt out", "pt-Out", "pt Out", "NDOO")


@rule("opt-out-began", WARNING, f"{POLICY}; introduced on 25 May 2018", "texts", _BEGAN_PARTS)
def opt_out_began(text: PublishedText) -> Problems:
    """
    What: A text that says when the National Data Opt-Out began says 25 May 2018.
    Why: Who chose before a wrong date believes that the choice does not count.
    How: Write 25 May 2018; for the day from which the council applies it, say so.
    """
    for match in said(text, _BEGAN, None, _BEGAN_PARTS):
        told = match.string[: match.end()]
        if match["year"] != "2018" and _OPT_OUT.search(told) and not _OTHERWISE.search(match[0]):
            yield Problem(
                text.field,
                f"“{match[0]}”: the National Data Opt-Out began on 25 May 2018.",
                "Write 25 May 2018; for the day from which the council applies it, say so.",
                match[0],
            )


_NOT_FOR_COUNCILS = on_demand(
    r"\bopt-?\s?out (?:does not|doesn['’]t|cannot) (?:apply to|cover|reach|bind|concern) (?:any |all "
    r"|local )?(?:councils?|authorit(?:y|ies)|social care|adult social care|public health|us|this council"
    r"|the council)(?=\W*$|\s*(?:and|or|because)\b)|\b(?:only|just) (?:for|about|applies to|covers"
    r"|binds) (?:the NHS|hospitals|GPs?|NHS (?:bodies|organisations))(?=\W*$|,? and (?:not|never)\b)"
    r"|\bopt-?\s?out\b.{0,60}?\b(?:councils?|we|local authorit(?:y|ies)) (?:(?:never|do not|need not"
    r"|don['’]t)"
    r" (?:have to |need to )?|are not (?:bound|required|obliged) to )(?:follow|apply|respect|honour"
    r"|use) it\b",
    re.I,
)
_NOT_FOR_COUNCILS_PARTS = ("pt-out", "pt out", "ptout", "pt-Out", "pt Out", "NDOO")


@rule("opt-out-binds-councils", WARNING, POLICY, "texts", _NOT_FOR_COUNCILS_PARTS)
def opt_out_binds_councils(text: PublishedText) -> Problems:
    """
    What: No text says that the National Data Opt-Out does not reach councils or adult social care.
    Why: It has covered adult social care and public health data for research and planning since 2022.
    How: Say which uses of the council it reaches, and which it does not.
    """
    for match in said(text, _NOT_FOR_COUNCILS, None, _NOT_FOR_COUNCILS_PARTS):
        if _OPT_OUT.search(match.string) or "national_data_opt_out" in text.field:
            yield Problem(
                text.field,
                f"“{match[0]}”: it reaches what councils use for research and planning in health and care.",
                "Say which uses of the council it reaches, and which it does not.",
                match[0],
            )


_TOTAL_PARTS = ("pt-out", "pt out", "pted out", "pt-Out", "pt Out", "NDOO")


@rule("opt-out-exceptions-told", WARNING, POLICY, "texts", _TOTAL_PARTS)
def opt_out_exceptions_told(text: PublishedText) -> Problems:
    """
    What: No text says that the National Data Opt-Out stops every other use.
    Why: It does not stop what the law demands, what people agree to, nor the control of infections.
    How: Say what it stops, and name the exceptions or link to the page of the choice.
    """
    if not _OPT_OUT.search(text.text):
        return
    for match in said(text, _TOTAL, _OURS, _TOTAL_PARTS):
        if _OPTED.search(match.string):
            yield Problem(
                text.field,
                f"“{match[0]}”: the National Data Opt-Out has exceptions.",
                "Say what it stops, and name the exceptions or link to the page of the choice.",
                match[0],
            )
