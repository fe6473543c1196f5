"""Colours of style sheets and how well two of them can be told apart (WCAG 2.2, relative luminance)."""

from __future__ import annotations

import re

from generator.proofread.on_demand import on_demand

Colour = tuple[float, float, float]

_NAMES = {
    "black": "000000",
    "silver": "c0c0c0",
    "gray": "808080",
    "grey": "808080",
    "white": "ffffff",
    "maroon": "800000",
    "red": "ff0000",
    "purple": "800080",
    "fuchsia": "ff00ff",
    "green": "008000",
    "lime": "00ff00",
    "olive": "808000",
    "yellow": "ffff00",
    "navy": "000080",
    "blue": "0000ff",
    "teal": "008080",
    "aqua": "00ffff",
    "cyan": "00ffff",
    "magenta": "ff00ff",
    "orange": "ffa500",
    "pink": "ffc0cb",
    "brown": "a52a2a",
    "darkgray": "a9a9a9",
    "darkgrey": "a9a9a9",
    "lightgray": "d3d3d3",
    "lightgrey": "d3d3d3",
    "dimgray": "696969",
    "dimgrey": "696969",
    "gold": "ffd700",
    "darkred": "8b0000",
    "darkgreen": "006400",
    "darkblue": "00008b",
    "lightblue": "add8e6",
    "lightgreen": "90ee90",
    "lightyellow": "ffffe0",
    "whitesmoke": "f5f5f5",
    "gainsboro": "dcdcdc",
    "tomato": "ff6347",
    "salmon": "fa8072",
    "coral": "ff7f50",
    "crimson": "dc143c",
    "indigo": "4b0082",
    "violet": "ee82ee",
    "khaki": "f0e68c",
    "beige": "f5f5dc",
    "ivory": "fffff0",
    "skyblue": "87ceeb",
    "steelblue": "4682b4",
    "slategray": "708090",
    "slategrey": "708090",
    "royalblue": "4169e1",
    "rebeccapurple": "663399",
}
_HEX = on_demand(r"#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{3}f|[0-9a-f]{6}ff)", re.I)
_RGB = on_demand(
    r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*1(?:\.0*)?\s*)?\)", re.I
)


def colour(value: str) -> Colour | None:
    """A colour that covers what lies behind it; `None` for any other value."""
    value = value.strip().lower()
    rgb = _RGB.fullmatch(value)
    if rgb:
        red, green, blue = (min(int(part), 255) / 255 for part in rgb.groups())
        return red, green, blue
    digits = _NAMES.get(value) or (value[1:] if _HEX.fullmatch(value) else "")
    if not digits:
        return None
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits[:3])
    red, green, blue = (int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(channels: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
