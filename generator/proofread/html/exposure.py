"""What is drawn and what assistive technology is told: hidden elements, roles, focus."""

from __future__ import annotations

from generator.proofread.html.aria_terms import ROLES
from generator.proofread.html.cascade import Cascade
from generator.proofread.html.tree import Element, words_of

_NEVER_DRAWN = words_of(
    "head script style template noscript title meta link base datalist param source track"
)
_WITHIN = {
    "article": "article",
    "aside": "complementary",
    "dialog": "dialog",
    "dd": "definition",
    "dt": "term",
    "datalist": "listbox",
    "details": "group",
    "fieldset": "group",
    "figure": "figure",
    "form": "form",
    "hr": "separator",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "iframe": "",
    "li": "listitem",
    "main": "main",
    "math": "math",
    "menu": "list",
    "meter": "meter",
    "nav": "navigation",
    "ol": "list",
    "optgroup": "group",
    "option": "option",
    "output": "status",
    "p": "paragraph",
    "progress": "progressbar",
    "section": "",
    "summary": "button",
    "table": "table",
    "tbody": "rowgroup",
    "td": "cell",
    "textarea": "textbox",
    "tfoot": "rowgroup",
    "th": "columnheader",
    "thead": "rowgroup",
    "tr": "row",
    "ul": "list",
    "button": "button",
    "blockquote": "blockquote",
    "code": "code",
    "em": "emphasis",
    "strong": "strong",
    "del": "deletion",
    "ins": "insertion",
    "sub": "subscript",
    "sup": "superscript",
    "time": "time",
}
_INPUTS = {
    "button": "button",
    "submit": "button",
    "reset": "button",
    "image": "button",
    "checkbox": "checkbox",
    "radio": "radio",
    "range": "slider",
    "number": "spinbutton",
    "search": "searchbox",
    "email": "textbox",
    "tel": "textbox",
    "text": "textbox",
    "url": "textbox",
    "": "textbox",
    "hidden": "",
    "password": "",
    "color": "",
    "date": "",
    "file": "",
    "month": "",
    "time": "",
    "week": "",
    "datetime-local": "",
}
_GLOBAL = (
    *("aria-label", "aria-labelledby", "aria-describedby", "aria-live", "aria-controls", "aria-owns"),
    *("aria-busy", "aria-atomic", "aria-current", "aria-details", "aria-relevant", "aria-flowto"),
    *("aria-keyshortcuts", "aria-roledescription"),
)


class Exposure:
    """Asks of one page whether an element is drawn, told to assistive technology, and as what."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self._drawn: dict[int, bool] = {}
        self._told: dict[int, bool] = {}
        self._boxes: dict[int, bool] = {}
        self._silent: dict[int, bool] = {}

    def drawn(self, element: Element) -> bool:
        """Whether the element can be seen, as far as the page itself tells."""
        kept = self._drawn.get(id(element))
        if kept is None:
            kept = self.has_box(element)
            kept = kept and self._cascade.inherited(element, "visibility") not in ("hidden", "collapse")
            self._drawn[id(element)] = kept
        return kept

    def has_box(self, element: Element) -> bool:
        """Whether neither it nor anything round it is taken out of the page."""
        kept = self._boxes.get(id(element))
        if kept is None:
            kept = self._box(element) and (element.parent is None or self.has_box(element.parent))
            self._boxes[id(element)] = kept
        return kept

    def _box(self, element: Element) -> bool:
        if element.name in _NEVER_DRAWN or (element.has("hidden") and element.get("hidden") != "until-found"):
            return False
        if element.name == "input" and element.get("type").lower() == "hidden":
            return False
        if element.name == "dialog" and not element.has("open"):
            return False
        return self._cascade.own(element, "display") != "none"

    def told(self, element: Element) -> bool:
        """Whether assistive technology is told of the element."""
        kept = self._told.get(id(element))
        if kept is None:
            kept = self.drawn(element) and not self._silenced(element)
            self._told[id(element)] = kept
        return kept

    def _silenced(self, element: Element) -> bool:
        kept = self._silent.get(id(element))
        if kept is None:
            kept = element.get("aria-hidden").lower() == "true"
            kept = kept or (element.parent is not None and self._silenced(element.parent))
            self._silent[id(element)] = kept
        return kept

    def focusable(self, element: Element) -> bool:
        """Whether the element can have the keyboard's focus, by script or by tabbing."""
        if not self.drawn(element) or _disabled(element):
            return False
        return tab_index(element) is not None or self.operable(element)

    def tabbable(self, element: Element) -> bool:
        """Whether tabbing stops at the element."""
        index = tab_index(element)
        return self.focusable(element) and (index is None or index >= 0)

    def operable(self, element: Element) -> bool:
        """Whether people can work the element by its nature: a link, a control, a frame."""
        if element.name in ("a", "area"):
            return element.has("href")
        if element.name == "summary":
            return element.parent is not None and element.parent.name == "details"
        if element.name in ("audio", "video"):
            return element.has("controls")
        editable = element.has("contenteditable") and element.get("contenteditable").lower() != "false"
        return editable or element.name in ("button", "input", "select", "textarea", "iframe")

    def _reached(self, element: Element) -> bool:
        """Whether the focus can get to it, so that marking it as decoration has no effect."""
        return not _disabled(element) and (self.operable(element) or tab_index(element) is not None)

    def role(self, element: Element) -> str:
        """The role that counts; empty where there is none."""
        for word in element.get("role").lower().split():
            if word in ("none", "presentation"):
                if self._reached(element) or _speaks_for_itself(element):
                    break
                return "none"
            if word in ROLES:
                return word
        return own_role(element)


def own_role(element: Element) -> str:
    """The role that an element has by its name and attributes."""
    name = element.name
    if name == "input":
        kind = element.get("type").lower()
        role = _INPUTS.get(kind, "textbox")
        return "combobox" if element.has("list") and role in ("textbox", "searchbox") else role
    if name in ("a", "area"):
        return "link" if element.has("href") else ""
    if name == "img":
        empty = element.has("alt") and not element.attributes["alt"]
        return "none" if empty and not _speaks_for_itself(element) else "img"
    if name == "select":
        size = element.get("size")
        return "listbox" if element.has("multiple") or (size.isdigit() and int(size) > 1) else "combobox"
    if name in ("header", "footer"):
        inside = element.closest("article", "aside", "main", "nav", "section")
        return "" if inside else {"header": "banner", "footer": "contentinfo"}[name]
    return _WITHIN.get(name, "")


def _speaks_for_itself(element: Element) -> bool:
    return any(element.get(attribute) for attribute in _GLOBAL)


def _disabled(element: Element) -> bool:
    control = element.name in ("button", "input", "select", "textarea")
    if not control:
        return False
    return element.has("disabled") or any(
        outer.name == "fieldset" and outer.has("disabled") for outer in element.around()
    )


def tab_index(element: Element) -> int | None:
    """The number in `tabindex`; `None` where there is none."""
    value = element.get("tabindex")
    return int(value) if value.lstrip("-+").isdecimal() and value.isascii() and len(value) < 9 else None
