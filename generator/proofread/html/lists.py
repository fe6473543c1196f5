"""Lists: made of list elements, and made right."""

from __future__ import annotations

import re

from generator.proofread.catalogue import WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

_HELD = frozenset({"li", "script", "template", "style"})
_TYPED = on_demand(r"^\s*(?:[*•▪●◦‣·–—-]|\(?(?:\d{1,2}|[a-h])[.)])\s+\S")


@rule("list-item-alone", WARNING, "WCAG 2.2, 1.3.1", "html")
def list_item_alone(page: HtmlPage) -> Flaws:
    """
    What: An entry stands in a list.
    Why: Screen readers say how many entries a list has; an entry alone belongs to nothing.
    How: Put the entries into `ul`, `ol` or `dl`.
    """
    for item in page.told("li"):
        outer = item.parent
        if (
            not item.has("role")
            and item.get("id") not in page.owned
            and not (outer and (outer.name in ("ul", "ol", "menu") or _is_list(outer)))
        ):
            yield Flaw(item, f"This entry stands in no list: {said(item.text)}", "Put it into `ul` or `ol`.")
    for item in page.told("dt", "dd"):
        outer = item.parent
        within = outer is not None and (outer.name == "dl" or (outer.name == "div" and _in_terms(outer)))
        if not item.has("role") and not within:
            yield Flaw(item, f"This entry stands in no list of terms: {said(item.text)}", "Put it into `dl`.")


def _is_list(element: Element) -> bool:
    return element.get("role").lower() in (
        "list",
        "directory",
        "listbox",
        "menu",
        "none",
        "presentation",
        "tablist",
        "tree",
    )


def _in_terms(group: Element) -> bool:
    return group.parent is not None and group.parent.name == "dl"


@rule("list-children", WARNING, "WCAG 2.2, 1.3.1", "html")
def list_children(page: HtmlPage) -> Flaws:
    """
    What: A list holds entries and nothing else; a list in a list stands in an entry.
    Why: Screen readers count wrong, and say nothing of what is no entry.
    How: Put what stands in the list into an `li`.
    """
    for outer in page.told("ul", "ol"):
        if outer.has("role") and outer.get("role").lower() != "list":
            continue
        wrong = next(
            (
                e
                for e in outer.elements
                if e.name not in _HELD and page.exposure.drawn(e) and not e.has("role")
            ),
            None,
        )
        if wrong is not None:
            yield Flaw(
                wrong,
                f"In this list stands something that is no entry: `{wrong.name}`",
                "Put it into an `li`.",
            )


@rule("list-typed", WARNING, "WCAG 2.2, 1.3.1", "html")
def list_typed(page: HtmlPage) -> Flaws:
    """
    What: A list is made of list elements, not of typed bullets or numbers.
    Why: A screen reader says "star apple star orange" and not that there are four entries.
    How: Use `ul` or `ol` with an `li` for each entry.
    """
    for block in page.blocks():
        lines = _lines(block)
        run = _longest_run(lines)
        if len(run) >= 2:
            yield Flaw(
                block if block.name != "body" else _nearest(block),
                f"{len(run)} lines begin with a typed bullet or number: {said(run[0])}",
                "Make them a list with `ul` and `li`.",
            )
    paragraphs = page.find("p")
    for first in paragraphs:
        second = first.next()
        marks = (
            isinstance(second, Element)
            and second.name == "p"
            and _mark(first.text)
            and _mark(first.text) == _mark(second.text)
        )
        earlier = first.previous()
        begun = (
            isinstance(earlier, Element) and earlier.name == "p" and _mark(earlier.text) == _mark(first.text)
        )
        if marks and not begun and page.exposure.drawn(first):
            yield Flaw(
                first, f"These paragraphs begin with a typed bullet: {said(first.text)}", "Make them a list."
            )


def _mark(text: str) -> str:
    match = re.match(r"([*•▪●◦‣·])\s*\w", text)
    return match[1] if match else ""


def _lines(block: Element) -> list[str]:
    """The lines of a block as `br` parts them."""
    lines = [""]
    for child in block.children:
        if isinstance(child, str):
            lines[-1] += child
        elif child.name == "br":
            lines.append("")
        elif child.name in ("a", "b", "strong", "em", "i", "span"):
            lines[-1] += child.text
        else:
            lines += ["", ""]
    return [" ".join(line.split()) for line in lines]


def _longest_run(lines: list[str]) -> list[str]:
    best: list[str] = []
    run: list[str] = []
    for line in lines:
        run = [*run, line] if _TYPED.match(line) else []
        best = run if len(run) > len(best) else best
    return best


def _nearest(body: Element) -> Element:
    """The `br` after the first line, because text itself has no place."""
    return next((e for e in body.elements if e.name == "br"), body)
