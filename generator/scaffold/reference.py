"""Every field of every kind of record, as a document for editors (docs/fields.md)."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.config import Part, Site
from generator.model.assemble import KINDS
from generator.model.reference import LISTS
from generator.scaffold.records import inside, may_not_apply, placeholder


def reference() -> str:
    """Every field of every kind of record, as a document for editors (docs/fields.md)."""
    parts = [
        "# Field reference",
        "Made from the schema with `python -m generator.scaffold > docs/fields.md`; do not edit it by hand.",
        "A field marked ∅ can be answered with `does_not_apply:` and the reason.",
        "To leave a field out is not the same: it has not been answered.",
    ]
    places: dict[str, type[Part]] = {"site.yaml": Site}
    places.update({f"content/{folder}/": schema for folder, schema in KINDS.items()})
    places.update({f"content/reference/{name}.yaml": schema for name, schema in LISTS.items()})
    for place, schema in places.items():
        parts.append(f"## {place}\n\n{_first_line(schema)}")
        parts.append("\n".join(["| Field | Value | What it is |", "|---|---|---|", *_rows(schema, "")]))
    return "\n\n".join(parts) + "\n"


def _first_line(schema: type[BaseModel]) -> str:
    return (schema.__doc__ or "").strip().split("\n")[0]


def _rows(schema: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, field in schema.model_fields.items():
        listed, inner = inside(field.annotation)
        is_part = isinstance(inner, type) and issubclass(inner, BaseModel)
        value = "fields" if is_part else _kind_of_value(placeholder(inner))
        marks = f"{'list of ' if listed else ''}{value}{' ∅' if may_not_apply(field.annotation) else ''}"
        needed = "**" if field.is_required() else ""
        yield f"| {needed}`{prefix}{name}`{needed} | {marks} | {field.description or ''} |"
        if is_part:
            yield from _rows(inner, f"{prefix}{name}.")


def _kind_of_value(placeholder: str) -> str:
    named = {"…": "text", "2026-01-31": "date", "yes": "yes · no", "1": "number"}
    return named.get(placeholder, placeholder.replace("|", "·"))
