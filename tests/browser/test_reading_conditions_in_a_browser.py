"""However somebody reads: with the keyboard, at 400 %, in other colours, on paper, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup
from kinds import KINDS, address_of, page_of_kind

pytestmark = pytest.mark.without_coverage

GLOBAL_PRIVACY_CONTROL = "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})"
MOST = ("home", "data-use", "project", "choice", "cookies", "search")
"""The kinds of page that between them have nearly every component."""

FAINT_OR_COVERED = """() => {
  const reach = 'a[href], button, input, summary, select, textarea, iframe, [tabindex="0"]'
  const found = []
  for (const e of [...document.querySelectorAll(reach)].filter(e => e.checkVisibility())) {
    e.focus()
    const style = getComputedStyle(e), said = e.outerHTML.slice(0, 90)
    if (document.activeElement != e) found.push('takes no focus: ' + said)
    if (style.outlineStyle == 'none' || parseFloat(style.outlineWidth) < 2) found.push('no outline: ' + said)
    const points = [...e.getClientRects()].flatMap(b => [[.5, .5], [.1, .2], [.9, .8], [.1, .8], [.9, .2]]
      .map(([x, y]) => [b.left + b.width * x, b.top + b.height * y]))
    const seen = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y)
      return hit && (e.contains(hit) || (hit.contains(e) && !hit.matches('.exit'))) })
    if (!seen) found.push('covered: ' + said)
  }
  return found
}"""
"""Whatever the keyboard reaches that shows no focus (WCAG 2.4.7) or lies under something (2.4.11)."""


@pytest.fixture
def tab(chromium: Any) -> Iterator[Any]:
    """A tab at 400 %: a window of 1280 by 1024 pixels shows 320 by 256 of the page."""
    context = chromium.new_context(viewport={"width": 320, "height": 256}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_focus_is_seen_wherever_the_keyboard_goes_at_400_percent(
    tab: Any, built_demo: Path, demo_address: str
) -> None:
    for kind in KINDS:
        tab.goto(demo_address + address_of(page_of_kind(built_demo, kind)))
        tab.keyboard.press("Tab")  # from now on focus is that of the keyboard
        assert tab.evaluate(FAINT_OR_COVERED) == [], kind


def test_in_forced_colours_everything_has_an_edge_and_focus_is_seen(
    chromium: Any, built_demo: Path, demo_address: str
) -> None:
    context = chromium.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    for kind in MOST:
        page.goto(demo_address + address_of(page_of_kind(built_demo, kind)))
        page.keyboard.press("Tab")
        assert page.evaluate(FAINT_OR_COVERED) == [], kind
        edgeless = page.evaluate(
            """() => [...document.querySelectorAll('button, .tag, .note, .box, .card, [type=search]')]
                 .filter(e => e.checkVisibility())
                 .filter(e => ['Top', 'Right', 'Bottom', 'Left']
                   .every(s => parseFloat(getComputedStyle(e)[`border${s}Width`]) == 0))
                 .map(e => e.outerHTML.slice(0, 80))"""
        )
        assert edgeless == [], kind
    context.close()


def test_with_more_contrast_text_has_at_least_seven_to_one(
    chromium: Any, built_demo: Path, demo_address: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = chromium.new_context(contrast="more")
    page = context.new_page()
    rules = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}}
    for kind in ("home", "data-use", "project"):
        page.goto(demo_address + address_of(page_of_kind(built_demo, kind)))
        results = Axe().run(page, options=rules)
        assert results.violations_count == 0, f"{kind}: {results.generate_report()}"
    context.close()


def test_a_printed_notice_says_when_it_was_checked_where_it_stands_and_who_is_responsible(
    tab: Any, demo_address: str
) -> None:
    tab.goto(f"{demo_address}/data-uses/council-tax/")
    tab.emulate_media(media="print")
    printed = tab.inner_text("body")
    assert "Last reviewed on 14 September 2026" in printed
    assert "Printed from https://privacy.larkshire.example/data-uses/council-tax/" in printed
    assert "Larkshire County Council" in printed
    assert "Data protection officer" in printed
    assert not tab.is_visible("nav.menu")


def test_without_javascript_links_lead_to_every_page(built_demo: Path) -> None:
    """No script is run here, so what is found is what a reader without JavaScript can reach."""
    every = {file.relative_to(built_demo).as_posix() for file in built_demo.rglob("*.html")}
    redirects = {path for path in every if 'http-equiv="refresh"' in (built_demo / path).read_text("utf-8")}
    seen, open_pages = {"index.html"}, ["index.html"]
    while open_pages:
        path = open_pages.pop()
        soup = BeautifulSoup((built_demo / path).read_text("utf-8"), "html.parser")
        for link in soup.select("a[href]"):
            if link.find_parent(hidden=True):
                continue
            leads = urldefrag(urljoin(f"https://here/{path}", str(link["href"])))[0]
            target = leads.removeprefix("https://here/")
            target += "index.html" if leads.endswith("/") else ""
            if target in every and target not in seen:
                seen.add(target)
                open_pages.append(target)
    assert every - seen - redirects == {"404.html"}


def test_without_javascript_nothing_is_hidden_but_controls_that_need_it(
    chromium: Any, built_demo: Path, demo_address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for kind in KINDS:
        page.goto(demo_address + address_of(page_of_kind(built_demo, kind)), wait_until="domcontentloaded")
        hidden = page.eval_on_selector_all(
            "body *",
            """all => all.filter(e => !e.checkVisibility() && e.textContent.trim())
                 .filter(e => !e.closest('[hidden], .print-only, noscript, details:not([open]) > *'))
                 .map(e => e.outerHTML.slice(0, 80))""",
        )
        assert hidden == [], kind
        kept_back = page.eval_on_selector_all("[hidden]", "all => all.map(e => e.outerHTML)")
        controls = ("<button", "<form", "data-cookie", "data-search")
        assert not [html for html in kept_back if not any(word in html for word in controls)], kind
    context.close()
