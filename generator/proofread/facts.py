"""Facts that expire: contacts, facts, organisations and laws that are past their day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.config import Site
from generator.load.documents import FieldPath
from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.opt_out import OptOut
from generator.model.record import Record
from generator.model.reference import Checked, Contact, Entry, Fact, Law, Organisation
from generator.model.references import ids_in, references
from generator.model.register import Filed, Register
from generator.proofread.catalogue import ERROR, WARNING, Problem, Problems, rule
from generator.proofread.choices import GRACE

ACCURATE = "UK GDPR Article 5(1)(d); facts that expire"


def _called(entry: Entry) -> str:
    return f"“{getattr(entry, 'name', None) or getattr(entry, 'label', entry.id)}”"


def _due(entry: Entry) -> date | None:
    return entry.check_by if isinstance(entry, Checked) else None


def _late(entry: Entry, register: Register) -> timedelta:
    due = _due(entry)
    return register.today - due if due else timedelta(0)


@rule("check-due", WARNING, ACCURATE, "reference")
def check_due(entry: Entry, register: Register) -> Problems:
    """
    What: A fact, contact or organisation is checked again by the day that was set.
    Why: Telephone numbers, addresses and names change, and people rely on them.
    How: Check it, and then set `checked` and `check_by`; after 30 days it is an error.
    """
    if timedelta(0) < _late(entry, register) <= GRACE:
        yield Problem(
            ("check_by",),
            f"The check of {_called(entry)} was due on {_due(entry)}.",
            "Check it, and then set `checked` and `check_by`.",
        )


@rule("check-overdue", ERROR, ACCURATE, "reference")
def check_overdue(entry: Entry, register: Register) -> Problems:
    """
    What: The check of a fact, contact or organisation is at most 30 days late.
    Why: Nobody knows any more whether what is printed is true.
    How: Check it, and then set `checked` and `check_by`.
    """
    if _late(entry, register) > GRACE:
        yield Problem(
            ("check_by",),
            f"The check of {_called(entry)} was due on {_due(entry)}, more than 30 days ago.",
            "Check it, and then set `checked` and `check_by`.",
        )


@rule("check-dates-stated", WARNING, ACCURATE, "reference")
def check_dates_stated(entry: Entry) -> Problems:
    """
    What: A fact or contact says when it was checked and by when it is checked again.
    Why: Without dates nobody is reminded, and a number that has died stays on every page.
    How: Add `checked` and `check_by`.
    """
    if not isinstance(entry, Fact | Contact):
        return
    missing = [f"`{name}`" for name in ("checked", "check_by") if getattr(entry, name) is None]
    if missing:
        yield Problem(
            ("id",), f"Nothing says when {_called(entry)} is checked.", f"Add {' and '.join(missing)}."
        )


@rule("check-dates", ERROR, ACCURATE, "reference")
def check_dates(entry: Entry, register: Register) -> Problems:
    """
    What: The last check is not in the future, and the next one comes after it.
    Why: One of the dates is wrong, so the fact would not be checked in time.
    How: Correct `checked` or `check_by`.
    """
    if not isinstance(entry, Checked) or entry.checked is None:
        return
    if entry.checked > register.today:
        yield Problem(
            ("checked",), f"{_called(entry)} is checked on a day that is still to come.", "Correct `checked`."
        )
    elif entry.check_by and entry.check_by <= entry.checked:
        yield Problem(
            ("check_by",), f"The next check of {_called(entry)} is dated before the last one.", "Correct it."
        )


@rule("organisation-ended", ERROR, ACCURATE, "data-uses")
def organisation_ended(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: No organisation that has ended gets data or decides about it.
    Why: The notice would send people to a body that does not exist.
    How: Name the body that took its place, or take the entry out.
    """
    named = [(("recipients", n), r.organisation) for n, r in enumerate(entries(filed.record.recipients))]
    named += [
        (("controllers", n), controller.organisation)
        for n, controller in enumerate(filed.record.controllers)
        if controller.end is None or controller.end >= register.today
    ]
    for way, identifier in named:
        yield from _ended((*way, "organisation"), identifier, register)


@rule("choice-holder-ended", ERROR, ACCURATE, "opt-outs")
def choice_holder_ended(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: No organisation that has ended keeps a choice on record.
    Why: People would look for their choice at a body that does not exist.
    How: Name the body that took its place in `held_by`.
    """
    if filed.record.held_by:
        yield from _ended(("held_by",), filed.record.held_by, register)


@rule("publisher-ended", ERROR, ACCURATE, "site")
def publisher_ended(site: Site, register: Register) -> Problems:
    """
    What: The controller and the regulator of the site exist today.
    Why: Every notice names them, and people complain to them.
    How: Name the body that took its place in site.yaml.
    """
    for name in ("controller", "regulator"):
        yield from _ended((name,), getattr(site, name), register)


def _ended(way: tuple[str | int, ...], identifier: str, register: Register) -> Problems:
    body = register.organisations.get(identifier)
    if not isinstance(body, Organisation) or body.end is None or body.end >= register.today:
        return
    successor = register.organisations.get(body.succeeded_by or "")
    hint = (
        f"{successor.name} took its place: write `{successor.id}`."
        if successor
        else "Name who took its place."
    )
    yield Problem(way, f"{body.name} ended on {body.end}, but is still named here.", hint)


@rule("law-repealed", ERROR, "Facts that expire: the law in force today", "records")
def law_repealed(filed: Filed[Record], register: Register) -> Problems:
    """
    What: No record that holds today rests on a law that has been repealed.
    Why: A repealed law gives no task, duty or power.
    How: Name the law that took its place.
    """
    for way, law in _laws_named(filed, register):
        if law.repealed_on and law.repealed_on <= register.today and filed.stage.is_current:
            later = register.laws.get(law.replaced_by or "")
            yield Problem(
                way,
                f"{law.title} was repealed on {law.repealed_on}.",
                f"{later.title} took its place: write `{later.id}`." if later else "Name the law in force.",
            )


@rule("law-not-in-force", WARNING, "Facts that expire: the law in force today", "records")
def law_not_in_force(filed: Filed[Record], register: Register) -> Problems:
    """
    What: No record that holds today rests on a law that is not in force yet.
    Why: It gives no task, duty or power before that day.
    How: Name the law in force, or publish the record on that day with `publish_on`.
    """
    for way, law in _laws_named(filed, register):
        if law.in_force_from and law.in_force_from > register.today and filed.stage.is_current:
            yield Problem(
                way,
                f"{law.title} comes into force only on {law.in_force_from}.",
                "Name the law in force today.",
            )


def _laws_named(filed: Filed[Record], register: Register) -> Iterator[tuple[FieldPath, Law]]:
    """The laws of our list that a record names and that do not hold on every day, with the way to each."""
    named = (identifier for collection, identifier in ids_in(filed.record) if collection == "laws")
    laws = [law for law in map(register.laws.get, named) if law and (law.repealed_on or law.in_force_from)]
    if laws:
        for way, identifier in references(filed.record):
            yield from ((way, law) for law in laws if identifier.target == "laws" and identifier == law.id)


_OF_CONTACT = ("telephone", "email", "website", "hours")


@rule("fact-and-contact-agree", WARNING, ACCURATE, "reference")
def fact_and_contact_agree(entry: Entry, register: Register) -> Problems:
    """
    What: A fact such as `ndoo-hours` says the same as the hours of the contact `ndoo`.
    Why: One page prints the fact and another the contact, and people ring when nobody answers.
    How: Check at the source which of them is right, and correct the other.
    """
    name, _, field = entry.id.rpartition("-")
    contact = register.contacts.get(name) if isinstance(entry, Fact) and field in _OF_CONTACT else None
    told = getattr(contact, field, None)
    if isinstance(entry, Fact) and told and "".join(told.split()) != "".join(entry.value.split()):
        yield Problem(
            ("value",),
            f"“{entry.value}”, but the contact `{name}` says “{told}”.",
            "Check at the source which of them is right, and correct the other.",
        )
