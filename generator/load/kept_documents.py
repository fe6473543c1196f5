"""Files whose text an earlier run has parsed are not parsed again."""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.diagnostics import Finding
from generator.load.documents import Document
from generator.load.files import SourceFile
from generator.load.memory import Memory
from generator.load.reading import parse_document, read_document
from generator.load.site import Read
from generator.load.store import Store, key_of
from generator.load.yaml import Marks


def remembering(memory: Memory | None) -> Read:
    """Reads every file and parses only what is new; without a memory everything is."""
    if memory is None:
        return read_document
    parse = partial(_parsed, memory.store, memory.program)

    def read(file: Path, site: Path, collection: str) -> Iterator[Document | Finding]:
        return read_document(file, site, collection, parse)

    return read


def _parsed(
    store: Store, program: bytes, source: SourceFile, empty: Document
) -> Iterator[Document | Finding]:
    """The document in a text; one with mistakes is parsed each time, so that they are told each time."""
    key = key_of("document", program, source.path, empty.collection, empty.language, source.text)
    kept = store.get(key)
    if kept is not None:
        values, entries, places, body_line, fingerprint = marshal.loads(kept)
        yield replace(
            empty,
            values=values,
            entries=entries,
            marks=Marks(*places),
            lines=tuple(source.text.split("\n")),
            body_line=body_line,
            fingerprint=fingerprint,
        )
        return
    made = tuple(parse_document(source, empty))
    yield from made
    document = made[0] if len(made) == 1 else None
    if isinstance(document, Document) and isinstance(document.marks, Marks):
        marks = document.marks
        said: Any = (
            document.values,
            document.entries,
            (marks.text, marks.first_line, marks.more),
            document.body_line,
            document.fingerprint,
        )
        store.put(key, marshal.dumps(said))
