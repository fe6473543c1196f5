"""Search on the reader's own device: it finds, it says so, and the words never leave."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from conftest import server_for

from generator.build import Order, build, publish
from generator.render.search.text import page_words, worth_finding

pytestmark = pytest.mark.without_coverage

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def in_many_parts(tmp_path_factory: pytest.TempPathFactory, demo: Path) -> Iterator[str]:
    """The demonstration under a base path, with an index of many files, on a plain web server."""
    site, output = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("output")
    shutil.copytree(demo / "content", site / "content")
    settings = (demo / "site.yaml").read_text("utf-8") + "publishing:\n  search: many-files\n"
    (site / "site.yaml").write_text(settings, "utf-8")
    built = build(Order(site, TODAY, "https://example.org/privacy/", jobs=2), lambda _: None)
    publish(built, output / "privacy")
    with server_for(output) as address:
        yield f"{address}/privacy"


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
    wait_for_results(page)
    page.wait_for_function("() => /\\d/.test(document.querySelector('[role=status]').textContent)")
    number = int(page.inner_text("[role=status]").split()[0])
    while page.is_visible("[data-search-more]"):
        before = len(results(page))
        page.click("[data-search-more]")
        page.wait_for_function(f"() => document.querySelectorAll('[data-search-result]').length > {before}")
    assert len(results(page)) == number


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


def find(page: Any, words: str) -> list[str]:
    """Submits a search and gives the addresses of what it found, once it has said how many."""
    page.fill(SEARCH, "")
    page.press(SEARCH, "Enter")
    page.wait_for_function("() => !document.querySelector('[role=status]').textContent")
    page.fill(SEARCH, words)
    page.press(SEARCH, "Enter")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent")
    links = "links => links.map(link => link.getAttribute('href'))"
    return list(page.eval_on_selector_all("[data-search-result] a", links))


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("counciltax", "/data-uses/council-tax/"),
        ("car park cameras", "/data-uses/cctv/"),
        ("libary", "/data-uses/libraries/"),
        ("cemetary", ""),
        ("adopted children", "/data-uses/childrens-social-care/"),
        ("recrutment", "/data-uses/recruitment/"),
        ("librar", "/data-uses/libraries/"),
        ("bailiffs", "/data-uses/council-tax/"),
        ("counc ta", "/data-uses/council-tax/"),
        ("clamped car", "/data-uses/parking/"),
        ("court summons for not paying", "/data-uses/council-tax/"),
        ("dementure", "/data-uses/dementia-care-research/"),
        ("my mums care home", "/data-uses/adult-social-care-assessments/"),
        ("stop sharing my gp data", "/choices/type-1-opt-out/"),
        ("how do i bake bread", ""),
        ("pizza delivery", ""),
        ("premier league scores", ""),
    ],
)
def test_words_are_found_as_people_write_them(tab: Any, demo_address: str, words: str, first: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    assert (find(page, words) or [""])[0] == first


@pytest.mark.parametrize(
    ("question", "address", "answer"),
    [
        ("how long do you keep cctv", "/data-uses/cctv/#keeping", "31 days"),
        (
            "who can see my blue badge application",
            "/data-uses/blue-badges/#sharing",
            "Department for Transport",
        ),
        ("can i say no to fraud matching", "/data-uses/fraud-matching/#choices", "There is no opt-out"),
    ],
)
def test_a_question_of_fact_is_answered_from_the_record(
    tab: Any, demo_address: str, question: str, address: str, answer: str
) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    assert find(page, question)[0] == address
    assert answer in page.inner_text("[data-search-result] >> nth=0")
    page.click("[data-search-result] a >> nth=0")
    page.wait_for_url(f"**{address}")
    assert page.is_visible(address[address.index("#") :])


def test_words_from_the_whole_alphabet_find_the_one_page_that_has_them(
    tab: Any, in_many_parts: str, built_demo: Path
) -> None:
    """Unless other forms of a word stand on so many pages that they fill the first ten results."""
    on: defaultdict[str, list[str]] = defaultdict(list)
    for file in built_demo.glob("*/*/index.html"):
        for word in set(filter(worth_finding, page_words(file.read_bytes()).words)):
            on[word].append(f"/privacy/{file.parent.relative_to(built_demo).as_posix()}/")
    alone = {word: pages[0] for word, pages in on.items() if len(pages) == 1 and word.isalpha()}
    rare = sorted(word for word, page in alone.items() if page.startswith("/privacy/data-uses/"))
    page, _ = tab
    page.goto(f"{in_many_parts}/search/")
    sample = rare[:: len(rare) // 40]
    found = {word: find(page, word) for word in sample}
    few = {word: urls for word, urls in found.items() if len(urls) < 10}
    assert len(few) > 30
    assert {word: urls for word, urls in few.items() if alone[word] not in urls} == {}


def test_a_page_need_not_have_every_word(tab: Any, demo_address: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    assert "/data-uses/cctv/" in find(page, "cctv of my accident")


def test_what_was_understood_is_said_and_marked(tab: Any, demo_address: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    find(page, "cuncil tax")
    assert "council tax" in page.inner_text("[role=status]")
    assert page.inner_text("[data-search-result] mark >> nth=0") == "Council"
    find(page, "council tax")
    assert "looked for" not in page.inner_text("[role=status]")


def test_two_words_typed_as_one_find_what_the_two_find(tab: Any, demo_address: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    apart = find(page, "library card")
    assert find(page, "librarycard") == apart
    assert "library card" in page.inner_text("[role=status]")


def test_nothing_found_leads_on_to_near_words_the_a_to_z_and_a_person(tab: Any, demo_address: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    assert not page.is_visible("[data-search-nothing]")
    assert find(page, "libarayx") == []
    assert page.is_visible("[data-search-nothing] a[href='/a-z/']")
    assert page.is_visible("[data-search-nothing] a[href^='mailto:']")
    page.click("[data-search-near] a >> nth=0")
    assert wait_for_results(page)
    assert not page.is_visible("[data-search-nothing]")


def test_what_is_hardly_about_half_of_what_was_asked_is_offered_and_not_taken_for_an_answer(
    tab: Any, demo_address: str
) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    assert find(page, "council tax")
    assert find(page, "zirconium parking")[0] == "/data-uses/parking/", "which is all about the other half"
    assert find(page, "zirconium scool") == [], "beside a word that nothing is known of, none is guessed"
    for query, known in (("zirconium income", "income"), ("how long do you keep zirconium", "")):
        assert find(page, query) == []
        assert page.inner_text("[role=status]") == f"Nothing found for “{query}”."
        assert page.is_visible("[data-search-nothing] a[href='/a-z/']")
        assert known in page.locator("[data-search-near] a").all_inner_texts() or not known
    find(page, "zirconium income")
    page.click("[data-search-near] a >> nth=-1")
    assert wait_for_results(page)


def test_what_others_have_is_not_found_but_where_a_record_speaks_of_it(tab: Any, demo_address: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    assert find(page, "insurance")
    assert find(page, "car insurance quotes") == []
    assert find(page, "how do i renew my passport") == []
    assert "/organisations/dvla/" in find(page, "car tax"), "which is what the record calls it too"
    assert find(page, "does my mortgage lender see my council tax debt"), "some of it is here"


def test_focus_stays_and_results_are_next(tab: Any, demo_address: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/")
    find(page, "council tax")
    focused = "document.activeElement"
    assert page.evaluate(f"{focused}.type") == "search"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.closest('[data-search-result]') !== null")


def test_a_bookmark_and_going_back_work(tab: Any, demo_address: str) -> None:
    page, _ = tab
    page.goto(f"{demo_address}/search/#q=blue%20badge")
    assert "Blue badges" in wait_for_results(page)[0]
    find(page, "council tax")
    page.go_back()
    page.go_back()
    page.wait_for_function("() => document.querySelector('[type=search]').value === 'blue badge'")
    page.wait_for_function(
        "() => document.querySelector('[data-search-result]')?.innerText.includes('Blue badges')"
    )


def test_many_parts_find_the_same_and_few_of_them_are_fetched(
    tab: Any, demo_address: str, in_many_parts: str
) -> None:
    page, asked = tab
    queries = ("council tax", "how long do you keep cctv", "cuncil tax", "bailiffs", "carpark")
    page.goto(f"{demo_address}/search/")
    whole = {words: find(page, words) for words in queries}
    page.goto(f"{in_many_parts}/search/")
    page.wait_for_load_state("networkidle")
    asked.clear()
    for words in queries:
        found = [address.removeprefix("/privacy") for address in find(page, words)]
        assert found == whole[words], words
    asked = [address for address in asked if "/icon." not in address]  # which a browser asks for as it likes
    assert all("/privacy/assets/search.en." in address for address in asked)
    assert len(asked) == len(set(asked)) < 40
    assert not [address for address in asked for word in ("council", "tax", "cctv") if word in address]


def test_part_of_a_page_of_results_comes_at_a_time(tab: Any, in_many_parts: str) -> None:
    page, _ = tab
    page.goto(f"{in_many_parts}/search/")
    assert len(find(page, "council")) == 10
    page.click("[data-search-more]")
    page.wait_for_function("() => document.querySelectorAll('[data-search-result]').length > 10")


def test_a_part_that_cannot_be_had_is_told_and_asked_for_again(tab: Any, in_many_parts: str) -> None:
    page, _ = tab
    page.goto(f"{in_many_parts}/search/")
    page.route("**/*.bin", lambda route: route.abort())
    find(page, "council tax")
    assert "A to Z" in page.inner_text("[role=status]")
    page.unroute("**/*.bin")
    assert find(page, "council tax")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_results_fit_every_screen(tab: Any, demo_address: str, width: int) -> None:
    page, _ = tab
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{demo_address}/search/#q=how%20long%20do%20you%20keep%20cctv")
    wait_for_results(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_a_page_is_found_by_is_shown_where_its_description_does_not_have_it(
    tab: Any, demo_address: str
) -> None:
    page, asked = tab
    page.goto(f"{demo_address}/search/")
    assert "/data-uses/parking/" in find(page, "kestrel")
    result = page.locator("[data-search-result]", has=page.locator("a[href$='/data-uses/parking/']"))
    assert "Who gets it:" in result.inner_text()
    assert result.locator("mark").all_inner_texts() == ["Kestrel"]
    assert not [address for address in asked if "/data-uses/" in address]
