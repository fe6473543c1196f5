"""E-mail addresses and telephone numbers that cannot be right."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from generator.config import Site
from generator.model.reference import Contact, Entry
from generator.model.register import Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.spelling import slips
from generator.proofread.texts import PublishedText

CORRECT = "UK GDPR Article 5(1)(d), 13(1)(a) and (b)"
_EMAIL = on_demand(r"[\w.+'-]+@([\w-]+(?:\.[\w-]+)+)")
_HOST = on_demand(r"https?://(?:www\.)?([\w-]+(?:\.[\w-]+)+)")
_NO_ENDING = on_demand(
    r"\.(?:(?:gov|nhs|ac|police)\.uk\.com|(?:gov|nhs|co|org|ac|sch|police)\.(?:ku|u|k|ukk|uuk)|(?:gvo|gob"
    r"|vog|gpv|gv|nsh|og|ogr|rog|o|c)\.uk"
    r"|govuk|nhsuk|couk|orguk|nhs\.(?:ent|nte|ne)|con|cmo|ocm|comm|cim|ogr|rog|exmaple|[a-z])$"
)
_FIVE_DIGITS = (
    "01204 01208 01254 01276 01297 01298 01363 01364 01384 01386 01404 01420 01460 01461 01480 01488 01524"
    " 01527 01562 01566 01606 01629 01635 01647 01659 01695 01726 01744 01750 01768 01827 01837 01884 01900"
    " 01905 01935 01946 01949 01963 01995"
)
"""Areas in which some numbers have ten digits."""
_NUMBER = on_demand(r"(?<![\w./-])(?<!\d )(?:\+44 ?(?:\(0\) ?)?|\(?0)\d[\d ()]{5,}\d(?![\w/-])")
_HALF_A_POSTCODE = on_demand(r"[A-Z]{1,2}\d[A-Z\d]?|[A-Z]{1,2}\d[A-Z\d]? (?:\d[A-Z]?|[A-Z]{2}|\d[A-Z]{3,})")
_TEXT_RELAY = on_demand(r"^1800\d\s*")


@once
def _domains(register: Register) -> Counter[str]:
    """How often each domain stands on file; those of websites count as sure."""
    found = Counter(domain_of(contact.email) for contact in register.contacts.values() if contact.email)
    sites = [body.website for body in register.organisations.values()]
    sites += [contact.website for contact in register.contacts.values()]
    for address in (*sites, register.site.base_url, register.site.main_site):
        if address:
            found[host_of(address)] += 2
    return found


def domain_of(email: str) -> str:
    """The domain of an e-mail address."""
    return email.rpartition("@")[2].lower()


def host_of(address: str) -> str:
    """The host of a web address, without `www.`."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def right_domain(domain: str, register: Register) -> str | None:
    """What a domain was meant to be; empty if it cannot be right at all, `None` if nothing is wrong."""
    known = _domains(register)
    domain = domain.lower().rstrip(".")
    if known[domain] > 1:
        return None
    for sure, times in known.items():
        if times > max(known[domain], 1) and len(sure) > 7 and 0 < slips(domain, sure) <= 2:
            return sure
    return "" if _NO_ENDING.search(f".{domain}") else None


_OFTEN = 8
"""Times that a domain stands on file, from which on one that is all but the same is a slip for it."""


def site_meant(host: str, register: Register, own: int) -> str | None:
    """What the host of a website was meant to be, which stands on file `own` times by itself alone."""
    known = _domains(register)
    near = (
        sure
        for sure, times in known.items()
        if times >= _OFTEN and sure[0] == host[:1] and 0 < slips(host, sure) <= 2
    )
    meant = next(near, None) if known[host] <= own and len(host) > 7 else None
    return meant or ("" if _NO_ENDING.search(f".{host}") else None)


@rule("misspelt-address-of-site", WARNING, CORRECT, "site")
def misspelt_address_of_site(site: Site, register: Register) -> Problems:
    """
    What: The host of an address in site.yaml is not a slip for one on file.
    Why: Every page leads there: to the complaint form, or to your main website.
    How: Correct the address.
    """
    for way, address, own in (
        (("complaints", "form"), site.complaints.form, 0),
        (("main_site",), site.main_site, 2),
    ):
        meant = site_meant(host_of(address), register, own) if address else None
        if address and meant is not None:
            yield _misspelt(way, address, host_of(address), meant)


@rule("misspelt-address", WARNING, CORRECT, "texts", ("@", "://"))
def misspelt_address(text: PublishedText, register: Register) -> Problems:
    """
    What: The domain of an e-mail or web address in a text is not a slip for one on file.
    Why: What people send there is lost, or is read by somebody else.
    How: Correct the address; or add the website to the organisation it belongs to.
    """
    if "@" in text.text or "://" in text.text:
        for match in (*_EMAIL.finditer(text.text), *_HOST.finditer(text.text)):
            right = right_domain(match[1], register)
            if right is not None:
                yield _misspelt(text.field, match[0], match[1], right)


@rule("misspelt-contact", WARNING, CORRECT, "reference")
def misspelt_contact(entry: Entry, register: Register) -> Problems:
    """
    What: The domain of a contact's e-mail or web address is not a slip for one on file.
    Why: What people send there is lost, or is read by somebody else.
    How: Correct the address; or add the website to the organisation it belongs to.
    """
    if not isinstance(entry, Contact):
        return
    if entry.email and (right := right_domain(domain_of(entry.email), register)) is not None:
        yield _misspelt(("email",), entry.email, domain_of(entry.email), right)
    if entry.email and (meant := _slip_in_mailbox(entry.email, entry.name)):
        written, word = meant
        yield Problem(
            ("email",),
            f"“{written}” in the address {entry.email} looks like a slip for “{word}”.",
            "Correct the address.",
            entry.email,
        )
    if entry.address and _HALF_A_POSTCODE.fullmatch(entry.address[-1].strip()):
        yield Problem(
            ("address", len(entry.address) - 1),
            f"“{entry.address[-1]}” is not a whole postcode.",
            "Correct the address; a postcode ends with a figure and two letters.",
        )
    if entry.website and (host := site_meant(host_of(entry.website), register, 2)) is not None:
        yield _misspelt(("website",), entry.website, host_of(entry.website), host)


def _slip_in_mailbox(email: str, name: str) -> tuple[str, str] | None:
    """A part of a mailbox's name that is a slip for a word of the contact's name, with that word."""
    words = [word for word in re.findall(r"[a-z]{4,}", name.lower()) if word.isascii()]
    for part in re.findall(r"[a-z]{3,}", email.rpartition("@")[0].lower()):
        near = next((word for word in words if word[0] == part[0] and _is_slip(part, word)), None)
        if near and part not in words and not (near.startswith(part) or part.startswith(near)):
            return part, near
    return None


def _is_slip(written: str, word: str) -> bool:
    if min(len(written), len(word)) < 5:  # only a letter that is left out, said twice or out of its place
        return set(written) <= set(word) and slips(written, word) == 1
    return 0 < slips(written, word) <= (2 if len(word) > 8 else 1)


def _misspelt(field: tuple[str | int, ...], address: str, domain: str, right: str) -> Problem:
    meant = f"looks like a slip for `{right}`" if right else "has an ending that does not exist"
    hint = f"Write {address.replace(domain, right)}." if right else "Correct the address."
    return Problem(field, f"The address {address} {meant}.", hint, address)


_SHARED = frozenset({"gov.uk", "nhs.uk", "org.uk", "co.uk", "service.gov.uk", "gov.wales"})
"""Domains that are nobody's own: www.gov.uk is on file, and every council is below gov.uk."""


def own_domains(register: Register) -> set[str]:
    """The domains of the council and of the bodies on file."""
    sites = [body.website for body in register.organisations.values()]
    named = (*sites, register.site.main_site, register.site.base_url)
    return {host_of(address) for address in named if address} - _SHARED


@rule("telephone-digits", WARNING, CORRECT, "texts", ("0",))
def telephone_digits(text: PublishedText) -> Problems:
    """
    What: A telephone number in a text has as many digits as such a number has.
    Why: With a digit too few or too many nobody answers.
    How: Correct the number.
    """
    if "0" in text.text:
        for match in _NUMBER.finditer(text.text):
            if not _can_be_rung(match[0]):
                yield _wrong_number(text.field, match[0])


@rule("contact-digits", WARNING, CORRECT, "reference")
def contact_digits(entry: Entry) -> Problems:
    """
    What: The telephone number of a contact has as many digits as such a number has.
    Why: With a digit too few or too many nobody answers.
    How: Correct the number.
    """
    if isinstance(entry, Contact) and entry.telephone and not _can_be_rung(entry.telephone):
        yield _wrong_number(("telephone",), entry.telephone)


def _wrong_number(field: tuple[str | int, ...], number: str) -> Problem:
    return Problem(
        field,
        f"The telephone number {number} has too few or too many digits.",
        "Correct the number; most have 11 digits, with the 0 at the beginning.",
        number,
    )


def _can_be_rung(written: str) -> bool:
    """Whether a number of the United Kingdom can be as long as this; other numbers are let be."""
    number = re.sub(r"\+44\s*(?:\(0\))?", "0", _TEXT_RELAY.sub("", written.strip()))
    digits = re.sub(r"\D", "", number.split(" ext")[0])
    if not digits.startswith("0") or re.search(r"[a-z/,;]", number, re.I):
        return True
    if digits.startswith(("0800", "0500", "0845")):
        return len(digits) in (7, 8, 10, 11)
    return len(digits) == 11 or (len(digits) == 10 and digits[:5] in _FIVE_DIGITS)
