"""The rights people have, each with the uses it reaches; and how to complain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.reference import Right
from generator.model.register import Register
from generator.model.rights import RIGHTS, right_over
from generator.render.addresses import address
from generator.render.views.common import Link, link_to
from generator.render.views.routes import Routes, routes


@dataclass(frozen=True, slots=True)
class RightsView:
    """The index of rights, and whom to ask."""

    rights: tuple[tuple[Link, Right], ...]
    routes: Routes


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a right reaches over one purpose of a data use."""

    use: Link
    purpose: str
    extent: str
    reason: str


@dataclass(frozen=True, slots=True)
class RightView:
    """The page of one right: what it is, and every purpose by how far it reaches."""

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
    reach = tuple(_reach(register, right.id))
    return RightView(
        right=right,
        full=tuple(line for line in reach if line.extent == "full"),
        limited=tuple(line for line in reach if line.extent == "limited"),
        none=tuple(line for line in reach if line.extent == "none"),
        routes=routes(register),
    )


def _reach(register: Register, right: str) -> Iterator[Reach]:
    for filed in register.uses:
        for purpose in filed.record.purposes:
            held = right_over(purpose, filed.record, right)
            if held:
                yield Reach(link_to(filed), purpose.purpose, held.extent, held.reason)
