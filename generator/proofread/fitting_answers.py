"""Answers that fit what stands beside them: a reason its explanation, a contact the words that lead there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.reference import Contact, Entry, Service
from generator.model.register import Filed, Register
from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.questions import items

POLICY = "National Data Opt-Out operational policy (DCB3058)"
_SAYS: Mapping[str, re.Pattern[str]] = {
    reason: on_demand(pattern, re.I)
    for reason, pattern in {
        "section-251": r"251|regulation|approv|support|opt(?:ed)?[ -]?out",
        "section-251-exempted": r"251|regulation|approv|support",
        "explicit-consent": r"consent|agree|permission|said yes|sign",
        "required-by-law": r"\blaws?\b|legal|\bAct\b|requir|must|order|court|direct|regulation|statut",
        "overriding-public-interest": r"interest|harm|danger|safe",
        "public-health-risk": r"outbreak|infect|disease|risk|public health|epidemic|virus|illness",
        "anonymised": r"anonym|nobody|no one|recognis|identif|count|table|total|figures|names|number",
        "individual-care": r"care|treat|support|help",
        "payment-or-invoice": r"pay|bill|invoice|charg|money|cost",
        "official-statistics": r"statistic",
        "not-health-or-care": r"\b(?:no|not|nothing|never|none|only|without|nor|about)\b|n['’]t\b",
        "childrens-services": r"child|young|school|pupil|famil|adopt|foster",
        "collected-for-research": r"research|stud(?:y|ies)|trial",
        "outside-england": r"Wales|Scotland|Ireland|England|abroad|outside",
        "risk-stratification": r"risk",
    }.items()
}
"""What an explanation of each reason cannot do without."""


@rule("opt-out-reason-explained", WARNING, POLICY, "data-uses")
def opt_out_reason_explained(filed: Filed[DataUse]) -> Problems:
    """
    What: The explanation of an answer on the National Data Opt-Out is about the reason that is given.
    Why: A reason and an explanation of another one show that nobody has decided which of them holds.
    How: Correct `reason`, or explain it.
    """
    answer = filed.record.national_data_opt_out
    needed = _SAYS.get(answer.reason) if answer else None
    if answer and needed and not needed.search(f"{answer.explanation} {answer.evidence or ''}"):
        yield Problem(
            ("national_data_opt_out", "reason"),
            f"The explanation says nothing of what `{answer.reason}` means.",
            "Correct `reason`, or explain it.",
        )


_OPEN_TO_ALL = on_demand(
    r"regist|publi|website|internet|online|social media|companies house|newspaper|news|press|open|electoral"
    r"|directory|gazette|valuation|maps?\b",
    re.I,
)


@rule("public-source-named", REVIEW, "UK GDPR Article 14(2)(f)", "data-uses")
def public_source_named(filed: Filed[DataUse], register: Register) -> Problems:
    """
    What: Data from a source that is open to everybody names such a source.
    Why: People want to know who can read about them. Most sources of a council are open to nobody.
    How: Name the register, website or newspaper in `from_others`, or write `publicly_available: false`.
    """
    for number, item, category in items(filed.record, register):
        bodies = [register.organisations.get(giver) for giver in item.from_organisations]
        if None in bodies:
            continue  # told as an unknown id; nobody knows what that body would have been
        named = " ".join(f"{body.name} {body.what_it_does}" for body in bodies if body)
        told = f"{item.from_others or ''} {named} {' '.join(item.includes)}"
        if item.publicly_available and not _OPEN_TO_ALL.search(told):
            yield Problem(
                ("data", number, "publicly_available"),
                f"“{category.name}” is said to come from a source open to everybody, and none is named.",
                "Name the source, or write `publicly_available: false`.",
            )


@rule("choice-held-by-us", WARNING, "UK GDPR Articles 7(3) and 21(1)", "opt-outs")
def choice_held_by_us(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: Objections and withdrawn consent are kept by the council that uses the data.
    Why: These rights are used with the controller; whoever else keeps a list of them cannot carry them out.
    How: Correct `held_by`, or `reach`.
    """
    choice, ours = filed.record, register.site.controller
    if choice.reach in ("consent", "right-to-object") and choice.held_by not in (None, ours):
        yield Problem(
            ("held_by",),
            "People object to you and withdraw the consent that they gave to you, so you keep this choice.",
            f"Write `held_by: {ours}`.",
        )


_NOT_TELLING = frozenset(
    {"team", "office", "desk", "service", "services", "council", "the", "and", "of", "for", "contact", "our"}
)


def _words(name: str) -> Set[str]:
    """The words of a name that tell it from others."""
    return frozenset(re.findall(r"[a-z]{3,}", name.lower())) - _NOT_TELLING


@once
def _contacts(register: Register) -> Mapping[str, Set[str]]:
    """The telling words of every contact's name, by its id."""
    return {contact.id: _words(contact.name) for contact in register.contacts.values()}


def _meant(told: Set[str], given: str, register: Register) -> Iterator[Contact]:
    """Contacts that words name in full, where they name nothing of the one that is given."""
    known = _contacts(register)
    if not told & known.get(given, told):
        for identifier, words in known.items():
            if words and words <= told:
                yield register.contacts[identifier]


@rule("service-contact-fits", WARNING, "UK GDPR Articles 5(1)(d) and 12(2)", "reference")
def service_contact_fits(entry: Entry, register: Register) -> Problems:
    """
    What: A service that has a contact of its own name does not send people to another one.
    Why: Every notice of that service takes the contact from here, and people ring the wrong office.
    How: Correct `contact`.
    """
    if isinstance(entry, Service) and entry.contact:
        for meant in _meant(_words(entry.name), entry.contact, register):
            yield Problem(
                ("contact",),
                f"The service “{entry.name}” sends people to `{entry.contact}`, and there is `{meant.id}`.",
                f"Write `contact: {meant.id}`, or accept this with the reason.",
            )
            return


@rule("channel-contact-fits", WARNING, "UK GDPR Articles 7(3) and 12(2)", "opt-outs")
def channel_contact_fits(filed: Filed[OptOut], register: Register) -> Problems:
    """
    What: A way to make a choice leads to the contact that its words name.
    Why: The page prints the contact under the words, and people ring an office that knows nothing of it.
    How: Correct `contact`, or `how`.
    """
    for number, channel in enumerate(filed.record.channels):
        for meant in _meant(_words(channel.how), channel.contact, register) if channel.contact else ():
            yield Problem(
                ("channels", number, "contact"),
                f"The words lead to “{meant.name}”, and the contact is `{channel.contact}`.",
                f"Write `contact: {meant.id}`, or correct the words.",
            )
            break
