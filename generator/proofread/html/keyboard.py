"""The keyboard: everything can be reached, in the order of the page, and left again."""

from __future__ import annotations

import re

from generator.proofread.catalogue import REVIEW, WARNING, rule
from generator.proofread.html.exposure import tab_index
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

_BUTTON_CLASS = on_demand(r"(?:^|[\s_-])(?:btn|button|close-button|close-btn|btn-close)(?:$|\s)", re.I)
_GROUP_OF = on_demand(r"group|wrap|container|bar|row|list|set|holder|toolbar", re.I)
_INNER = ("a", "button", "input", "select", "textarea", "summary", "label", "object", "iframe")


@rule("tab-order", WARNING, "WCAG 2.2, 2.4.3", "html")
def tab_order(page: HtmlPage) -> Flaws:
    """
    What: The keyboard goes through the page in the order in which it is read.
    Why: A `tabindex` above 0 jumps ahead of everything else, and people lose their place.
    How: Take `tabindex` out, and put the elements into the right order.
    """
    alone = sum(page.exposure.focusable(element) for element in page.elements) < 2
    for element in () if alone and not page.is_document else page.elements:
        index = tab_index(element)
        if index is not None and index > 0 and page.exposure.drawn(element):
            yield Flaw(element, f"`tabindex` is {index} here, which jumps ahead of the rest.", "Take it out.")


@rule("access-key", WARNING, "WCAG 2.2, 2.1.4", "html")
def access_key(page: HtmlPage) -> Flaws:
    """
    What: No element has a key of its own.
    Why: Such keys clash with those of browsers and screen readers, and nobody knows them.
    How: Take `accesskey` out.
    """
    for element in page.elements:
        if element.get("accesskey"):
            yield Flaw(
                element,
                f"The key `{said(element.get('accesskey'))}` is taken for this element.",
                "Take `accesskey` out.",
            )


def _reachable(page: HtmlPage, element: Element) -> bool:
    """Whether the keyboard gets to it, to something in it, or to something round it that does the same."""
    inside = any(True for _ in element.within(*_INNER))
    return (
        inside
        or page.exposure.focusable(element)
        or any(
            outer.name in ("a", "button", "label", "summary") or tab_index(outer) is not None
            for outer in element.around()
        )
    )


@rule("click-only", WARNING, "WCAG 2.2, 2.1.1 and 4.1.2", "html")
def click_only(page: HtmlPage) -> Flaws:
    """
    What: What can be clicked can be reached and pressed with the keyboard.
    Why: Many people have no mouse, or cannot use one.
    How: Use a `button` or a link.
    """
    for element in page.elements:
        clicked = element.has("onclick") or element.has("ondblclick")
        if (
            (
                clicked
                and element.name not in ("body", "html", "form", "label", "option")
                and page.exposure.told(element)
            )
            and not _reachable(page, element)
            and element.parent is not None
        ):
            yield Flaw(
                element,
                f"This can be clicked, and the keyboard does not get to it: {said(element.text)}",
                "Use a `button`.",
            )


@rule("button-painted", REVIEW, "WCAG 2.2, 2.1.1 and 4.1.2", "html")
def button_painted(page: HtmlPage) -> Flaws:
    """
    What: What looks like a button is one.
    Why: The keyboard does not get to a painted one, and a screen reader does not say that it is one.
    How: Use a `button`.
    """
    for element in page.find("div", "span", "p", "li", "td", "dt", "img"):
        called = f"{element.get('class')}"
        looks = (
            _BUTTON_CLASS.search(called)
            and not _GROUP_OF.search(called)
            and not _GROUP_OF.search(element.get("id"))
        )
        points = page.cascade.own(element, "cursor") in ("pointer", "hand") or _points_in_state(page, element)
        worded = len(element.text) < 60 and (element.text or element.name == "img")
        if (
            (looks or points)
            and worded
            and not element.get("role")
            and not _reachable(page, element)
            and page.exposure.told(element)
        ) and not any(_points_in(page, outer) for outer in element.around()):
            yield Flaw(
                element, f"This looks like a button and is none: {said(element.text)}", "Use a `button`."
            )


def _points_in(page: HtmlPage, element: Element) -> bool:
    return page.cascade.own(element, "cursor") in ("pointer", "hand")


def _points_in_state(page: HtmlPage, element: Element) -> bool:
    return any(
        rule.declarations.get("cursor") in ("pointer", "hand") and rule.parts[-1].states != ()
        for rule in (page.cascade.in_state(element, ":hover") if page.cascade.known else ())
    )


@rule("link-as-button", REVIEW, "WCAG 2.2, 2.1.1 and 4.1.2", "html")
def link_as_button(page: HtmlPage) -> Flaws:
    """
    What: What is called a button can be pressed like a button, with the space bar too.
    Why: A link with `role="button"` answers only to Enter.
    How: Use a `button`; where it leads to a page, take the role out.
    """
    for link in page.told("a"):
        keys = any(name in link.attributes for name in ("onkeydown", "onkeyup", "onkeypress"))
        if link.has("href") and "button" in link.get("role").lower().split() and not keys:
            yield Flaw(
                link,
                f"This link says it is a button: {said(page.name(link))}",
                "Use a `button`, or make sure that the space bar presses it.",
            )


@rule("hover-only", REVIEW, "WCAG 2.2, 1.4.13 and 2.1.1", "html")
def hover_only(page: HtmlPage) -> Flaws:
    """
    What: What appears under the mouse appears with the keyboard too.
    Why: People without a mouse never get to see it.
    How: Add `:focus` or `:focus-within` to the rule, or show it always.
    """
    for rule_ in page.cascade.rules:
        shows = rule_.declarations.get("display", "none").split()[
            0
        ] != "none" or "visible" in rule_.declarations.get("visibility", "")
        if ":hover" in rule_.states and shows and ":hover" not in rule_.parts[-1].states:
            for element in page.elements:
                if _shown_by_mouse_alone(
                    page, element, rule_.parts[-1].classes, rule_.parts[-1].tag
                ) and _covers(rule_, element):
                    yield Flaw(
                        element,
                        f"This appears only under the mouse: {said(element.text)}",
                        "Show it with the keyboard too (`:focus-within`).",
                    )
                    break


def _covers(rule_: object, element: Element) -> bool:
    from generator.proofread.html.styles import StyleRule, matches

    return isinstance(rule_, StyleRule) and matches(rule_, element)


def _shown_by_mouse_alone(page: HtmlPage, element: Element, classes: tuple[str, ...], tag: str) -> bool:
    if (tag and element.name != tag) or not set(classes) <= set(element.get("class").split()):
        return False
    focus = any(
        "display" in one.declarations or "visibility" in one.declarations
        for one in page.cascade.in_state(element, ":focus", ":focus-within", ":focus-visible")
    )
    return page.cascade.own(element, "display") == "none" and not focus
