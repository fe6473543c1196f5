"""What a data use is about, in words: its service, purposes, people, data and who gets it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.register import Register


def subjects_of_use(register: Register, use: DataUse) -> Iterator[str]:
    """Texts whose words count more than those that merely stand on the page."""
    service = register.services.get(use.service or "")
    if service:
        yield from (service.name, service.what_it_does)
    yield from (purpose.purpose for purpose in use.purposes)
    yield from use.people
    for item in use.data:
        yield from item.includes
        category = register.categories.get(item.category)
        if category:
            yield from (category.name, *category.also_called)
    for recipient in entries(use.recipients):
        organisation = register.organisations.get(recipient.organisation)
        if organisation:
            yield from (organisation.name, *organisation.also_called, organisation.short_name or "")
