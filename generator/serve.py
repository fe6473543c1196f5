"""The preview: watch the site's files, rebuild in memory, show the pages and what is wrong.

Built on livereload. It answers on this machine only, and only under its own name, so that no
page elsewhere can read a draft through it.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jinja2 import DictLoader, Environment, StrictUndefined

from generator.artefacts import Artefact
from generator.build import Built, Order, build
from generator.diagnostics import Finding
from generator.load.templates import OURS, load_templates
from generator.model.register import Register
from generator.render.component_page import ADDRESS as COMPONENTS
from generator.render.component_page import component_page
from generator.render.words import Words, read_words
from generator.report import summary

StartResponse = Callable[[str, list[tuple[str, str]]], Any]

HOST = "127.0.0.1"


@dataclass
class Preview:
    """What is shown now: the last pages that could be made and the latest findings.

    `stale` holds the addresses of pages that could not be made again.
    """

    order: Order
    pages: Mapping[str, Artefact] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    stale: frozenset[str] = frozenset()
    register: Register | None = None

    def rebuild(self) -> None:
        """Builds again after a change; pages that cannot be made leave the last ones standing."""
        try:
            built = build(self.order, lambda _: None)
        except Exception as problem:
            self.stale = frozenset(self.pages)
            print(f"Fair Notice itself has stumbled: {type(problem).__name__}: {problem}", file=sys.stderr)
            return
        self.take(built)

    def take(self, built: Built) -> None:
        """Shows what was built and says on standard error how it went.

        A page whose own file has a mistake stays as it was, marked as such, until it is mended.
        """
        broken = {finding.location.path for finding in built.findings}
        made = {artefact.url: artefact for artefact in built.artefacts}
        lost = {url: page for url, page in self.pages.items() if broken.intersection(page.sources)}
        kept = {url: page for url, page in lost.items() if url not in made} if made else self.pages
        self.findings, self.stale = built.findings, frozenset(kept)
        self.register = built.register or self.register
        self.pages = {**kept, **made}
        print(f"{built.pages} pages, {summary(built.findings)}", file=sys.stderr)

    def about(self, artefact: Artefact) -> tuple[Finding, ...]:
        """The findings in the files a page was made from."""
        return tuple(f for f in self.findings if f.location.path in artefact.sources)


class Application:
    """The preview as a WSGI application; every answer comes from memory."""

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        self.hosts = {f"{name}:{port}" for name in (HOST, "localhost")}
        files = load_templates(OURS.parent)
        words = read_words(files, "en")
        self.stylesheet = files.files["preview/preview.css"]
        self.jinja = Environment(
            loader=DictLoader({name: files.text(name) for name in files.below("preview")}),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.jinja.globals["t"] = words if isinstance(words, Words) else str

    def __call__(self, environ: Mapping[str, Any], start: StartResponse) -> Iterable[bytes]:
        status, kind, body, location = self.answer(environ)
        headers = [
            ("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
        ]
        if location:
            headers.append(("Location", location))
        start(f"{status.value} {status.phrase}", headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]

    def answer(self, environ: Mapping[str, Any]) -> tuple[HTTPStatus, str, bytes, str]:
        """Status, media type, body and, for a redirect, where to."""
        if environ.get("HTTP_HOST", "") not in self.hosts:
            return (
                HTTPStatus.FORBIDDEN,
                "text/plain",
                b"This preview answers only under its own address.\n",
                "",
            )
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", b"A preview can only be read.\n", ""
        path = unquote(str(environ.get("PATH_INFO", "/")))
        if path == "/_preview.css":
            return HTTPStatus.OK, "text/css", self.stylesheet, ""
        return self.page(path)

    def page(self, path: str) -> tuple[HTTPStatus, str, bytes, str]:
        """The page at a path, the findings instead of a site, or the page for nothing found."""
        pages = self.preview.pages
        register = self.preview.register
        if path == COMPONENTS and register:
            page = component_page(register, load_templates(self.preview.order.site))
            return HTTPStatus.OK, "text/html", page.encode(), ""
        if path in pages:
            return HTTPStatus.OK, pages[path].media_type, self.with_panel(pages[path]), ""
        if f"{path}/" in pages:
            return HTTPStatus.MOVED_PERMANENTLY, "text/plain", b"", f"{path}/"
        if "/404.html" in pages:
            return HTTPStatus.NOT_FOUND, "text/html", self.with_panel(pages["/404.html"]), ""
        body = self.jinja.get_template("preview/broken.html").render(findings=self.preview.findings)
        return HTTPStatus.SERVICE_UNAVAILABLE, "text/html", body.encode(), ""

    def with_panel(self, artefact: Artefact) -> bytes:
        """A page with the panel that tells an editor what was found about it."""
        if artefact.media_type != "text/html":
            return artefact.body
        own = self.preview.about(artefact)
        panel = self.jinja.get_template("preview/panel.html").render(
            own=own,
            others=[finding for finding in self.preview.findings if finding not in own],
            stale=artefact.url in self.preview.stale,
            sources=artefact.sources,
        )
        return artefact.body.replace(b"</body>", panel.encode() + b"</body>", 1)


def serve(site: Path, today: date, port: int, open_browser: bool) -> int:
    """Serves until it is stopped with Ctrl+C; returns the exit status."""
    from livereload import Server
    from livereload.handlers import ForceReloadHandler, LiveReloadHandler, LiveReloadJSHandler

    chosen = _free_port(port)
    if chosen is None:
        print(f"Port {port} is taken. Choose another with --port, or 0 for any.", file=sys.stderr)
        return 2
    preview = Preview(Order(site, today, f"http://{HOST}:{chosen}/", drafts=True, preview=True))
    preview.rebuild()
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0  # otherwise a second save within 3 s is lost
    application = Application(preview, chosen)
    for handler in (LiveReloadHandler, ForceReloadHandler, LiveReloadJSHandler):
        handler.prepare = _only_from(application.hosts)
    server = Server(application)
    for watched in dict.fromkeys((site / "site.yaml", site / "content", site / "templates", OURS)):
        server.watch(str(watched), preview.rebuild)
    print(f"http://{HOST}:{chosen}/", flush=True)
    server.serve(port=chosen, host=HOST, debug=False, open_url_delay=0.5 if open_browser else None)
    return 0


def _only_from(hosts: set[str]) -> Callable[[Any], None]:
    """What livereload's own handlers do first: refuse whoever calls them by another name."""

    def prepare(handler: Any) -> None:
        if handler.request.host not in hosts:
            handler.set_status(403)
            handler.finish()

    return prepare


def _free_port(wanted: int) -> int | None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, wanted))
        except (OSError, OverflowError):
            return None
        return int(probe.getsockname()[1])
