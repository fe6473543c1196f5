"""What the free words of a public-benefit project say of its result, of opt-outs and of sales."""

from __future__ import annotations

import re

from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.opt_out_words import SAYS_NOT_APPLIED
from generator.proofread.project_words import NDG
from generator.proofread.said import said
from generator.proofread.texts import texts_in

_ABOUT = r"\b(?:(?:public[ -])?benefit test|evaluation|test|public benefit|panel|project|assessment)\b"
_NOT_MET = re.compile(
    rf"{_ABOUT}[^.;]{{0,40}}? (?:(?:was|is|were) (?:not (?:met|passed|fulfilled)|failed|refused|rejected)"
    r"|did not (?:pass|meet)|(?:has|had) (?:not been (?:met|passed)|failed))\b"
    r"|\bfailed the (?:public[ -])?(?:benefit )?test\b",
    re.I,
)
_MET = re.compile(
    rf"{_ABOUT}[^.;]{{0,40}}? (?:(?:was|is|were) (?:fully )?(?:met|passed|fulfilled)|(?:has"
    rf"|had) (?:been (?:met|passed)"
    r"|passed))\b|\bpassed the (?:public[ -])?(?:benefit )?test\b",
    re.I,
)
_NOT_THIS_ONE = re.compile(
    r"\b(?:if|unless|until|would|could|might|whether|when|were|before|earlier|first|another|other|only if"
    r"|once"
    r"|every|each|must|should|had|different|alone)\b|\?",
    re.I,
)
_DENIED = re.compile(rf"{_NOT_THIS_ONE.pattern}|\b(?:not|never|no)\b|n['’]t\b", re.I)
_HISTORY = frozenset({"evaluations", "steps", "learning", "changes", "also_called", "title"})


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
    for text in texts_in(register, filed.document.path):
        parts = ("test", "evaluation", "benefit", "panel", "project", "assessment")
        for match in said(text, wrong, unless, parts) if _HISTORY.isdisjoint(text.field) else ():
            yield Problem(
                text.field,
                f"“{match[0]}”, but the evaluation here is `{next(iter(results))}`.",
                "Correct the words, or `state` of the evaluation.",
                match[0],
            )


_ASKED = re.compile(r"\b(?:if|whether|would|could|asked|wrong|mistake|breach)\b|\?", re.I)


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
        for match in said(text, SAYS_NOT_APPLIED, _ASKED, ("opted", "Opted", "pt-out", "pt out", "pt-Out")):
            yield Problem(
                text.field,
                f"“{match[0]}”, but the data use applies the National Data Opt-Out.",
                "Correct the words, or the answer on the opt-out in the data use.",
                match[0],
            )
