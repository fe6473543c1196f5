"""Editors' Markdown becomes HTML that cannot do harm."""

from __future__ import annotations

import random
import re
import time

import pytest
from bs4 import BeautifulSoup

from generator.render.markdown_reader import ALLOWED, markdown_reader
from generator.render.prose import Prose


def resolve(href: str) -> str | None:
    if href.startswith("page:"):
        return "/" + href.removeprefix("page:") + "/"
    return href if href.startswith(("https://", "#", "mailto:")) else None


@pytest.fixture
def prose() -> Prose:
    return Prose({"phone": "01632 960 001", "web": "https://www.example.org/a/"}, resolve)


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox)",
    "[x](//evil.example)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    '[x](https://ok.example "onclick=alert(1)")',
    '[x](https://ok.example/"onmouseover="alert(1))',
    "<div>\n\n<script>alert(1)</script>\n\n</div>",
    "<!-- <script>alert(1)</script> -->",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "|a|\n|-|\n|<script>alert(1)</script>|",
    "# <b onclick=alert(1)>x</b>",
    "x{: onclick=alert(1)}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<<script>script>alert(1)<</script>/script>",
    "\x02klzzwxh:0000\x03",
    "<style>*{display:none}</style>",
    "<iframe src=https://evil.example></iframe>",
]


@pytest.mark.parametrize("way", ["block", "inline"])
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_comes_out(prose: Prose, text: str, way: str) -> None:
    html = str(getattr(prose, way)(text))
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(True):
        assert element.name in ALLOWED, html
        assert set(element.attrs) <= set(ALLOWED[element.name]), html
        if element.name == "a":
            assert re.match(r"(https://|/(?!/)|#|mailto:)", element["href"]), html


def test_markdown_becomes_html(prose: Prose) -> None:
    html = prose.block("# One\n\n## Two\n\n- a\n- *b*\n\n1. c\n\n|x|y|\n|-|-|\n|1|2|\n\n> q\n\n**s** `c`")
    for part in ('<h2 id="text-one">', '<h3 id="text-two">', "<li>a</li>", "<em>b</em>", "<ol>"):
        assert part in html
    for part in (
        '<th scope="col">x</th>',
        "<td>1</td>",
        "<blockquote>",
        "<strong>s</strong>",
        "<code>c</code>",
    ):
        assert part in html


def test_headings_go_below_those_of_the_page_and_leave_no_gap(prose: Prose) -> None:
    html = prose.block("### Deep\n\n#### Deeper\n\n### Deep", level=3)
    assert re.findall(r"<h(\d) id=\"(.*?)\"", html) == [
        ("3", "text-deep"),
        ("4", "text-deeper"),
        ("3", "text-deep-2"),
    ]


def test_links_within_the_site_are_resolved_and_dead_ones_become_text(prose: Prose) -> None:
    assert prose.inline("[us](page:about)") == '<a href="/about/">us</a>'
    assert prose.inline("[x](nothing:here)") == "x"


def test_facts_are_filled_in(prose: Prose) -> None:
    assert prose.inline("Ring [[phone]] now") == "Ring 01632 960 001 now"
    assert prose.inline("See [[ web ]]") == 'See <a href="https://www.example.org/a/">www.example.org/a</a>'
    assert prose.inline("No [[such-fact]].") == "No ."


@pytest.mark.parametrize(
    "text", ["Plain words", "A & B", "“quotes” and 5 < 6", "it's 10% off", 'say "hi"', "", "ŵ 🗑️"]
)
def test_plain_text_comes_through_as_it_is(prose: Prose, text: str) -> None:
    assert BeautifulSoup(str(prose.inline(text)), "html.parser").get_text() == text


@pytest.mark.parametrize(
    "text", ["5 * 6 * 7", "snake_case_name", "a_b", "2 ** 3", "[not a link]", "#1", "1. first", "- x"]
)
def test_signs_that_only_look_like_markdown_lose_no_letter(prose: Prose, text: str) -> None:
    shown = BeautifulSoup(str(prose.inline(text)), "html.parser").get_text()
    assert re.findall(r"\w", shown) == re.findall(r"\w", text)


@pytest.mark.parametrize(
    "text",
    [
        ">" * 100 + "x",
        "[" * 2_000,
        "*" * 5_000,
        "`" * 5_000,
        "- " * 1_000,
        "[a](" * 1_000,
        "_a" * 2_000,
        "|" * 5_000,
    ],
    ids=["quotes", "brackets", "stars", "ticks", "dashes", "links", "underlines", "pipes"],
)
def test_a_text_made_to_hurt_is_answered_soon(prose: Prose, text: str) -> None:
    started = time.process_time()
    prose.block(text)
    assert time.process_time() - started < 20


PIECES = (
    *("council tax", "we keep it", "a", "1", "Zoë’s", "\xa0", " ", "  ", "\t", "\n", "  \n", "\n\n"),
    *("\n    ", "\n- ", "\n1. ", "\n> ", "\n## ", "\n---\n", "\n|a|b|\n|-|-|\n|", "\x02", "\x03"),
    *("*", "**", "_", "__", "***", "`", "``", "[", "]", "](", ")", "[x](page:home)", "![", "<", ">"),
    *("[x]: page:home", "<https://a.example>", "\\", "\\*", "&", "&amp;", "&#42;", "#", "!", "~"),
    *("x_y_z", "2 * 3", "a@b.example", "<a@b.example>"),
)


@pytest.mark.parametrize("level", [0, 2])
def test_text_without_marks_is_passed_over_without_a_trace(level: int) -> None:
    quick, thorough = markdown_reader(resolve, level), markdown_reader(resolve, level)
    thorough.treeprocessors.deregister("unmarked")
    chance = random.Random(8)
    for _ in range(400):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 25)))
        assert quick.reset().convert(text) == thorough.reset().convert(text), repr(text)
