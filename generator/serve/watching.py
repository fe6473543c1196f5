"""livereload, with its traps taken out: quick to see a save, no message lost, and deaf to strangers.

As it comes, livereload looks every 0.8 s, drops a reload within 3 s of another, sends none where the
build has failed, tells nothing to a page that was loaded before it was connected, and lets any site
that the browser has open listen. Its protocol, handlers and server are used; the looking is ours.
"""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from socket import socket
from typing import Any
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import ForceReloadHandler, LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.web import Application as Routes
from tornado.web import FallbackHandler
from tornado.wsgi import WSGIContainer

from generator.load.snapshot import Snapshot, snapshot

SHORTEST, LONGEST = 30, 150
"""Milliseconds between two looks at the files: many files are looked at less often."""

SHARE = 12
"""A look may take one part in so many of the time."""

REST = 25
"""Milliseconds in which a file must not have changed to be at rest: editors write a file in far less."""

PATIENCE = 1.0
"""Seconds after which a file that never comes to rest is read all the same."""

LARGEST_REQUEST = 64 * 1024
"""Bytes that a request may have: a preview can only be read."""

RELOAD: dict[str, Any] = {"command": "reload", "path": "*", "liveCSS": False}
PANEL: dict[str, Any] = {"command": "panel"}
"""What a browser is told: that its page is old, or only its panel."""


class Looking(Watcher):  # type: ignore[misc]
    """Looks at the files over and over, and says so when they have changed and come to rest."""

    def __init__(self, places: Iterable[Path], changed: Callable[[Snapshot], None]) -> None:
        super().__init__()
        self.places = tuple(places)
        self.changed = changed
        self.shown: Snapshot = {}
        self.last: Snapshot = {}
        self.restless_since: float | None = None
        self.also: list[Callable[[], None]] = []
        for place in self.places:
            self.watch(str(place))

    def start(self, callback: Callable[[], None]) -> bool:  # noqa: ARG002 - livereload's signature
        """Begins to look; livereload then leaves the looking alone."""
        began = time.perf_counter()
        self.last = snapshot(self.places)
        took = (time.perf_counter() - began) * 1000
        PeriodicCallback(self.look, min(max(took * SHARE, SHORTEST), LONGEST)).start()
        return True

    def look(self) -> None:
        """One look. A file that is being written changes from look to look and is left until it rests."""
        now = snapshot(self.places)
        resting = now == self.last
        self.last = now
        if now == self.shown:
            self.restless_since = None
        elif resting or self._has_waited():
            self.restless_since, self.shown = None, now
            self.changed(now)
        else:
            IOLoop.current().call_later(REST / 1000, self.look)
        for other in self.also:
            other()

    def _has_waited(self) -> bool:
        """Whether files have been restless for too long."""
        now = time.monotonic()
        self.restless_since = self.restless_since or now
        return now - self.restless_since > PATIENCE


class Line(LiveReloadHandler):  # type: ignore[misc]
    """The line to one browser. It says what it shows, so that a save in between is not lost."""

    hosts: frozenset[str] = frozenset()
    version: Callable[[], str] = staticmethod(lambda: "")
    ours = False

    def prepare(self) -> None:
        """Refuses whoever calls the preview by another name."""
        _refuse_strangers(self, self.hosts)

    def check_origin(self, origin: str) -> bool:
        """Only the preview's own pages may listen."""
        return urlsplit(origin).netloc in self.hosts

    def on_message(self, message: str | bytes) -> None:
        """Greets, and tells a browser at once when what it shows is old."""
        try:
            said = _said(message)
            super().on_message(message)
        except (ValueError, AttributeError, TypeError):
            self.close()
            return
        if said.get("command") == "info" and isinstance(said.get("version"), str):
            self.ours = True
            self.tell(said["version"])

    def tell(self, seen: str) -> None:
        """Says what has changed since a version: pages (the first word of it), findings, or nothing."""
        now = type(self).version()
        if seen.split(" ")[0] != now.split(" ")[0]:
            self.send_message(RELOAD)
        elif seen != now:
            self.send_message(PANEL)

    @classmethod
    def tell_all(cls) -> None:
        """Has every page loaded again."""
        for line in list(cls.waiters):
            line.send_message(RELOAD)

    @classmethod
    def tell_of_findings(cls) -> None:
        """Has every page of ours fetch its panel again; other programs know of no panel."""
        for line in list(cls.waiters):
            if getattr(line, "ours", False):
                line.send_message(PANEL)


def _said(message: str | bytes) -> dict[str, Any]:
    said = json_decode(message)
    if not isinstance(said, dict):
        raise ValueError("a message is an object")
    return said


def _refuse_strangers(handler: Any, hosts: frozenset[str]) -> None:
    if handler.request.host not in hosts:
        handler.set_status(403)
        handler.finish()


def _guarded(handler: type[Any], hosts: frozenset[str]) -> type[Any]:
    """One of livereload's handlers that answers only to the preview's own name."""
    return type(handler.__name__, (handler,), {"prepare": lambda self: _refuse_strangers(self, hosts)})


def _end_when_interrupted() -> None:
    """Has Ctrl+C end the loop between two of its steps.

    As an exception it comes out of nowhere, and is lost where Python cannot pass one on, for example
    while a process is forked. Where the system has no such signals it stays an exception.
    """
    loop: Any = IOLoop.current()
    with suppress(NotImplementedError):
        loop.asyncio_loop.add_signal_handler(signal.SIGINT, loop.stop)


class PreviewServer(Server):  # type: ignore[misc]
    """livereload's server on sockets that are bound already, with nothing put into our pages."""

    def __init__(self, app: Any, watcher: Looking, sockets: list[socket], line: type[Line]) -> None:
        super().__init__(app, watcher)
        self.sockets = sockets
        self.line = line

    def application(self, *_: Any, **__: Any) -> None:
        """Opens the lines, and sends everything else to the application."""
        LiveReloadHandler.watcher = self.watcher
        routes: list[Any] = [
            (r"/livereload", self.line),
            (r"/forcereload", _guarded(ForceReloadHandler, self.line.hosts)),
            (r"/livereload.js", _guarded(LiveReloadJSHandler, self.line.hosts)),
            (r".*", FallbackHandler, {"fallback": WSGIContainer(self.app)}),
        ]
        listening = HTTPServer(Routes(routes), max_body_size=LARGEST_REQUEST)
        listening.add_sockets(self.sockets)
        _end_when_interrupted()

    def _setup_logging(self) -> None:
        """An editor's terminal shows what was found, not every request."""
        for name in ("livereload", "tornado"):
            logging.getLogger(name).addHandler(logging.NullHandler())
            logging.getLogger(name).propagate = False


def line_for(hosts: frozenset[str], version: Callable[[], str]) -> type[Line]:
    """The lines of one preview."""
    return type("PreviewLine", (Line,), {"hosts": hosts, "version": staticmethod(version)})
