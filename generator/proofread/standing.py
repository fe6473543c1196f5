"""How an item of Articles 13 and 14 stands in a notice: stated, inherited, not applicable, missing.

An item is a small function that says where it comes from. Whether it is missing is for the rules
of the catalogue to say, so that the two can never contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.diagnostics import Location
from generator.model.data_use import DataUse
from generator.model.fields import DoesNotApply
from generator.model.register import Filed, Register
from generator.proofread.catalogue import RULES, Problem

State = Literal["stated", "inherited", "not-applicable", "missing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How an item stands. `reason` is a key of words, `given` fills it in; a tuple holds keys again."""

    state: State
    reason: str
    where: Location
    given: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)


Use = Filed[DataUse]
Stands = Callable[[Use, Register], Standing]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a notice must tell, with its paragraphs and the rules that report it as missing."""

    id: str
    article_13: str
    article_14: str
    rules: tuple[str, ...]
    stands: Stands


def standing(wanted: Item, use: Use, register: Register) -> Standing:
    """How one item stands in one notice: missing where a rule says so, else what its function says."""
    for name in wanted.rules:
        check = RULES[name].check
        if RULES[name].subject == "data-uses" and check:
            for problem in check(use, register):
                return _reported(name, problem, use)
    return wanted.stands(use, register)


def _reported(rule: str, problem: Problem, use: Use) -> Standing:
    said = {"rule": rule, "message": problem.message, "hint": problem.hint}
    return Standing("missing", "reported", use.document.locate(*problem.field), said)


def said_in(use: Use, way: str, said: Iterator[str] | tuple[str, ...]) -> Standing:
    """Stated in the record, in these words."""
    return Standing("stated", "said", use.document.locate(way), {"text": listed(said)})


def listed(said: Iterator[str] | tuple[str, ...]) -> str:
    """Texts in one line, each once."""
    return "; ".join(dict.fromkeys(text.rstrip(".") for text in said))


def not_needed(use: Use, reason: str, way: str = "", text: str = "") -> Standing:
    """Not applicable to this notice, for a reason."""
    where = use.document.locate(*([way] if way else []))
    return Standing("not-applicable", reason, where, {"text": listed((text,))})


def answered(use: Use, name: str, said: Iterator[str]) -> Standing:
    """An answer of three states; one that nobody gave is left to Part 3, which does not ask for it."""
    answer = getattr(use.record, name)
    if isinstance(answer, DoesNotApply):
        return not_needed(use, "said", name, answer.does_not_apply)
    return said_in(use, name, said) if answer else not_needed(use, "part-3")


def contact_of_site(register: Register, way: str, identifier: str) -> Standing:
    """A contact that the site names, or why nobody can be reached there."""
    where = register.site_document.locate(*way.split("."))
    contact = register.contacts.get(identifier)
    check = RULES["contact-reachable"].check
    if contact is None:
        return Standing("missing", "unknown", where, {"id": identifier, "rule": "unknown-id"})
    if check and list(check(contact, register)):
        return Standing("missing", "unreachable", where, {"name": contact.name, "rule": "contact-reachable"})
    return Standing("inherited", "contact", where, {"name": contact.name, "way": way})


def body_name(register: Register, identifier: str) -> str:
    """The name of an organisation, or its id where it is not known."""
    known = register.organisations.get(identifier)
    return known.name if known else identifier
