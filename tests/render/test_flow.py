"""The picture of where data comes from and goes to, on the demonstration and piece by piece."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.render.lean import lean_script, lean_style
from generator.render.views.flow import MOST_LINES, wrapped


def test_a_long_name_is_wrapped_and_a_far_too_long_one_ends_in_dots() -> None:
    assert wrapped("Other councils") == ["Other councils"]
    assert wrapped("Valuation Office (part of HM Revenue and Customs)") == [
        "Valuation Office (part of HM",
        "Revenue and Customs)",
    ]
    endless = wrapped("people who saw what happened " * 9)
    assert len(endless) == MOST_LINES
    assert endless[-1].endswith("…")


def test_every_data_use_has_a_picture_that_says_what_it_shows(built_demo: Path) -> None:
    for page in (built_demo / "data-uses").glob("*/index.html"):
        picture = BeautifulSoup(page.read_bytes(), "html.parser").select_one("#sharing > svg[role=img]")
        assert picture, page
        label = str(picture["aria-label"])
        for line in picture.find_all("tspan"):
            words = line.get_text().removesuffix(" …").rstrip(".")
            assert words in label, (page, words)
        assert not picture.select("[style], script")


def test_no_line_leaves_the_picture_and_none_lies_on_another(built_demo: Path) -> None:
    for page in (built_demo / "data-uses").glob("*/index.html"):
        picture = BeautifulSoup(page.read_bytes(), "html.parser").select_one("svg.flow")
        assert picture, page
        steps = [int(str(line["dy"])) for line in picture.find_all("tspan")]
        assert min(steps) >= 20
        assert sum(steps) < int(str(picture["viewbox"]).split()[-1])


@pytest.mark.parametrize(
    ("written", "lean"),
    [
        ('const a = { b: "c = d" }', 'const a={b:"c = d"}'),
        ("x = a + +b", "x=a + +b"),
        (r"const form = /(?:^|; )([a-z] = )/", r"const form=/(?:^|; )([a-z] = )/"),
        ("a = b / c / 2", "a=b/c/2"),
        ("f(\n  a,\n  b\n)\ng()", "f(a,b)\ng()"),
        ("// why\nrun()", "run()"),
    ],
)
def test_a_lean_script_means_the_same(written: str, lean: str) -> None:
    assert lean_script(written) == lean + "\n"


def test_a_lean_stylesheet_keeps_the_blanks_of_its_sums() -> None:
    style = "a > b + c { width: calc(1rem + 2px) }\n@media (min-width: 4rem) { d ~ e { top: 0 } }"
    assert lean_style(style) == "a>b+c{width:calc(1rem + 2px)}@media (min-width:4rem){d~e{top:0}}\n"
