"""Which choices reach a data use: that follows from the use, and is never listed with the choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.opt_out import OptOut
from generator.model.rights import can_object, can_withdraw


def _is_opted_out_of(use: DataUse) -> bool:
    return bool(use.national_data_opt_out and use.national_data_opt_out.applies == "applied")


FOLLOWS: Mapping[str, Callable[[DataUse], bool]] = {
    "national-data-opt-out": _is_opted_out_of,
    "right-to-object": can_object,
    "consent": can_withdraw,
}
"""The reaches of a choice that follow from what a use says; any other choice is named by the use."""


def reach_of(slug: str, choice: OptOut) -> str:
    """How a choice finds the uses that it reaches."""
    return choice.reach if choice.reach in FOLLOWS else _named(slug)


def reached(use: DataUse) -> Iterator[str]:
    """All the ways in which a choice can reach a data use."""
    yield from (reach for reach, follows in FOLLOWS.items() if follows(use))
    yield from map(_named, entries(use.choices))


def _named(slug: str) -> str:
    return f"opt-outs/{slug}"
