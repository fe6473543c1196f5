"""The items of Articles 13 and 14, one small function each: where a notice says it, or why it need not.

Whether an item is missing is for the rules of the catalogue to say (see `standing`), so that the
two can never contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.model.fields import DoesNotApply, entries
from generator.model.register import Register
from generator.model.rights import can_object, rights_of
from generator.proofread.catalogue import RULES
from generator.proofread.questions import joint_controllers, rests_on_consent, under_gdpr
from generator.proofread.standing import (
    Item,
    Standing,
    Stands,
    Use,
    answered,
    body_name,
    contact_of_site,
    listed,
    not_needed,
    said_in,
)

_BASIS = ("purposes-stated", "lawful-basis-stated")

ITEMS: dict[str, Item] = {}
"""Every item by its id, in the order of the law."""


def item(identifier: str, article_13: str, article_14: str, *rules: str) -> Callable[[Stands], Stands]:
    """Adds a function to the items."""

    def add(stands: Stands) -> Stands:
        ITEMS[identifier] = Item(identifier, article_13, article_14, rules, stands)
        return stands

    return add


@item("N01", "13(1)(a)", "14(1)(a)", "controller-current")
def _controller(use: Use, register: Register) -> Standing:
    named = tuple(body_name(register, controller.organisation) for controller in use.record.controllers)
    if named:
        return said_in(use, "controllers", named)
    identifier = register.site.controller
    where = register.site_document.locate("controller")
    if identifier not in register.organisations:
        return Standing("missing", "unknown", where, {"id": identifier, "rule": "unknown-id"})
    return Standing(
        "inherited", "contact", where, {"name": body_name(register, identifier), "way": "controller"}
    )


@item("N02", "13(1)(a)", "14(1)(a)")
def _representative(use: Use, _: Register) -> Standing:
    return not_needed(use, "uk-controller")


@item("N03", "13(1)(b)", "14(1)(b)", "contact-reachable")
def _officer(_: Use, register: Register) -> Standing:
    return contact_of_site(register, "data_protection_officer", register.site.data_protection_officer)


@item("N04", "13(1)(c)", "14(1)(c)", "purposes-stated")
def _purposes(use: Use, _: Register) -> Standing:
    return said_in(use, "purposes", (purpose.purpose for purpose in use.record.purposes))


@item("N05", "13(1)(c)", "14(1)(c)", *_BASIS, "statute-named", "condition-stated", "schedule-1-named")
def _basis(use: Use, _: Register) -> Standing:
    bases = tuple(f"basis.{purpose.lawful_basis}.name" for purpose in use.record.purposes)
    return Standing("stated", "said", use.document.locate("purposes"), {"text": tuple(dict.fromkeys(bases))})


@item("N06", "13(1)(d)", "14(2)(b)", *_BASIS, "legitimate-interests-stated")
def _interests(use: Use, _: Register) -> Standing:
    said = tuple(p.legitimate_interests for p in use.record.purposes if p.legitimate_interests)
    resting = any(p.lawful_basis == "legitimate-interests" for p in use.record.purposes)
    return said_in(use, "purposes", said) if resting else not_needed(use, "no-interests", "purposes")


@item("N07", "", "14(1)(d)", "data-categories-stated")
def _categories(use: Use, register: Register) -> Standing:
    known = register.categories
    names = (known[i.category].name if i.category in known else str(i.category) for i in use.record.data)
    return said_in(use, "data", names)


@item("N08", "13(1)(e)", "14(1)(e)", "recipients-stated")
def _recipients(use: Use, register: Register) -> Standing:
    named = (body_name(register, recipient.organisation) for recipient in entries(use.record.recipients))
    return answered(use, "recipients", named)


@item("N09", "13(1)(f)", "14(1)(f)", "transfers-stated", "transfer-mechanism")
def _transfers(use: Use, _: Register) -> Standing:
    return answered(use, "transfers", (transfer.country for transfer in entries(use.record.transfers)))


@item("N10", "13(2)(a)", "14(2)(a)", "purposes-stated", "retention-stated")
def _retention(use: Use, _: Register) -> Standing:
    kept = tuple(f"{r.records}: {r.keep}" for p in use.record.purposes for r in entries(p.retention))
    reasons = (p.retention for p in use.record.purposes if isinstance(p.retention, DoesNotApply))
    why = listed(reason.does_not_apply for reason in reasons)
    if kept:
        return said_in(use, "purposes", kept)
    return not_needed(use, "said", "purposes", why) if why else not_needed(use, "part-3")


@item("N11", "13(2)(b)", "14(2)(c)", *_BASIS, "rights-listed")
def _rights(use: Use, register: Register) -> Standing:
    every = (held for purpose in use.record.purposes for held in rights_of(purpose, use.record))
    held = tuple(dict.fromkeys(h.right for h in every if h.extent != "none"))
    return _from_list(use, register, *(right for right in held if not right.startswith("complain")))


def _from_list(use: Use, register: Register, *rights: str) -> Standing:
    """Rights that follow from the basis and take their words from the list of rights."""
    for right in rights:
        if right not in register.rights:
            where = register.site_document.locate()
            return Standing("missing", "not-in-list", where, {"id": right, "rule": "rights-listed"})
    names = listed(register.rights[right].name for right in rights)
    return Standing("inherited", "rights", use.document.locate("purposes"), {"text": names})


@item("N12", "13(2)(c)", "14(2)(d)", *_BASIS, "consent-withdrawal")
def _withdrawal(use: Use, _: Register) -> Standing:
    resting = [purpose for purpose in use.record.purposes if rests_on_consent(purpose)]
    said = tuple(purpose.withdraw_consent for purpose in resting if purpose.withdraw_consent)
    if said:
        return said_in(use, "purposes", said)
    return not_needed(use, "part-3" if resting else "no-consent", "purposes")


@item("N13", "13(2)(ca)", "14(2)(da)", "complaint-rights-listed", "complaint-means", "contact-reachable")
def _complaint_to_us(_: Use, register: Register) -> Standing:
    check = RULES["complaint-means"].check
    for problem in check(register.site, register) if check else ():
        said = {"rule": "complaint-means", "message": problem.message, "hint": problem.hint}
        return Standing("missing", "reported", register.site_document.locate(*problem.field), said)
    return _complaint(register, "complain-to-us", "complaints.contact", register.site.complaints.contact)


@item("N14", "13(2)(d)", "14(2)(e)", "complaint-rights-listed", "contact-reachable")
def _complaint_to_regulator(_: Use, register: Register) -> Standing:
    contact = register.site.regulator_contact
    return _complaint(register, "complain-to-regulator", "regulator_contact", contact)


def _complaint(register: Register, right: str, way: str, contact: str) -> Standing:
    if right not in register.rights:
        said = {"id": right, "rule": "complaint-rights-listed"}
        return Standing("missing", "not-in-list", register.site_document.locate(), said)
    return contact_of_site(register, way, contact)


@item("N15", "", "14(2)(f)", "data-categories-stated", "source-stated", "public-source-stated")
def _source(use: Use, register: Register) -> Standing:
    named = [body_name(register, name) for entry in use.record.data for name in entry.from_organisations]
    named += [entry.from_others for entry in use.record.data if entry.from_others]
    if named:
        return said_in(use, "data", tuple(named))
    return not_needed(use, "all-from-people" if use.record.from_people else "part-3", "data")


@item("N16", "13(2)(e)", "", "data-categories-stated", "requirement-stated")
def _requirement(use: Use, _: Register) -> Standing:
    asked = [entry.required for entry in use.record.data if entry.from_you and entry.required]
    kinds = tuple(f"requirement.{a.kind}" for a in asked if not isinstance(a, DoesNotApply))
    reasons = tuple(answer.does_not_apply for answer in asked if isinstance(answer, DoesNotApply))
    where = use.document.locate("data")
    if kinds:
        return Standing("stated", "said", where, {"text": tuple(dict.fromkeys(kinds))})
    if reasons:
        return not_needed(use, "said", "data", listed(reasons))
    return not_needed(use, "part-3" if use.record.from_people else "none-from-people", "data")


@item("N17", "13(2)(f)", "14(2)(g)", "automated-decisions-stated", "automated-safeguards")
def _automated(use: Use, _: Register) -> Standing:
    decided = (decision.decision for decision in entries(use.record.automated_decisions))
    return answered(use, "automated_decisions", decided)


@item("N18", "13(3)", "14(4)")
def _new_purpose(use: Use, _: Register) -> Standing:
    told = tuple(f"{change.date.isoformat()}: {change.what or change.why}" for change in use.record.changes)
    return said_in(use, "changes", told) if told else not_needed(use, "no-change")


@item("N19", "21(4)", "21(4)", *_BASIS, "rights-listed")
def _objection(use: Use, register: Register) -> Standing:
    if not can_object(use.record):
        return not_needed(use, "no-objection", "purposes")
    return _from_list(use, register, "object")


@item("N20", "26(2)", "26(2)", "joint-arrangement")
def _arrangement(use: Use, register: Register) -> Standing:
    if use.record.joint_arrangement:
        return said_in(use, "joint_arrangement", (use.record.joint_arrangement,))
    joint = joint_controllers(use.record, register) and not under_gdpr(use.record)
    return not_needed(use, "part-3" if joint else "one-controller")


@item("N21", "", "14(7)", "article-14-exception-safeguards", "article-14-factors")
def _exception(use: Use, _: Register) -> Standing:
    relied = use.record.article_14_exception
    if relied is None:
        return not_needed(use, "no-exception")
    where = use.document.locate("article_14_exception")
    return Standing("stated", "said", where, {"text": (f"article_14.{relied.exception}",)})
