"""Who gets and gives data, and which kinds of data there are: each with the uses it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.data_use import DataItem, Recipient
from generator.model.fields import entries
from generator.model.reference import DataCategory, Organisation
from generator.model.register import Register
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
class CategoryView:
    """Every data use of one category of data."""

    category: DataCategory
    uses: tuple[tuple[Link, DataItem, tuple[Link, ...]], ...]


def organisations_view(register: Register) -> OrganisationsView:
    """Every organisation by kind, with the number of data uses that share data with it."""
    kinds: dict[str, list[Counted]] = {}
    for organisation in register.organisations.values():
        number = len(register.uses_by_recipient[organisation.id])
        line = Counted(organisation_link(register, organisation.id), organisation.what_it_does, number)
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
    """Every data use of one category, with what it includes there and where it comes from."""
    lines = []
    for use in register.uses_by_category[identifier]:
        for item in use.record.data:
            if item.category == identifier:
                sources = tuple(organisation_link(register, o) for o in item.from_organisations)
                lines.append((link_to(use), item, sources))
    return CategoryView(register.categories[identifier], tuple(lines))
