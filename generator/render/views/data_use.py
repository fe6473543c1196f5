"""The page of a data use: what people want to know first, then the whole notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.addresses import address
from generator.model.data_use import Controller, DataItem, DataUse, Recipient, Transfer
from generator.model.fields import DoesNotApply, entries
from generator.model.purpose import Purpose
from generator.model.reach import reach_of, reached
from generator.model.reference import Contact, DataCategory, Organisation, Service
from generator.model.register import Filed, Register
from generator.model.rights import RightHeld, can_object, can_withdraw, rights_of
from generator.render.views.common import (
    LawLine,
    Link,
    category_link,
    law_lines,
    link_to,
    organisation_link,
    topic_link,
)
from generator.render.views.flow import FlowView, flow_view
from generator.render.views.routes import Routes, routes


@dataclass(frozen=True, slots=True)
class ControllerLine:
    """A controller and the dates between which it holds."""

    link: Link
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class RightLine:
    """A right over one purpose: how far it reaches and the key of the reason."""

    link: Link
    right: str
    extent: str
    reason: str


@dataclass(frozen=True, slots=True)
class PurposeLine:
    """A purpose with the laws behind it and the rights that follow from its basis."""

    purpose: Purpose
    anchor: str
    laws: tuple[LawLine, ...]
    rights: tuple[RightLine, ...]


@dataclass(frozen=True, slots=True)
class DataLine:
    """A category of data and where it comes from."""

    item: DataItem
    category: DataCategory | None
    link: Link
    organisations: tuple[Link, ...]
    required_by: tuple[LawLine, ...]


@dataclass(frozen=True, slots=True)
class RecipientLine:
    """A recipient, why it gets data and which."""

    recipient: Recipient
    link: Link
    organisation: Organisation | None
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DataUseView:
    """All that the page of a data use shows."""

    use: DataUse
    slug: str
    service: Service | None
    contact: Contact | None
    topics: tuple[Link, ...]
    controllers: tuple[ControllerLine, ...]
    purposes: tuple[PurposeLine, ...]
    data: tuple[DataLine, ...]
    recipients: tuple[RecipientLine, ...]
    flow: FlowView | None
    transfers: tuple[tuple[Transfer, Link | None], ...]
    choices: tuple[Link, ...]
    no_choice_reason: str
    can_object: bool
    can_withdraw: bool
    opt_out_page: Link | None
    benefits: tuple[Link, ...]
    rights_limits: tuple[tuple[Link, str, tuple[LawLine, ...]], ...]
    child_version: Link | None
    routes: Routes


def data_use_view(register: Register, filed: Filed[DataUse]) -> DataUseView:
    """Everything a data use says and inherits, resolved and ready to print."""
    use = filed.record
    return DataUseView(
        use=use,
        slug=filed.slug,
        service=register.services.get(use.service or ""),
        contact=service_contact(register, use),
        topics=tuple(topic_link(register, topic) for topic in use.topics),
        controllers=tuple(_controllers(register, use)),
        purposes=tuple(_purposes(register, use)),
        data=tuple(_data(register, item) for item in use.data),
        recipients=tuple(_recipient(register, r) for r in entries(use.recipients)),
        flow=flow_view(register, use),
        transfers=tuple(_transfer(register, transfer) for transfer in entries(use.transfers)),
        choices=choices_reaching(register, use),
        no_choice_reason=_no_choice_reason(use),
        can_object=can_object(use),
        can_withdraw=can_withdraw(use),
        opt_out_page=_opt_out_page(register),
        benefits=tuple(_benefits(register, use)),
        rights_limits=tuple(_limits(register, use)),
        child_version=_page_link(register, use.child_version),
        routes=routes(register),
    )


def service_contact(register: Register, use: DataUse) -> Contact | None:
    """The contact of a data use: its own, or its service's."""
    service = register.services.get(use.service or "")
    return register.contacts.get(use.contact or (service.contact if service else None) or "")


def choices_reaching(register: Register, use: DataUse) -> tuple[Link, ...]:
    """Links to the choices that reach a data use, derived as the choices say."""
    ways = frozenset(reached(use))
    choices = register.current(register.opt_outs.values())
    return tuple(link_to(choice) for choice in choices if reach_of(choice.slug, choice.record) in ways)


def _controllers(register: Register, use: DataUse) -> Iterator[ControllerLine]:
    own = use.controllers or (Controller(organisation=register.site.controller),)
    for controller in own:
        link = organisation_link(register, controller.organisation)
        yield ControllerLine(link, controller.start, controller.end)


def _purposes(register: Register, use: DataUse) -> Iterator[PurposeLine]:
    for number, purpose in enumerate(use.purposes, 1):
        rights = tuple(_right(register, held) for held in rights_of(purpose, use))
        yield PurposeLine(purpose, f"purpose-{number}", law_lines(register, purpose.laws), rights)


def _right(register: Register, held: RightHeld) -> RightLine:
    right = register.rights.get(held.right)
    link = Link(right.name if right else held.right, address("rights", held.right))
    return RightLine(link, held.right, held.extent, held.reason)


def _data(register: Register, item: DataItem) -> DataLine:
    required = item.required
    laws = () if required is None or isinstance(required, DoesNotApply) else required.laws
    return DataLine(
        item=item,
        category=register.categories.get(item.category),
        link=category_link(register, item.category),
        organisations=tuple(organisation_link(register, o) for o in item.from_organisations),
        required_by=law_lines(register, laws),
    )


def _recipient(register: Register, recipient: Recipient) -> RecipientLine:
    return RecipientLine(
        recipient=recipient,
        link=organisation_link(register, recipient.organisation),
        organisation=register.organisations.get(recipient.organisation),
        data=tuple(category_link(register, category) for category in recipient.data),
    )


def _transfer(register: Register, transfer: Transfer) -> tuple[Transfer, Link | None]:
    named = transfer.organisation
    return transfer, organisation_link(register, named) if named else None


def _no_choice_reason(use: DataUse) -> str:
    return use.choices.does_not_apply if isinstance(use.choices, DoesNotApply) else ""


def _opt_out_page(register: Register) -> Link | None:
    choices = register.current(register.opt_outs.values())
    national = (c for c in choices if c.record.reach == "national-data-opt-out")
    return next((link_to(choice) for choice in national), None)


def _benefits(register: Register, use: DataUse) -> Iterator[Link]:
    for slug in entries(use.public_benefit):
        project = register.public_benefit.get(slug)
        if project and register.has_page(project):
            yield link_to(project)


def _limits(register: Register, use: DataUse) -> Iterator[tuple[Link, str, tuple[LawLine, ...]]]:
    for limit in use.rights_limits:
        right = register.rights.get(limit.right)
        link = Link(right.name if right else str(limit.right), address("rights", limit.right))
        yield link, limit.explanation, law_lines(register, limit.laws)


def _page_link(register: Register, slug: str | None) -> Link | None:
    page = register.pages.get(slug or "")
    return link_to(page) if page and register.has_page(page) else None
