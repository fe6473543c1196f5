"""What every record has in common: its title, its life cycle, its owner and its history."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.config import Day, Flag, Identifier, Part, SitePath, Text

RECORDS = ("data-uses", "opt-outs", "public-benefit", "pages")
"""The folders of records, in the order in which they are read."""


class Change(Part):
    """A change that citizens should know of."""

    date: Day = Field(description="The day the change was published.")
    what: Text | None = Field(
        None,
        description="What changed, in plain words. Where it is left out, the page says it from the facts, if "
        "the version before is kept.",
    )
    why: Text = Field(description="Why it changed.")


class Accepted(Part):
    """A finding that someone decided to live with, for a while."""

    rule: Identifier = Field(description="Id of the rule, as the finding names it.")
    reason: Text = Field(description="Why it is accepted.")
    by: Text = Field(description="Role of the person who accepted it, never a name.")
    until: Day = Field(description="The last day it is accepted; after that the finding is back.")


class Record(Part):
    """Fields of every record, whichever kind it is."""

    title: Text = Field(description="Name of the page, as people would say it.", max_length=120)
    summary: Text = Field(description="What it is in one or two plain sentences.", max_length=600)
    also_called: tuple[Text, ...] = Field(
        (), description="Other words people use for it; they lead here from the A to Z and the search."
    )
    status: Literal["draft", "published", "withdrawn"] = Field(
        "draft", description="`draft` is never published; `withdrawn` keeps its address and says so."
    )
    publish_on: Day | None = Field(None, description="First day it is published, if not at once.")
    expires_on: Day | None = Field(None, description="Last day it holds; after it the page says so.")
    withdrawn_because: Text | None = Field(
        None, description="Why it was withdrawn, where the status is `withdrawn`."
    )
    owner: Text | None = Field(None, description="Role that answers for it, never a person's name.")
    reviewed: Day | None = Field(None, description="The day somebody last checked all of it.")
    review_due: Day | None = Field(None, description="The day by which it is checked again.")
    redirect_from: tuple[SitePath, ...] = Field(
        (), description="Earlier addresses on this site that lead to this page."
    )
    changes: tuple[Change, ...] = Field((), description="What changed for people, newest first.")
    accepted: tuple[Accepted, ...] = Field((), description="Findings accepted for a time.")
    quick_exit: Flag = Field(
        False, description="Show a way to leave the page quickly, for readers who may be at risk."
    )
    body: str = Field("", description="Further text in Markdown.")
