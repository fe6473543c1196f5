"""Numbers and texts as few bytes: variable-length numbers, front coding, raw DEFLATE."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

_RAW = -15
"""zlib's window of 32 KiB without a header, which browsers call `deflate-raw`."""
_MEMORY = 8
"""How long a block gets; one longer compresses a little worse."""


def number(value: int) -> bytes:
    """A whole number in base 128, the least part first; all bytes but the last have the high bit."""
    return numbers((value,))


def numbers(values: Iterable[int]) -> bytes:
    """Whole numbers, one behind the other."""
    found = bytearray()
    for value in values:
        while value > 127:
            found.append(value & 127 | 128)
            value >>= 7
        found.append(value)
    return bytes(found)


def front_coded(words: Iterable[str], before: str) -> Iterator[bytes]:
    """Each word as how much of the one before it keeps, and what follows."""
    for word in words:
        kept, most = 0, min(len(word), len(before))
        while kept < most and word[kept] == before[kept]:
            kept += 1
        rest = word[kept:].encode()
        yield numbers((kept, len(rest))) + rest
        before = word


def packed(*bodies: bytes, before: bytes = b"") -> bytes:
    """Compressed by us, because hosts do not compress files of a kind that they do not know.

    Each body has blocks of its own, because what differs in kind compresses better apart. `before` is
    what whoever unpacks it knows already, as if it had come first.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW, _MEMORY, zdict=before)
    blocks = (packer.compress(body) + packer.flush(zlib.Z_BLOCK) for body in bodies[:-1])
    return b"".join((*blocks, packer.compress(bodies[-1]), packer.flush()))
