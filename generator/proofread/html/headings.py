"""Headings: there, in order, with words, and not only painted."""

from __future__ import annotations

import re

from generator.proofread.catalogue import REVIEW, WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

LONGEST_PARAGRAPH = 150
"""Words from which on a paragraph is a wall."""

_BOLD = ("b", "strong")
_SENTENCE_END = on_demand(r"[.!?;,:…]\W*$")


@rule("main-heading", REVIEW, "WCAG 2.2, 1.3.1 and 2.4.6", "html")
def main_heading(page: HtmlPage) -> Flaws:
    """
    What: Every page has one main heading.
    Why: People who use a screen reader go to it first; it tells them that they are on the right page.
    How: Make the page's name an `h1`, and every other heading an `h2` or lower.
    """
    mains = [element for level, element in page.headings if level == 1]
    if page.is_document and not mains and page.text:
        yield Flaw(page.start, "This page has no main heading (`h1`).", "Make the page's name an `h1`.")
    for extra in mains[1:] if page.is_document else ():
        yield Flaw(extra, f"This page has another main heading: {said(page.name(extra))}", "Make it an `h2`.")


@rule("heading-empty", WARNING, "WCAG 2.2, 1.3.1 and 2.4.6", "html")
def heading_empty(page: HtmlPage) -> Flaws:
    """
    What: Every heading has words.
    Why: In the list of headings it is a gap that promises something.
    How: Write the heading, or take the element out; space is made with margins.
    """
    for _, heading in page.headings:
        if not page.name(heading):
            yield Flaw(heading, "This heading is empty.", "Write it, or take it out.")


@rule("heading-order", WARNING, "WCAG 2.2, 1.3.1", "html")
def heading_order(page: HtmlPage) -> Flaws:
    """
    What: Headings go down one level at a time.
    Why: Their levels are the page's table of contents; a gap looks as if a part were missing.
    How: Choose the level by what belongs to what, not by how large it looks.
    """
    before = 0
    for level, heading in page.headings:
        if before and level > before + 1:
            yield Flaw(
                heading,
                f"After a heading of level {before} comes one of level {level}: {said(heading.text)}",
                f"Make it level {before + 1}.",
            )
        before = level


@rule("heading-painted", REVIEW, "WCAG 2.2, 1.3.1", "html")
def heading_painted(page: HtmlPage) -> Flaws:
    """
    What: What looks like a heading is one.
    Why: Bold letters are no heading to a screen reader, so the part cannot be found.
    How: Use `h2` to `h6`, and give it its looks in the style sheet.
    """
    for element in page.find("p", "div", "span", "font"):
        words = element.text
        short = 0 < len(words) <= 80 and not _SENTENCE_END.search(words) and re.search(r"[^\W\d]{2}", words)
        if short and _alone(element) and page.exposure.told(element) and _looks_like_one(page, element):
            yield Flaw(element, f"This looks like a heading and is none: {said(words)}", "Make it a heading.")


def _alone(element: Element) -> bool:
    """A block by itself with running text after it, not part of a table, a list, a control or a heading."""
    inner = ("div", "p", "ul", "ol", "table", "a", "input", "label", "button", "img", "br", "time", "dl")
    if any(True for _ in element.within(*inner)) or element.get("role"):
        return False
    holders = (
        *("td", "th", "li", "label", "button", "a", "legend", "caption", "figcaption", "nav", "footer"),
        *("dl", "blockquote", "p", "summary", "address", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
    )
    after = element.next()
    running = isinstance(after, Element) and after.name in ("p", "ul", "ol", "div")
    return running and isinstance(after, Element) and len(after.text) > 40 and not element.closest(*holders)


def _looks_like_one(page: HtmlPage, element: Element) -> bool:
    inner = [child for child in element.children if isinstance(child, Element) or child.strip()]
    if len(inner) == 1 and isinstance(inner[0], Element) and inner[0].name in _BOLD and element.name == "p":
        return True
    if element.name == "font" and element.get("size") in ("4", "5", "6", "7", "+1", "+2", "+3", "+4"):
        return True
    return _is_bold(page, element) and _is_large(page, element)


def _is_bold(page: HtmlPage, element: Element) -> bool:
    return page.cascade.own(element, "font-weight") in ("bold", "bolder", "600", "700", "800", "900")


def _is_large(page: HtmlPage, element: Element) -> bool:
    size = re.fullmatch(r"([\d.]+)(px|pt|em|rem|%)", page.cascade.own(element, "font-size"))
    least = {"px": 18, "pt": 14, "em": 1.15, "rem": 1.15, "%": 115}
    named = page.cascade.own(element, "font-size") in ("large", "larger", "x-large", "xx-large")
    return named or bool(size and re.fullmatch(r"\d*\.?\d+", size[1]) and float(size[1]) >= least[size[2]])


@rule("text-unbroken", REVIEW, "WCAG 2.2, 2.4.10", "html")
def text_unbroken(page: HtmlPage) -> Flaws:
    """
    What: Text is broken up into short paragraphs with headings and lists.
    Why: Nobody finds anything in a wall of words, and many people lose their place in it.
    How: One thought to a paragraph, a heading for each part, and lists where you enumerate.
    """
    for block in page.find("p", "div", "td", "li"):
        words = sum(len(child.split()) for child in block.children if isinstance(child, str))
        if words > LONGEST_PARAGRAPH and page.exposure.drawn(block):
            yield Flaw(
                block,
                f"This block of text has {words} words without a break.",
                "Make short paragraphs, with headings and lists.",
            )
