"""Days and facts of a public-benefit project that have run past each other."""

from __future__ import annotations

from generator.model.public_benefit import PublicBenefit
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.public_benefit import NDG, named


@rule("end-passed", WARNING, NDG, "public-benefit")
def end_passed(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: A project that is past its last day is concluded, or has another last day.
    Why: As long as it is called active no outcome falls due, and people wait for it in vain.
    How: Add the step that ended it, or correct `end` and say under `changes` why it goes on.
    """
    project = filed.record
    if project.end and project.end < register.today and project.state in ("approved", "active", "suspended"):
        yield Problem(
            ("end",),
            f"The project was to end on {project.end}, and is still called {project.state}.",
            "Add the step that ended it, or correct `end`.",
        )


@rule("trigger-told", WARNING, NDG, "public-benefit")
def trigger_told(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A further evaluation says what brought it about.
    Why: A risk that showed, or a benefit that did not, is what people can learn from.
    How: Add `trigger`.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        if evaluation.kind == "further" and not evaluation.trigger:
            yield Problem(
                ("evaluations", number),
                f"{named(evaluation)} is a further one, and nothing says what brought it about.",
                "Add `trigger`.",
            )


@rule("condition-met-past", WARNING, NDG, "public-benefit")
def condition_met_past(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The day on which a condition was met has come.
    Why: Nobody can know it yet; until a condition is met the project waits.
    How: Correct `met_on`, or leave it out until the condition is met.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        for at, condition in enumerate(evaluation.conditions):
            if condition.met_on and condition.met_on > register.today:
                yield Problem(
                    ("evaluations", number, "conditions", at, "met_on"),
                    f"This condition is said to be met on a day still to come, {condition.met_on}.",
                    "Correct `met_on`, or leave it out until the condition is met.",
                )


@rule("start-after-approval", WARNING, NDG, "public-benefit")
def start_after_approval(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A project does not start before the day on which it was approved.
    Why: Data would have been used before anybody had decided that it may be.
    How: Correct `start`, or the day of the step.
    """
    approved = next((step.on for step in filed.record.steps if step.state == "approved"), None)
    if approved and filed.record.start and filed.record.start < approved:
        yield Problem(
            ("start",),
            f"The project starts on {filed.record.start}, before it was approved on {approved}.",
            "Correct `start`, or the day of the step.",
        )


@rule("correction-after-outcome", WARNING, NDG, "public-benefit")
def correction_after_outcome(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A correction of an outcome is not dated before the outcome was published.
    Why: Nothing can be corrected that nobody has read; one of the two days is wrong.
    How: Correct `on`, or `published_on`.
    """
    outcome = filed.record.outcome
    for number, correction in enumerate(outcome.corrections if outcome else ()):
        if outcome and correction.on < outcome.published_on:
            yield Problem(
                ("outcome", "corrections", number, "on"),
                f"This correction is dated {correction.on}, before the outcome of {outcome.published_on}.",
                "Correct `on`, or `published_on`.",
            )


@rule("publicised-past", WARNING, NDG, "public-benefit")
def publicised_past(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The day on which an outcome was made known has come.
    Why: Nobody has been told yet; a plan is printed as something that was done.
    How: Correct `on`, or add the entry once people have been told.
    """
    outcome = filed.record.outcome
    for number, told in enumerate(outcome.publicised if outcome else ()):
        if told.on > register.today:
            yield Problem(
                ("outcome", "publicised", number, "on"),
                f"The outcome is said to have been made known on a day still to come, {told.on}.",
                "Correct `on`, or add the entry once people have been told.",
            )


@rule("consent-sought-fits", WARNING, NDG, "public-benefit")
def consent_sought_fits(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A project that asked people for consent does not say why it asked nobody.
    Why: The page tells both, and readers cannot know whether they were asked.
    How: Correct `consent_sought`, or take `why_no_consent` out.
    """
    if filed.record.consent_sought and filed.record.why_no_consent:
        yield Problem(
            ("consent_sought",),
            "Consent was sought, it says, and also why it was not.",
            "Correct `consent_sought`, or take `why_no_consent` out.",
        )
