"""Markdown → HTML that cannot do harm: only what is allowed comes out, and links go where they may.

What looks like a tag is text. The tree that Markdown has made is cleaned before it is written, so
that nothing is parsed twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString, Registry

ALLOWED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("p", "em", "strong", "ul", "li", "blockquote", "code", "pre", "br", "hr"), ()),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "td", "h1", "h2", "h3", "h4", "h5", "h6"), ("id",)),
    "a": ("href", "rel"),
    "ol": ("start",),
    "th": ("scope",),
}
"""Every element that may come out of a text, and its attributes."""

Resolve = Callable[[str], str | None]
"""The address of a link as pages have it, `None` where it leads nowhere or must not be followed."""

_HEADING = re.compile(r"h[1-6]")
_LOOSE_SIGN = re.compile(r"&(?!(?:#\d+|#x[\da-f]+|[\da-z]+);)", re.I)
_CODED = re.compile("\x02(\\d+)\x03")
_MARKED = re.compile(r"[`\\\[<*_\x02]|  \n")
"""What some part of a text has that Markdown's inline patterns can find anything in."""


Figure = Callable[[str, str], str | None]
"""From the address of a link that stands alone, and its words, to the HTML that takes its place."""


def markdown_reader(resolve: Resolve, level: int, figure: Figure = lambda *_: None) -> Markdown:
    """Python-Markdown without raw HTML: what looks like a tag is printed as text.

    The topmost headings become `level`. At level 0 a text is one paragraph: a `#` or a dash that
    begins it is a sign like others.
    """
    reader = Markdown(extensions=[TableExtension(), SaneListExtension()], output_format="html")
    reader.preprocessors.deregister("html_block")
    for name in ("html", "entity"):
        reader.inlinePatterns.deregister(name)
    reader.treeprocessors.register(_Unmarked(reader), "unmarked", 30)
    if level:
        reader.treeprocessors.register(_Figures(reader, figure), "figures", -5)
    reader.treeprocessors.register(_Clean(reader, resolve), "allowed", -10)
    reader.treeprocessors.register(_Outline(reader, level), "outline", -20)
    if not level:
        only: Registry[BlockProcessor] = Registry()
        only.register(ParagraphProcessor(reader.parser), "paragraph", 10)
        reader.parser.blockprocessors = only
    return reader


class _Unmarked(Treeprocessor):
    """Keeps Markdown from trying every inline pattern on text in which none can be found. Runs before it."""

    def run(self, root: Element) -> None:
        """Looks at every piece of text."""
        for element in root.iter():
            if element.text and not _MARKED.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _MARKED.search(element.tail):
                element.tail = AtomicString(element.tail)


class _Clean(Treeprocessor):
    """Lets through what is allowed, and of all else the text. Runs when Markdown is done."""

    def __init__(self, reader: Markdown, resolve: Resolve) -> None:
        super().__init__(reader)
        self.resolve = resolve

    def run(self, root: Element) -> None:
        """Cleans everything below the root."""
        root.text = _as_text(root.text)
        for position in reversed(range(len(root))):
            element = root[position]
            element.tail = _as_text(element.tail)
            self.run(element)
            if not self._allowed(element):
                _unwrap(root, position)

    def _allowed(self, element: Element) -> bool:
        if element.tag not in ALLOWED:
            return False
        href = self._lead(element) if element.tag == "a" else ""
        if element.tag == "th":
            element.set("scope", "col")
        for name in set(element.attrib) - set(ALLOWED[element.tag]):
            del element.attrib[name]
        return href is not None

    def _lead(self, link: Element) -> str | None:
        """Where a link leads, put in as its address."""
        written = _CODED.sub(lambda code: chr(int(code[1])), link.get("href", ""))
        href = self.resolve(_decoded(written))
        if href is not None:
            link.set("href", href.replace("&", "&amp;"))
        return href


def _as_text(text: str | None) -> str | None:
    """A text whose signs in code are signs, and no sign looks like code by chance."""
    return _decoded(text).replace("&", "&amp;") if text and ("&" in text or "\x02" in text) else text


def _decoded(text: str) -> str:
    """A text without code: `&` begins one only where `;` ends it."""
    return unescape(_LOOSE_SIGN.sub("&amp;", text.replace(AMP_SUBSTITUTE, "&")))


def _unwrap(parent: Element, position: int) -> None:
    """Takes an element away and leaves its text and what it holds in its place."""
    element = parent[position]
    parent[position : position + 1] = list(element)
    last = element.text or ""
    if len(element):
        kept = element[-1]
        kept.tail = (kept.tail or "") + (element.tail or "")
    else:
        last += element.tail or ""
    if position:
        before = parent[position - 1]
        before.tail = (before.tail or "") + last
    else:
        parent.text = (parent.text or "") + last


class _Figures(Treeprocessor):
    """Puts a figure in the place of a paragraph that is nothing but a link to one."""

    def __init__(self, reader: Markdown, figure: Figure) -> None:
        super().__init__(reader)
        self.figure = figure

    def run(self, root: Element) -> None:
        """Looks at every paragraph; the HTML is put in when the tree has been written."""
        for paragraph in root.iter("p"):
            alone = len(paragraph) == 1 and not (paragraph.text or "").strip()
            if alone and paragraph[0].tag == "a" and not (paragraph[0].tail or "").strip():
                link = paragraph[0]
                html = self.figure(_decoded(link.get("href", "")), _decoded("".join(link.itertext())))
                if html:
                    del paragraph[0]
                    paragraph.text = self.md.htmlStash.store(html)


class _Outline(Treeprocessor):
    """Headings go down together so that the outline of the page has no gap, each with an anchor."""

    def __init__(self, reader: Markdown, level: int) -> None:
        super().__init__(reader)
        self.level = level

    def run(self, root: Element) -> None:
        """Numbers the headings anew."""
        headings = [element for element in root.iter() if _HEADING.fullmatch(element.tag)]
        topmost = min((int(heading.tag[1]) for heading in headings), default=self.level)
        used: dict[str, int] = {}
        for heading in headings:
            heading.tag = f"h{min(int(heading.tag[1]) - topmost + self.level, 6)}"
            said = unescape("".join(heading.itertext())).lower()
            words = re.sub(r"[^a-z0-9]+", "-", said).strip("-") or "part"
            used[words] = used.get(words, 0) + 1
            heading.set("id", f"text-{words}" + (f"-{used[words]}" if used[words] > 1 else ""))
