"""The outcome of a public-benefit project: when it is due and where it stands."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from generator.model.public_benefit import PublicBenefit

OutcomeState = Literal["not-due", "due", "overdue", "published", "corrected"]


def ended_on(project: PublicBenefit) -> date | None:
    """The day a project was concluded or stopped; `None` while it goes on or never began."""
    over = project.steps and project.steps[-1].state in ("concluded", "stopped")
    return project.steps[-1].on if over else None


def outcome_due_on(project: PublicBenefit, days: int) -> date | None:
    """The day by which the outcome of a project that has ended is due."""
    end = ended_on(project)
    return end + timedelta(days=days) if end else None


def outcome_state(project: PublicBenefit, days: int, today: date) -> OutcomeState:
    """The third state machine: not due, due, overdue, published, corrected."""
    if project.outcome:
        return "corrected" if project.outcome.corrections else "published"
    due = outcome_due_on(project, days)
    if due is None:
        return "not-due"
    return "overdue" if due < today else "due"
