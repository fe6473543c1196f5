"""What the free words of a public-benefit project say of its result, of opt-outs and of sales."""

from __future__ import annotations

import re

from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.opt_out_applied import SAYS_NOT_APPLIED
from generator.proofread.project_words import NDG
from generator.proofread.said import said
from generator.proofread.spoken import said_in
from generator.proofread.texts import texts_in
from generator.proofread.word_parts import sought

_ABOUT = r"\b(?:(?:public[ -])?benefit test|evaluation|test|public benefit|panel|project|assessment)\b"
_NOT_MET = on_demand(
    rf"{_ABOUT}[^.;]{{0,40}}? (?:(?:was|is|were) (?:not (?:met|passed|fulfilled)|failed|refused|rejected)"
    r"|did not (?:pass|meet)|(?:has|had) (?:not been (?:met|passed)|failed))\b"
    r"|\b(?:so|and|therefore|that) the (?:public[ -])?(?:benefit )?test (?:has |had )?failed\b"
    r"|\bfailed the (?:public[ -])?(?:benefit )?test\b",
    re.I,
)
_MET = on_demand(
    rf"{_ABOUT}[^.;]{{0,40}}? (?:(?:was|is|were) (?:fully )?(?:met|passed|fulfilled)|(?:has"
    rf"|had) (?:been (?:met|passed)"
    r"|passed))\b|\bpassed the (?:public[ -])?(?:benefit )?test\b",
    re.I,
)
_NOT_THIS_ONE = on_demand(
    r"\b(?:if|unless|until|would|could|might|whether|when|were|before|earlier|first|another|other|only if"
    r"|once|every|each|must|should|had|different|alone)\b|\?",
    re.I,
)
_DENIED = on_demand(rf"{_NOT_THIS_ONE.pattern}|\b(?:not|never|no)\b|n['’]t\b", re.I)
_HISTORY = frozenset({"evaluations", "steps", "learning", "changes", "also_called", "title"})
_OF_THE_TEST = sought("test", "evaluation", "benefit", "panel", "project", "assessment")


@rule("result-told-fits", WARNING, NDG, "public-benefit")
def result_told_fits(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The words of a project tell the result of the public benefit test that its evaluations give.
    Why: "The test was not met" on the page of a project that goes on leaves nobody knowing what was decided.
    How: Correct the words, or `state` of the evaluation.
    """
    results = {evaluation.state for evaluation in filed.record.evaluations}
    met = bool(results & {"met", "met-with-conditions"})
    if met == ("not-met" in results):
        return
    wrong, unless = (_NOT_MET, _NOT_THIS_ONE) if met else (_MET, _DENIED)
    for text, match in said_in(filed, register, wrong, unless, _OF_THE_TEST):
        if _HISTORY.isdisjoint(text.field):
            yield Problem(
                text.field,
                f"“{match[0]}”, but the evaluation here is `{next(iter(results))}`.",
                "Correct the words, or `state` of the evaluation.",
                match[0],
            )


_NO_CHOICE = on_demand(
    r"\b(?:there (?:is|was)|you (?:have|had)|people (?:have|had)) no (?:way to (?:opt out|say no"
    r"|be left out)|opt[- ]?out|choice)\b(?! of (?:our|its) own)|\b(?:you|people|nobody|no one) (?:cannot"
    r"|can['’]t|could not|can|could) (?:opt out|be left out|say no)\b",
    re.I,
)
_BUT_THE_NATIONAL = on_demand(
    r"National Data|NDOO|other than|apart from|besides|except|unless|\bif\b|could be|\bwould\b", re.I
)
_ASKED = on_demand(r"\b(?:if|whether|would|could|asked|wrong|mistake|breach)\b|\?", re.I)


@rule(
    "opted-out-left-out",
    WARNING,
    "National Data Opt-Out policy (DCB3058); NDG guidance (2022)",
    "public-benefit",
)
def opted_out_left_out(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: A project whose data use applies the National Data Opt-Out does not tell that opt-outs were ignored.
    Why: People who opted out were promised to be left out; here one of two answers is wrong.
    How: Correct the words, or the answer on the opt-out in the data use.
    """
    answers = [use.record.national_data_opt_out for use in register.uses_by_project[filed.slug]]
    if not any(answer and answer.applies == "applied" for answer in answers):
        return
    for text in texts_in(register, filed.document.path):
        denied = said(text, _NO_CHOICE, _BUT_THE_NATIONAL) if _HISTORY.isdisjoint(text.field) else ()
        denied = (match for match in denied if _denies(match[0]))
        told = said(text, SAYS_NOT_APPLIED, _ASKED, ("opted", "Opted", "pt-out", "pt out", "pt-Out"))
        for match in (*told, *denied):
            yield Problem(
                text.field,
                f"“{match[0]}”, but the data use applies the National Data Opt-Out.",
                "Correct the words, or the answer on the opt-out in the data use.",
                match[0],
            )


def _denies(words: str) -> bool:
    """Whether words deny a choice: "People could opt out" does not, "Nobody could opt out" does."""
    return bool(re.search(r"\b(?:no|nobody|not|cannot)\b|n['’]t\b", words, re.I))


_WITH_NAMES = on_demand(
    r"\b(?:work(?:s|ed|ing)? (?:with|from)|use[sd]?|got|gets?|received?s?|saw|sees?|had|kept|keeps?|holds?"
    r"|held)\b[^.;]{0,25}?\b(?:the |their |people['’]s )?(?:full )?(?:names?(?: and (?:home )?addresses)?"
    r"|home addresses)\b(?! (?:of|for) (?:\w+ ){0,2}?(?:streets?|roads?|places?|areas?|wards?|towns?"
    r"|villages?|schools?|firms?|organisations?|project))",
    re.I,
)
_TAKEN_OFF = on_demand(
    r"\b(?:not|never|no|nobody|without|before|then|replaced|removed|taken|left out|cut|code[sd]?|match\w*"
    r"|instead|asked|would|could|wanted)\b|n['’]t\b|\?",
    re.I,
)
_WITH_NAMES_PARTS = sought("name", "addresses")


@rule(
    "names-told-fit",
    WARNING,
    "UK GDPR Article 4(1) and (5), recital 26; ICO: anonymisation",
    "public-benefit",
)
def names_told_fit(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The free text of a project whose data shows nobody's name does not tell of work with names.
    Why: Coded data and data with names differ in risk and in law; here one of two answers is wrong.
    How: Correct the words, or `identifiability`.
    """
    level = filed.record.identifiability
    if level not in ("pseudonymised", "anonymised", "aggregate"):
        return
    for text, match in said_in(filed, register, _WITH_NAMES, _TAKEN_OFF, _WITH_NAMES_PARTS):
        if text.field[:1] == ("body",):
            yield Problem(
                text.field,
                f"“{match[0]}”, but `identifiability` says `{level}`.",
                "Correct the words, or `identifiability`.",
                match[0],
            )
