"""A person with a browser at a search page: opens it, types, submits, reads."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

INPUT = "form[role=search] input[type=search]"
RESULTS = "[data-search-results] [data-search-result]"
QUIET = 150
"""Milliseconds without a change, after which a page has said what it has to say."""
PATIENCE = 15.0
"""Seconds after which a page that has said nothing is taken to have nothing to say."""

_ANSWERED = f"""() => document.querySelector("{RESULTS}")
    || document.querySelector("[role=status]")?.textContent.trim()"""
_EMPTY = f"""() => !document.querySelector("{RESULTS}")
    && !document.querySelector("[role=status]")?.textContent.trim()"""
_STILL = """quiet => new Promise(still => {
    let timer = setTimeout(still, quiet);
    new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(still, quiet); })
        .observe(document.body, { childList: true, subtree: true, characterData: true });
})"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    switches = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
    more = "--disable-sync --no-first-run --disable-dev-shm-usage"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*switches.split(), *more.split()])
        yield browser
        browser.close()


class Visit:
    """One tab at a search page, and what is on its way to it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._under_way: set[Any] = set()
        page.on("request", lambda request: self._under_way.add(request))
        page.on("requestfinished", lambda request: self._under_way.discard(request))
        page.on("requestfailed", lambda request: self._under_way.discard(request))

    def open(self, address: str) -> None:
        """Opens the search page and waits until it is ready."""
        self.page.goto(address)
        self.page.wait_for_selector(INPUT)
        self.still()

    def still(self) -> None:
        """Waits until nothing changes on the page and nothing is on its way to it."""
        end = monotonic() + PATIENCE
        while True:
            self.page.evaluate(_STILL, QUIET)
            if not self._under_way or monotonic() > end:
                return

    def clear(self) -> None:
        """Takes away what was asked before, so that its results are not taken for new ones."""
        self.page.fill(INPUT, "")
        self.page.press(INPUT, "Enter")
        self._wait(_EMPTY, 2.0)

    def ask(self, text: str) -> list[str]:
        """Enters the words at once, submits them, and gives the addresses of the results."""
        self.clear()
        self.page.fill(INPUT, text)
        self.page.press(INPUT, "Enter")
        return self.results()

    def type(self, text: str) -> list[str]:
        """Enters the words letter by letter as a fast typist does, and submits them."""
        self.page.click(INPUT)
        self.page.keyboard.type(text, delay=60)
        self.page.keyboard.press("Enter")
        return self.results()

    def results(self) -> list[str]:
        """The addresses of the results, once the page has answered and is still."""
        self._wait(_ANSWERED, PATIENCE)
        self.still()
        return list(self.page.eval_on_selector_all(f"{RESULTS} a", "links => links.map(link => link.href)"))

    def _wait(self, condition: str, seconds: float) -> None:
        end = monotonic() + seconds
        while not self.page.evaluate(f"({condition})()") and monotonic() < end:
            self.page.wait_for_timeout(10)
