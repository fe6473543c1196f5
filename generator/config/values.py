"""The small vocabulary of values that every YAML file shares."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

LANGUAGES = ("en",)
"""The languages the pages can be published in: those with a file in templates/words."""


class Part(BaseModel):
    """Base of everything written in YAML: frozen, and a key that is not in the schema is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    """Built when first used: half the models are only parts of others."""

    def model_post_init(self, _: Any, /) -> None:
        """Holds which fields were given once for all parts that were given the same ones.

        Such a set takes more memory than a small part itself. A copy has its own, as Pydantic makes it.
        """
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


_GIVEN: dict[frozenset[str], set[str]] = {}


class Reference(str):
    """An id that names an entry somewhere else; `target` is the collection it must be found in."""

    __slots__ = ("target",)

    target: str

    def __new__(cls, value: str, target: str) -> Reference:
        reference = super().__new__(cls, value)
        reference.target = target
        return reference

    def __reduce__(self) -> tuple[Any, ...]:
        return (Reference, (str(self), self.target))


_reference = cache(Reference)
"""The reference to an entry: one for all who name it, for a site names few entries very often."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Makes a value a reference to an entry of `target`; forms can offer what there is."""

    target: str

    def __call__(self, value: str) -> Reference:
        return _reference(value, self.target)


def refers_to(target: str) -> AfterValidator:
    """Marks a field as the id of an entry of `target`, so that it is resolved with the others."""
    return AfterValidator(RefersTo(target))


def _text(value: Any) -> Any:
    if isinstance(value, str):
        text = value.strip()
        if not text:
            raise ValueError("is empty; write the text, or leave the whole key out")
        return text
    if isinstance(value, bool | int | float):
        raise ValueError("is a number or true/false where text belongs; put it in quotes")
    return value


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("is not a date; write year-month-day, for example 2026-11-22")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"is a date that does not exist: {value}; {_nearest(value)}") from None


def _nearest(value: str) -> str:
    """What a date that does not exist could be."""
    year, month = int(value[:4]), int(value[5:7])
    if not year or not 1 <= month <= 12:
        return "years go from 0001 and months from 01 to 12"
    return f"the days of {value[:7]} go from 01 to {monthrange(year, month)[1]}"


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", value):
        raise ValueError("is not a web address; it starts with https:// and has no spaces")
    return value


_pattern = cache(re.compile)


@dataclass(frozen=True, slots=True)
class Matches:
    """Requires a text to have a form, which forms and schemas can require too."""

    pattern: str
    problem: str

    def __call__(self, value: str) -> str:
        if not _pattern(self.pattern).fullmatch(value):
            raise ValueError(self.problem)
        return value


def matches(pattern: str, problem: str) -> AfterValidator:
    """Requires a text to have a form; `problem` says what to write instead."""
    return AfterValidator(Matches(pattern, problem))


def _flag(value: Any) -> Any:
    """Editors write yes and no, `Yes` and `NO`; they are read as text, so that the field decides."""
    said = {"yes": True, "no": False, "true": True, "false": False}
    return said.get(value.casefold(), value) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_text)]
Day = Annotated[date, BeforeValidator(_day)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Identifier = Annotated[
    Text,
    matches(r"[a-z0-9]+(-[a-z0-9]+)*", "may have only small letters, digits and single hyphens"),
]
WebAddress = Annotated[Text, AfterValidator(_web_address)]
Email = Annotated[Text, matches(r"[^@\s]+@[^@\s]+\.[^@\s]+", "is not an e-mail address")]
SitePath = Annotated[
    Text,
    matches(
        r"/([A-Za-z0-9_~-][A-Za-z0-9_.~-]*/)*([A-Za-z0-9_~-][A-Za-z0-9_.~-]*)?",
        "is not a path on this site; write it like /old-page/",
    ),
]
Colour = Annotated[Text, matches(r"#[0-9a-fA-F]{6}", "is not a colour; write # and six digits, like #1d4f4a")]
ContactId = Annotated[Identifier, refers_to("contacts")]
OrganisationId = Annotated[Identifier, refers_to("organisations")]
