"""Where the site is published, and whom to tell of a weakness in its security."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.config.values import Day, Part, Text, WebAddress, matches

ContactAddress = Annotated[
    Text,
    matches(
        r"(mailto:[^@\s]+@[^@\s]+|https://\S+|tel:\+?[0-9-]+)",
        "is no address; write mailto:, https:// or tel: in front",
    ),
]


class Publishing(Part):
    """Where the site is published, and how many releases stay there."""

    target: Text | None = Field(
        None, description="A folder that a web server shows, or `s3://bucket/prefix`."
    )
    search: Literal["auto", "one-file", "many-files"] = Field(
        "auto",
        description="How the index of the search is published. `one-file` tells the server nothing of what "
        "people look for, but is fetched whole; of `many-files` a search fetches only a few. `auto` is "
        "one file up to 60 KB.",
    )
    keep: int = Field(5, ge=2, le=1000, description="Releases that are kept to go back to.")


class Security(Part):
    """What `/.well-known/security.txt` says to those who find a weakness (RFC 9116)."""

    contact: tuple[ContactAddress, ...] = Field(
        min_length=1, description="Whom to tell, the best way first: `mailto:`, `https://` or `tel:`."
    )
    expires: Day = Field(description="The last day on which this holds; at most a year ahead.")
    policy: WebAddress | None = Field(None, description="What happens to what people report.")
    encryption: WebAddress | None = Field(None, description="A key to encrypt a report with.")
    acknowledgments: WebAddress | None = Field(None, description="Where those who helped are thanked.")
