"""register.json: every published fact of the site, and the JSON Schema that it keeps to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from generator.config import Part, Site
from generator.load.parts import in_parts
from generator.model.addresses import address
from generator.model.data_use import DataUse
from generator.model.opt_out import OptOut
from generator.model.outcome import outcome_state
from generator.model.page import Page
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.model.reference import LISTS
from generator.model.register import Filed, Register
from generator.model.rights import rights_of
from generator.render.registers.allowed import ALLOWED, published
from generator.render.registers.shape import DRAFT, Schema, definitions, name_of
from generator.render.remembering import Remember, anew
from generator.render.words import Words

RECORDS: dict[str, type[Record]] = {
    "data_uses": DataUse,
    "choices": OptOut,
    "public_benefit": PublicBenefit,
    "pages": Page,
}
"""The lists of records and what each holds."""

REFERENCE = {name: kind for name, kind in LISTS.items() if kind in ALLOWED}
"""The lists of reference data that are published."""

_TEXT: Schema = {"type": "string"}
_COMMON: Schema = {
    "id": {**_TEXT, "description": "The record's name, which never changes."},
    "address": {**_TEXT, "format": "uri", "description": "The page that says the same for people."},
    "stage": {**_TEXT, "description": "Where the record stands on the day: live, overdue, withdrawn, …"},
}
_RIGHT: Schema = {
    "purpose": {**_TEXT, "description": "The purpose that the right is about."},
    "right": {**_TEXT, "description": "The right, by its id in `reference.rights`."},
    "extent": {"enum": ["full", "limited", "none"], "description": "How far it reaches."},
    "reason": {**_TEXT, "description": "Why it does not reach further, where it does not."},
}
_DERIVED: dict[str, Schema] = {
    "data_uses": {
        "rights": {
            "type": "array",
            "items": {"$ref": "#/$defs/right"},
            "description": "The rights that follow from the lawful basis, purpose by purpose.",
        }
    },
    "choices": {
        "reaches": {
            "type": "array",
            "items": _TEXT,
            "description": "The data uses that the choice reaches, by their ids.",
        }
    },
    "public_benefit": {
        "data_uses": {
            "type": "array",
            "items": _TEXT,
            "description": "The data uses that the project is about, by their ids.",
        },
        "outcome_state": {**_TEXT, "description": "Whether the outcome is due, overdue or published."},
    },
    "pages": {},
}
"""What is not written down but follows from what is."""


def whole(register: Register, words: Words, remember: Remember = anew) -> Iterator[bytes]:
    """Every published fact of the site as JSON, part by part. Data uses come a few at a time."""
    yield b"{"
    for number, (name, value) in enumerate(_few(register).items()):
        yield f"{', ' if number else ''}{as_json(name)}: ".encode()
        if name != "data_uses":
            yield as_json(value).encode()
            continue
        yield b"["
        yield from _uses(register, words, remember)
        yield b"]"
    yield b"}\n"


def _uses(register: Register, words: Words, remember: Remember) -> Iterator[bytes]:
    shown = _shown(register, register.data_uses.values())
    for number, part in enumerate(in_parts(shown, lambda use: use.slug)):
        uses = remember(part, "whole", partial(_joined, register, part, words))
        yield b", " + uses if number else uses


def _few(register: Register) -> dict[str, Any]:
    """Everything but the data uses, of which it holds the place."""
    site = register.site
    return {
        "$schema": f"{site.base_url.rstrip('/')}/register.schema.json",
        "date": register.today.isoformat(),
        "publisher": published(site),
        "data_uses": [],
        "choices": [
            _record(register, choice, reaches=[use.slug for use in register.uses_reached_by(choice.slug)])
            for choice in _shown(register, register.opt_outs.values())
        ],
        "public_benefit": [
            _record(
                register,
                project,
                data_uses=[use.slug for use in register.uses_by_project[project.slug]],
                outcome_state=outcome_state(project.record, site.review.outcome_days, register.today),
            )
            for project in _shown(register, register.public_benefit.values())
        ],
        "pages": [_record(register, page) for page in _shown(register, register.pages.values())],
        "reference": {
            name: [published(listed.entry) for listed in register.reference.get(name, {}).values()]
            for name in REFERENCE
        },
    }


def _joined(register: Register, uses: Iterable[Filed[DataUse]], words: Words) -> bytes:
    every = (_record(register, use, rights=_rights(use.record, words)) for use in uses)
    return ", ".join(map(as_json, every)).encode()


def as_json(content: Any) -> str:
    """Data as they are written."""
    return json.dumps(content, ensure_ascii=False)


def _shown(register: Register, records: Iterable[Filed[Any]]) -> list[Filed[Any]]:
    return sorted(register.shown(records), key=lambda filed: filed.slug)


def _record(register: Register, filed: Filed[Any], **derived: Any) -> dict[str, Any]:
    page = address(filed.document.collection, filed.slug)
    common = {
        "id": filed.slug,
        "address": register.site.base_url.rstrip("/") + page,
        "stage": str(filed.stage),
    }
    return {**common, **published(filed.record), **derived}


def _rights(use: DataUse, words: Words) -> list[dict[str, str]]:
    return [
        {
            "purpose": purpose.purpose,
            "right": held.right,
            "extent": str(held.extent),
            "reason": words(f"rights.reasons.{held.reason}") if held.reason else "",
        }
        for purpose in use.purposes
        for held in rights_of(purpose, use)
    ]


def schema(base_url: str) -> Schema:
    """The JSON Schema of register.json."""
    properties: Schema = {
        "$schema": {**_TEXT, "format": "uri", "description": "This schema."},
        "date": {**_TEXT, "format": "date", "description": "The day for which all of it was true."},
        "publisher": {"$ref": _to(Site), "description": "Who publishes, and what every notice inherits."},
        **{name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in RECORDS},
        "reference": _closed(
            {name: {"type": "array", "items": {"$ref": _to(kind)}} for name, kind in REFERENCE.items()}
        ),
    }
    return {
        "$schema": DRAFT,
        "$id": f"{base_url.rstrip('/')}/register.schema.json",
        **_closed(properties),
        "$defs": every_definition(),
    }


def every_definition() -> Schema:
    """All that register.json is made of, by name: each list of records has its own."""
    known = definitions()
    for name, kind in RECORDS.items():
        fields = known.pop(name_of(kind))["properties"]
        known[name] = _closed({**_COMMON, **fields, **_DERIVED[name]})
    return {**known, "right": _closed(_RIGHT)}


def _to(part: type[Part]) -> str:
    return f"#/$defs/{name_of(part)}"


def _closed(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
