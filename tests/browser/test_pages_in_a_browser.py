"""Every page of the demonstration in a real Chromium: quiet, private, narrow enough, accessible."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import ROOT

WIDTHS = (320, 768, 1280)
SHARES = 4
SCREENSHOTS = ROOT / "tests" / "screenshots"
KINDS = {
    "home": "index.html",
    "data-uses": "data-uses/index.html",
    "data-use": "data-uses/*/index.html",
    "topic": "topics/*/index.html",
    "organisations": "organisations/index.html",
    "organisation": "organisations/*/index.html",
    "data-categories": "data-categories/index.html",
    "data-category": "data-categories/*/index.html",
    "choices": "choices/index.html",
    "choice": "choices/*/index.html",
    "public-benefit": "public-benefit/index.html",
    "project": "public-benefit/*/index.html",
    "rights": "rights/index.html",
    "right": "rights/*/index.html",
    "complaints": "complaints/index.html",
    "a-z": "a-z/index.html",
    "search": "search/index.html",
    "cookies": "cookies/index.html",
    "glossary": "glossary/index.html",
    "page": "about/index.html",
    "accessibility": "accessibility/index.html",
    "not-found": "404.html",
}
"""One page of each kind; of many the largest, which has most in it."""

ALL_RULES: dict[str, object] = {}
RULES_ON_COLOUR: dict[str, object] = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""Dark pages differ from light ones in nothing but their colours."""

STORED = "() => [document.cookie, localStorage.length, sessionStorage.length].join()"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def address_of(path: str) -> str:
    return "/" + path.removesuffix("index.html")


def page_of_kind(built: Path, kind: str) -> str:
    """The path of the page that stands for a kind."""
    found = max(sorted(built.glob(KINDS[kind])), key=lambda file: file.stat().st_size)
    return found.relative_to(built).as_posix()


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
def test_every_page_is_quiet_private_and_fits_every_width(
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
    for scheme, width in (("light", 320), ("light", 1280), ("dark", 1280)):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})
        results = Axe().run(page, options=ALL_RULES if scheme == "light" else RULES_ON_COLOUR)
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
