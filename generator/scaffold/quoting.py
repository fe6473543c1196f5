"""Quotation marks: none where a value is the same without, double ones where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.load.files import SourceFile
from generator.load.yaml import parse

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""YAML 1.1 takes it for a date and we for text: either way it is the same day."""

_READER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted value that stands on one line: its place, what it says, and whether brackets are around it."""

    line: int
    start: int
    end: int
    value: str
    in_brackets: bool


def without_spare_quotes(text: str) -> str:
    """The text with every quoted value on one line in its simplest form."""
    lines = text.split("\n")
    root = yaml.compose(text, Loader=_READER)
    found = sorted(_quoted(root, False), key=lambda one: (one.line, one.start), reverse=True) if root else []
    for one in found:
        line = lines[one.line]
        if line[one.end : one.end + 1] == ":" and line[one.end + 1 : one.end + 2].strip():
            continue  # `{"a":1}`: without the quotes the colon would belong to the word
        lines[one.line] = line[: one.start] + simplest(one, line[one.start : one.end]) + line[one.end :]
    return "\n".join(lines)


def _quoted(node: yaml.Node, in_brackets: bool) -> Iterator[Quoted]:
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark, node.end_mark
        if node.style in ("'", '"') and start.line == end.line:
            yield Quoted(start.line, start.column, end.column, str(node.value), in_brackets)
        return
    if not isinstance(node, yaml.CollectionNode):
        return
    inside = in_brackets or bool(node.flow_style)
    children = node.value if isinstance(node, yaml.SequenceNode) else [n for pair in node.value for n in pair]
    for child in children:
        yield from _quoted(child, inside)


def simplest(quoted: Quoted, written: str) -> str:
    """A value as it is written in canonical form; as it was where that has escapes of its own."""
    value = quoted.value
    if not value.isprintable():
        return written
    if _is_plain(value, quoted.in_brackets):
        return value
    return f'"{value}"' if not set('"\\') & set(value) else "'" + value.replace("'", "''") + "'"


def _is_plain(value: str, in_brackets: bool) -> bool:
    """Whether a value says the same without quotes: to us, and to programs that read YAML 1.1."""
    if not value or value != value.strip() or value[0] in "&*!|>%@`#" or value.startswith(("---", "...")):
        return False
    if not _DAY.fullmatch(value) and not _is_text_anywhere(value):
        return False
    if in_brackets:
        return parse(SourceFile("", f"[{value}]\n")).value == (value,) and not set(",[]{}") & set(value)
    alone = parse(SourceFile("", f"key: {value}\n"))
    listed = parse(SourceFile("", f"- {value}\n"))
    return (alone.value, listed.value) == ({"key": value}, (value,)) and not alone.findings + listed.findings


def _is_text_anywhere(value: str) -> bool:
    return bool(_READER("").resolve(yaml.ScalarNode, value, (True, False)) == "tag:yaml.org,2002:str")
