"""New records from the schema: every field explained, the ones that matter first."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from unicodedata import combining, normalize

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.assemble import KINDS
from generator.model.fields import DoesNotApply
from generator.scaffold.order import SELDOM, as_begun, required

IN_MARKDOWN = ("opt-outs", "pages")
"""Kinds that are mostly text, and so begin as Markdown."""

LONGEST_TITLE = 120
"""Letters that a title may have; the schema says the same."""


class CannotBegin(Exception):
    """The record cannot be begun; the message says why."""


def slug_of(title: str) -> str:
    """The address a title gets: small letters, digits and hyphens."""
    plain = title.casefold().replace("’", "").replace("'", "").replace("&", " and ")
    plain = "".join(sign for sign in normalize("NFKD", plain) if not combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def begin(site: Path, folder: str, title: str) -> Path:
    """Writes a new record and returns its path. Raises CannotBegin where one is there already."""
    slug = slug_of(title)
    if len(title) > LONGEST_TITLE or not title.isprintable():
        raise CannotBegin(f"A title has at most {LONGEST_TITLE} letters, all on one line.")
    if not slug:
        raise CannotBegin("The title needs at least one letter or digit, because it becomes the address.")
    ending = "md" if folder in IN_MARKDOWN else "yaml"
    path = site / "content" / folder / f"{slug}.{ending}"
    taken = [p for p in (path.with_suffix(".md"), path.with_suffix(".yaml")) if p.exists()]
    if taken:
        raise CannotBegin(f"{taken[0]} is there already. Choose another title, or edit that file.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(record(folder, title))
    except OSError as error:
        raise CannotBegin(f"{path} could not be written: {error.strerror}.") from error
    return path


NEEDED = "What every page of this kind needs before it can be published"
FURTHER = "Where it applies"
RARE = "Seldom needed"


def record(folder: str, title: str) -> str:
    """The text of a new record: a valid draft whose comments explain each field, the required ones first."""
    schema = KINDS[folder]
    needed = [shape.name for shape in required(schema) if shape.name not in ("title", "summary")]
    written = [shape.name for shape in as_begun(schema) if shape.name not in ("title", "summary")]
    rare = [name for name in written if name in SELDOM]
    further = [name for name in written if name not in (*needed, *rare)]
    lines = [
        "# A draft: it is never published until the status is `published`.",
        "# Fields that begin with `#` are empty: take the `#` and the blank after it away and fill them in.",
        "# Where values stand between `|`, keep one of them. What stands after `  # ` only explains.",
        "",
        f"title: {_quoted(title)}",
        *_comment(schema.model_fields["summary"].description or ""),
        f"summary: {_quoted(f'TODO: say in one or two plain sentences what {title} is.')}",
        "",
    ]
    for heading, names in ((NEEDED, needed), (FURTHER, further), (RARE, rare)):
        lines += [*_heading(heading), ""]
        for name in names:
            lines += _field(name, schema.model_fields[name], "draft" if name == "status" else "")
    lines += _kept_back(schema)
    text = "\n".join(lines).rstrip() + "\n"
    if folder in IN_MARKDOWN:
        return f"---\n{text}---\n\nTODO: write the text here, in Markdown.\n"
    return text


def _heading(words: str) -> list[str]:
    return [f"# {'-' * len(words)}", f"# {words}", f"# {'-' * len(words)}"]


def _kept_back(schema: type[BaseModel]) -> list[str]:
    """The fields for colleagues, where a kind of record has such."""
    field = schema.model_fields.get("internal")
    return [*_heading("For colleagues"), "", *_field("internal", field)] if field else []


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _comment(text: str, indent: str = "") -> list[str]:
    return [f"{indent}# {line}" for line in textwrap.wrap(text, 96)]


def _field(name: str, field: FieldInfo, value: str = "") -> list[str]:
    """One field with its explanation: with a value it counts, without it is a comment."""
    lines = _comment(field.description or "")
    if value:
        return [*lines, f"{name}: {value}", ""]
    lines += [f"# {line}" for line in _example(name, field.annotation)]
    if may_not_apply(field.annotation):
        lines += ["# or, where there is nothing to state:", f"# {name}:", "#   does_not_apply: … (why)"]
    return [*lines, ""]


def may_not_apply(annotation: Any) -> bool:
    """Whether a field can be answered with `does_not_apply`."""
    if annotation is DoesNotApply:
        return True
    deeper = get_origin(annotation) in (Union, UnionType, Annotated)
    return deeper and any(may_not_apply(argument) for argument in get_args(annotation))


def _example(name: str, annotation: Any, indent: str = "") -> Iterator[str]:
    """How a field is written, with the fields inside it."""
    listed, inner = inside(annotation)
    dash = "- " if listed else ""
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        yield f"{indent}{name}:"
        deeper = indent + "  "
        for number, (key, field) in enumerate(inner.model_fields.items()):
            lead = deeper + (dash if number == 0 else " " * len(dash))
            first, *rest = _example(key, field.annotation)
            yield lead + first + _note(field)
            yield from (deeper + " " * len(dash) + line for line in rest)
    elif listed:
        yield f"{indent}{name}:"
        yield f"{indent}  - {placeholder(inner)}"
    else:
        yield f"{indent}{name}: {placeholder(inner)}"


def _note(field: FieldInfo) -> str:
    """What explains a field beside it, with the other way to answer where there is one."""
    said = [field.description] if field.description else []
    if may_not_apply(field.annotation):
        said.append("Or, indented below it, `does_not_apply:` and the reason.")
    return f"  # {' '.join(said)}" if said else ""


def inside(annotation: Any, listed: bool = False) -> tuple[bool, Any]:
    """Whether a field is a list, and of what; the other states of an answer are left aside."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return inside(arguments[0], listed)
    if origin is tuple:
        return inside(arguments[0], True)
    if origin in (Union, UnionType):
        stated = [a for a in arguments if a is not type(None) and _bare(a) is not DoesNotApply]
        return inside(stated[0], listed)
    return listed, annotation


def _bare(annotation: Any) -> Any:
    return _bare(get_args(annotation)[0]) if get_origin(annotation) is Annotated else annotation


def placeholder(annotation: Any) -> str:
    """What stands for a value that is still to be written."""
    if get_origin(annotation) is Literal:
        return " | ".join(get_args(annotation))
    name = getattr(annotation, "__name__", "str")
    return {"date": "2026-01-31", "bool": "yes", "int": "1"}.get(name, "…")
