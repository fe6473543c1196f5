"""PyYAML's nodes → values. Only what editors need of YAML 1.2's core schema is something else than text."""

from __future__ import annotations

import re
from sys import intern

import yaml

from generator.load.documents import Value
from generator.load.files import CONTROL

_PLAIN = re.compile(
    r"(?P<null>~|null|)|(?P<bool>true|false)|(?P<int>0|-?[1-9][0-9]*)|(?P<float>-?(?:0|[1-9][0-9]*)\.[0-9]+)"
)
"""The plain forms that are something else than text; any other is text."""

_PERHAPS_NO_TEXT = frozenset("~tfn-0123456789")
"""How they begin."""


# PyYAML has its quick reader only where libyaml was there when it was built, which no type can say.
class Reader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's reader without YAML 1.1's many plain forms: what a value is, is for `scalar` to say."""

    def resolve(self, *_: object) -> str:
        """No tag, for any node."""
        return ""

    def descend_resolver(self, *_: object) -> None:
        """Nothing depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """Nothing depends on where a node stands."""


class Odd(Exception):
    """There is something in the file that has to be told with its place."""


def value_of(node: yaml.Node, seen: set[int]) -> Value:
    """What a node says. Raises Odd where there is something about it to tell."""
    if id(node) in seen:
        raise Odd
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return tuple(value_of(child, seen) for child in node.value)
    if isinstance(node, yaml.ScalarNode):
        if deserves_a_look(node):
            raise Odd
        return scalar(node)
    values: dict[str, Value] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value in values or deserves_a_look(key):
            raise Odd
        values[intern(str(key.value))] = value_of(child, seen)  # the same few keys stand in every file
    return values


def deserves_a_look(node: yaml.ScalarNode) -> bool:
    """Whether a text may be a slip. It is asked of every text, so it looks at little."""
    if node.style == '"':
        return CONTROL.search(node.value) is not None
    return not node.style and " - " in node.value and bool(node.end_mark.line > node.start_mark.line)


def scalar(node: yaml.Node) -> str | int | float | bool | None:
    """A single value; what stands in quotes is text."""
    quoted = isinstance(node, yaml.ScalarNode) and node.style
    return str(node.value) if quoted else _plain(str(node.value))


def _plain(text: str) -> str | int | float | bool | None:
    """A value that is not in quotes, by its form."""
    form = _PLAIN.fullmatch(text) if text[:1] in _PERHAPS_NO_TEXT or not text else None
    kind = form.lastgroup if form else ""
    if kind == "null":
        return None
    if kind == "bool":
        return text == "true"
    if kind == "int":
        return int(text) if len(text) < 19 else text
    if kind == "float":
        return float(text)
    return text if " " in text else intern(text)  # so do ids, and the words of choices like `stated`
