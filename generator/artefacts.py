"""A thing to publish: its address on the site, its bytes and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file of the site.

    `url` is the address from the root of the site (`/data-uses/council-tax/`), `sources` are
    the content files, relative to the site, that a finding about it should point to.
    """

    url: str
    body: bytes
    media_type: str
    sources: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where the file lies in the output folder; every page is `index.html` in its folder."""
        return (self.url + "index.html" if self.url.endswith("/") else self.url).lstrip("/")

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the bytes, in hexadecimal, as `/manifest.json` lists it."""
        return sha256(self.body).hexdigest()
