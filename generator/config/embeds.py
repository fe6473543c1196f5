"""Videos and maps of others, which a page shows only when its reader asks for it.

Until then there is a link to the thing on its own site, and nothing is asked of the other host
(PECR regulation 6). The policy that browsers enforce lets through the hosts named here and no other.
"""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field

from generator.config.values import Part, Text, WebAddress, matches

FrameAddress = Annotated[
    Text,
    matches(
        r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)?(/[\w./~%?=&,:;!+@#-]*)?"
        r"|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.svg",
        "is neither a web address that begins with https:// nor the name of an .svg file in templates/assets",
    ),
]


class Embed(Part):
    """A video or a map of others; a text shows it with `[words](embed:its-id)` in a paragraph of its own."""

    kind: Literal["video", "map", "recording", "form", "chart"] = Field(description="What it is.")
    title: Text = Field(description="What it is about; screen readers say it when they come to it.")
    page: WebAddress = Field(
        description="Its page on its own site, where people go without JavaScript, or if they would rather."
    )
    address: FrameAddress = Field(
        description="The address that the other site gives for embedding, or a picture in templates/assets "
        "that stands in for it."
    )
    set_by: Text = Field(description="Who runs the other site, and learns that somebody looks at it.")
    may_keep: Text = Field(
        description="What it may keep on people's devices and for how long, in plain words that go on from "
        "“and may keep”: `cookies that count views, for up to 2 years`."
    )
    shows: Text | None = Field(
        None, description="What is to be seen and heard, for people who cannot or would rather not."
    )

    @property
    def is_ours(self) -> bool:
        """Whether it is a file of this site."""
        return "://" not in self.address

    @property
    def frame(self) -> str:
        """Its host as the policy names it."""
        parts = urlsplit(self.address)
        return "'self'" if self.is_ours else f"{parts.scheme}://{parts.netloc}"
