"""What each evaluation of a project has to say: who judged, which risks, when again, what was kept."""

from __future__ import annotations

from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.public_benefit import NDG, named


@rule("next-review-after", WARNING, NDG, "public-benefit")
def next_review_after(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: The day of the next evaluation lies after the evaluation that sets it.
    Why: Readers are told that somebody will look again, on a day that had passed when it was set.
    How: Correct `next_review`, or `date`.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        if evaluation.next_review and evaluation.next_review <= evaluation.date:
            yield Problem(
                ("evaluations", number, "next_review"),
                f"{named(evaluation)} sets the next one for {evaluation.next_review}, which is no later.",
                "Correct `next_review`, or `date`.",
            )


@rule("conditions-settled", WARNING, NDG, "public-benefit")
def conditions_settled(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: When a project is concluded, each condition of going ahead says when it was met.
    Why: The project went on because of these conditions, and nobody can see whether they were kept.
    How: Add `met_on`; where a condition was never met, say so in the outcome and take the project back.
    """
    if filed.record.state != "concluded":
        return
    for number, evaluation in enumerate(filed.record.evaluations):
        for at, condition in enumerate(evaluation.conditions):
            if evaluation.state == "met-with-conditions" and condition.met_on is None:
                yield Problem(
                    ("evaluations", number, "conditions", at),
                    f"The project is concluded, and nothing says that this was met: “{condition.condition}”",
                    "Add `met_on`, or say in the outcome that it was not met.",
                )


@rule("prepared-by-stated", WARNING, NDG, "public-benefit")
def prepared_by_stated(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: An evaluation of public benefit says which role prepared it.
    Why: People want to know whether those who gain from a project judged it themselves.
    How: Add `prepared_by` with the role, such as "Head of Information Governance".
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        if evaluation.prepared_by is None:
            yield Problem(
                ("evaluations", number),
                f"{named(evaluation)} does not say who prepared it.",
                "Add `prepared_by` with the role.",
            )


@rule("risks-weighed", WARNING, NDG, "public-benefit")
def risks_weighed(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A test of public benefit that is met names the risks that were weighed.
    Why: Benefit is what outweighs the risks. Where none is named, nobody can see that anything was weighed.
    How: Add `risks`, each with what is done about it.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        if evaluation.state in ("met", "met-with-conditions") and not evaluation.risks:
            yield Problem(
                ("evaluations", number),
                f"{named(evaluation)} is met, and no risk is named that was weighed.",
                "Add `risks`, each with what is done about it.",
            )


@rule("assessment-day-past", WARNING, f"{NDG}; UK GDPR Article 35(1)", "public-benefit")
def assessment_day_past(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The impact assessment that an evaluation names was signed off on a day that has come.
    Why: A day to come says that it is not done, and the evaluation weighed what nobody had assessed.
    How: Correct the day, or take the assessment out until it is done.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        if evaluation.dpia and evaluation.dpia.date > register.today:
            yield Problem(
                ("evaluations", number, "dpia", "date"),
                "The impact assessment is dated on a day still to come.",
                "Correct the day, or take the assessment out until it is done.",
            )
