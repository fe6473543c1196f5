"""What each part of a register says, as a hash: what is made of some is kept while theirs are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from generator.load.documents import Document
from generator.model.reference import LISTS
from generator.model.register import Filed, Index, Register

KnownBy = Callable[[Filed[Any]], str]


@dataclass(frozen=True)
class Prints:
    """The hash of every part of a register; what else is read for a page is put beside them.

    A part is a list, a folder of records, what little of these many ask for, or one key of an index, of
    which each record is `known_by` what is asked of it.
    """

    parts: dict[str, str]
    indexes: Mapping[str, Index]
    known_by: KnownBy
    keys: dict[str, str] = field(default_factory=dict)
    joined: dict[tuple[str, ...], str] = field(default_factory=dict)

    def of(self, parts: Iterable[str]) -> str:
        """What some parts say, as one hash; their order does not matter, and most pages ask for the same."""
        names = tuple(sorted(parts))
        known = self.joined.get(names)
        if known is None:
            known = self.joined[names] = _hash([(part, self._of(part)) for part in names])
        return known

    def _of(self, part: str) -> str:
        if part in self.parts:
            return self.parts[part]
        if part not in self.keys:
            name, _, key = part.partition(" ")
            self.keys[part] = _hash([self.known_by(use) for use in self.indexes[name].get(key, ())])
        return self.keys[part]


def prints_of(register: Register, indexes: Mapping[str, Index]) -> Prints:
    """The hash of every part of a register."""
    return Prints({part: _hash(facts) for part, facts in _facts(register).items()}, indexes, known_by)


def without_texts(prints: Prints, register: Register) -> Prints:
    """The same for pages: none reads the text of a data use but its own, which is known by all that it says.

    The text of one with earlier versions is compared with theirs, for all to read what has changed.
    """
    compared = register.versions.keys()

    def known(filed: Filed[Any]) -> str:
        return known_by(filed) if filed.key in compared else _known_by_facts(filed)

    uses = _hash([known(use) for use in register.data_uses.values()])
    return Prints({**prints.parts, "data-uses": uses}, prints.indexes, known)


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


def _known_by_facts(filed: Filed[Any]) -> str:
    path, said = told(filed.document)
    return f"{filed.slug} {filed.stage} {filed.record.status} {filed.document.facts or said} {path}"


def told(document: Document) -> tuple[str, str]:
    """What a document is known by: where it lies, and what it says."""
    return document.path, document.fingerprint or _hash(document.text)


def _hash(facts: object) -> str:
    return blake2b(repr(facts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
