"""Files that an earlier run has parsed are not parsed again, and are in memory only while they are read."""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from generator.diagnostics import Finding
from generator.load.documents import Content, Document
from generator.load.files import SourceFile
from generator.load.held import Piece
from generator.load.memory import Memory
from generator.load.reading import fingerprint, fingerprint_of, parse_document, read_document
from generator.load.site import Read
from generator.load.store import Store, key_of
from generator.load.yaml import Marks

FACTS = 32
"""Bytes at the start of what is kept of a document: the hash of its facts."""

READ_AT_ONCE = 8
"""Files that are held in memory: rules and findings go through them one after the other."""


def remembering(memory: Memory | None) -> Read:
    """Reads every file and parses only what is new; without a memory everything is."""
    if memory is None:
        return read_document
    parse = partial(_parsed, memory.store, memory.program)
    known = partial(_known, memory.store, memory.program)

    def read(file: Path, site: Path, collection: str) -> Iterator[Document | Finding]:
        return read_document(file, site, collection, parse, known)

    return read


def _known(store: Store, program: bytes, body: bytes, empty: Document) -> Document | None:
    """The document of which the text was the same as these bytes, if any was."""
    return _kept(store, program, empty, fingerprint_of(body))


def _kept(store: Store, program: bytes, empty: Document, fingerprint: str) -> Document | None:
    kept = store.found(_key(program, empty, fingerprint))
    if kept is None:
        return None
    piece, body = kept
    facts = body[:FACTS].decode("ascii")
    return replace(empty, said=partial(_content, piece), fingerprint=fingerprint, facts=facts)


def _key(program: bytes, empty: Document, fingerprint: str) -> bytes:
    return key_of("document", program, empty.path, empty.collection, empty.language, fingerprint)


def _parsed(
    store: Store, program: bytes, source: SourceFile, empty: Document
) -> Iterator[Document | Finding]:
    """The document in a text; one with mistakes is parsed each time, so that they are told each time."""
    known = _kept(store, program, empty, fingerprint(source.text))
    if known:
        yield known
        return
    made = tuple(parse_document(source, empty))
    document = made[0] if len(made) == 1 else None
    if isinstance(document, Document) and isinstance(document.marks, Marks):
        key = _key(program, empty, document.fingerprint)
        laid = store.put(key, document.facts.encode() + marshal.dumps(_plain(document, document.marks)))
        yield replace(document, said=partial(_content, laid))
    else:
        yield from made


def _plain(document: Document, marks: Marks) -> Any:
    """What a document says as plain values."""
    said, places = document.content, (marks.text, marks.first_line, marks.more)
    return said.values, said.entries, places, said.text, said.body_line


@lru_cache(maxsize=READ_AT_ONCE)
def _content(kept: Piece) -> Content:
    values, entries, places, text, body_line = marshal.loads(kept.read()[FACTS:])
    return Content(values, entries, Marks(*places), text, body_line)
