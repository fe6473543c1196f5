"""How the search index is published."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.config.values import Part


class Search(Part):
    """How the index of the search is published; search itself always happens on the reader's device."""

    files: Literal["auto", "one", "many"] = Field(
        "auto",
        description="`one` file tells the server nothing about what people look for, but is fetched whole. "
        "Of `many` small files a search fetches only a few. `auto` is one file up to 60 KB.",
    )
