"""Facts that answer a question: how long something is kept, who gets it, whether one can say no.

They are taken from the record alone: where it says nothing, there is no answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.data_use import DataUse
from generator.model.fields import DoesNotApply, entries
from generator.model.register import Register
from generator.model.rights import can_object, can_withdraw
from generator.render.prose import Prose
from generator.render.words import Words

Facts = Mapping[str, str]
"""What is stated, by the section of the page that states it (`keeping`, `sharing`, `choices`)."""

SECTIONS = ("keeping", "sharing", "choices")
"""The questions that are answered, in the order in which their answers are filed."""


def facts_of(register: Register, use: DataUse, words: Words, prose: Prose) -> Facts:
    """The facts that a data use states."""
    stated = {
        "keeping": "; ".join(_kept(use, prose)),
        "sharing": " ".join(_shared(register, use, prose)),
        "choices": " ".join(_choices(use, words, prose)),
    }
    return {section: text for section, text in stated.items() if text}


def _kept(use: DataUse, prose: Prose) -> Iterator[str]:
    for purpose in use.purposes:
        if isinstance(purpose.retention, DoesNotApply):
            yield prose.plain(purpose.retention.does_not_apply)
        for kept in entries(purpose.retention):
            yield prose.plain(f"{kept.records}: {kept.keep}")


def _shared(register: Register, use: DataUse, prose: Prose) -> Iterator[str]:
    if isinstance(use.recipients, DoesNotApply):
        yield prose.plain(use.recipients.does_not_apply)
    named = (register.organisations.get(recipient.organisation) for recipient in entries(use.recipients))
    names = dict.fromkeys(organisation.name for organisation in named if organisation)
    if names:
        yield f"{', '.join(names)}."


def _choices(use: DataUse, words: Words, prose: Prose) -> Iterator[str]:
    """The same short answer as on the page itself, and the reason where there is no choice."""
    by_consent = [purpose.lawful_basis == "consent" for purpose in use.purposes]
    opt_out = use.national_data_opt_out and use.national_data_opt_out.applies == "applied"
    if by_consent and all(by_consent):
        yield words("use.no_yes")
    elif can_withdraw(use):
        yield words("use.no_partly")
    elif entries(use.choices) or opt_out:
        yield words("use.no_choice")
    elif can_object(use):
        yield words("use.no_object")
    elif isinstance(use.choices, DoesNotApply):
        yield words("use.no_no")
    if isinstance(use.choices, DoesNotApply):
        yield prose.plain(use.choices.does_not_apply)
