"""Videos and maps of others wait for a click: until then their host hears nothing, and nothing is kept."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL, replace_once, run_build, server_for

pytestmark = pytest.mark.without_coverage

VIDEO = "https://video.example"
EMBED = """embeds:
  our-film:
    kind: video
    title: How we use your data
    page: https://video.example/watch/7
    address: https://video.example/embed/7
    set_by: Video Company
    may_keep: cookies that count views, for up to 2 years
    shows: Two people say what we do.
  our-map:
    kind: map
    title: Our libraries
    page: https://maps.example/libraries
    address: https://maps.example/embed/libraries
    set_by: Map Company
    may_keep: nothing
    shows: Where the libraries are.
review:
"""
GLOBAL_PRIVACY_CONTROL = "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with a video on the page about it, and a link to it in the middle of a sentence."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("embeds") / "site"))
    replace_once(site / "site.yaml", "review:\n", EMBED)
    replace_once(
        site / "content/pages/about.md",
        "Pellbridge Council runs this site.",
        "We made [a film](embed:our-film) about it.\n\n[Watch our film](embed:our-film)\n\nIt is short.",
    )
    ran = run_build("build", "--site", site)
    assert ran.status == 0, ran.stdout
    return site / "public"


@pytest.fixture
def about(chromium: Any, built: Path) -> Iterator[tuple[Any, list[str], list[str]]]:
    """The page with the video, what was asked of its host, and what went wrong."""
    with server_for(built) as address:
        context = chromium.new_context(viewport={"width": 320, "height": 800})
        page = context.new_page()
        asked: list[str] = []
        trouble: list[str] = []
        context.route(f"{VIDEO}/**", lambda route: route.fulfill(body="<title>Film</title>Playing"))
        context.on("request", lambda r: asked.append(r.url) if r.url.startswith(VIDEO) else None)
        page.on("console", lambda message: trouble.append(message.text))
        page.goto(f"{address}/about/")
        yield page, asked, trouble
        context.close()


def test_before_the_click_there_is_no_frame_and_the_other_host_hears_nothing(about: Any) -> None:
    page, asked, trouble = about
    page.wait_for_load_state("networkidle")
    assert page.locator("iframe").count() == 0
    assert asked == trouble == []
    assert page.get_by_role("link", name="Watch our film").get_attribute("href") == f"{VIDEO}/watch/7"
    assert page.get_by_role("link", name="a film").get_attribute("href") == f"{VIDEO}/watch/7"


def test_the_button_names_the_other_party_and_what_it_may_keep(about: Any) -> None:
    page, _, _ = about
    button = page.get_by_role("button", name="Show the video here")
    described = page.locator(f"#{button.get_attribute('aria-describedby')}").inner_text()
    assert "Video Company learns that you look at it" in described
    assert "may keep cookies that count views, for up to 2 years" in described
    assert button.bounding_box()["height"] >= 24


def test_the_click_shows_it_by_keyboard_too_and_remembers_nothing(about: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, asked, trouble = about
    page.get_by_role("button", name="Show the video here").focus()
    page.keyboard.press("Enter")
    page.frame_locator("iframe").get_by_text("Playing").wait_for()
    frame = page.locator("iframe")
    assert frame.get_attribute("title") == "How we use your data"
    assert page.evaluate("() => document.activeElement.tagName") == "IFRAME"
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    assert asked == [f"{VIDEO}/embed/7"]
    assert trouble == []
    assert Axe().run(page).violations_count == 0
    kept = "() => [document.cookie, localStorage.length, sessionStorage.length].join()"
    assert page.evaluate(kept) == ",0,0"
    page.reload()
    assert page.locator("iframe").count() == 0
    assert len(asked) == 1


def test_without_javascript_it_is_a_link_with_its_words(chromium: Any, built: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    with server_for(built) as address:
        page = context.new_page()
        page.goto(f"{address}/about/")
        assert page.get_by_role("link", name="Watch our film").is_visible()
        assert page.get_by_text("Two people say what we do.").is_visible()
        assert page.get_by_role("button", name="Show").count() == 0
    context.close()


def test_only_a_page_that_shows_it_pays_for_it_and_lets_its_host_through(built: Path) -> None:
    about, home = ((built / path).read_text("utf-8") for path in ("about/index.html", "index.html"))
    assert f"frame-src {VIDEO}" in about
    assert "embed." in about
    assert "frame-src" not in home
    assert "embed" not in home
    headers = (built / "_headers").read_text("utf-8")
    assert f"frame-src https://maps.example {VIDEO};" in headers
    assert "frame-ancestors 'none'" in headers


def test_the_cookies_page_lists_what_others_may_keep(built: Path) -> None:
    page = re.sub(r"<[^>]+>", " ", (built / "cookies/index.html").read_text("utf-8"))
    assert "cookies that count views, for up to 2 years" in page
    assert "Map Company" in page


def test_the_stand_in_of_the_demonstration_can_be_tried(chromium: Any, demo_address: str) -> None:
    context = chromium.new_context()
    context.add_init_script(GLOBAL_PRIVACY_CONTROL)
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.goto(f"{demo_address}/about/")
    page.get_by_role("button", name="Show the video here").click()
    page.frame_locator("iframe").locator("svg").wait_for()
    assert trouble == []
    context.close()
