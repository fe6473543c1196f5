"""What people can do that they could not, and the other way round: it follows from the lawful basis."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.differences.difference import Context, Difference, Shown, Word
from generator.model.differences.matching import Pair, pairs
from generator.model.fields import stated
from generator.model.purpose import Purpose
from generator.model.rights import RIGHTS, Extent, RightHeld, rights_of

_FORMS: dict[tuple[Extent, Extent], str] = {
    ("none", "full"): "gained",
    ("none", "limited"): "sometimes",
    ("limited", "full"): "more",
    ("full", "limited"): "less",
    ("full", "none"): "lost",
    ("limited", "none"): "lost",
}
_TOLD_ELSEWHERE = frozenset({"automated-none-made"})
"""Reasons that are themselves a change of another field: no such decision is made any more."""

Move = tuple[str, str]
"""The form of a change and the key of the reason."""


def rights_differences(old: DataUse, new: DataUse) -> Iterator[Difference]:
    """One difference for each right, way and reason, with the purposes it is about."""
    if old.purposes == new.purposes and bool(stated(old.automated_decisions)) == bool(
        stated(new.automated_decisions)
    ):
        return
    matched = pairs(old.purposes, new.purposes)
    for position, right in enumerate(RIGHTS):
        moves: dict[Move, list[Purpose]] = {}
        for pair in matched:
            move = _move(position, pair, old, new)
            if move and pair[1]:
                moves.setdefault(move, []).append(pair[1])
        for (form, reason), purposes in moves.items():
            yield _told(right, form, reason, purposes if len(purposes) < len(new.purposes) else [])


def _told(right: str, form: str, reason: str, purposes: list[Purpose]) -> Difference:
    given: tuple[tuple[str, Shown], ...] = (("reason", Word(f"rights.reasons.{reason}")),) if reason else ()
    about = tuple(Context("Purpose", purpose.purpose) for purpose in purposes)
    return Difference("rights", right, form, given, about=about)


def _move(position: int, pair: Pair[Purpose], old: DataUse, new: DataUse) -> Move | None:
    """How a right over one purpose has changed; a purpose that is new can only bring a right."""
    before, after = pair
    if after is None:
        return None
    now = _held(after, new, position)
    was = _held(before, old, position).extent if before else _widest(old, position)
    if before and before.lawful_basis is None:
        return None
    form = _FORMS.get((was, now.extent)) if now.reason not in _TOLD_ELSEWHERE else None
    if form is None or (before is None and was != "none"):
        return None
    return form, now.reason if form in ("lost", "less", "sometimes") else ""


def _held(purpose: Purpose, use: DataUse, position: int) -> RightHeld:
    held = rights_of(purpose, use)
    return held[position] if held else RightHeld(RIGHTS[position], "none", "automated-none-made")


def _widest(use: DataUse, position: int) -> Extent:
    """How far a right reached over any purpose; as far as can be where nobody has said."""
    extents = {_held(purpose, use, position).extent for purpose in use.purposes}
    return next((extent for extent in ("full", "limited", "none") if extent in extents), "full")
