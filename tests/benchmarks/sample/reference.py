"""The reference lists: those of the demonstration as they are, with organisations up to the number wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sample.records import Plan, slug
from sample.words import FIRM_KINDS, FIRM_NAMES
from sample.yaml_text import yaml_list

DEMONSTRATION = Path(__file__).resolve().parents[3]
RECIPIENTS = 200
"""Organisations that data goes to."""

NO_RECIPIENTS = ("larkshire-council", "information-commission")
"""The publisher and the regulator."""


class Organisation(NamedTuple):
    """What notices need to know of a recipient; `country` is empty where it is the United Kingdom."""

    id: str
    kind: str
    name: str
    country: str = ""


_ENTRY = re.compile(r"^- id: (?P<id>.+)\n(?P<fields>(?:  .*\n)+)", re.M)
_FIELD = re.compile(r"^  (\w+): (.+)$", re.M)


def standard_files() -> Iterator[tuple[str, str]]:
    """site.yaml and the lists that any council would take over: laws, rights, words, phrases, facts …"""
    for file in sorted((DEMONSTRATION / "content" / "reference").glob("*.yaml")):
        if file.stem != "organisations":
            yield f"reference/{file.name}", file.read_text("utf-8")


def organisations(plan: Plan) -> tuple[str, tuple[Organisation, ...]]:
    """The list of organisations as a file's text, and those in it that can be recipients."""
    ours = (DEMONSTRATION / "content" / "reference" / "organisations.yaml").read_text("utf-8")
    usable = [one for one in _known(ours) if one.id not in NO_RECIPIENTS]
    made = tuple(_made(plan, RECIPIENTS - len(usable)))
    entries = [
        {"id": identifier, "name": name, "kind": kind, "what_it_does": does}
        for identifier, kind, name, does in made
    ]
    return ours + yaml_list(entries), (*usable, *(Organisation(*one[:3]) for one in made))


def _known(listed: str) -> Iterator[Organisation]:
    """The organisations of a list that still exist."""
    for entry in _ENTRY.finditer(listed):
        fields = dict(_FIELD.findall(entry["fields"]))
        country = fields.get("country", "").replace("United Kingdom", "")
        if "end" not in fields:
            yield Organisation(entry["id"], fields["kind"], fields["name"].strip('"'), country)


def _made(plan: Plan, number: int) -> Iterator[tuple[str, str, str, str]]:
    """Organisations that do not exist: id, kind, name and what it does; no two begin alike."""
    kinds = [(kind, word, does) for kind, firms in FIRM_KINDS.items() for word, does in firms]
    every = [(name, *kind) for name in FIRM_NAMES for kind in kinds]
    plan.chance("organisations").shuffle(every)
    for name, kind, word, does in sorted(every[:number]):
        full = f"{name} {word}"
        yield slug(full), kind, full, does
