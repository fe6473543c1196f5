"""Editors' Markdown → HTML, with links within the site and facts filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markdown import Markdown
from markupsafe import Markup, escape

from generator.model.markup import FACT, SCHEMES, tangled
from generator.render.markdown_reader import Resolve, markdown_reader

_MARKED_UP = re.compile(r"[\\`*_\[\]<>&#!|~]|https?:|\n|^\s|^\d+[.)]|^[-+]")


@dataclass
class Prose:
    """Turns texts into HTML. `resolve` gives the href of a link, `None` where it leads nowhere.

    `figure` gives what stands in the place of an embed that has a paragraph of its own.
    """

    facts: Mapping[str, str]
    resolve: Resolve
    readers: dict[int, Markdown] = field(default_factory=dict)
    done: dict[tuple[str, int], Markup] = field(default_factory=dict)
    lines: dict[str, Markup] = field(default_factory=dict)
    bare: dict[str, str] = field(default_factory=dict)
    figure: Callable[[str, str], Markup | None] | None = None

    def inline(self, text: str) -> Markup:
        """A text that stands within a line or a paragraph of the template."""
        if text not in self.lines:
            self.lines[text] = self._convert(text, 0) if _MARKED_UP.search(text) else escape(text)
        return self.lines[text]

    def plain(self, text: str) -> str:
        """A text as words only, for where there can be no HTML."""
        if text not in self.bare:
            marked_up = _MARKED_UP.search(text)
            self.bare[text] = self.inline(text).striptags() if marked_up else " ".join(text.split())
        return self.bare[text]

    def block(self, text: str, level: int = 2) -> Markup:
        """Markdown with paragraphs and lists; its topmost headings become `level`."""
        key = (text, level)
        if key not in self.done:
            self.done[key] = self._convert(text, level)
        return self.done[key]

    def let_go(self) -> None:
        """Forgets what has been made, where few texts follow."""
        for made in (self.done, self.lines, self.bare):
            made.clear()

    def _convert(self, text: str, level: int) -> Markup:
        if tangled(text):
            return escape(text)
        if level not in self.readers:
            self.readers[level] = markdown_reader(self.resolve, level, self._figure)
        html = self.readers[level].reset().convert(FACT.sub(self._fact, text))
        return Markup(html if level else html.replace("<p>", "").replace("</p>", ""))

    def _figure(self, href: str, words: str) -> str | None:
        """What stands in the place of a paragraph that is nothing but a link to an embed."""
        named = split_scheme(href)
        return self.figure(named[1], words) if self.figure and named and named[0] == "embeds" else None

    def _fact(self, match: re.Match[str]) -> str:
        value = self.facts.get(match[1], "")
        if value.startswith("https://"):
            return f"[{value.removeprefix('https://').rstrip('/')}]({value})"
        return value


def split_scheme(href: str) -> tuple[str, str, str] | None:
    """`data-use:council-tax#keeping` → collection, slug, anchor; `None` if it is no such link."""
    scheme, colon, rest = href.partition(":")
    if not colon or scheme not in SCHEMES:
        return None
    slug, _, anchor = rest.partition("#")
    return SCHEMES[scheme], slug, anchor
