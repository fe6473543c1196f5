"""YAML, read strictly: every value with its place, and nothing guessed.

Only what editors need of YAML 1.2's core schema is kept: text, whole numbers, decimals,
`true`/`false`, nothing. `no`, `NO`, `on`, `12:30`, dates and numbers with leading zeros are
text. Duplicate keys, aliases, tags and several documents in a file are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from generator.diagnostics import Finding, Location, Severity
from generator.load.documents import FieldPath, Value
from generator.load.files import SourceFile
from generator.load.yaml_errors import syntax_error

DEEPEST = 24
"""Levels that values may be nested; the schema needs 7."""

_MANY_DASHES = re.compile(rf"(?:[-?:] +){{{DEEPEST // 2},}}")
_SIGNED = re.compile(r"(?:^|[-?:,\[{]) *[&!]", re.M)
"""A value that begins with `&` or `!`."""

_ODD_INDENT = re.compile(r"^ *[^\S \n]", re.M)

_PLAIN = re.compile(
    r"(?P<null>~|null|)|(?P<bool>true|false)|(?P<int>0|-?[1-9][0-9]*)|(?P<float>-?(?:0|[1-9][0-9]*)\.[0-9]+)"
)
"""The plain forms that are something else than text; any other is text."""

_PERHAPS_NO_TEXT = frozenset("~tfn-0123456789")
"""How they begin."""


class _Reader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's reader without YAML 1.1's many plain forms: what a value is, is for `_plain` to say."""

    def resolve(self, *_: object) -> str:
        """No tag, for any node."""
        return ""

    def descend_resolver(self, *_: object) -> None:
        """Nothing depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """Nothing depends on where a node stands."""


class _Refused(Exception):
    """Carries a finding out of the depths of a file."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


@dataclass(slots=True)
class Parsed:
    """The value of a YAML text, the place of every key and entry, and what was wrong."""

    value: Value = None
    marks: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def parse(source: SourceFile, first_line: int = 1) -> Parsed:
    """Reads one YAML text that begins on line `first_line` of its file."""
    builder = _Builder(source.path, first_line)
    try:
        _refuse_tabs(source, first_line)
        _refuse_events(source.text, builder)
        node = yaml.compose(source.text, Loader=_Reader)
        if node is not None:
            builder.parsed.value = builder.value(node, ())
    except _Refused as refused:
        builder.parsed.findings.append(refused.finding)
    except yaml.MarkedYAMLError as error:
        builder.parsed.findings.append(builder.unreadable(error, source))
    except yaml.YAMLError:
        builder.parsed.findings.append(builder.problem("yaml-syntax", (1, 1), "This is not YAML.", ""))
    return builder.parsed


def _refuse_tabs(source: SourceFile, first_line: int) -> None:
    if not _ODD_INDENT.search(source.text):
        return
    for number, line in enumerate(source.text.split("\n"), first_line):
        indent = line[: len(line) - len(line.lstrip())]
        odd = next((position for position, sign in enumerate(indent, 1) if sign != " "), 0)
        if odd and line.strip():
            sign = "tab" if indent[odd - 1] == "\t" else "space that is not an ordinary one"
            raise _Refused(
                Finding(
                    "yaml-tab",
                    Severity.ERROR,
                    f"This line begins with a {sign}.",
                    Location(source.path, number, odd),
                    "Use two ordinary spaces for each step to the right.",
                )
            )


def _refuse_events(text: str, builder: _Builder) -> None:
    """Refuses, before values are composed, what composing would crash on or swallow.

    Composing recurses in C, so depth is counted here; and it drops the word after `&` or `!`.
    Few files can hold any of this, so that only those are gone through event by event.
    """
    brackets = text.count("[") + text.count("{")
    signed = ("&" in text or "!" in text) and _SIGNED.search(text)
    if brackets <= DEEPEST and " " * DEEPEST not in text and not signed and not _MANY_DASHES.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Reader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _Refused(builder.too_deep(builder.mark(event)))
        if isinstance(event, yaml.NodeEvent) and event.anchor and not isinstance(event, yaml.AliasEvent):
            raise _Refused(builder.sign("yaml-alias", "&", builder.mark(event)))
        if getattr(event, "tag", None):
            raise _Refused(builder.sign("yaml-tag", "!", builder.mark(event)))


class _Builder:
    """Turns PyYAML's nodes into values and notes where each stands."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.offset = first_line
        self.parsed = Parsed()
        self.seen: set[int] = set()

    def problem(self, rule: str, mark: tuple[int, int], message: str, hint: str) -> Finding:
        return Finding(rule, Severity.ERROR, message, Location(self.path, *mark), hint)

    def too_deep(self, mark: tuple[int, int]) -> Finding:
        return self.problem(
            "yaml-nesting",
            mark,
            f"Values are nested more than {DEEPEST} levels deep here.",
            "No field needs that many; look for brackets that were typed by mistake.",
        )

    def unreadable(self, error: yaml.MarkedYAMLError, source: SourceFile) -> Finding:
        """What the reader stumbled over; it counts levels itself and may give up before we do."""
        mark = error.problem_mark
        if mark and "nesting depth" in f"{error.problem}":
            return self.too_deep((mark.line + self.offset, mark.column + 1))
        return syntax_error(error, source, self.offset)

    def mark(self, node: yaml.Node | yaml.Event) -> tuple[int, int]:
        start = node.start_mark
        return (start.line + self.offset, start.column + 1) if start else (self.offset, 1)

    def value(self, node: yaml.Node, way: FieldPath) -> Value:
        if id(node) in self.seen:
            raise _Refused(self.alias(way))
        if way not in self.parsed.marks:
            self.parsed.marks[way] = self.mark(node)
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self.pairs(node, way))
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(child, (*way, n)) for n, child in enumerate(node.value))
        quoted = isinstance(node, yaml.ScalarNode) and node.style
        return str(node.value) if quoted else _plain(str(node.value))

    def pairs(self, node: yaml.MappingNode, way: FieldPath) -> Iterator[tuple[str, Value]]:
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            mark = self.mark(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                raise _Refused(
                    self.problem("yaml-syntax", mark, "A key must be a word.", "Put the text in quotes.")
                )
            key = str(key_node.value)
            if key in first:
                self.parsed.findings.append(self.duplicate(key, mark, first[key]))
                continue
            first[key] = mark[0]
            self.parsed.marks[(*way, key)] = mark
            yield key, self.value(value_node, (*way, key))

    def duplicate(self, key: str, mark: tuple[int, int], line: int) -> Finding:
        return self.problem(
            "yaml-duplicate-key",
            mark,
            f"`{key}` is given twice here; the first time on line {line}.",
            "Keep one of the two.",
        )

    def alias(self, way: FieldPath) -> Finding:
        return self.problem(
            "yaml-alias",
            self.parsed.marks.get(way) or self.parsed.marks[way[:-1]],
            "This repeats another part of the file with `*`.",
            "Write it out in full: a reader must see what is published.",
        )

    def sign(self, rule: str, sign: str, mark: tuple[int, int]) -> Finding:
        return self.problem(
            rule,
            mark,
            f"YAML gives `{sign}` at the beginning of a value a meaning of its own.",
            f"Put the text in quotes, or take the word with `{sign}` out.",
        )


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
    return float(text) if kind == "float" else text
