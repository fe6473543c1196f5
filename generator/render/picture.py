"""A picture of a few flat colours, drawn in lines and rectangles, as a PNG with the same bytes everywhere.

Compression libraries differ in their output from version to version, so the runs of equal pixels are
packed here (RFC 1950, RFC 1951 with the fixed code; PNG, ISO/IEC 15948).
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.render.lettering import Point, Stroke

LONGEST_RUN = 258


class Picture:
    """A picture of up to 16 colours; colour 0 is the ground."""

    def __init__(self, width: int, height: int, colours: Sequence[str]) -> None:
        self.width, self.height, self.colours = width, height, tuple(colours)
        self.rows = [bytearray(width) for _ in range(height)]

    def rectangle(self, left: int, top: int, width: int, height: int, colour: int) -> None:
        """Fills a rectangle."""
        for row in self.rows[top : top + height]:
            row[left : left + width] = bytes([colour]) * width

    def pen(self, stroke: Stroke, breadth: float, colour: int) -> None:
        """Draws a stroke with a round pen."""
        for start, end in pairwise(stroke):
            self._segment(start, end, breadth / 2, colour)

    def _segment(self, start: Point, end: Point, radius: float, colour: int) -> None:
        top, bottom = (edge(start[1], end[1]) for edge in (min, max))
        for y in range(max(0, math.floor(top - radius)), min(self.height, math.ceil(bottom + radius))):
            found = _crossing(start, end, radius, y + 0.5)
            if found:
                left, right = max(0, round(found[0])), min(self.width, round(found[1]))
                self.rows[y][left:right] = bytes([colour]) * max(0, right - left)

    def png(self) -> bytes:
        """The picture as a PNG file: each row as its difference from the one above it."""
        above = (bytearray(self.width), *self.rows)
        data = b"".join(
            b"\2" + _difference(row, before) for row, before in zip(self.rows, above, strict=False)
        )
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        palette = bytes.fromhex("".join(colour.lstrip("#") for colour in self.colours))
        parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", packed(data)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, body) for name, body in parts)


def _difference(row: bytearray, above: bytearray) -> bytes:
    """Each pixel less the one above it (filter 2 of PNG), for all at once: two of 16 colours to a byte."""
    both = (int.from_bytes(row, "big") << 4) + int.from_bytes(above, "big")
    return both.to_bytes(len(row), "big").translate(_LESS)


_LESS = bytes(((pair >> 4) - (pair & 15)) & 255 for pair in range(256))


def _crossing(start: Point, end: Point, radius: float, y: float) -> tuple[float, float] | None:
    """Where a row goes into a segment with round ends and where it comes out again."""
    found: list[float] = []
    for x, height in (start, end):
        if abs(y - height) < radius:
            half = math.sqrt(radius * radius - (y - height) ** 2)
            found += (x - half, x + half)
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    if length:
        x, height = (end[1] - start[1]) / length * radius, (start[0] - end[0]) / length * radius
        sides = ((start, 1), (end, 1), (end, -1), (start, -1), (start, 1))
        corners = [(point[0] + side * x, point[1] + side * height) for point, side in sides]
        for one, other in pairwise(corners):
            if (one[1] <= y) != (other[1] <= y):
                found.append(one[0] + (y - one[1]) / (other[1] - one[1]) * (other[0] - one[0]))
    return (min(found), max(found)) if found else None


def _part(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def packed(data: bytes) -> bytes:
    """The data as a zlib stream of literals and runs, in the fixed code of RFC 1951."""
    bits = 0b011  # the last block, fixed code
    count, out = 3, bytearray(b"\x78\x01")
    for code, length in (*_codes(data), (0, 7)):
        bits |= code << count
        count += length
        while count >= 8:
            out.append(bits & 255)
            bits >>= 8
            count -= 8
    if count:
        out.append(bits & 255)
    return bytes(out) + struct.pack(">I", zlib.adler32(data))


def _codes(data: bytes) -> Iterable[tuple[int, int]]:
    """Each code as its bits, the first of them lowest, with their number."""
    at = 0
    while at < len(data):
        value, run = data[at], 1
        yield _LITERALS[value]
        at += 1
        while at < len(data) and data[at] == value:
            run = _run(data, at)
            if run < 3:
                break
            yield _RUNS[run]
            yield 0, 5  # one byte back
            at += run


def _run(data: bytes, at: int) -> int:
    """How many bytes from here on are the same as the one before, up to the longest run."""
    value = data[at - 1 : at]
    piece = data[at : at + LONGEST_RUN]
    return len(piece) - len(piece.lstrip(value))


def _mirrored(value: int, length: int) -> tuple[int, int]:
    return int(f"{value:0{length}b}"[::-1], 2), length


def _literal(value: int) -> tuple[int, int]:
    if value < 144:
        return _mirrored(48 + value, 8)
    if value < 256:
        return _mirrored(400 + value - 144, 9)
    return _mirrored(value - 256, 7) if value < 280 else _mirrored(192 + value - 280, 8)


def _run_codes() -> dict[int, tuple[int, int]]:
    """The code of every length from 3 to 258, with its further bits after it."""
    codes: dict[int, tuple[int, int]] = {}
    length = 3
    for symbol in range(257, 285):
        further = max(0, (symbol - 261) // 4)
        base, bits = _literal(symbol)
        for more in range(1 << further):
            codes[length] = base | more << bits, bits + further
            length += 1
    codes[LONGEST_RUN] = _literal(285)
    return codes


_LITERALS = tuple(_literal(value) for value in range(256))
_RUNS = _run_codes()
