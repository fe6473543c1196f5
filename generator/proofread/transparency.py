"""What a notice must tell people of the data: UK GDPR Articles 13 and 14, item by item.

A notice is judged together with what it inherits from the site: a service's page that says
nothing of the DPO is complete where site.yaml names one.
"""

from __future__ import annotations

import re

from generator.model.data_use import DataUse
from generator.model.fields import LawReference, entries, stated
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.questions import called, open_question, says_not, under_gdpr


@rule("purposes-stated", ERROR, "UK GDPR Article 13(1)(c), 14(1)(c); DPA 2018 s.44(1)(c)", "data-uses")
def purposes_stated(filed: Filed[DataUse]) -> Problems:
    """
    What: Every data use says what the data is used for.
    Why: People have a right to know why you have their data; everything else in the notice follows from it.
    How: Add `purposes`, each beginning with a verb, for example "Work out your bill".
    """
    if not filed.record.purposes:
        yield Problem((), "This data use does not say what the data is used for.", "Add `purposes`.")


@rule("lawful-basis-stated", ERROR, "UK GDPR Article 13(1)(c), 14(1)(c)", "data-uses")
def lawful_basis_stated(filed: Filed[DataUse]) -> Problems:
    """
    What: Every purpose has a lawful basis.
    Why: The notice must say what allows the use, and people's rights follow from it.
    How: Add `lawful_basis`, for example `public-task` or `legal-obligation`.
    """
    for number, purpose in enumerate(filed.record.purposes):
        if purpose.lawful_basis is None:
            yield Problem(
                ("purposes", number),
                f"{called(purpose)} does not say what its lawful basis is.",
                "Add `lawful_basis`, for example `public-task`.",
            )


@rule("statute-named", WARNING, "UK GDPR Article 6(3), 13(1)(c)", "data-uses")
def statute_named(filed: Filed[DataUse]) -> Problems:
    """
    What: A purpose that rests on a public task or a legal obligation names the law that lays it down.
    Why: These bases exist only where a law gives the task or the duty; readers want to look it up.
    How: Add `laws` with the law and, if possible, the section.
    """
    for number, purpose in enumerate(filed.record.purposes):
        needs = purpose.lawful_basis in ("public-task", "legal-obligation", "law-enforcement")
        only_basis = purpose.lawful_basis == "public-task" and all(map(_is_the_basis, purpose.laws))
        if (needs and not purpose.laws) or only_basis:
            yield Problem(
                ("purposes", number),
                f"{called(purpose)} does not name the law that lays it down.",
                "Add `laws` with the law and its section.",
            )


def _is_the_basis(law: LawReference) -> bool:
    """Whether a reference only repeats the basis or the condition, and names no law behind it."""
    return bool(re.match(r"Art(?:icle|\.)? ?(?:6|9)\b", law.section or ""))


@rule("data-categories-stated", ERROR, "UK GDPR Article 14(1)(d), 30(1)(c)", "data-uses")
def data_categories_stated(filed: Filed[DataUse]) -> Problems:
    """
    What: Every data use says which data is used.
    Why: Without it nobody can tell what is held, where it comes from or whether extra conditions are needed.
    How: Add `data`, one entry for each category, with `from_you` or where else it comes from.
    """
    if not filed.record.data:
        yield Problem((), "This data use does not say which data it uses.", "Add `data`.")


@rule("people-stated", WARNING, "UK GDPR Article 30(1)(c)", "data-uses")
def people_stated(filed: Filed[DataUse]) -> Problems:
    """
    What: Every data use says whose data it is.
    Why: Readers first want to know whether a notice is about them.
    How: Add `people`, for example "People who apply for a badge".
    """
    if not filed.record.people:
        yield Problem((), "This data use does not say whose data it is.", "Add `people`.")


@rule("source-stated", ERROR, "UK GDPR Article 13, 14(2)(f)", "data-uses")
def source_stated(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Each kind of data says where it comes from: the person or somebody else.
    Why: People must be told the source of what they did not give themselves.
    How: Add `from_you: yes`, `from_organisations` or `from_others`.
    """
    for number, item in enumerate(filed.record.data):
        if under_gdpr(filed.record) and not item.from_you and not item.from_elsewhere:
            yield Problem(
                ("data", number),
                f"The data “{_name(item.category, register)}” does not say where it comes from.",
                "Add `from_you: yes`, `from_organisations` or `from_others`.",
            )


@rule("public-source-stated", WARNING, "UK GDPR Article 14(2)(f)", "data-uses")
def public_source_stated(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Data that comes from somebody else says whether the source is open to everyone.
    Why: People must be told if data about them was taken from a public source.
    How: Add `publicly_available: yes` or `publicly_available: no`.
    """
    for number, item in enumerate(filed.record.data):
        if under_gdpr(filed.record) and item.from_elsewhere and item.publicly_available is None:
            yield Problem(
                ("data", number),
                f"The data “{_name(item.category, register)}” does not say whether its source is public.",
                "Add `publicly_available: yes` or `publicly_available: no`.",
            )


@rule("requirement-stated", ERROR, "UK GDPR Article 13(2)(e)", "data-uses")
def requirement_stated(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Data that people give themselves says whether they must, and what happens if they do not.
    Why: People must be able to tell what they can leave out.
    How: Add `required` with `kind` and `without_it`, or `does_not_apply` with the reason.
    """
    for number, item in enumerate(filed.record.data):
        if under_gdpr(filed.record) and item.from_you and item.required is None:
            yield Problem(
                ("data", number),
                f"The data “{_name(item.category, register)}” does not say whether people must give it.",
                "Add `required` with `kind` and `without_it`, or `does_not_apply` with the reason.",
            )


@rule("recipients-stated", ERROR, "UK GDPR Article 13(1)(e), 14(1)(e)", "data-uses")
def recipients_stated(filed: Filed[DataUse]) -> Problems:
    """
    What: Every data use says who gets the data, or that nobody does.
    Why: A notice that says nothing leaves people to guess who else knows about them.
    How: Add `recipients`, or `recipients` with `does_not_apply` and the reason.
    """
    if under_gdpr(filed.record) and open_question(filed.record.recipients):
        yield Problem(
            ("recipients",),
            "This data use does not say who gets the data.",
            "Add `recipients`; if nobody does, write `does_not_apply` below it with the reason.",
        )


@rule("transfers-stated", ERROR, "UK GDPR Article 13(1)(f), 14(1)(f)", "data-uses")
def transfers_stated(filed: Filed[DataUse]) -> Problems:
    """
    What: Every data use says whether data goes abroad.
    Why: Data abroad is under other laws; people must be told where it goes and what protects it.
    How: Add `transfers`, or `transfers` with `does_not_apply` and the reason.
    """
    if under_gdpr(filed.record) and open_question(filed.record.transfers):
        yield Problem(
            ("transfers",),
            "This data use does not say whether data goes abroad.",
            "Add `transfers`; if none does, write `does_not_apply` below it with the reason.",
        )


@rule("transfer-mechanism", ERROR, "UK GDPR Articles 13(1)(f), 44A to 49", "data-uses")
def transfer_mechanism(filed: Filed[DataUse]) -> Problems:
    """
    What: Each transfer abroad says what makes it lawful, and safeguards say how to get a copy of them.
    Why: Data may leave the country only under approved rules; people can ask to see the safeguards.
    How: Add `mechanism`; with `safeguards-46` also `safeguard` and `copy_from`.
    """
    for number, transfer in enumerate(entries(filed.record.transfers)):
        missing = ["mechanism"] if transfer.mechanism is None else []
        if transfer.mechanism == "safeguards-46":
            missing = [name for name in ("safeguard", "copy_from") if getattr(transfer, name) is None]
        if missing and under_gdpr(filed.record):
            fields = " and ".join(f"`{name}`" for name in missing)
            yield Problem(
                ("transfers", number),
                f"The transfer to {transfer.country} does not say fully what makes it lawful.",
                f"Add {fields}.",
            )


@rule("recipient-abroad", REVIEW, "UK GDPR Article 13(1)(f), 44A", "data-uses")
def recipient_abroad(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: An organisation that gets the data and keeps it abroad appears among the transfers.
    Why: If the reference list says that it keeps data abroad, "no data leaves the country" may be untrue.
    How: Add it to `transfers`, or correct `country` in organisations.yaml.
    """
    use = filed.record
    told = {t.country for t in entries(use.transfers)} | {t.organisation for t in entries(use.transfers)}
    for number, recipient in enumerate(stated(use.recipients) or ()):
        organisation = register.organisations.get(recipient.organisation)
        if organisation is None or organisation.country == "United Kingdom":
            continue
        if not {organisation.id, organisation.country} & told:
            denied = says_not(use.transfers)
            yield Problem(
                ("transfers", "does_not_apply") if denied else ("recipients", number),
                f"{organisation.name} keeps data in {organisation.country}, but no transfer names it.",
                "Add it to `transfers`, or correct its `country` in organisations.yaml.",
            )


@rule("retention-stated", ERROR, "UK GDPR Article 13(2)(a), 14(2)(a)", "data-uses")
def retention_stated(filed: Filed[DataUse]) -> Problems:
    """
    What: Every purpose says how long each kind of record is kept, or by what criteria that is decided.
    Why: People have a right to know how long their data is held; a notice without it is incomplete.
    How: Add `retention` with `records` and `keep`, for example "6 years after the account closes".
    """
    for number, purpose in enumerate(filed.record.purposes):
        if under_gdpr(filed.record) and open_question(purpose.retention):
            yield Problem(
                ("purposes", number),
                f"{called(purpose)} does not say how long records are kept.",
                'Add `retention`, for example "6 years after the account closes".',
            )


def _name(category: str, register: Register) -> str:
    known = register.categories.get(category)
    return known.name if known else category
