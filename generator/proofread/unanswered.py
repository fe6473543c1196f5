"""Fields that are filled in and say nothing, or say the opposite of what they are for."""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.register import Filed
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.questions import says_not
from generator.proofread.said import parts_of, without_unseen
from generator.proofread.texts import PublishedText

_ASKS_FOR_WORDS = frozenset(
    {"who_misses_out", "effect", "rationale", "why", "what", "harms", "evidence", "proportionality", "said"}
    | {"if_refused", "measure", "mitigation", "logic", "significance", "explanation", "route_back", "changed"}
    | {"joint_arrangement", "distribution", "without_it", "outcome", "method", "reason", "motivation"}
    | {"legitimate_interests", "worked", "did_not_work", "safeguard", "copy_from", "what_it_does", "meaning"}
)
_NOTHING = re.compile(
    r"\W*(?:n/?a|none|nil|no|yes|nobody|no one|not known|unknown|not (?:applicable|relevant|recorded"
    r"|available|stated)"
    r"|update[ds]?|updates? made|(?:various|general|minor|some|small|routine) (?:changes?|updates?"
    r"|amendments?|edits?|corrections?)|changes?|amended|edited|revised|misc(?:ellaneous)?|other|various"
    r"|general|as above"
    r"|see above|as (?:before|usual|needed|required|appropriate)|to follow|pending|ongoing|in progress"
    r"|(?:the |our )?(?:usual|normal|standard|existing|internal) (?:process|procedure|practice|method)"
    r"|approved|agreed|completed?|done|signed off|ok(?:ay)?|fine|passed|satisfactory"
    r"|business need|operational(?: need| reasons?)?|administrative(?: reasons?)?|legal reasons?"
    r"|policy|standard"
    r"|review|new version|annual review|housekeeping|tidy(?:ing)?(?: up)?)\W*",
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


_WE_DO = re.compile(
    r"^(?:we|it|they|the (?:council|company|firm|university|supplier|contractor)|our (?:staff|team|officers"
    r"|suppliers?))(?: also| may| can| might| will"
    r"| sometimes"
    r"| always| often| do)* (?:sell|share|pass|track|profile|disclose|transfer|add)s?\b"
    r"|^we do (?:also )?(?!not\b|n['’]t)\w+|^(?:the |an? )?[A-Z][\w ]{2,40}? pays? for\b"
    r"|^(?:the )?[A-Z][\w ]{2,40}? (?:gets?|receives?|buys?|sees?|keeps?) (?:a copy of )?(?:it|them|the"
    r"|your"
    r"|our|all)\b",
    re.I,
)
NAY = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|only|without|unless|except|cannot|if"
    r"|instead)\b|n['’]t\b",
    re.I,
)


_WE_AT_ALL = re.compile(
    r"^(?:We|Our (?:staff|officers|teams?)|The council|Staff) (?:\w+ )?[a-z]{2,}"
    r"|^(?:Your|The|All|Names|Any) [\w ]{3,40}? (?:(?:may|can|will|might|could) (?:also )?be|is"
    r"|are) (?:added|put|sent|given|passed"
    r"|shared|sold|used)\b",
    re.I,
)
_PROTECTS = re.compile(
    r"\b(?:keeps?|delet\w+|wip\w+|remov\w+|blur\w*|refus\w+|stop\w*|ask\w*|protect\w*|hid\w+|leav\w+"
    r"|forbid\w*"
    r"|promis\w+|holds?|avoid\w*|destroy\w*|limit\w*|restrict\w*|check\w*)\b",
    re.I,
)
"""What may well be said of what is not done with data: it is kept apart, or wiped."""
_BOUND = re.compile(r"\b(?:when|where|once|after|until)\b", re.I)
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
    plain = not NAY.search(text.line) and _WE_AT_ALL.match(text.line) and not _PROTECTS.search(text.line)
    for sentence in text.statements:
        bounded = sentence is not text.statements[0] and _BOUND.search(sentence.text)
        if (plain or _WE_DO.match(sentence.text)) and not NAY.search(sentence.text) and not bounded:
            yield Problem(
                text.field,
                f"“{sentence.text}” says what is done, under what is not done.",
                "Write what you do not do, and move the rest to `recipients` or `purposes`.",
                sentence.text,
            )
            return


_CARE_RECORDS = re.compile(
    r"\b(?:sends?|gives?|shares?|gets?|receives?|see|sees|passes?|holds?|uses?"
    r"|from)\b[^.;]{0,40}?\b(?:medical"
    r"|health|care|patient|GP|hospital|clinical|NHS) (?:and \w+ )?(?:records?|notes|files?|history"
    r"|information)\b",
    re.I,
)
_DECIDED_BY = re.compile(
    r"\b(?:computer|system|software|algorithm|program|AI|tool|website)s? (?:\w+ ){0,4}?(?:and )?(?:decides?"
    r"|refuses?|rejects?|approves?|declines?|sifts out|turns? down|cancels?|removes?|bans?)\b[^.;]*"
    r"|\b(?:computer|system|software|algorithm|program|AI|tool|website)s? alone \w+[^.;]*"
    r"|\b(?:refused|rejected|turned down|declined|sifted out) automatically\b"
    r"|\b(?:applications?|renewals?|claims?|requests?|permits?|badges?|cases|licen[cs]es"
    r"|places)\b[^.;]{0,40}? without"
    r" (?:anybody|anyone|a person|any person|an officer|any officer|a human|staff|somebody) (?:\w+"
    r" )?(?:look|see"
    r"|check|read|decid)\w*"
    r"|\bautomatically (?:refused|rejected|turned down|declined|sifted out)\b"
    r"|\b(?:granted|refused|turned down|approved|rejected|decided|declined|cancelled"
    r"|stopped) by (?:the|a|our|its)"
    r" (?:\w+ )?(?:computer|system|software|algorithm|program|AI|tool|website)\b[^.;]*"
    r"|\b(?:fines?|penalt(?:y|ies)|refus\w+|reject\w+|decisions?|bans?|bills?|warnings?|suspensions?)\b"
    r"[^.;]{0,30}? without (?:anybody|anyone|a person|any person|an officer|any officer|staff)\b[^.;]*",
    re.I,
)
_BY_PEOPLE = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|cannot|nor|only|if|(?<!its )(?<!their )own|yourself)\b"
    r"|n['’]t\b",
    re.I,
)


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
            match = pattern.search(part)
            denied = _BY_PEOPLE.search(without_unseen(part.replace("before anybody", "")))
            if match and not denied and not _BY_PEOPLE.search(part[: match.start()]):
                yield Problem(
                    (field, "does_not_apply"),
                    f"“{match[0]}” is the thing itself, given as the reason why `{field}` does not apply.",
                    "Answer the question with its fields, or correct the reason.",
                    match[0],
                )
                break
