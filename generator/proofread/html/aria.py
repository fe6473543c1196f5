"""ARIA: only words that exist, and nothing hidden that people can reach."""

from __future__ import annotations

import re

from generator.proofread.catalogue import ERROR, REVIEW, WARNING, rule
from generator.proofread.html.aria_terms import ATTRIBUTES, FOREIGN_PREFIXES, NEEDED, ROLES
from generator.proofread.html.exposure import own_role, tab_index
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element


@rule("aria-role", ERROR, "WAI-ARIA 1.2; WCAG 2.2, 4.1.2", "html")
def aria_role(page: HtmlPage) -> Flaws:
    """
    What: `role` names a role that exists.
    Why: With any other word the element is announced as what it is, which the author thought was wrong.
    How: Correct the word, or take `role` out.
    """
    for element in page.elements:
        words = element.get("role").lower().split()
        known = any(word in ROLES or word.startswith(FOREIGN_PREFIXES) for word in words)
        if words and not known and page.exposure.told(element):
            yield Flaw(
                element, f"There is no role `{said(element.get('role'))}`.", "Correct it, or take it out."
            )


@rule("aria-attribute", ERROR, "WAI-ARIA 1.2; WCAG 2.2, 4.1.2", "html")
def aria_attribute(page: HtmlPage) -> Flaws:
    """
    What: Attributes that begin with `aria-` exist.
    Why: A word with a mistake in it does nothing, and what it was to say is not said.
    How: Correct the word.
    """
    for element in page.elements:
        for name in element.attributes:
            if name.startswith("aria-") and name not in ATTRIBUTES:
                yield Flaw(element, f"There is no attribute `{said(name)}`.", "Correct it, or take it out.")


@rule("aria-value", WARNING, "WAI-ARIA 1.2; WCAG 2.2, 4.1.2", "html")
def aria_value(page: HtmlPage) -> Flaws:
    """
    What: ARIA attributes hold what they may hold.
    Why: With any other value screen readers say something wrong, or nothing.
    How: Write one of the values that the message names.
    """
    for element in page.elements:
        for name, value in element.attributes.items():
            wanted = ATTRIBUTES.get(name, "text") if name.startswith("aria-") else "text"
            if value.strip() and name != "aria-hidden" and not _may_hold(wanted, value.strip()):
                allowed = ", ".join(wanted) if isinstance(wanted, tuple) else "a number"
                yield Flaw(element, f"`{name}` cannot be `{said(value)}`.", f"It can be: {allowed}.")


def _may_hold(wanted: tuple[str, ...] | str, value: str) -> bool:
    if isinstance(wanted, tuple):
        return value.lower() in wanted
    if wanted == "whole":
        return bool(re.fullmatch(r"-?\d+", value))
    return wanted != "number" or bool(re.fullmatch(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", value, re.I))


@rule("aria-needed", WARNING, "WAI-ARIA 1.2; WCAG 2.2, 4.1.2", "html")
def aria_needed(page: HtmlPage) -> Flaws:
    """
    What: A role comes with what it needs to say.
    Why: "Tick box" without "ticked" or "not ticked" is no use.
    How: Add the attribute that the message names.
    """
    for element in page.elements:
        if not element.get("role") or element.get("role").lower().split()[0] == own_role(element):
            continue
        if tab_index(element) is None and not page.exposure.focusable(element) and element.text:
            continue
        role = page.exposure.role(element)
        native = element.name in ("input", "select", "h1", "h2", "h3", "h4", "h5", "h6", "option", "meter")
        for name in NEEDED.get(role, ()) if page.exposure.told(element) and not native else ():
            separate = name == "aria-expanded" and not element.has("aria-controls")
            if not element.has(name) and not separate:
                yield Flaw(element, f"The role `{role}` needs `{name}`.", f"Add `{name}`.")


@rule("hidden-focus", ERROR, "WCAG 2.2, 4.1.2", "html")
def hidden_focus(page: HtmlPage) -> Flaws:
    """
    What: What is hidden from assistive technology cannot be reached with the keyboard.
    Why: People tab to it, and their screen reader says nothing.
    How: Take `aria-hidden` out, or hide it from everybody.
    """
    for outer in page.elements:
        if outer.get("aria-hidden").lower() != "true" or not page.exposure.drawn(outer):
            continue
        for element in (outer, *outer.within()):
            if page.exposure.tabbable(element) and not _sends_away(element):
                yield Flaw(
                    element,
                    "The keyboard gets here, and screen readers are told that nothing is here: "
                    f"{said(element.text or element.name)}",
                    "Take `aria-hidden` out, or hide it from everybody.",
                )


def _sends_away(element: Element) -> bool:
    """A guard that hands the focus on at once, at the end of a dialog for example."""
    return "focus" in element.get("onfocus").lower()


@rule("decoration-focus", WARNING, "WCAG 2.2, 4.1.2", "html")
def decoration_focus(page: HtmlPage) -> Flaws:
    """
    What: What people can work with is not marked as decoration.
    Why: Screen readers do not know whether to say it or not.
    How: Take `role="presentation"` or `role="none"` out.
    """
    for element in page.elements:
        words = element.get("role").lower().split()
        if (
            words[:1] in (["none"], ["presentation"])
            and page.exposure.tabbable(element)
            and page.exposure.told(element)
            and not _described_by_others(element)
        ):
            yield Flaw(
                element,
                "People can work with this, and it is marked as decoration: "
                f"{said(element.text or element.name)}",
                "Take the role out.",
            )


@rule("focus-nothing", WARNING, "WCAG 2.2, 2.4.3 and 4.1.2", "html")
def focus_nothing(page: HtmlPage) -> Flaws:
    """
    What: The keyboard stops only where something can be done.
    Why: People stop at it and wonder what they are to do.
    How: Take `tabindex` out; for what scrolls or opens, say with `role` what it is.
    """
    for element in page.find(
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "li", "img", "td", "strong", "em"
    ):
        acts = any(name.startswith("on") for name in element.attributes) or element.has("contenteditable")
        scrolls = page.cascade.own(element, "overflow") or page.cascade.own(element, "overflow-x")
        bare = not element.has("role") and not acts and not scrolls and not page.exposure.operable(element)
        if (
            tab_index(element) == 0
            and bare
            and page.exposure.told(element)
            and not _described_by_others(element)
        ):
            yield Flaw(
                element,
                f"The keyboard stops here, and nothing can be done: {said(element.text)}",
                "Take `tabindex` out.",
            )


def _described_by_others(element: Element) -> bool:
    return any(name.startswith("aria-") for name in element.attributes)


@rule("name-has-words", REVIEW, "WCAG 2.2, 2.5.3", "html")
def name_has_words(page: HtmlPage) -> Flaws:
    """
    What: The name of a link or a button holds the words that are seen on it.
    Why: People who speak to their device say what they see, and the device looks for that name.
    How: Begin `aria-label` with the words that are seen, or leave it out.
    """
    for element in page.elements:
        label = element.get("aria-label") or element.get("aria-labelledby")
        if label and page.exposure.role(element) in ("link", "button", "tab", "menuitem", "switch"):
            seen, name = _letters(page.names.content(element, False)), _letters(page.name(element))
            if len(seen) > 2 and seen not in name and page.exposure.told(element):
                yield Flaw(
                    element,
                    f"One sees “{said(element.text)}” here, and it is called “{said(page.name(element))}”.",
                    "Begin the name with the words that are seen.",
                )


def _letters(words: str) -> str:
    """The letters and digits of some words, for a comparison that overlooks signs and spaces."""
    return re.sub(r"[\W_]+", "", words.casefold())
