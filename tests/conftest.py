"""What the tests share: real folders, real processes, a real server and a real browser.

Every test passes `--today 2026-11-22`, so none depends on the clock. The demonstration is built
once per test process and only read after that.
"""

from __future__ import annotations

import fcntl
import functools
import hashlib
import http.server
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.build import Built, Order, build
from generator.cli import main
from generator.diagnostics import Finding
from generator.load.documents import Document
from generator.load.files import SourceFile
from generator.load.reading import parse_document, read_document

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests" / "sites" / "small"
TODAY = "2026-11-22"
DAY = date.fromisoformat(TODAY)


if "PYTEST_XDIST_WORKER" not in os.environ:  # workers share what the process that began them remembers
    os.environ["FAIR_NOTICE_TESTS"] = tempfile.mkdtemp(prefix="fair-notice-")
    os.environ["FAIR_NOTICE_CACHE"] = f"{os.environ['FAIR_NOTICE_TESTS']}/cache"

SHARED = Path(os.environ["FAIR_NOTICE_TESTS"])
"""The folder of all processes that the tests are shared out to."""

COUNTING = "COVERAGE_PROCESS_CONFIG"
"""The variable by which processes are told to count the lines that they run."""


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    status: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        """The result as JSON: nothing else may stand on standard output."""
        return json.loads(self.stdout)

    def found(self, rule: str) -> list[Any]:
        """The findings of one rule."""
        return [finding for finding in self.json["findings"] if finding["rule"] == rule]


def command(*arguments: str | Path) -> list[str]:
    """The command line of `python build.py …` on the tests' day."""
    given = [str(argument) for argument in arguments]
    today = [] if "--today" in given else ["--today", TODAY]
    return [sys.executable, str(ROOT / "build.py"), *given, *today]


def run_build(*arguments: str | Path, **process: Any) -> Ran:
    """Runs `python build.py …`, in a process of its own where a setting of the process is given."""
    return run_apart(*arguments, **process) if process else run_here(*arguments)


def run_apart(*arguments: str | Path, cwd: Path | None = None, **more: Any) -> Ran:
    """Runs `python build.py …` in a process of its own; a variable that is `None` is taken away.

    It differs from `run_here` in its surroundings only, so its lines are not counted once more.
    """
    changed = {**os.environ, COUNTING: None, **more.pop("env", {})}
    env = {name: value for name, value in changed.items() if value is not None}
    ended = subprocess.run(
        command(*arguments), cwd=cwd, env=env, capture_output=True, timeout=120, check=False, **more
    )
    return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode("utf-8", "replace"))


def run_here(*arguments: str | Path) -> Ran:
    """Runs a command in this process, which is quicker; what it prints is kept apart."""
    given = command(*arguments)[2:]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main(given)
        except SystemExit as ended:
            status = int(ended.code or 0)
    return Ran(status, out.getvalue(), err.getvalue())


def build_here(site: Path, today: date = DAY, **more: Any) -> Built:
    """Builds a site in memory as a command does: what earlier tests have made is not made again.

    With `cache=None` everything is.
    """
    remembering = {"cache": Path(os.environ["FAIR_NOTICE_CACHE"])}
    return build(Order(site, today, **{**remembering, **more}), lambda _: None)


@functools.lru_cache(maxsize=300)
def _parsed(source: SourceFile, collection: str, slug: str, language: str) -> tuple[Document | Finding, ...]:
    return tuple(parse_document(source, Document(source.path, collection, slug, language=language)))


def read_once(file: Path, site: Path, collection: str) -> Iterator[Document | Finding]:
    """Reads a document as a build does; a text that has been read at the same path is known already."""

    def parse(source: SourceFile, empty: Document) -> tuple[Document | Finding, ...]:
        return _parsed(source, empty.collection, empty.slug, empty.language)

    return read_document(file, site, collection, parse)


def replace_once(file: Path, old: str, new: str) -> None:
    """Edits a file; an edit that finds nothing to replace is a mistake in the test."""
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} does not hold {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def fingerprints(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def listed(folder: Path) -> dict[str, str]:
    """The files of a published site as its manifest lists them, without the leading slash."""
    files = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    return {path.lstrip("/"): fingerprint for path, fingerprint in files.items()}


def page_text(
    fields: str = "", body: str = "Some words.", title: str = "A page for a test", **changed: str
) -> str:
    """A content page that nothing is wrong with, with further fields and another text."""
    common = {
        "title": title,
        "summary": "What this page says.",
        "status": "published",
        "owner": "Web editor",
        "reviewed": "2026-10-01",
        "review_due": "2027-09-01",
        **changed,
    }
    lines = "\n".join(f"{key}: {value}" for key, value in common.items() if value)
    return f"---\n{lines}\n{fields}{chr(10) if fields else ''}---\n\n{body}\n"


@pytest.fixture(scope="session", autouse=True)
def one_process_for_each_build() -> Iterator[None]:
    """The cores are shared out to the tests already. A build that a test gives no `--jobs` begins no
    process beside: what that would have learnt is lost to the next build here, and beginning it is dear.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "cpu_count", lambda: 1)
        yield


@contextmanager
def uncounted() -> Iterator[None]:
    """What runs here, and what it starts, adds nothing to the lines that count as covered.

    Being traced makes Python half as fast, which is too dear for lines that others run.
    """
    if COUNTING not in os.environ:
        yield
        return
    here, in_threads = sys.gettrace(), threading.gettrace()
    with pytest.MonkeyPatch.context() as patched:
        patched.delenv(COUNTING)
        sys.settrace(None)
        threading.settrace(None)
        yield
    sys.settrace(here)
    threading.settrace(in_threads)


def is_alive(process: int) -> bool:
    """Whether a process is still there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(autouse=True)
def counting_of_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test `without_coverage` is not counted; what its module or the session prepares for it is."""
    with uncounted() if request.node.get_closest_marker("without_coverage") else nullcontext():
        yield


@pytest.fixture
def run() -> Callable[..., Ran]:
    """`run("check", "--site", site)` → status, stdout, stderr."""
    return run_build


@pytest.fixture
def edit() -> Callable[[Path, str, str], None]:
    """`edit(file, "old words", "new words")`; the old words must be there."""
    return replace_once


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A copy of the small site, which has no findings."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture(scope="session")
def demo() -> Path:
    """The demonstration: the repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def demo_build() -> tuple[Path, Ran]:
    """The demonstration as published, and what the build said: the first process that asks builds it for
    all that the tests are shared out to.
    """
    output, said = SHARED / "demonstration" / "public", SHARED / "demonstration.json"
    with (SHARED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            output.parent.mkdir(exist_ok=True)
            ran = run_build("build", "--site", ROOT, "--output", output, "--format", "json")
            assert ran.status == 0, f"the demonstration does not build:\n{ran.stdout[-3000:]}{ran.stderr}"
            said.write_text(json.dumps(asdict(ran)), "utf-8")
    return output, Ran(**json.loads(said.read_text("utf-8")))


@pytest.fixture(scope="session")
def built_demo(demo_build: tuple[Path, Ran]) -> Path:
    """The folder of the published demonstration. Tests only read it."""
    return demo_build[0]


@pytest.fixture(scope="session")
def published_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with a `public` folder that a build made. Tests copy it."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("published") / "small"))
    ran = run_build("build", "--site", site)
    assert ran.status == 0, f"the small site does not build:\n{ran.stdout}{ran.stderr}"
    return site


@pytest.fixture(scope="session")
def made_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What builds remember once the small site has been built. Tests copy it, to begin without an answer
    and yet not to make every page."""
    folder = tmp_path_factory.mktemp("made") / "memory"
    build_here(SMALL, cache=folder)
    return folder


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Requests are no news."""


@contextmanager
def server_for(folder: Path) -> Iterator[str]:
    """A plain web server for a folder; gives its address without a slash at the end."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def demo_address(built_demo: Path) -> Iterator[str]:
    """The published demonstration on a web server."""
    with server_for(built_demo) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A real Chromium. Where there is none the test fails and says so."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.fail("These tests need Chromium: install Debian's package `chromium`, or run tests/run.")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
        )
        yield browser
        browser.close()
