"""The orders of the fields: as a new record asks for them, and as a file that is finished reads best."""

from __future__ import annotations

from pydantic import BaseModel

from generator.model.record import Record
from generator.scaffold.shape import Shape, shapes

FIRST = ("title", "summary", "status", "owner", "reviewed", "review_due")
"""What every record says of itself before anything else."""

ASKED = (
    *("service", "topics", "contact", "people", "includes_children", "purposes", "data", "recipients"),
    *("transfers", "automated_decisions", "confidentiality", "national_data_opt_out", "choices"),
    *("public_benefit", "dpia"),
    *("reach", "stops", "does_not_stop", "held_by", "who_decides", "who_can_use_it", "age", "proxies"),
    *("channels", "takes_effect", "change_your_mind", "nations"),
    *("question", "statement", "users", "start", "steps", "evaluations"),
)
"""What a record must answer before it can be published, in the order in which its page tells it."""

SELDOM = (
    *("publish_on", "expires_on", "withdrawn_because", "redirect_from", "changes", "accepted"),
    "quick_exit",
)
"""Common fields that few records need."""

NOT_YET = ("internal", "body")
"""What a new record has elsewhere: the text below its fields, and what is for colleagues."""

AT_THE_END = ("body", "changes", "accepted", "internal")
"""What stands below everything else in a record that is written: its text, its history, its notes."""

CHECKED = ("checked", "check_by", "checked_by")
"""What stands below everything else in an entry of a list: a fact first, and then who made sure of it."""


def as_begun(schema: type[BaseModel]) -> tuple[Shape, ...]:
    """The fields as a new record shows them: the required ones first."""
    known = {shape.name: shape for shape in shapes(schema)}
    own = tuple(name for name in known if name not in (*FIRST, *ASKED, *SELDOM, *NOT_YET))
    order = (*FIRST, *ASKED, *own, *SELDOM)
    return tuple(known[name] for name in order if name in known)


def as_written(schema: type[BaseModel]) -> tuple[Shape, ...]:
    """The fields in their canonical order: that of the schema, with what looks back at the end."""
    known = {shape.name: shape for shape in shapes(schema)}
    last = AT_THE_END if issubclass(schema, Record) else CHECKED
    order = (*(name for name in known if name not in last), *last)
    return tuple(known[name] for name in order if name in known)


def required(schema: type[BaseModel]) -> tuple[Shape, ...]:
    """The fields that a record needs before it can be published."""
    return tuple(shape for shape in as_begun(schema) if shape.name in (*FIRST, *ASKED))
