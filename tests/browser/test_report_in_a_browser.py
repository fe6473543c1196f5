"""The report in a real Chromium: no barrier, no sideways scrolling, nothing lost on paper."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SMALL, replace_once, run_build

pytestmark = pytest.mark.without_coverage

SCREENSHOTS = ROOT / "tests" / "screenshots"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
RULES_ON_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
SHOWN = """() => [...document.querySelectorAll('main :is(td, th, dd, li, p, caption, h2, h3)')]
  .filter(e => !e.closest('.no-print') && e.textContent.trim())
  .filter(e => { const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return style.visibility === 'hidden' || style.opacity === '0' || box.width === 0 || box.height === 0 })
  .map(e => e.outerHTML.slice(0, 80))"""
CUT = """() => [...document.querySelectorAll('main td, main th')]
  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(e => e.textContent.trim().slice(0, 40))"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report with something of everything in it."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("report") / "site"))
    cards = site / "content/data-uses/library-cards.yaml"
    replace_once(cards, "    withdraw_consent: Tell any library that you want no more news.\n", "")
    replace_once(cards, "owner: Libraries manager\n", "")
    replace_once(cards, "reviewed: 2026-10-01\nreview_due: 2027-10-01", "reviewed: 2026-10-01")
    accepted = "\n".join(
        (
            "accepted:",
            "  - rule: owner-stated",
            "    reason: In hand.",
            "    by: Head",
            "    until: 2026-11-30\n",
        )
    )
    cards.write_text(cards.read_text("utf-8") + accepted, "utf-8")
    draft = "title: Bus passes\nsummary: We use your name to make your pass.\n"
    (site / "content/data-uses/bus-passes.yaml").write_text(draft, "utf-8")
    rules = "rules:\n  review-dates-stated:\n    severity: review\n    reason: A person looks at these.\n"
    (site / "site.yaml").write_text((site / "site.yaml").read_text("utf-8") + rules, "utf-8")
    ran = run_build("report", "--site", site)
    assert ran.status == 1, ran.stderr
    return (site / "report/index.html").as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_barrier(chromium: Any, report: str, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(report)
    results = Axe().run(page, options={} if scheme == "light" else RULES_ON_COLOUR)
    assert results.violations_count == 0, results.generate_report()
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"report-{scheme}-{width}.png", full_page=scheme == "light")
    page.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_page_does_not_scroll_sideways_and_asks_nobody(chromium: Any, report: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("request", lambda request: request.url != report and trouble.append(request.url))
    page.goto(report)
    assert page.evaluate(OVERFLOW) <= 0
    assert not trouble
    page.close()


def test_letters_of_twice_the_size_do_not_make_it_scroll(chromium: Any, report: str) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(report)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    assert page.evaluate(OVERFLOW) <= 0
    page.close()


def test_the_keyboard_reaches_the_table_and_scrolls_it(chromium: Any, report: str) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 900})
    page.goto(report)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#main"
    page.focus(".scroll")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.scroll').scrollLeft > 0")
    heading = page.locator(".matrix tbody th").first.bounding_box()
    assert heading["x"] >= 0, "the title of the notice stays in sight"
    page.close()


def test_nothing_is_lost_on_paper(chromium: Any, report: str, tmp_path: Path) -> None:
    """A4 across is 1031 px wide between its margins of 12 mm."""
    page = chromium.new_page(viewport={"width": 1031, "height": 700})
    page.goto(report)
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN) == []
    assert page.evaluate(CUT) == []
    assert page.evaluate("() => getComputedStyle(document.querySelector('.matrix thead')).display") == (
        "table-header-group"
    )
    pdf = page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    page.close()


def test_states_differ_without_colour(chromium: Any, report: str) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900}, forced_colors="active")
    page.goto(report)
    seen = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.matrix .state')]
             .map(e => [e.className, e.firstElementChild.textContent]))"""
    )
    assert len(set(seen.values())) == len(seen) == 4
    page.close()
