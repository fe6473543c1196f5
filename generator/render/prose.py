"""Editors' Markdown → HTML that cannot do harm, with links within the site and facts filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.util import Registry
from markupsafe import Markup, escape

from generator.model.markup import FACT, SCHEMES, tangled

ALLOWED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("p", "em", "strong", "ul", "li", "blockquote", "code", "pre", "br", "hr"), ()),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "td", "h1", "h2", "h3", "h4", "h5", "h6"), ("id",)),
    "a": ("href", "rel"),
    "ol": ("start",),
    "th": ("scope",),
}
"""Every element that may come out of a text, and its attributes."""

_MARKED_UP = re.compile(r"[\\`*_\[\]<>&#!|~]|https?:|\n|^\s|^\d+[.)]|^[-+]")


def markdown_reader(blocks: bool = True) -> Markdown:
    """Python-Markdown without raw HTML: what looks like a tag is printed as text.

    Without `blocks`, a text is one paragraph: a `#` or a dash that begins it is a sign like others.
    """
    reader = Markdown(extensions=[TableExtension(), SaneListExtension()], output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    if not blocks:
        only: Registry[BlockProcessor] = Registry()
        only.register(ParagraphProcessor(reader.parser), "paragraph", 10)
        reader.parser.blockprocessors = only
    return reader


@dataclass
class Prose:
    """Turns texts into HTML. `resolve` gives the href of a link, `None` where it leads nowhere.

    `figure` gives what stands in the place of an embed that has a paragraph of its own.
    """

    facts: Mapping[str, str]
    resolve: Callable[[str], str | None]
    reader: Markdown = field(default_factory=markdown_reader)
    line_reader: Markdown = field(default_factory=lambda: markdown_reader(blocks=False))
    done: dict[tuple[str, int], Markup] = field(default_factory=dict)
    figure: Callable[[str, str], Markup | None] | None = None

    def inline(self, text: str) -> Markup:
        """A text that stands within a line or a paragraph of the template."""
        if not _MARKED_UP.search(text):
            return escape(text)
        return self._once(text, 0)

    def plain(self, text: str) -> str:
        """A text as words only, for where there can be no HTML."""
        return self.inline(text).striptags()

    def block(self, text: str, level: int = 2) -> Markup:
        """Markdown with paragraphs and lists; its topmost headings become `level`."""
        return self._once(text, level)

    def _once(self, text: str, level: int) -> Markup:
        key = (text, level)
        if key not in self.done:
            self.done[key] = self._convert(text, level)
        return self.done[key]

    def _convert(self, text: str, level: int) -> Markup:
        if tangled(text):
            return escape(text)
        filled = FACT.sub(self._fact, text)
        html = (self.reader if level else self.line_reader).reset().convert(filled)
        soup = BeautifulSoup(html, "html.parser")
        embeds = _embeds(soup) if level and "embed:" in filled else ()
        for element in soup.find_all(True):
            self._clean(element)
        if level:
            _shift_headings(soup, level)
            self._embed(embeds)
            return Markup(str(soup))
        for paragraph in soup.find_all("p"):
            paragraph.unwrap()
        return Markup(str(soup).strip())

    def _embed(self, embeds: Iterable[tuple[Tag, str]]) -> None:
        for paragraph, name in embeds:
            figure = self.figure(name, paragraph.get_text()) if self.figure else None
            if figure:
                paragraph.replace_with(BeautifulSoup(figure, "html.parser"))

    def _fact(self, match: re.Match[str]) -> str:
        value = self.facts.get(match[1], "")
        if value.startswith("https://"):
            return f"[{value.removeprefix('https://').rstrip('/')}]({value})"
        return value

    def _clean(self, element: Tag) -> None:
        if element.name not in ALLOWED:
            element.unwrap()
            return
        if element.name == "a":
            self._lead(element)
        if element.name == "th":
            element["scope"] = "col"
        for attribute in set(element.attrs) - set(ALLOWED[element.name]):
            del element[attribute]

    def _lead(self, link: Tag) -> None:
        href = self.resolve(str(link.get("href", "")))
        if href is None:
            link.unwrap()
        else:
            link["href"] = href


def _embeds(soup: BeautifulSoup) -> tuple[tuple[Tag, str], ...]:
    """The paragraphs that hold nothing but a link to an embed, each with its id."""
    alone = (paragraph for paragraph in soup.find_all("p") if len(paragraph.contents) == 1 and paragraph.a)
    named = ((p, split_scheme(str(p.a.get("href", "")))) for p in alone if p.a)
    return tuple((paragraph, name[1]) for paragraph, name in named if name and name[0] == "embeds")


def _shift_headings(soup: BeautifulSoup, level: int) -> None:
    """Headings go down together so that the outline of the page has no gap, each with an anchor."""
    headings = soup.find_all(re.compile(r"^h[1-6]$"))
    topmost = min((int(heading.name[1]) for heading in headings), default=level)
    used: dict[str, int] = {}
    for heading in headings:
        heading.name = f"h{min(int(heading.name[1]) - topmost + level, 6)}"
        words = re.sub(r"[^a-z0-9]+", "-", heading.get_text().lower()).strip("-") or "part"
        used[words] = used.get(words, 0) + 1
        heading["id"] = f"text-{words}" + (f"-{used[words]}" if used[words] > 1 else "")


def split_scheme(href: str) -> tuple[str, str, str] | None:
    """`data-use:council-tax#keeping` → collection, slug, anchor; `None` if it is no such link."""
    scheme, colon, rest = href.partition(":")
    if not colon or scheme not in SCHEMES:
        return None
    slug, _, anchor = rest.partition("#")
    return SCHEMES[scheme], slug, anchor
