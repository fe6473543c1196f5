"""Values against the schema: what does not fit becomes a finding in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.config import Part
from generator.diagnostics import Finding
from generator.load.documents import Document, FieldPath, Value
from generator.model.naming import whose

SchemaT = TypeVar("SchemaT", bound=Part)
_TAGS = ("stated", "does_not_apply")


def validate(
    schema: type[SchemaT], values: Value, document: Document, below: FieldPath = ()
) -> tuple[SchemaT | None, list[Finding]]:
    """The values as a record of `schema`, or the findings that say why they are none.

    `below` is the way in the document at which the values stand: () for the whole file.
    """
    try:
        return schema.model_validate(values), []
    except ValidationError as error:
        found = [_finding(problem, schema, document, below) for problem in _problems(error)]
        return None, found


MOST_LOST = 40
"""Values that an old record may lose before it is no record of its kind."""


def validate_old(
    schema: type[SchemaT], values: Value, document: Document
) -> tuple[SchemaT | None, list[Finding], tuple[FieldPath, ...]]:
    """Like `validate`, but what does not fit the schema any more is left out where it can be.

    Returns the findings for what was left out, and the way to each.
    """
    found: list[Finding] = []
    lost: list[FieldPath] = []
    while True:
        try:
            return schema.model_validate(values), found, tuple(lost)
        except ValidationError as error:
            problem = _problems(error)[0]
            way = _way_in_file(problem["loc"])
            out = way[:-1] if problem["type"] == "missing" else way
            if not out or len(lost) == MOST_LOST:
                return None, [_finding(p, schema, document, ()) for p in _problems(error)], ()
            found.append(_finding(problem, schema, document, ()))
            lost.append(out)
            values = _without(values, out)


def _problems(error: ValidationError) -> list[ErrorDetails]:
    """What is wrong; a list is not called too short as well where entries of it are wrong."""
    problems = error.errors()
    within = {p["loc"][:depth] for p in problems for depth in range(len(p["loc"]))}
    return [p for p in problems if p["type"] != "too_short" or p["loc"] not in within]


def _without(values: Value, way: FieldPath) -> Value:
    """The values without the one at the end of a way."""
    step, *rest = way
    if isinstance(values, Mapping):
        left = {key: value for key, value in values.items() if key != step or rest}
        return {**left, str(step): _without(values[str(step)], tuple(rest))} if rest else left
    if isinstance(values, tuple) and isinstance(step, int):
        inner = (_without(values[step], tuple(rest)),) if rest else ()
        return (*values[:step], *inner, *values[step + 1 :])
    return values


def _finding(problem: ErrorDetails, schema: type[Part], document: Document, below: FieldPath) -> Finding:
    way = _way_in_file(problem["loc"])
    called, known = _called(document, (*below, *way)), _known_keys(schema, way[:-1])
    rule, message, hint = _unfilled(problem, called) or _in_words(problem, called, known)
    place = document.locate(*below, *way)
    if problem["type"] == "extra_forbidden" and "does_not_apply" not in problem["loc"][:-1]:
        hint = _belongs(schema, str(way[-1])) or hint
    if problem.get("input") is None and _COMMENT.search(document.excerpt(place)):
        hint = "What follows a blank and `#` is a comment. If it is the text, put it in quotes."
    return document.finding(rule, place, message, hint)


_COMMENT = re.compile(r":\s+#")
_DOTS = ("…", "...")


def _unfilled(problem: ErrorDetails, name: str) -> tuple[str, str, str] | None:
    """What to say of a value that stands there as `new` has written it."""
    given = problem.get("input")
    if not isinstance(given, str) or problem["type"] not in ("value_error", "literal_error"):
        return None
    if given.strip() in _DOTS:
        return (
            "wrong-value",
            f"{name} is not filled in yet.",
            "Write it in place of the dots, or take the line out.",
        )
    if " | " in given and problem["type"] == "literal_error":
        return (
            "wrong-value",
            f"{name} still holds all the values that it can have.",
            f"Keep one of them: {', '.join(_options(problem))}.",
        )
    return None


def _options(problem: ErrorDetails) -> tuple[str, ...]:
    said: str = problem["ctx"]["expected"]
    return tuple(said.replace(" or ", ", ").replace("'", "").split(", "))


def _belongs(schema: type[BaseModel], key: str) -> str:
    """Where a field belongs that is known, but not where it stands."""
    homes = [
        f"`{name}`"
        for name, field in schema.model_fields.items()
        if any(key in model.model_fields for model in _models(field.annotation))
    ]
    return f"`{key}` belongs to {' or '.join(homes)}: indent it there." if homes else ""


def _called(document: Document, way: FieldPath) -> str:
    """The field, and the entries that it belongs to, as an editor knows them."""
    if way and isinstance(way[-1], str):
        return " ".join(part for part in (f"`{way[-1]}`", whose(document, way)) if part)
    entry = whose(document, way).removeprefix("for ")
    return entry[:1].upper() + entry[1:] if entry else "This file"


def _way_in_file(loc: tuple[int | str, ...]) -> FieldPath:
    """Pydantic's way to a problem without the tags that tell an answer's states apart.

    A tag stands before the fields of its state, so that `does_not_apply` twice is tag and field.
    """
    before = (None, *loc)
    return tuple(step for step, last in zip(loc, before, strict=False) if step not in _TAGS or last in _TAGS)


def _in_words(problem: ErrorDetails, name: str, known: tuple[str, ...]) -> tuple[str, str, str]:
    kind = problem["type"]
    key = str(problem["loc"][-1]) if problem["loc"] else ""
    given = problem.get("input")
    if kind == "extra_forbidden" and "does_not_apply" in problem["loc"][:-1]:
        hint = "Keep either the reason why it does not apply or the other fields."
        return "unknown-key", f"{name} cannot stand beside `does_not_apply`.", hint
    if kind == "extra_forbidden":
        return "unknown-key", f"{name} is not a field here.", suggestion(key, known, "fields")
    if kind == "missing":
        return "missing-field", f"{name} is missing.", f"Add `{key}` here."
    if kind == "value_error":
        return "wrong-value", f"{name} {problem['msg'].removeprefix('Value error, ')}.", "Correct the value."
    if kind == "literal_error":
        hint = suggestion(str(given), _options(problem), "values")
        return "wrong-value", f"{name} cannot be {_shown(given)}.", hint
    if kind == "too_short":
        return "wrong-value", f"{name} is a list without an entry.", "Add one."
    if kind in _SHAPES:
        wanted, hint = _SHAPES[kind]
        if kind == "string_type" and isinstance(given, Mapping):
            hint = "If the text has a colon, put the whole text in quotes."
        if problem["loc"][-1:] == ("stated",):
            hint += " Where there is nothing to state, write `does_not_apply:` there, and the reason."
        return "wrong-type", f"{name} must be {wanted}, but here is {_shown(given)}.", hint
    if kind in _LIMITS:
        limit = next(iter(problem["ctx"].values()))
        return "wrong-value", f"{name} {_LIMITS[kind].format(limit)}.", "Correct the value."
    return "wrong-value", f"{name} cannot be {_shown(given)}: {problem['msg']}.", "Correct the value."


_SHAPES = {
    "string_type": ("text", "Write the text on one line, or after `|` on the lines below, indented."),
    "tuple_type": ("a list", "Begin each entry on its own line with `- `."),
    "dict_type": ("a group of fields", "Write the fields on the lines below, indented by two spaces."),
    "model_type": ("a group of fields", "Write the fields on the lines below, indented by two spaces."),
    "model_attributes_type": (
        "a group of fields",
        "Write the fields on the lines below, indented by two spaces.",
    ),
    "int_type": ("a whole number", "Write digits only, without quotes."),
    "bool_type": ("yes or no", "Write `yes` or `no`."),
    "date_type": ("a date", "Write year-month-day, for example 2026-11-22."),
}


_LIMITS = {
    "string_too_long": "is too long: it can have {} letters at most",
    "greater_than_equal": "must be {} or more",
    "less_than_equal": "must be {} or less",
}


def _shown(value: Any) -> str:
    """What an editor wrote, as they know it."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a group of fields"
    if isinstance(value, tuple):
        return "a list"
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    text = str(value)
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"


def suggestion(word: str, known: tuple[str, ...], what: str) -> str:
    """Did you mean … ? With no near word, all that is known where that is few."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{near[0]}`?"
    if known and len(known) <= 20:
        return f"The {what} are: {', '.join(known)}."
    if what == "ids":
        return "Name one that is there, or take it out."
    return "Take it out, or look up the right word in the field reference."


def _known_keys(schema: type[BaseModel], way: FieldPath) -> tuple[str, ...]:
    """The fields that may stand at a place, found by walking the schema along the way."""
    for step in way:
        if isinstance(step, int):
            continue
        field = schema.model_fields.get(step)
        inner = next(_models(field.annotation), None) if field else None
        if inner is None:
            return ()
        schema = inner
    return tuple(schema.model_fields)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside an annotation; `DoesNotApply` only where nothing else is there."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    found = [model for argument in get_args(annotation) for model in _models(argument)]
    yield from sorted(found, key=lambda model: model.__name__ == "DoesNotApply")
