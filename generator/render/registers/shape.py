"""What the data look like: a JSON Schema (draft 2020-12), and the same as rows for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from generator.config import Part
from generator.render.registers.allowed import ALLOWED

Schema: TypeAlias = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
ANSWER = "fields.DoesNotApply"


@dataclass(frozen=True, slots=True)
class Row:
    """One field: where it stands, what it can be and what it means."""

    path: str
    kind: str
    values: tuple[str, ...]
    meaning: str
    may_not_apply: bool = False


def name_of(part: type[Part]) -> str:
    """What a part is called among the definitions of a schema."""
    return f"{part.__module__.rpartition('.')[2]}.{part.__name__}"


def definitions() -> Schema:
    """Every part that is published, as a closed object."""
    return {name_of(part): _object(part, names) for part, names in ALLOWED.items()}


def _object(part: type[Part], names: tuple[str, ...]) -> Schema:
    """Every field is there, also one that nobody has filled in: it is null then."""
    properties = {}
    for name in names:
        field = part.model_fields[name]
        properties[name] = {"description": field.description or "", **schema_of(field.annotation)}
    return {
        "type": "object",
        "properties": properties,
        "required": list(names),
        "additionalProperties": False,
    }


def schema_of(annotation: Any) -> Schema:
    """The schema of a type as the models use them."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return schema_of(inside[0])
    if origin is Literal:
        return {"enum": list(inside)}
    if origin in (Union, UnionType):
        options = [schema_of(one) for one in inside if one is not NoneType]
        options = [one for option in options for one in option.get("anyOf", [option])]
        return {"anyOf": [*options, {"type": "null"}]} if NoneType in inside else {"anyOf": options}
    if origin is tuple:
        return {"type": "array", "items": schema_of(inside[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_of(inside[1])}
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return {"$ref": f"#/$defs/{name_of(annotation)}"}
    return dict(_PLAIN[annotation])


def rows(part: str, known: Schema, above: str = "") -> Iterator[Row]:
    """The fields of a part and, below each, those of the parts it is made of; `known` defines them."""
    for name, schema in known[part]["properties"].items():
        options = [option for option in schema.get("anyOf", [schema]) if option.get("type") != "null"]
        answer = any(_refers_to(option) == ANSWER for option in options)
        option = next(option for option in options if _refers_to(option) != ANSWER)
        many = "[]" if option.get("type") == "array" else ".*" if "additionalProperties" in option else ""
        item = option.get("items") or option.get("additionalProperties") or option
        path = f"{above}{name}{many}"
        below = _refers_to(item)
        yield Row(path, _kind(item), tuple(item.get("enum", ())), schema.get("description", ""), answer)
        if below:
            yield from rows(below, known, f"{path}.")


def _refers_to(schema: Schema) -> str:
    return str(schema.get("$ref", "")).removeprefix("#/$defs/")


def _kind(schema: Schema) -> str:
    """The key of the words for what a value is."""
    if "$ref" in schema:
        return "group"
    if "enum" in schema:
        return "choice"
    return str(schema.get("format", schema.get("type", "string")))
