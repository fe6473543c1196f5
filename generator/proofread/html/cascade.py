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
        self._filed: dict[str, list[StyleRule]] = {}
        for rule in self.rules:
            self._filed.setdefault(_key(rule), []).append(rule)
        self._meant: dict[int, tuple[StyleRule, ...]] = {}
        self._own: dict[int, dict[str, str]] = {}

    def _rules(self, element: Element) -> tuple[StyleRule, ...]:
        """The rules that are meant for an element, in whatever state."""
        kept = self._meant.get(id(element))
        if kept is None:
            keys = (element.name, "#" + element.get("id"), "")
            classes = (f".{one}" for one in set(element.get("class").split()))
            near = (rule for key in (*keys, *classes) for rule in self._filed.get(key, ()))
            kept = tuple(rule for rule in near if matches(rule, element))
            self._meant[id(element)] = kept
        return kept

    def of(self, element: Element) -> Declarations:
        """Every property that is stated for the element itself."""
        kept = self._own.get(id(element))
        if kept is None:
            kept = self._stated(element) if self.known else {}
            self._own[id(element)] = kept
        return kept

    def _stated(self, element: Element) -> dict[str, str]:
        found = sorted(
            (rule for rule in self._rules(element) if not rule.states), key=lambda rule: rule.weight
        )
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
        yield from (rule for rule in self._rules(element) if rule.states & wanted)

    def generated(self, element: Element) -> Iterator[str]:
        """The words that style sheets put before or after the element."""
        for rule in self._rules(element):
            if rule.states & _BEFORE_AFTER and "content" in rule.declarations:
                yield rule.declarations["content"]


def _key(rule: StyleRule) -> str:
    """The id, the class or the name under which the rule is looked for."""
    last = rule.parts[-1]
    if last.ids:
        return "#" + last.ids[0]
    return "." + last.classes[0] if last.classes else last.tag
