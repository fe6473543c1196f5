"""Which value a property has on an element, as far as the page and the style sheets at hand tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.proofread.html.styles import Declarations, StyleRule, declarations, matches, sheet
from generator.proofread.html.tree import Element

_BEFORE_AFTER = frozenset({":before", ":after", "::before", "::after"})


class Cascade:
    """The styles of one page: its style attributes, its style elements and the sheets it links to."""

    def __init__(self, elements: Sequence[Element], linked: Sequence[str] = ()) -> None:
        blocks = [
            "".join(child for child in element.children if isinstance(child, str))
            for element in elements
            if element.name == "style" and element.get("media").lower() in ("", "all", "screen")
        ]
        self.rules: list[StyleRule] = []
        for number, text in enumerate((*linked, *blocks)):
            self.rules += sheet(text, number * 100_000)
        self.known = bool(self.rules) or any(element.has("style") for element in elements)
        self._plain = [rule for rule in self.rules if not rule.states]
        self._own: dict[int, dict[str, str]] = {}

    def of(self, element: Element) -> Declarations:
        """Every property that is stated for the element itself."""
        kept = self._own.get(id(element))
        if kept is None:
            kept = self._stated(element) if self.known else {}
            self._own[id(element)] = kept
        return kept

    def _stated(self, element: Element) -> dict[str, str]:
        found = sorted((rule for rule in self._plain if matches(rule, element)), key=lambda rule: rule.weight)
        layers = [rule.declarations for rule in found]
        layers.append(declarations(element.get("style")) if element.has("style") else {})
        stated: dict[str, str] = {}
        strong: set[str] = set()
        for layer in layers:
            for name, value in layer.items():
                important = value.lower().endswith("!important")
                if important or name not in strong:
                    stated[name] = value[:-10].strip() if important else value
                    strong |= {name} if important else set()
        return stated

    def own(self, element: Element, name: str) -> str:
        """The value stated for the element itself, in small letters; empty where none is."""
        return self.of(element).get(name, "").lower() if self.known else ""

    def inherited(self, element: Element, name: str) -> str:
        """The value stated for the element or the nearest one round it."""
        if not self.known:
            return ""
        for one in (element, *element.around()):
            value = self.own(one, name)
            if value and value not in ("inherit", "unset"):
                return value
        return ""

    def in_state(self, element: Element, *states: str) -> Iterator[StyleRule]:
        """The rules that hold for the element in one of the states, `:focus` for example."""
        wanted = set(states)
        for rule in self.rules:
            if rule.states & wanted and matches(rule, element):
                yield rule

    def generated(self, element: Element) -> Iterator[str]:
        """The words that style sheets put before or after the element."""
        for rule in self.rules:
            if rule.states & _BEFORE_AFTER and "content" in rule.declarations and matches(rule, element):
                yield rule.declarations["content"]
