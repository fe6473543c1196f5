"""JSON Schemas for editors: completion and help while somebody types. `check` remains the judge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from generator.scaffold.order import as_written
from generator.scaffold.shape import Shape

Ids = Mapping[str, tuple[str, ...]]
"""The ids that there are, by collection; an editor offers them and does not refuse others."""

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that editors for YAML understand."""

DATE = r"^\d{4}-\d{2}-\d{2}$"


def file_schema(schema: type[BaseModel], title: str, ids: Ids, entries: bool = False) -> dict[str, Any]:
    """The schema of one kind of file; with `entries`, of a list of such things."""
    whole = _group(as_written(schema), ids)
    described = {"$schema": DIALECT, "title": title, "description": _first_line(schema)}
    return {**described, "type": "array", "items": whole} if entries else {**described, **whole}


def front_matter_schema(schema: type[BaseModel], title: str, ids: Ids) -> dict[str, Any]:
    """The schema of a Markdown file's front matter; the text stands below it, so that it has no `body`."""
    made = file_schema(schema, title, ids)
    made["properties"].pop("body", None)
    return made


def _group(fields: tuple[Shape, ...], ids: Ids) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "object",
        "properties": {shape.name: _field(shape, ids) for shape in fields},
        "additionalProperties": False,
    }
    needed = [shape.name for shape in fields if shape.required]
    return {**made, "required": needed} if needed else made


def _field(shape: Shape, ids: Ids) -> dict[str, Any]:
    value = _one(shape, ids)
    if shape.listed:
        value = {"type": "array", "items": value}
    if shape.may_not_apply:
        value = {"anyOf": [value, _REFUSAL]}
    default = {} if shape.default is None else {"default": shape.default}
    return {"description": shape.description, **value, **default}


def _one(shape: Shape, ids: Ids) -> dict[str, Any]:
    if shape.kind == "group":
        return _group(shape.fields, ids)
    if shape.kind == "groups by name":
        return {"type": "object", "additionalProperties": _group(shape.fields, ids)}
    if shape.kind == "choice":
        return {"enum": list(shape.options)}
    if shape.kind == "flag":
        return {"enum": [True, False, "yes", "no"]}
    if shape.kind == "number":
        limits = {"minimum": shape.least, "maximum": shape.most}
        return {"type": "integer", **{name: limit for name, limit in limits.items() if limit is not None}}
    if shape.kind == "day":
        return {"type": "string", "pattern": DATE}
    return _text(shape, ids)


def _text(shape: Shape, ids: Ids) -> dict[str, Any]:
    text: dict[str, Any] = {"type": "string"}
    if shape.longest:
        text["maxLength"] = shape.longest
    if shape.is_address:
        text["pattern"] = "^https?://"
    if shape.pattern:
        text["pattern"] = f"^(?:{shape.pattern})$"
    known = ids.get(shape.target)
    return {"anyOf": [{"enum": list(known)}, text]} if known else text


_REFUSAL: dict[str, Any] = {
    "type": "object",
    "description": "It was asked, and it does not apply, for this reason.",
    "properties": {
        "does_not_apply": {
            "type": "string",
            "description": "Why this does not apply, as citizens will read it.",
        }
    },
    "required": ["does_not_apply"],
    "additionalProperties": False,
}


def _first_line(schema: type[BaseModel]) -> str:
    return (schema.__doc__ or "").strip().split("\n")[0]
