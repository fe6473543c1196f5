"""A real nginx shows a folder while it is published to and put back, under load: nobody notices."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import listed, replace_once, run_build

USER = "user root;" if os.geteuid() == 0 else ""
"""Folders of tests are closed to others: where root runs nginx, its workers are root too."""

CONFIGURATION = """
{user}
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    types {{ text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; }}
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {target}/current;
        charset utf-8;
        include {target}/current/nginx.conf;
    }}
}}
"""


def a_free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def published(published_small: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A site and the folder that it is published in, with a page that has moved."""
    here = Path(shutil.copytree(published_small, tmp_path / "site", ignore=shutil.ignore_patterns("public")))
    about = here / "content/pages/about.md"
    replace_once(about, "status: published", "status: published\nredirect_from: [/old/]")
    ran = run_build("publish", tmp_path / "www", "--site", here)
    assert ran.status == 0, ran.stdout + ran.stderr
    return here, tmp_path / "www"


@pytest.fixture
def port(published: tuple[Path, Path], tmp_path: Path) -> Iterator[int]:
    """nginx on the folder; its port. Where there is none the test fails and says so."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        pytest.fail("This test needs nginx: install Debian's package `nginx`, or run tests/run.")
    folder, port = tmp_path / "nginx", a_free_port()
    folder.mkdir()
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, target=published[1], port=port, user=USER))
    server = subprocess.Popen([program, "-c", configuration, "-e", folder / "error.log"])
    try:
        for _ in range(200):
            try:
                assert get(port, "/")[0] == 200
                break
            except ConnectionError:
                time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait()


def get(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


class Visitor(threading.Thread):
    """Somebody who opens page after page, each with all it needs, a moment later."""

    def __init__(self, port: int, paths: list[str]) -> None:
        super().__init__(daemon=True)
        self.port, self.paths, self.ended = port, paths, threading.Event()
        self.seen: dict[str, set[str]] = {}
        self.failed: list[object] = []
        self.rounds, self.went_round = 0, threading.Condition()

    def run(self) -> None:
        while not self.ended.is_set():
            for path in self.paths:
                page = self.ask(path)
                time.sleep(0.005)
                for asset in re.findall(rb'(?:href|src)="(/assets/[^"]+)"', page):
                    self.ask(asset.decode())
            with self.went_round:
                self.rounds += 1
                self.went_round.notify()

    def sees_all(self) -> None:
        """Waits until every page has been opened since now: the round that is under way, and one more."""
        with self.went_round:
            wanted = self.rounds + 2
            assert self.went_round.wait_for(lambda: self.rounds >= wanted or not self.is_alive(), timeout=300)

    def ask(self, path: str) -> bytes:
        try:
            status, body = get(self.port, path)
        except (OSError, http.client.HTTPException) as problem:
            self.failed.append((path, problem))
            return b""
        if status != 200:
            self.failed.append((path, status))
        self.seen.setdefault(path, set()).add(sha256(body).hexdigest())
        return body


def test_under_load_no_request_fails_and_no_page_is_mixed(published: tuple[Path, Path], port: int) -> None:
    here, target = published
    sites = [listed(target / "current")]
    folders = (path.removesuffix("index.html") for path in sites[0] if path.endswith("index.html"))
    paths = [f"/{folder}" for folder in folders if folder != "old/"]
    visitors = [Visitor(port, paths[number:] + paths[:number]) for number in (0, 20)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.sees_all()
    replace_once(here / "site.yaml", "title: ", "title: New ")
    style = here / "templates/assets/site.css"
    style.parent.mkdir(parents=True)
    style.write_text("body { margin: 1px }\n")
    ran = run_build("publish", target, "--site", here)
    assert ran.status == 0, ran.stdout + ran.stderr
    sites.append(listed(target / "current"))
    for wanted in ((), ("--to", sorted(e.name for e in (target / "releases").iterdir())[-1])):
        assert run_build("rollback", target, "--site", here, *wanted).status == 0
    for visitor in visitors:
        visitor.sees_all()
    for visitor in visitors:
        visitor.ended.set()
    for visitor in visitors:
        visitor.join()
    assert [problem for visitor in visitors for problem in visitor.failed] == []
    for visitor in visitors:
        for path, bodies in visitor.seen.items():
            file = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
            assert bodies <= {site[file] for site in sites if file in site}, path
    assert all(any(len(bodies) > 1 for bodies in visitor.seen.values()) for visitor in visitors)


def test_the_rules_that_a_build_writes_for_nginx_work(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/old/")
    answer = connection.getresponse()
    answer.read()
    assert (answer.status, urlsplit(answer.headers["Location"]).path) == (301, "/about/")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert get(port, "/nothing-here/")[0] == 404
    assert b"<h1" in get(port, "/nothing-here/")[1]
    for inside in ("/nginx.conf", "/_headers", "/_redirects", "/../publications.yaml"):
        assert get(port, inside)[0] in (400, 404), inside
