"""Room and order: boxes that grow with their text, and no content that only the style sheet knows."""

from __future__ import annotations

import re

from generator.proofread.catalogue import REVIEW, WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.on_demand import on_demand

_FIXED = on_demand(r"(\d*\.?\d+)(px|pt|em|rem|ex|ch)")
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0}


def _pixels(value: str) -> float:
    match = _FIXED.fullmatch(value)
    return float(match[1]) * _PIXELS[match[2]] if match else 0.0


@rule("box-fixed", REVIEW, "WCAG 2.2, 1.4.4, 1.4.10 and 1.4.12", "html")
def box_fixed(page: HtmlPage) -> Flaws:
    """
    What: A box grows with the text in it, and fits a narrow window.
    Why: Where readers make the letters larger, words are cut off, or lines run off the side.
    How: Use `min-height` and `max-width`, and do not hide what overflows.
    """
    for element in page.elements if page.cascade.known else ():
        own = page.cascade.of(element)
        words = element.text
        if len(words) < 40 or not page.exposure.drawn(element):
            continue
        cut = own.get("overflow", own.get("overflow-y", "")) == "hidden"
        if cut and any(_pixels(own.get(side, "")) >= 20 for side in ("height", "max-height")):
            yield Flaw(
                element,
                f"Larger letters would be cut off here: {said(words)}",
                "Use `min-height`, and do not hide what overflows.",
            )
        elif _pixels(own.get("width", "")) >= 640 or _pixels(own.get("min-width", "")) >= 480:
            yield Flaw(element, f"This box is wider than many windows: {said(words)}", "Use `max-width`.")


@rule("content-in-styles", REVIEW, "WCAG 2.2, 1.3.1", "html")
def content_in_styles(page: HtmlPage) -> Flaws:
    """
    What: Words stand in the page, not in the style sheet.
    Why: Words that a style sheet adds cannot be found, copied or translated, and are lost without it.
    How: Write them into the page.
    """
    for element in page.elements if page.cascade.rules else ():
        for content in page.cascade.generated(element):
            words = re.search(r"[\"']([^\"']*[^\W\d_]{2}[^\"']*)[\"']", content)
            if words and page.exposure.drawn(element):
                yield Flaw(
                    element,
                    f"The style sheet adds words here: “{said(words[1])}”",
                    "Write them into the page.",
                )


@rule("words-hidden", WARNING, "WCAG 2.2, 1.3.1 and 2.4.4", "html")
def words_hidden(page: HtmlPage) -> Flaws:
    """
    What: Words meant only for screen readers are not hidden from them too.
    Why: `display: none` and `visibility: hidden` hide from everybody, so that only "Read more" is left.
    How: Move them out of sight with a class for that, as your style sheet's "visually hidden".
    """
    for link in (*page.find("a"), *page.find("button"), *page.find("label"), *page.find("legend")):
        for part in link.within("span", "b", "em", "strong") if page.exposure.told(link) else ():
            hidden = (
                page.cascade.own(part, "display") == "none"
                or page.cascade.own(part, "visibility") == "hidden"
            )
            if (
                hidden
                and part.text
                and "aria-hidden" not in part.attributes
                and not part.get("id")
                and not page.find("script")
            ) or (
                hidden and part.text and part.get("style") and not part.get("id") and not part.get("class")
            ):
                yield Flaw(
                    part,
                    f"These words are hidden from everybody: {said(part.text)}",
                    "Hide them from the eye only.",
                )


@rule("layout-as-table", REVIEW, "WCAG 2.2, 1.3.1 and 1.3.2", "html")
def layout_as_table(page: HtmlPage) -> Flaws:
    """
    What: The style sheet does not make a table of what is none.
    Why: Some screen readers then announce rows and columns.
    How: Use flex or grid.
    """
    tables = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup", "col")
    for element in page.elements if page.cascade.known else ():
        if (
            (
                page.cascade.own(element, "display") in ("table", "table-cell", "table-row")
                and element.name not in tables
            )
            and page.exposure.drawn(element)
            and element.text
        ):
            yield Flaw(
                element,
                f"The style sheet makes a table of this: {said(element.text)}",
                "Use flex or grid.",
            )
            return


@rule("order-of-reading", REVIEW, "WCAG 2.2, 1.3.2 and 2.4.3", "html")
def order_of_reading(page: HtmlPage) -> Flaws:
    """
    What: The order in the page is the order in which it is seen.
    Why: Screen readers and the keyboard follow the page, not the picture.
    How: Put the elements into the order in which they are to be read.
    """
    for parent in page.elements if page.cascade.known else ():
        children = [child for child in parent.elements if page.exposure.drawn(child) and child.text]
        sides = [page.cascade.own(child, "float") for child in children]
        reversed_ = page.cascade.own(parent, "flex-direction").endswith("-reverse")
        ordered = any(re.fullmatch(r"-?[1-9]\d*", page.cascade.own(child, "order")) for child in children)
        right = sum(side == "right" for side in sides)
        mixed = (
            right and "left" in sides and sides.index("right") < len(sides) - 1 - sides[::-1].index("left")
        )
        mixed = mixed or (
            right and len({child.name for child in children}) == 1 and "left" in sides and len(children) > 2
        )
        if len(children) > 1 and (right > 1 or reversed_ or ordered or mixed):
            yield Flaw(
                parent if parent.name != "body" else children[0],
                "The style sheet shows these parts in another order than the page has them.",
                "Put them into the order in which they are read.",
            )


@rule("label-apart", REVIEW, "WCAG 2.2, 1.3.2; GOV.UK style", "html")
def label_apart(page: HtmlPage) -> Flaws:
    """
    What: A label stands beside its field.
    Why: People who see only part of the screen at a time do not find out which label belongs to which field.
    How: Put the label directly above the field.
    """
    for label in page.find("label") if page.cascade.known else ():
        control = page.names.labelled(label)
        if (
            control is not None
            and page.cascade.own(label, "float") == "left"
            and page.cascade.own(control, "float") == "right"
        ):
            yield Flaw(
                label,
                f"This label stands far from its field: {said(label.text)}",
                "Put it directly above the field.",
            )
