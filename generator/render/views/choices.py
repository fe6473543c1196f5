"""The choices people have: the index of all, what each reaches, and the uses that have none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.data_use import DataUse, NationalDataOptOut
from generator.model.fields import DoesNotApply, entries
from generator.model.opt_out import Channel, OptOut
from generator.model.reference import Contact
from generator.model.register import Filed, Register
from generator.model.rights import can_object, can_withdraw
from generator.render.views.common import (
    Card,
    LawLine,
    Link,
    card,
    law_lines,
    link_to,
    organisation_link,
)


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """For one data use: which choices reach it, and why the others do not."""

    use: Link
    opt_out: NationalDataOptOut | None
    listed: tuple[Link, ...]
    none_because: str
    can_object: bool
    can_withdraw: bool


@dataclass(frozen=True, slots=True)
class ChoicesView:
    """The index of every choice, with one row for every data use."""

    choices: tuple[Card, ...]
    rows: tuple[ChoiceRow, ...]
    national: Link | None
    object: Link | None
    withdraw: Link | None


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A way to make the choice, with the contact's details."""

    channel: Channel
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """The page of one choice."""

    choice: OptOut
    held_by: Link | None
    channels: tuple[ChannelLine, ...]
    laws: tuple[LawLine, ...]
    reached: tuple[Link, ...]
    not_reached: tuple[tuple[Link, NationalDataOptOut], ...]


def choices_view(register: Register) -> ChoicesView:
    """Every choice and, for every data use, the answer to "can I say no?"."""
    choices = register.current(register.opt_outs.values())
    links = {choice.slug: link_to(choice) for choice in choices}
    by_reach = {choice.record.reach: links[choice.slug] for choice in choices}
    return ChoicesView(
        choices=tuple(card(choice) for choice in choices),
        rows=tuple(_row(links, use) for use in register.uses),
        national=by_reach.get("national-data-opt-out"),
        object=by_reach.get("right-to-object"),
        withdraw=by_reach.get("consent"),
    )


def _row(shown: Mapping[str, Link], filed: Filed[DataUse]) -> ChoiceRow:
    use = filed.record
    return ChoiceRow(
        use=link_to(filed),
        opt_out=use.national_data_opt_out,
        listed=tuple(shown[slug] for slug in entries(use.choices) if slug in shown),
        none_because=use.choices.does_not_apply if isinstance(use.choices, DoesNotApply) else "",
        can_object=can_object(use),
        can_withdraw=can_withdraw(use),
    )


def choice_view(register: Register, filed: Filed[OptOut]) -> ChoiceView:
    """One choice with its channels and the data uses it reaches."""
    choice = filed.record
    return ChoiceView(
        choice=choice,
        held_by=organisation_link(register, choice.held_by) if choice.held_by else None,
        channels=tuple(_channel(register, channel) for channel in choice.channels),
        laws=law_lines(register, choice.laws),
        reached=tuple(link_to(use) for use in register.uses_reached_by(filed.slug)),
        not_reached=tuple(_not_reached(register, filed)),
    )


def _channel(register: Register, channel: Channel) -> ChannelLine:
    return ChannelLine(channel, register.contacts.get(channel.contact or ""))


def _not_reached(register: Register, filed: Filed[OptOut]) -> Iterator[tuple[Link, NationalDataOptOut]]:
    """Health and care uses that the National Data Opt-Out is not applied to, each with its reason."""
    if filed.record.reach != "national-data-opt-out":
        return
    for use in register.uses:
        answer = use.record.national_data_opt_out
        if answer and answer.applies == "not-applied":
            yield link_to(use), answer
