"""How long an editor waits: from the save of a notice to its page, loaded again, with what was written."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contest.builders import Previewed
from contest.edits import body
from contest.live_reload import HOST, LiveReload, page

PATIENCE = 1800.0
"""Seconds within which a server must have begun; an edit must be there much sooner."""


def preview(builder: Previewed, times: int) -> list[float]:
    """Seconds of so many edits, one after another, with the page open as in a browser."""
    file = sorted((builder.site / "content" / "data-uses").iterdir())[0]
    address = f"/data-uses/{file.stem}/"
    port = _free_port()
    with _serving(builder, port, address):
        return [_edit(builder, file, port, address, number) for number in range(1, times + 2)][1:]


def _edit(builder: Previewed, file: Path, port: int, address: str, number: int) -> float:
    """Seconds from a save to the page; a browser that has loaded it again asks to be told anew."""
    text = body(file.read_text("utf-8"), number)
    browser = LiveReload(port, PATIENCE)
    time.sleep(0.5)
    started = time.perf_counter()
    file.write_text(text, "utf-8")
    builder.take_over(file)
    browser.wait()
    while f"This is edit {number}." not in page(port, address, PATIENCE):
        time.sleep(0.005)
    waited = time.perf_counter() - started
    browser.close()
    return waited


@contextmanager
def _serving(builder: Previewed, port: int, address: str) -> Iterator[None]:
    """The preview server, until it is no longer needed."""
    with (builder.folder / "served.txt").open("w") as said:
        command = [*builder.preview(port)]
        server = subprocess.Popen(
            command, cwd=builder.folder, env=builder.environment, stdout=said, stderr=said
        )
        try:
            until = time.monotonic() + PATIENCE
            while not page(port, address, PATIENCE):
                if server.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"{' '.join(command)} serves nothing; see {said.name}")
                time.sleep(0.2)
            yield
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
