"""How text looks, as far as the page says it: contrast, size, setting and room to grow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.catalogue import ERROR, REVIEW, rule
from generator.proofread.html.colour import Colour, colour, contrast
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

_LENGTH = on_demand(r"(\d*\.?\d+)(px|pt|em|rem|%|ex|ch)?")
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16, "ex": 8.0, "ch": 8.0}
_WORDS = {
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
}
_UNSURE = (
    *("background-image", "filter", "opacity", "mix-blend-mode", "text-shadow", "clip", "clip-path"),
    *("animation", "-webkit-text-fill-color", "-webkit-background-clip"),
)


def _texts(page: HtmlPage) -> Iterator[tuple[Element, str]]:
    """The elements that hold words themselves, with these words."""
    for element in page.elements if page.cascade.known else ():
        words = " ".join(
            " ".join(child.split()) for child in element.children if isinstance(child, str)
        ).strip()
        if (
            words
            and element.name not in ("script", "style", "title", "option")
            and page.exposure.drawn(element)
        ):
            yield element, words


def pixels(page: HtmlPage, element: Element) -> float:
    """The size of letters in pixels, 16 where nothing is said; nested shares are multiplied."""
    factor = 1.0
    for one in (element, *element.around()):
        value = page.cascade.own(one, "font-size")
        match = _LENGTH.fullmatch(value)
        if value in _WORDS:
            return _WORDS[value] * factor
        if match and match[2] in ("em", "%"):
            factor *= float(match[1]) / (100 if match[2] == "%" else 1)
        elif match and match[2]:
            return float(match[1]) * _PIXELS[match[2]] * factor
        elif value:
            return 16.0 * factor
        elif one.name in ("h1", "h2", "h3"):
            return {"h1": 32.0, "h2": 24.0, "h3": 18.7}[one.name] * factor
    return 16.0 * factor


def _length(value: str) -> float:
    match = _LENGTH.fullmatch(value.strip())
    return float(match[1]) * _PIXELS.get(match[2] or "", 0.0) if match else 0.0


def _background(page: HtmlPage, element: Element) -> Colour | None:
    """The colour behind an element's words; `None` where it cannot be told."""
    for one in (element, *element.around()):
        stated = page.cascade.of(one)
        value = (stated.get("background-color") or stated.get("background") or one.get("bgcolor")).lower()
        if any(
            stated.get(name, "none") not in ("none", "1", "auto") for name in _UNSURE
        ) or "(" in value.replace("rgb(", "").replace("rgba(", ""):
            return None
        if stated.get("position", "static") in ("absolute", "fixed", "sticky"):
            return colour(value) if value else None
        if value and value not in ("transparent", "inherit", "none", "initial", "0"):
            found = [colour(part) for part in ([value] if "(" in value else value.split())]
            return next((one_colour for one_colour in found if one_colour), None)
    return (1.0, 1.0, 1.0)


@rule("text-contrast", ERROR, "WCAG 2.2, 1.4.3", "html")
def text_contrast(page: HtmlPage) -> Flaws:
    """
    What: Text stands out from what is behind it: 4.5 to 1, large text 3 to 1.
    Why: People with weak eyes, and everybody in the sun, cannot read it.
    How: Choose a darker colour, or a lighter background.
    """
    for element, words in _texts(page):
        ink = _ink(page, element)
        paper = _background(page, element) if ink else None
        if (
            ink
            and paper
            and ink != paper
            and re.search(r"[^\W\d_]{2}", words)
            and not _excused(page, element)
        ):
            size, wanted = pixels(page, element), 4.5
            bold = page.cascade.inherited(element, "font-weight") in ("bold", "bolder", "700", "800", "900")
            if size >= 24 or (size >= 18.66 and (bold or element.closest("b", "strong", "h1", "h2", "h3"))):
                wanted = 3.0
            ratio = contrast(ink, paper)
            if ratio < wanted:
                yield Flaw(
                    element,
                    f"The contrast of this text is {ratio:.1f}, and it needs {wanted:g}: {said(words)}",
                    "Choose a darker or a lighter colour.",
                )


def _ink(page: HtmlPage, element: Element) -> Colour | None:
    """The colour of an element's words where the page states one that is certain."""
    for one in (element, *element.around()):
        value = page.cascade.own(one, "color")
        if value and value not in ("inherit", "currentcolor"):
            return colour(value)
        if one.name in ("a", "button", "input", "select", "textarea", "mark") and one.name != "#page":
            return None
        behind = page.cascade.own(one, "background-color") or page.cascade.own(one, "background")
        if behind and colour(behind):
            outer = page.cascade.inherited(one, "color")
            return colour(outer) if outer else (0.0, 0.0, 0.0)
    return None


def _excused(page: HtmlPage, element: Element) -> bool:
    """Words of what is out of use, far off the page or of no size, and labels of such controls."""
    for one in (element, *element.around()):
        stated = page.cascade.of(one)
        off = one.has("disabled") or one.get("aria-disabled").lower() == "true" or one.has("inert")
        away = any(
            _is_far(stated.get(side, "")) for side in ("left", "top", "text-indent", "margin-left", "right")
        )
        tiny = stated.get("overflow", "") == "hidden" and any(
            _length(stated.get(s, "")) in (1.0,) or stated.get(s, "") in ("0", "0px", "1px")
            for s in ("width", "height")
        )
        if off or away or tiny or stated.get("font-size", "") in ("0", "0px"):
            return True
        if one.name == "label":
            control = page.names.labelled(one)
            if control is not None and (control.has("disabled") or control.get("aria-disabled") == "true"):
                return True
    ids = {one.get("id") for one in (element, *element.around())} - {""}
    return bool(ids & page.names_of_disabled)


def _is_far(value: str) -> bool:
    match = re.match(r"-(\d+)(?:px|em|rem|pt|vw|%)?", value)
    return match is not None and int(match[1][:6]) >= 100


@rule("text-size", REVIEW, "WCAG 2.2, 1.4.4; GOV.UK style", "html")
def text_size(page: HtmlPage) -> Flaws:
    """
    What: Text is large enough to read.
    Why: Letters under 10 pixels are too small for many people, and for everybody on a telephone.
    How: Use at least 16 pixels for running text.
    """
    for element, words in _texts(page):
        size = pixels(page, element)
        if 0 < size < 10 and len(words) > 10 and element.name not in ("sub", "sup"):
            yield Flaw(
                element, f"These letters are {size:.0f} pixels high: {said(words)}", "Use at least 16 pixels."
            )


@rule("text-set", REVIEW, "WCAG 2.2, 1.4.8; GOV.UK style", "html")
def text_set(page: HtmlPage) -> Flaws:
    """
    What: Long text is set plainly: left-aligned, upright, with small letters and room between the lines.
    Why: Rivers of white, slanted letters, capitals and tight lines make reading hard.
    How: Take the style out; use a line height of 1.5.
    """
    for element, words in _texts(page):
        if len(words) < 80 or page.cascade.own(element, "display") == "inline":
            continue
        for wrong, hint in _settings(page, element):
            yield Flaw(element, f"{wrong}: {said(words)}", hint)
    for element in page.find("i", "em"):
        if len(element.text) > 200 and page.exposure.drawn(element):
            yield Flaw(element, f"A long passage is slanted: {said(element.text)}", "Set it upright.")


def _settings(page: HtmlPage, element: Element) -> Iterator[tuple[str, str]]:
    styles = page.cascade
    if styles.inherited(element, "text-align") == "justify":
        yield "This text is justified", "Align it to the left."
    if styles.inherited(element, "text-transform") == "uppercase":
        yield "A long passage is set in capitals", "Set it in small letters."
    if styles.inherited(element, "font-style") in ("italic", "oblique"):
        yield "A long passage is slanted", "Set it upright."
    height = styles.inherited(element, "line-height")
    match = _LENGTH.fullmatch(height)
    share = 0.0
    if match:
        unit = match[2] or ""
        share = float(match[1]) / {"%": 100.0, "em": 1.0, "": 1.0}.get(
            unit, pixels(page, element) / _PIXELS.get(unit, 1.0)
        )
    if 0 < share < 1.15:
        yield f"The lines stand too close ({height})", "Use a line height of 1.5."


@rule("text-width", REVIEW, "WCAG 2.2, 1.4.8; GOV.UK style", "html")
def text_width(page: HtmlPage) -> Flaws:
    """
    What: Lines of text have at most about 80 letters.
    Why: In a wide window people lose their place on the way back to the next line.
    How: Give the text a `max-width`, for example 40em.
    """
    if not (page.is_document and page.file.all_styles and page.cascade.known):
        return
    for element, words in _texts(page):
        limits = ("width", "max-width", "columns", "column-width", "grid-template-columns")
        free = not any(set(limits) & page.cascade.of(one).keys() for one in (element, *element.around()))
        if len(words) > 240 and element.name in ("p", "li", "div") and free and not element.closest("table"):
            yield Flaw(
                element, f"Nothing keeps these lines short: {said(words)}", "Give the text a `max-width`."
            )
            return
