"""A thing to publish: its address on the site, its bytes and what it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Lent:
    """Bytes that lie somewhere until they are read, block by block: how many, and their SHA-256."""

    blocks: Callable[[], Iterator[bytes]]
    size: int
    fingerprint: str


ASSETS = "/assets/"
"""Where style sheets and scripts lie. What is there is kept by browsers for a year, so no page can be."""

Lend = Callable[[Iterable[bytes]], bytes | Lent]
"""Where the blocks of a large file go: together in memory, or where they can lie until they are read."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file of the site.

    `url` is the address from the root of the site (`/data-uses/council-tax/`), `sources` are
    the content files, relative to the site, that a finding about it should point to.
    """

    url: str
    content: bytes | Lent
    media_type: str
    sources: tuple[str, ...] = ()

    @property
    def body(self) -> bytes:
        """The bytes, read where they lie elsewhere."""
        return b"".join(self.blocks())

    def blocks(self) -> Iterator[bytes]:
        """The bytes one part after the other, so that not all of a large file is in memory."""
        return iter((self.content,)) if isinstance(self.content, bytes) else self.content.blocks()

    def in_memory(self) -> Artefact:
        """The same with its bytes at hand, for a process that does not have the file where they lie."""
        return replace(self, content=self.body)

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.size

    @property
    def path(self) -> str:
        """Where the file lies in the output folder; every page is `index.html` in its folder."""
        return (self.url + "index.html" if self.url.endswith("/") else self.url).lstrip("/")

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the bytes, in hexadecimal, as `/manifest.json` lists it."""
        if isinstance(self.content, bytes):
            return sha256(self.content).hexdigest()
        return self.content.fingerprint
