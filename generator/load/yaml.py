"""YAML, read strictly: every value with its place, and nothing guessed.

Only what editors need of YAML 1.2's core schema is kept: text, whole numbers, decimals,
`true`/`false`, nothing. `no`, `NO`, `on`, `12:30`, dates and numbers with leading zeros are
text. Duplicate keys, aliases, tags and several documents in a file are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import yaml

from generator.diagnostics import Finding, Location, Severity
from generator.load import yaml_slips
from generator.load.documents import FieldPath, Value
from generator.load.files import SourceFile
from generator.load.yaml_errors import syntax_error
from generator.load.yaml_values import Odd, Reader, deserves_a_look, scalar, value_of

DEEPEST = 24
"""Levels that values may be nested; the schema needs 7."""

_MANY_DASHES = re.compile(rf"(?:[-?:] +){{{DEEPEST // 2},}}")
_SIGNED = re.compile(r"(?:^|[-?:,\[{]) *[&!]", re.M)
"""A value that begins with `&` or `!`."""

_ODD_INDENT = re.compile(r"^ *[^\S \n]", re.M)


class _Refused(Exception):
    """Carries a finding out of the depths of a file."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


class Marks(Mapping[FieldPath, tuple[int, int]]):
    """The place of every key and entry, looked for when it is asked for: few files have anything wrong.

    `more` are places that the YAML itself does not hold.
    """

    def __init__(
        self, text: str, first_line: int, more: Mapping[FieldPath, tuple[int, int]] | None = None
    ) -> None:
        self.text = text
        self.first_line = first_line
        self.more = dict(more or {})

    def __getitem__(self, way: FieldPath) -> tuple[int, int]:
        return self._all[way]

    def __iter__(self) -> Iterator[FieldPath]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def _all(self) -> dict[FieldPath, tuple[int, int]]:
        builder = _Builder(SourceFile("", self.text), self.first_line)
        with suppress(_Refused, yaml.YAMLError):
            node = yaml.compose(self.text, Loader=Reader)
            if node is not None:
                builder.value(node, ())
        return {**builder.marks, **self.more}


@dataclass(slots=True)
class Parsed:
    """The value of a YAML text, the place of every key and entry, and what was wrong."""

    marks: Marks
    value: Value = None
    findings: list[Finding] = field(default_factory=list)


def parse(source: SourceFile, first_line: int = 1) -> Parsed:
    """Reads one YAML text that begins on line `first_line` of its file."""
    parsed, builder = Parsed(Marks(source.text, first_line)), _Builder(source, first_line)
    try:
        _refuse_tabs(source, first_line)
        _refuse_events(source.text, builder)
        node = yaml.compose(source.text, Loader=Reader)
        if node is not None:
            parsed.value = value_of(node, set())
    except Odd:
        parsed.value = builder.said()
    except _Refused as refused:
        builder.findings.append(refused.finding)
    except yaml.MarkedYAMLError as error:
        builder.findings.append(builder.unreadable(error))
    except yaml.YAMLError:
        builder.findings.append(builder.problem("yaml-syntax", (1, 1), "This is not YAML.", ""))
    parsed.findings = builder.findings
    return parsed


@lru_cache(maxsize=8)
def parse_again(source: SourceFile) -> Parsed:
    """Reads a text that one process asks for again and again; nobody may change what it gets."""
    return parse(source)


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
    for event in yaml.parse(text, Loader=Reader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _Refused(builder.too_deep(builder.mark(event)))
        if isinstance(event, yaml.NodeEvent) and event.anchor and not isinstance(event, yaml.AliasEvent):
            raise _Refused(builder.sign("yaml-alias", "&", builder.mark(event)))
        if getattr(event, "tag", None):
            raise _Refused(builder.sign("yaml-tag", "!", builder.mark(event)))


class _Builder:
    """Turns PyYAML's nodes into values and notes where each stands, and what is odd about it."""

    def __init__(self, source: SourceFile, first_line: int) -> None:
        self.source = source
        self.offset = first_line
        self.marks: dict[FieldPath, tuple[int, int]] = {}
        self.findings: list[Finding] = []
        self.seen: set[int] = set()

    def problem(self, rule: str, mark: tuple[int, int], message: str, hint: str) -> Finding:
        return Finding(rule, Severity.ERROR, message, Location(self.source.path, *mark), hint)

    def too_deep(self, mark: tuple[int, int]) -> Finding:
        return self.problem(
            "yaml-nesting",
            mark,
            f"Values are nested more than {DEEPEST} levels deep here.",
            "No field needs that many; look for brackets that were typed by mistake.",
        )

    def unreadable(self, error: yaml.MarkedYAMLError) -> Finding:
        """What the reader stumbled over; it counts levels itself and may give up before we do."""
        mark = error.problem_mark
        if mark and "nesting depth" in f"{error.problem}":
            return self.too_deep((mark.line + self.offset, mark.column + 1))
        return syntax_error(error, self.source, self.offset)

    def mark(self, node: yaml.Node | yaml.Event) -> tuple[int, int]:
        start = node.start_mark
        return (start.line + self.offset, start.column + 1) if start else (self.offset, 1)

    def value(self, node: yaml.Node, way: FieldPath) -> Value:
        if id(node) in self.seen:
            raise _Refused(self.alias(way))
        if way not in self.marks:
            self.marks[way] = self.mark(node)
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self.pairs(node, way))
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(child, (*way, n)) for n, child in enumerate(node.value))
        return self.single(node)

    def single(self, node: yaml.Node) -> Value:
        if isinstance(node, yaml.ScalarNode) and deserves_a_look(node):
            self.findings.extend(yaml_slips.texts(node, self.source, self.offset))
        return scalar(node)

    def said(self) -> Value:
        """The value of a text in which something is odd, with a finding for each such thing."""
        node = yaml.compose(self.source.text, Loader=Reader)
        try:
            return self.value(node, ()) if node else None
        except _Refused as refused:
            self.findings.append(refused.finding)
            return None

    def pairs(self, node: yaml.MappingNode, way: FieldPath) -> Iterator[tuple[str, Value]]:
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            mark = self.mark(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                raise _Refused(
                    self.problem("yaml-syntax", mark, "A key must be a word.", "Put the text in quotes.")
                )
            self.single(key_node)
            key = str(key_node.value)
            if key in first:
                self.findings.append(self.duplicate(key, mark, first[key]))
                continue
            first[key] = mark[0]
            self.marks[(*way, key)] = mark
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
            self.marks.get(way) or self.marks[way[:-1]],
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
