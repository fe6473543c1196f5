"""Public-benefit projects: from the question to the outcome, what did not work included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.outcome import OutcomeState, ended_on, outcome_due_on, outcome_state
from generator.model.public_benefit import Evaluation, PublicBenefit
from generator.model.register import Filed, Register
from generator.render.views.common import Card, Link, Tag, Tone, card, link_to, organisation_link, topic_link

_STATE_TONES: dict[str, Tone] = {
    "proposed": "info",
    "approved": "info",
    "active": "info",
    "suspended": "caution",
    "concluded": "plain",
    "declined": "stop",
    "stopped": "stop",
}
_RESULT_TONES: dict[str, Tone] = {"met": "good", "met-with-conditions": "caution", "not-met": "stop"}
_OUTCOME_TONES: dict[str, Tone] = {
    "overdue": "caution",
    "due": "info",
    "published": "good",
    "corrected": "good",
}


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """One evaluation and whether a later one has taken its place."""

    evaluation: Evaluation
    superseded: bool


@dataclass(frozen=True, slots=True)
class BenefitView:
    """The page of one project. `evaluations` are newest first; `due_on` is the outcome's day."""

    project: PublicBenefit
    tags: tuple[Tag, ...]
    outcome_state: OutcomeState
    ended_on: date | None
    due_on: date | None
    uses: tuple[Link, ...]
    users: tuple[Link, ...]
    topics: tuple[Link, ...]
    latest: EvaluationLine | None
    earlier: tuple[EvaluationLine, ...]


@dataclass(frozen=True, slots=True)
class BenefitsView:
    """The index of projects, with how many wait for an outcome that is late."""

    cards: tuple[Card, ...]
    overdue: int


def benefit_tags(register: Register, project: PublicBenefit) -> tuple[Tag, ...]:
    """Where the project stands, its latest result and its outcome, as tags."""
    tags = []
    if project.state:
        tags.append(Tag(f"use_state.{project.state}", _STATE_TONES[project.state]))
    latest = project.latest_evaluation
    if latest:
        tags.append(Tag(f"evaluation_state.{latest.state}", _RESULT_TONES.get(latest.state, "plain")))
    outcome = outcome_state(project, register.site.review.outcome_days, register.today)
    if outcome in _OUTCOME_TONES:
        tags.append(Tag(f"outcome_state.{outcome}", _OUTCOME_TONES[outcome]))
    return tuple(tags)


def benefit_view(register: Register, filed: Filed[PublicBenefit]) -> BenefitView:
    """One project with its evaluations, newest first."""
    project = filed.record
    days = register.site.review.outcome_days
    gone = {evaluation.supersedes for evaluation in project.evaluations}
    lines = [EvaluationLine(e, e.id in gone) for e in reversed(project.evaluations)]
    counting = next((line for line in lines if line.evaluation is project.latest_evaluation), None)
    return BenefitView(
        project=project,
        tags=benefit_tags(register, project),
        outcome_state=outcome_state(project, days, register.today),
        ended_on=ended_on(project),
        due_on=outcome_due_on(project, days),
        uses=tuple(link_to(use) for use in register.uses_by_project[filed.slug]),
        users=tuple(organisation_link(register, user) for user in project.users),
        topics=tuple(topic_link(register, topic) for topic in project.topics),
        latest=counting,
        earlier=tuple(line for line in lines if line is not counting),
    )


def benefits_view(register: Register) -> BenefitsView:
    """Every project that is shown, refused and stopped ones as well."""
    projects = register.shown(register.public_benefit.values())
    cards = tuple(card(project, *benefit_tags(register, project.record)) for project in projects)
    days = register.site.review.outcome_days
    late = [p for p in projects if outcome_state(p.record, days, register.today) == "overdue"]
    return BenefitsView(cards, len(late))
