"""Every page of the demonstration in a real Chromium: quiet, private, accessible, whole at any width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import ROOT
from kinds import KINDS, address_of, page_of_kind

pytestmark = pytest.mark.without_coverage

WIDTHS = (320, 768, 1280)
SHARES = 4
SCREENSHOTS = ROOT / "tests" / "screenshots"
ALL_RULES: dict[str, object] = {"rules": {"target-size": {"enabled": True}}}
"""Every rule of axe that is on by default, and the size of targets (WCAG 2.2, 2.5.8)."""

RULES_ON_LAYOUT: dict[str, object] = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "target-size", "scrollable-region-focusable", "css-orientation-lock"],
    }
}
"""At other widths a page differs in nothing but where things stand."""

RULES_ON_COLOUR: dict[str, object] = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""Dark pages differ from light ones in nothing but their colours."""

FEWER_ENTRIES = "() => document.querySelectorAll('.letter li:nth-child(n + 4)').forEach(e => e.remove())"
"""The A to Z is the same line hundreds of times, for which axe takes a minute."""

LOOKS = (
    ("light", 320, ALL_RULES),
    ("light", 768, RULES_ON_LAYOUT),
    ("light", 1280, RULES_ON_LAYOUT),
    ("dark", 1280, RULES_ON_COLOUR),
)

SPACED = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; ' +
    'word-spacing: .16em !important } p { margin-bottom: 2em !important }')
  document.adoptedStyleSheets = [sheet]
  const whole = document.documentElement
  const cut = [...document.querySelectorAll('body *')].filter(e => {
    const s = getComputedStyle(e)
    return (s.overflowX != 'visible' || s.overflowY != 'visible') && s.clipPath == 'none'
      && e.tagName != 'INPUT'
      && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) })
  const over = whole.scrollWidth - whole.clientWidth
  document.adoptedStyleSheets = []
  return over > 0 || cut.length ? `${over} px, ${cut.map(e => e.outerHTML.slice(0, 80))}` : ''
}"""
"""What is cut off or scrolls sideways with the spacing of WCAG 1.4.12."""

NOT_ON_PAPER = """() => {
  const lost = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode, around = text.parentElement
    if (!text.data.trim() || around.closest('nav, .skip, .exit, .no-print, .foot ul, [hidden], noscript, svg')
        || around.closest('form.search, [data-search-instead]')) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const drawn = [...range.getClientRects()].some(box => box.width > 0 && box.height > 0)
    const asked = {contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true}
    if (!drawn || !around.checkVisibility(asked)) lost.push(text.data.trim().slice(0, 60))
  }
  return lost
}"""
"""Words that are not printed, but for ways to other pages and controls, which paper has no use for."""

STORED = "() => [document.cookie, localStorage.length, sessionStorage.length].join()"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def watched(chromium: Any, demo_address: str) -> Iterator[tuple[Any, list[str]]]:
    """A fresh browser tab, and all that it should not have done."""
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    trouble: list[str] = []
    own = urlsplit(demo_address).netloc
    page.on("console", lambda message: trouble.append(f"{page.url} said {message.text}"))
    page.on("pageerror", lambda error: trouble.append(f"{page.url} failed: {error}"))
    page.on(
        "request",
        lambda request: (
            urlsplit(request.url).netloc != own and trouble.append(f"{page.url} asked {request.url}")
        ),
    )
    page.on(
        "response",
        lambda answer: (
            answer.status >= 400 and trouble.append(f"{page.url} got {answer.status} for {answer.url}")
        ),
    )
    yield page, trouble
    context.close()


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_quiet_private_fits_every_width_and_prints_whole(
    watched: tuple[Any, list[str]], built_demo: Path, demo_address: str, share: int
) -> None:
    page, trouble = watched
    paths = sorted(file.relative_to(built_demo).as_posix() for file in built_demo.rglob("*.html"))[
        share::SHARES
    ]
    assert len(paths) > 20
    for path in paths:
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(demo_address + address_of(path), wait_until="load")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            over = page.evaluate(OVERFLOW)
            if over > 0:
                trouble.append(f"{path} scrolls sideways by {over} px at {width} px")
            spaced = page.evaluate(SPACED) if width == WIDTHS[0] else ""
            if spaced:
                trouble.append(f"{path} has no room for wider text: {spaced}")
        page.emulate_media(media="print")
        trouble += [f"{path} does not print “{words}”" for words in page.evaluate(NOT_ON_PAPER)]
        page.emulate_media(media="screen")
        if page.evaluate(STORED) != ",0,0":
            trouble.append(f"{path} stores something")
    assert page.context.cookies() == []
    assert not trouble, "\n".join(trouble)


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_page_has_a_barrier_that_axe_can_find(
    chromium: Any, built_demo: Path, demo_address: str, kind: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = chromium.new_page()
    SCREENSHOTS.mkdir(exist_ok=True)
    page.goto(demo_address + address_of(page_of_kind(built_demo, kind)))
    page.evaluate(FEWER_ENTRIES)
    for scheme, width, rules in LOOKS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})
        results = Axe().run(page, options=rules)
        report = results.generate_report() if results.violations_count else ""
        assert results.violations_count == 0, f"{kind}, {scheme}, {width} px: {report}"
        page.screenshot(path=SCREENSHOTS / f"{kind}-{scheme}-{width}.png")
    page.close()


@pytest.mark.parametrize("kind", ["home", "data-use", "choice", "search"])
def test_the_keyboard_reaches_the_way_past_the_menu_first(
    chromium: Any, built_demo: Path, demo_address: str, kind: str
) -> None:
    """Their browser has answered the question about cookies; the way to leave quickly comes before all."""
    page = chromium.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})")
    page.goto(demo_address + address_of(page_of_kind(built_demo, kind)))
    if page.locator(".exit").count():
        page.keyboard.press("Tab")
        assert page.locator(".exit :focus").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#main"
    assert page.evaluate("() => document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"
    page.close()


def test_letters_of_twice_the_size_need_no_scrolling_sideways(
    chromium: Any, built_demo: Path, demo_address: str
) -> None:
    """WCAG 1.4.4; that pages fit 320 px, which is 1280 px at 400 % (1.4.10), is tested above."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    for kind in ("home", "data-use", "choices", "project"):
        page.goto(demo_address + address_of(page_of_kind(built_demo, kind)))
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        assert page.evaluate(OVERFLOW) <= 0, kind
    context.close()
