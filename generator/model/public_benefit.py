"""A public-benefit project, from the question to the outcome, with what did not work.

The fields follow the National Data Guardian's guidance on public benefit (2022): a public
aspect and a benefit aspect, perspectives heard, proportionality, further evaluations while
risks or benefits are open, and the outcome with rationale and motivations made public.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.config import Day, Flag, Identifier, OrganisationId, Part, Text, WebAddress
from generator.model.access import Access
from generator.model.fields import Answer, TopicId
from generator.model.record import Record

EvaluationState = Literal["draft", "in-evaluation", "met", "met-with-conditions", "not-met", "withdrawn"]
UseState = Literal["proposed", "approved", "active", "suspended", "concluded", "declined", "stopped"]
BenefitState = Literal["expected", "emerging", "realised", "not-realised", "unclear"]


class PlainStatement(Part):
    """What every reader should know of the project (guard G1)."""

    data: Text = Field(description="Which data.")
    people: Text = Field(description="Whose data.")
    used_by: Text = Field(description="Who uses it.")
    will_not: tuple[Text, ...] = Field(min_length=1, description="What is not done with it.")
    choice: Text = Field(description="The choice people have, or that there is none and why.")


class PublicAspect(Part):
    """Who the public is that benefits."""

    who: Text = Field(description="Who benefits.")
    distribution: Text | None = Field(None, description="How the benefit is spread.")
    who_misses_out: Text | None = Field(None, description="Who gains less, or bears the risk.")
    evidence: tuple[Text, ...] = Field((), description="What this rests on.")


class Benefit(Part):
    """One benefit, and how anyone would know of it."""

    benefit: Text = Field(description="The benefit.")
    kind: Literal["direct", "indirect"] = Field("direct", description="Direct or indirect.")
    horizon: Text | None = Field(None, description="When it is expected.")
    likelihood: Literal["low", "medium", "high"] | None = Field(None, description="How likely it is.")
    measure: Answer[Text] = Field(None, description="How it is measured, or why it cannot be.")
    state: BenefitState = Field("expected", description="How far it has come.")


class Perspective(Part):
    """Somebody who was heard, and what that changed."""

    kind: Literal[
        "public",
        "affected-group",
        "service-users",
        "carers",
        "clinical",
        "social-work",
        "ethics",
        "caldicott-guardian",
        "data-protection-officer",
        "commercial",
    ] = Field(description="Whose perspective.")
    method: Text = Field(description="How they were heard.")
    date: Day = Field(description="When.")
    said: Text = Field(description="What they said.")
    effect: Text = Field(description="What that changed, or why nothing.")


class Risk(Part):
    """One risk and what was done about it."""

    risk: Text = Field(description="The risk.")
    severity: Literal["low", "medium", "high"] = Field(description="How bad it would be.")
    mitigation: Text | None = Field(None, description="What is done about it.")
    state: Literal["mitigated", "accepted", "unmitigated"] = Field(description="Where it stands.")


class BenefitCondition(Part):
    """A condition of going ahead."""

    condition: Text = Field(description="The condition.")
    why: Text = Field(description="Why.")
    met_on: Day | None = Field(None, description="The day it was met.")


class Motivation(Part):
    """Why somebody wants this, money included."""

    whose: Text = Field(description="Whose motivation.")
    motivation: Text = Field(description="What moves them.")
    interest: Literal["public", "commercial", "financial", "academic", "operational"] = Field(
        description="What sort of interest it is."
    )


class EvaluationDpia(Part):
    """The impact assessment that goes with an evaluation (guard G6)."""

    reference: Text = Field(description="Its reference, or the reference of the screening.")
    date: Day = Field(description="The day it was signed off.")
    outcome: Text = Field(description="What it concluded.")
    summary: WebAddress | None = Field(None, description="Where a summary is published.")
    withheld_because: Text | None = Field(None, description="Why no summary is published.")


class Evaluation(Part):
    """One evaluation of whether the public-benefit test is met."""

    id: Identifier = Field(description="Short id, for example e1.")
    date: Day = Field(description="The day of the decision, or of the start while there is none.")
    kind: Literal["initial", "further"] = Field("initial", description="First or further.")
    trigger: Text | None = Field(None, description="What made a further evaluation necessary.")
    supersedes: Identifier | None = Field(None, description="Id of the evaluation it takes over.")
    prepared_by: Text | None = Field(None, description="Role that prepared it.")
    state: EvaluationState = Field(description="Result, or how far it has come.")
    public_aspect: PublicAspect | None = Field(None, description="Who benefits.")
    benefits: tuple[Benefit, ...] = Field((), description="The benefit aspect.")
    perspectives: tuple[Perspective, ...] = Field((), description="Who was heard.")
    proportionality: Text | None = Field(None, description="Why the gain is worth the intrusion.")
    if_refused: Text | None = Field(None, description="What would be lost without the project.")
    alternatives: tuple[Text, ...] = Field((), description="Other ways that were looked at.")
    conditions: tuple[BenefitCondition, ...] = Field((), description="Conditions of going ahead.")
    dpia: EvaluationDpia | None = Field(None, description="The impact assessment.")
    risks: tuple[Risk, ...] = Field((), description="Risks and what is done about them.")
    decision: Text | None = Field(None, description="The decision in one sentence.")
    rationale: Text | None = Field(None, description="The reasons for it.")
    motivations: tuple[Motivation, ...] = Field((), description="Who wants it, and why.")
    route_back: Text | None = Field(None, description="What would let it come back, if refused.")
    next_review: Day | None = Field(None, description="The day of the next evaluation.")
    withdrawn_because: Text | None = Field(None, description="Why it was withdrawn.")


class UseStep(Part):
    """One step in the life of the project."""

    state: UseState = Field(description="What it became.")
    on: Day = Field(description="The day.")
    why: Text | None = Field(None, description="Why.")


class LearningEntry(Part):
    """What was learned on the way."""

    date: Day = Field(description="When.")
    worked: Text | None = Field(None, description="What worked.")
    did_not_work: Text | None = Field(None, description="What did not.")
    changed: Text = Field(description="What was changed because of it.")


class OutcomeBenefit(Part):
    """One benefit as it turned out."""

    benefit: Text = Field(description="The benefit.")
    state: BenefitState = Field(description="How it turned out.")
    evidence: Text | None = Field(None, description="How that is known.")


class Output(Part):
    """Something that came out of the project."""

    title: Text = Field(description="What it is.")
    address: WebAddress | None = Field(None, description="Where it is published.")


class Publicity(Part):
    """Who was told of the outcome, and how."""

    to: Text = Field(description="Who was told.")
    how: Text = Field(description="How.")
    on: Day = Field(description="When.")


class Correction(Part):
    """A correction of the published outcome; the outcome itself is never edited."""

    on: Day = Field(description="When.")
    what: Text = Field(description="What was wrong, and what is right.")


class Outcome(Part):
    """What came of it, what did not work included."""

    published_on: Day = Field(description="The day it was published.")
    summary: Text = Field(description="What came of it.")
    benefits: tuple[OutcomeBenefit, ...] = Field((), description="Benefits, realised or not.")
    not_achieved: Answer[tuple[Text, ...]] = Field(None, description="What was not achieved.")
    harms: Answer[tuple[Text, ...]] = Field(None, description="Harm that was done.")
    outputs: tuple[Output, ...] = Field((), description="Reports and other outputs.")
    publicised: tuple[Publicity, ...] = Field((), description="Who was told, and how.")
    corrections: tuple[Correction, ...] = Field((), description="Later corrections.")


class PublicBenefit(Record):
    """One evaluated project."""

    question: Text | None = Field(None, description="The question it is to answer.")
    topics: tuple[TopicId, ...] = Field((), description="Topics it is listed under.")
    statement: PlainStatement | None = Field(None, description="What every reader should know.")
    users: tuple[OrganisationId, ...] = Field((), description="Who uses the data.")
    identifiability: Literal["direct", "indirect", "pseudonymised", "anonymised", "aggregate"] | None = Field(
        None, description="How far people can be recognised in the data."
    )
    scale: Literal["under-100", "100-999", "1000-9999", "10000-99999", "100000-or-more"] | None = Field(
        None, description="How many people the data is about."
    )
    access: Access | None = Field(None, description="How the users get the data.")
    consent_sought: Flag | None = Field(None, description="Whether people were asked.")
    why_no_consent: Text | None = Field(None, description="Why not, where they were not.")
    start: Day | None = Field(None, description="First day of the project.")
    end: Day | None = Field(None, description="Last day of the project, planned or real.")
    steps: tuple[UseStep, ...] = Field((), description="Its life so far, oldest first.")
    evaluations: tuple[Evaluation, ...] = Field((), description="Evaluations, oldest first.")
    learning: tuple[LearningEntry, ...] = Field((), description="What was learned on the way.")
    outcome: Outcome | None = Field(None, description="The published outcome.")

    @property
    def state(self) -> UseState | None:
        """Where the project stands: its latest step."""
        return self.steps[-1].state if self.steps else None

    @property
    def latest_evaluation(self) -> Evaluation | None:
        """The evaluation that counts: the last one that was not withdrawn."""
        return next((e for e in reversed(self.evaluations) if e.state != "withdrawn"), None)
