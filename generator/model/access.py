"""How a project gets to the data: what data-use registers ask beyond the facts of the project itself."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.config import Part, Text


class Access(Part):
    """How the users get the data (data-use register standard, UK Health Data Research Alliance, 2022)."""

    kind: Literal["secure-environment", "release", "own-systems"] = Field(
        description="In a secure room or system, as a file that is handed over, or on the body's own systems."
    )
    frequency: Literal["one-off", "recurring"] | None = Field(None, description="Once, or again and again.")
    linkage: Text | None = Field(None, description="How data from several sources is put together.")
    privacy: Text | None = Field(None, description="What was done so that people cannot be recognised.")
    funders: tuple[Text, ...] = Field((), description="Who pays for the project.")
    sublicence: Text | None = Field(None, description="Whether users may pass the data on, and how.")
