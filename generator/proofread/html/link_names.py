"""Links: that they have a name, and that the name says where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.catalogue import ERROR, REVIEW, WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

VAGUE = frozenset(
    [
        "click here",
        "click",
        "here",
        "read more",
        "more",
        "more info",
        "more information",
        "more details",
        "find out more",
        "learn more",
        "read on",
        "continue reading",
        "details",
        "see more",
        "view more",
        "show more",
        "this",
        "this page",
        "this link",
        "link",
        "page",
        "website",
        "this website",
        "see here",
        "go",
        "info",
        "press here",
        "tap here",
        "follow this link",
        "click this link",
        "for more information",
        "web page",
        "cliciwch yma",
        "yma",
        "mwy",
        "darllen mwy",
        "rhagor",
    ]
)
"""Link texts that say nothing by themselves."""

_ADDRESS = on_demand(r"https?://\S{15,}|www\.\S{60,}", re.I)


def plain(words: str) -> str:
    """Link text as it is compared: small letters, without arrows and full stops round it."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", " ".join(words.split())).casefold()


def links(page: HtmlPage) -> Iterator[Element]:
    """The links that assistive technology is told of."""
    return (
        link for link in page.told("a") if link.has("href") and page.exposure.role(link) in ("link", "button")
    )


@rule("link-name", ERROR, "WCAG 2.2, 2.4.4 and 4.1.2", "html")
def link_name(page: HtmlPage) -> Flaws:
    """
    What: Every link has words, or a picture with words.
    Why: A screen reader can only say "link", or spell out the address.
    How: Write the link's text, or the text alternative of the picture in it.
    """
    elements = [e for e in page.elements if e.name == "a" or e.get("role").lower().startswith("link")]
    for link in elements:
        if page.exposure.role(link) == "link" and page.exposure.told(link) and not page.name(link):
            pictured = any(True for _ in link.within("img", "svg"))
            hint = "Write in the picture's `alt` where it leads." if pictured else "Write where it leads."
            yield Flaw(link, f"This link has no words: {said(link.get('href')) or 'no address'}", hint)


@rule("link-words", REVIEW, "WCAG 2.2, 2.4.4", "html")
def link_words(page: HtmlPage) -> Flaws:
    """
    What: A link's text says where it leads, even when it is read alone.
    Why: Many people go from link to link, or list them all; "click here" ten times is no choice.
    How: Link the words that name the thing: "apply for a blue badge".
    """
    for link in links(page):
        name = page.name(link)
        if not name:
            continue
        if plain(name) in VAGUE and not link.get("aria-describedby"):
            yield Flaw(
                link,
                f"“{said(name)}” does not say where this link leads.",
                "Link the words that name the thing.",
            )
        elif not re.search(r"\w", name) and not re.search(r"[^\x00-\x7f]", name):
            yield Flaw(
                link, f"This link's text is only “{said(name)}”.", "Link words that say where it leads."
            )


@rule("link-address", REVIEW, "WCAG 2.2, 2.4.4", "html")
def link_address(page: HtmlPage) -> Flaws:
    """
    What: A link's text is words, not a long web address.
    Why: An address is spelled out letter by letter, and few people can read it.
    How: Write the name of the page or of the organisation.
    """
    for link in links(page):
        if _ADDRESS.fullmatch(page.name(link)):
            yield Flaw(
                link, f"This link's text is a web address: {said(page.name(link))}", "Write the page's name."
            )


@rule("link-same-words", REVIEW, "WCAG 2.2, 2.4.4 and 3.2.4", "html")
def link_same_words(page: HtmlPage) -> Flaws:
    """
    What: Links with the same words lead to the same place.
    Why: In a list of links nobody can tell them apart.
    How: Say in each what is different about its target.
    """
    first: dict[str, Element] = {}
    for link in links(page):
        name, address = plain(page.name(link)), link.get("href")
        if not name or name in VAGUE or address.startswith(("#", "javascript:")) or not address:
            continue
        other = first.setdefault(name, link)
        if _where(other.get("href")) != _where(address):
            yield Flaw(
                link,
                f"“{said(name)}” leads to {said(address)} here and to {said(other.get('href'))} before.",
                "Say in each link what is different.",
            )


def _where(address: str) -> str:
    """The site and the part of it that a link leads to; two pages of one part may well say the same."""
    without_scheme = re.sub(r"^[a-z]+:", "", re.split(r"[?#]", address.casefold().strip())[0])
    host, slash, path = without_scheme[2:].partition("/") if without_scheme.startswith("//") else ("", "", "")
    part = path if slash or host else without_scheme
    return f"{host.removeprefix('www.')} {part.strip('./').partition('/')[0]}"


@rule("link-title", REVIEW, "WCAG 2.2, 2.4.4", "html")
def link_title(page: HtmlPage) -> Flaws:
    """
    What: `title` of a link does not repeat the link's text.
    Why: Some people hear it twice, and nobody learns anything from it.
    How: Take the title out.
    """
    for link in links(page):
        if link.get("title") and link.text and plain(link.get("title")) == plain(link.text):
            yield Flaw(link, f"The title repeats the link's text: {said(link.text)}", "Take the title out.")


@rule("link-picture-repeats", WARNING, "WCAG 2.2, 1.1.1", "html")
def link_picture_repeats(page: HtmlPage) -> Flaws:
    """
    What: The picture in a link does not say again what the words beside it say.
    Why: A screen reader says it twice.
    How: Write `alt=""` on the picture.
    """
    for element in (*page.find("a"), *page.find("button")):
        words = plain(element.text)
        for image in element.within("img") if words and page.exposure.told(element) else ():
            if plain(image.get("alt")) == words:
                yield Flaw(
                    image,
                    f"The picture repeats the words beside it: {said(element.text)}",
                    'Write `alt=""` on the picture.',
                )
