"""Languages of a page and of its parts, and the direction in which they run."""

from __future__ import annotations

import re

from generator.proofread.catalogue import ERROR, REVIEW, WARNING, rule
from generator.proofread.html.languages import foreign_passages, is_language, reads_like
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, primary, said
from generator.proofread.html.tree import UNSPOKEN, Element, words_of

RIGHT_TO_LEFT = words_of("ar he fa ur yi ps sd dv ug iw")


@rule("language-fits", WARNING, "WCAG 2.2, 3.1.1 and 3.1.2", "html")
def language_fits(page: HtmlPage) -> Flaws:
    """
    What: The language that is stated is the one in which the text is written.
    Why: A screen reader would read English with a French voice, which nobody understands.
    How: Correct `lang`.
    """
    main = page.find("html")[:1]
    if main and page.language:
        found = reads_like(_own_words(page.body), enough=12)
        if found and found != page.language and is_language(page.language):
            yield Flaw(
                main[0],
                f"The page says it is in `{said(main[0].get('lang'))}`, and reads like `{found}`.",
                f'Write `lang="{found}"`.',
            )
    for element in page.elements:
        stated = primary(element.get("lang")) if element.name != "html" and element.has("lang") else ""
        found = reads_like(_own_words(element), enough=2) if stated and page.exposure.drawn(element) else ""
        if found and is_language(stated) and found != stated:
            yield Flaw(
                element,
                f"This says it is in `{said(stated)}`, and reads like `{found}`: {said(element.text)}",
                f'Write `lang="{found}"`.',
            )


def _own_words(outer: Element) -> str:
    """The words in an element, those left out that are said to be in another language."""
    words: list[str] = []
    waiting: list[Element | str] = list(reversed(outer.children))
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            words.append(node)
        elif not node.has("lang") and node.name not in UNSPOKEN:
            waiting.extend((" ", *reversed(node.children)))
    return "".join(words)


@rule("language-code", ERROR, "WCAG 2.2, 3.1.2", "html")
def language_code(page: HtmlPage) -> Flaws:
    """
    What: `lang` names a language that exists.
    Why: With a name that nobody knows the text is read with the wrong voice.
    How: Write for example `cy` for Welsh, `fr` for French, `ur` for Urdu.
    """
    for element in page.elements:
        stated = element.get("lang")
        if stated and element.name != "html" and not is_language(stated) and _speaks(page, element):
            yield Flaw(element, f"`{said(stated)}` is no language.", "Write for example `cy` or `fr`.")


def _speaks(page: HtmlPage, element: Element) -> bool:
    """Whether there are words in it that no element within gives another language."""
    waiting: list[Element | str] = list(element.children)
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            if node.strip() and page.exposure.has_box(element):
                return True
        elif not node.has("lang") and page.exposure.drawn(node):
            if node.get("alt"):
                return True
            waiting.extend(node.children)
    return False


@rule("language-of-parts", REVIEW, "WCAG 2.2, 3.1.2", "html")
def language_of_parts(page: HtmlPage) -> Flaws:
    """
    What: A passage in another language says so.
    Why: A screen reader reads French words with English sounds, and nobody understands them.
    How: Put the passage into `<span lang="fr">`.
    """
    for block in page.find("p", "li", "td", "dd", "blockquote", "h1", "h2", "h3", "div", "q", "body"):
        if block.get("lang") or not page.exposure.drawn(block) or (page.language or "en") != "en":
            continue
        own = "".join(one if isinstance(one, str) else f" {_inline(one)} " for one in block.children)
        inherited = next((primary(outer.get("lang")) for outer in block.around() if outer.get("lang")), "en")
        for language, words in foreign_passages(own) if inherited == "en" else ():
            yield Flaw(
                block,
                f"“{said(words)}” reads like `{language}`, and nothing says so.",
                f'Put it into `<span lang="{language}">`.',
            )


def _inline(element: Element) -> str:
    inline = ("b", "strong", "em", "i", "span", "q", "cite", "font", "u", "a")
    return element.text if element.name in inline and not element.get("lang") else ""


@rule("text-direction", WARNING, "WCAG 2.2, 1.3.2", "html")
def text_direction(page: HtmlPage) -> Flaws:
    """
    What: Text runs in the direction of its language.
    Why: Full stops and numbers jump to the wrong place, and the lines begin on the wrong side.
    How: Write `dir="rtl"` beside `lang="ar"`, and leave it out for English.
    """
    for element in page.elements:
        language = primary(element.get("lang"))
        if not language or not element.text:
            continue
        stated = next((one.get("dir").lower() for one in (element, *element.around()) if one.get("dir")), "")
        leftwards = language in RIGHT_TO_LEFT
        if leftwards and stated not in ("rtl", "auto") and re.search(r"[\u0590-\u08ff]", element.text):
            yield Flaw(
                element,
                f"This text in `{language}` runs from right to left, and nothing says so.",
                'Add `dir="rtl"`.',
            )
        elif not leftwards and element.get("dir").lower() == "rtl" and is_language(language):
            yield Flaw(element, f"This text in `{language}` is set from right to left.", "Take `dir` out.")
