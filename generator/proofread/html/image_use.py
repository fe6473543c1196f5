"""What pictures are used for: space, movement, meaning that only the picture has."""

from __future__ import annotations

import re

from generator.proofread.catalogue import REVIEW, WARNING, rule
from generator.proofread.html.images import file_name
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

_SPACER = on_demand(
    r"(?:spacer|blank|pixel|transparent|shim|clear|dot)(?:[_-]?\d+)?(?:\.\d+x\d+)?\.(?:gif|png)", re.I
)


_ORNAMENT = on_demand(
    r"background|bg\b|border|divider|pattern|texture|line|decor|ornament|shadow|gradient", re.I
)
_TELLING = on_demand(
    r"(?:^|[\W_])(?:warning|important|alert|error|info|success|help|required|logo|status)(?:[\W_]|$)", re.I
)


def _size(image: Element, side: str) -> int:
    value = image.get(side).removesuffix("px")
    return int(value) if value.isdecimal() and len(value) < 6 else 10_000


@rule("image-spacer", WARNING, "WCAG 2.2, 1.3.1 and 1.3.2", "html")
def image_spacer(page: HtmlPage) -> Flaws:
    """
    What: No picture is there only to make space.
    Why: It is one more thing to load and to skip, and the space does not follow the reader's settings.
    How: Take it out, and use margins in the style sheet.
    """
    for image in page.find("img"):
        thin = min(_size(image, "width"), _size(image, "height")) <= 2 and not image.get("alt")
        if page.exposure.drawn(image) and (thin or _SPACER.fullmatch(file_name(image))):
            yield Flaw(image, "This picture only makes space.", "Take it out and use margins.")


@rule("image-moving", REVIEW, "WCAG 2.2, 2.2.2 and 2.3.1", "html")
def image_moving(page: HtmlPage) -> Flaws:
    """
    What: No picture moves by itself for more than five seconds, or flashes.
    Why: Many people cannot read beside something that moves, and flashes can cause a fit.
    How: Look whether it moves; if so, use a still picture, or a video with a stop button.
    """
    for image in page.find("img"):
        if (
            page.exposure.drawn(image)
            and file_name(image).endswith(".gif")
            and not _SPACER.fullmatch(file_name(image))
        ):
            yield Flaw(
                image,
                f"This picture may move: {said(file_name(image))}",
                "If it moves or flashes, use a still picture or give people a stop button.",
            )


@rule("image-meaning", REVIEW, "WCAG 2.2, 1.1.1", "html")
def image_meaning(page: HtmlPage) -> Flaws:
    """
    What: A picture with an empty text alternative really is decoration.
    Why: Where nothing else stands on the page or in the figure, the picture is what people came for.
    How: Write what it says in `alt`.
    """
    for image in page.find("img"):
        empty = image.has("alt") and not image.get("alt") and not image.get("title")
        if empty and page.exposure.told(image) and not image.closest("a", "button") and not image.get("role"):
            around = image.closest("figure") or page.body
            pictures = list(around.within("img", "svg", "video", "object", "iframe"))
            tiny = min(_size(image, "width"), _size(image, "height")) <= 2
            if (
                not around.text
                and pictures == [image]
                and not tiny
                and not _ORNAMENT.search(file_name(image))
            ):
                yield Flaw(
                    image,
                    "This picture is all that stands here, and its text alternative is empty.",
                    "Write in `alt` what it says.",
                )


@rule("background-image", REVIEW, "WCAG 2.2, 1.1.1", "html")
def background_image(page: HtmlPage) -> Flaws:
    """
    What: A background picture that means something is said in words too.
    Why: Backgrounds are not read out, are not printed and vanish in high contrast.
    How: Say it in the text, for example begin with the hidden word "Warning".
    """
    for element in page.elements if page.cascade.known else ():
        style = page.cascade.own(element, "background-image") or page.cascade.own(element, "background")
        if "url(" in style and page.exposure.told(element) and page.exposure.role(element) != "img":
            address = re.search(r"url\(([^)]*)", style)
            called = f"{element.get('class')} {address[1].rpartition('/')[2] if address else ''}"
            word = _TELLING.search(called)
            meant = word is not None and word[0].strip("-_ .\"'").lower() not in element.text.lower()
            if meant and element.name not in ("body", "html"):
                yield Flaw(
                    element,
                    f"This background picture seems to mean something: {said(called)}",
                    "Say the same in words.",
                )
