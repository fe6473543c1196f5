"""The preview, as a real server: pages, findings, drafts, recovery, and what it refuses."""

from __future__ import annotations

import http.client
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL, command, page_text, replace_once, run_build

PATIENCE = 40
"""Seconds after which a test gives up waiting; a change is normally seen within one."""


@dataclass(frozen=True)
class Answer:
    """What the preview answered."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Server:
    """A preview that runs, and the site that it shows."""

    port: int
    site: Path
    process: subprocess.Popen[str]

    def ask(self, path: str, method: str = "GET", host: str = "") -> Answer:
        """One request, with the path and the host exactly as given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        text = response.read().decode("utf-8", "replace")
        connection.close()
        return Answer(response.status, headers, text)

    def wait(self, path: str, fits: Callable[[Answer], bool]) -> Answer:
        """Asks until the answer fits; fails where it never does."""
        until = time.monotonic() + PATIENCE
        while not fits(answer := self.ask(path)):
            assert time.monotonic() < until, f"{path} still says {answer.status}: {answer.text[-1500:]}"
            time.sleep(0.1)
        return answer


@contextmanager
def serving(site: Path, *more: str) -> Iterator[Server]:
    with (site.parent / f"{site.name}.log").open("w+") as log:
        process = subprocess.Popen(
            command("serve", "--site", site, "--port", "0", *more),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            assert process.stdout
            address = process.stdout.readline()
            found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", address)
            assert found, f"the preview printed {address!r}"
            server = Server(int(found[1]), site, process)
            until = time.monotonic() + PATIENCE
            while True:
                try:
                    server.ask("/")
                    break
                except ConnectionRefusedError:
                    assert time.monotonic() < until
                    time.sleep(0.05)
            yield server
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            assert process.stdout
            process.stdout.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A preview of the small site with a draft, for tests that change nothing."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("served") / "small"))
    draft = page_text(title="A plan for later", status="draft")
    (site / "content/pages/plan.md").write_text(draft, "utf-8")
    with serving(site) as running:
        yield running


@pytest.fixture
def changing(small_site: Path) -> Iterator[Server]:
    """A preview of a site that the test changes."""
    with serving(small_site) as running:
        yield running


def test_the_page_of_components_is_in_the_preview(server: Server) -> None:
    answer = server.ask("/_preview/components/")
    assert answer.status == 200
    assert "banner.note" in answer.text
    assert "Not answered" in answer.text


def test_pages_are_served_with_the_panel(server: Server) -> None:
    answer = server.ask("/")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert '<aside class="preview"' in answer.text
    assert "content/pages/home.md" in server.ask("/").text or "sources" not in answer.text
    assert "content/pages/about.md" in server.ask("/about/").text


def test_assets_are_served_as_what_they_are(server: Server) -> None:
    home = server.ask("/").text
    stylesheet = re.search(r'href="(/assets/site\.[0-9a-f]+\.css)"', home)
    assert stylesheet
    answer = server.ask(stylesheet[1])
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/css")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert server.ask("/_preview.css").headers["content-type"].startswith("text/css")
    assert server.ask("/manifest.json").headers["content-type"].startswith("application/json")


def test_drafts_are_shown_and_marked(server: Server) -> None:
    answer = server.ask("/plan/")
    assert answer.status == 200
    assert "A plan for later" in answer.text
    assert re.search(r"\bdraft\b", answer.text, re.I)


def test_nothing_is_written(server: Server) -> None:
    server.ask("/")
    assert sorted(entry.name for entry in server.site.iterdir()) == ["content", "site.yaml"]


def test_the_page_for_nothing_found_answers_404(server: Server) -> None:
    answer = server.ask("/no/such/page/")
    assert answer.status == 404
    assert "<h1" in answer.text


def test_an_address_without_its_slash_leads_to_the_one_with_it(server: Server) -> None:
    answer = server.ask("/about")
    assert (answer.status, answer.headers["location"]) == (301, "/about/")
    assert server.ask("/data-uses").headers["location"] == "/data-uses/"


@pytest.mark.parametrize(
    "path",
    [
        "/../site.yaml",
        "/../../../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/site.yaml",
        "/content/pages/about.md",
        "/site.yaml",
        "//etc/passwd",
        "/about/../../site.yaml",
        "/%00",
        "/about%00/",
        "/\\..\\site.yaml",
        "/assets/",
    ],
)
def test_nothing_outside_the_build_is_served(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.status in (400, 404)
    assert "root:" not in answer.text
    assert "base_url" not in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "evil.example:{port}", "127.0.0.1:1", "[::1]:{port}"]
)
def test_a_foreign_host_is_refused(server: Server, host: str) -> None:
    answer = server.ask("/plan/", host=host.format(port=server.port))
    assert answer.status == 403
    assert "A plan for later" not in answer.text


@pytest.mark.parametrize("path", ["/livereload.js", "/forcereload"])
def test_a_foreign_host_is_refused_everywhere(server: Server, path: str) -> None:
    assert server.ask(path, host="evil.example").status == 403


def test_localhost_is_not_foreign(server: Server) -> None:
    assert server.ask("/", host=f"localhost:{server.port}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_a_preview_can_only_be_read(server: Server, method: str) -> None:
    assert server.ask("/", method=method).status == 405


def test_a_head_has_no_body(server: Server) -> None:
    answer = server.ask("/about/", method="HEAD")
    assert (answer.status, answer.text) == (200, "")


def test_it_listens_on_this_machine_only(server: Server) -> None:
    name = socket.gethostbyname(socket.gethostname())
    if name.startswith("127."):
        name = "127.0.0.2"
    with socket.socket() as other:
        other.settimeout(5)
        assert other.connect_ex((name, server.port)) != 0


def test_a_port_that_is_taken_is_misuse(server: Server) -> None:
    ran = run_build("serve", "--site", server.site, "--port", str(server.port))
    assert (ran.status, ran.stdout) == (2, "")
    assert f"Port {server.port} is taken" in ran.stderr


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_there_cannot_be_is_misuse(small_site: Path, port: str) -> None:
    ran = run_build("serve", "--site", small_site, f"--port={port}")
    assert (ran.status, ran.stdout) == (2, "")
    assert "ports go from 0 to 65535" in ran.stderr


@pytest.mark.without_coverage
def test_a_change_is_shown_without_asking(changing: Server) -> None:
    (changing.site / "content/pages/new-page.md").write_text(page_text(title="Brand new"), "utf-8")
    changing.wait("/new-page/", lambda answer: "Brand new" in answer.text)
    replace_once(changing.site / "content/pages/new-page.md", "Brand new", "Newer still")
    changing.wait("/new-page/", lambda answer: "Newer still" in answer.text)
    (changing.site / "content/pages/new-page.md").unlink()
    changing.wait("/new-page/", lambda answer: answer.status == 404)


@pytest.mark.without_coverage
def test_a_mistake_is_shown_on_the_page_and_goes_when_it_is_mended(changing: Server) -> None:
    page = changing.site / "content/pages/about.md"
    right = page.read_text("utf-8")
    page.write_text(page_text("ownr: me", title="About us"), "utf-8")
    shown = changing.wait("/", lambda answer: "ownr" in answer.text)
    assert shown.status == 200
    assert "content/pages/about.md:8" in shown.text
    assert "Did you mean" in shown.text
    page.write_text(right, "utf-8")
    changing.wait("/about/", lambda answer: answer.status == 200 and "ownr" not in answer.text)


def test_a_broken_site_yaml_leaves_the_last_pages_standing(changing: Server) -> None:
    site = changing.site / "site.yaml"
    right = site.read_text("utf-8")
    site.write_text("name: [", "utf-8")
    shown = changing.wait("/about/", lambda answer: "site.yaml:1:7" in answer.text)
    assert shown.status == 200
    assert "<h1" in shown.text
    site.write_text(right, "utf-8")
    changing.wait("/about/", lambda answer: "site.yaml:1:7" not in answer.text)


@pytest.mark.without_coverage
def test_a_garbled_stylesheet_is_told_on_the_page(changing: Server) -> None:
    style = changing.site / "templates/assets/site.css"
    style.parent.mkdir(parents=True)
    style.write_bytes("/* caf\xe9 */".encode("latin-1"))
    shown = changing.wait("/about/", lambda answer: "site.css:1:1" in answer.text)
    assert shown.status == 200
    style.unlink()
    changing.wait("/about/", lambda answer: "site.css:1:1" not in answer.text)


@pytest.mark.without_coverage
def test_a_site_that_begins_broken_is_shown_once_it_is_mended(small_site: Path) -> None:
    site = small_site / "site.yaml"
    right = site.read_text("utf-8")
    site.write_text("name: [", "utf-8")
    with serving(small_site) as running:
        answer = running.ask("/")
        assert answer.status == 503
        assert "site.yaml:1:7" in answer.text
        site.write_text(right, "utf-8")
        running.wait("/", lambda answer: answer.status == 200)


@pytest.mark.without_coverage
def test_findings_in_the_panel_cannot_inject_anything(changing: Server) -> None:
    name = "<img src=x onerror=alert(1)>"
    (changing.site / "content/pages/odd.md").write_text(page_text(f"'{name}': x"), "utf-8")
    shown = changing.wait("/", lambda answer: "onerror" in answer.text)
    assert name not in shown.text


@pytest.mark.without_coverage
def test_it_ends_quietly_when_it_is_stopped(small_site: Path) -> None:
    with serving(small_site) as running:
        pass
    log = (small_site.parent / "small.log").read_text("utf-8")
    assert running.process.returncode in (0, 2)
    assert "Traceback" not in log


@pytest.mark.without_coverage
def test_it_ends_also_when_it_is_stopped_while_it_begins_to_check(small_site: Path) -> None:
    """An exception that comes while a process is forked is lost, and with it the wish to stop."""
    stopped_then = (
        "import os, signal, sys; from generator.cli import main;"
        "os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT));"
        f"sys.exit(main(['serve', '--site', {str(small_site)!r}, '--port', '0']))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", stopped_then], capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.without_coverage
def test_nothing_of_it_goes_on_when_it_is_killed() -> None:
    """The process that checks holds on to this one's output for as long as it runs."""
    killed = (
        "import os; from generator.serve.checking import Checker; asked = Checker();"
        "asked.ask(type('Long', (), {'answers': lambda self: iter([bytes(10_000_000)])})());"
        "asked.answer.poll(None); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", killed], capture_output=True, check=True, timeout=PATIENCE)


@pytest.mark.without_coverage
def test_the_browser_reloads_by_itself_after_a_save(changing: Server, chromium: Any) -> None:
    page = chromium.new_page()
    sent: list[str] = []
    page.on("websocket", lambda ws: ws.on("framesent", lambda frame: sent.append(str(frame))))
    page.goto(f"http://127.0.0.1:{changing.port}/about/")
    until = time.monotonic() + PATIENCE
    while not any("info" in frame for frame in sent):
        assert time.monotonic() < until, "the page never asked to be told of changes"
        page.wait_for_timeout(50)
    about = changing.site / "content/pages/about.md"
    about.write_text(page_text(title="Written a moment ago"), "utf-8")
    page.wait_for_function("document.title.includes('Written a moment ago')", timeout=PATIENCE * 1000)
    about.write_text(page_text(title="And once more"), "utf-8")
    page.wait_for_function("document.title.includes('And once more')", timeout=PATIENCE * 1000)
    page.close()
