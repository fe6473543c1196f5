"""Numbers and texts as few bytes: variable-length numbers, front coding, raw DEFLATE."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence

_RAW = -15
"""zlib's window of 32 KiB without a header, which browsers call `deflate-raw`."""
_MEMORY = 8
"""How long a block gets; one longer compresses a little worse."""
_AT_ONCE = 32_768
"""Bytes that are compressed before it is looked at how many came of them."""


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
    return b"".join(_packed(bodies, before))


def packed_within(most: int, *bodies: bytes) -> bytes | None:
    """The same, unless that has more bytes than that; then it is not looked for how many."""
    found = b""
    for block in _packed(bodies, b""):
        found += block
        if len(found) > most:
            return None
    return found


def _packed(bodies: Sequence[bytes], before: bytes) -> Iterator[bytes]:
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW, _MEMORY, zdict=before)
    for number, body in enumerate(bodies):
        if number:
            yield packer.flush(zlib.Z_BLOCK)
        for start in range(0, len(body), _AT_ONCE):
            yield packer.compress(body[start : start + _AT_ONCE])
    yield packer.flush()
