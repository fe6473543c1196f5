"""Consent that means it: what runs, what is kept and what is asked, in a real browser.

Each test is one promise to a reader. The numbers C01 to C66 are those of the requirements that
regulation 6 of PECR, the regulator's guidance and the faults of other banners lead to.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL, run_build, server_for

pytestmark = pytest.mark.without_coverage

PAGES = ("/", "/data-uses/council-tax/", "/choices/", "/search/", "/complaints/")
KEPT = """() => ({
  cookies: document.cookie.split('; ').filter(Boolean).map(pair => pair.split('=')[0]).sort(),
  local: Object.keys(localStorage).sort(), session: Object.keys(sessionStorage).sort(),
})"""
NOTHING = {"cookies": [], "local": [], "session": []}
ONLY_THE_CHOICE = {"cookies": ["cookie_consent"], "local": [], "session": []}
ACCEPT = "button:has-text('Accept')"
REJECT = "button:has-text('Reject')"
BANNER = "[data-cookie-banner]"
GLOBAL_PRIVACY_CONTROL = "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})"
LOOKS = """button => { const s = getComputedStyle(button), b = button.getBoundingClientRect();
  return [button.tagName, s.backgroundColor, s.color, s.fontSize, s.fontWeight, s.textDecorationLine,
          s.borderTopColor, s.borderTopWidth, s.borderRadius, s.padding, b.width, b.height] }"""


class Visitor:
    """Somebody with a browser of their own: a page, what it asked for and what went wrong."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.address = address
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.page.on(
            "console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def go(self, path: str = "/") -> Any:
        self.page.goto(self.address + path)
        return self.page

    def kept(self) -> Any:
        return self.page.evaluate(KEPT)

    def ran(self) -> bool:
        return any("demonstration" in url or "stats.example" in url for url in self.requests)

    def asked(self) -> bool:
        return bool(self.page.locator(BANNER).is_visible())

    def cookie(self) -> Any:
        return next((c for c in self.context.cookies() if c["name"] == "cookie_consent"), None)

    def put(self, value: str) -> None:
        """Gives the browser a choice as some earlier time may have left it, with no page open."""
        self.page.goto("about:blank")
        given = {"name": "cookie_consent", "value": value, "url": self.address, "secure": True}
        self.context.add_cookies([given])

    def accept(self) -> None:
        self.page.click(ACCEPT)
        self.page.wait_for_function("() => localStorage.demonstration_pages")

    def withdraw(self) -> None:
        self.go("/cookies/")
        self.page.check("[data-cookie-settings] [value='0']")
        self.page.click("[data-cookie-settings] button")
        self.page.wait_for_selector("[data-cookie-saved]:focus")


@pytest.fixture
def visit(chromium: Any, demo_address: str) -> Iterator[Callable[..., Visitor]]:
    """`visit()` → a new visitor of the demonstration; options are those of a browser context."""
    visitors: list[Visitor] = []

    def begin(address: str = demo_address, **options: Any) -> Visitor:
        visitors.append(Visitor(chromium, address, **options))
        return visitors[-1]

    yield begin
    for visitor in visitors:
        visitor.context.close()


@pytest.fixture(scope="module")
def built_with(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """`built_with(yaml)` → the small site, built with these cookies."""
    built: dict[str, Path] = {}

    def build(cookies: str) -> Path:
        if cookies not in built:
            site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("cookies") / "site"))
            with (site / "site.yaml").open("a", encoding="utf-8") as file:
                file.write(cookies)
            ran = run_build("build", "--site", site)
            assert ran.status == 0, ran.stdout
            built[cookies] = site / "public"
        return built[cookies]

    return build


def group(basis: str, identifier: str = "statistics", provider: str = "demonstration", more: str = "") -> str:
    decision = "      decision: {decided: 2026-03-02, by: Data protection officer, reason: Counts alone.}\n"
    return (
        f"    - id: {identifier}\n      name: {identifier}\n      basis: {basis}\n"
        f"      purpose: We count how often people come, so that we can make this site better.\n"
        f"{decision if basis.endswith('exception') else ''}"
        f"      services:\n        - name: Visit counter\n          provider: {provider}\n"
        f"          set_by: Pellbridge Council\n{more}"
    )


def cookies(*groups: str) -> str:
    return "cookies:\n  groups:\n" + "".join(groups)


def test_c01_before_a_choice_nothing_is_kept_and_nothing_runs(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    for path in PAGES:
        visitor.go(path)
        assert visitor.kept() == NOTHING
        assert visitor.asked()
    assert not visitor.ran()
    assert all(url.startswith(visitor.address) for url in visitor.requests)
    assert visitor.errors == []


def test_c04_scrolling_escape_clicking_elsewhere_and_moving_on_are_no_consent(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit()
    page = visitor.go()
    page.mouse.wheel(0, 2000)
    page.keyboard.press("Escape")
    page.click("h1")
    page.click("nav.menu a >> nth=0")
    assert visitor.asked()
    assert visitor.kept() == NOTHING
    assert not visitor.ran()


def test_c07_accept_and_reject_look_the_same_and_stand_side_by_side(visit: Callable[..., Visitor]) -> None:
    for width in (320, 1280):
        page = visit(viewport={"width": width, "height": 800}).go()
        assert page.eval_on_selector(ACCEPT, LOOKS) == page.eval_on_selector(REJECT, LOOKS)
        assert page.eval_on_selector(ACCEPT, "b => b.nextElementSibling.textContent.startsWith('Reject')")


def test_c11_accepting_starts_the_script_once_without_loading_the_page_anew(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit()
    page = visitor.go()
    page.evaluate("() => { self.same = 1 }")
    visitor.accept()
    assert page.evaluate("() => self.same") == 1
    assert sum("demonstration" in url for url in visitor.requests) == 1
    assert page.evaluate("() => localStorage.demonstration_pages") == "1"
    assert visitor.errors == []


def test_c12_only_the_purpose_that_was_accepted_starts(
    visit: Callable[..., Visitor], built_with: Callable[[str], Path]
) -> None:
    two = cookies(
        group("consent"),
        group("consent", "maps", "script", "          address: https://stats.example/maps.js\n"
              "          keeps:\n            - {name: map_*, purpose: Remembers the map., lasts: 1 day}\n"),
    )  # fmt: skip
    with server_for(built_with(two)) as address:
        visitor = visit(address)
        visitor.context.route("https://stats.example/**", lambda route: route.fulfill(body=""))
        page = visitor.go("/cookies/")
        page.check("[name=statistics][value='0']")
        page.check("[name=maps][value='1']")
        page.click("[data-cookie-settings] button")
        visitor.go("/")
        assert any("stats.example" in url for url in visitor.requests)
        assert not any("demonstration" in url for url in visitor.requests)
        assert visitor.cookie()["value"].endswith(".statistics.0.maps.1")


def test_c13_rejecting_keeps_everything_off_on_every_page_and_is_remembered(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit()
    visitor.go().click(REJECT)
    for path in PAGES:
        visitor.go(path)
        assert not visitor.asked()
        assert visitor.kept() == ONLY_THE_CHOICE
    assert not visitor.ran()


def test_c14_accepting_is_remembered_in_a_new_tab(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go()
    visitor.accept()
    visitor.page = visitor.context.new_page()
    visitor.go("/choices/")
    assert not visitor.asked()
    visitor.page.wait_for_function("() => localStorage.demonstration_pages == 2")


def test_c16_the_choice_can_be_changed_from_every_page_in_two_actions(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.go()
    page.click(REJECT)
    for path in PAGES:
        assert visitor.go(path).locator("footer a[href$='/cookies/']").count() == 1


def test_c17_withdrawing_deletes_what_was_kept_and_stops_what_runs(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.go()
    visitor.accept()
    page.wait_for_function("() => sessionStorage.demonstration_seconds")
    visitor.withdraw()
    assert visitor.kept() == ONLY_THE_CHOICE
    before = len(visitor.requests)
    page.wait_for_timeout(1200)  # longer than the second after which the script would write again
    assert visitor.kept() == ONLY_THE_CHOICE
    visitor.go("/")
    assert not any("demonstration" in url for url in visitor.requests[before:])
    assert visitor.errors == []


def test_c17_cookies_of_folders_and_parent_domains_are_deleted_too(
    visit: Callable[..., Visitor], demo_address: str
) -> None:
    visitor = visit(demo_address.replace("127.0.0.1", "privacy.council.localhost"))
    page = visitor.go("/data-uses/council-tax/")
    visitor.accept()
    page.evaluate(
        """() => { document.cookie = 'demonstration_visits=9; Path=/; Domain=council.localhost';
                   document.cookie = 'demonstration_visits=9; Path=/data-uses' }"""
    )
    visitor.withdraw()
    visitor.go("/data-uses/council-tax/")
    assert visitor.kept() == ONLY_THE_CHOICE


def test_c20_whoever_said_no_can_say_yes_later(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go().click(REJECT)
    page = visitor.go("/cookies/")
    assert page.is_checked("[data-cookie-settings] [value='0']")
    page.check("[data-cookie-settings] [value='1']")
    page.click("[data-cookie-settings] button")
    page.wait_for_function("() => localStorage.demonstration_pages")
    assert page.locator("[data-cookie-receipt]").is_visible()


def test_c21_a_browser_that_says_no_for_its_reader_is_heard(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.context.add_init_script(GLOBAL_PRIVACY_CONTROL)
    page = visitor.go()
    assert not visitor.asked()
    assert visitor.kept() == NOTHING
    visitor.go("/cookies/")
    assert page.locator("[data-cookie-signal]").is_visible()
    page.check("[data-cookie-settings] [value='1']")
    page.click("[data-cookie-settings] button")
    page.wait_for_function("() => localStorage.demonstration_pages")
    visitor.go("/")
    page.wait_for_function("() => localStorage.demonstration_pages == 2")


def test_c23_a_changed_list_asks_again_and_clears_what_was_left(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go()
    visitor.accept()
    value = visitor.cookie()["value"]
    other = re.sub(r"^1\.[0-9a-f]{8}", "1.00000000", value)
    visitor.put(other)
    visitor.requests.clear()
    visitor.go()
    assert visitor.asked()
    assert not visitor.ran()
    assert visitor.kept() == ONLY_THE_CHOICE


@pytest.mark.parametrize(
    "value",
    [
        "", "yes", "true", "1", "%E0%A4%A", "{}", "1.{hash}.2026-11-22", "1.{hash}.2026-13-45.statistics.1",
        "1.{hash}.2099-01-01.statistics.1", "1.{hash}.2020-01-01.statistics.1", "2.{hash}.{day}.statistics.1",
        "1.{hash}.{day}.statistics.1<script>", "1.{hash}.{day}.other.1", "__proto__",
    ],
)  # fmt: skip
def test_c25_a_value_that_cannot_be_trusted_is_no_choice(visit: Callable[..., Visitor], value: str) -> None:
    visitor = visit()
    page = visitor.go()
    shown = page.evaluate("() => [cookieConsent.list.hash, new Date().toISOString().slice(0, 10)]")
    given = value.replace("{hash}", shown[0]).replace("{day}", shown[1])
    visitor.put(given)
    visitor.go()
    assert visitor.asked()
    assert not visitor.ran()
    assert visitor.errors == []


def test_c26_the_choice_is_kept_safely_and_names_nobody(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go()
    visitor.accept()
    cookie = visitor.cookie()
    assert (cookie["secure"], cookie["sameSite"], cookie["path"], cookie["domain"]) == (
        True, "Lax", "/", "127.0.0.1",
    )  # fmt: skip
    days = visitor.page.evaluate("expires => (expires * 1000 - Date.now()) / 864e5", cookie["expires"])
    assert 179 < days <= 180
    assert re.fullmatch(r"1\.[0-9a-f]{8}\.\d{4}-\d\d-\d\d\.statistics\.1", cookie["value"])


def test_c29_the_keyboard_reaches_the_banner_first_and_the_outcome_is_told(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit()
    page = visitor.go()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent").startswith("Accept")
    page.keyboard.press("Tab")
    assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    told = page.locator("[data-cookie-told]:focus")
    assert "said no" in told.inner_text()
    assert told.get_attribute("role") == "alert"
    page.click("text=Hide this message")
    assert not visitor.asked()
    assert page.evaluate("() => document.activeElement.id") == "main"


def test_c34_the_banner_stands_in_the_flow_and_fits_a_narrow_window(visit: Callable[..., Visitor]) -> None:
    page = visit(viewport={"width": 320, "height": 256}).go()
    assert page.eval_on_selector(BANNER, "b => getComputedStyle(b).position") == "static"
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    for button in (ACCEPT, REJECT):
        assert page.locator(button).bounding_box()["height"] >= 24


def test_c42_without_javascript_nothing_is_asked_and_nothing_is_kept(visit: Callable[..., Visitor]) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.go()
    assert not visitor.asked()
    page = visitor.go("/cookies/")
    assert page.locator("noscript").is_visible()
    assert not page.locator("[data-cookie-settings]").is_visible()
    assert visitor.context.cookies() == []


@pytest.mark.parametrize("path", ["/", "/cookies/", "/search/"])
def test_c43_the_banner_and_the_form_move_nothing(visit: Callable[..., Visitor], path: str) -> None:
    visitor = visit(viewport={"width": 412, "height": 823})
    visitor.context.add_init_script(
        """self.shift = 0;
           new PerformanceObserver(list => { for (const e of list.getEntries()) self.shift += e.value })
             .observe({type: 'layout-shift', buffered: true})"""
    )
    for has_chosen in (False, True):
        if has_chosen:
            visitor.go().click(REJECT)
        page = visitor.go(path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("() => self.shift") == 0


def test_c45_where_nothing_may_be_kept_the_page_still_works(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.context.add_init_script(
        """for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
             Object.defineProperty(self, name, {get() { throw new DOMException('no', 'SecurityError') }});
           Object.defineProperty(document, 'cookie', {get() { throw new DOMException('no', 'SecurityError') },
             set() { throw new DOMException('no', 'SecurityError') }})"""
    )
    page = visitor.go()
    page.click(REJECT)
    assert "said no" in page.locator("[data-cookie-told]:focus").inner_text()
    assert visitor.errors == []


def test_c47_going_back_after_a_choice_shows_no_banner(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go("/")
    page = visitor.go("/choices/")
    page.click(REJECT)
    page.go_back()
    page.wait_for_function("() => !document.documentElement.classList.contains('ask')")
    assert not visitor.asked()


def test_c48_a_choice_in_one_tab_holds_in_the_other(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    first = visitor.go()
    visitor.page = visitor.context.new_page()
    visitor.go("/choices/")
    visitor.accept()
    first.wait_for_function("() => !document.documentElement.classList.contains('ask')")
    visitor.withdraw()
    visitor.page = first
    first.wait_for_load_state()
    first.wait_for_function("() => !localStorage.demonstration_pages")
    first.wait_for_timeout(1200)
    assert visitor.kept() == ONLY_THE_CHOICE


def test_c49_what_is_kept_is_what_the_cookies_page_lists(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.go()
    visitor.accept()
    page.wait_for_function("() => sessionStorage.demonstration_seconds")
    kept = visitor.kept()
    visitor.go("/cookies/")
    listed = set(page.locator("tbody th code").all_inner_texts())
    assert {name for names in kept.values() for name in names} == listed


def test_c50_the_banner_is_not_printed_and_has_edges_in_forced_colours(visit: Callable[..., Visitor]) -> None:
    visitor = visit(forced_colors="active")
    page = visitor.go()
    assert page.eval_on_selector(ACCEPT, "b => getComputedStyle(b).borderTopWidth") == "2px"
    page.emulate_media(media="print")
    assert not visitor.asked()


def test_c52_the_first_layer_says_why_who_and_where_to_read_more(visit: Callable[..., Visitor]) -> None:
    page = visit().go()
    text = page.locator(BANNER).inner_text()
    assert "make this site better" in text
    assert "Larkshire County Council" in text
    assert len(text.split()) <= 60
    assert page.locator(f"{BANNER} >> text=View cookies").get_attribute("href").endswith("/cookies/")


@pytest.mark.parametrize("basis", ["statistics-exception", "appearance-exception"])
def test_c53_an_exception_runs_without_asking_tells_so_and_stops_at_one_click(
    visit: Callable[..., Visitor], built_with: Callable[[str], Path], basis: str
) -> None:
    with server_for(built_with(cookies(group(basis)))) as address:
        visitor = visit(address)
        page = visitor.go()
        page.wait_for_function("() => localStorage.demonstration_pages")
        assert visitor.asked()
        assert page.locator(ACCEPT).count() == 0
        page.click("button:has-text('Turn off')")
        page.wait_for_function("() => !localStorage.demonstration_pages")
        page.wait_for_selector("[data-cookie-told]:focus")
        assert "said no" in page.inner_text("[data-cookie-told]"), "also by the page that was loaded anew"
        visitor.requests.clear()
        visitor.go("/")
        assert visitor.kept() == ONLY_THE_CHOICE
        assert not visitor.ran()
        value = re.sub(r"^1\.[0-9a-f]{8}", "1.00000000", visitor.cookie()["value"])
        visitor.put(value)
        visitor.go("/")
        assert not visitor.ran(), "an objection holds when the list changes"


def test_c53_a_browser_that_says_no_objects_to_an_exception(
    visit: Callable[..., Visitor], built_with: Callable[[str], Path]
) -> None:
    with server_for(built_with(cookies(group("statistics-exception")))) as address:
        visitor = visit(address)
        visitor.context.add_init_script(
            "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})"
        )
        visitor.go()
        assert visitor.kept() == NOTHING
        assert not visitor.ran()


def test_c53_where_some_wait_for_a_yes_and_some_do_not_the_banner_tells_which_are_in_use(
    visit: Callable[..., Visitor], built_with: Callable[[str], Path]
) -> None:
    keeps = (
        "          address: https://stats.example/letters.js\n"
        "          keeps:\n            - {name: size, purpose: Size., lasts: 1 day}\n"
    )
    letters = group("appearance-exception", "letters", "script", keeps)
    letters = letters.replace("name: letters", "name: size of letters")
    with server_for(built_with(cookies(group("consent"), letters))) as address:
        visitor = visit(address)
        visitor.context.route("https://stats.example/**", lambda route: route.fulfill(body=""))
        told = visitor.go().inner_text(BANNER)
        assert "In use until you reject them: size of letters." in told


def test_c54_a_site_that_keeps_only_what_is_needed_has_no_banner_and_no_script(
    visit: Callable[..., Visitor], built_with: Callable[[str], Path]
) -> None:
    needed = group("necessary").replace("          provider: demonstration\n", "") + (
        "          keeps:\n            - {name: signed_in, purpose: Keeps you signed in., lasts: 1 day}\n"
    )
    built = built_with(cookies(needed))
    assert not list((built / "assets").glob("consent*"))
    with server_for(built) as address:
        visitor = visit(address)
        page = visitor.go("/cookies/")
        assert page.locator(BANNER).count() == 0
        assert "signed_in" in page.inner_text("main")
        assert visitor.kept() == NOTHING


def test_c55_other_words_do_not_ask_again_but_another_purpose_does(
    built_with: Callable[[str], Path],
) -> None:
    def version(built: Path) -> str:
        script = next((built / "assets").glob("consent.*.js")).read_text("utf-8")
        return str(re.findall(r'"hash":"([0-9a-f]{8})"', script)[0])

    first = cookies(group("consent"))
    renamed = first.replace("name: statistics", "name: counting")
    assert version(built_with(first)) == version(built_with(renamed))
    for old, new in (
        ("We count", "We measure"),
        ("Pellbridge", "Another"),
        ("provider: demonstration", "provider: plausible\n          account: pellbridge.example"),
    ):
        assert version(built_with(first)) != version(built_with(first.replace(old, new)))


def test_c40_nothing_about_the_banner_moves_or_fades(visit: Callable[..., Visitor]) -> None:
    page = visit().go()
    moving = """all => all.map(e => getComputedStyle(e))
      .filter(s => s.animationName != 'none' || s.transitionDuration != '0s').length"""
    assert page.eval_on_selector_all(f"{BANNER}, {BANNER} *", moving) == 0


def test_c56_a_choice_is_asked_for_again_after_its_time_and_a_clock_set_back_does_not_help(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit()
    visitor.context.clock.set_fixed_time("2026-11-22T12:00:00Z")
    visitor.go()
    visitor.accept()
    for day, asked in (("2027-05-20", False), ("2027-05-21", True), ("2026-11-01", True)):
        visitor.page.goto("about:blank")
        visitor.context.clock.set_fixed_time(f"{day}T12:00:00Z")
        visitor.requests.clear()
        visitor.go("/choices/")
        visitor.page.wait_for_load_state("networkidle")
        assert (visitor.asked(), visitor.ran()) == (asked, not asked), day


def test_c60_sites_beside_each_other_do_not_overwrite_each_others_choice(
    visit: Callable[..., Visitor], demo_address: str
) -> None:
    one = visit(demo_address.replace("127.0.0.1", "one.council.localhost"))
    one.go().click(REJECT)
    one.address = demo_address.replace("127.0.0.1", "two.council.localhost")
    one.go()
    assert one.asked()
    assert one.kept() == NOTHING


def test_c64_people_see_when_they_chose_and_from_which_list(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.context.clock.set_fixed_time("2026-11-22T12:00:00Z")
    visitor.go().click(REJECT)
    receipt = visitor.go("/cookies/").locator("[data-cookie-receipt]").inner_text()
    assert "22 November 2026" in receipt
    assert visitor.page.evaluate("() => cookieConsent.list.hash") in receipt


def test_c65_no_page_fetches_ahead_what_waits_for_consent(built_demo: Path) -> None:
    ahead = re.compile(
        r"speculationrules|rel=[\"']?(?:preload|prefetch|modulepreload|preconnect|dns-prefetch)"
    )
    gated = re.compile(r"""(?:src|href)=["'][^"']*demonstration\.""")
    pages = {file: file.read_text("utf-8") for file in built_demo.rglob("*.html")}
    assert not [file for file, html in pages.items() if ahead.search(html) or gated.search(html)]


def test_c66_going_back_after_a_withdrawal_does_not_start_the_script_again(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit()
    visitor.go()
    visitor.accept()
    visitor.withdraw()
    visitor.requests.clear()
    visitor.page.go_back()
    visitor.page.wait_for_timeout(1200)  # longer than the second after which the script would write again
    assert not visitor.ran()
    assert visitor.kept() == ONLY_THE_CHOICE


HARD_TO_DELETE = """(() => {
  const rest = "=1; Path=/; Max-Age=9000; Secure"
  for (const name of ["__Host-hard", "__Secure-hard", "hard"]) document.cookie = name + rest
  document.cookie = "hard_divided" + rest + "; SameSite=None; Partitioned"
  indexedDB.open("hard_7")
  addEventListener("pagehide", () => { localStorage.hard = 1 })
})()"""


def test_c17_cookies_with_prefixes_or_divided_and_databases_are_deleted_too(
    visit: Callable[..., Visitor], built_with: Callable[[str], Path]
) -> None:
    names = (
        "__Host-hard",
        "__Secure-hard",
        "hard*",
        "hard*, kind: local-storage",
        "hard_*, kind: indexed-db",
    )
    keeps = "".join(f"            - {{name: {name}, purpose: Counts., lasts: 1 day}}\n" for name in names)
    more = f"          address: https://stats.example/count.js\n          keeps:\n{keeps}"
    with server_for(built_with(cookies(group("consent", provider="script", more=more)))) as address:
        visitor = visit(address)
        visitor.context.route(
            "https://stats.example/**",
            lambda route: route.fulfill(body=HARD_TO_DELETE, content_type="text/javascript"),
        )
        visitor.go().click(ACCEPT)
        databases = "() => indexedDB.databases().then(all => all.length)"
        visitor.page.wait_for_function(f"{databases[:-1]} == 1)")
        assert len(visitor.kept()["cookies"]) == 5
        visitor.withdraw()
        visitor.page.wait_for_function(f"{databases[:-1]} == 0)")
        assert visitor.kept() == ONLY_THE_CHOICE


def test_c47_a_choice_is_told_once_and_not_when_the_page_is_loaded_again(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit()
    visitor.go()
    visitor.accept()
    visitor.withdraw()
    assert visitor.page.url == visitor.address + "/cookies/"
    visitor.page.reload()
    assert visitor.page.locator("[data-cookie-saved]").count() == 1
    assert not visitor.page.is_visible("[data-cookie-saved]")


def test_c48_the_form_in_another_tab_shows_the_choice(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    first = visitor.go("/cookies/")
    visitor.page = visitor.context.new_page()
    visitor.go().click(REJECT)
    first.wait_for_selector("[data-cookie-settings] [value='0']:checked")
    assert first.is_visible("[data-cookie-receipt]")


def test_c60_a_cookie_of_the_same_name_by_another_site_of_the_domain_is_no_answer_and_no_hindrance(
    visit: Callable[..., Visitor], demo_address: str
) -> None:
    visitor = visit(demo_address.replace("127.0.0.1", "privacy.council.localhost"))
    for name, value in (("council.localhost", "1.00000000.2026-11-22.statistics.1"), ("localhost", "true")):
        other = {"name": "cookie_consent", "value": value, "domain": f".{name}", "path": "/"}
        visitor.context.add_cookies([other])
    page = visitor.go()
    assert visitor.asked()
    assert not visitor.ran()
    page.click(REJECT)
    visitor.go("/choices/")
    assert not visitor.asked()


def test_our_own_script_is_held_against_its_hash_when_it_is_inserted(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.go()
    visitor.accept()
    inserted = page.locator("script[src*='demonstration.']")
    assert (inserted.get_attribute("integrity") or "").startswith("sha256-")


def test_c59_the_form_is_the_second_layer_and_nothing_is_ticked_before_a_choice(
    visit: Callable[..., Visitor],
) -> None:
    visitor = visit()
    page = visitor.go("/cookies/")
    assert not visitor.asked()
    assert page.locator("[data-cookie-settings] :checked").count() == 0
    page.click("[data-cookie-settings] button")
    assert visitor.kept() == NOTHING


def test_c62_a_double_click_hits_nothing_beneath(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.go()
    page.dblclick(REJECT)
    assert page.url == visitor.address + "/"
    assert "said no" in page.locator("[data-cookie-told]").inner_text()


def test_every_declared_host_and_no_other_is_let_through(built_with: Callable[[str], Path]) -> None:
    more = "          address: https://stats.example/\n          account: '3'\n"
    built = built_with(cookies(group("consent", provider="matomo", more=more)))
    page = (built / "index.html").read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "script-src 'self' https://stats.example;" in policy[1]
    assert "default-src 'none'" in policy[1]
    assert policy[1] in (built / "_headers").read_text("utf-8")


def test_matomo_begins_with_the_address_and_the_site_id(
    visit: Callable[..., Visitor], built_with: Callable[[str], Path]
) -> None:
    more = "          address: https://stats.example/\n          account: '3'\n"
    with server_for(built_with(cookies(group("consent", provider="matomo", more=more)))) as address:
        visitor = visit(address)
        visitor.context.route("https://stats.example/**", lambda route: route.fulfill(body="self.loaded = 1"))
        page = visitor.go()
        assert not visitor.ran()
        page.click(ACCEPT)
        page.wait_for_function("() => self.loaded")
        assert page.evaluate("() => _paq.slice(-2)") == [
            ["setTrackerUrl", "https://stats.example/matomo.php"], ["setSiteId", "3"],
        ]  # fmt: skip
        assert visitor.errors == []
