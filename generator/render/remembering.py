"""How plain values come about that are made of records: anew, or from what earlier runs have made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from generator.model.register import Filed

Made = TypeVar("Made")


class Remember(Protocol):
    """Makes a value of some records, or knows it: these, what it is, and what makes it."""

    def __call__(self, records: Sequence[Filed[Any]], kind: str, make: Callable[[], Made]) -> Made:
        """The value."""


def anew(records: Sequence[Filed[Any]], kind: str, make: Callable[[], Made]) -> Made:  # noqa: ARG001
    """Remembers nothing: every value is made."""
    return make()
