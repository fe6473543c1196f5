"""Markup: no elements from long ago, tags that match, nothing empty that only makes space."""

from __future__ import annotations

import re

from generator.proofread.catalogue import REVIEW, WARNING, on_html, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element, words_of

_OLD = {
    "center": "`text-align` in the style sheet",
    "font": "the style sheet",
    "basefont": "the style sheet",
    "big": "the style sheet",
    "tt": "`code` or the style sheet",
    "strike": "`del` or `s`",
    "acronym": "`abbr`",
    "applet": "`object`",
    "dir": "`ul`",
    "frameset": "one page with landmarks",
    "noframes": "one page",
    "isindex": "a form",
    "listing": "`pre`",
    "plaintext": "`pre`",
    "xmp": "`pre`",
    "nobr": "the style sheet",
}
_OLD_ATTRIBUTES = words_of(
    "bgcolor background vlink alink marginwidth marginheight cellpadding cellspacing hspace vspace "
    "valign nowrap noshade clear"
)
_COLOURED = frozenset({"font", "basefont", "body", "hr", "tr", "td", "table"})
_STROKES = frozenset("/\\|_()`'^~*=+<>#-")


@rule("markup-old", WARNING, "HTML Living Standard, obsolete features", "html")
def markup_old(page: HtmlPage) -> Flaws:
    """
    What: No element and no attribute is used that HTML gave up long ago.
    Why: They fix how things look, so that readers cannot have their own colours and sizes.
    How: Use the style sheet.
    """
    for element in page.elements:
        instead = _OLD.get(element.name)
        inside_svg = element.closest("svg", "math") is not None
        if instead and not inside_svg:
            yield Flaw(element, f"HTML has given up the element `{element.name}`.", f"Use {instead}.")
        old = [name for name in element.attributes if name in _OLD_ATTRIBUTES and not inside_svg]
        if "color" in element.attributes and element.name in _COLOURED:
            old.append("color")
        if old:
            yield Flaw(element, f"HTML has given up the attribute `{old[0]}`.", "Use the style sheet.")


@on_html("duplicate-html-id")
def duplicate_html_id(page: HtmlPage) -> Flaws:
    """Ids that two elements of a page share."""
    seen: set[str] = set()
    for element in page.elements:
        name = element.attributes.get("id", "").strip()
        if name and element.closest("template") is None:
            if name in seen:
                yield Flaw(
                    element, f"Another element has the id `{said(name)}` already.", "Give each its own."
                )
            seen.add(name)


@rule("tags-match", WARNING, "HTML; WCAG 2.2, 1.3.1 and 4.1.2", "html")
def tags_match(page: HtmlPage) -> Flaws:
    """
    What: Every tag that is opened is closed, and the other way round.
    Why: Browsers and screen readers then guess what belongs to what, each in its own way.
    How: Close what is open, and take the other tag out.
    """
    for place, name in page.tree.strays[:20]:
        yield Flaw(
            place, f"`</{said(name)}>` closes nothing that is open.", "Take it out, or open the element."
        )
    for element, by in page.tree.unclosed[:20]:
        ended = f" before `</{by}>`" if by else ""
        yield Flaw(
            element, f"`<{said(element.name)}>` is not closed{ended}.", f"Write `</{said(element.name)}>`."
        )


@rule("paragraph-empty", WARNING, "WCAG 2.2, 1.3.1", "html")
def paragraph_empty(page: HtmlPage) -> Flaws:
    """
    What: No paragraph is empty.
    Why: Some screen readers say "blank" at each; space is made with margins.
    How: Take it out.
    """
    for paragraph in page.told("p"):
        used = any(paragraph.get(name) for name in ("id", "class", "role", "aria-live"))
        if not paragraph.text and not list(paragraph.elements) and not used:
            yield Flaw(paragraph, "This paragraph is empty.", "Take it out.")


@rule("line-breaks", REVIEW, "WCAG 2.2, 1.3.1", "html")
def line_breaks(page: HtmlPage) -> Flaws:
    """
    What: Paragraphs are paragraphs, not lines with breaks between them.
    Why: People who use a screen reader go from paragraph to paragraph.
    How: Use `p`.
    """
    for one in page.find("br"):
        after, before = one.next(), one.previous()
        double = isinstance(after, Element) and after.name == "br"
        words = isinstance(before, str) and len(before.strip()) > 40
        if double and words and page.exposure.drawn(one):
            yield Flaw(one, "Two breaks stand in for a new paragraph.", "Use `p`.")


@rule("text-picture", REVIEW, "WCAG 2.2, 1.1.1 and 1.3.1", "html")
def text_picture(page: HtmlPage) -> Flaws:
    """
    What: `pre` holds code, not a picture or a table made of letters.
    Why: A screen reader reads every stroke aloud.
    How: Put code into `code` within `pre`; make a picture a picture with a text alternative.
    """
    for element in page.told("pre"):
        marked = any(True for _ in element.within("code", "samp", "kbd")) or element.get("role") == "img"
        raw = "".join(node for node in element.nodes() if isinstance(node, str))
        strokes, letters = sum(c in _STROKES for c in raw), sum(c.isalpha() for c in raw)
        columns = len(re.findall(r"\S {3,}\S", raw))
        if not marked and ((strokes >= 8 and strokes * 2 > letters) or columns >= 3):
            yield Flaw(
                element,
                "Here letters seem to be set as a picture or as a table.",
                "Use a picture with a text alternative, a table, or `code` for code.",
            )


@rule("article-content", REVIEW, "HTML; WCAG 2.2, 1.3.1", "html")
def article_content(page: HtmlPage) -> Flaws:
    """
    What: `article` holds something that could stand alone, a news item for example.
    Why: Screen readers count the articles of a page and offer to go to them.
    How: Use `aside`, `section` or `nav`.
    """
    for article in page.told("article"):
        parts = [one for one in article.elements if one.name not in ("h1", "h2", "h3", "h4", "h5", "h6")]
        if parts and all(one.name == "nav" for one in parts):
            yield Flaw(article, "This article holds only a menu.", "Use `aside`, `section` or `nav` alone.")


@rule("quote-indent", REVIEW, "WCAG 2.2, 1.3.1", "html")
def quote_indent(page: HtmlPage) -> Flaws:
    """
    What: `blockquote` holds the words of somebody else.
    Why: A screen reader says "quotation", which is wrong where it only sets text in.
    How: Use a margin in the style sheet.
    """
    for quote in page.told("blockquote"):
        first = quote.closest("blockquote")
        parts = {one.name for one in quote.elements}
        if first is not None or (parts and parts <= {"ul", "ol", "table", "form", "h1", "h2", "h3", "dl"}):
            yield Flaw(quote, "This quotation seems only to set text in.", "Use a margin in the style sheet.")
