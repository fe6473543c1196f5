"""Pictures: what stands in their place for people who do not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.catalogue import ERROR, REVIEW, WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

_FILE = on_demand(r"[\w%+ -]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|avif|ico)", re.I)
_SAYS_NOTHING = on_demand(
    r"(?:an? |the |this )?(?:image|img|picture|photo(?:graph)?|graphic|icon|figure|illustration|screenshot"
    r"|diagram|chart|banner|bullet|spacer|blank|decorative|placeholder|untitled|alt(?: text)?|click(?: here)?"
    r"|submit|button|go)(?: ?\d+| here| of| description)?[.:]?",
    re.I,
)
LONGEST = 200
"""Letters from which on a text alternative is more than anybody listens to at once."""


def file_name(image: Element) -> str:
    """The name of the file of a picture, in small letters."""
    return image.get("src").split("?")[0].split("#")[0].rstrip("/").rpartition("/")[2].lower()


def _is_button(image: Element) -> bool:
    return image.name == "input"


def _pictures(page: HtmlPage) -> Iterator[Element]:
    yield from page.find("img")
    yield from (element for element in page.find("input") if element.get("type").lower() == "image")


@rule("image-alternative", ERROR, "WCAG 2.2, 1.1.1", "html")
def image_alternative(page: HtmlPage) -> Flaws:
    """
    What: Every picture that is no decoration has words that stand in its place.
    Why: People who use a screen reader hear the file's name, or nothing at all.
    How: Write what the picture says in `alt`; where it says nothing, write `alt=""`.
    """
    for image in page.told("img", "area"):
        wanting = image.has("href") if image.name == "area" else page.exposure.role(image) != "none"
        if wanting and not page.name(image) and not _mute(page, image):
            yield Flaw(
                image,
                f"This picture has no text alternative: {said(image.get('src') or image.name)}",
                'Write `alt="…"` with what it says, or `alt=""` where it only decorates.',
            )
    roles = ("img", "image", "graphics-symbol", "graphics-document")
    for element in page.elements:
        drawn = element.name not in ("img", "area", "input") and element.get("role")
        told = drawn and page.exposure.role(element) in roles and page.exposure.told(element)
        if told and not page.name(element):
            yield Flaw(
                element,
                "This element is said to be a picture and has no name.",
                "Say with `aria-label` what it shows, or hide it with `aria-hidden`.",
            )


def _mute(page: HtmlPage, image: Element) -> bool:
    """An empty alternative that is meant, although the picture can be reached in another way."""
    return image.has("alt") and image.name == "img" and not page.exposure.focusable(image)


@rule("image-button-name", ERROR, "WCAG 2.2, 1.1.1 and 4.1.2", "html")
def image_button_name(page: HtmlPage) -> Flaws:
    """
    What: A button that is a picture says what it does.
    Why: Without words nobody who cannot see it knows what will happen.
    How: Write for example `alt="Search"`.
    """
    for button in page.told("input"):
        if button.get("type").lower() == "image" and not page.name(button):
            yield Flaw(
                button,
                "This picture is a button, and nothing says what it does.",
                'Write what it does, for example `alt="Search"`.',
            )


@rule("image-words", WARNING, "WCAG 2.2, 1.1.1", "html")
def image_words(page: HtmlPage) -> Flaws:
    """
    What: The text alternative of a picture says what the picture says.
    Why: "Image", "click" or the name of a file tells nobody anything.
    How: Write the words that you would say if you read the page out on the telephone.
    """
    for image in _pictures(page):
        words = page.name(image)
        if not words or words != image.get("alt") or not page.exposure.told(image):
            continue
        if _SAYS_NOTHING.fullmatch(words) and not (_is_button(image) and words.lower() in ("go", "submit")):
            yield Flaw(
                image, f"“{said(words)}” does not say what this picture says.", "Write what it says or does."
            )
        elif (_FILE.fullmatch(words) or _is_stem(image, words)) and not _about_files(page, words):
            yield Flaw(
                image,
                f"The text alternative is the name of a file: {said(words)}",
                "Write what the picture says.",
            )


def _is_stem(image: Element, words: str) -> bool:
    """Whether the words are the file's name without its ending, and plainly no words."""
    return words.lower() == file_name(image).rpartition(".")[0] and bool(
        re.search(r"_|\d{3}|\w-\w.*-\w", words)
    )


def _about_files(page: HtmlPage, name: str) -> bool:
    """Whether the page itself speaks of files, so that their names are what people look for."""
    return bool(re.search(r"\b(?:files?|upload\w*|download\w*|gallery|file ?names?)\b", page.text, re.I)) or (
        name.lower() in page.text.lower()
    )


@rule("image-length", REVIEW, "WCAG 2.2, 1.1.1", "html")
def image_length(page: HtmlPage) -> Flaws:
    """
    What: A text alternative is short.
    Why: It is read out in one go; nobody can stop, go back or read it word by word.
    How: Say in a few words what the picture is, and put the details into the text of the page.
    """
    for image in page.told("img"):
        if len(image.get("alt")) > LONGEST:
            yield Flaw(
                image,
                f"This text alternative has {len(image.get('alt'))} letters.",
                "Say it in a few words, and put the details into the page.",
            )


@rule("image-decoration", REVIEW, "WCAG 2.2, 1.1.1", "html")
def image_decoration(page: HtmlPage) -> Flaws:
    """
    What: A picture is either decoration or has words, not both.
    Why: Some programs read the words out and some keep quiet.
    How: Take out the role and keep `alt`, or write `alt=""` and take out `title`.
    """
    for image in page.find("img"):
        if not page.exposure.drawn(image):
            continue
        if image.get("role").lower() in ("presentation", "none") and image.get("alt"):
            yield Flaw(
                image,
                f"This picture is marked as decoration and has words: {said(image.get('alt'))}",
                "Take out the role, or empty `alt`.",
            )
        elif image.has("alt") and not image.get("alt") and image.get("title"):
            yield Flaw(
                image,
                f"This picture has an empty `alt` and a title: {said(image.get('title'))}",
                "Put the words into `alt`, or take the title out.",
            )


@rule("image-title", REVIEW, "WCAG 2.2, 1.1.1", "html")
def image_title(page: HtmlPage) -> Flaws:
    """
    What: `title` of a picture does not say something else than its text alternative.
    Why: Many people never get to the title: on a telephone, with a keyboard or a screen reader.
    How: Put all that matters into `alt` and take the title out.
    """
    for image in page.told("img"):
        words, title = image.get("alt"), image.get("title")
        if words and title and words.casefold() != title.casefold():
            yield Flaw(
                image,
                f"`alt` says “{said(words)}” and `title` says “{said(title)}”.",
                "Put all that matters into `alt`.",
            )
