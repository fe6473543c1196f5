"""Things that only their colour tells apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.catalogue import REVIEW, rule
from generator.proofread.html.colour import colour
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element


@rule("link-visible", REVIEW, "WCAG 2.2, 1.4.1", "html")
def link_visible(page: HtmlPage) -> Flaws:
    """
    What: A link in a text can be told from the text, not by its colour alone.
    Why: People who see colours less well do not find it.
    How: Keep the underline.
    """
    for link in page.find("a") if page.cascade.known else ():
        if (
            link.has("href")
            and _is_in_text(link)
            and page.exposure.drawn(link)
            and _not_underlined(page, link)
        ):
            yield Flaw(
                link,
                f"This link cannot be told from the text round it: {said(link.text)}",
                "Keep the underline.",
            )


def _not_underlined(page: HtmlPage, link: Element) -> bool:
    style = page.cascade.own(link, "text-decoration") or page.cascade.own(link, "text-decoration-line")
    marked = any(
        page.cascade.own(link, name) not in ("", "none", "0")
        for name in ("border-bottom", "border", "background", "background-color")
    )
    bolder = page.cascade.own(link, "font-weight") in ("bold", "700") and not _holder_is_bold(page, link)
    return "none" in style.split() and not marked and not bolder


def _holder_is_bold(page: HtmlPage, link: Element) -> bool:
    return link.parent is not None and page.cascade.inherited(link.parent, "font-weight") in ("bold", "700")


def _is_in_text(link: Element) -> bool:
    """Whether words stand beside it in a paragraph, not only other links."""
    block = link.closest("p", "li", "td", "dd", "div")
    if block is None or link.closest("nav", "header", "footer"):
        return False
    beside = (child for child in block.children if isinstance(child, str))
    return len("".join(beside).split()) >= 2


@rule("colour-alone", REVIEW, "WCAG 2.2, 1.4.1", "html")
def colour_alone(page: HtmlPage) -> Flaws:
    """
    What: Nothing is told apart by its colour alone.
    Why: Many people see red and green as the same, and a screen reader does not say colours.
    How: Say it in words too: "Poisonous: …".
    """
    shades = "red|green|blue|yellow|orange|purple|pink|grey|gray|brown"
    things = (
        r"(fields?|items?|rows?|cells?|text|words|entries|names|boxes|links?|buttons?|areas?|dates?|bars?)"
    )
    how = "in|marked|shown|highlighted|coloured|colored|printed"
    marked = rf"\b(?:{how}) (?:in )?({shades})\b|\b({shades}) {things}\b"
    for block, text in _words(page):
        pairs = {match[2]: match[1] for match in re.finditer(rf"\b[Tt]he ({shades}) (\w+)", text)}
        several = [m for m in re.finditer(rf"\b[Tt]he ({shades}) (\w+)", text) if pairs.get(m[2]) != m[1]]
        match = re.search(marked, text, re.I)
        if several or (match and re.search(r"\b(?:are|is|must|means?|show|required|overdue|late)\b", text)):
            found = several[0] if several else match
            yield Flaw(
                block,
                f"Colour alone seems to tell things apart: “{said(found[0] if found else text)}”",
                "Say it in words or with a mark too.",
            )


def _words(page: HtmlPage) -> Iterator[tuple[Element, str]]:
    for block in page.find("p", "li", "td", "dd", "label", "legend"):
        if page.exposure.drawn(block):
            yield block, block.text


@rule("inline-colour", REVIEW, "WCAG 2.2, 1.4.3 and 1.4.8", "html")
def inline_colour(page: HtmlPage) -> Flaws:
    """
    What: An element that sets the colour of text sets the colour behind it too, and the other way round.
    Why: Readers with colours of their own may get dark letters on a dark page.
    How: Set both in the style sheet, or neither.
    """
    for element in page.elements:
        style = element.get("style").lower()
        ink = re.search(r"(?:^|;)\s*color\s*:\s*([^;]+)", style)
        if (
            ink
            and "background" not in style
            and colour(ink[1]) == (1.0, 1.0, 1.0)
            and page.exposure.drawn(element)
        ):
            behind = page.cascade.inherited(element, "background-color") or page.cascade.inherited(
                element, "background"
            )
            if element.text and not behind:
                yield Flaw(
                    element,
                    f"White letters are set here without a background: {said(element.text)}",
                    "Set both.",
                )
