"""Who gets and gives data, and which kinds of data there are: each with the uses it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.data_use import DataItem, DataUse, Recipient
from generator.model.fields import entries
from generator.model.reference import DataCategory, Organisation
from generator.model.register import Filed, Register
from generator.render.views.common import Counted, Link, category_link, link_to, organisation_link


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """Every organisation that gets or gives data, by kind (`organisation_kind.<kind>`)."""

    kinds: tuple[tuple[str, tuple[Counted, ...]], ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """One data use that shares data with an organisation: why, as what, and which data."""

    use: Link
    recipient: Recipient
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """One data use that gets data from an organisation, and which data."""

    use: Link
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """Everything shared with one organisation, and why."""

    organisation: Organisation
    shared: tuple[Shared, ...]
    given: tuple[Given, ...]
    successor: Link | None


@dataclass(frozen=True, slots=True)
class CategoriesView:
    """Every category of data, the sensitive ones apart."""

    ordinary: tuple[Counted, ...]
    sensitive: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """One data use of a category: what it includes there, who gives it and who gets it.

    `answered` is whether the data use says who its recipients are.
    """

    use: Link
    item: DataItem
    sources: tuple[Link, ...]
    recipients: tuple[Link, ...]
    answered: bool


@dataclass(frozen=True, slots=True)
class CategoryView:
    """Every data use of one category of data."""

    category: DataCategory
    uses: tuple[CategoryLine, ...]


def organisations_view(register: Register) -> OrganisationsView:
    """Every organisation by kind, with the number of data uses that share data with it or get it there."""
    kinds: dict[str, list[Counted]] = {}
    for organisation in register.organisations.values():
        gets = len(register.uses_by_recipient[organisation.id])
        gives = len(register.uses_by_source[organisation.id])
        link = organisation_link(register, organisation.id)
        line = Counted(link, organisation.what_it_does, gets, gives)
        kinds.setdefault(organisation.kind, []).append(line)
    return OrganisationsView(
        tuple((kind, tuple(sorted(lines, key=_by_text))) for kind, lines in sorted(kinds.items()))
    )


def _by_text(line: Counted) -> tuple[str, str]:
    return (line.link.text.casefold(), line.link.url)


def organisation_view(register: Register, identifier: str) -> OrganisationView:
    """Everything shared with one organisation and everything it gives."""
    organisation = register.organisations[identifier]
    successor = organisation.succeeded_by
    return OrganisationView(
        organisation=organisation,
        shared=tuple(_shared(register, identifier)),
        given=tuple(_given(register, identifier)),
        successor=organisation_link(register, successor) if successor else None,
    )


def _shared(register: Register, identifier: str) -> Iterator[Shared]:
    for use in register.uses_by_recipient[identifier]:
        for recipient in entries(use.record.recipients):
            if recipient.organisation == identifier:
                data = recipient.data or tuple(item.category for item in use.record.data)
                yield Shared(link_to(use), recipient, tuple(category_link(register, c) for c in data))


def _given(register: Register, identifier: str) -> Iterator[Given]:
    for use in register.uses_by_source[identifier]:
        items = (i for i in use.record.data if identifier in i.from_organisations)
        yield Given(link_to(use), tuple(category_link(register, i.category) for i in items))


def categories_view(register: Register) -> CategoriesView:
    """Every category of data with the number of data uses of it."""
    ordinary: list[Counted] = []
    sensitive: list[Counted] = []
    for category in register.categories.values():
        number = len(register.uses_by_category[category.id])
        line = Counted(category_link(register, category.id), category.meaning, number)
        (ordinary if category.sensitivity == "ordinary" else sensitive).append(line)
    return CategoriesView(tuple(sorted(ordinary, key=_by_text)), tuple(sorted(sensitive, key=_by_text)))


def category_view(register: Register, identifier: str) -> CategoryView:
    """Every data use of one category, with what it includes there, where it comes from and who gets it."""
    lines = (
        _category_line(register, use, item)
        for use in register.uses_by_category[identifier]
        for item in use.record.data
        if item.category == identifier
    )
    return CategoryView(register.categories[identifier], tuple(lines))


def _category_line(register: Register, use: Filed[DataUse], item: DataItem) -> CategoryLine:
    """A recipient that names no data gets all of it."""
    gets = (r for r in entries(use.record.recipients) if not r.data or item.category in r.data)
    return CategoryLine(
        use=link_to(use),
        item=item,
        sources=tuple(organisation_link(register, o) for o in item.from_organisations),
        recipients=tuple(dict.fromkeys(organisation_link(register, r.organisation) for r in gets)),
        answered=use.record.recipients is not None,
    )
