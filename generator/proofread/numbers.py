"""Telephone numbers that everybody knows, and slips for them."""

from __future__ import annotations

import re
from collections import Counter

from generator.model.reference import Contact, Entry
from generator.model.register import Register
from generator.proofread.addresses import CORRECT
from generator.proofread.catalogue import WARNING, Problem, Problems, rule
from generator.proofread.on_demand import on_demand
from generator.proofread.once import once
from generator.proofread.texts import PublishedText

NATIONAL = {
    "03031231113": "the Information Commission",
    "03003035678": "the National Data Opt-Out",
    "08088000082": "the Equality Advisory and Support Service",
    "03000610614": "the Local Government and Social Care Ombudsman",
    "03000616161": "the Care Quality Commission",
    "08001111": "Childline",
}
"""Numbers of national bodies on which notices rely (as at November 2026)."""

_OTHERS = frozenset({"03031231114", "03031231115", "03304146421", "03304146420"})
"""Numbers that differ little from those and are right as well."""

DEAD = {"01625545700": "03031231113", "01625545740": "03031231113", "01625545745": "03031231113"}
"""Numbers that were given up, with the one that took their place."""

_NUMBER = on_demand(r"(?<![\w./-])0(?:[38]\d{2}|1625)(?: ?\d){4,8}(?!\w)")


@rule("misspelt-number", WARNING, CORRECT, "texts", ("03", "08", "01625"))
def misspelt_number(text: PublishedText) -> Problems:
    """
    What: A telephone number is not a slip for one of a national body that notices rely on.
    Why: With two digits changed over, people reach a stranger, or nobody.
    How: Correct the number.
    """
    if text.name not in ("evidence", "reference"):
        for match in _NUMBER.finditer(text.text):
            yield from _slips(text.field, match[0])


@rule("misspelt-contact-number", WARNING, CORRECT, "reference")
def misspelt_contact_number(entry: Entry, register: Register) -> Problems:
    """
    What: The number of a contact is not a slip for one of a national body, nor one that was given up, and
        begins as the others of the council do.
    Why: With two digits changed over, people reach a stranger, or nobody.
    How: Correct the number.
    """
    if isinstance(entry, Contact) and entry.telephone:
        yield from _slips(("telephone",), entry.telephone)
        begins = _beginning(entry.telephone)
        usual = next((one for one, times in _beginnings(register).items() if times >= _USUAL), begins)
        if begins != usual and sorted(begins) == sorted(usual):
            yield Problem(
                ("telephone",),
                f"{entry.telephone} begins with {begins}, and the other numbers with {usual}.",
                "Ring the number, and correct it.",
                entry.telephone,
            )


_USUAL = 5
"""Numbers that begin alike, from which on another order of the same digits is a slip."""


def _beginning(telephone: str) -> str:
    return re.sub(r"\D", "", telephone)[:8]


@once
def _beginnings(register: Register) -> Counter[str]:
    contacts = register.contacts.values()
    return Counter(_beginning(contact.telephone) for contact in contacts if contact.telephone)


def _slips(field: tuple[str | int, ...], written: str) -> Problems:
    digits = re.sub(r"\D", "", written)
    if digits in NATIONAL or digits in _OTHERS:
        return
    for right, body in NATIONAL.items():
        given_up = DEAD.get(digits) == right
        if given_up or _is_slip(digits, right):
            looks = "was given up; it is now" if given_up else "looks like a slip for"
            yield Problem(
                field,
                f"{written} {looks} {_spoken(right)}, the number of {body}.",
                "Correct the number.",
                written,
            )


def _is_slip(written: str, right: str) -> bool:
    """Whether two numbers differ by one digit, or by two neighbours that have changed places."""
    if len(written) != len(right):
        return False
    wrong = [at for at in range(len(right)) if written[at] != right[at]]
    swapped = len(wrong) == 2 and wrong[1] - wrong[0] == 1 and written[wrong[0]] == right[wrong[1]]
    return len(wrong) == 1 or (swapped and written[wrong[1]] == right[wrong[0]])


def _spoken(digits: str) -> str:
    return " ".join((digits[:4], digits[4:7], digits[7:])).strip()
