"""The council's colours as tokens of the stylesheet, in pairs that can be read.

Contrast is that of WCAG 2.2 (relative luminance); text needs 4.5, parts of controls 3.
"""

from __future__ import annotations

from generator.config import Theme

Channels = tuple[float, float, float]

PAPER = "#ffffff"
NIGHT = "#14181a"
"""The page behind the text, in light and in dark mode."""

READABLE = 4.5
"""Contrast that text needs (WCAG 2.2, 1.4.3)."""

CLEAR = 8.0
"""Contrast at which a colour does not look dull on a dark page."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, background: str, wanted: float = READABLE) -> str:
    """The colour, moved towards white or black until it can be read on the background."""
    towards = 1.0 if _luminance(background) < 0.18 else 0.0
    for step in range(41):
        mixed = _mix(colour, towards, step / 40)
        if contrast(mixed, background) >= wanted:
            return mixed
    return _mix(colour, towards, 1.0)


def tokens(theme: Theme) -> str:
    """The custom properties that the stylesheet builds on, for light and for dark pages."""
    strong, link = (readable(colour, NIGHT, CLEAR) for colour in (theme.colour, theme.link))
    return (
        f":root{{--brand:{theme.colour};--on-brand:{ink_on(theme.colour)};"
        f"--brand-strong:{readable(theme.colour, PAPER)};--link:{readable(theme.link, PAPER)};"
        f"--accent:{theme.accent}}}\n"
        "@media (prefers-color-scheme:dark){:root{"
        f"--brand-strong:{strong};--link:{link}}}}}\n"
    )


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on the colour."""
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(ink, colour))


def _channels(colour: str) -> Channels:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mix(colour: str, towards: float, share: float) -> str:
    mixed = (c + (towards - c) * share for c in _channels(colour))
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in mixed)
