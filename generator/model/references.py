"""References: every id that a record names must exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.config import Reference
from generator.diagnostics import Finding
from generator.load import Document, FieldPath
from generator.model.register import Register
from generator.model.validate import suggestion


def references(value: Any, way: FieldPath = ()) -> Iterator[tuple[FieldPath, Reference]]:
    """Every id inside a record that names something elsewhere, with the way to it."""
    if isinstance(value, Reference):
        yield way, value
    elif isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield from references(getattr(value, name), (*way, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from references(item, (*way, position))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from references(item, (*way, key))


RECORD_FOLDERS = ("data-uses", "opt-outs", "public-benefit", "pages")


def unknown(register: Register, known: Mapping[str, set[str]]) -> Iterator[tuple[Reference, Finding]]:
    """Each id that exists nowhere, with its finding; `known` holds the ids of each collection."""
    for value, document, below in _holders(register):
        for way, reference in references(value):
            if reference not in known.get(reference.target, ()):
                yield reference, _unknown(reference, document, (*below, *way), known)


def _holders(register: Register) -> Iterator[tuple[BaseModel, Document, FieldPath]]:
    yield register.site, register.site_document, ()
    for filed in register.records():
        yield filed.record, filed.document, ()
    for listed in register.reference.values():
        for item in listed.values():
            yield item.entry, item.document, (item.position,)


def _unknown(
    reference: Reference, document: Document, way: FieldPath, known: Mapping[str, set[str]]
) -> Finding:
    ids = tuple(sorted(known.get(reference.target, ())))
    place = (
        f"the folder content/{reference.target}"
        if reference.target in RECORD_FOLDERS
        else f"content/reference/{reference.target}.yaml"
    )
    return document.finding(
        "unknown-id",
        document.locate(*way),
        f"There is no `{reference}` in {place}.",
        suggestion(str(reference), ids, "ids"),
    )
