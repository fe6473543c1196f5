"""Rights follow from the lawful basis as the law has it: UK GDPR Articles 12 to 22D, DPA 2018 Part 3."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from generator.model.data_use import DataUse
from generator.model.purpose import LawfulBasis
from generator.model.rights import RIGHTS, can_object, can_withdraw, rights_of

FULL, LIMITED, NONE = "full", "limited", "none"
TABLE: dict[str, tuple[str, str, str, str]] = {
    # basis: erasure (17), portability (20), object (21), withdraw (7(3))
    "consent": (FULL, FULL, NONE, FULL),
    "contract": (FULL, FULL, NONE, NONE),
    "legal-obligation": (NONE, NONE, NONE, NONE),
    "vital-interests": (FULL, NONE, NONE, NONE),
    "public-task": (LIMITED, NONE, FULL, NONE),
    "legitimate-interests": (FULL, NONE, FULL, NONE),
    "recognised-legitimate-interests": (FULL, NONE, FULL, NONE),
    "law-enforcement": (LIMITED, NONE, NONE, NONE),
}


def use(*purposes: dict[str, Any], **more: Any) -> DataUse:
    listed = tuple({"purpose": "See", **purpose} for purpose in purposes)
    return DataUse.model_validate({"title": "T", "summary": "S", "purposes": listed, **more})


def extents(**purpose: Any) -> dict[str, str]:
    made = use(purpose)
    return {held.right: held.extent for held in rights_of(made.purposes[0], made)}


def test_the_table_knows_every_basis() -> None:
    assert set(TABLE) == set(get_args(LawfulBasis))


@pytest.mark.parametrize("basis", TABLE)
def test_each_basis_gives_the_rights_that_the_law_gives(basis: str) -> None:
    found = extents(lawful_basis=basis)
    assert list(found) == list(RIGHTS)
    assert tuple(found[right] for right in ("erasure", "portability", "object", "withdraw")) == TABLE[basis]
    enforcement = basis == "law-enforcement"
    assert found["access"] == (LIMITED if enforcement else FULL)
    assert found["rectification"] == (LIMITED if enforcement else FULL)
    assert found["restriction"] == LIMITED
    assert found["be-informed"] == found["complain-to-us"] == found["complain-to-regulator"] == FULL


@pytest.mark.parametrize("basis", TABLE)
def test_a_right_that_is_not_full_always_has_its_reason(basis: str) -> None:
    made = use({"lawful_basis": basis})
    for held in rights_of(made.purposes[0], made):
        assert held.extent == FULL or held.reason, held


def test_without_a_basis_nothing_is_said_about_rights() -> None:
    assert extents() == {}


def test_marketing_can_always_be_objected_to() -> None:
    assert extents(lawful_basis="consent", direct_marketing=True)["object"] == FULL


def test_research_in_the_public_task_limits_objection_and_erasure() -> None:
    found = extents(lawful_basis="public-task", research=True)
    assert (found["object"], found["erasure"]) == (LIMITED, LIMITED)


def test_explicit_consent_to_sensitive_data_can_be_withdrawn_on_any_basis() -> None:
    conditions = ({"condition": "explicit-consent"},)
    assert extents(lawful_basis="public-task", conditions=conditions)["withdraw"] == LIMITED


def test_rights_about_automated_decisions_hold_where_there_are_some() -> None:
    decision = {"decision": "D", "logic": "L", "significance": "S"}
    made = use({"lawful_basis": "public-task"}, automated_decisions=(decision,))
    held = {held.right: held.extent for held in rights_of(made.purposes[0], made)}
    assert held["automated-decisions"] == FULL
    assert extents(lawful_basis="public-task")["automated-decisions"] == NONE


def test_purposes_are_never_merged() -> None:
    both = use({"lawful_basis": "legal-obligation"}, {"lawful_basis": "consent"})
    assert can_withdraw(both)
    assert not can_object(both)
    assert can_object(use({"lawful_basis": "legal-obligation"}, {"lawful_basis": "public-task"}))
    assert not can_object(use({}))
