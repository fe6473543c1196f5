"""Frames and embedded objects: what is in them, and what stands in their place."""

from __future__ import annotations

import re

from generator.proofread.catalogue import ERROR, REVIEW, WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

_FRAME_WORDS = on_demand(
    r"(?:i?frame|content|embed(?:ded)?(?: content)?|untitled|title|page|widget|facebook|twitter"
    r"|external content|x|youtube|google|vimeo|instagram|linkedin|video|map)\W*\d*",
    re.I,
)


@rule("frame-title", ERROR, "WCAG 2.2, 2.4.1 and 4.1.2", "html")
def frame_title(page: HtmlPage) -> Flaws:
    """
    What: Every frame says what is in it.
    Why: A screen reader announces it with its address, and nobody knows whether to go in.
    How: Write for example `title="Map of the civic centre"`.
    """
    for frame in page.told("iframe", "frame"):
        unreachable = frame.get("tabindex").startswith("-") or frame.get("role").lower() in (
            "none",
            "presentation",
        )
        if not page.name(frame) and not unreachable and not _is_tiny(frame):
            yield Flaw(
                frame,
                f"This frame does not say what is in it: {said(frame.get('src'))}",
                "Give it a `title`.",
            )


def _is_tiny(frame: Element) -> bool:
    return any(frame.get(side).removesuffix("px") in ("0", "1") for side in ("width", "height"))


@rule("frame-words", REVIEW, "WCAG 2.2, 2.4.1 and 4.1.2", "html")
def frame_words(page: HtmlPage) -> Flaws:
    """
    What: The title of a frame says what is in it, not only whose it is.
    Why: "Facebook" may be a like button, a video or a whole page.
    How: Write for example "Latest posts of the library on Facebook".
    """
    for frame in page.told("iframe", "frame"):
        if _FRAME_WORDS.fullmatch(page.name(frame)):
            yield Flaw(
                frame, f"“{said(page.name(frame))}” does not say what is in this frame.", "Say what is in it."
            )


@rule("object-alternative", WARNING, "WCAG 2.2, 1.1.1", "html")
def object_alternative(page: HtmlPage) -> Flaws:
    """
    What: What is embedded with `object`, `embed` or `applet` has words that stand in its place.
    Why: Where it cannot be shown, or seen, nothing is left.
    How: Write the same content between the tags, or name it with `aria-label`.
    """
    for element in page.told("object", "embed", "applet"):
        if element.get("role").lower() in ("none", "presentation"):
            continue
        inside = element.name != "embed" and (
            page.names.content(element, False) or list(element.within("video", "audio", "iframe"))
        )
        page_in_it = "html" in element.get("type") or element.get("data").endswith((".html", ".htm"))
        if (
            not inside
            and not page.name(element)
            and not page_in_it
            and (element.get("data") or element.get("src"))
        ):
            yield Flaw(
                element,
                "What is embedded here has no text alternative: "
                f"{said(element.get('data') or element.get('src'))}",
                "Write the same in words between the tags.",
            )
