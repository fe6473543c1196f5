"""Links that stand side by side."""

from __future__ import annotations

from generator.proofread.catalogue import REVIEW, WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element


@rule("link-neighbours", WARNING, "WCAG 2.2, 1.1.1 and 2.4.4", "html")
def link_neighbours(page: HtmlPage) -> Flaws:
    """
    What: A picture and the words beside it that lead to the same page are one link.
    Why: People who use a keyboard stop twice, and hear the same thing twice.
    How: Put the picture and the words into one link, the picture with `alt=""`.
    """
    for link in page.find("a"):
        other = link.next()
        if not isinstance(other, Element) or other.name != "a" or not link.get("href").strip("#"):
            continue
        same = (
            link.get("href") == other.get("href") and page.exposure.told(link) and page.exposure.told(other)
        )
        pictured = any(True for one in (link, other) for _ in one.within("img"))
        if same and pictured:
            yield Flaw(
                other,
                f"Two links beside each other lead to the same page: {said(link.get('href'))}",
                "Make them one link.",
            )


@rule("link-row", REVIEW, "WCAG 2.2, 1.3.1", "html")
def link_row(page: HtmlPage) -> Flaws:
    """
    What: Links in a row are a list, or something that can be seen stands between them.
    Why: With nothing but a space between them they run together, for the eye and in a screen reader.
    How: Make them a list (`ul`).
    """
    seen: set[int] = set()
    for link in page.find("a"):
        row = _row(link, seen)
        if len(row) >= 3 and page.exposure.told(link) and not link.closest("li", "nav", "td"):
            one_letter = sum(len(one.text) == 1 for one in row)
            if one_letter < 4:
                yield Flaw(
                    link,
                    f"{len(row)} links stand in a row with only spaces between them.",
                    "Make them a list.",
                )


@rule("target-size", REVIEW, "WCAG 2.2, 2.5.8", "html")
def target_size(page: HtmlPage) -> Flaws:
    """
    What: What people press is large enough to hit, at least 24 by 24 pixels, or stands apart.
    Why: People whose hands shake, and everybody on a telephone, hit the neighbour.
    How: Give the links padding, or put more words into them.
    """
    seen: set[int] = set()
    for link in page.find("a", "button"):
        row = _row(link, seen)
        if sum(len(one.text) == 1 for one in row) >= 4 and page.exposure.drawn(link):
            yield Flaw(
                link,
                f"{len(row)} links of one letter stand side by side.",
                "Give each at least 24 by 24 pixels.",
            )


def _row(link: Element, seen: set[int]) -> list[Element]:
    """The links that follow each other with nothing but spaces between; each row once."""
    row: list[Element] = []
    other: Element | str | None = link
    while (
        isinstance(other, Element) and other.name == link.name and id(other) not in seen and len(row) < 1000
    ):
        seen.add(id(other))
        row.append(other)
        other = other.next()
    return row
