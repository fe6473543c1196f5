"""Every text that is published, with the field it stands in, so that rules can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.config import Reference
from generator.diagnostics import Location
from generator.load import Document, FieldPath
from generator.model.data_use import Internal
from generator.model.record import Accepted
from generator.model.register import Register

NOT_PROSE = frozenset(
    {"id", "redirect_from", "website", "address", "form", "base_url", "main_site", "email", "telephone"}
    | {"policy_document", "summary_url", "source", "initials", "colour", "link", "accent", "phrase"}
)
"""Fields whose value is an address or a mark, not words that people read."""


@dataclass(frozen=True, slots=True)
class PublishedText:
    """A text, the way to its field, and its document."""

    text: str
    field: FieldPath
    document: Document

    @property
    def name(self) -> str:
        """The name of its field."""
        return next((str(step) for step in reversed(self.field) if isinstance(step, str)), "")


_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)


def without_code(text: str) -> str:
    """The text with everything that Markdown prints as it stands taken out."""
    return _CODE.sub(lambda match: " " * len(match[0]), text) if "`" in text else text


def texts(register: Register) -> Iterator[PublishedText]:
    """The texts of site.yaml, of every record that is not a draft and of the reference lists."""
    yield from _texts(register.site, (), register.site_document)
    for filed in register.records():
        if filed.record.status != "draft":
            yield from _texts(filed.record, (), filed.document)
    for name, listed in register.reference.items():
        for item in listed.values():
            if name != "phrases":
                yield from _texts(item.entry, (item.position,), item.document)


def _texts(value: Any, way: FieldPath, document: Document) -> Iterator[PublishedText]:
    if isinstance(value, Reference | Internal | Accepted):
        return
    if isinstance(value, str):
        yield PublishedText(value, way, document)
    elif isinstance(value, BaseModel):
        for name in sorted(value.model_fields_set - NOT_PROSE):
            yield from _texts(getattr(value, name), (*way, name), document)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _texts(item, (*way, position), document)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*way, key), document)


def place(document: Document, way: FieldPath, phrase: str) -> Location:
    """The line of a field's text on which `phrase` begins, or the field itself.

    A text can be folded over several lines, and so can the phrase: then its first words count.
    """
    start = document.locate(*way)
    below = (line for line, _ in document.marks.values() if line > start.line)
    end = min(below, default=len(document.lines) + 1) if way != ("body",) else len(document.lines) + 1
    words = phrase.casefold().split()
    for count in range(len(words), 0, -1):
        wanted = " ".join(words[:count])
        for number in range(start.line, end):
            column = document.lines[number - 1].casefold().find(wanted)
            if column >= 0:
                return Location(document.path, number, column + 1)
    return start
