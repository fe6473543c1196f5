"""Answers of a project that say nothing: what views changed, how a benefit is measured, what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.public_benefit import Evaluation, PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand

GUIDANCE = "National Data Guardian, What do we mean by public benefit? (2022)"

_ONLY_HEARD = on_demand(
    r"\W*(?:(?:the|their|all|these|your) )*(?:views?|comments?|points?|advice|concerns?|feedback|opinions?"
    r"|they|it|this|that)? ?(?:(?:were|was|have been|has been|are|is|will be) )?(?:(?:duly|all"
    r"|carefully) )*(?:noted|heard|recorded|considered|welcomed|acknowledged|listened to"
    r"|taken (?:into account|on board|note of)|fed back|shared with the team|discussed|helpful|useful"
    r"|positive|none|nothing|no (?:change|effect)s?)\W*|\W*(?:none|nothing|not one) of (?:this|it|them|these"
    r"|the \w+) (?:was|were|has been|have been) (?:taken into account|used|acted on|adopted|considered)\W*"
    r"|\W*(?:they|these|the (?:views?|comments?)|it|this) (?:was|were) (?:not (?:taken into account"
    r"|used|acted on"
    r"|considered)|ignored|set aside|disregarded)\W*",
    re.I,
)
_NO_MEASURE = on_demand(
    r"\W*(?:(?:it|things|this|services?|outcomes?|care|people) (?:will|should|would) (?:be|get|feel"
    r"|do)? ?(?:better|improved?|happ(?:y|ier)|good)|(?:improved?|better|good|positive) (?:outcomes?"
    r"|services?"
    r"|results?|feedback|experience)|to be (?:agreed|decided|confirmed|defined|developed|worked out)"
    r"|success|improvements?|we will (?:know|see|review it)|not yet (?:known|agreed|decided))\W*",
    re.I,
)
_ONLY_REFUSED = on_demand(
    r"\W*(?:the|this|our) (?:project|study|work|research|analysis|use) (?:would|will|could|can) ?(?:not"
    r"|n['’]t) (?:happen|go ahead|take place|be (?:done|possible|carried out)|start|continue|proceed)\W*",
    re.I,
)


def _evaluations(filed: Filed[PublicBenefit]) -> Iterator[tuple[int, Evaluation]]:
    return enumerate(filed.record.evaluations)


@rule("view-changed-something", WARNING, GUIDANCE, "public-benefit")
def view_changed_something(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: What came of a view that was heard says what it changed, or why it changed nothing.
    Why: "The views were noted" shows that people were asked and not that anybody listened.
    How: Write what is different because of it; if nothing is, say why.
    """
    for number, evaluation in _evaluations(filed):
        for at, view in enumerate(evaluation.perspectives):
            if _ONLY_HEARD.fullmatch(view.effect):
                yield Problem(
                    ("evaluations", number, "perspectives", at, "effect"),
                    f"“{view.effect.strip()}” does not say what the view changed.",
                    "Write what is different because of it; if nothing is, say why.",
                )


@rule("measure-counts", WARNING, GUIDANCE, "public-benefit")
def measure_counts(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The measure of a benefit names what will be counted or compared.
    Why: With "better services" every outcome is a success, and nobody can tell whether the benefit came.
    How: Write for example "Days waited, each quarter, against the year before".
    """
    for number, evaluation in _evaluations(filed):
        for at, benefit in enumerate(evaluation.benefits):
            if isinstance(benefit.measure, str) and _NO_MEASURE.fullmatch(benefit.measure):
                yield Problem(
                    ("evaluations", number, "benefits", at, "measure"),
                    f"“{benefit.measure.strip()}” names nothing that is counted or compared.",
                    "Write what is counted, how often, and with what it is compared.",
                )


@rule("refusal-says-what", WARNING, GUIDANCE, "public-benefit")
def refusal_says_what(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: What would be lost without the project is more than the project itself.
    Why: "It would not happen" is true of every project, and weighs nothing against people's privacy.
    How: Write what would go on as it is, and for whom.
    """
    for number, evaluation in _evaluations(filed):
        if evaluation.if_refused and _ONLY_REFUSED.fullmatch(evaluation.if_refused):
            yield Problem(
                ("evaluations", number, "if_refused"),
                f"“{evaluation.if_refused.strip()}” does not say what would be lost.",
                "Write what would go on as it is, and for whom.",
            )


@rule("question-asks", WARNING, GUIDANCE, "public-benefit")
def question_asks(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The question of a project is a question.
    Why: Readers, and whoever judges the outcome later, need to know what was to be found out.
    How: Write for example "What do people wait for longest before they can go home?".
    """
    english = (filed.document.language or register.site.languages[0]) == "en"
    question = filed.record.question
    if english and question and "?" not in question and not re.match(r"\W*whether\b", question, re.I):
        yield Problem(
            ("question",),
            f"“{' '.join(question.split())}” asks nothing.",
            "Write what the project is to find out, as a question.",
        )


@rule(
    "one-initial-evaluation",
    ERROR,
    f"{GUIDANCE}; guard G5: a new evaluation for a changed use",
    "public-benefit",
)
def one_initial_evaluation(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The first evaluation of a project is the initial one, and each later one is a further one.
    Why: A further evaluation says what made it necessary and what it takes over; an initial one does not.
    How: Write `kind: further` with `trigger` and `supersedes`.
    """
    for number, evaluation in _evaluations(filed):
        if number and evaluation.kind == "initial":
            yield Problem(
                ("evaluations", number, "kind"),
                f"The evaluation `{evaluation.id}` is called initial, but there is one before it.",
                "Write `kind: further` with `trigger` and `supersedes`.",
            )


_FOR_GAIN = on_demand(
    r"\b(?:sell|sells|sale|sales|profits?|customers|revenue|market(?:ing)?|income|paid for|earn\w*"
    r"|budgets?|savings?|cheaper|save (?:\w+ ){0,2}money|commercial\w*|win (?:more )?(?:work|business"
    r"|contracts)|shareholders|investors?)\b",
    re.I,
)
_NO_GAIN = on_demand(r"\b(?:not|never|no|nobody|nothing|without|nor)\b|n['’]t\b", re.I)


@rule("interest-fits", WARNING, GUIDANCE, "public-benefit")
def interest_fits(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A motivation that speaks of sales, profit or customers is not called a public interest.
    Why: People may well accept that somebody gains. They lose trust when it is told under another name.
    How: Write `interest: commercial` or `interest: financial`.
    """
    for number, evaluation in _evaluations(filed):
        for at, one in enumerate(evaluation.motivations):
            gain = _FOR_GAIN.search(one.motivation)
            clause = re.split(r"[.;]", one.motivation[: gain.end()])[-1] if gain else ""
            if gain and one.interest in ("public", "academic") and not _NO_GAIN.search(clause):
                yield Problem(
                    ("evaluations", number, "motivations", at, "interest"),
                    f"“{gain[0]}” is no {one.interest} interest.",
                    "Write `interest: commercial` or `interest: financial`.",
                )
