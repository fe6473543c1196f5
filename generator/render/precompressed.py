"""Files beside the text files that a web server can send as they are: `.br` and `.gz`."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from generator.artefacts import Artefact

SMALLEST = 512
"""Bytes from which it is worth the while."""

_TEXT = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")
_FOR_SERVERS = ("nginx.conf", "_headers", "_redirects")
_GZIP = 31
"""zlib's window of 32 KiB in the wrapping of gzip, which then holds no name and no time."""


def precompressed(artefacts: Iterable[Artefact]) -> Iterator[Artefact]:
    """The same for browsers that take Brotli, and for those that take gzip. Needs the extra `compress`."""
    import brotli

    for artefact in artefacts:
        wanted = artefact.media_type.startswith(_TEXT) and artefact.path not in _FOR_SERVERS
        if wanted and len(artefact.body) >= SMALLEST:
            packed = zlib.compressobj(9, zlib.DEFLATED, _GZIP)
            path, text = f"/{artefact.path}", artefact.body
            yield Artefact(f"{path}.br", brotli.compress(text, quality=11), "application/octet-stream")
            yield Artefact(f"{path}.gz", packed.compress(text) + packed.flush(), "application/gzip")
