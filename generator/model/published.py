"""What a record says to the public, as plain values: written beside the site, and read back from there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from generator.model.assemble import KINDS
from generator.model.record import Record
from generator.model.register import Register

NOT_PUBLISHED = frozenset({"internal", "accepted"})
"""Fields that stay with the council: notes, security measures, and findings that were accepted."""

NAMED = ("organisations", "data-categories", "topics", "services", "contacts", "laws", "facts")
"""Reference lists whose names stand in what is published."""


def published_values(record: Record) -> dict[str, Any]:
    """The fields of a record that the public sees, those left out that say nothing."""
    return record.model_dump(mode="json", exclude_defaults=True, exclude=set(NOT_PUBLISHED))


def published_record(key: str, values: Mapping[str, Any]) -> Record | None:
    """A published record as it was; `None` where today's schema does not know its form any more."""
    kind = KINDS.get(key.partition("/")[0])
    try:
        return kind.model_validate_json(json.dumps(values)) if kind else None
    except ValidationError:
        return None


def published_names(register: Register) -> dict[str, dict[str, str]]:
    """What things were called, so that they can be named when they are listed no more."""
    return {
        name: {key: _name(item.entry) for key, item in sorted(register.reference.get(name, {}).items())}
        for name in NAMED
    }


def _name(entry: object) -> str:
    return next(str(value) for field in ("name", "title", "label") if (value := getattr(entry, field, None)))
