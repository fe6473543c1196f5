"""The ways to use a right or to complain, which the site states once."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.reference import Contact, Organisation
from generator.model.register import Register


@dataclass(frozen=True, slots=True)
class Routes:
    """Whom to turn to about rights and complaints; every notice inherits it from the site."""

    rights: Contact | None
    complaints: Contact | None
    form: str
    other_means: tuple[str, ...]
    acknowledge_days: int
    regulator: Organisation | None
    regulator_contact: Contact | None


def routes(register: Register) -> Routes:
    """The routes for rights and complaints that the site states once."""
    site = register.site
    return Routes(
        rights=register.contacts.get(site.rights_requests),
        complaints=register.contacts.get(site.complaints.contact),
        form=site.complaints.form or "",
        other_means=site.complaints.other_means,
        acknowledge_days=site.complaints.acknowledge_days,
        regulator=register.organisations.get(site.regulator),
        regulator_contact=register.contacts.get(site.regulator_contact),
    )
