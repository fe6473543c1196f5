"""The preview's own pages: the panel on every page, the index, and the page for when there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from generator.diagnostics import Finding
from generator.load.templates import OURS, load_templates
from generator.render.words import Words, read_words
from generator.serve.index import index_view
from generator.serve.margin import margin, remark
from generator.serve.preview import Preview, Shown


def _with_code(words: str) -> Markup:
    """A message as HTML: what stands between backticks is code."""
    parts = enumerate(words.split("`"))
    return Markup("").join(Markup("<code>{}</code>").format(p) if n % 2 else escape(p) for n, p in parts)


def _environment() -> tuple[Environment, dict[str, bytes]]:
    """Our own templates, never the site's: what is broken there must not break this."""
    files = load_templates(OURS.parent)
    words = read_words(files, "en")
    jinja = Environment(
        loader=DictLoader({name: files.text(name) for name in files.below("preview")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.globals["t"] = words
    jinja.filters["code"] = _with_code
    jinja.filters["day"] = words.day if isinstance(words, Words) else str
    own = {name.removeprefix("preview/"): files.files[name] for name in files.below("preview")}
    return jinja, own


@dataclass(frozen=True)
class Desk:
    """Makes the preview's own pages. `mark` tells this run of the preview from the one before it."""

    preview: Preview
    mark: str
    jinja: Environment
    files: dict[str, bytes]

    @classmethod
    def of(cls, preview: Preview, mark: str) -> Desk:
        """The desk for a preview."""
        return cls(preview, mark, *_environment())

    @cached_property
    def dress(self) -> str:
        """The name of the content of the preview's own stylesheet and script."""
        return sha256(self.files["preview.css"] + self.files["preview.js"]).hexdigest()[:10]

    @property
    def version(self) -> str:
        """What a browser compares to know whether its page is the latest: pages, then findings."""
        return f"{self.mark}.{self.preview.saves} {self.preview.checks}"

    def file(self, name: str) -> bytes:
        """A stylesheet or script of the preview."""
        return self.files[name]

    def panel(self, shown: Shown, asked: str = "") -> bytes:
        """The panel about a page."""
        seen = margin(self.preview, shown)
        return self._made("panel.html", margin=seen, version=self.version, asked=asked)

    def with_panel(self, shown: Shown, asked: str = "") -> bytes:
        """A page with the panel at its end; `asked` is the address where it is not the page's own."""
        body = shown.artefact.body if shown.artefact else b"</body>"
        before, end, after = body.rpartition(b"</body>")
        return before + self.panel(shown, asked) + end + after

    def index(self) -> bytes:
        """All records, findings, and what is due."""
        return self._made("index.html", view=index_view(self.preview), version=self.version)

    def broken(self, findings: Sequence[Finding]) -> bytes:
        """What is shown where there is no page: what is wrong, and what to do."""
        remarks = [remark(self.preview, finding) for finding in dict.fromkeys(findings)]
        return self._made("broken.html", remarks=remarks, version=self.version)

    def _made(self, name: str, **given: Any) -> bytes:
        return self.jinja.get_template(f"preview/{name}").render(dress=self.dress, **given).encode()
