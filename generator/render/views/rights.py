"""The rights people have, each with the uses it reaches; and how to complain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.addresses import address
from generator.model.reference import Right
from generator.model.register import Register
from generator.model.rights import RIGHTS, Extent, RightHeld, rights_on
from generator.render.views.common import Link
from generator.render.views.routes import Routes, routes


@dataclass(frozen=True, slots=True)
class RightsView:
    """The index of rights, and whom to ask."""

    rights: tuple[tuple[Link, Right], ...]
    routes: Routes


@dataclass(frozen=True, slots=True)
class Reached:
    """A data use with the purposes that a right reaches."""

    use: Link
    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """The purposes that a right reaches for the same reason, by data use, and how many they are."""

    reason: str
    uses: tuple[Reached, ...]
    number: int


@dataclass(frozen=True, slots=True)
class RightView:
    """The page of one right: what it is, and every purpose by how far it reaches and why."""

    right: Right
    full: tuple[Reach, ...]
    limited: tuple[Reach, ...]
    none: tuple[Reach, ...]
    routes: Routes


@dataclass(frozen=True, slots=True)
class ComplaintsView:
    """How to complain: to the controller first or straight to the regulator."""

    routes: Routes


def rights_in_order(register: Register) -> tuple[Right, ...]:
    """The site's rights in the order of the law, its own additions last."""
    known = [register.rights[right] for right in RIGHTS if right in register.rights]
    return (*known, *(right for key, right in register.rights.items() if key not in RIGHTS))


def rights_view(register: Register) -> RightsView:
    """Every right with a link to its page."""
    links = ((Link(r.name, address("rights", r.id)), r) for r in rights_in_order(register))
    return RightsView(tuple(links), routes(register))


def right_view(register: Register, right: Right) -> RightView:
    """One right with every purpose it does and does not reach."""
    reasons: dict[Extent, dict[str, list[Reached]]] = {"full": {}, "limited": {}, "none": {}}
    for slug, title, known in register.grounds:
        purposes: dict[RightHeld, list[str]] = {}
        for purpose, grounds in known:
            held = rights_on(grounds).get(right.id)
            if held:
                purposes.setdefault(held, []).append(purpose)
        for held, named in purposes.items():
            reached = Reached(Link(title, address("data-uses", slug)), tuple(named))
            reasons[held.extent].setdefault(held.reason, []).append(reached)
    return RightView(
        right=right,
        full=_reach(reasons["full"]),
        limited=_reach(reasons["limited"]),
        none=_reach(reasons["none"]),
        routes=routes(register),
    )


def _reach(reasons: Mapping[str, Sequence[Reached]]) -> tuple[Reach, ...]:
    """The reasons in order, and under each the data uses by their addresses."""
    return tuple(
        Reach(
            reason,
            tuple(sorted(uses, key=lambda reached: reached.use.url)),
            sum(len(reached.purposes) for reached in uses),
        )
        for reason, uses in sorted(reasons.items())
    )
