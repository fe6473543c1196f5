"""The page as a whole: title, language, zoom, forwarding, frames."""

from __future__ import annotations

import re

from generator.proofread.catalogue import ERROR, REVIEW, on_html, rule
from generator.proofread.html.languages import is_language
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.on_demand import on_demand

_SAYS_NOTHING = on_demand(
    r"(?:untitled|new page|page ?\d*|home ?page|home|index|document|title|welcome|test|website"
    r"|web page|my page|untitled document|default|main|(?:[\w-]+\.(?:html?|php|aspx?)))\W*",
    re.I,
)
_REFRESH = on_demand(r"\s*(\d+)(?:\.[\d.]*)?(?:$|[;,\s])")


@on_html("page-language")
def page_language(page: HtmlPage) -> Flaws:
    """The language that the page itself states."""
    for element in page.find("html")[:1] if page.is_document else ():
        stated = element.get("lang")
        if not stated and not element.get("xml:lang"):
            yield Flaw(
                element, "This page does not say which language it is in.", 'Write `<html lang="en">`.'
            )
        elif not is_language(stated or element.get("xml:lang")) or (element.has("lang") and not stated):
            yield Flaw(
                element,
                f"`{said(stated) or 'lang'}` is no language.",
                'Write for example `lang="en"` or `lang="cy"`.',
            )


@on_html("page-title")
def page_title(page: HtmlPage) -> Flaws:
    """The title that tabs, bookmarks and search results show."""
    titles = [title for title in page.find("title") if title.closest("svg") is None]
    if titles and not titles[0].text:
        yield Flaw(titles[0], "The title of this page is empty.", "Write what the page is about.")
    elif not titles and page.is_document and page.text:
        yield Flaw(page.start, "This page has no title.", "Write `<title>` into the head.")


@rule("title-words", REVIEW, "WCAG 2.2, 2.4.2", "html")
def title_words(page: HtmlPage) -> Flaws:
    """
    What: The title of a page says what the page is about.
    Why: It is what people hear first, and what tabs and bookmarks show.
    How: Begin with what is particular to this page, then the name of the site.
    """
    for title in page.find("title")[:1]:
        if title.closest("svg") is None and title.text and _SAYS_NOTHING.fullmatch(title.text):
            yield Flaw(
                title, f"“{said(title.text)}” does not say what this page is about.", "Say what it is about."
            )


@rule("page-refresh", ERROR, "WCAG 2.2, 2.2.1, 2.2.4 and 3.2.5", "html")
def page_refresh(page: HtmlPage) -> Flaws:
    """
    What: A page does not load anew or go elsewhere by itself after a while.
    Why: People who read slowly lose their place, or what they have written.
    How: Forward at once (0 seconds, better still on the server), or leave it to the reader.
    """
    for meta in page.find("meta"):
        match = _REFRESH.match(meta.get("content"))
        if meta.get("http-equiv").lower() == "refresh" and match:
            if 0 < int(match[1][:9]) <= 72_000:
                yield Flaw(
                    meta,
                    f"This page goes on by itself after {match[1]} seconds.",
                    "Let the reader decide when.",
                )
            return


@rule("zoom-allowed", ERROR, "WCAG 2.2, 1.4.4", "html")
def zoom_allowed(page: HtmlPage) -> Flaws:
    """
    What: Readers can make the page larger.
    Why: On a telephone that is how people with weak eyes read.
    How: Take `user-scalable` and `maximum-scale` out.
    """
    for meta in page.find("meta"):
        content = meta.get("content").lower()
        if meta.get("name").lower() == "viewport" and content:
            most = re.search(r"maximum-scale\s*=\s*([^,;\s]+)", content)
            still = re.search(r"user-scalable\s*=\s*(?:no\b|(?:0|[+-]?0?\.\d+)(?![\d.]))", content)
            small = most is not None and re.match(r"[01](?:\.\d+)?$|0?\.\d+$|no$|yes$", most[1]) is not None
            if still or small:
                yield Flaw(
                    meta,
                    "Readers cannot make this page twice as large.",
                    "Take `user-scalable` and `maximum-scale` out.",
                )
