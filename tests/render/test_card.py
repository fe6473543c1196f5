"""The card for social sites: a whole PNG with the council's words and colours, and the same everywhere."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import pytest

from generator.config import Theme
from generator.render.card import BAND, HEIGHT, WIDTH, card
from generator.render.lettering import strokes, width
from generator.render.picture import Picture, packed

GREEN = Theme(colour="#17433b", accent="#d8a33b", initials="LK")


def rows(png: bytes) -> list[bytes]:
    """The pixels of each row, as any reader of PNG undoes what was packed."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, parts = 8, {}
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        parts[name] = png[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", png[at + 8 + length : at + 12 + length])
        assert check == zlib.crc32(name + parts[name])
        at += 12 + length
    across, down = struct.unpack(">II", parts[b"IHDR"][:8])
    data, above, found = zlib.decompress(parts[b"IDAT"]), bytes(across), []
    for row in range(down):
        line = data[row * (across + 1) : (row + 1) * (across + 1)]
        assert line[0] == 2
        above = bytes((new + old) & 255 for new, old in zip(line[1:], above, strict=True))
        found.append(above)
    return found


def test_the_card_is_a_whole_picture_in_the_colours_of_the_council() -> None:
    png = card("Larkshire County Council", "How Larkshire uses your data", GREEN)
    found = rows(png)
    assert (len(found[0]), len(found)) == (WIDTH, HEIGHT)
    assert bytes.fromhex("17433bffffffd8a33b") in png
    assert set(found[-1]) == {2}
    assert found[0] == bytes(WIDTH)
    assert len(png) < 30_000


def test_other_words_make_another_picture() -> None:
    assert card("Larkshire", "Your data", GREEN) == card("Larkshire", "Your data", GREEN)
    assert card("Larkshire", "Your data", GREEN) != card("Larkshire", "Our data", GREEN)


@pytest.mark.parametrize("title", ["A", "Everything that we do with data and how people can say no " * 3])
def test_long_and_short_titles_stay_inside(title: str) -> None:
    found = rows(card("A council with a name that is long, longer and longer still", title, GREEN))
    assert all(row[:40] == bytes(40) and row[-20:] == bytes(20) for row in found[:-BAND])


def test_letters_with_accents_and_signs_without_a_drawing_leave_no_hole() -> None:
    assert list(strokes("ŵ")) == list(strokes("w"))
    assert width("a☃b") > width("ab")


@pytest.mark.parametrize(
    "data", [b"", b"a", b"abc" * 400, bytes(10_000), bytes(range(256)) * 3, b"ab" + b"\x90" * 261 + b"c"]
)
def test_what_is_packed_comes_out_again(data: bytes) -> None:
    assert zlib.decompress(packed(data)) == data


def test_runs_of_every_length_come_out_again() -> None:
    data = b"".join(bytes([n % 251]) * n for n in range(1, 600))
    assert zlib.decompress(packed(data)) == data


def test_a_line_has_its_breadth() -> None:
    picture = Picture(20, 20, ("#000000", "#ffffff"))
    picture.pen(((5, 10), (15, 10)), 4, 1)
    assert sum(row[10] for row in picture.rows) == 4


def test_every_page_names_the_card(built_demo: Path) -> None:
    card_file = built_demo / "card.png"
    assert rows(card_file.read_bytes())
    for page in ("index.html", "data-uses/council-tax/index.html"):
        named = re.search(
            r'<meta property="og:image" content="([^"]+)">', (built_demo / page).read_text("utf-8")
        )
        assert named is not None
        assert named[1] == "https://privacy.larkshire.example/card.png"
