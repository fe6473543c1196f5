"""A page as rules ask it: its elements, what is told of them, what they are called, how they are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.load.html import HtmlFile
from generator.proofread.html.cascade import Cascade
from generator.proofread.html.exposure import Exposure
from generator.proofread.html.names import Names
from generator.proofread.html.tree import Element, Mark, parse

WHOLE = 12
"""Elements from which on a page that does not say so is taken for a whole one."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule found on a page: the place, what is wrong and what to do."""

    at: Mark
    message: str
    hint: str = ""


Flaws = Iterable[Flaw]


class HtmlPage:
    """One page that has been read."""

    def __init__(self, file: HtmlFile) -> None:
        self.file = file
        self.tree = parse(file.text)
        self.elements = self.tree.elements
        self._named: dict[str, list[Element]] = {}
        for element in self.elements:
            self._named.setdefault(element.name, []).append(element)
        self.ids: dict[str, Element] = {}
        for element in self.elements:
            if element.get("id"):
                self.ids.setdefault(element.get("id"), element)
        self.cascade = Cascade(self.elements, file.styles)
        self.exposure = Exposure(self.cascade)
        self.names = Names(self.exposure, self.ids, self._named.get("label", []))

    def find(self, *names: str) -> list[Element]:
        """The elements with one of the names, in the order of the file for each name."""
        return [element for name in names for element in self._named.get(name, ())]

    def told(self, *names: str) -> Iterator[Element]:
        """Those of them that assistive technology is told of."""
        return (element for element in self.find(*names) if self.exposure.told(element))

    def with_role(self, *roles: str) -> Iterator[Element]:
        """The elements that assistive technology is told of with one of the roles, in order."""
        for element in self.elements:
            if self.exposure.role(element) in roles and self.exposure.told(element):
                yield element

    def name(self, element: Element) -> str:
        """What assistive technology calls an element."""
        return self.names.name(element)

    @property
    def start(self) -> Mark:
        """Where findings about the whole page are shown."""
        return next(iter(self.find("html")), Mark(1, 1))

    @cached_property
    def is_document(self) -> bool:
        """Whether this is a whole page, and not a piece of one or a frame's inside."""
        whole = self.tree.doctype and bool(self.find("head", "body", "title"))
        return whole or (bool(self.find("head")) and len(self.elements) >= WHOLE)

    @cached_property
    def body(self) -> Element:
        """Where the words stand."""
        return next(iter(self.find("body")), self.tree.root)

    @cached_property
    def text(self) -> str:
        """All words of the page."""
        return self.body.text

    @cached_property
    def language(self) -> str:
        """The language of the page: the first part of `lang`, in small letters."""
        page = next(iter(self.find("html")), None)
        return primary(page.get("lang")) if page else ""

    @cached_property
    def headings(self) -> tuple[tuple[int, Element], ...]:
        """The headings that assistive technology is told of, with their levels."""
        return tuple((level(element), element) for element in self.with_role("heading"))

    @cached_property
    def has_script(self) -> bool:
        """Whether a script of the page can do more than can be seen in it."""
        kinds = ("", "module", "text/javascript", "application/javascript")
        return any(script.get("type").lower() in kinds for script in self.find("script"))

    @cached_property
    def referred(self) -> frozenset[str]:
        """The ids of elements that name others (`aria-labelledby`)."""
        return frozenset(one for e in self.elements for one in e.get("aria-labelledby").split())

    @cached_property
    def owned(self) -> frozenset[str]:
        """The ids of elements that belong to others (`aria-owns`)."""
        return frozenset(one for e in self.elements for one in e.get("aria-owns").split())

    @cached_property
    def names_of_disabled(self) -> frozenset[str]:
        """The ids of elements that name controls which are out of use."""
        off = [e for e in self.elements if e.has("disabled") or e.get("aria-disabled").lower() == "true"]
        return frozenset(one for e in off for one in e.get("aria-labelledby").split())

    def blocks(self) -> Iterator[Element]:
        """The elements that hold running words: paragraphs, list items, cells and the like."""
        for element in self.find(
            "p", "li", "td", "dd", "blockquote", "figcaption", "caption", "div", "body", "section"
        ):
            if self.exposure.drawn(element):
                yield element


def level(heading: Element) -> int:
    """The level of a heading, 2 where none is stated."""
    stated = heading.get("aria-level")
    if stated.isdecimal() and 0 < len(stated) < 3 and int(stated) > 0:
        return int(stated)
    return int(heading.name[1]) if re.fullmatch(r"h[1-6]", heading.name) else 2


def primary(tag: str) -> str:
    """The language itself in a language tag: `en` of `en-GB`."""
    return tag.strip().lower().partition("-")[0]


def said(text: str, most: int = 60) -> str:
    """Words for a message: on one line and not too many."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
