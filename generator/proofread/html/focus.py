"""The focus: one sees where it is, and it can leave again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.catalogue import REVIEW, WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element


@rule("focus-visible", WARNING, "WCAG 2.2, 2.4.7", "html")
def focus_visible(page: HtmlPage) -> Flaws:
    """
    What: One can see where the keyboard is.
    Why: Without a frame round it nobody knows which link Enter will follow.
    How: Take `outline: none` out, or give `:focus` another look that stands out.
    """
    for element in page.elements if page.cascade.known else ():
        if page.exposure.tabbable(element) and _unmarked(page, element):
            yield Flaw(
                element,
                f"Nothing shows when the keyboard is here: {said(page.name(element) or element.name)}",
                "Take `outline: none` out, or mark `:focus` in another way.",
            )


def _unmarked(page: HtmlPage, element: Element) -> bool:
    rules = list(page.cascade.in_state(element, ":focus", ":focus-visible"))
    marks = (
        "background",
        "border",
        "box-shadow",
        "text-decoration",
        "color",
        "filter",
        "transform",
        "outline-width",
    )
    marked = any(
        name.startswith(marks) or (name == "outline" and not _no_outline(value))
        for rule_ in rules
        for name, value in rule_.declarations.items()
    )
    plain = page.cascade.own(element, "outline") or page.cascade.own(element, "outline-style")
    in_focus = any(_no_outline(rule_.declarations.get("outline", "auto")) for rule_ in rules)
    return not marked and (_no_outline(plain or "auto") or in_focus) and not element.has("onfocus")


def _no_outline(value: str) -> bool:
    return bool(set(value.lower().split()) & {"none", "0", "0px", "transparent"})


@rule("focus-faint", REVIEW, "WCAG 2.2, 2.4.7 and 1.4.11", "html")
def focus_faint(page: HtmlPage) -> Flaws:
    """
    What: Where the keyboard is stands out clearly.
    Why: A line one pixel thin in the colour of the border or of the text is easily missed.
    How: Use an outline at least two pixels thick, or change the background too.
    """
    for element in _faint(page) if page.cascade.known else ():
        yield Flaw(
            element,
            f"One can hardly see when the keyboard is here: {said(page.name(element))}",
            "Make the outline of `:focus` at least two pixels thick.",
        )


def _faint(page: HtmlPage) -> Iterator[Element]:
    for element in page.elements:
        if page.exposure.tabbable(element):
            rules = list(page.cascade.in_state(element, ":focus"))
            thin = any(
                re.search(r"\b1px\b|\bthin\b", rule_.declarations.get("outline", "")) for rule_ in rules
            )
            more = any(
                n.startswith(("background", "box-shadow", "color"))
                for rule_ in rules
                for n in rule_.declarations
            )
            if thin and not more:
                yield element


@rule("keyboard-trap", REVIEW, "WCAG 2.2, 2.1.2", "html")
def keyboard_trap(page: HtmlPage) -> Flaws:
    """
    What: The keyboard can leave every element again.
    Why: People without a mouse would have to close the page.
    How: Do not take the focus back when it leaves, and let the Tab key through.
    """
    for element in page.elements:
        back = re.search(r"this\.focus\(|\.focus\(\)", element.get("onblur"))
        held = re.search(
            r"return false|preventDefault", element.get("onkeydown")
        ) and "key" not in element.get("onkeydown").lower().replace("onkeydown", "")
        if (back or held) and page.exposure.drawn(element):
            yield Flaw(
                element, "The keyboard may not get away from here.", "Let the focus go where people send it."
            )
