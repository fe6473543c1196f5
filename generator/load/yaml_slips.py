"""Slips of an editor that YAML reads without complaint, and otherwise than they were meant."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from generator.diagnostics import Finding, Location, Severity
from generator.load.files import CONTROL, SourceFile


def texts(node: yaml.ScalarNode, source: SourceFile, first_line: int) -> Iterator[Finding]:
    """What is wrong with a text that deserves a second look."""
    start, end = node.start_mark, node.end_mark
    if not start or not end:
        return
    if node.style:
        at = Location(source.path, start.line + first_line, start.column + 1)
        yield from _spelt_out(node.value, at)
        return
    lines = source.text.split("\n")
    for number in range(start.line + 1, end.line + 1):
        line = lines[number].lstrip()
        if line.startswith("- "):
            column = len(lines[number]) - len(line) + 1
            yield _swallowed(Location(source.path, number + first_line, column))
            return


def _spelt_out(text: str, at: Location) -> Iterator[Finding]:
    for sign in CONTROL.findall(text)[:1]:
        yield Finding(
            "file-encoding",
            Severity.ERROR,
            f"A backslash here stands for an invisible control character (U+{ord(sign):04X}).",
            at,
            "Take it out, or write the backslash twice.",
        )


def _swallowed(at: Location) -> Finding:
    return Finding(
        "yaml-syntax",
        Severity.ERROR,
        "This line begins with a dash, but is indented so that it belongs to the text above.",
        at,
        "Indent it like the other entries of its list. If it is no list, put the whole text in quotes.",
    )
