"""Values → YAML as an editor would write it; quicker than a general writer, and for our values only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

Value = str | bool | int | date | Sequence["Value"] | Mapping[str, "Value"]
"""What a field can hold."""

_PLAIN = re.compile(
    r"(?!(?:true|false|yes|no|on|off|null)$)[A-Za-z](?:[\w ,.;'’“”()/£%–?!-]|:(?! |$))*(?<! )", re.I
)


def yaml_text(fields: Mapping[str, Value]) -> str:
    """A record's fields, one line each or indented below their name; `body` as a block."""
    return "\n".join(_mapping(fields, "")) + "\n"


def yaml_list(entries: Sequence[Mapping[str, Value]]) -> str:
    """A reference list."""
    return "\n".join(_sequence(entries, "")) + "\n"


def _mapping(fields: Mapping[str, Value], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        if name == "body" and isinstance(value, str):
            yield f"{indent}body: |"
            yield from (f"{indent}  {line}" if line else "" for line in value.rstrip().split("\n"))
        elif isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from _mapping(value, indent + "  ")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield f"{indent}{name}:" if value else f"{indent}{name}: []"
            yield from _sequence(value, indent + "  ")
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _sequence(values: Sequence[Value], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            first, *rest = _mapping(value, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {_scalar(value)}"


@lru_cache(maxsize=50_000)
def _scalar(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    return str(value)
