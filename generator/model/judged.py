"""The files of a site that rules look at."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.documents import Document
from generator.model.register import Register

Judged = tuple[Document, tuple[str, ...]]
"""A file, and what decides which rules look at it."""


def judged_files(register: Register) -> Iterator[Judged]:
    """Every file of a site that rules look at."""
    yield register.site_document, (register.site.base_url,)
    for filed in register.records():
        yield filed.document, (filed.stage.value, filed.record.status)
    lists = {
        item.document.path: item.document for each in register.reference.values() for item in each.values()
    }
    yield from ((document, ()) for document in lists.values())
