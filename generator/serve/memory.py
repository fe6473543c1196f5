"""What the preview need not make again after a save: files that it has read, and the last good ones.

Everything made from a document lives and dies with it (`model.kept`), so that remembering documents
is enough. A file is known by its stamp; one whose stamp is new is read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from generator.build import Order
from generator.diagnostics import Finding
from generator.load.documents import Document
from generator.load.reading import read_document
from generator.load.site import PROGRAM, Loaded, Read, load
from generator.load.snapshot import Snapshot, Stamp
from generator.model.assemble import Modelled, model
from generator.model.register import Register

Items = tuple[Document | Finding, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What the files say, and what is shown of it.

    `modelled` is the truth, with everything that is wrong. `register` is what pages are made of:
    a file that cannot be used is in it as it was when it last could, and `standing_in` names it.
    """

    modelled: Modelled
    register: Register | None
    standing_in: frozenset[str]


@dataclass
class Memory:
    """Files as they were read, by path, and the last document of each file that could be used.

    `ours` are those that come with the program, which nobody edits while it runs. `read` reads a file
    that is new here; it may know its text from an earlier run.
    """

    read: Read = read_document
    files: dict[str, tuple[Stamp, Items]] = field(default_factory=dict)
    good: dict[str, Document] = field(default_factory=dict)
    ours: dict[str, Items] = field(default_factory=dict)

    def content(self, order: Order, stamps: Snapshot) -> Content:
        """Reads what has changed since the last time; the rest is remembered."""
        loaded = load(order.site, partial(self._read, stamps))
        self.files = {file: kept for file, kept in self.files.items() if file in stamps}
        modelled = model(loaded, order.today, order.drafts, order.base_url)
        self._learn(loaded, modelled)
        stand_ins = self._stand_ins(order, loaded, modelled, stamps)
        if not stand_ins:
            return Content(modelled, modelled.register, frozenset())
        shown = model(_with(loaded, stand_ins), order.today, order.drafts, order.base_url)
        return Content(modelled, shown.register, frozenset(stand_ins))

    def _read(self, stamps: Snapshot, file: Path, site: Path, collection: str) -> Items:
        name = str(file)
        if site == PROGRAM:
            if name not in self.ours:
                self.ours[name] = tuple(self.read(file, site, collection))
            return self.ours[name]
        stamp, known = stamps.get(name), self.files.get(name)
        if known and stamp == known[0]:
            return known[1]
        read = tuple(self.read(file, site, collection))
        if stamp:
            self.files[name] = (stamp, read)
        return read

    def _learn(self, loaded: Loaded, modelled: Modelled) -> None:
        for document in _usable(loaded, modelled):
            self.good[document.path] = document

    def _stand_ins(
        self, order: Order, loaded: Loaded, modelled: Modelled, stamps: Snapshot
    ) -> Mapping[str, Document]:
        """The last good documents of files that are there and cannot be used."""
        usable = {document.path for document in _usable(loaded, modelled)}
        root = str(order.site) + os.sep
        there = {path for path in self.good if root + path.replace("/", os.sep) in stamps}
        self.good = {path: document for path, document in self.good.items() if path in there}
        return {path: self.good[path] for path in sorted(there - usable)}


def _usable(loaded: Loaded, modelled: Modelled) -> Iterator[Document]:
    """The documents of which pages can be made: lists, records, versions, a site.yaml that says enough."""
    register = modelled.register
    if register is None:
        return
    if register.has_what_pages_need:
        yield register.site_document
    yield from (filed.document for filed in register.records())
    yield from (version.document for kept in register.versions.values() for version in kept)
    faulty = {finding.location.path for finding in modelled.findings if finding.rule != "unknown-id"}
    yield from (d for d in loaded.documents if d.collection == "reference" and d.path not in faulty)


def _with(loaded: Loaded, stand_ins: Mapping[str, Document]) -> Loaded:
    others: Iterable[Document] = (*loaded.documents, *loaded.versions)
    every = (*(d for d in others if d.path not in stand_ins), *stand_ins.values())
    in_order = sorted(every, key=lambda document: (document.collection, document.path))
    return replace(
        loaded,
        site=stand_ins.get("site.yaml", loaded.site),
        documents=tuple(d for d in in_order if d.collection != "site" and not d.version),
        versions=tuple(d for d in in_order if d.version),
    )
