"""The preview as a WSGI application: every answer comes from memory, and every mistake is a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, quote

from generator.artefacts import Artefact
from generator.render.component_page import ADDRESS as COMPONENTS
from generator.render.component_page import component_page
from generator.render.headers import LASTING
from generator.serve.desk import Desk
from generator.serve.preview import Preview, Shown, Standing, stumbled

StartResponse = Callable[[str, list[tuple[str, str]]], Any]

OWN = "/_preview/"
"""Where the preview's own pages lie; no published address begins with an underscore."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: status, media type, body and, for a redirect, where to."""

    status: HTTPStatus
    kind: str
    body: bytes
    location: str = ""
    lasting: bool = False


@dataclass(frozen=True)
class Application:
    """Answers requests for one preview, under the names in `hosts` and no others."""

    preview: Preview
    desk: Desk
    hosts: frozenset[str]

    def __call__(self, environ: Mapping[str, Any], start: StartResponse) -> Iterable[bytes]:
        try:
            answer = self.answer(environ)
        except Exception as problem:  # an editor gets a page, whatever happens
            body = self.desk.broken((stumbled(problem),))
            answer = Answer(HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", body)
        start(f"{answer.status.value} {answer.status.phrase}", list(_headers(answer)))
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else answer.body]

    def answer(self, environ: Mapping[str, Any]) -> Answer:
        """The answer to one request."""
        if environ.get("HTTP_HOST", "") not in self.hosts:
            return _plain(HTTPStatus.FORBIDDEN, "This preview answers only under its own name.")
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return _plain(HTTPStatus.METHOD_NOT_ALLOWED, "A preview can only be read.")
        path = str(environ.get("PATH_INFO", "/")).encode("latin-1").decode("utf-8", "replace")
        query = str(environ.get("QUERY_STRING", ""))
        if path == "/_preview.css":
            return self.dress("text/css", "preview.css", query)
        if path == OWN.rstrip("/") or path.startswith(OWN):
            return self.own(path.removeprefix(OWN.rstrip("/")), query)
        return self.page(path)

    def dress(self, kind: str, name: str, query: str) -> Answer:
        """The stylesheet or the script of the preview; under the name of its content it can be kept."""
        return Answer(HTTPStatus.OK, kind, self.desk.file(name), lasting=query == self.desk.dress)

    def own(self, path: str, query: str) -> Answer:
        """One of the preview's own pages and files."""
        if path == "":
            return Answer(HTTPStatus.MOVED_PERMANENTLY, "text/plain", b"", OWN)
        if path == "/preview.js":
            return self.dress("text/javascript", "preview.js", query)
        if path == "/":
            return Answer(HTTPStatus.OK, "text/html", self.desk.index())
        if path == "/panel":
            url = parse_qs(query).get("page", ["/"])[0]
            return Answer(HTTPStatus.OK, "text/html", self.desk.panel(self.preview.page(url)))
        if path == COMPONENTS.removeprefix(OWN.rstrip("/")):
            return self.components()
        if path.startswith("/last/"):
            return self.as_it_was(path.removeprefix("/last"))
        return _plain(HTTPStatus.NOT_FOUND, "The preview has no such page. Its index is at /_preview/.")

    def components(self) -> Answer:
        """The living page of components, or what is wrong instead of a site."""
        pages = self.preview.pages
        if pages is None:
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, "text/html", self.desk.broken(self.preview.found))
        page = component_page(pages.register, pages.compiled)
        return Answer(HTTPStatus.OK, "text/html", page.encode())

    def as_it_was(self, path: str) -> Answer:
        """A page that has gone, as it last was."""
        page = self.preview.as_it_was(path)
        if page is None:
            return _plain(HTTPStatus.NOT_FOUND, "Nothing is kept of this page. The index is at /_preview/.")
        return Answer(HTTPStatus.OK, page.media_type, self.desk.with_panel(Shown(page, Standing.GONE)))

    def page(self, path: str) -> Answer:
        """The page at a path, what is wrong instead of a site, or the page for nothing found."""
        shown = self.preview.page(path)
        if shown.artefact:
            kind, body = shown.artefact.media_type, self._body(shown, shown.artefact)
            return Answer(HTTPStatus.OK, kind, body, lasting=path.startswith("/assets/"))
        if shown.standing == Standing.BROKEN and shown.problem:
            body = self.desk.broken((shown.problem, *self.preview.found))
            return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", body)
        if self.preview.pages is None:
            body = self.desk.broken(self.preview.found)
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, "text/html", body)
        if f"{path}/" in self.preview.pages.plan:
            return Answer(HTTPStatus.MOVED_PERMANENTLY, "text/plain", b"", quote(f"{path}/"))
        nothing = self.preview.page("/404.html").artefact
        body = self.desk.with_panel(Shown(nothing, shown.standing), path) if nothing else self.desk.broken(())
        return Answer(HTTPStatus.NOT_FOUND, "text/html", body)

    def _body(self, shown: Shown, artefact: Artefact) -> bytes:
        return self.desk.with_panel(shown) if artefact.media_type == "text/html" else artefact.body


def _plain(status: HTTPStatus, words: str) -> Answer:
    return Answer(status, "text/plain", f"{words}\n".encode())


def _headers(answer: Answer) -> Iterable[tuple[str, str]]:
    text = answer.kind.startswith("text/")
    yield "Content-Type", f"{answer.kind}; charset=utf-8" if text else answer.kind
    yield "Content-Length", str(len(answer.body))
    yield "Cache-Control", LASTING if answer.lasting else "no-store"
    yield "X-Content-Type-Options", "nosniff"
    yield "Referrer-Policy", "same-origin"
    yield "Cross-Origin-Resource-Policy", "same-origin"
    if answer.location:
        yield "Location", answer.location
