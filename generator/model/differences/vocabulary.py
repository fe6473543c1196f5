"""What is told of a record's fields, how much it weighs, and where the words of its values are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.config import Part, Reference
from generator.model.differences.difference import Name, Row, Shown, Weight, Word
from generator.model.differences.matching import IDENTITY
from generator.model.differences.passages import is_correction
from generator.model.fields import DoesNotApply
from generator.model.page import Page
from generator.model.record import Record

NOT_TOLD = frozenset({"changes", "accepted", "redirect_from", "publish_on", "internal"})
"""Fields of a record that are no part of what its page says, or that are never published."""

ASIDES = frozenset(
    {
        *("Record.also_called", "Record.owner", "Record.reviewed", "Record.review_due", "Record.quick_exit"),
        *("DataUse.topics", "PublicBenefit.topics", "Page.in_footer", "NationalDataOptOut.checked"),
        *("Compliance.as_of", "Compliance.next_check", "Compliance.owner", "Compliance.uses_checked"),
        *("Compliance.releases_checked", "Evaluation.next_review"),
    }
)
"""Fields that say who looks after a page, when it was looked at and where it is listed."""

WORDING = frozenset({"why", "explanation"})
PAGE_TEXTS = frozenset({"title", "summary", "body"})
"""Fields that explain, anywhere and of a whole page: the same can be said in other words."""

VALUES: dict[str, str] = {
    "Record.status": "changed.values.status",
    "DataUse.regime": "regime",
    "Purpose.lawful_basis": "basis.{}.name",
    "Purpose.recognised_interest": "recognised_interest",
    "SensitiveCondition.condition": "condition.{}.name",
    "Requirement.kind": "requirement",
    "Recipient.role": "role",
    "Transfer.mechanism": "mechanism",
    "Confidentiality.basis": "confidentiality",
    "NationalDataOptOut.applies": "opt_out.applies",
    "NationalDataOptOut.reason": "opt_out.reason",
    "Article14Exception.exception": "article_14",
    "OptOut.reach": "changed.values.reach",
    "OptOut.nations": "nation",
    "Channel.kind": "channel",
    "Compliance.status": "compliance",
    "PublicBenefit.identifiability": "identifiability",
    "PublicBenefit.scale": "scale",
    "UseStep.state": "use_state",
    "Evaluation.kind": "evaluation_kind",
    "Evaluation.state": "evaluation_state",
    "Benefit.kind": "benefit_kind",
    "Benefit.likelihood": "likelihood",
    "Benefit.state": "benefit_state",
    "OutcomeBenefit.state": "benefit_state",
    "Perspective.kind": "perspective",
    "Risk.severity": "severity",
    "Risk.state": "risk_state",
    "Motivation.interest": "interest",
    "Access.kind": "access.kind",
    "Access.frequency": "access.frequency",
    "AccessibilityStatement.compliance": "changed.values.compliance",
    "Barrier.reason": "changed.values.barrier",
    "AccessibilityTest.kind": "changed.values.test",
}
"""For each field with a fixed list of values, the key of their words; `{}` stands for the value."""

NAMED_BY: dict[str, tuple[str, ...]] = {
    **{part: fields[:1] for part, fields in IDENTITY.items()},
    "LawReference": ("law", "section"),
    "Evaluation": ("date",),
}
"""The fields of a part by which sentences call it."""

IN_SHORT: dict[str, tuple[str, ...]] = {"Evaluation": ("kind", "trigger", "state", "decision", "rationale")}
"""Fields of a new entry that are told at once, where its page holds a great deal more."""


def owner_of(part: Part, field: str) -> str:
    """The class that a field is told under: what all records have is told once for all of them."""
    return "Record" if isinstance(part, Record) and field in Record.model_fields else type(part).__name__


def weight_of(part: Part, field: str, old: object, new: object) -> Weight:
    """Whether a change of a field is one of fact, perhaps only of wording, or by the way."""
    if f"{owner_of(part, field)}.{field}" in ASIDES:
        return "aside"
    texts = _text(old), _text(new)
    explains = field in WORDING or (isinstance(part, Record) and field in PAGE_TEXTS)
    if explains and (all(texts) or isinstance(part, Page)):
        return "wording"
    return "wording" if all(texts) and is_correction(*texts) else "fact"


def _text(value: object) -> str:
    if isinstance(value, DoesNotApply):
        return value.does_not_apply
    return value if type(value) is str else ""


def shown(part: Part, field: str, value: Any) -> Shown:
    """A value of a field as sentences can hold it."""
    if isinstance(value, Reference):
        return Name(value.target, str(value))
    if isinstance(value, bool):
        return Word(f"changed.values.flag.{'yes' if value else 'no'}")
    if isinstance(value, tuple):
        return tuple(shown(part, field, item) for item in value)
    if isinstance(value, DoesNotApply):
        return value.does_not_apply
    if isinstance(value, Part):
        return Row(tuple(item for _, item in stated_fields(value)))
    words = VALUES.get(f"{owner_of(part, field)}.{field}")
    if words and isinstance(value, str):
        return Word(words.format(value) if "{}" in words else f"{words}.{value}")
    return value if isinstance(value, str | int | date) else str(value)


def stated_fields(part: Part) -> Iterator[tuple[str, Shown]]:
    """The fields of a part that say something, each as it is shown."""
    for field in type(part).model_fields:
        value = getattr(part, field)
        if value is not None and value != () and value is not False:
            yield field, shown(part, field, value)


def name_of(part: Part) -> Shown:
    """What sentences call an entry."""
    fields = NAMED_BY[type(part).__name__]
    values = tuple(shown(part, field, value) for field in fields if (value := getattr(part, field)))
    return values[0] if len(values) == 1 else Row(values)


def details_of(part: Part) -> tuple[tuple[str, str, Shown], ...]:
    """The other fields of an entry that is new, with the part and the field that they belong to."""
    kind = type(part).__name__
    wanted = IN_SHORT.get(kind)
    named = NAMED_BY.get(kind, ())
    return tuple(
        (kind, field, value)
        for field, value in stated_fields(part)
        if field not in named and (wanted is None or field in wanted)
    )
