"""Slips of an editor that YAML reads without complaint, and otherwise than they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from generator.diagnostics import Finding, Location, Severity
from generator.load.files import CONTROL, SourceFile
from generator.load.yaml_values import Reader

_PERHAPS = re.compile(r"\S +#[^\s#]")
_NO_NOTE = re.compile(r" +#[^\s#]")
"""A note to oneself has a space after the `#`; a number, a colour or a hashtag has none."""


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


def notes(source: SourceFile, first_line: int) -> Iterator[Finding]:
    """Ends of texts that YAML takes for notes to oneself, such as the number in `Send us form #3`."""
    if not _PERHAPS.search(source.text):
        return
    lines = source.text.split("\n")
    for event in yaml.parse(source.text, Loader=Reader):
        end = event.end_mark
        if not isinstance(event, yaml.ScalarEvent) or event.style or not end:
            continue
        if _NO_NOTE.match(lines[end.line], end.column):
            column = lines[end.line].index("#", end.column) + 1
            yield Finding(
                "yaml-comment",
                Severity.WARNING,
                "What follows `#` here is not published: YAML takes it for a note to yourself.",
                Location(source.path, end.line + first_line, column),
                "Put the whole text in quotes. If it is a note, leave a space after `#`.",
            )
