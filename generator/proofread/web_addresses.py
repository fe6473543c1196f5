"""Web addresses that are gone, or that only people inside the council can open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.config import Site
from generator.load.documents import FieldPath
from generator.model.data_use import DataUse
from generator.model.fields import stated
from generator.model.opt_out import OptOut
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.model.reference import Entry
from generator.model.register import Filed, Register
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText

OPEN = "UK GDPR Articles 5(1)(d), 12(1) and 13(1)"
_GONE = {
    "ico.gov.uk": "ico.org.uk",
    "informationcommissioner.gov.uk": "ico.org.uk",
    "dataprotection.gov.uk": "ico.org.uk",
    "direct.gov.uk": "www.gov.uk",
    "businesslink.gov.uk": "www.gov.uk",
    "hscic.gov.uk": "www.england.nhs.uk",
    "ic.nhs.uk": "www.england.nhs.uk",
    "hpa.org.uk": "www.gov.uk",
    "phe.gov.uk": "www.gov.uk",
    "nhsdirect.nhs.uk": "111.nhs.uk",
    "audit-commission.gov.uk": "www.gov.uk",
    "communities.gov.uk": "www.gov.uk",
    "odpm.gov.uk": "www.gov.uk",
    "dcsf.gov.uk": "www.gov.uk",
    "dfes.gov.uk": "www.gov.uk",
    "dh.gov.uk": "www.gov.uk",
    "crb.gov.uk": "www.gov.uk",
    "crb.homeoffice.gov.uk": "www.gov.uk",
    "isa-gov.org.uk": "www.gov.uk",
    "opsi.gov.uk": "www.legislation.gov.uk",
    "hmso.gov.uk": "www.legislation.gov.uk",
    "statutelaw.gov.uk": "www.legislation.gov.uk",
    "privacyshield.gov": "www.dataprivacyframework.gov",
    "ec.europa.eu/consumers/odr": "no address at all, because that service was closed in 2025",
}
"""Hosts that answer no more, or only by sending people on, with where the body is found now."""

_INSIDE = on_demand(
    r"^(?:localhost|127\.|10\.\d|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^(?:intranet|staff|staffnet|dev"
    r"|test|uat|staging)\.|\.(?:local|internal|lan|corp|intranet|localhost)$|^[^.]+$|\bintranet\b"
    r"|\.sharepoint\.com$",
    re.I,
)
_URL = on_demand(r"(?:https?|file)://[^\s)\]\"'<>]+|\bwww\.[\w.-]+\.[a-z]{2,}", re.I)
_FIELDS = ("website", "address", "source", "value")


def _wrong(address: str) -> tuple[str, str] | None:
    """What is wrong with an address, and what to write instead."""
    parts = urlsplit(address if "://" in address else f"https://{address}")
    host = (parts.hostname or "").removeprefix("www.")
    instead = _GONE.get(host) or _GONE.get(f"{host}{parts.path}".rstrip("/"))
    if instead:
        return "is gone", f"Look the page up again; that body is now at {instead}."
    if parts.scheme == "file" or (host and _INSIDE.search(host)):
        return "opens only inside the council", "Publish it on your website, and write that address."
    return None


def _told(way: FieldPath, address: object) -> Iterator[Problem]:
    wrong = _wrong(str(address)) if isinstance(address, str) and address else None
    if wrong:
        yield Problem(way, f"The address {address} {wrong[0]}.", wrong[1], str(address))


@rule("address-on-file-works", WARNING, OPEN, "reference")
def address_on_file_works(entry: Entry) -> Problems:
    """
    What: A web address in a reference list is not one that was given up, or one for staff only.
    Why: People who follow it find nothing, or a page of somebody else.
    How: Look the page up again and write its address of today.
    """
    for field, address in addresses_of_entry(entry):
        yield from _told((field,), address)


def addresses_of_entry(entry: Entry) -> Iterator[tuple[str, str]]:
    """The web addresses in an entry of a reference list, each with its field."""
    for field in _FIELDS:
        address = getattr(entry, field, None)
        if isinstance(address, str) and _URL.match(address):
            yield field, address


@rule("address-in-record-works", WARNING, OPEN, "records")
def address_in_record_works(filed: Filed[Record]) -> Problems:
    """
    What: A web address in a field of a record is not one that was given up, or one for staff only.
    Why: People who follow it find nothing, or are asked to sign in.
    How: Publish the document on your website, and write that address.
    """
    for way, address in addresses_of_record(filed.record):
        yield from _told(way, address)


def addresses_of_record(record: Record) -> Iterator[tuple[FieldPath, str]]:
    """The web addresses in fields of a record, each with the way to it."""
    for way, address in _addresses(record):
        if isinstance(address, str) and address:
            yield way, address


def _addresses(record: Record) -> Iterator[tuple[FieldPath, object]]:
    if isinstance(record, DataUse):
        for number, purpose in enumerate(record.purposes):
            for at, met in enumerate(purpose.conditions):
                yield ("purposes", number, "conditions", at, "policy_document"), stated(met.policy_document)
        yield ("dpia", "summary"), getattr(record.dpia, "summary", None)
    elif isinstance(record, OptOut):
        for number, channel in enumerate(record.channels):
            yield ("channels", number, "address"), channel.address
    elif isinstance(record, PublicBenefit):
        for number, evaluation in enumerate(record.evaluations):
            yield ("evaluations", number, "dpia", "summary"), getattr(evaluation.dpia, "summary", None)
        for number, output in enumerate(record.outcome.outputs if record.outcome else ()):
            yield ("outcome", "outputs", number, "address"), output.address


@rule("address-in-text-works", WARNING, OPEN, "texts", ("://", "www."))
def address_in_text_works(text: PublishedText) -> Problems:
    """
    What: A web address in a text is not one that was given up, or one for staff only.
    Why: People who follow it find nothing, or a page of somebody else.
    How: Look the page up again and write its address of today.
    """
    if text.name not in _FIELDS:
        for match in _URL.finditer(text.text):
            yield from _told(text.field, match[0].rstrip(".,;"))


@rule("address-of-site-works", WARNING, OPEN, "site")
def address_of_site_works(site: Site, register: Register) -> Problems:
    """
    What: The addresses in site.yaml are ones that the public can open.
    Why: Links to the site, its feed and its site map would lead to a computer inside the council.
    How: Write the public address; for a preview use `serve` or `--base-url`.
    """
    yield from _told(("base_url",), register.site_document.values.get("base_url"))
    yield from _told(("main_site",), site.main_site)
    yield from _told(("complaints", "form"), site.complaints.form)
