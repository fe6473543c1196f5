"""Entries of two lists, each with the entry that it was: by what they are about, not by position."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.config import Part, Reference
from generator.model.differences.passages import likeness

ALIKE = 0.55
"""Likeness from which two entries in other words are one entry."""

IDENTITY: dict[str, tuple[str, ...]] = {
    "Controller": ("organisation",),
    "Purpose": ("purpose",),
    "SensitiveCondition": ("condition",),
    "Retention": ("records",),
    "LawReference": ("law",),
    "DataItem": ("category",),
    "Recipient": ("organisation",),
    "Transfer": ("country", "organisation"),
    "AutomatedDecision": ("decision",),
    "RightsLimit": ("right",),
    "Channel": ("kind", "contact"),
    "Evaluation": ("id",),
    "Benefit": ("benefit",),
    "Perspective": ("kind", "date"),
    "Risk": ("risk",),
    "BenefitCondition": ("condition",),
    "Motivation": ("whose",),
    "UseStep": ("state", "on"),
    "LearningEntry": ("date",),
    "OutcomeBenefit": ("benefit",),
    "Output": ("title",),
    "Publicity": ("to", "on"),
    "Correction": ("on",),
    "Barrier": ("what",),
    "AccessibilityTest": ("on", "by"),
}
"""For each part that stands in a list, the fields that tell what it is about."""

IN_WORDS = frozenset(
    {"Purpose", "Retention", "AutomatedDecision", "Benefit", "Risk", "BenefitCondition", "Output"}
    | {"OutcomeBenefit", "Motivation", "Barrier"}
)
"""Parts that are named by an editor's text, which may be put in other words."""

ItemT = TypeVar("ItemT")
Pair = tuple[ItemT | None, ItemT | None]


def pairs(old: Sequence[ItemT], new: Sequence[ItemT]) -> list[Pair[ItemT]]:
    """Old and new entries side by side, `None` where there is no other, in the order of the new list.

    What is the same is matched first, then what is about the same, then what is about nearly the same
    (one country, another recipient there; one step, another day), then what is alike in words.
    """
    was: dict[int, int] = {}
    for alike in (lambda a, b: a == b, _about_the_same, _nearly_the_same):
        _match(old, new, was, alike)
    _match_by_words(old, new, was)
    gone: list[Pair[ItemT]] = [(item, None) for n, item in enumerate(old) if n not in was.values()]
    return [(old[was[n]] if n in was else None, item) for n, item in enumerate(new)] + gone


def _match(
    old: Sequence[ItemT], new: Sequence[ItemT], was: dict[int, int], same: Callable[[ItemT, ItemT], bool]
) -> None:
    for n, item in enumerate(new):
        free = (m for m in range(len(old)) if m not in was.values() and same(old[m], item))
        if n not in was and (found := next(free, None)) is not None:
            was[n] = found


def _match_by_words(old: Sequence[ItemT], new: Sequence[ItemT], was: dict[int, int]) -> None:
    """The most alike first, so that a new entry does not take the place of one that was reworded."""
    scored = [
        (-_alike(before, after), m, n)
        for m, before in enumerate(old)
        if m not in was.values()
        for n, after in enumerate(new)
        if n not in was
    ]
    for score, m, n in sorted(scored):
        if -score >= ALIKE and m not in was.values() and n not in was:
            was[n] = m


def _about_the_same(old: object, new: object) -> bool:
    return _agree(old, new, None)


def _nearly_the_same(old: object, new: object) -> bool:
    return _agree(old, new, 1)


def _agree(old: object, new: object, most: int | None) -> bool:
    """Whether two parts have the same values in the first of the fields that tell what they are about."""
    if not isinstance(old, Part) or not isinstance(new, Part):
        return False
    fields = IDENTITY[type(new).__name__][:most]
    return all(getattr(old, name) == getattr(new, name) for name in fields)


def _alike(old: object, new: object) -> float:
    """How alike two entries are; those with the same facts under another name are one as well."""
    if isinstance(old, Part) and isinstance(new, Part):
        kind = type(new).__name__
        if kind not in IN_WORDS:
            return 0.0
        name = IDENTITY[kind][0]
        return likeness(getattr(old, name), getattr(new, name))
    if isinstance(old, Reference) or isinstance(new, Reference):
        return 0.0
    return likeness(old, new) if isinstance(old, str) and isinstance(new, str) else 0.0
