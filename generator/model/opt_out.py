"""An opt-out: one choice that people have, who holds it, what it does and how to make it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.config import ContactId, Day, OrganisationId, Part, Text, WebAddress
from generator.model.fields import Answer, LawReference, Nation
from generator.model.record import Record


class Channel(Part):
    """One way to make the choice."""

    kind: Literal["online", "app", "telephone", "email", "post", "in-person"] = Field(
        description="What sort of way it is; all but online, app and email need no internet."
    )
    how: Text = Field(description="What to do, step by step if need be.")
    contact: ContactId | None = Field(None, description="Contact from contacts.yaml, with its details.")
    address: WebAddress | None = Field(None, description="Web address, where the way is online.")

    @property
    def needs_internet(self) -> bool:
        """Whether it leaves out people who are not online."""
        return self.kind in ("online", "app", "email")


class Age(Part):
    """From which age people may make the choice themselves."""

    years: int = Field(ge=0, le=130, description="Age in years.")
    explanation: Text = Field(description="The rule in plain words.")


class Compliance(Part):
    """The body's own compliance as dated facts, from which the sentence is made."""

    status: Literal["compliant", "not-yet", "not-applicable"] = Field(description="Where we stand.")
    as_of: Day | None = Field(None, description="The day this was checked.")
    next_check: Day | None = Field(None, description="The day by which it is checked again.")
    owner: Text | None = Field(None, description="Role that answers for it.")
    scope: Text | None = Field(None, description="Which services and releases were looked at.")
    uses_checked: int | None = Field(None, ge=0, description="How many data uses were looked at.")
    uses_in_scope: int | None = Field(None, ge=0, description="How many of them the opt-out is applied to.")
    releases_checked: int | None = Field(
        None, ge=0, description="How many releases of data were checked since the last time."
    )
    method: Text | None = Field(None, description="How opted-out people are taken out.")


class OptOut(Record):
    """One choice."""

    reach: Literal["listed", "national-data-opt-out", "right-to-object", "consent"] = Field(
        "listed",
        description="How its data uses are found: those that list it, or those that its name says.",
    )
    stops: tuple[Text, ...] = Field((), description="What it stops.")
    does_not_stop: tuple[Text, ...] = Field((), description="What it does not stop.")
    effect_on_service: Text | None = Field(
        None, description="What it means for the care or service people get."
    )
    held_by: OrganisationId | None = Field(None, description="Who keeps the choice on record.")
    who_decides: Text | None = Field(None, description="Who decides, and whether it can be refused.")
    who_can_use_it: Text | None = Field(None, description="Whose choice it is.")
    age: Answer[Age] = Field(None, description="Age from which people decide themselves.")
    proxies: Answer[tuple[Text, ...]] = Field(None, description="Who may make it for somebody else, and how.")
    channels: tuple[Channel, ...] = Field((), description="Ways to make it; one without internet.")
    takes_effect: Text | None = Field(None, description="When it takes effect.")
    change_your_mind: Text | None = Field(None, description="How to change it later.")
    exceptions: tuple[Text, ...] = Field((), description="When data is used in spite of it.")
    nations: tuple[Nation, ...] = Field((), description="Where it holds.")
    laws: tuple[LawReference, ...] = Field((), description="Law or policy it rests on.")
    compliance: Compliance | None = Field(None, description="The body's own compliance.")
