"""The search index: what each page is called, in its own words and in the words people use."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.artefacts import Artefact
from generator.model.data_use import DataUse
from generator.model.fields import entries
from generator.model.record import Record
from generator.model.register import Filed, Register
from generator.render.addresses import address
from generator.render.assets import hashed
from generator.render.prose import Prose
from generator.render.views.common import link_to
from generator.render.words import Words

Entry = dict[str, str]


def search_index(register: Register, words: Words, prose: Prose) -> Artefact:
    """One small file with every page that can be found; it is read on the reader's device.

    Each entry has `t` title, `u` address, `s` summary, `k` other words and `g` the kind of page.
    """
    found = [_record(register, filed, words, prose) for filed in register.current(register.records())]
    found += ({**entry, "g": words(f"kind.{entry['g']}")} for entry in _entries(register, prose))
    found.append(_complaints(register, words))
    body = json.dumps({"entries": found}, ensure_ascii=False, separators=(",", ":"))
    return hashed("search.json", body.encode())


def _record(register: Register, filed: Filed[Record], words: Words, prose: Prose) -> Entry:
    link = link_to(filed)
    record = filed.record
    more = list(record.also_called)
    if isinstance(record, DataUse):
        more += _words_of_use(register, record)
    return {
        "t": record.title,
        "u": register.site.base_path.rstrip("/") + link.url,
        "s": prose.plain(record.summary),
        "k": " ".join(dict.fromkeys(more)).lower(),
        "g": words(f"kind.{filed.document.collection}"),
    }


def _words_of_use(register: Register, use: DataUse) -> Iterator[str]:
    yield from (purpose.purpose for purpose in use.purposes)
    for recipient in entries(use.recipients):
        organisation = register.organisations.get(recipient.organisation)
        if organisation:
            yield from (organisation.name, *organisation.also_called)
    for item in use.data:
        category = register.categories.get(item.category)
        if category:
            yield from (category.name, *category.also_called)


def _complaints(register: Register, words: Words) -> Entry:
    return {
        "t": words("titles.complaints"),
        "u": register.site.base_path.rstrip("/") + "/complaints/",
        "s": words("descriptions.complaints"),
        "k": "",
        "g": words("kind.pages"),
    }


def _entries(register: Register, prose: Prose) -> Iterator[Entry]:
    """The pages of reference entries: rights, kinds of data, organisations, words explained."""
    for right in register.rights.values():
        yield _entry(register, "rights", right.id, (right.name, prose.plain(right.plain), right.formal_name))
    for category in register.categories.values():
        text = (category.name, prose.plain(category.meaning), *category.also_called)
        yield _entry(register, "data-categories", category.id, text)
    for organisation in register.organisations.values():
        text = (organisation.name, prose.plain(organisation.what_it_does), *organisation.also_called)
        yield _entry(register, "organisations", organisation.id, (*text, organisation.short_name or ""))
    for term in register.glossary.values():
        text = (term.term, prose.plain(term.meaning), *term.also_called)
        yield _entry(register, "glossary", term.id, text)


def _entry(register: Register, collection: str, identifier: str, text: tuple[str, ...]) -> Entry:
    title, summary, *more = text
    return {
        "t": title,
        "u": register.site.base_path.rstrip("/") + address(collection, identifier),
        "s": summary,
        "k": " ".join(more).strip().lower(),
        "g": collection,
    }
