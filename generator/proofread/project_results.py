"""What a project tells of its result and of companies, held against its outcome and its users."""

from __future__ import annotations

import re

from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.project_words import NDG
from generator.proofread.said import main_clause, said
from generator.proofread.spoken import said_in
from generator.proofread.texts import texts_in
from generator.proofread.word_parts import sought

_LESS = on_demand(
    r"\b(?:fell|fallen|dropped|went down|gone down|came down|declined|decreased|(?:were|was|been) (?:cut"
    r"|reduced|halved|lowered)|shrank|halved|fewer|less|lower|shorter)\b",
    re.I,
)
_MORE = on_demand(
    r"\b(?:rose|risen|grew|grown|went up|gone up|increased|improved|doubled|trebled|more|better|quicker"
    r"|faster|higher|longer|(?:were|was|been) (?:raised|improved|reached))\b",
    re.I,
)
_SMALLER = on_demand(r"^\W*(?:fewer|less|lower|shorter|a fall|a drop|reduced|cutting|money saved)\b", re.I)
_LARGER = on_demand(
    r"^\W*(?:more|better|quicker|faster|higher|longer|a rise|improved|greater|increased)\b", re.I
)
_UNTOLD = on_demand(
    r"\b(?:not|never|no|nobody|none|neither|nor|cannot|hoped|hope|expected|expect|would|could|might|may"
    r"|should|if|whether|aim\w*|until|unclear|too|want\w*|meant)\b|n['’]t\b|\?",
    re.I,
)
_WORD = on_demand(r"[a-z]{4,}")
_COMMON = frozenset(
    {"with", "that", "this", "from", "have", "they", "their", "them", "than", "into", "people"}
)


def _stems(words: str) -> frozenset[str]:
    found = _WORD.findall(_LESS.sub(" ", _MORE.sub(" ", words.lower())))
    return frozenset(word[:6].rstrip("s") for word in found if word not in _COMMON)


@rule("outcome-told-fits", WARNING, NDG, "public-benefit")
def outcome_told_fits(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: A benefit that did not come about is not told as reached in the summary of the project or outcome.
    Why: Most people read the summary alone, and take a success from it that there was not.
    How: Correct the summary, or `state` of the benefit.
    """
    outcome = filed.record.outcome
    missed = [benefit for benefit in outcome.benefits if benefit.state == "not-realised"] if outcome else []
    for text in texts_in(register, filed.document.path) if missed else ():
        if (
            text.field not in (("summary",), ("outcome", "summary"), ("body",), ("title",))
            or not text.is_english
        ):
            continue
        for sentence in text.statements:
            for benefit in missed:
                way = _way(benefit.benefit)
                match = way.search(sentence.text) if way else None
                wanted = _stems(benefit.benefit)
                shared = wanted & _stems(sentence.text)
                near = len(shared) > 1 and len(shared) * 3 >= len(wanted) * 2
                if match and near and not _UNTOLD.search(main_clause(match)):
                    yield Problem(
                        text.field,
                        f"“{sentence.text}”, but the benefit “{benefit.benefit}” is `not-realised`.",
                        "Correct the words, or `state` of the benefit.",
                        sentence.text[match.start() :],
                    )


def _way(benefit: str) -> re.Pattern[str] | None:
    """Words for the change that a benefit asks for, where it begins with one."""
    if _SMALLER.search(benefit):
        return _LESS
    return _MORE if _LARGER.search(benefit) else None


_COMPANY = (
    r"(?:(?:drug|insurance|technology|software|data|pharmaceutical|private|marketing|commercial) )?"
    r"(?:compan(?:y|ies)|firms?|manufacturers?|insurers?|start-?ups?)"
)
_GETS = on_demand(
    rf"\b{_COMPANY}\b[^.;]{{0,60}}?\b(?:(?:will |can |may )?(?:also )?(?:gets?|receives?|keeps?|has access to"
    rf"|sees?|holds?|uses?)|(?:will be|is|are|was|were) (?:also )?(?:given|sent|passed|handed|shown)) (?:the"
    rf"|a copy of the|all the|our|these|this|coded|linked|your) (?:\w+ )?(?:file|data|records?|information"
    rf"|dataset|results of each person)\b",
    re.I,
)
_REFUSED = on_demand(
    r"\b(?:not|never|no|nobody|none|neither|nor|cannot|asked|wanted|offered|would|could|if|refused|declined"
    r"|anybody|unless|publish\w*|own)\b|n['’]t\b|\?",
    re.I,
)
_GETS_PARTS = sought("ompan", "irm", "nsurer", "anufacturer")


@rule("company-told-is-user", WARNING, NDG, "public-benefit")
def company_told_is_user(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: A company that gets the data by the words of a project stands among its users.
    Why: People ask first who gains from their data; a company that only a sentence names looks hidden.
    How: Add it to `users` and say under `motivations` what it gains; or correct the words.
    """
    users = (register.organisations.get(user) for user in filed.record.users)
    if any(user is None or user.kind == "company" for user in users):
        return
    for text, match in said_in(filed, register, _GETS, _REFUSED, _GETS_PARTS):
        aside = {"evaluations", "steps", "will_not", "learning", "also_called"} & set(text.field)
        if not aside:
            yield Problem(
                text.field,
                f"“{match[0]}”, but no company stands among `users`.",
                "Add it to `users`, with what it gains under `motivations`; or correct the words.",
                match[0],
            )


_UNASKED = on_demand(
    r"\b(?:people|nobody|no one|patients|residents|members|they) (?:were|was|are|is)(?: not| never"
    r"|n['’]t)? asked\b|\b(?:we|the (?:council|authority|service|team)) (?:did not|didn['’]t|do not"
    r"|never) (?:ask|seek"
    r"|get) (?:people(?:['’]s consent)?|them|anyone|anybody|for consent|consent)\b"
    r"|\bwithout (?:asking (?:people|them|anyone|anybody)|(?:their|people['’]s) consent)\b",
    re.I,
)
_NOT_ASKED = on_demand(r"\b(?:not|never|nobody|no one|without)\b|n['’]t\b", re.I)
_OF_SOMETHING = on_demand(
    r"\b(?:until|before|again|whether|why|how|what|if|would|could|should|names?\b(?=[^.;]*\basked)"
    r"|those who|who did|others|left out|none)\b|\?",
    re.I,
)


@rule("asking-told-fits", WARNING, NDG, "public-benefit")
def asking_told_fits(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The words of a project that asked people for consent do not say that they were not asked.
    Why: Whether people could say no is what readers look for; here one of two answers is wrong.
    How: Correct the words, or `consent_sought`.
    """
    if not filed.record.consent_sought:
        return
    for text in texts_in(register, filed.document.path):
        if text.field[:1] not in (("body",), ("summary",), ("statement",)):
            continue
        for match in said(text, _UNASKED, _OF_SOMETHING, ("asked", "ask ", "asking", "consent")):
            if _NOT_ASKED.search(match[0]):
                yield Problem(
                    text.field,
                    f"“{match[0]}”, but by `consent_sought` people were asked.",
                    "Correct the words, or `consent_sought`.",
                    match[0],
                )
