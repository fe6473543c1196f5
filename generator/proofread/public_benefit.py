"""Evaluations of public benefit: what each must hold before it counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.public_benefit import Evaluation, PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, REVIEW, WARNING, Problem, Problems, rule

NDG = "National Data Guardian, What do we mean by public benefit? (2022)"
DECIDED = ("met", "met-with-conditions", "not-met")
_RECOGNISABLE = ("direct", "indirect", "pseudonymised")
_MANY = ("10000-99999", "100000-or-more")


def evaluations(project: PublicBenefit, *states: str) -> Iterator[tuple[int, Evaluation]]:
    """The evaluations in one of the states, with their positions."""
    return ((n, e) for n, e in enumerate(project.evaluations) if e.state in states)


def named(evaluation: Evaluation) -> str:
    """The evaluation as messages name it."""
    return f"The evaluation of {evaluation.date} (`{evaluation.id}`)"


@rule("plain-statement", ERROR, NDG, "public-benefit")
def plain_statement(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A project says plainly whose data is used by whom, what is not done and which choice there is.
    Why: Data can be used here without asking people, so they must at least be told.
    How: Add `statement` with `data`, `people`, `used_by`, `will_not` and `choice`.
    """
    if filed.record.statement is None:
        yield Problem((), "This project has no plain statement for readers.", "Add `statement`.")


@rule("consent-explained", WARNING, NDG, "public-benefit")
def consent_explained(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A project says whether people were asked, and why not if they were not.
    Why: Asking is the normal way; readers want to know why it was not taken.
    How: Add `consent_sought`, and `why_no_consent` if it is `no`.
    """
    project = filed.record
    if project.consent_sought is None or (not project.consent_sought and not project.why_no_consent):
        yield Problem(
            ("consent_sought",),
            "This project does not say whether people were asked, or why they were not.",
            "Add `consent_sought`, and `why_no_consent` if it is `no`.",
        )


@rule("benefit-evidence", ERROR, NDG, "public-benefit")
def benefit_evidence(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A test that is met shows who benefits, on what evidence, and a benefit with a measure.
    Why: Both parts of the test must be shown: that it is the public, and that it is a benefit.
    How: Add `public_aspect` with `evidence`, and `benefits` with `measure` (or why none is possible).
    """
    for number, evaluation in evaluations(filed.record, "met", "met-with-conditions"):
        aspect = evaluation.public_aspect
        measured = any(benefit.measure is not None for benefit in evaluation.benefits)
        if aspect is None or not aspect.evidence or not measured:
            yield Problem(
                ("evaluations", number),
                f"{named(evaluation)} says that the test is met without showing both of its parts.",
                "Add `public_aspect` with `evidence`, and `benefits` with `measure`.",
            )


@rule("one-use", ERROR, NDG, "public-benefit")
def one_use(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: A project is about exactly one data use, which names it; one that never began may have none.
    Why: Public benefit is judged case by case, and people must be able to find the notice.
    How: Name the project in `public_benefit` of its data use, and in no other.
    """
    uses = register.uses_by_project[filed.slug]
    began = any(step.state == "approved" for step in filed.record.steps)
    if len(uses) > 1:
        titles = ", ".join(f"“{use.record.title}”" for use in uses)
        yield Problem((), f"More than one data use names this project: {titles}.", "Evaluate each by itself.")
    elif began and not uses:
        yield Problem((), "No data use names this project.", "Name it in `public_benefit` of its data use.")


@rule("copied-evaluation", REVIEW, NDG, "public-benefit")
def copied_evaluation(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: No two projects give the same reasons word for word.
    Why: Each case is judged by itself; copied reasons suggest that it was not.
    How: Write the reasons of this project.
    """
    others = (o for o in register.public_benefit.values() if o.slug < filed.slug)
    known = {text: other.record.title for other in others for _, _, text in _reasons(other.record)}
    for number, name, text in _reasons(filed.record):
        if text in known:
            yield Problem(
                ("evaluations", number, name),
                f"The project “{known[text]}” gives the same reasons word for word.",
                "Write the reasons of this project.",
            )


def _reasons(project: PublicBenefit) -> Iterator[tuple[int, str, str]]:
    for number, evaluation in enumerate(project.evaluations):
        for name in ("proportionality", "rationale", "if_refused"):
            text = getattr(evaluation, name) or ""
            if len(text) > 80:
                yield number, name, " ".join(text.split()).casefold()


@rule("refusal-reasoned", ERROR, NDG, "public-benefit")
def refusal_reasoned(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A refusal gives its reasons and says what would let the project come back.
    Why: The test is not there to stop benefits; a no that teaches nothing is wasted.
    How: Add `rationale` and `route_back` to the evaluation.
    """
    project = filed.record
    latest = project.latest_evaluation
    refused = {e.id for _, e in evaluations(project, "not-met")}
    if project.state == "declined" and latest:
        refused.add(latest.id)
    for number, evaluation in enumerate(project.evaluations):
        missing = [f"`{name}`" for name in ("rationale", "route_back") if getattr(evaluation, name) is None]
        if evaluation.id in refused and missing:
            yield Problem(
                ("evaluations", number),
                f"{named(evaluation)} refuses without saying why, or what would let the project come back.",
                f"Add {' and '.join(missing)}.",
            )


@rule("conditions-stated", ERROR, NDG, "public-benefit")
def conditions_stated(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A test that is met with conditions names them.
    Why: Readers cannot see whether conditions are kept that nobody wrote down.
    How: Add `conditions`, each with `why`; or use the state `met`.
    """
    for number, evaluation in evaluations(filed.record, "met-with-conditions"):
        if not evaluation.conditions:
            yield Problem(
                ("evaluations", number),
                f"{named(evaluation)} says that there are conditions, and names none.",
                "Add `conditions`, or use the state `met`.",
            )


@rule("conditions-fit-state", WARNING, NDG, "public-benefit")
def conditions_fit_state(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A test that is met without conditions lists none.
    Why: Readers cannot tell whether the project may go on before the conditions are kept.
    How: Write `state: met-with-conditions`, or take the conditions out.
    """
    for number, evaluation in evaluations(filed.record, "met"):
        if evaluation.conditions:
            yield Problem(
                ("evaluations", number, "state"),
                f"{named(evaluation)} is `met`, and lists conditions below.",
                "Write `state: met-with-conditions`, or take the conditions out.",
            )


@rule("perspectives-heard", ERROR, NDG, "public-benefit")
def perspectives_heard(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: Before a test is met, the public or those affected are heard, and at least two kinds of people;
        three where many people can be recognised.
    Why: Diverse perspectives are part of the test, and the more is at stake the more of them.
    How: Hear them, and add `perspectives` with what they said and what it changed.
    """
    project = filed.record
    many = project.scale in _MANY and project.identifiability in _RECOGNISABLE
    for number, evaluation in evaluations(project, "met", "met-with-conditions"):
        kinds = {perspective.kind for perspective in evaluation.perspectives}
        wanted = 3 if many else 2
        if len(kinds) < wanted or not kinds & {"public", "affected-group"}:
            yield Problem(
                ("evaluations", number),
                f"{named(evaluation)} says that the test is met, but too few were heard.",
                f"Hear at least {wanted} kinds of people, the public or an affected group among them.",
            )


@rule("perspectives-before-decision", WARNING, NDG, "public-benefit")
def perspectives_before_decision(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: People are heard before the decision, not after it.
    Why: What is heard afterwards can change nothing.
    How: Correct the dates, or move the entry to a further evaluation.
    """
    for number, evaluation in evaluations(filed.record, *DECIDED):
        for at, perspective in enumerate(evaluation.perspectives):
            if perspective.date > evaluation.date:
                yield Problem(
                    ("evaluations", number, "perspectives", at, "date"),
                    f"{named(evaluation)} counts somebody who was heard only on {perspective.date}.",
                    "Correct the date, or move the entry to a further evaluation.",
                )


@rule("evaluation-assessed", ERROR, f"{NDG}; UK GDPR Article 35", "public-benefit")
def evaluation_assessed(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A test that is met goes with an impact assessment that was signed off by then.
    Why: Benefit can be weighed against risk only when the risk is known.
    How: Add `dpia`; where none was needed, give the reference of the screening. Check its date.
    """
    for number, evaluation in evaluations(filed.record, "met", "met-with-conditions"):
        if evaluation.dpia is None:
            yield Problem(
                ("evaluations", number), f"{named(evaluation)} has no impact assessment.", "Add `dpia`."
            )
        elif evaluation.dpia.date > evaluation.date:
            yield Problem(
                ("evaluations", number, "dpia", "date"),
                f"{named(evaluation)} was decided before its impact assessment was signed off.",
                "Correct the date, or evaluate again.",
            )
