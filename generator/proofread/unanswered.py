"""Fields that are filled in and say nothing, or say the opposite of what they are for."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import says_not
from generator.proofread.said import parts_of, without_unseen
from generator.proofread.texts import PublishedText

_ASKS_FOR_WORDS = frozenset(
    {"who_misses_out", "effect", "rationale", "why", "what", "harms", "evidence", "proportionality", "said"}
    | {"if_refused", "measure", "mitigation", "logic", "significance", "explanation", "route_back", "changed"}
    | {"joint_arrangement", "distribution", "without_it", "outcome", "method", "reason", "motivation"}
    | {"legitimate_interests", "worked", "did_not_work", "safeguard", "copy_from", "what_it_does", "meaning"}
)
_NOTHING = on_demand(
    r"\W*(?:n/?a|none|nil|no|yes|nobody|no one|not known|unknown|not (?:applicable|relevant|recorded"
    r"|available|stated)|update[ds]?|updates? made|(?:various|general|minor|some|small"
    r"|routine) (?:changes?|updates?|amendments?|edits?|corrections?)|changes?|amended|edited|revised"
    r"|misc(?:ellaneous)?|other|various|general|as above|see above|as (?:before|usual|needed|required"
    r"|appropriate)|to follow|pending|ongoing|in progress|(?:the |our )?(?:usual|normal|standard|existing"
    r"|internal) (?:process|procedure|practice|method)|approved|agreed|completed?|done|signed off"
    r"|ok(?:ay)?|fine|passed|satisfactory|business need|operational(?: need| reasons?)?"
    r"|administrative(?: reasons?)?|legal reasons?|policy|standard|review|new version|annual review"
    r"|(?:for )?(?:various|general|operational|business|other|different|several|internal) (?:reasons?"
    r"|purposes?)"
    r"|housekeeping|tidy(?:ing)?(?: up)?)\W*",
    re.I,
)


@rule("answer-says-something", WARNING, "UK GDPR Article 5(1)(a), 5(2) and 12(1)", "texts")
def answer_says_something(text: PublishedText) -> Problems:
    """
    What: A field that asks for a reason, an effect or a fact is not filled with "N/A", "Update" or "None".
    Why: Readers cannot tell an answer from a gap, and nobody can check it.
    How: Write what holds in a sentence; if there is truly nothing, say so and why.
    """
    asked = len(text.text) < 28 and text.name in _ASKS_FOR_WORDS and text.is_english
    if asked and _NOTHING.fullmatch(text.text):
        yield Problem(
            text.field,
            f"“{text.text}” does not answer what `{text.name}` asks.",
            "Write what holds in a sentence; if there is truly nothing, say so and why.",
            text.text.strip(),
        )


_WE_DO = on_demand(
    r"^(?:we|it|they|the (?:council|company|firm|university|supplier|contractor)|our (?:staff|team"
    r"|officers|suppliers?))(?: also| may| can| might| will| sometimes| always| often| do)* (?:sell|share"
    r"|pass|track|profile|disclose|transfer|add)s?\b|^we do (?:also )?(?!not\b|n['’]t)\w+|^(?:the "
    r"|an? )?[A-Z][\w ]{2,40}? pays? for\b|^(?:the )?[A-Z][\w ]{2,40}? (?:gets?|receives?|buys?|sees?"
    r"|keeps?) (?:a copy of )?(?:it|them|the|your|our|all)\b",
    re.I,
)
NAY = on_demand(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|only|without|unless|except|cannot|if"
    r"|instead)\b|n['’]t\b",
    re.I,
)


_WE_AT_ALL = on_demand(
    r"^(?:We|Our (?:staff|officers|teams?)|The council|Staff) (?:\w+ )?[a-z]{2,}|^(?:Your|The|All|Names"
    r"|Any) [\w ]{3,40}? (?:(?:may|can|will|might|could) (?:also )?be|is|are|was|were) (?:added|put|sent"
    r"|given"
    r"|passed|shared|sold|used)\b",
    re.I,
)
_PROTECTS = on_demand(
    r"\b(?:keeps?|delet\w+|wip\w+|remov\w+|blur\w*|refus\w+|stop\w*|ask\w*|protect\w*|hid\w+|leav\w+"
    r"|forbid\w*|promis\w+|holds?|avoid\w*|destroy\w*|limit\w*|restrict\w*|check\w*)\b",
    re.I,
)
"""What may well be said of what is not done with data: it is kept apart, or wiped."""
_BOUND = on_demand(r"\b(?:when|where|once|after|until)\b", re.I)
"""Words that tell, after a denial, where it ends: "They see it once you accept the place"."""


@rule("will-not-denies", WARNING, "UK GDPR Article 5(1)(a) and 12(1)", "texts")
def will_not_denies(text: PublishedText) -> Problems:
    """
    What: What stands under `will_not` is said not to be done.
    Why: The page prints it as a promise, and a sentence like "We pass it on" there breaks that promise.
    How: Write what you do not do, and move the rest to `recipients` or `purposes`.
    """
    if "will_not" not in text.field or not text.is_english:
        return
    begins = text.statements[0].search(_WE_AT_ALL) if text.statements else None
    plain = begins and not NAY.search(text.line) and not _PROTECTS.search(text.told)
    for sentence in text.statements:
        bounded = sentence is not text.statements[0] and sentence.search(_BOUND)
        if (plain or sentence.search(_WE_DO)) and not sentence.search(NAY) and not bounded:
            yield Problem(
                text.field,
                f"“{sentence.text}” says what is done, under what is not done.",
                "Write what you do not do, and move the rest to `recipients` or `purposes`.",
                sentence.text,
            )
            return


_CARE_RECORDS = on_demand(
    r"\b(?:sends?|gives?|shares?|gets?|receives?|see|sees|passes?|holds?|uses?"
    r"|from)\b[^.;]{0,40}?\b(?:medical|health|care|patient|GP|hospital|clinical"
    r"|NHS) (?:and \w+ )?(?:records?|notes|files?|history|information)\b",
    re.I,
)
_DECIDED_BY = on_demand(
    r"\b(?:computer|system|software|algorithm|program|AI|tool"
    r"|website)s? (?:\w+ ){0,9}?(?:and )?(?:decides?|refuses?|rejects?|approves?|declines?|sifts out"
    r"|turns? down|cancels?|removes?|bans?)\b[^.;]*|\b(?:computer|system|software|algorithm|program|AI"
    r"|tool|website)s? alone \w+[^.;]*|\b(?:refused|rejected|turned down|declined"
    r"|sifted out) automatically\b|\b(?:applications?|renewals?|claims?|requests?|permits?|badges?|cases"
    r"|licen[cs]es|places)\b[^.;]{0,40}? without (?:anybody|anyone|a person|any person|an officer"
    r"|any officer|a human|staff|somebody) (?:\w+ )?(?:look|see|check|read|decid)\w*"
    r"|\bautomatically (?:refused|rejected|turned down|declined|sifted out)\b|\b(?:granted|refused"
    r"|turned down|approved|rejected|decided|declined|cancelled|stopped) by (?:the|a|our"
    r"|its) (?:\w+ )?(?:computer|system|software|algorithm|program|AI|tool|website)\b[^.;]*|\b(?:fines?"
    r"|penalt(?:y|ies)|refus\w+|reject\w+|decisions?|bans?|bills?|warnings?"
    r"|suspensions?)\b[^.;]{0,30}? without (?:anybody|anyone|a person|any person|an officer|any officer"
    r"|staff)\b[^.;]*|\b(?:payments?|services?|care|benefits?|discounts?|accounts?) (?:stops?|ends?|closes?"
    r"|changes?|is stopped|are stopped) (?:by (?:itself|themselves)|automatically)\b[^.;]*",
    re.I,
)
_BY_PEOPLE = on_demand(
    r"\b(?:not|never|no|nobody|none|nothing|cannot|nor|only|if|(?<!its )(?<!their )own|yourself)\b"
    r"|n['’]t\b",
    re.I,
)


_WHEN = on_demand(r" (?:when|where)\b.*")
"""In which case it happens: "Payments stop by themselves when two lists do not agree"."""


@rule("denial-holds", WARNING, "UK GDPR Articles 5(1)(a), 13(2)(f), 14(2)(g); common law", "data-uses")
def denial_holds(filed: Filed[DataUse]) -> Problems:
    """
    What: The reason why confidentiality or decisions by computer do not apply does not describe them.
    Why: "It does not apply: the software rejects applications" is two answers, of which one is wrong.
    How: Answer the question with its fields, or correct the reason.
    """
    looks = (("confidentiality", _CARE_RECORDS), ("automated_decisions", _DECIDED_BY))
    for field, pattern in looks:
        answer = getattr(filed.record, field)
        said = answer.does_not_apply if says_not(answer) else ""
        for part in parts_of(said):
            match = part.search(pattern)
            said_so = match.string if match else ""
            denied = _BY_PEOPLE.search(without_unseen(_WHEN.sub("", said_so.replace("before anybody", ""))))
            if match and not denied and not _BY_PEOPLE.search(said_so[: match.start()]):
                yield Problem(
                    (field, "does_not_apply"),
                    f"“{match[0]}” is the thing itself, given as the reason why `{field}` does not apply.",
                    "Answer the question with its fields, or correct the reason.",
                    match[0],
                )
                break
