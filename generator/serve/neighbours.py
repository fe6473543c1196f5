"""Which other pages a record has to do with: those that name it, and those that it appears on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from generator.model.addresses import FOLDERS, address
from generator.model.kept import while_it_lives
from generator.model.markup import SCHEMES
from generator.model.record import Record
from generator.model.references import ids_in
from generator.model.register import Filed, Register
from generator.render.views.common import Link, link_to

_LINK = re.compile(r"\]\(([a-z-]+):([a-z0-9-]+)[)#]")


def used_by(register: Register, collection: str, identifier: str) -> tuple[Link, ...]:
    """The records that name a record or an entry: in a field, in a text, or by what the choice reaches."""
    found = {
        filed.document.path: link_to(filed)
        for filed in register.records()
        if _names(filed.record, collection, identifier)
    }
    if collection == "opt-outs" and identifier in register.opt_outs:
        reached = register.uses_reached_by(identifier)
        found.update((filed.document.path, link_to(filed)) for filed in reached)
    return tuple(sorted(found.values(), key=lambda link: link.text.casefold()))


def _names(record: Record, collection: str, identifier: str) -> bool:
    return (collection, identifier) in _named_by(record)


@while_it_lives
def _named_by(record: Record) -> frozenset[tuple[str, str]]:
    """The collection and id of all that a record names, in its fields and in links in its texts."""
    links = (found for text in _texts(record) if "](" in text for found in _LINK.findall(text))
    return ids_in(record).union((SCHEMES.get(scheme, ""), slug) for scheme, slug in links)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield from _texts(getattr(value, name))


def appears_on(register: Register, record: Record) -> tuple[Link, ...]:
    """The pages of topics, organisations, choices and so on that this record is shown on."""
    found: dict[str, Link] = {}
    for collection, identifier in ids_in(record):
        if collection in FOLDERS:
            url = address(collection, identifier)
            found[url] = Link(_title(register, collection, identifier), url)
    return tuple(sorted(found.values(), key=lambda link: link.text.casefold()))


def _title(register: Register, collection: str, identifier: str) -> str:
    records: Mapping[str, Mapping[str, Filed[Record]]] = {
        "data-uses": register.data_uses,
        "opt-outs": register.opt_outs,
        "public-benefit": register.public_benefit,
        "pages": register.pages,
    }
    filed = records.get(collection, {}).get(identifier)
    if filed:
        return filed.record.title
    listed = register.reference.get(collection, {}).get(identifier)
    return str(getattr(listed.entry, "name", identifier)) if listed else identifier
