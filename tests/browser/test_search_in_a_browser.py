"""Search on the reader's own device: it finds, it says so, and the words never leave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest


@pytest.fixture
def tab(chromium: Any) -> Iterator[tuple[Any, list[str]]]:
    """A fresh tab and every address that it has asked for."""
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    yield page, asked
    context.close()


def results(page: Any) -> list[str]:
    links = page.query_selector_all("[data-search-results] [data-search-result] a")
    return [str(link.inner_text()) for link in links]


def wait_for_results(page: Any) -> list[str]:
    page.wait_for_selector("[data-search-results] [data-search-result]")
    return results(page)


SEARCH = "form[role=search] input[type=search]"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("council tax", "Council tax"),
        ("COUNCIL TAX", "Council tax"),
        ("cuncil tax", "Council tax"),
        ("libraries", "Libraries"),
        ("library card", "Libraries"),
        ("blue badge", "Blue Badges"),
        ("surveys", "Surveys"),
        ("national data opt-out", "National Data Opt-Out"),
    ],
)
def test_people_find_what_they_mean(
    tab: tuple[Any, list[str]], demo_address: str, words: str, title: str
) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    page.fill(SEARCH, words)
    found = wait_for_results(page)
    assert any(title.casefold() in text.casefold() for text in found[:3]), found[:5]


def test_the_count_is_announced(tab: tuple[Any, list[str]], demo_address: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    page.fill(SEARCH, "council tax")
    number = len(wait_for_results(page))
    page.wait_for_function("() => /\\d/.test(document.querySelector('[role=status]').textContent)")
    assert str(number) in page.inner_text("[role=status]")


def test_nothing_found_is_said_plainly_with_another_way(
    tab: tuple[Any, list[str]], demo_address: str
) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    page.wait_for_load_state("networkidle")
    page.fill(SEARCH, "xylophonequartz")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent.trim() !== ''")
    assert results(page) == []
    assert page.query_selector("main a[href$='/a-z/']") or "A to Z" in page.inner_text("main")


def test_every_result_leads_to_a_page(tab: tuple[Any, list[str]], demo_address: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    page.fill(SEARCH, "health")
    wait_for_results(page)
    addresses = page.eval_on_selector_all("[data-search-result] a", "links => links.map(link => link.href)")
    assert addresses
    for address in addresses:
        assert page.request.get(address).status == 200, address
    each = page.eval_on_selector_all(
        "[data-search-result]", "items => items.map(item => item.querySelectorAll('a').length)"
    )
    assert set(each) == {1}


def test_the_words_never_leave_the_device(tab: tuple[Any, list[str]], demo_address: str) -> None:
    page, asked = tab
    page.goto(f"{demo_address}/search/")
    page.wait_for_load_state("networkidle")
    before = len(asked)
    for letters in ("h", "he", "herpes"):
        page.fill(SEARCH, letters)
    page.wait_for_timeout(400)
    assert page.url == f"{demo_address}/search/", "typing has written the address"
    page.press(SEARCH, "Enter")
    page.wait_for_function("() => location.hash !== ''")
    assert page.url == f"{demo_address}/search/#q=herpes"
    assert not [address for address in asked[before:] if "/assets/icon" not in address]
    assert not [address for address in asked if "herpes" in address]
    assert (
        page.evaluate("() => [document.cookie, localStorage.length, sessionStorage.length].join()") == ",0,0"
    )


def test_the_front_page_passes_the_words_on_behind_the_hash(
    tab: tuple[Any, list[str]], demo_address: str
) -> None:
    page, asked = tab
    page.goto(f"{demo_address}/")
    page.fill(SEARCH, "council tax & bins")
    page.press(SEARCH, "Enter")
    page.wait_for_url("**/search/#q=*")
    assert page.url == f"{demo_address}/search/#q={quote('council tax & bins')}"
    assert wait_for_results(page)
    assert page.input_value(SEARCH) == "council tax & bins"
    assert not [address for address in asked if "tax" in address.partition("#")[0]]


def test_words_behind_the_hash_cannot_inject_anything(tab: tuple[Any, list[str]], demo_address: str) -> None:
    page, _ = tab
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    for words in ("<img src=x onerror=alert(1)>", "%E0%A4%A", "a" * 5000):
        page.goto("about:blank")
        page.goto(f"{demo_address}/search/#q={quote(words) if '<' in words else words}")
        page.wait_for_load_state("networkidle")
        assert page.query_selector("main img") is None


def test_with_an_empty_form_nothing_is_listed(tab: tuple[Any, list[str]], demo_address: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    page.fill(SEARCH, "council tax")
    wait_for_results(page)
    page.fill(SEARCH, "")
    page.wait_for_function("() => !document.querySelector('[data-search-result]')")


def test_without_javascript_a_link_to_the_a_to_z_stands_in_its_place(
    chromium: Any, demo_address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in ("/", "/search/"):
        page.goto(demo_address + address)
        assert not page.is_visible("form[role=search]")
        link = page.locator("main a[href='/a-z/']").first
        assert link.is_visible()
    link.click()
    assert page.url == f"{demo_address}/a-z/"
    assert page.locator("main a").count() > 60
    context.close()


def test_with_javascript_the_form_stands_in_the_place_of_the_link(
    tab: tuple[Any, list[str]], demo_address: str
) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    assert page.is_visible("form[role=search]")
    assert not page.is_visible("[data-search-instead]")
