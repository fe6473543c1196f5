"""The forms of a Git-based CMS, for editors who prefer them: one configuration for Sveltia and Decap.

Only what both understand is used. A CMS writes what its form holds, so every field of the schema is
in it. What no form can hold without loss, because it is either a list or a reason, is kept hidden
and edited in the file. So are the reference lists: neither CMS can save a file that is one list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.assemble import KINDS
from generator.scaffold.json_schema import Ids
from generator.scaffold.order import as_written
from generator.scaffold.shape import Shape

Form = dict[str, Any]

NAMES: Mapping[str, tuple[str, str]] = {
    "data-uses": ("Uses of data", "Use of data"),
    "opt-outs": ("Choices", "Choice"),
    "public-benefit": ("Public-benefit projects", "Public-benefit project"),
    "pages": ("Pages", "Page"),
}
"""What the kinds of record are called: all of them, and one."""

ENDINGS = {"yaml": ("YAML", "yaml"), "md": ("Markdown", "yaml-frontmatter")}
"""The two forms of a record; a CMS wants a collection for each."""

ON_ONE_LINE = frozenset({"title", "owner", "name", "by", "section", "reference", "telephone", "email"})
"""Texts that need no room for a second line."""

DAY: Form = {
    "widget": "datetime",
    "format": "YYYY-MM-DD",
    "date_format": "YYYY-MM-DD",
    "time_format": False,
    "default": "",
}
"""A day: no time, and none filled in by itself."""


def configuration(ids: Ids) -> Form:
    """The configuration as a value. The council fills in where its repository is."""
    return {
        "backend": {"name": "github", "repo": "your-organisation/your-repository", "branch": "main"},
        "media_folder": "media",
        "public_folder": "/media",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "output": {"omit_empty_optional_fields": True},
        "collections": list(_collections(ids)),
    }


def _collections(ids: Ids) -> Iterator[Form]:
    for folder, schema in KINDS.items():
        many, one = NAMES[folder]
        for ending, (form, written) in ENDINGS.items():
            yield {
                "name": f"{folder}-{ending}",
                "label": f"{many} ({form})",
                "label_singular": one,
                "folder": f"content/{folder}",
                "create": True,
                "slug": "{{slug}}",
                "extension": ending,
                "format": written,
                "identifier_field": "title",
                "summary": "{{title}} ({{status}})",
                "fields": [_field(shape, ids) for shape in as_written(schema)],
            }


def _field(shape: Shape, ids: Ids, required: bool = True) -> Form:
    made: Form = {"name": shape.name, "label": _label(shape.name), **_widget(shape, ids)}
    if made["widget"] == "hidden":
        return {"name": shape.name, "widget": "hidden"}
    if shape.description:
        made["hint"] = shape.description
    if not (shape.required and required):
        made["required"] = False
    if shape.default is not None and made["widget"] in ("select", "number"):
        made["default"] = shape.default
    return made


def _label(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _widget(shape: Shape, ids: Ids) -> Form:
    if shape.kind == "groups by name" or (shape.may_not_apply and (shape.listed or shape.kind != "group")):
        return {"widget": "hidden"}
    if shape.may_not_apply:
        return {"widget": "object", "collapsed": True, "fields": [*_parts(shape, ids, False), _REASON]}
    if shape.listed:
        return _list(shape, ids)
    return _single(shape, ids)


_REASON: Form = {
    "name": "does_not_apply",
    "label": "Does not apply",
    "widget": "text",
    "hint": "Fill in this alone: why this does not apply, as citizens will read it.",
    "required": False,
}


def _parts(shape: Shape, ids: Ids, required: bool = True) -> list[Form]:
    return [_field(part, ids, required) for part in shape.fields]


def _list(shape: Shape, ids: Ids) -> Form:
    if shape.kind == "group":
        return {"widget": "list", "collapsed": True, "fields": _parts(shape, ids)}
    known = _options(shape, ids)
    if known:
        return {"widget": "select", "multiple": True, "options": known}
    entry = {"name": "entry", "label": _label(shape.name), **_single(shape, ids)}
    return {"widget": "list", "field": entry}


def _single(shape: Shape, ids: Ids) -> Form:
    if shape.kind == "group":
        return {"widget": "object", "collapsed": True, "fields": _parts(shape, ids)}
    if shape.kind == "day":
        return dict(DAY)
    if shape.kind == "number":
        limits = {"min": shape.least, "max": shape.most}
        given = {name: limit for name, limit in limits.items() if limit is not None}
        return {"widget": "number", "value_type": "int", **given}
    options = _options(shape, ids)
    return {"widget": "select", "options": options} if options else _text(shape)


def _options(shape: Shape, ids: Ids) -> list[str]:
    """What can be chosen. Yes and no are words here: a switch would answer a question nobody has asked."""
    return ["yes", "no"] if shape.kind == "flag" else list(shape.options or ids.get(shape.target, ()))


def _text(shape: Shape) -> Form:
    if shape.name == "body":
        return {"widget": "markdown"}
    if shape.pattern:
        return {"widget": "string", "pattern": [f"^(?:{shape.pattern})$", "does not have the right form"]}
    if shape.is_address:
        return {"widget": "string", "pattern": ["^https?://", "starts with https://"]}
    return {"widget": "string" if shape.name in ON_ONE_LINE else "text"}
