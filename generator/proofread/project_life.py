"""The life of a public-benefit project: its steps, its evaluations and what its approval rests on."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from generator.model.public_benefit import PublicBenefit, UseState
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.public_benefit import DECIDED, NDG, evaluations, named

NEXT: Mapping[UseState, tuple[UseState, ...]] = {
    "proposed": ("approved", "declined"),
    "approved": ("active", "stopped"),
    "active": ("suspended", "concluded", "stopped"),
    "suspended": ("active", "concluded", "stopped"),
    "concluded": (),
    "declined": (),
    "stopped": (),
}
"""The states that can follow each state."""


@rule("steps-in-order", ERROR, "Public-benefit register: states of a project", "public-benefit")
def steps_in_order(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The steps of a project begin with `proposed`, run forward in time and follow each other as they can.
    Why: Readers must be able to see what happened and when; a step can't be skipped.
    How: Add the step that is missing, or correct its state or day.
    """
    steps = filed.record.steps
    if not steps:
        yield Problem(
            (), "This project does not say where it stands.", "Add `steps`, beginning with `proposed`."
        )
    elif steps[0].state != "proposed":
        yield Problem(("steps", 0, "state"), "The first step is not `proposed`.", "Add the step before it.")
    for number, (before, after) in enumerate(pairwise(steps), 1):
        if after.state not in NEXT[before.state]:
            possible = ", ".join(NEXT[before.state]) or "none"
            yield Problem(
                ("steps", number, "state"),
                f"A project that is {before.state} cannot become {after.state}.",
                f"After `{before.state}` can come: {possible}.",
            )
        if after.on < before.on:
            yield Problem(
                ("steps", number, "on"),
                f"This step is dated before the one above it ({before.on}).",
                "Correct it.",
            )
    for number, step in enumerate(steps):
        if step.on > register.today:
            yield Problem(
                ("steps", number, "on"), f"This step has not happened yet: {step.on}.", "Add it when it has."
            )


@rule("ending-reasoned", ERROR, NDG, "public-benefit")
def ending_reasoned(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A project that was declined, suspended or stopped says why.
    Why: What did not go well teaches most, and people want to know what happened to their data.
    How: Add `why` to the step.
    """
    for number, step in enumerate(filed.record.steps):
        if step.state in ("declined", "suspended", "stopped") and step.why is None:
            yield Problem(
                ("steps", number),
                f"This project was {step.state}, and nothing says why.",
                "Add `why` to the step.",
            )


@rule("evaluations-in-order", ERROR, "Public-benefit register: states of an evaluation", "public-benefit")
def evaluations_in_order(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: Evaluations stand oldest first, each with an id of its own, and no decision lies in the future.
    Why: The last evaluation is the one that counts.
    How: Put them in order, and correct the date or the id.
    """
    found = filed.record.evaluations
    for number, (before, after) in enumerate(pairwise(found), 1):
        if after.date < before.date:
            yield Problem(
                ("evaluations", number, "date"),
                "This evaluation is older than the one above it.",
                "Put it first.",
            )
        if after.id in {evaluation.id for evaluation in found[:number]}:
            yield Problem(
                ("evaluations", number, "id"), f"The id `{after.id}` is used twice.", "Give it another id."
            )
    for number, evaluation in evaluations(filed.record, *DECIDED):
        if evaluation.date > register.today:
            yield Problem(
                ("evaluations", number, "date"),
                f"{named(evaluation)} is decided on a day that is still to come.",
                "Correct the date, or use the state `in-evaluation`.",
            )


@rule("supersedes-earlier", ERROR, "Public-benefit register: states of an evaluation", "public-benefit")
def supersedes_earlier(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: An evaluation takes over from one that stands above it.
    Why: Readers follow the chain of evaluations back to the first.
    How: Correct `supersedes`; it names the `id` of an earlier evaluation.
    """
    for number, evaluation in enumerate(filed.record.evaluations):
        earlier = {other.id for other in filed.record.evaluations[:number]}
        if evaluation.supersedes and evaluation.supersedes not in earlier:
            yield Problem(
                ("evaluations", number, "supersedes"),
                f"{named(evaluation)} takes over from `{evaluation.supersedes}`, which is not above it.",
                f"The earlier ids are: {', '.join(sorted(earlier)) or 'none'}.",
            )


@rule("evaluation-reasoned", ERROR, NDG, "public-benefit")
def evaluation_reasoned(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A decision gives its reasons, and a withdrawn evaluation says why it was withdrawn.
    Why: Outcome, reasons and motives are to be made public.
    How: Add `rationale`, or `withdrawn_because`.
    """
    wanted = {**dict.fromkeys(("met", "met-with-conditions"), "rationale"), "withdrawn": "withdrawn_because"}
    for number, evaluation in evaluations(filed.record, *wanted):
        name = wanted[evaluation.state]
        if getattr(evaluation, name) is None:
            yield Problem(("evaluations", number), f"{named(evaluation)} gives no reasons.", f"Add `{name}`.")


@rule("motivations-stated", WARNING, NDG, "public-benefit")
def motivations_stated(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A decision says who wants the project and why, money included.
    Why: The guidance asks that motives be made public; people trust what is said openly.
    How: Add `motivations`.
    """
    for number, evaluation in evaluations(filed.record, *DECIDED):
        if not evaluation.motivations:
            yield Problem(
                ("evaluations", number),
                f"{named(evaluation)} does not say who wants the project, and why.",
                "Add `motivations`.",
            )


@rule("approval-grounded", ERROR, NDG, "public-benefit")
def approval_grounded(filed: Filed[PublicBenefit]) -> Problems:
    """
    What: A project is approved only after an evaluation has found the test met, and goes on only while it is.
    Why: The test is what allows the project to begin.
    How: Evaluate first; suspend or stop a project whose latest evaluation is `not-met`.
    """
    project = filed.record
    met = [e for _, e in evaluations(project, "met", "met-with-conditions")]
    for number, step in enumerate(project.steps):
        if step.state == "approved" and not any(evaluation.date <= step.on for evaluation in met):
            yield Problem(
                ("steps", number, "on"),
                "This project was approved before the test was found to be met.",
                "Add the evaluation that came before, or correct the day. Without one it cannot be approved.",
            )
    decided = [e for _, e in evaluations(project, *DECIDED)]
    if project.state in ("approved", "active") and decided and decided[-1].state == "not-met":
        yield Problem(
            ("steps", len(project.steps) - 1),
            "This project goes on, although its latest evaluation found the test not met.",
            "Add the step `suspended` or `stopped`, or evaluate again.",
        )


@rule(
    "benefit-needs-law",
    ERROR,
    f"{NDG}; UK GDPR Article 6(1); common law; National Data Opt-Out",
    "public-benefit",
)
def benefit_needs_law(filed: Filed[PublicBenefit], register: Register) -> Problems:
    """
    What: The data use of a project whose test is met also answers lawful basis, confidentiality and opt-out.
    Why: These are different tests; public benefit replaces none of them.
    How: Add `lawful_basis` to each purpose, `confidentiality` and `national_data_opt_out` to the data use.
    """
    latest = filed.record.latest_evaluation
    if latest is None or latest.state not in ("met", "met-with-conditions"):
        return
    for use in register.uses_by_project[filed.slug]:
        purposes = use.record.purposes
        answers = {
            "lawful_basis": bool(purposes) and all(purpose.lawful_basis for purpose in purposes),
            "confidentiality": use.record.confidentiality is not None,
            "national_data_opt_out": bool(use.record.national_data_opt_out)
            or register.site.nation != "england",
        }
        missing = [f"`{name}`" for name, answered in answers.items() if not answered]
        if missing:
            yield Problem(
                ("evaluations", filed.record.evaluations.index(latest)),
                f"The test is met, but “{use.record.title}” does not answer {', '.join(missing)}.",
                f"Add what is missing to {use.document.path}.",
            )
