"""The preview: watch the site's files, show what they say at once, and what is wrong a moment later.

Built on livereload. It answers on this machine only, and only under its own name, so that no page
elsewhere can read a draft through it. A save is read, modelled and shown in one go; pages are made
when a browser asks for them; the rules run beside it and send what they find to the open pages.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from socket import SO_REUSEADDR, SOL_SOCKET, socket
from typing import TYPE_CHECKING

from generator.build import Order
from generator.load.snapshot import Snapshot, snapshot
from generator.report import summary
from generator.serve.application import Application
from generator.serve.checking import Checker, Question
from generator.serve.desk import Desk
from generator.serve.preview import Preview

if TYPE_CHECKING:
    from generator.serve.watching import Line

HOST = "127.0.0.1"

FIRST_THE_PAGE = 0.15
"""Seconds after a save in which the browsers have the machine to themselves."""


@dataclass
class Session:
    """What happens between a save and what the browsers show."""

    preview: Preview
    checker: Checker
    line: type[Line]
    waiting: Question | None = None
    since: float = 0

    def saved(self, stamps: Snapshot) -> None:
        """Shows what the files say now, tells every browser, and begins to check."""
        self.checker.leave()
        question = self.preview.refresh(stamps)
        self.line.tell_all()
        self.waiting, self.since = question, time.monotonic()
        if question is None:
            self.preview.checking = False
            print(self.preview.found[0].message, file=sys.stderr, flush=True)

    def heard(self) -> None:
        """Takes in what has been found since the last look, and has the panels fetched again."""
        if self.waiting and time.monotonic() - self.since > FIRST_THE_PAGE:
            self.checker.ask(self.waiting)
            self.waiting = None
        answers = list(self.checker.answers())
        for checked in answers:
            self.preview.take(checked)
        if answers:
            self.line.tell_of_findings()
        if answers and not self.preview.checking:
            pages = len(self.preview.pages.plan) if self.preview.pages else 0
            print(f"{pages} pages, {summary(self.preview.found)}", file=sys.stderr, flush=True)


def serve(site: Path, today: date, cache: Path | None, port: int, open_browser: bool) -> int:
    """Serves until it is stopped with Ctrl+C, beginning with what lies in a cache; the exit status."""
    from generator.serve.watching import Looking, PreviewServer, line_for

    listening = _listening(port)
    if listening is None:
        print(f"Port {port} is taken. Choose another with --port, or 0 for any.", file=sys.stderr)
        return 2
    chosen = listening.getsockname()[1]
    address = f"http://{HOST}:{chosen}/"
    preview = Preview.of(Order(site, today, address, drafts=True, preview=True, cache=cache))
    desk = Desk.of(preview, str(os.getpid()))
    hosts = frozenset(f"{name}:{chosen}" for name in (HOST, "localhost"))
    session = Session(preview, Checker((listening,)), line_for(hosts, lambda: desk.version))
    looking = Looking(preview.places, session.saved)
    looking.also.append(session.heard)
    looking.shown = snapshot(preview.places)
    session.saved(looking.shown)
    gc.collect()
    gc.freeze()  # what was read is there to stay: looking through it again and again would cost a pause
    print(address, flush=True)
    server = PreviewServer(Application(preview, desk, hosts), looking, [listening], session.line)
    try:
        server.serve(port=chosen, host=HOST, debug=False, open_url_delay=0.5 if open_browser else None)
    finally:
        session.checker.end()
    return 0


def _listening(port: int) -> socket | None:
    """A socket on this machine alone that takes calls at once; none where the port cannot be had."""
    listening = socket()
    listening.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except (OSError, OverflowError):
        listening.close()
        return None
    listening.listen()
    listening.setblocking(False)
    return listening
