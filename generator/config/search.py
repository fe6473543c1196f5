"""How the search index is published."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.config.values import Part


class Search(Part):
    """How the index of the search is published; search itself always happens on the reader's device."""

    files: Literal["auto", "one", "many"] = Field(
        "auto",
        description="`one` file tells the server nothing about what people look for, but all of it is fetched "
        "for the first search. Of `many` small files only a few are fetched. `auto` is one file while the "
        "index has at most 60 KB.",
    )
