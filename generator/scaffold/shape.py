"""The schema as plain values: what a field can hold, from which schemas, forms and new records are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen
from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from generator.config.values import Matches, RefersTo
from generator.model.fields import DoesNotApply

Kind = Literal["text", "day", "flag", "number", "choice", "group", "groups by name"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field can hold.

    `listed` says that it is a list of such; `target` is the collection that an id refers to,
    `may_not_apply` says that the question can be answered with `does_not_apply` and the reason.
    """

    name: str = ""
    description: str = ""
    kind: Kind = "text"
    listed: bool = False
    required: bool = False
    may_not_apply: bool = False
    options: tuple[str, ...] = ()
    fields: tuple[Shape, ...] = ()
    target: str = ""
    pattern: str = ""
    default: Any = None
    least: int | None = None
    most: int | None = None
    longest: int | None = None
    is_address: bool = False


@cache
def shapes(schema: type[BaseModel]) -> tuple[Shape, ...]:
    """The fields of a model in the order in which the schema names them."""
    return tuple(_field(name, field) for name, field in schema.model_fields.items())


def _field(name: str, field: FieldInfo) -> Shape:
    shape = _shape(field.annotation, tuple(field.metadata))
    default = None if field.default is PydanticUndefined else field.default
    plain = default if isinstance(default, str | int) and default != "" else None
    return replace(
        shape,
        name=name,
        description=field.description or "",
        required=field.is_required(),
        default=plain,
    )


def _shape(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], (*arguments[1:], *metadata))
    if origin in (Union, UnionType):
        return _union(arguments, metadata)
    if origin is tuple:
        return replace(_shape(arguments[0]), listed=True)
    if origin is dict:
        return replace(_shape(arguments[1]), kind="groups by name")
    return _marked(_single(annotation), metadata)


def _union(arguments: tuple[Any, ...], metadata: tuple[Any, ...]) -> Shape:
    """One of several states: the stated one counts, the reason why it does not apply is noted."""
    states = [argument for argument in arguments if argument is not type(None)]
    stated = [state for state in states if not _is_refusal(state)]
    shape = _shape(stated[0], metadata)
    refusable = len(stated) < len(states) or shape.may_not_apply
    return replace(shape, may_not_apply=refusable)


def _is_refusal(annotation: Any) -> bool:
    bare = annotation
    while get_origin(bare) is Annotated:
        bare = get_args(bare)[0]
    return bare is DoesNotApply


def _single(annotation: Any) -> Shape:
    if get_origin(annotation) is Literal:
        return Shape(kind="choice", options=tuple(map(str, get_args(annotation))))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(kind="group", fields=shapes(annotation))
    kinds: dict[Any, Kind] = {bool: "flag", int: "number", date: "day"}
    return Shape(kind=kinds.get(annotation, "text"))


def _marked(shape: Shape, metadata: tuple[Any, ...]) -> Shape:
    """What the validators of a value say about it, as far as others can check it."""
    for mark in metadata:
        check = mark.func if isinstance(mark, AfterValidator) else None
        if isinstance(check, RefersTo):
            shape = replace(shape, target=check.target)
        elif isinstance(check, Matches):
            shape = replace(shape, pattern=check.pattern)
        elif check is not None and getattr(check, "__name__", "") == "_web_address":
            shape = replace(shape, is_address=True)
        elif isinstance(mark, Ge) and isinstance(mark.ge, int):
            shape = replace(shape, least=mark.ge)
        elif isinstance(mark, Le) and isinstance(mark.le, int):
            shape = replace(shape, most=mark.le)
        elif isinstance(mark, MaxLen):
            shape = replace(shape, longest=mark.max_length)
    return shape


def targets(fields: tuple[Shape, ...]) -> Iterator[str]:
    """Every collection that some field refers to."""
    for shape in fields:
        if shape.target:
            yield shape.target
        yield from targets(shape.fields)
