"""What several rules ask of a data use."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.data_use import DataItem, DataUse
from generator.model.fields import DoesNotApply, entries
from generator.model.purpose import Condition, Purpose
from generator.model.reference import DataCategory
from generator.model.register import Register

Item = tuple[int, DataItem, DataCategory]
"""A data item with its position and its category."""


def open_question(answer: object) -> bool:
    """Whether nobody has answered: neither stated nor stated not to apply."""
    return answer is None or answer == ()


def under_gdpr(use: DataUse) -> bool:
    """Whether Articles 13 and 14 hold; Part 3 of the DPA 2018 asks for less on a public page."""
    return use.regime == "uk-gdpr"


def called(purpose: Purpose) -> str:
    """The purpose as messages name it."""
    return f"The purpose “{purpose.purpose}”"


def items(use: DataUse, register: Register) -> Iterator[Item]:
    """The data items whose category is known."""
    for position, item in enumerate(use.data):
        category = register.categories.get(item.category)
        if category is not None:
            yield position, item, category


def sensitive_items(use: DataUse, register: Register, kind: str) -> tuple[Item, ...]:
    """The data items of one sensitivity."""
    return tuple(item for item in items(use, register) if item[2].sensitivity == kind)


def care_items(use: DataUse, register: Register) -> tuple[Item, ...]:
    """The data items that can be confidential patient information."""
    return tuple(item for item in items(use, register) if item[2].health_or_care != "none")


def has_condition(use: DataUse, *wanted: Condition) -> bool:
    """Whether any purpose rests on one of the conditions."""
    return any(met.condition in wanted for purpose in use.purposes for met in purpose.conditions)


def rests_on_consent(purpose: Purpose) -> bool:
    """Whether people can withdraw consent to any part of a purpose."""
    explicit = any(met.condition == "explicit-consent" for met in purpose.conditions)
    return explicit or purpose.lawful_basis == "consent"


def joint_controllers(use: DataUse, register: Register) -> bool:
    """Whether more than one body decides today; one that follows another is not joint with it."""
    today = register.today
    holding = {
        controller.organisation
        for controller in use.controllers
        if not (controller.start and controller.start > today)
        and not (controller.end and controller.end < today)
    }
    shared = any(recipient.role == "joint-controller" for recipient in entries(use.recipients))
    return shared or len(holding) > 1


def first_joint(use: DataUse) -> int:
    """The place of the first recipient that is called a joint controller."""
    return [recipient.role for recipient in entries(use.recipients)].index("joint-controller")


def says_not(answer: object) -> bool:
    """Whether it is stated that the question does not apply."""
    return isinstance(answer, DoesNotApply)
