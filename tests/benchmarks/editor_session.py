"""An editor's session in a real browser: `python tests/benchmarks/editor_session.py [SAVES] [SITE]`.

Serves a copy of the demonstration (or of another site), keeps a page of it open in Chromium, and
saves over and over, right and wrong. Prints how long each save took until the browser showed it, and
the memory of the server. Fails where a save is lost or the server had to be started again.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from itertools import chain, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from editor import Editor, follow  # noqa: E402 - found only once the path is known


def memory(process: int) -> float:
    """MiB that a process holds."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0


def main() -> None:
    """Runs the session and prints its figures."""
    from playwright.sync_api import sync_playwright

    number = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    source = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        site.mkdir()
        shutil.copy(source / "site.yaml", site)
        shutil.copytree(source / "content", site / "content")
        command = [sys.executable, str(ROOT / "build.py"), "serve", "--site", str(site), "--port", "0"]
        server = subprocess.Popen(
            [*command, "--today", "2026-11-22"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        try:
            assert server.stdout
            page = browser.new_page()
            page.goto(f"{server.stdout.readline().strip()}about/")
            page.evaluate("scrollTo(0, 150)")
            editor = Editor(site, site / "content/pages/about.md")
            rounds = chain.from_iterable(iter(lambda: list(editor.saves()), None))
            taken, held = [], [memory(server.pid)]
            for save in islice(rounds, number):
                taken.append(follow(page, save))
                held.append(memory(server.pid))
                print(f"{save.name:22} {taken[-1]:6.0f} ms  {held[-1]:4.0f} MiB")
            page.wait_for_timeout(500)
            print(f"{len(taken)} saves, none lost; median {statistics.median(taken):.0f} ms, ", end="")
            print(f"slowest {max(taken):.0f} ms; scrolled to {page.evaluate('scrollY')}; ", end="")
            print(f"memory {held[1]:.0f} MiB after the first, {held[-1]:.0f} MiB after the last")
            assert server.poll() is None, "the server has ended"
        finally:
            browser.close()
            server.terminate()
            server.wait(20)


if __name__ == "__main__":
    main()
