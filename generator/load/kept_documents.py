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
from generator.load.reading import parse_document, read_document
from generator.load.site import Read
from generator.load.store import Store, key_of


def remembering(store: Store, program: bytes) -> Read:
    """Reads every file and parses only what is new; `program` stands for all that parsing depends on."""
    parse = partial(_parsed, store, program)

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
        values, entries, marks, body_line, fingerprint = marshal.loads(kept)
        yield replace(
            empty,
            values=values,
            entries=entries,
            marks=marks,
            lines=tuple(source.text.split("\n")),
            body_line=body_line,
            fingerprint=fingerprint,
        )
        return
    made = tuple(parse_document(source, empty))
    yield from made
    if len(made) == 1 and isinstance(made[0], Document):
        document = made[0]
        said: Any = (
            document.values,
            document.entries,
            document.marks,
            document.body_line,
            document.fingerprint,
        )
        store.put(key, marshal.dumps(said))
