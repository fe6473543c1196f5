"""A real nginx serves the site with the snippet that the build wrote: headers, errors, redirects, policy."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import replace_once, run_build

pytestmark = pytest.mark.without_coverage

PATIENCE = 20
CONFIGURATION = """
daemon off;
master_process off;
pid {own}/nginx.pid;
error_log {own}/error.log;
events {{}}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path {own}/body;
  proxy_temp_path {own}/proxy;
  fastcgi_temp_path {own}/fastcgi;
  uwsgi_temp_path {own}/uwsgi;
  scgi_temp_path {own}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {public};
    charset utf-8;
    include {public}/nginx.conf;
  }}
}}
"""


@dataclass(frozen=True)
class Answer:
    """What nginx answered."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Nginx:
    """An nginx that runs."""

    port: int

    def ask(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        connection.close()
        return answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory, demo: Path) -> Path:
    """The demonstration with a page that has moved."""
    site = tmp_path_factory.mktemp("nginx") / "site"
    site.mkdir()
    shutil.copytree(demo / "content", site / "content")
    shutil.copy(demo / "site.yaml", site / "site.yaml")
    moved = "in_footer: true\nredirect_from: [/who-we-are/, /about.html]"
    replace_once(site / "content/pages/about.md", "in_footer: true", moved)
    ran = run_build("build", "--site", site)
    assert ran.status == 0, ran.stdout
    site.chmod(0o755)
    return site / "public"


@pytest.fixture(scope="module")
def nginx(public: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """nginx with the snippet in force. Where there is none the test fails and says so."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        pytest.fail("This test needs nginx: install Debian's package `nginx-light`, or run tests/run.")
    own, port = tmp_path_factory.mktemp("own"), free_port()
    configuration = own / "test.conf"
    configuration.write_text(CONFIGURATION.format(own=own, port=port, public=public), "utf-8")
    process = subprocess.Popen([program, "-c", configuration, "-e", own / "error.log"])
    until = time.monotonic() + PATIENCE
    while True:
        assert process.poll() is None, (own / "error.log").read_text("utf-8")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.05)
    yield Nginx(port)
    process.terminate()
    process.wait(PATIENCE)


def test_every_answer_carries_the_headers_and_mistakes_do_too(nginx: Nginx) -> None:
    for path in (
        "/",
        "/data-uses/council-tax/",
        "/nowhere/",
        "/search/",
        "/assets/nothing.css",
        "/who-we-are/",
    ):
        headers = nginx.ask(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';"), path
        assert "frame-ancestors" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert "geolocation=()" in headers["permissions-policy"]


def test_an_address_that_leads_nowhere_gets_the_page_for_it(nginx: Nginx) -> None:
    answer = nginx.ask("/nowhere/")
    assert answer.status == 404
    assert b"<h1>" in answer.body
    assert b'href="/a-z/"' in answer.body


def test_earlier_addresses_lead_on_without_a_page_between(nginx: Nginx) -> None:
    for old in ("/who-we-are/", "/who-we-are", "/about.html"):
        answer = nginx.ask(old)
        assert (answer.status, answer.headers["location"]) == (301, "/about/"), old
    folder = nginx.ask("/data-uses")
    assert (folder.status, folder.headers["location"]) == (301, "/data-uses/")


def test_assets_are_kept_for_ever_and_pages_are_asked_for_anew(nginx: Nginx) -> None:
    page = nginx.ask("/")
    assert page.headers["cache-control"] == "no-cache"
    for asset in set(re.findall(rb'(?:href|src)="(/assets/[^"]+)"', page.body)):
        answer = nginx.ask(asset.decode())
        assert answer.status == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable", asset
    again = nginx.ask("/", **{"If-None-Match": page.headers["etag"]})
    assert again.status == 304


def test_pages_and_scripts_are_sent_compressed_and_the_index_as_it_is(nginx: Nginx, public: Path) -> None:
    script, index = (next((public / "assets").glob(f"search.*.{ending}")) for ending in ("js", "bin"))
    for path in ("/data-uses/council-tax/", f"/assets/{script.name}", "/sitemap.xml"):
        answer = nginx.ask(path, **{"Accept-Encoding": "gzip"})
        assert answer.headers.get("content-encoding") == "gzip", path
        assert "accept-encoding" in answer.headers["vary"].lower()
    answer = nginx.ask(f"/assets/{index.name}", **{"Accept-Encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert answer.body == index.read_bytes()


def test_the_files_for_the_server_are_not_given_out(nginx: Nginx) -> None:
    for path in ("/nginx.conf", "/_headers"):
        assert nginx.ask(path).status == 404


def test_browsers_find_no_breach_of_the_policy(nginx: Nginx, chromium: Any) -> None:
    address = f"http://127.0.0.1:{nginx.port}"
    context = chromium.new_context()
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(f"{page.url} said {message.text}"))
    page.on("pageerror", lambda error: trouble.append(f"{page.url} failed: {error}"))
    for path in ("/", "/data-uses/council-tax/", "/choices/", "/public-benefit/", "/cookies/"):
        page.goto(address + path)
    page.goto(f"{address}/search/")
    page.fill("input[type=search]", "council tax")
    page.wait_for_selector("[data-search-result]")
    page.click("button:has-text('Accept')")
    page.wait_for_function("() => localStorage.demonstration_pages")
    page.goto(f"{address}/about/")
    page.get_by_role("button", name="Show the video here").click()
    page.frame_locator("iframe").locator("svg").wait_for()
    page.evaluate("() => fetch('https://elsewhere.example/').catch(() => 0)")
    context.close()
    assert len([said for said in trouble if "elsewhere.example" in said]) >= 1, "the policy is in force"
    assert [said for said in trouble if "elsewhere.example" not in said] == []
