"""One thing that has changed, as a value: which field, in which way, and what stood and stands there."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import Literal

Weight = Literal["fact", "wording", "aside"]
"""A fact has to be told; wording may mean the same as before; an aside is no matter of what is done."""


@dataclass(frozen=True, slots=True)
class Word:
    """A value of the schema, by the key of its words (`basis.consent.name`)."""

    key: str


@dataclass(frozen=True, slots=True)
class Name:
    """An id, by the collection in which its name is found."""

    collection: str
    identifier: str


@dataclass(frozen=True, slots=True)
class Row:
    """Values that belong together, such as a kind of record and how long it is kept."""

    values: tuple[Shown, ...]


Shown = str | int | date | Word | Name | Row | tuple["Shown", ...]
"""A value as a sentence can hold it; a `str` is an editor's text, which may hold Markdown."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a text that was added or removed."""

    kind: Literal["added", "removed"]
    text: str


@dataclass(frozen=True, slots=True)
class Context:
    """The entry that a difference is about where there are several: a purpose, an evaluation."""

    part: str
    name: Shown


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: field `field` of a part `part` has changed in the way `form`.

    `given` fills the sentence in; `details` are further fields of an entry that is new, each with
    its part and field; `passages` the sentences of a text; `about` the purposes or evaluations it
    is about, none where it is about all there are.
    """

    part: str
    field: str
    form: str
    given: tuple[tuple[str, Shown], ...] = ()
    details: tuple[tuple[str, str, Shown], ...] = ()
    passages: tuple[Passage, ...] = ()
    about: tuple[Context, ...] = dataclasses.field(default=(), compare=False)
    weight: Weight = dataclasses.field(default="fact", compare=False)
