"""The preview in a real browser: saves are followed, nothing jumps, the panel is worked by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import SMALL, page_text
from editor import Editor, follow, in_panel
from test_serve import Server, serving

pytestmark = pytest.mark.without_coverage


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A preview of the small site with a long page."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("session") / "small"))
    body = "\n\n".join(f"Paragraph {number} of a long page." for number in range(60))
    (site / "content/pages/about.md").write_text(page_text(title="About", body=body), "utf-8")
    with serving(site) as running:
        yield running


@pytest.fixture
def page(server: Server, chromium: Any) -> Iterator[Any]:
    """The long page, open and listening."""
    opened = chromium.new_page(viewport={"width": 1000, "height": 700})
    heard: list[str] = []
    opened.on("websocket", lambda line: line.on("framesent", lambda frame: heard.append(str(frame))))
    opened.goto(f"http://127.0.0.1:{server.port}/about/")
    while not any("info" in frame for frame in heard):
        opened.wait_for_timeout(20)
    yield opened
    opened.close()


def test_every_save_is_followed_and_the_page_stays_where_it_was(server: Server, page: Any) -> None:
    page.evaluate("scrollTo(0, 700)")
    process = server.process.pid
    editor = Editor(server.site, server.site / "content/pages/about.md")
    for save in editor.saves():
        follow(page, save)
        if save.name in ("a new title", "moved over", "mended", "UTF-8 again"):
            assert page.evaluate("scrollY") == 700, save.name
    assert server.process.poll() is None
    assert server.process.pid == process


ASKING = """(version) => new Promise((answer) => {
  const line = new WebSocket(`ws://${location.host}/livereload`);
  const say = (message) => line.send(JSON.stringify(message));
  line.onopen = () => say({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] });
  line.onmessage = (event) => {
    const { command } = JSON.parse(event.data);
    if (command !== "hello") return answer(command);
    say({ command: "info", url: location.href, plugins: {}, version });
    setTimeout(() => answer("nothing"), 400);
  };
})"""
"""Opens a line as a page would that shows a version, and gives the first thing that it is told."""


def test_a_save_before_the_line_is_open_is_not_lost(page: Any) -> None:
    version = page.evaluate("document.querySelector('[data-version]').dataset.version")
    assert page.evaluate(ASKING, "1.1 1") == "reload"
    assert page.evaluate(ASKING, f"{version.split()[0]} 0") == "panel"


def test_findings_reach_an_open_panel_and_are_announced(server: Server, page: Any) -> None:
    """The rules take longer than the page: what they find comes by itself."""
    editor = Editor(server.site, server.site / "content/pages/about.md")
    good = editor.text
    editor.page.write_text(good.replace("Paragraph 3 of", "TODO: of", 1), "utf-8")
    page.wait_for_function(in_panel("was left in this text"))
    page.wait_for_function(
        "document.querySelector('aside.preview [role=status]').textContent.includes('finding')"
    )
    editor.page.write_text(good, "utf-8")
    page.wait_for_function(f"!({in_panel('was left in this text')})")


def test_the_panel_is_worked_by_keyboard_and_stays_folded(page: Any) -> None:
    summary = page.locator("aside.preview summary")
    summary.focus()
    was_open = page.evaluate("document.querySelector('aside.preview details').open")
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('aside.preview details').open") != was_open
    page.reload()
    page.wait_for_function(
        f"document.querySelector('aside.preview details').open === {str(not was_open).lower()}"
    )


@pytest.mark.parametrize("path", ["/about/", "/_preview/"])
@pytest.mark.parametrize("width", [320, 1400])
def test_axe_finds_nothing_in_what_is_ours(server: Server, chromium: Any, path: str, width: int) -> None:
    opened = chromium.new_page(viewport={"width": width, "height": 800})
    opened.route_web_socket("**/livereload", lambda _: None)  # what is judged stays as it is
    opened.goto(f"http://127.0.0.1:{server.port}{path}")
    opened.evaluate("document.querySelectorAll('aside details').forEach((one) => (one.open = true))")
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(opened, context=".preview")
    assert found.violations_count == 0, found.generate_report()
    opened.close()
