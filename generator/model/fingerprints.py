"""What a record says, as a short hash: so that the next publication can tell what has changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from generator.config import Part
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.model.version import Version

NOT_FACTS = frozenset(
    {"changes", "accepted", "reviewed", "review_due", "owner", "redirect_from", "also_called", "internal"}
)
"""Fields that may change without anything changing for the reader."""

NOT_SAID = frozenset({"accepted", "internal"})
"""Fields that are not published."""

NOT_SETTLED = frozenset({"state", "next_review"})
"""Fields of an evaluation that what comes after it may change."""

DECIDED = frozenset({"met", "met-with-conditions", "not-met", "superseded", "withdrawn"})


def record_fingerprint(record: Record) -> str:
    """What readers are told, as 16 hex digits."""
    return _hash(record, NOT_FACTS)


def entry_fingerprints(record: Record) -> Mapping[str, str]:
    """The entries of a project that are never changed once they are published, by their names."""
    return dict(_entries(record)) if isinstance(record, PublicBenefit) else {}


def version_fingerprint(version: Version) -> str:
    """What an earlier version says; no field of it may change any more."""
    return _hash(version.record, NOT_SAID)


def version_key(version: Version) -> str:
    """The name of an earlier version: its record and the day on which it began to hold."""
    return f"{version.collection}/{version.slug}/{version.began.isoformat()}"


def _entries(project: PublicBenefit) -> Iterator[tuple[str, str]]:
    for evaluation in project.evaluations:
        if evaluation.state in DECIDED:
            yield f"evaluation {evaluation.id}", _hash(evaluation, NOT_SETTLED)
    for step in project.steps:
        yield f"step {step.state} of {step.on}", _hash(step)
    for learned in project.learning:
        yield f"learning of {learned.date}", _hash(learned)
    if project.outcome:
        yield "outcome", _hash(project.outcome)


def _hash(part: Part, without: frozenset[str] = frozenset()) -> str:
    facts: dict[str, Any] = part.model_dump(mode="json", exclude=set(without), exclude_defaults=True)
    return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]
