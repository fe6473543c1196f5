"""HTML → a small tree with the place of every tag, read as forgivingly as a browser reads it.

Depth is bounded, so that a hostile page costs no more than its length.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser


def words_of(text: str) -> frozenset[str]:
    """The words of a text as a set, for lists of names."""
    return frozenset(text.split())


VOID = words_of("area base br col embed hr img input link meta param source track wbr keygen")
"""Elements that have no end tag."""

OPTIONAL_END = words_of(
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp"
)
"""Elements whose end tag may be left out."""

DEEPEST = 200
"""Levels from which on elements are put beside each other."""

_CLOSES_PARAGRAPH = words_of(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul"
)
_PARTS = frozenset({"thead", "tbody", "tfoot"})
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
    "optgroup": (frozenset({"option", "optgroup"}), frozenset({"select"})),
    "tr": (frozenset({"tr", "td", "th", "caption"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    **{name: (_PARTS | {"tr", "td", "th", "caption"}, frozenset({"table"})) for name in _PARTS},
    "body": (frozenset({"head"}), frozenset()),
}
_CELLS = frozenset({"td", "th", "caption", "table", "button", "object", "template"})


@dataclass(eq=False, slots=True)
class Mark:
    """A place in the file, counted from 1."""

    line: int
    column: int


@dataclass(eq=False, slots=True)
class Element(Mark):
    """One element: its name and attributes in small letters, and what it holds in order."""

    name: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)
    position: int = 0

    def get(self, attribute: str) -> str:
        """The value of an attribute without spaces round it; empty where it is not there."""
        value = self.attributes.get(attribute)
        return value.strip() if value else ""

    def has(self, attribute: str) -> bool:
        """Whether the attribute is written at all."""
        return attribute in self.attributes

    @property
    def elements(self) -> Iterator[Element]:
        return (child for child in self.children if isinstance(child, Element))

    def nodes(self) -> Iterator[Element | str]:
        """All that it holds, in the order of the file."""
        waiting: list[Element | str] = list(reversed(self.children))
        while waiting:
            node = waiting.pop()
            yield node
            if isinstance(node, Element):
                waiting.extend(reversed(node.children))

    def within(self, *names: str) -> Iterator[Element]:
        """The elements that it holds at any depth, all or those with one of the names."""
        for node in self.nodes():
            if isinstance(node, Element) and (not names or node.name in names):
                yield node

    def around(self) -> Iterator[Element]:
        """The elements that hold it, the nearest first."""
        outer = self.parent
        while outer is not None:
            yield outer
            outer = outer.parent

    def closest(self, *names: str) -> Element | None:
        """The nearest element round it with one of the names."""
        return next((outer for outer in self.around() if outer.name in names), None)

    @property
    def text(self) -> str:
        """All words in it, with single spaces; scripts and styles are none."""
        waiting: list[Element | str] = list(reversed(self.children))
        words: list[str] = []
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                words.append(node)
            elif node.name not in UNSPOKEN:
                words.append(" " if node.name in APART else "")
                waiting.extend((" " if node.name in APART else "", *reversed(node.children)))
        return " ".join("".join(words).split())

    def previous(self) -> Element | str | None:
        """What stands before it in the same element, spaces left out."""
        return self._beside(-1)

    def next(self) -> Element | str | None:
        """What stands after it in the same element, spaces left out."""
        return self._beside(1)

    def _beside(self, step: int) -> Element | str | None:
        others = self.parent.children if self.parent else []
        at = self.position + step
        while 0 <= at < len(others):
            other = others[at]
            if isinstance(other, Element) or other.strip():
                return other
            at += step
        return None


UNSPOKEN = frozenset({"script", "style", "template", "noscript"})
APART = _CLOSES_PARAGRAPH | _PARTS | words_of("br li dt dd tr td th caption option legend label img")
"""Elements that part the words before them from the words in them."""


@dataclass(slots=True)
class Tree:
    """A page as it was read, with the tags that do not match."""

    root: Element
    elements: list[Element]
    strays: list[tuple[Mark, str]] = field(default_factory=list)
    unclosed: list[tuple[Element, str]] = field(default_factory=list)
    doctype: bool = False


def parse(html: str) -> Tree:
    """Reads a page; there is nothing that it refuses."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.tree


class _Reader(HTMLParser):
    """Builds the tree; knows which tags a browser closes by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        root = Element(1, 1, "#page", {})
        self.tree = Tree(root, [])
        self.open = [root]

    def mark(self) -> tuple[int, int]:
        line, offset = self.getpos()
        return line, offset + 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_for(tag)
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        element = Element(*self.mark(), tag, attributes, self.open[-1], position=len(self.open[-1].children))
        self.open[-1].children.append(element)
        self.tree.elements.append(element)
        if tag not in VOID and len(self.open) < DEEPEST:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID and self.open[-1].name == tag:
            self.open.pop()  # browsers close it only in drawings, but that is what the author meant

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag in ("html", "body"):
            return
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].name == tag:
                self._unclosed(self.open[at + 1 :], tag)
                del self.open[at:]
                return
            if self.open[at].name in _CELLS and tag not in _CELLS | _PARTS | {"tr"}:
                break
        if len(self.open) < DEEPEST and tag != "p":
            self.tree.strays.append((Mark(*self.mark()), tag))

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_decl(self, decl: str) -> None:
        self.tree.doctype = self.tree.doctype or decl.lower().startswith("doctype")

    def parse_html_declaration(self, i: int) -> int:
        """A declaration that Python's parser cannot make sense of is a comment, as in browsers."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def close(self) -> None:
        super().close()
        self._unclosed(self.open[1:], "")

    def _unclosed(self, elements: list[Element], by: str) -> None:
        for element in elements:
            foreign = element.name in ("svg", "math") or element.closest("svg", "math")
            if element.name not in OPTIONAL_END and not foreign:
                self.tree.unclosed.append((element, by))

    def _close_for(self, tag: str) -> None:
        if tag in _CLOSES_PARAGRAPH:
            self._close(frozenset({"p"}), _CELLS)
        if tag in _CLOSES:
            self._close(*_CLOSES[tag])

    def _close(self, names: frozenset[str], up_to: frozenset[str]) -> None:
        """Closes the outermost open element with one of the names, looking no further than `up_to`."""
        found = 0
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].name in names:
                found = at
            elif self.open[at].name in up_to:
                break
        if found:
            del self.open[found:]
