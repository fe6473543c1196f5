"""Where links lead, and what people should know before they follow them."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from generator.proofread.catalogue import REVIEW, WARNING, on_html, rule
from generator.proofread.html.link_names import links
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

DOCUMENT = on_demand(r"\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip|epub)$", re.I)
"""Endings of addresses that are not pages."""

_MEDIA = on_demand(r"\.(mp3|wav|ogg|m4a|aac|mp4|mov|avi|wmv|webm|flv|mpe?g|m4v)$", re.I)
_PICTURE = on_demand(r"\.(jpe?g|png|gif|webp|bmp|tiff?)$", re.I)
_FORMATS = {
    "pdf": "pdf",
    "doc": "word|doc",
    "docx": "word|docx?",
    "xls": "excel|spreadsheet|xls",
    "xlsx": "excel|spreadsheet|xlsx?",
    "ppt": "powerpoint|presentation|ppt",
    "csv": "csv|spreadsheet",
    "pptx": "powerpoint|presentation|pptx?",
    "odt": "odt|opendocument",
    "ods": "ods|opendocument",
    "odp": "odp|opendocument",
    "rtf": "rtf|rich text",
    "zip": "zip",
    "epub": "epub",
}
_SIZE = on_demand(r"\d\s*(?:[kKmMgG]i?[bB]|bytes|pages?|tudalen)\b")
_NEW = on_demand(
    r"new (?:window|tab|page)|separate (?:window|tab)|(?:ffenestr|tab) newydd|external|opens in", re.I
)


def missing_facts(words: str, ending: str) -> str:
    """What a reader is not told of a document before it opens: its format, its size, or neither."""
    unsaid = []
    if not re.search(rf"\b(?:{_FORMATS[ending.lower()]})\b", words, re.I):
        unsaid.append("format")
    if not _SIZE.search(words):
        unsaid.append("size")
    return " and ".join(unsaid)


def _ending(link: Element, pattern: re.Pattern[str]) -> str:
    try:
        match = pattern.search(urlsplit(link.get("href")).path)
    except ValueError:
        return ""
    return match[1] if match else ""


def _near(page: HtmlPage, link: Element) -> str:
    """The link's words and what stands just before and after it."""
    beside = (one.text if isinstance(one, Element) else one for one in (link.next(),) if one is not None)
    return " ".join((page.name(link), link.text, link.get("title"), " ".join(beside)[:60]))


@rule("link-document", REVIEW, "WCAG 2.2, 2.4.4 and 3.2.5", "html")
def link_document(page: HtmlPage) -> Flaws:
    """
    What: A link to a PDF or another document says so, with the size.
    Why: It opens another program or a long download, and many people cannot read it on their device.
    How: Write for example "Style guide (PDF, 240 KB)".
    """
    for link in links(page):
        ending = _ending(link, DOCUMENT)
        unsaid = missing_facts(_near(page, link), ending) if ending else ""
        if unsaid:
            yield Flaw(
                link,
                f"“{said(page.name(link))}” leads to a {ending.upper()} file, and its {unsaid} is not said.",
                f"Write for example “{said(page.name(link), 30)} ({ending.upper()}, 240 KB)”.",
            )


@rule("link-recording", REVIEW, "WCAG 2.2, 1.2.1 to 1.2.3", "html")
def link_recording(page: HtmlPage) -> Flaws:
    """
    What: Beside a link to a sound or a video there is a transcript.
    Why: People who cannot hear or see it learn nothing from it.
    How: Put the words on a page and link to it beside the recording.
    """
    if re.search(r"\btranscript|\btrawsgrifiad", page.text, re.I):
        return
    for link in links(page):
        if _ending(link, _MEDIA):
            yield Flaw(
                link,
                f"“{said(page.name(link))}” leads to a recording, and no transcript is offered.",
                "Link to a transcript beside it.",
            )


@rule("link-to-picture", REVIEW, "WCAG 2.2, 1.1.1", "html")
def link_to_picture(page: HtmlPage) -> Flaws:
    """
    What: A link does not lead to a bare picture file.
    Why: A picture alone has no text alternative, and no way back.
    How: Link to a page that shows the picture with its text alternative.
    """
    for link in links(page):
        if _ending(link, _PICTURE):
            yield Flaw(
                link,
                f"“{said(page.name(link))}” leads to a picture file, which has no text alternative.",
                "Link to a page that shows it.",
            )


@rule("link-new-window", WARNING, "WCAG 2.2, 3.2.5", "html")
def link_new_window(page: HtmlPage) -> Flaws:
    """
    What: A link that opens a new window says so.
    Why: The way back is gone, and people who cannot see the window do not know why.
    How: Take `target` out, or write "(opens in a new tab)" in the link.
    """
    for link in links(page):
        opens = link.get("target").lower() == "_blank"
        told = f"{page.name(link)} {link.get('title')} {_described(page, link)}"
        if (
            opens
            and not _NEW.search(told)
            and not any("window" in i.get("alt").lower() for i in link.within("img"))
        ):
            yield Flaw(
                link,
                f"“{said(page.name(link))}” opens a new window without saying so.",
                "Take `target` out, or write “(opens in a new tab)” in the link.",
            )


def _described(page: HtmlPage, link: Element) -> str:
    return " ".join(page.ids[one].text for one in link.get("aria-describedby").split() if one in page.ids)


@rule("link-script", WARNING, "WCAG 2.2, 2.1.1 and 4.1.2", "html")
def link_script(page: HtmlPage) -> Flaws:
    """
    What: A link leads somewhere; what runs a script is a button.
    Why: Such a link cannot be opened in a tab, does nothing without scripts, and promises a page.
    How: Use a `button`.
    """
    for link in page.told("a"):
        if re.sub(r"\s", "", link.get("href")).lower().startswith("javascript:"):
            yield Flaw(link, f"“{said(page.name(link))}” is a link that runs a script.", "Use a button.")


@rule("link-nowhere", REVIEW, "WCAG 2.2, 4.1.2", "html")
def link_nowhere(page: HtmlPage) -> Flaws:
    """
    What: A link leads somewhere.
    Why: `#` leads to the top of the page, which is not what people expect.
    How: Write the address, or use a `button` where it does something.
    """
    for link in links(page) if page.is_document else ():
        if link.get("href") == "#" and not re.search(r"\b(?:top|up|brig)\b", page.name(link), re.I):
            yield Flaw(
                link, f"“{said(page.name(link))}” leads nowhere (`#`).", "Write the address, or use a button."
            )


@on_html("dead-anchor")
def dead_anchor(page: HtmlPage) -> Flaws:
    """The links within the page whose part is not there."""
    names = {anchor.get("name") for anchor in page.find("a")}
    for link in links(page) if not page.has_script else ():
        part = unquote(link.get("href")[1:]) if link.get("href").startswith("#") else ""
        if (
            part
            and part != "top"
            and part not in page.ids
            and part not in names
            and not re.search(r"[=!/:]", part)
        ):
            yield Flaw(
                link,
                f"“{said(page.name(link))}” leads to a part that does not exist: #{said(part)}",
                "Correct it.",
            )


@rule("skip-link", REVIEW, "WCAG 2.2, 2.4.1", "html")
def skip_link(page: HtmlPage) -> Flaws:
    """
    What: On a page with a menu, the first link leads past it.
    Why: People who use a keyboard would go through the whole menu on every page.
    How: Begin the page with a link "Skip to main content" to `#main`.
    """
    menu = next((nav for nav in page.find("nav") if len(list(nav.within("a"))) >= 5), None)
    told = [link for link in page.find("a") if link.has("href")]
    if page.is_document and menu is not None and told:
        before = [link for link in told[:3] if link.get("href").startswith("#")]
        if not before and not page.find("main"):
            yield Flaw(menu, "Nothing leads past this menu.", "Begin the page with a link to its main part.")
