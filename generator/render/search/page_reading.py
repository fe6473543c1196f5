"""The pages that documents stand on, as search reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from generator.artefacts import Artefact
from generator.load.memory import Memory
from generator.render.search.documents import Found
from generator.render.search.text import NOTHING, PageWords, page_words

AT_ONCE = 64
"""Pages that are held in memory, so that those of documents that lie together are read once."""


@dataclass(frozen=True, slots=True)
class PageReading:
    """Reads a page once while the documents beside it are counted; what it said is known by its bytes.

    A template that is changed gives pages of other bytes, which mostly say the same.
    """

    pages: Mapping[str, Artefact]
    memory: Memory | None
    read: dict[str, PageWords] = field(default_factory=dict)

    def words(self, found: Found) -> PageWords:
        """The words of the page of a document; none where the page only repeats what others say."""
        page = self._page_of(found)
        if page is None:
            return NOTHING
        if page.url not in self.read:
            if len(self.read) == AT_ONCE:
                self.read.clear()
            self.read[page.url] = page_words(page.body)
        return self.read[page.url]

    def said(self, found: Sequence[Found]) -> list[str]:
        """A hash of these words, for documents that lie together."""
        if self.memory is None:
            return [""] * len(found)
        pages = map(self._page_of, found)
        facts = [(page.fingerprint if page else "",) for page in pages]
        return self.memory.together(("said", found[0].url), facts, lambda n: _hash(self.words(found[n])))

    def _page_of(self, found: Found) -> Artefact | None:
        return None if found.repeats else self.pages.get(found.url)


def _hash(words: PageWords) -> str:
    return blake2b(repr(words).encode(), digest_size=16).hexdigest()
