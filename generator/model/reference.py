"""Reference data: what many records refer to and what is therefore written once."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.config import ContactId, Day, Email, Identifier, OrganisationId, Part, Text, WebAddress
from generator.model.fields import LawId, TopicId


class Entry(Part):
    """Base of every entry: its id, unique within its list."""

    id: Identifier = Field(description="Id that records refer to it by.")


class Checked(Entry):
    """Base of entries that go out of date, with the day they were checked and the next one."""

    checked: Day | None = Field(None, description="The day somebody last made sure of it.")
    check_by: Day | None = Field(None, description="The day by which somebody makes sure again.")
    checked_by: Text | None = Field(None, description="Role that makes sure of it.")


class Organisation(Checked):
    """Somebody that data comes from or goes to, or that decides about it."""

    name: Text = Field(description="Full name.")
    short_name: Text | None = Field(None, description="Short name or initials people know.")
    also_called: tuple[Text, ...] = Field((), description="Other and earlier names.")
    kind: Literal[
        "council",
        "nhs",
        "government",
        "police",
        "court",
        "regulator",
        "charity",
        "company",
        "university",
        "school",
        "group",
        "other",
    ] = Field(description="What sort of organisation; `group` stands for many alike.")
    what_it_does: Text = Field(description="What it does, in one plain sentence.")
    website: WebAddress | None = Field(None, description="Its website.")
    country: Text = Field("United Kingdom", description="Country it keeps the data in.")
    start: Day | None = Field(None, description="First day it exists under this name.")
    end: Day | None = Field(None, description="Last day it existed.")
    succeeded_by: OrganisationId | None = Field(None, description="Who took its place.")


class Contact(Checked):
    """How to reach somebody; every detail is written here and nowhere else."""

    name: Text = Field(description="Who it is: a role or a team, never a person.")
    telephone: Text | None = Field(None, description="Telephone number.")
    hours: Text | None = Field(None, description="When the telephone is answered.")
    email: Email | None = Field(None, description="E-mail address.")
    website: WebAddress | None = Field(None, description="Web page.")
    address: tuple[Text, ...] = Field((), description="Postal address, line by line.")
    other: Text | None = Field(None, description="Text relay, sign language and other ways.")


class Fact(Checked):
    """A fact that expires; texts write `[[id]]` and get the value."""

    label: Text = Field(description="What the fact is.")
    value: Text = Field(description="The fact as it is printed.")
    source: WebAddress | None = Field(None, description="Where it was found.")


class DataCategory(Entry):
    """A kind of personal data."""

    name: Text = Field(description="Name in plain words.")
    meaning: Text = Field(description="What it covers.")
    also_called: tuple[Text, ...] = Field((), description="Other words for it.")
    sensitivity: Literal["ordinary", "special-category", "criminal-offence"] = Field(
        "ordinary", description="Whether Article 9 or 10 protects it more."
    )
    health_or_care: Literal["none", "patient", "adult-social-care"] = Field(
        "none", description="Whether it can be confidential patient information."
    )


class Topic(Entry):
    """A part of life under which data uses are listed."""

    name: Text = Field(description="Name.")
    summary: Text = Field(description="What is in it, in one sentence.")


class Service(Entry):
    """A service of the public body."""

    name: Text = Field(description="Name.")
    what_it_does: Text = Field(description="What it does, in one sentence.")
    topic: TopicId | None = Field(None, description="The topic it belongs to.")
    contact: ContactId | None = Field(None, description="Its contact.")


class Law(Entry):
    """An Act, regulation or statutory guidance."""

    title: Text = Field(description="Full title, with the year.")
    short_title: Text | None = Field(None, description="Short form for tables.")
    plain: Text | None = Field(None, description="What it does, in one plain sentence.")
    address: WebAddress | None = Field(None, description="Where it is published.")
    in_force_from: Day | None = Field(None, description="Day it came into force.")
    repealed_on: Day | None = Field(None, description="Day it ceased.")
    replaced_by: LawId | None = Field(None, description="The law that took its place.")


class Right(Entry):
    """A right that people have over their data, in standard wording."""

    name: Text = Field(description="Name, from the reader's side: to see your data.")
    formal_name: Text = Field(description="Name the law uses: right of access.")
    plain: Text = Field(description="What it lets people do.")
    how: Text = Field(description="How to use it.")
    limits: Text = Field(description="When it does not reach.")
    article: Text = Field(description="Where it is in law.")


class Term(Entry):
    """A word that needs explaining."""

    term: Text = Field(description="The word.")
    meaning: Text = Field(description="What it means.")
    also_called: tuple[Text, ...] = Field((), description="Other words for it.")


class Phrase(Entry):
    """Words not to publish any more, and what to write instead."""

    phrase: Text = Field(description="The words, as they would stand in a text.")
    also: tuple[Text, ...] = Field((), description="Other forms and spellings of them.")
    kind: Literal["outdated", "empty", "jargon", "nudging"] = Field(
        "outdated",
        description="`outdated`: no longer true. `empty`: tells the reader nothing. "
        "`jargon`: there is a plainer word. `nudging`: leans on people who have a choice.",
    )
    instead: Text = Field(description="What to write instead.")
    why: Text = Field(description="Why.")
    wrong_since: Day | None = Field(None, description="The day from which they are wrong.")
    near: tuple[Text, ...] = Field(
        (), description="Found only where one of these words stands in the same sentence."
    )
    right_in: tuple[Text, ...] = Field(
        (), description="Longer expressions that hold the words and are right, such as another body's name."
    )
    unless: tuple[Text, ...] = Field(
        (), description="Not found in a text in which one of these words shows that it is meant otherwise."
    )


LISTS: dict[str, type[Entry]] = {
    "organisations": Organisation,
    "contacts": Contact,
    "facts": Fact,
    "data-categories": DataCategory,
    "topics": Topic,
    "services": Service,
    "laws": Law,
    "rights": Right,
    "glossary": Term,
    "phrases": Phrase,
}
"""The file in content/reference, without `.yaml`, and the kind of entry it lists."""
