"""Which rights people have over a purpose, derived from its lawful basis, never typed by hand.

The table is UK GDPR Articles 12 to 22D as amended by the Data (Use and Access) Act 2025, and
Part 3 Chapter 3 of the Data Protection Act 2018 for law enforcement. Every cell names the
plain-language reason (a key of `rights.reasons` in templates/words) where a right is not full.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.model.data_use import DataUse
from generator.model.fields import stated
from generator.model.purpose import LawfulBasis, Purpose

Extent = Literal["full", "limited", "none"]

RIGHTS = (
    *("be-informed", "access", "rectification", "erasure", "restriction", "portability", "object"),
    *("withdraw", "automated-decisions", "complain-to-us", "complain-to-regulator"),
)
"""Every right, in the order in which pages show them."""


@dataclass(frozen=True, slots=True)
class RightHeld:
    """How far one right reaches over one purpose, and the key of the reason where one is needed."""

    right: str
    extent: Extent
    reason: str = ""


_Cell = tuple[Extent, str]
_FULL: _Cell = ("full", "")

_ALWAYS: Mapping[str, _Cell] = {
    "be-informed": _FULL,
    "access": _FULL,
    "rectification": _FULL,
    "restriction": ("limited", "restriction-four-situations"),
    "complain-to-us": _FULL,
    "complain-to-regulator": _FULL,
}

_BY_BASIS: Mapping[LawfulBasis, Mapping[str, _Cell]] = {
    "consent": {
        "erasure": _FULL,
        "portability": ("full", "portability-given-by-you"),
        "object": ("none", "object-withdraw-instead"),
        "withdraw": _FULL,
    },
    "contract": {
        "erasure": _FULL,
        "portability": ("full", "portability-given-by-you"),
        "object": ("none", "object-contract"),
        "withdraw": ("none", "withdraw-no-consent"),
    },
    "legal-obligation": {
        "erasure": ("none", "erasure-legal-obligation"),
        "portability": ("none", "portability-basis"),
        "object": ("none", "object-legal-obligation"),
        "withdraw": ("none", "withdraw-no-consent"),
    },
    "vital-interests": {
        "erasure": _FULL,
        "portability": ("none", "portability-basis"),
        "object": ("none", "object-vital-interests"),
        "withdraw": ("none", "withdraw-no-consent"),
    },
    "public-task": {
        "erasure": ("limited", "erasure-public-task"),
        "portability": ("none", "portability-basis"),
        "object": ("full", "object-your-situation"),
        "withdraw": ("none", "withdraw-no-consent"),
    },
    "legitimate-interests": {
        "erasure": _FULL,
        "portability": ("none", "portability-basis"),
        "object": ("full", "object-your-situation"),
        "withdraw": ("none", "withdraw-no-consent"),
    },
    "recognised-legitimate-interests": {
        "erasure": _FULL,
        "portability": ("none", "portability-basis"),
        "object": ("full", "object-your-situation"),
        "withdraw": ("none", "withdraw-no-consent"),
    },
    "law-enforcement": {
        "access": ("limited", "law-enforcement-limits"),
        "rectification": ("limited", "law-enforcement-limits"),
        "erasure": ("limited", "law-enforcement-limits"),
        "restriction": ("limited", "law-enforcement-limits"),
        "portability": ("none", "law-enforcement-none"),
        "object": ("none", "law-enforcement-none"),
        "withdraw": ("none", "withdraw-no-consent"),
    },
}


def rights_of(purpose: Purpose, use: DataUse) -> tuple[RightHeld, ...]:
    """Every right over one purpose of a data use; none where nobody has said what its basis is.

    Several purposes are never merged: each has its own rights, as each has its own basis.
    """
    return tuple(rights_on(grounds_of(purpose, use)).values())


def right_over(purpose: Purpose, use: DataUse, right: str) -> RightHeld | None:
    """One right over one purpose; `None` where nobody has said what its basis is."""
    return rights_on(grounds_of(purpose, use)).get(right)


class Grounds(NamedTuple):
    """All about a purpose that counts for its rights."""

    basis: LawfulBasis
    automated: bool
    explicit_consent: bool
    research: bool
    direct_marketing: bool


def grounds_of(purpose: Purpose, use: DataUse) -> Grounds | None:
    """What the rights over a purpose rest on; nothing where nobody has said what its basis is."""
    if purpose.lawful_basis is None:
        return None
    explicit = any(met.condition == "explicit-consent" for met in purpose.conditions)
    automated = bool(stated(use.automated_decisions))
    return Grounds(purpose.lawful_basis, automated, explicit, purpose.research, purpose.direct_marketing)


def all_grounds(use: DataUse) -> tuple[tuple[str, Grounds | None], ...]:
    """Each purpose of a data use, and what the rights over it rest on."""
    return tuple((purpose.purpose, grounds_of(purpose, use)) for purpose in use.purposes)


@lru_cache(maxsize=256)
def rights_on(grounds: Grounds | None) -> Mapping[str, RightHeld]:
    """Every right by its id, in order."""
    if grounds is None:
        return {}
    cells = {
        **_ALWAYS,
        **_BY_BASIS[grounds.basis],
        "automated-decisions": _automated(grounds.basis, grounds.automated),
        **dict(_adjusted(grounds)),
    }
    return {right: RightHeld(right, *cells[right]) for right in RIGHTS}


def _automated(basis: LawfulBasis, made: bool) -> _Cell:
    """Articles 22A to 22D: not on recognised legitimate interests, silent where none are made."""
    if basis == "recognised-legitimate-interests":
        return ("none", "automated-barred")
    return _FULL if made else ("none", "automated-none-made")


def _adjusted(purpose: Grounds) -> Iterator[tuple[str, _Cell]]:
    """What a purpose's own circumstances change in the table."""
    if purpose.explicit_consent and purpose.basis != "consent":
        yield "withdraw", ("limited", "withdraw-sensitive-only")
    if purpose.research and purpose.basis == "public-task":
        yield "object", ("limited", "object-research-public-task")
        yield "erasure", ("limited", "erasure-research")
    if purpose.direct_marketing:
        yield "object", ("full", "object-direct-marketing")


def can_object(use: DataUse) -> bool:
    """Whether the right to object reaches any purpose of a data use (Article 21)."""
    return any(_extent(purpose, use, "object") != "none" for purpose in use.purposes)


def can_withdraw(use: DataUse) -> bool:
    """Whether consent is used for any purpose and so can be withdrawn (Article 7(3))."""
    return any(_extent(purpose, use, "withdraw") != "none" for purpose in use.purposes)


def _extent(purpose: Purpose, use: DataUse, right: str) -> Extent:
    held = right_over(purpose, use, right)
    return held.extent if held else "none"
