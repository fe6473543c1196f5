"""The accessible name of an element, in the part of the standard's computation that pages need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.proofread.html.aria_terms import NAMED_BY_CONTENT
from generator.proofread.html.exposure import Exposure
from generator.proofread.html.tree import APART, Element

_DEFAULTS = {"submit": "Submit", "reset": "Reset", "image": ""}
_TITLED_BY = {"fieldset": "legend", "table": "caption", "figure": "figcaption", "svg": "title"}
LABELLED = frozenset({"input", "select", "textarea", "meter", "progress", "output", "button"})
"""Elements that a label can name."""


class Names:
    """Asks of one page what its elements are called."""

    def __init__(self, exposure: Exposure, ids: Mapping[str, Element], labels: Sequence[Element]) -> None:
        self._exposure = exposure
        self._ids = ids
        self._labels: dict[int, list[Element]] = {}
        for label in labels:
            control = self.labelled(label)
            if control is not None:
                self._labels.setdefault(id(control), []).append(label)

    def labelled(self, label: Element) -> Element | None:
        """The control that a label is for."""
        if label.has("for"):
            target = self._ids.get(label.get("for"))
            return target if target is not None and target.name in LABELLED else None
        return next((inner for inner in label.within(*LABELLED) if inner.get("type") != "hidden"), None)

    def labels(self, control: Element) -> Sequence[Element]:
        """The labels of a control."""
        return self._labels.get(id(control), ())

    def name(self, element: Element) -> str:
        """What assistive technology calls the element; empty where it has no name."""
        named = self._by_reference(element) or _one_line(element.get("aria-label"))
        return named or self._native(element) or self._from_content(element) or self._last_resort(element)

    def name_without_placeholder(self, element: Element) -> str:
        """The name of a field, not counting a placeholder."""
        named = self._by_reference(element) or _one_line(element.get("aria-label"))
        return named or self._native(element) or _one_line(element.get("title"))

    def _by_reference(self, element: Element) -> str:
        targets = (self._ids.get(name) for name in element.get("aria-labelledby").split())
        return " ".join(self._spoken(target) for target in targets if target is not None).strip()

    def _spoken(self, target: Element) -> str:
        """The words of an element that another one refers to; that it is hidden does not matter."""
        own = _one_line(target.get("aria-label"))
        if target.name in ("img", "area", "input"):
            own = own or _one_line(target.get("alt")) or target.get("value")
        hidden = not self._exposure.told(target)
        return own or self._words(target, hidden, False) or _one_line(target.get("title"))

    def _native(self, element: Element) -> str:
        name, kind = element.name, element.get("type").lower()
        if name in ("img", "area") or (name == "input" and kind == "image"):
            return _one_line(element.get("alt"))
        if name == "input" and kind in ("button", "submit", "reset"):
            value = element.get("value") if element.has("value") else _DEFAULTS.get(kind, "")
            return value or self._label_words(element)
        if name in LABELLED:
            return self._label_words(element)
        if name in _TITLED_BY:
            part = next((one for one in element.elements if one.name == _TITLED_BY[name]), None)
            return self.content(part, part.name == "title") if part is not None else ""
        return ""

    def _label_words(self, control: Element) -> str:
        return " ".join(self.content(label, False) for label in self.labels(control)).strip()

    def _from_content(self, element: Element) -> str:
        by_content = element.name in ("a", "button", "summary", "label", "legend", "caption", "object")
        return self.content(element, False) if by_content or self._role(element) in NAMED_BY_CONTENT else ""

    def _role(self, element: Element) -> str:
        return self._exposure.role(element)

    def _last_resort(self, element: Element) -> str:
        found = _one_line(element.get("title"))
        return found or (
            _one_line(element.get("placeholder")) if element.name in ("input", "textarea") else ""
        )

    def content(self, element: Element, hidden: bool) -> str:
        """The words in an element as they are read out; `hidden` counts what is not drawn too."""
        return self._words(element, hidden, True)

    def _words(self, element: Element, hidden: bool, follow: bool) -> str:
        """The same; references within are followed once only, or two could lead to each other for ever."""
        words: list[str] = []
        waiting: list[Element | str] = list(reversed(element.children))
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                words.append(node)
            elif node.name not in ("script", "style", "template") and (hidden or self._exposure.told(node)):
                apart = " " if node.name in APART else ""
                own = self._inner_name(node, follow)
                words.append(apart + own + apart)
                waiting.extend((apart,) if own else (apart, *reversed(node.children)))
        return _one_line("".join(words))

    def _inner_name(self, node: Element, follow: bool) -> str:
        """The name of a part that is read out in place of what stands in it."""
        own = self._by_reference(node) if follow and node.has("aria-labelledby") else ""
        own = own or _one_line(node.get("aria-label"))
        if not own and node.name in ("img", "area", "svg", "input"):
            button = node.get("type").lower() in ("button", "submit", "reset")
            own = self._native(node) if node.name != "input" or button else ""
            own = own or (_one_line(node.get("title")) if node.name != "input" else "")
        return own


def _one_line(text: str) -> str:
    return " ".join(text.split())
