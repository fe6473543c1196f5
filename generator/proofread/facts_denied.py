"""Words that deny or invent facts of a notice: where data comes from, what people must tell, who is there."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.claimed import sentences_of
from generator.proofread.on_demand import on_demand
from generator.proofread.said import said, says
from generator.proofread.texts import PublishedText
from generator.proofread.word_parts import sought

_OF_SOURCES = sought(
    "nly ", "all ", "All ", "ever ", " else", "others", "olely", "xclusively", "irectly", "not ask"
)
_ONLY_YOU = on_demand(
    r"\b(?:only|all)\b[^.;]{0,40}?\b(?:what|information|data|details)\b[^.;]{0,30}?\b(?:you (?:tell|give"
    r"|send|provide)|(?:comes?|from) (?:directly |only )?(?:from )?you)(?: us)?(?: yourself)?(?=\W*$|[,;]"
    r"| and never\b| and do not\b)|\b(?:never|not|don['’]t) (?:ask|get|collect|obtain|receive"
    r"|seek)\b[^.;]{0,40}?\b(?:from (?:anyone|anybody|any other|other (?:people|organisations|bodies))"
    r"|anybody else|anyone else|others)\b[^.;]{0,20}?(?:\babout you\b|(?=[.,;]|$))|\b(?:comes?|collected"
    r"|obtained) (?:directly|only|solely|exclusively) from you(?:rself)?\b(?! (?:or|and)\b)"
    r"|\b(?:all|any)\b[^.;]{0,40}? from you and (?:from )?(?:nobody|no one)\b",
    re.I,
)
_IN_PART = on_demand(
    r"\b(?:unless|except|without|if|where|when|most\w*|usually|some|other than|apart from|use|used|need\w*"
    r"|necessary)\b(?<!only ever use)(?<!only use)",
    re.I,
)


@rule("source-denied", WARNING, "UK GDPR Article 14(2)(f)", "data-uses")
def source_denied(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice do not say that all data comes from people themselves, where it does not.
    Why: People must be told from whom you get data about them; here one of two answers is wrong.
    How: Say who else gives you data; `data` lists them.
    """
    others = any(item.from_organisations or item.from_others for item in filed.record.data)
    for text, sentence in sentences_of(filed, register, _OF_SOURCES) if others else ():
        match = sentence.search(_ONLY_YOU) if {"data", "transfers"}.isdisjoint(text.field) else None
        if match and not _IN_PART.search(
            sentence.text.replace("only use", "only").replace("only ever use", "only")
        ):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `data` lists others from whom data comes.",
                "Say who else gives you data, or correct `data`.",
                match[0],
            )


_MADE_TO_TELL = on_demand(
    r"\byou (?:must|have to|are (?:legally )?(?:required|obliged|bound)(?: by law)? to) (?:\w+ )?"
    r"(?:tell|give|provide|supply|answer|show|disclose)\b",
    re.I,
)
_BY_LAW = on_demand(
    r"\b(?:by law|the law|legally|legal (?:duty|obligation|requirement)|statut\w+|an offence|fined?"
    r"|prosecut\w+)\b",
    re.I,
)
_NOT_MADE = on_demand(r"\b(?:not|never|no|nobody|unless|except|if|where|may|court order)\b|n['’]t\b|\?", re.I)
_MADE_TO_TELL_PARTS = sought("ou must", "ou have to", "ou are ")


@rule("claimed-duty", WARNING, "UK GDPR Article 13(2)(e)", "data-uses")
def claimed_duty(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words of a notice tell nobody that the law makes them give data, where no entry says so.
    Why: People give up what they could keep, because they believe that a law binds them.
    How: Write `kind: by-law` with the law below `required`; or say that people can choose.
    """
    asked = [getattr(item.required, "kind", "") for item in filed.record.data if item.required is not None]
    if not asked or "by-law" in asked:
        return
    for text, sentence in sentences_of(filed, register, _MADE_TO_TELL_PARTS):
        match = sentence.search(_MADE_TO_TELL)
        if match and sentence.search(_BY_LAW) and not sentence.search(_NOT_MADE):
            yield Problem(
                text.field,
                f"“{match[0]}” by law, but no entry in `data` is required by law.",
                "Write `kind: by-law` with the law below `required`; or say that people can choose.",
                match[0],
            )


_MADE_TO = on_demand(
    r"\byou (?:must|have to|are (?:required|obliged) to|need to) (?:\w+ )?(?:give|tell|provide|supply|send"
    r"|show|answer)\b|\bwe (?:do not|don['’]t|cannot|will not) (?:accept|deal with|look at|take|start"
    r"|process)\b[^.;]{0,60}?\bwithout\b|\b(?:if you )?(?:leave (?:it|this|out|the)|refuse|without"
    r" (?:it|this|them))\b[^.;]{0,30}? we (?:cannot|can['’]t) (?!show|know|send)\w+[^.;]*",
    re.I,
)
_NOT_BEFORE = on_demand(r"\b(?:not|never|no|nobody|need not)\b|n['’]t\b", re.I)
_FREE = on_demand(r"\b(?:choose|choice|unless|only|if|except|once|after|where)\b", re.I)
_NONE_NEEDED_PARTS = sought("have to", "need not", "voluntar", "need to")


@rule("requirement-denied", WARNING, "UK GDPR Article 13(2)(e)", "data-uses")
def requirement_denied(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: The words say of what people must tell what `required` says: no demand where it is a choice, and
        no choice where the law or a contract demands it.
    Why: The page says at one place that giving it is a choice, and at another that people must.
    How: Answer `required` with `kind` and `without_it`, or say that people can choose.
    """
    for number, item in enumerate(filed.record.data):
        told = getattr(item.required, "does_not_apply", "")
        match = says(told, _MADE_TO)
        free = match and _FREE.search(match.string.replace(match[0], ""))
        if match and not free and not _NOT_BEFORE.search(match.string[: match.start()]):
            yield Problem(
                ("data", number, "required", "does_not_apply"),
                f"“{match[0]}”, but `does_not_apply` says that nobody has to give this.",
                "Answer with `kind` and `without_it`, or say that people can choose.",
                match[0],
            )

    if not any(getattr(i.required, "kind", "") in ("by-law", "by-contract") for i in filed.record.data):
        return
    for text, sentence in sentences_of(filed, register, _NONE_NEEDED_PARTS):
        match = sentence.search(_NONE_NEEDED) if "data" not in text.field else None
        if match and not sentence.search(_FREE):
            what = f"“{match[0]}”, but by `required` a law or a contract makes people give some of it."
            yield Problem(text.field, what, "Say what people must give, and what is their choice.", match[0])


_NONE_NEEDED = on_demand(
    r"\byou (?:(?:do not|don['’]t) (?:have|need) to|need not) (?:give|tell|provide|supply|send"
    r"|answer)(?: us)? (?:any of (?:this|these|it|the|your)|anything|(?:this|your) (?:data|information"
    r"|details)|these details)\b|\b(?:giving|providing|supplying) (?:us )?(?:this|these|your|any) (?:data"
    r"|information|details)? ?is (?:entirely |wholly |completely )?voluntary\b",
    re.I,
)
_NO_OFFICER = on_demand(
    r"\b(?:(?:do|does|need|are|is)(?: not|n['’]t)|not|no|never|without|too small)\b(?! (?:contact|ask|tell"
    r"|write|ring|reach|go|share|send|wait|hear|agree|sure|the only))[^.;]{0,40}?\b(?:have|has|need|needs"
    r"|require\w*|appoint\w*|employ\w*|oblig\w+|got)\b[^.;]{0,25}?\bdata protection officer\b|\b(?:have"
    r"|has) no data protection officer\b",
    re.I,
)
_ABOUT_YOU = on_demand(
    r"\byou (?:do not|don['’]t|need not|have no)|\b(?:councillors|firms?|compan\w+|schools?|clubs?)\b", re.I
)
_NO_OFFICER_PARTS = ("rotection officer", "rotection Officer")


@rule(
    "officer-denied",
    WARNING,
    "UK GDPR Articles 13(1)(b), 14(1)(b) and 37(1)(a)",
    "texts",
    _NO_OFFICER_PARTS,
)
def officer_denied(text: PublishedText) -> Problems:
    """
    What: No text says that the council has, or needs, no data protection officer.
    Why: Every public authority must have one, however small, and must tell people how to reach them.
    How: Take the sentence out; every page says how to reach the officer.
    """
    for match in said(text, _NO_OFFICER, _ABOUT_YOU, _NO_OFFICER_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: every public authority must have one.",
            "Take it out; every page says how to reach the officer.",
            match[0],
        )


_NO_LAW = on_demand(
    r"\bno (?:lawful|legal) (?:basis|ground) (?:is |was )?(?:needed|required|necessary)\b|\bnot need (?:a"
    r"|any) (?:lawful|legal) (?:basis|ground)\b|\bwithout (?:a|any) (?:lawful|legal) basis\b"
    r"|\b(?:data protection law|the UK GDPR|GDPR|the Data Protection Act)(?: 2018)? does not (?:apply"
    r"|cover|reach)\b|\b(?:your|the|this|all) (?:data|information) (?:is|are) (?:our"
    r"|the council['’]s) property\b|\bwe own (?:your|the|all) (?:data|information|records)\b"
    r"|\bdata protection law\b[^.;]{0,20}? does not (?:cover|protect) paper\b|\b(?:is"
    r"|are) (?:not covered by|exempt from) (?:data protection law|the UK GDPR|the GDPR|GDPR)\b",
    re.I,
)
_OUTSIDE = on_demand(
    r"\b(?:dead|died|deceased|death|anonym\w+|nobody can|no one can|companies|businesses|household|family"
    r"|at home|law enforcement|Part 3"
    r"|counts|statistics|private|private people|never|wrong|if|where|abroad)\b",
    re.I,
)
_NO_LAW_PARTS = (" basis", " ground", "rotection", "GDPR")


@rule("law-denied", WARNING, "UK GDPR Articles 2 and 6(1)", "texts", _NO_LAW_PARTS)
def law_denied(text: PublishedText) -> Problems:
    """
    What: No text says that data about people needs no lawful basis, or that the law does not reach it.
    Why: It reaches all that a council holds about living people, in public places and on paper too.
    How: Name the lawful basis.
    """
    for match in said(text, _NO_LAW, _OUTSIDE, _NO_LAW_PARTS):
        yield Problem(
            text.field,
            f"“{match[0]}”: the law reaches all that a council holds about living people.",
            "Name the lawful basis.",
            match[0],
        )


_PERFECT = on_demand(
    r"\b(?:100 ?(?:%|per ?cent) (?:safe|secure|confidential|private)|(?:completely|totally|absolutely"
    r"|fully|perfectly|entirely) (?:safe|secure)|(?:cannot|can['’]t|can never|will never"
    r"|could never) be (?:hacked|lost|stolen|breached|leaked)|guarantee (?:that )?(?:the (?:\w+ )?(?:security"
    r"|safety)|(?:your|all) (?:\w+ )?(?:data|information|details) (?:is|are|will be|stays?) (?:safe"
    r"|secure))|(?:no|without any) risk (?:of|that) (?:\w+ ){0,4}?(?:breach|leak|loss|hack)\w*"
    r"|nobody (?:can|could) ever (?:read|see|get at|open) (?:it|them))",
    re.I,
)
_HONEST = on_demand(
    r"\b(?:not|no one|nobody|no \w+ (?:is|are|can)|no system|never (?:say|claim|promise)"
    r"|nothing)\b(?! be )|n['’]t (?:be|promise|say)\b|\?",
    re.I,
)
_PERFECT_PARTS = (
    *("100", "ly safe", "ly secure", "be hacked", "be lost", "be stolen", "be breached", "be leaked"),
    *("uarantee", "risk of", "risk that", "nobody c"),
)


@rule("safety-overpromised", WARNING, "UK GDPR Articles 5(1)(a), 5(1)(f) and 32", "texts", _PERFECT_PARTS)
def safety_overpromised(text: PublishedText) -> Problems:
    """
    What: No text promises that data is perfectly safe.
    Why: The law asks for fitting measures, and nobody can promise more; after a breach the promise is a lie.
    How: Say what you do, for example "Only staff who need it can open your file".
    """
    for match in said(text, _PERFECT, None, _PERFECT_PARTS):
        if not _HONEST.search(match.string.replace(match[0], "")):
            yield Problem(
                text.field,
                f"“{match[0]}” is more than anybody can promise.",
                "Say what you do, for example “Only staff who need it can open your file”.",
                match[0],
            )
