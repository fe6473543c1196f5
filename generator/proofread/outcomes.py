"""What follows the decision on a project: further evaluations, learning, and the outcome in time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.fields import entries
from generator.model.outcome import outcome_due_on, outcome_state
from generator.model.public_benefit import Evaluation, PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.public_benefit import NDG, named
from generator.proofread.questions import open_question


@rule("further-review-set", ERROR, NDG, "public-benefit")
def further_review_set(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: While a risk is open or a benefit unclear, the day of the next evaluation is set and not past.
    Why: A project that goes on with an open risk must be looked at again.
    How: Evaluate again, or set `next_review` to a day that is still to come.
    """
    for number, evaluation in _latest(filed.record):
        late = evaluation.next_review is None or evaluation.next_review < register.today
        if _unfinished(evaluation) and late:
            yield Problem(
                ("evaluations", number, "next_review"),
                f"{named(evaluation)} leaves a risk open or a benefit unclear, and no further evaluation "
                "is planned.",
                "Evaluate again, or set `next_review` to a day that is still to come.",
            )


@rule("next-review-overdue", WARNING, NDG, "public-benefit")
def next_review_overdue(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: A running project is evaluated again by the day that was set.
    Why: The page tells people by when that happens.
    How: Evaluate again, or set another day and say why in the rationale.
    """
    for number, evaluation in _latest(filed.record):
        overdue = evaluation.next_review is not None and evaluation.next_review < register.today
        if overdue and not _unfinished(evaluation):
            yield Problem(
                ("evaluations", number, "next_review"),
                f"The next evaluation was due on {evaluation.next_review}.",
                "Evaluate again, or set another day.",
            )


def _latest(project: PublicBenefit) -> Iterator[tuple[int, Evaluation]]:
    """The evaluation that counts, where the project has not ended."""
    latest = project.latest_evaluation
    going_on = project.state in ("approved", "active", "suspended", "proposed", None)
    if latest and going_on and latest.state in ("met", "met-with-conditions"):
        yield project.evaluations.index(latest), latest


def _unfinished(evaluation: Evaluation) -> bool:
    open_risk = any(risk.state == "unmitigated" for risk in evaluation.risks)
    return open_risk or any(benefit.state in ("unclear", "not-realised") for benefit in evaluation.benefits)


@rule("learning-recorded", ERROR, NDG, "public-benefit")
def learning_recorded(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A concluded project says what was learned.
    Why: The guidance asks for a system that learns, not for a test that is passed once.
    How: Add `learning` with what worked, what did not and what was changed.
    """
    if filed.record.state == "concluded" and not filed.record.learning:
        yield Problem((), "This project has ended, and nothing says what was learned.", "Add `learning`.")


@rule("outcome-overdue", WARNING, NDG, "public-benefit")
def outcome_overdue(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: What came of a project is published in time after its end.
    Why: To be told of the outcome is what people get for the use of their data; the page shows the delay.
    How: Add `outcome`, with what was not achieved as well.
    """
    days = register.site.review.outcome_days
    if outcome_state(filed.record, days, register.today) == "overdue":
        yield Problem(
            (),
            f"What came of this project was due to be published on {outcome_due_on(filed.record, days)}.",
            "Add `outcome`; until then the page says that it is overdue.",
        )


@rule("outcome-complete", WARNING, NDG, "public-benefit")
def outcome_complete(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: An outcome names benefits, what was not achieved, harms, and who was told.
    Why: An outcome that tells only what went well is an advertisement.
    How: Add `benefits`, `not_achieved`, `harms` (or `does_not_apply` with the reason) and `publicised`.
    """
    outcome = filed.record.outcome
    wanted = ("benefits", "not_achieved", "harms", "publicised")
    missing = [f"`{name}`" for name in wanted if not getattr(outcome, name)] if outcome else []
    if missing:
        yield Problem(
            ("outcome",), "The outcome does not tell the whole story.", f"Add {', '.join(missing)}."
        )


@rule("outcome-fits", ERROR, "Public-benefit register: states of an outcome", "public-benefit")
def outcome_fits(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: An outcome belongs to a project that has ended, and is not dated in the future.
    Why: Nobody can know what came of a project that still runs.
    How: Add the step that ended the project, or correct `published_on`.
    """
    outcome = filed.record.outcome
    if outcome and filed.record.state not in ("concluded", "stopped", "declined"):
        yield Problem(("outcome",), "This project has an outcome but has not ended.", "Add the last step.")
    elif outcome and outcome.published_on > register.today:
        yield Problem(
            ("outcome", "published_on"),
            "The outcome is published on a day still to come.",
            "Correct the date.",
        )


@rule("project-dates", ERROR, "Public-benefit register: states of a project", "public-benefit")
def project_dates(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A project does not end before it begins.
    Why: One of the two dates is wrong, and when its outcome is due is counted from the end.
    How: Correct `start` or `end`.
    """
    project = filed.record
    if project.start and project.end and project.end < project.start:
        yield Problem(("end",), "This project ends before it begins.", "Correct `start` or `end`.")


@rule("risk-mitigation-told", WARNING, NDG, "public-benefit")
def risk_mitigation_told(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A risk that is called mitigated says what was done about it.
    Why: A word without a fact behind it calms nobody, and nobody can check it.
    How: Add `mitigation`, or write `state: accepted` or `state: unmitigated`.
    """
    for way, risk in _mitigated(filed.record):
        yield Problem(
            way, f"The risk “{risk}” is called mitigated, and nothing says how.", "Add `mitigation`."
        )


def _mitigated(project: PublicBenefit) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, evaluation in enumerate(project.evaluations):
        for at, risk in enumerate(evaluation.risks):
            if risk.state == "mitigated" and not risk.mitigation:
                yield ("evaluations", number, "risks", at), risk.risk


@rule("benefit-measured", WARNING, "National Data Guardian, public benefit guidance (2022)", "public-benefit")
def benefit_measured(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: Every benefit that is expected says how it is measured, or why it cannot be.
    Why: Otherwise nobody can say afterwards whether it came about.
    How: Add `measure`, or `does_not_apply` below it with the reason.
    """
    for number, at in _unmeasured(filed.record):
        yield Problem(
            ("evaluations", number, "benefits", at),
            "This benefit does not say how it is measured.",
            "Add `measure`, or `does_not_apply` below it with the reason.",
        )


def _unmeasured(project: PublicBenefit) -> Iterator[tuple[int, int]]:
    for number, evaluation in enumerate(project.evaluations):
        for at, benefit in enumerate(evaluation.benefits):
            if evaluation.state in ("met", "met-with-conditions") and open_question(benefit.measure):
                yield number, at


_NOTHING = on_demand(r"\W*(?:none|nothing|nil|n/?a|not applicable|no)\W*", re.I)


@rule("shortfall-told", WARNING, NDG, "public-benefit")
def shortfall_told(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: An outcome with a benefit that was not realised does not say that everything was achieved.
    Why: The table of benefits shows the shortfall, and the words beside it deny it.
    How: Say under `not_achieved` what did not come about.
    """
    outcome = filed.record.outcome
    missed = [benefit for benefit in outcome.benefits if benefit.state == "not-realised"] if outcome else []
    if outcome is None or not missed or outcome.not_achieved is None:
        return
    told = entries(outcome.not_achieved)
    if not told or all(_NOTHING.fullmatch(entry) for entry in told):
        yield Problem(
            ("outcome", "not_achieved"),
            f"Nothing is said to be missing, but “{missed[0].benefit}” was not realised.",
            "Say under `not_achieved` what did not come about.",
        )
