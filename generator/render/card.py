"""The card that social sites show beside a link: the name and the mark on the council's colour.

They take PNG and JPEG and no SVG, so it is drawn here, without a font.
"""

from __future__ import annotations

from functools import cache

from generator.config import Theme
from generator.render.colours import ink_on
from generator.render.lettering import CAPITAL, WEIGHT, strokes, width
from generator.render.picture import Picture

WIDTH, HEIGHT, EDGE = 800, 420, 60
INK, ACCENT = 1, 2
"""Numbers of the colours; 0 is the council's own."""

MARK, BAND, RULE = 100, 18, 10
"""The side of the mark, the height of the band at the foot, and that of the rule under the initials."""

TITLE_FROM, TITLE_TO = 190, HEIGHT - BAND - 30
"""Between which heights the title stands."""

LEADING, LARGEST, NAME = 12, 7.4, 4.0
"""The height of a line in units of a letter, the largest size of the title and that of the name."""


@cache
def card(name: str, title: str, theme: Theme) -> bytes:
    """The card as a PNG file."""
    picture = Picture(WIDTH, HEIGHT, (theme.colour, ink_on(theme.colour), theme.accent))
    picture.rectangle(0, HEIGHT - BAND, WIDTH, BAND, ACCENT)
    left = EDGE
    if theme.initials:
        _mark(picture, theme.initials)
        left += MARK + 28
    size = min(NAME, _size_in(name, WIDTH - EDGE - left))
    _write(picture, name, (left, EDGE + (MARK + CAPITAL * size) / 2), size, INK)
    size, lines = _fitted(title, LARGEST)
    for number, line in enumerate(reversed(lines)):
        _write(picture, line, (EDGE, TITLE_TO - (number * LEADING + 3) * size), size, INK)
    return picture.png()


def _mark(picture: Picture, initials: str) -> None:
    picture.rectangle(EDGE, EDGE, MARK, MARK, INK)
    picture.rectangle(EDGE, EDGE + MARK - RULE, MARK, RULE, ACCENT)
    size = min(6.0, _size_in(initials, MARK - 28))
    left = EDGE + (MARK - width(initials) * size) / 2
    _write(picture, initials, (left, EDGE + (MARK - RULE + CAPITAL * size) / 2), size, 0)


def _write(picture: Picture, text: str, at: tuple[float, float], size: float, colour: int) -> None:
    """Writes a line from a point on its base."""
    for stroke in strokes(text):
        points = tuple((at[0] + x * size, at[1] - y * size) for x, y in stroke)
        picture.pen(points, WEIGHT * size, colour)


def _size_in(text: str, room: float) -> float:
    """The size at which a text fills the room."""
    return room / max(width(text), 1)


def _fitted(text: str, size: float) -> tuple[float, list[str]]:
    """The largest size up to the given one at which the text fits in its place, and its lines."""
    lines = _wrapped(text, size)
    widest = max((width(line) for line in lines), default=1.0)
    if len(lines) * LEADING * size <= TITLE_TO - TITLE_FROM and widest * size <= WIDTH - 2 * EDGE:
        return size, lines
    return _fitted(text, size * 0.9)


def _wrapped(text: str, size: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) * size <= WIDTH - 2 * EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
