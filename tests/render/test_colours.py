"""Whatever colours a council has, words can be read (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import random
import re

import pytest

from generator.config import Theme
from generator.render.colours import NIGHT, PAPER, READABLE, contrast, readable, tokens

chance = random.Random(20261122)
COLOURS = ["#000000", "#ffffff", "#ffff00", "#ff0000", "#808080", "#777777"]
COLOURS += [f"#{chance.randrange(0x1000000):06x}" for _ in range(60)]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)
    assert contrast("#ff0000", "#ffffff") == contrast("#ffffff", "#ff0000")


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("background", [PAPER, NIGHT])
def test_a_colour_is_moved_until_it_can_be_read(colour: str, background: str) -> None:
    made = readable(colour, background)
    assert contrast(made, background) >= READABLE
    if contrast(colour, background) >= READABLE:
        assert made == colour


@pytest.mark.parametrize("colour", COLOURS)
def test_every_pair_of_the_stylesheet_can_be_read(colour: str) -> None:
    css = tokens(Theme(colour=colour, link=colour, accent=colour))
    light, dark = css.split("@media")
    for part, background in ((light, PAPER), (dark, NIGHT)):
        found = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", part))
        assert contrast(found["link"], background) >= READABLE
        assert contrast(found["brand-strong"], background) >= READABLE
        if "brand" in found:
            assert contrast(found["brand"], found["on-brand"]) >= READABLE
