"""Facts of one notice that name what the notice does not have: data, a recipient, a second controller."""

from __future__ import annotations

import re

from generator.model.data_use import DataItem, DataUse, Requirement
from generator.model.fields import entries, stated
from generator.model.register import Filed, Register
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.questions import items


@rule("recipient-data-held", WARNING, "UK GDPR Articles 5(1)(d), 13(1)(e), 14(1)(d) and (e)", "data-uses")
def recipient_data_held(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A recipient gets only categories of data that the notice lists under `data`.
    Why: What goes out must have come in. Either the list of data has a gap, or the recipient gets less.
    How: Add the category to `data`, or take it out of the `data` of the recipient.
    """
    held = {item.category for item in filed.record.data}
    for number, recipient in enumerate(entries(filed.record.recipients) if held else ()):
        for at, category in enumerate(recipient.data):
            if category not in held:
                known = register.categories.get(category)
                yield Problem(
                    ("recipients", number, "data", at),
                    f"This recipient is said to get “{known.name if known else category}”, "
                    "which the notice does not list among the data that you hold.",
                    "Add the category to `data`, or take it out here.",
                )


@rule("transfer-to-recipient", WARNING, "UK GDPR Articles 13(1)(e) and (f), 14(1)(e) and (f)", "data-uses")
def transfer_to_recipient(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Whoever receives data abroad stands among the recipients, or is a controller.
    Why: People are told where their data goes, and not that this body gets it; or the transfer was copied.
    How: Add the body to `recipients`, or correct `organisation` of the transfer.
    """
    known = {recipient.organisation for recipient in entries(filed.record.recipients)}
    known |= {controller.organisation for controller in filed.record.controllers}
    for number, transfer in enumerate(entries(filed.record.transfers) if known else ()):
        if transfer.organisation and transfer.organisation not in known:
            organisation = register.organisations.get(transfer.organisation)
            yield Problem(
                ("transfers", number, "organisation"),
                f"{organisation.name if organisation else transfer.organisation} receives data abroad, "
                "but does not stand among the recipients.",
                "Add it to `recipients`, or correct `organisation`.",
            )


@rule("joint-arrangement-needed", WARNING, "UK GDPR Article 26(1)", "data-uses")
def joint_arrangement_needed(filed: Filed[DataUse]) -> Problems:
    """
    What: An arrangement between joint controllers stands only where a second controller is named.
    Why: The page tells how two bodies share the work, and names one of them.
    How: Name all of them under `controllers`, or take `joint_arrangement` out.
    """
    use = filed.record
    joint = any(recipient.role == "joint-controller" for recipient in entries(use.recipients))
    if use.joint_arrangement and not joint and len({c.organisation for c in use.controllers}) < 2:
        yield Problem(
            ("joint_arrangement",),
            "This tells how joint controllers share the work, but no second controller is named.",
            "Name all of them under `controllers`, or take `joint_arrangement` out.",
        )


@rule("child-version-needed", WARNING, "UK GDPR Article 12(1); ICO: children and the UK GDPR", "data-uses")
def child_version_needed(filed: Filed[DataUse]) -> Problems:
    """
    What: A data use that leads to a page for children says that it is about children too.
    Why: One of the two answers is wrong, and what the law asks for children depends on it.
    How: Write `includes_children: yes`, or take `child_version` out.
    """
    if filed.record.child_version and filed.record.includes_children is False:
        yield Problem(
            ("child_version",),
            "There is a version for children, but `includes_children` says that the data is about none.",
            "Write `includes_children: yes`, or take `child_version` out.",
        )


@rule("requirement-of-giver", WARNING, "UK GDPR Article 13(2)(e)", "data-uses")
def requirement_of_giver(filed: Filed[DataUse]) -> Problems:
    """
    What: Data that people must give is data that comes from them.
    Why: "You must tell us" beside "we get it from others" leaves people wondering what to do.
    How: Write `from_you: yes`, or take `required` out.
    """
    for number, item in enumerate(filed.record.data):
        if isinstance(item.required, Requirement) and not item.from_you and _from_elsewhere(item):
            yield Problem(
                ("data", number, "required"),
                "People are told what happens if they do not give this, but it does not come from them.",
                "Write `from_you: yes`, or take `required` out.",
            )


def _from_elsewhere(item: DataItem) -> bool:
    return bool(item.from_organisations or item.from_others)


@rule("exception-needed", WARNING, "UK GDPR Article 14(5) to (7)", "data-uses")
def exception_needed(filed: Filed[DataUse]) -> Problems:
    """
    What: An exception of Article 14 is claimed only for data that comes from somebody else.
    Why: For what people give themselves Article 13 holds, which has no such exception.
    How: Say where the data comes from, or take `article_14_exception` out.
    """
    data = filed.record.data
    if filed.record.article_14_exception and data and not any(map(_from_elsewhere, data)):
        yield Problem(
            ("article_14_exception",),
            "Article 14 is about data from others, and all of this data comes from people themselves.",
            "Say where the data comes from, or take `article_14_exception` out.",
        )


_YEAR = on_demand(r"(?<!\d)20[0-4]\d(?!\d)")


@rule("assessment-year-fits", WARNING, "UK GDPR Articles 5(1)(d) and 35", "data-uses")
def assessment_year_fits(filed: Filed[DataUse]) -> Problems:
    """
    What: The reference of an impact assessment names no later year than the day it was signed off.
    Why: A reference is given before the work is done, so one of the two is a slip or was copied.
    How: Correct `reference` or `date` below `dpia`.
    """
    assessment = stated(filed.record.dpia)
    years = [int(year) for year in _YEAR.findall(assessment.reference)] if assessment else []
    if assessment and years and min(years) > assessment.date.year:
        yield Problem(
            ("dpia", "date"),
            f"The assessment {assessment.reference} is said to be signed off on {assessment.date}, "
            f"before the year of its reference.",
            "Correct `reference` or `date`.",
        )


@rule("assessment-agrees", WARNING, "UK GDPR Articles 5(1)(d) and 35", "data-uses")
def assessment_agrees(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: An impact assessment has the same day and address in a data use and in its project.
    Why: One assessment cannot be signed off twice; readers who follow one of the two find another.
    How: Correct `date` or `summary` in the one that is wrong.
    """
    assessment = stated(filed.record.dpia)
    projects = (register.public_benefit.get(slug) for slug in entries(filed.record.public_benefit))
    found = [e.dpia for project in projects if project for e in project.record.evaluations if e.dpia]
    same = [other for other in found if assessment and other.reference == assessment.reference]
    for name in ("date", "summary"):
        said = {getattr(other, name) for other in same} - {None}
        if said and getattr(assessment, name) and getattr(assessment, name) not in said:
            yield Problem(
                ("dpia", name),
                f"The project gives another `{name}` for the same assessment: {next(iter(said))}.",
                f"Correct `{name}` in the one that is wrong.",
            )


_NEVER_OPEN = on_demand(r"\b(?:NHS|National Insurance|passport) numbers?\b|\bbank\b", re.I)


@rule("care-records-public", REVIEW, "UK GDPR Articles 9(1) and 14(2)(f); common law", "data-uses")
def care_records_public(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Care records, bank details and the like are not said to come from a source open to the public.
    Why: `publicly_available: yes` is nearly always a slip here, and it would tell people that anyone can
        read their records.
    How: Write `publicly_available: no`; if somebody made it public, accept this with the reason.
    """
    for number, item, category in items(filed.record, register):
        private = category.health_or_care != "none" or _NEVER_OPEN.search(category.name)
        if private and item.publicly_available and _from_elsewhere(item):
            yield Problem(
                ("data", number, "publicly_available"),
                f"“{category.name}” is said to come from a source that anybody can read.",
                "Write `publicly_available: no`, or accept this with the reason.",
            )


@rule("contact-of-service", REVIEW, "UK GDPR Articles 5(1)(a) and 12(2)", "data-uses")
def contact_of_service(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: A notice does not send people to the contact of another service.
    Why: A copied notice keeps the other team's telephone number, and people ring the wrong office.
    How: Name the contact of its own service; if another team answers for it, accept this with the reason.
    """
    services = register.services
    own = services.get(filed.record.service or "")
    contact = filed.record.contact
    if own is None or not own.contact or not contact or contact == own.contact:
        return
    other = next((service for service in services.values() if service.contact == contact), None)
    if other:
        yield Problem(
            ("contact",),
            f"This is the contact of the service “{other.name}”; the notice belongs to “{own.name}”.",
            f"Write `contact: {own.contact}`, or accept this with the reason.",
        )


_REGULATION = on_demand(r"(?<![\d(])(\d{1,2})(?:[A-Z]|\b)")
_ON_MARKETING = range(19, 25)


@rule("marketing-law-fits", WARNING, "PECR 2003, regulations 19 to 24; UK GDPR Article 21(2)", "data-uses")
def marketing_law_fits(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Direct marketing is marked as such where the law on it is cited, and cites the regulation on it.
    Why: People can stop direct marketing without reasons, and the page says so only where it is marked.
    How: Write `direct_marketing: yes`, or correct the regulation: e-mail and text are regulation 22.
    """
    for number, purpose in enumerate(filed.record.purposes):
        for at, named in enumerate(purpose.laws):
            law = register.laws.get(named.law)
            cited = [int(n) for n in _REGULATION.findall(named.section or "")]
            if law is None or "Electronic Communications" not in law.title or not cited:
                continue
            about_it = any(regulation in _ON_MARKETING for regulation in cited)
            if about_it and not purpose.direct_marketing:
                yield Problem(
                    ("purposes", number, "direct_marketing"),
                    f"This purpose cites {named.section}, which is about direct marketing, "
                    "and is not marked as direct marketing.",
                    "Write `direct_marketing: yes`, or correct the regulation.",
                )
            elif purpose.direct_marketing and not about_it:
                yield Problem(
                    ("purposes", number, "laws", at, "section"),
                    f"Direct marketing is in regulations 19 to 24, and not in {named.section}.",
                    "Correct the regulation; e-mail and text messages are regulation 22.",
                )
