"""A page: everything on the site that is neither a data use, a choice nor a project."""

from __future__ import annotations

from pydantic import Field

from generator.config import Flag
from generator.model.accessibility import AccessibilityStatement
from generator.model.record import Record


class Page(Record):
    """Text in Markdown with a title; `home` is the introduction on the front page."""

    in_footer: Flag = Field(False, description="Whether the footer of every page links to it.")
    accessibility: AccessibilityStatement | None = Field(
        None, description="For the accessibility statement: the facts that it is made from."
    )
