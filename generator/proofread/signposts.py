"""What helps readers find their way in a text: headings, the words of links, and other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.catalogue import REVIEW, WARNING, Problem, Problems, rule
from generator.proofread.html.languages import foreign_passages
from generator.proofread.html.link_names import VAGUE, plain
from generator.proofread.html.link_targets import DOCUMENT, missing_facts
from generator.proofread.html.page import said
from generator.proofread.on_demand import on_demand
from generator.proofread.texts import PublishedText, without_code

_LINK = on_demand(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\(\s*<?([^)\s>]{0,2000}+)>?[^)]{0,2000}+\)")
_POINTS = on_demand(r"(?:\w+ ){0,2}here|https? .*|www .*|https?://\S+")
"""Words of a link that only point at it, or repeat an address."""
_BARE = on_demand(r"(?<![(<\[\"'\w])https?://[^\s/<>)\]]+/[^\s<>)\]]{12,}(?=[\s.,;)]|$)")
_HEADING = on_demand(r"^ {0,3}(#{1,6})[ \t]+(.+?)[ \t#]*$", re.M)
_PAINTED = on_demand(r"(?:^|\n[ \t]*\n)[ \t]*\*\*([^*\n]{3,60}[^*\n.!?:;,])\*\*[ \t]*\n[ \t]*\n")
_EMPTY_HEADING = on_demand(r"^ {0,3}#{1,6}[ \t]*#*\s*\n([^\n]{0,60})", re.M)
_MARKS = on_demand(r"[*_`]+")


def _links(text: PublishedText) -> Iterator[re.Match[str]]:
    return _LINK.finditer(without_code(text.text)) if "](" in text.text else iter(())


@rule("heading-levels", WARNING, "WCAG 2.2, 1.3.1", "texts", ("**", "#"))
def heading_levels(text: PublishedText) -> Problems:
    """
    What: Headings are made with `##` and not with bold; after `##` comes `###`, not `####`.
    Why: Their levels are the text's table of contents; a gap looks as if a part were missing.
    How: Choose the number of `#` by what belongs to what, not by how large it looks.
    """
    for match in _PAINTED.finditer(without_code(text.text)) if "**" in text.text else ():
        message = f"“{said(match[1])}” is in bold where a heading is meant."
        hint = "Begin the line with `##`, and leave the stars out."
        yield Problem(text.field, message, hint, match[0].strip())
    empty = _EMPTY_HEADING.search(without_code(text.text)) if "#" in text.text else None
    if empty and text.name == "body":
        yield Problem(
            text.field, "A heading has no words.", "Say what the part is about, or take it out.", empty[1]
        )
    before = 0
    for match in _HEADING.finditer(without_code(text.text)) if "#" in text.text else ():
        level = len(match[1])
        if before and level > before + 1:
            message = f"The heading “{said(match[2])}” skips a level."
            yield Problem(text.field, message, f"Begin it with `{'#' * (before + 1)}`.", match[0].strip())
        before = level


@rule("link-says-where", WARNING, "WCAG 2.2, 2.4.4", "texts", ("](", "://"))
def link_says_where(text: PublishedText) -> Problems:
    """
    What: The words of a link in a text say where it leads, even when they are read alone.
    Why: Many people go from link to link, or list them all; "click here" ten times is no choice.
    How: Link the words that name the thing: "apply for a blue badge".
    """
    for match in _links(text):
        words = plain(_MARKS.sub("", match[1]))
        if words in VAGUE or _POINTS.fullmatch(words):
            message = f"“{said(match[1])}” does not say where this link leads."
            yield Problem(text.field, message, "Link the words that name the thing.", match[0])
    if text.name == "body" and "://" in text.text:
        for match in _BARE.finditer(without_code(text.text)):
            message = f"“{match[0][:60]}” is an address, and does not say where it leads."
            yield Problem(text.field, message, "Link the words that name the thing.", match[0])


@rule("document-facts", WARNING, "WCAG 2.2, 2.4.4 and 3.2.5; GOV.UK style", "texts", ("](",))
def document_facts(text: PublishedText) -> Problems:
    """
    What: A link to a PDF or another document says so, with its size.
    Why: It opens another program or a long download, and many people cannot read it on their device.
    How: Write for example [our rules (PDF, 120 KB)](https://…).
    """
    for match in _links(text):
        ending = DOCUMENT.search(match[2].split("#")[0].split("?")[0])
        after = match.string[match.end() : match.end() + 60].split("](")[0]
        unsaid = missing_facts(f"{match[1]} {after}", ending[1]) if ending else ""
        if ending and unsaid:
            kind = ending[1].upper()
            message = f"“{said(match[1])}” leads to a {kind} file, and its {unsaid} is not said."
            yield Problem(text.field, message, f"Write for example “({kind}, 120 KB)”.", match[0])


@rule("passage-language", REVIEW, "WCAG 2.2, 3.1.2", "texts")
def passage_language(text: PublishedText) -> Problems:
    """
    What: A text is in the language of its page; longer passages in another stand on a page of their own.
    Why: A screen reader reads French words with English sounds, and nobody understands them.
    How: Say it in the language of the page, or put the Welsh into the Welsh version (`name.cy.md`).
    """
    if text.language != "en" or len(text.text) < 20:
        return
    for language, words in foreign_passages(text.text):
        message = f"“{said(words)}” reads like `{language}`, and the page says it is in English."
        yield Problem(
            text.field, message, "Say it in English, or put it into the version in that language.", words
        )
