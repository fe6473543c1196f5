"""The outcome of a project held against itself: states beside their evidence, harms beside what is told."""

from __future__ import annotations

import re

from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.project_words import NDG
from generator.proofread.questions import says_not
from generator.proofread.said import says
from generator.proofread.texts import texts_in

_NOTHING_SHOWN = on_demand(
    r"\b(?:there is|there are|we have|ha(?:s|d) shown|shows?|found|is|are) (?:\w+ )?(?:no|not any|nothing"
    r"|none)\b(?: \w+)? (?:results?|evidence|figures?|change|difference|effect|data|sign|proof)\b"
    r"|^\W*(?:none|no (?:results?|evidence|figures?|change|difference|effect|data|sign|proof))\b"
    r"|\b(?:could|can|did|was|were|has|have)(?: not|n['’]t) (?:be |been )?(?:measured|counted|shown"
    r"|proved?|seen|known|reached|realised|achieved|tell|happen(?:ed)?)\b|\btoo early to\b"
    r"|\bnot (?:yet )?(?:known|measured|clear)\b|\bnobody (?:knows|measured|counted)\b",
    re.I,
)
_SHOWN_AFTER_ALL = on_demand(r"\b(?:but|although|yet it|except|elsewhere|apart from)\b", re.I)


@rule("evidence-fits-state", WARNING, NDG, "public-benefit")
def evidence_fits_state(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A benefit that is called realised has evidence that shows it.
    Why: "Realised" beside "there is no result" is two answers to whether the project was worth it.
    How: Correct `state`, for example to `unclear`; or say in `evidence` how the benefit is known.
    """
    outcome = filed.record.outcome
    for number, benefit in enumerate(outcome.benefits if outcome else ()):
        match = says(benefit.evidence, _NOTHING_SHOWN) if benefit.state == "realised" else None
        if match and not _SHOWN_AFTER_ALL.search(benefit.evidence or ""):
            yield Problem(
                ("outcome", "benefits", number, "state"),
                f"This benefit is called realised, but its evidence says “{match[0]}”.",
                "Correct `state`, for example to `unclear`; or say how the benefit is known.",
            )


_HARM = on_demand(
    r"\b(?:apolog\w+|(?:we are|said|say) sorry|against our promise|by mistake|in error|breach(?:es|ed)?"
    r"|harmed|hurt|upset|distress\w*|leaked|lost the|recogni[sz]ed a (?:neighbour|person|friend|relative)"
    r"|complained|without being asked|without asking|should never have)\b",
    re.I,
)
_NO_HARM = on_demand(
    r"\b(?:not|no|never|nobody|none|without (?:any )?(?:breach|harm|complaint)|if|could|would|might|risk)\b",
    re.I,
)
_TOLD_IN = frozenset({"outcome", "steps", "learning"})


@rule("harms-denied", WARNING, NDG, "public-benefit")
def harms_denied(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: An outcome that says that there was no harm tells of none elsewhere on the page.
    Why: An apology on the page and "nobody was harmed" beside it cost the trust that openness wins.
    How: List the harm under `harms`, or correct the words.
    """
    outcome = filed.record.outcome
    if outcome is None or not says_not(outcome.harms):
        return
    for text in texts_in(register, filed.document.path):
        for sentence in text.statements if _TOLD_IN & set(text.field) and "harms" not in text.field else ():
            match = sentence.search(_HARM)
            if match and not sentence.search(_NO_HARM):
                line = filed.document.locate(*text.field).line
                yield Problem(
                    ("outcome", "harms"),
                    f"There was no harm, it says, but line {line} tells of some (“{match[0]}”).",
                    "List the harm under `harms`, or correct the words.",
                )
                return


_STOPPED = on_demand(
    r"\b(?:study|project|work|trial|pilot) (?:was|were|has been|had to be) (?:stopped|halted|abandoned"
    r"|called off|broken off)\b|\bwe (?:stopped|halted|abandoned|called off|broke off) (?:it|the (?:study"
    r"|project|work|trial|pilot))\b",
    re.I,
)


@rule("concluded-or-stopped", WARNING, NDG, "public-benefit")
def concluded_or_stopped(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A project that its words say was stopped is not called concluded.
    Why: People look for what went wrong; "concluded" tells them that all went to plan.
    How: Write `state: stopped` in the last step, or correct the words.
    """
    project = filed.record
    told = f"{project.summary} {project.outcome.summary if project.outcome else ''}"
    match = says(told, _STOPPED) if project.state == "concluded" else None
    if match:
        yield Problem(
            ("steps", len(project.steps) - 1, "state"),
            f"The last step says `concluded`, but the words say “{match[0]}”.",
            "Write `state: stopped`, or correct the words.",
        )


@rule("benefit-after-start", WARNING, NDG, "public-benefit")
def benefit_after_start(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: No benefit is called realised in an evaluation that was made before the project began.
    Why: Nothing can have come of it by then; the state of a later day was written into the first test.
    How: Write `state: expected`; what came about belongs into a further evaluation or the outcome.
    """
    start = filed.record.start
    for number, evaluation in enumerate(filed.record.evaluations):
        early = start is not None and evaluation.date < start
        for at, benefit in enumerate(evaluation.benefits if early else ()):
            if benefit.state == "realised":
                yield Problem(
                    ("evaluations", number, "benefits", at, "state"),
                    f"This is called realised on {evaluation.date}, before the project began on {start}.",
                    "Write `state: expected`.",
                )
