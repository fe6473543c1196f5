"""Whom site.yaml names for every notice: the controller, the officer, the regulator, and where they are."""

from __future__ import annotations

import re

from generator.config import Site
from generator.model.reference import Contact, Entry, Organisation
from generator.model.register import Register
from generator.proofread.addresses import CORRECT, domain_of, host_of, own_domains, right_domain
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand

_COMMON = frozenset(
    re.findall(
        r"\w+",
        "the of and for in upon on council county city borough district metropolitan unitary rural urban town"
        " parish royal london authority combined local government corporation shire nhs trust board",
    )
)
"""Words that many names of public bodies share."""

_OFFICER = on_demand(r"\b(?:data protection|DPO|information|privacy|governance|caldicott)\b", re.I)
_PUBLIC = on_demand(r"\.(?:gov\.(?:uk|wales|scot)|nhs\.(?:uk|net)|police\.uk|llyw\.cymru)$")
_REGULATOR = on_demand(r"\b(?:Information Commission(?:er)?|ICO)\b")


@rule("contact-of-another-body", WARNING, CORRECT, "reference")
def contact_of_another_body(entry: Entry, register: Register) -> Problems:
    """
    What: The addresses of the contacts that every notice gives are those of the council or a body on file.
    Why: An address left from a copied notice sends people's letters to another organisation.
    How: Correct the address; or add the organisation whose address it is, with its website.
    """
    if not isinstance(entry, Contact) or entry.id not in _in_every_notice(register.site):
        return
    own = own_domains(register)
    email, website = entry.email or "", entry.website or ""
    if entry.id != register.site.data_protection_officer and not _PUBLIC.search(host_of(website)):
        website = ""  # a form can be at the domain of the firm that runs it
    found = ((("email",), email, domain_of(email)), (("website",), website, host_of(website)))
    for way, address, domain in found:
        if own and address and not _is_of(own, domain) and not right_domain(domain, register):
            yield Problem(
                way,
                f"The address {address} is not at a domain of {register.site.name} or of a body on file.",
                "Correct the address, or add the organisation with its website.",
            )


def _in_every_notice(site: Site) -> set[str]:
    return {site.data_protection_officer, site.rights_requests, site.feedback, site.complaints.contact}


def _is_of(own: set[str], domain: str) -> bool:
    return any(f".{domain}".endswith(f".{known}") or f".{known}".endswith(f".{domain}") for known in own)


@rule("controller-publishes", WARNING, "UK GDPR Article 13(1)(a), 14(1)(a)", "site")
def controller_publishes(site: Site, register: Register) -> Problems:
    """
    What: The controller in site.yaml is the body that publishes: its name or its website says so.
    Why: Every notice takes its controller from there; left from a copied site, all of them name another body.
    How: Correct `controller`; or `name`, `main_site`, or the website of the organisation.
    """
    body = register.organisations.get(site.controller)
    if body is None:
        return
    same_name = bool(_own_words(site.name) & _words_of(body)) or not _own_words(site.name)
    if not same_name and _same_site(body, site):
        yield Problem(
            ("name",),
            f"The site is called {site.name}, but its controller is {body.name}.",
            "Correct `name`, or the name of the organisation.",
        )
    elif not same_name:
        yield Problem(
            ("controller",),
            f"{body.name} is the controller of every notice here, but {site.name} publishes them.",
            "Correct `controller`, or add this name to the organisation.",
        )
    elif body.website and site.main_site and not _same_site(body, site):
        yield Problem(
            ("main_site",),
            f"{site.main_site} is not the website of {body.name}, which is {body.website} on file.",
            "Correct `main_site`, or the website of the organisation.",
        )


def _own_words(name: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", name.lower())) - _COMMON


def _words_of(body: Organisation) -> set[str]:
    return _own_words(" ".join((body.name, body.short_name or "", *body.also_called)))


def _same_site(body: Organisation, site: Site) -> bool:
    hosts = {host_of(address) for address in (site.main_site, site.base_url) if address}
    return bool(body.website) and _is_of(hosts, host_of(body.website or ""))


@rule("officer-is-known", WARNING, "UK GDPR Articles 13(1)(b), 14(1)(b) and 37(7)", "site")
def officer_is_known(site: Site, register: Register) -> Problems:
    """
    What: The contact that site.yaml gives for the data protection officer is called so.
    Why: People look for the data protection officer; another team's name suggests that there is none.
    How: Name the right contact, or call it "Data protection officer".
    """
    contact = register.contacts.get(site.data_protection_officer)
    if contact and not _OFFICER.search(contact.name):
        yield Problem(
            ("data_protection_officer",),
            f"The contact given for the data protection officer is called “{contact.name}”.",
            "Name the contact of the officer, and call it “Data protection officer”.",
        )


@rule("regulator-is-known", WARNING, "UK GDPR Articles 13(2)(d) and 14(2)(e)", "site")
def regulator_is_known(site: Site, register: Register) -> Problems:
    """
    What: The regulator that site.yaml names is the Information Commission, and so is its contact.
    Why: Every notice sends people there with a complaint about data, and no other body can take it.
    How: Name the organisation and the contact of the Information Commission (ICO).
    """
    body = register.organisations.get(site.regulator)
    contact = register.contacts.get(site.regulator_contact)
    called = " ".join((body.name, body.short_name or "", *body.also_called)) if body else "ICO"
    if body and not _REGULATOR.search(called):
        yield _no_regulator("regulator", body.name)
    if contact and not _REGULATOR.search(contact.name) and "ico.org.uk" not in (contact.website or ""):
        yield _no_regulator("regulator_contact", contact.name)


def _no_regulator(field: str, name: str) -> Problem:
    return Problem(
        (field,),
        f"{name} does not take complaints about data.",
        "Name the Information Commission (ICO).",
    )
