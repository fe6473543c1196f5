"""Groups of fields, mistakes in forms, buttons, and forms that act by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.catalogue import ERROR, REVIEW, WARNING, rule
from generator.proofread.html.forms import fields
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

_MISTAKE = on_demand(r"\berrors?\b|\bproblems?\b|\bmistakes?\b|\bgwall|\bnot valid\b|\binvalid\b", re.I)
_MISTAKE_CLASS = on_demand(r"error|invalid|validation", re.I)
_WRONG = on_demand(r"\b(?:is |are )?(?:not valid|invalid|incorrect|not correct|wrong)\b", re.I)
_ADVICE = on_demand(
    r"\d|for example|e\.g\.|such as|must|should|format|use |enter |include|between|like ", re.I
)


@rule("group-legend", WARNING, "WCAG 2.2, 1.3.1 and 3.3.2", "html")
def group_legend(page: HtmlPage) -> Flaws:
    """
    What: A group of fields says what they have in common.
    Why: "Yes" and "No" mean nothing without the question.
    How: Begin the `fieldset` with a `legend` that asks the question.
    """
    for group in page.told("fieldset"):
        if group.has("disabled"):
            continue
        if page.exposure.role(group) in ("group", "radiogroup") and not page.name(group):
            legend = next((one for one in group.elements if one.name == "legend"), None)
            if legend is not None:
                yield Flaw(legend, "This legend is empty.", "Write the question that the fields answer.")
            else:
                yield Flaw(group, "This group of fields has no legend.", "Begin it with a `legend`.")


@rule("choice-group", WARNING, "WCAG 2.2, 1.3.1", "html")
def choice_group(page: HtmlPage) -> Flaws:
    """
    What: Radio buttons and tick boxes that answer one question are a group.
    Why: A screen reader says only "Yes, radio button"; the question is never heard.
    How: Put them into a `fieldset` whose `legend` asks the question.
    """
    groups: dict[tuple[str, str, int], list[Element]] = {}
    for field in fields(page):
        kind = field.get("type").lower()
        if kind in ("radio", "checkbox") and field.get("name") and not _grouped(page, field):
            groups.setdefault((kind, field.get("name"), id(field.closest("form"))), []).append(field)
    for (kind, _, _), members in groups.items():
        if len(members) > 1:
            word = "radio buttons" if kind == "radio" else "tick boxes"
            yield Flaw(
                members[0],
                f"These {len(members)} {word} belong together, and nothing says to what.",
                "Put them into a `fieldset` with a `legend`.",
            )


def _grouped(page: HtmlPage, field: Element) -> bool:
    if field.get("aria-labelledby") or field.get("aria-describedby") or len(page.name(field)) > 60:
        return True
    roles = ("group", "radiogroup", "table", "grid", "toolbar", "menu", "listbox")
    return any(outer.name == "fieldset" or outer.get("role").lower() in roles for outer in field.around())


@rule("errors-identified", WARNING, "WCAG 2.2, 3.3.1 and 1.4.1", "html")
def errors_identified(page: HtmlPage) -> Flaws:
    """
    What: Where a form says that something is wrong, it says in words which field it means.
    Why: A red border is not seen by everyone and not read out at all.
    How: Link from the summary to each field, and write the mistake beside it with `aria-describedby`.
    """
    by_form: dict[int, list[Element]] = {}
    for field in fields(page):
        by_form.setdefault(id(field.closest("form")), []).append(field)
    for form in page.find("form"):
        summary = next((one for one in form.within() if _is_summary(page, one)), None)
        inner = by_form.get(id(form), [])
        if summary is not None and len(inner) > 1 and not _named_in(page, summary, inner):
            told = any(field.get("aria-describedby") or field.get("aria-errormessage") for field in inner)
            worded = any(_MISTAKE.search(label.text) for field in inner for label in page.names.labels(field))
            if not told and not worded and not _mistakes_beside(form, summary):
                yield Flaw(
                    summary,
                    f"Nothing says which field is meant: {said(summary.text)}",
                    "Link to each field, and say beside it what is wrong.",
                )


def _is_summary(page: HtmlPage, element: Element) -> bool:
    alarming = (
        element.get("role").lower() == "alert" or _MISTAKE_CLASS.search(element.get("class")) is not None
    )
    return (
        alarming
        and element.name != "input"
        and bool(_MISTAKE.search(element.text))
        and page.exposure.drawn(element)
    )


def _named_in(page: HtmlPage, summary: Element, inner: list[Element]) -> bool:
    words = summary.text.casefold()
    return any(page.name(field) and page.name(field).casefold() in words for field in inner) or any(
        True for _ in summary.within("a", "input", "label")
    )


def _mistakes_beside(form: Element, summary: Element) -> bool:
    return any(
        _MISTAKE_CLASS.search(one.get("class"))
        and one.text
        and one is not summary
        and summary not in one.around()
        for one in form.within("span", "p", "div", "strong")
    )


@rule("error-advice", REVIEW, "WCAG 2.2, 3.3.3", "html")
def error_advice(page: HtmlPage) -> Flaws:
    """
    What: A message about a mistake says how to put it right.
    Why: "Is not valid" leaves people guessing what the form wants.
    How: Write for example "Write the number as 07700 900123".
    """
    for element in page.find("span", "p", "div", "strong", "em", "li"):
        words = element.text if page.exposure.drawn(element) else ""
        about = _MISTAKE_CLASS.search(element.get("class")) or element.get("role").lower() == "alert"
        if about and words and len(words) < 80 and _WRONG.search(words) and not _ADVICE.search(words):
            yield Flaw(
                element,
                f"This message does not say how to put it right: {said(words)}",
                "Say what is wanted, with an example.",
            )


@rule("button-name", ERROR, "WCAG 2.2, 4.1.2", "html")
def button_name(page: HtmlPage) -> Flaws:
    """
    What: Every button has a name.
    Why: A screen reader can only say "button".
    How: Write on the button what it does; a picture in it needs `alt`.
    """
    named = ("button", "menuitem", "menuitemcheckbox", "menuitemradio")
    for element in page.elements:
        button = element.name in ("button", "input", "summary") or element.get("role")
        if not button or (element.name == "input" and element.get("type").lower() == "image"):
            continue
        if page.exposure.role(element) in named and page.exposure.told(element) and not page.name(element):
            yield Flaw(element, "This button has no name.", "Write on it what it does.")


@rule("change-acts", REVIEW, "WCAG 2.2, 3.2.2", "html")
def change_acts(page: HtmlPage) -> Flaws:
    """
    What: Choosing from a list only chooses; a button then does something.
    Why: With the keyboard one goes through the list entry by entry, and the first would already act.
    How: Put a button beside the list.
    """
    buttons = [b for b in page.find("button") if b.get("type").lower() in ("", "submit")]
    buttons += [b for b in page.find("input") if b.get("type").lower() in ("submit", "image")]
    for field in page.find("select"):
        acts = bool(re.search(r"submit|location|href|open\(", field.get("onchange"), re.I))
        form = field.closest("form")
        alone = (
            page.has_script
            and page.is_document
            and not buttons
            and (form is None or not form.has("onsubmit"))
        )
        if page.exposure.drawn(field) and (acts or alone):
            yield Flaw(
                field,
                "Choosing from this list may at once lead somewhere else.",
                "Put a button beside it, and act only when it is pressed.",
            )


@rule("captcha", REVIEW, "WCAG 2.2, 1.1.1 and 3.3.8", "html")
def captcha(page: HtmlPage) -> Flaws:
    """
    What: Nobody has to pass a puzzle to prove that they are human.
    Why: Many people cannot see, hear or solve it.
    How: Keep machines out in another way, for example with a hidden field and a limit on how often.
    """
    for element in _puzzles(page):
        yield Flaw(element, "There seems to be a puzzle here to tell people from machines.", "Do without it.")
        return


def _puzzles(page: HtmlPage) -> Iterator[Element]:
    for element in page.find("iframe", "img", "input", "div"):
        marks = f"{element.get('id')} {element.get('class')} {element.get('src')} {element.get('name')}"
        if re.search(r"captcha", marks, re.I):
            yield element
