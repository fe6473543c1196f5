"""Fields of forms and what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.proofread.catalogue import ERROR, REVIEW, WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element, words_of
from generator.proofread.on_demand import on_demand

_NO_FIELD = frozenset({"hidden", "submit", "button", "reset", "image"})
_FIELD_ROLES = words_of(
    "checkbox combobox listbox menuitemcheckbox menuitemradio radio searchbox slider spinbutton switch "
    "textbox"
)
_AUTOCOMPLETE = words_of(
    "name honorific-prefix given-name additional-name family-name honorific-suffix nickname username "
    "new-password current-password one-time-code organization-title organization street-address "
    "address-line1 address-line2 address-line3 address-level4 address-level3 address-level2 "
    "address-level1 country country-name postal-code cc-name cc-given-name cc-additional-name cc-family-name "
    "cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type transaction-currency transaction-amount "
    "language bday bday-day bday-month bday-year sex url photo tel tel-country-code tel-national "
    "tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email impp"
)
_REACHABLE = words_of(
    "tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix "
    "tel-extension email impp"
)
_HINT = on_demand(r"\bhint\b|help|format|e\.g\.|for example|such as|must be|it'?s on|er enghraifft", re.I)


def fields(page: HtmlPage) -> Iterator[Element]:
    """The fields that people fill in, as far as assistive technology is told of them."""
    for element in page.told("input", "select", "textarea"):
        if element.name != "input" or element.get("type").lower() not in _NO_FIELD:
            yield element


@rule("field-label", ERROR, "WCAG 2.2, 1.3.1, 3.3.2 and 4.1.2", "html")
def field_label(page: HtmlPage) -> Flaws:
    """
    What: Every field has a label that belongs to it.
    Why: A screen reader says "edit" and not what to write; and pressing the label does nothing.
    How: Write `<label for="the-field's-id">` before the field.
    """
    for field in fields(page):
        native = page.exposure.role(field) in _FIELD_ROLES or not field.has("role") or field.has("type")
        if native and page.exposure.role(field) != "none" and not page.name(field):
            kind = field.get("type").lower() or field.name
            yield Flaw(
                field,
                f"This field ({said(kind)}) has no label.",
                "Give it a `label` with `for` and the field's id.",
            )
    for element in page.elements:
        if element.get("role") and element.name not in ("input", "select", "textarea"):
            wanted = page.exposure.role(element) in _FIELD_ROLES - {"menuitemcheckbox", "menuitemradio"}
            if wanted and page.exposure.told(element) and not (page.name(element) or element.text):
                yield Flaw(
                    element, f"This {page.exposure.role(element)} has no name.", "Give it an `aria-label`."
                )


@rule("field-placeholder", REVIEW, "WCAG 2.2, 3.3.2", "html")
def field_placeholder(page: HtmlPage) -> Flaws:
    """
    What: A field has a label that stays, not only words in the field that vanish.
    Why: Once people have begun to write they no longer know what was asked.
    How: Put a `label` before the field.
    """
    for field in fields(page):
        if field.get("placeholder") and not page.names.name_without_placeholder(field):
            yield Flaw(
                field,
                f"Only the placeholder says what to write here: {said(field.get('placeholder'))}",
                "Put a `label` before the field.",
            )


@rule("label-empty", WARNING, "WCAG 2.2, 1.3.1 and 3.3.2", "html")
def label_empty(page: HtmlPage) -> Flaws:
    """
    What: Every label has words.
    Why: An empty label tells nobody what the field is for.
    How: Write the label.
    """
    for label in page.told("label"):
        if (
            not page.names.content(label, False)
            and not label.get("aria-label")
            and not label.get("aria-labelledby")
        ):
            control = page.names.labelled(label)
            if control is None or not page.name(control):
                yield Flaw(label, "This label is empty.", "Write what the field is for.")


@rule("label-target", WARNING, "WCAG 2.2, 1.3.1 and 4.1.2", "html")
def label_target(page: HtmlPage) -> Flaws:
    """
    What: Every label belongs to a field.
    Why: The words stand beside the field, and yet neither screen readers nor the mouse know of it.
    How: Write the field's id into the label's `for`.
    """
    unnamed = any(not page.name(field) for field in fields(page))
    for label in page.told("label"):
        if page.names.labelled(label) is None and label.get("id") not in page.referred:
            lost = label.has("for") and not page.has_script and label.get("for") not in page.ids
            if (unnamed and not label.has("for")) or lost:
                yield Flaw(
                    label,
                    f"The label “{said(label.text)}” belongs to no field.",
                    "Write the field's id into `for`.",
                )


@rule("label-twice", WARNING, "WCAG 2.2, 1.3.1 and 3.3.2", "html")
def label_twice(page: HtmlPage) -> Flaws:
    """
    What: A field has one label.
    Why: Some screen readers say only one of two, and often the other was meant for the next field.
    How: Correct `for`, or use a `fieldset` with a `legend` for what several fields share.
    """
    for field in fields(page):
        labels = [label for label in page.names.labels(field) if label.text]
        if len(labels) > 1 and not field.get("aria-labelledby") and not field.get("aria-label"):
            words = " and ".join(f"“{said(label.text, 30)}”" for label in labels[:2])
            yield Flaw(
                labels[1], f"Two labels are for the same field: {words}", "Correct `for` in one of them."
            )


@rule("label-same-words", REVIEW, "WCAG 2.2, 2.4.6", "html")
def label_same_words(page: HtmlPage) -> Flaws:
    """
    What: No two fields of a form have the same label.
    Why: Nobody who hears only the label knows which of the two this is.
    How: Say what is different, or put each group into a `fieldset` with a `legend`.
    """
    seen: set[tuple[str, int, str]] = set()
    for field in fields(page):
        name = page.name(field).casefold()
        group = field.closest("fieldset", "tr", "form", "section", "table") or page.body
        key = (name, id(group), _heading_before(page, field))
        if name and key in seen and field.get("type").lower() not in ("radio", "checkbox"):
            yield Flaw(
                field, f"Another field has the same label: {said(page.name(field))}", "Say what is different."
            )
        seen.add(key)


def _heading_before(page: HtmlPage, field: Element) -> str:
    place = (field.line, field.column)
    earlier = [heading.text for _, heading in page.headings if (heading.line, heading.column) < place]
    return earlier[-1] if earlier else ""


@rule("field-hint", REVIEW, "WCAG 2.2, 1.3.1 and 3.3.2", "html")
def field_hint(page: HtmlPage) -> Flaws:
    """
    What: A hint beside a field belongs to the field.
    Why: People who use a screen reader go from field to field and never hear what stands between.
    How: Give the hint an id and write it into the field's `aria-describedby`.
    """
    for field in fields(page):
        if field.get("aria-describedby") or field.get("aria-labelledby"):
            continue
        for beside in (field.previous(), field.next()):
            if isinstance(beside, Element) and beside.name in ("p", "span", "div", "small", "em"):
                hint = _HINT.search(f"{beside.get('class')} {beside.text}")
                inner = any(
                    True for _ in beside.within("input", "select", "textarea", "a", "button", "label")
                )
                if hint and beside.text and not inner and len(beside.text) < 250:
                    yield Flaw(
                        beside,
                        f"This hint does not belong to the field beside it: {said(beside.text)}",
                        "Write its id into the field's `aria-describedby`.",
                    )


@rule("autocomplete-valid", ERROR, "WCAG 2.2, 1.3.5", "html")
def autocomplete_valid(page: HtmlPage) -> Flaws:
    """
    What: `autocomplete` holds words that browsers know.
    Why: Only then can browsers fill the field in, or show a picture beside it for people who find words hard.
    How: Write for example `email`, `tel`, `given-name` or `street-address`.
    """
    toggles = ("checkbox", "radio", "file", "range", "color")
    for field in fields(page):
        words = field.get("autocomplete").lower().split()
        off = (
            field.has("disabled")
            or field.get("aria-disabled").lower() == "true"
            or _switched_off(page, field)
        )
        meant = words and words not in (["on"], ["off"]) and field.get("type").lower() not in toggles
        if meant and not off and not _known_purpose(words):
            yield Flaw(
                field,
                f"`autocomplete` holds what no browser knows: {said(' '.join(words))}",
                "Write for example `email`, `tel` or `given-name`.",
            )


def _switched_off(page: HtmlPage, field: Element) -> bool:
    index = field.get("tabindex")
    return index.startswith("-") and page.exposure.role(field) not in _FIELD_ROLES


def _known_purpose(words: list[str]) -> bool:
    """`section-… shipping|billing home|work|… purpose webauthn`, of which only the purpose must be there."""
    left = [word for word in words if word]
    if left and left[-1] == "webauthn":
        left.pop()
    if left and left[0].startswith("section-"):
        left.pop(0)
    if left and left[0] in ("shipping", "billing"):
        left.pop(0)
    if len(left) == 2 and left[0] in ("home", "work", "mobile", "fax", "pager"):
        return left[1] in _REACHABLE
    return len(left) == 1 and left[0] in _AUTOCOMPLETE


@rule("autocomplete-missing", REVIEW, "WCAG 2.2, 1.3.5", "html")
def autocomplete_missing(page: HtmlPage) -> Flaws:
    """
    What: A field for something about the person who fills it in says so to the browser.
    Why: The browser can then fill it in, which spares people with unsteady hands or a weak memory a lot.
    How: Write for example `autocomplete="email"`.
    """
    purposes = {"email": "email", "tel": "tel"}
    for field in fields(page):
        purpose = purposes.get(field.get("type").lower())
        if purpose and not field.has("autocomplete") and field.closest("form") and page.is_document:
            yield Flaw(
                field,
                f"This field could be filled in by the browser: {said(page.name(field))}",
                f'If it asks for the reader\'s own details, write `autocomplete="{purpose}"`.',
            )
