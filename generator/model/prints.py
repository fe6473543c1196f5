"""What each part of a register says, as a hash: what is made of some is kept while theirs are the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from generator.load.documents import Document
from generator.model.reference import LISTS
from generator.model.register import Filed, Index, Register


class Prints:
    """The hash of every part of a register; what else is read for a page is put beside them.

    A part is a list, a folder of records, what little of these many ask for, or one key of an index.
    """

    def __init__(self, register: Register, indexes: Mapping[str, Index]) -> None:
        self.parts = {part: _hash(facts) for part, facts in _facts(register).items()}
        self._indexes = indexes
        self._keys: dict[str, str] = {}
        self._joined: dict[tuple[str, ...], str] = {}

    def of(self, parts: Iterable[str]) -> str:
        """What some parts say, as one hash; their order does not matter, and most pages ask for the same."""
        names = tuple(sorted(parts))
        known = self._joined.get(names)
        if known is None:
            known = self._joined[names] = _hash([(part, self._of(part)) for part in names])
        return known

    def _of(self, part: str) -> str:
        if part in self.parts:
            return self.parts[part]
        if part not in self._keys:
            name, _, key = part.partition(" ")
            self._keys[part] = _hash([known_by(use) for use in self._indexes[name].get(key, ())])
        return self._keys[part]


def _facts(register: Register) -> dict[str, object]:
    """All that each part says."""
    records = {name: [known_by(filed) for filed in kind.values()] for name, kind in register.kinds().items()}
    versions = [
        (key, version.began.isoformat(), version.lost, version.gone, told(version.document))
        for key, kept in register.versions.items()
        for version in kept
    ]
    lists = {name: [told(d) for d in _documents(register, name)] for name in LISTS}
    return {
        **lists,
        **records,
        "site": (told(register.site_document), register.site.base_url),
        "today": register.today.isoformat(),
        "drafts": register.drafts,
        "missing": sorted(register.missing),
        "synonyms": sorted(register.synonyms.items()),
        "unreadable": sorted(register.unreadable),
        "addresses": {name: sorted(slugs.items()) for name, slugs in register.addresses.items()},
        "titles": register.titles,
        "grounds": register.grounds,
        "shared": sorted(register.shared.items()),
        "versions": versions,
    }


def _documents(register: Register, name: str) -> Iterable[Document]:
    return {item.document.path: item.document for item in register.reference.get(name, {}).values()}.values()


def known_by(filed: Filed[Any]) -> str:
    """What a record is known by: its name, where it stands today, and what its document says."""
    path, said = told(filed.document)
    return f"{filed.slug} {filed.stage} {filed.record.status} {said} {path}"


def told(document: Document) -> tuple[str, str]:
    """What a document is known by: where it lies, and what it says."""
    return document.path, document.fingerprint or _hash(document.text)


def _hash(facts: object) -> str:
    return blake2b(repr(facts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
