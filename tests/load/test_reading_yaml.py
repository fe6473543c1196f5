"""YAML is read strictly: every value with its place, nothing guessed, nothing that blows up."""

from __future__ import annotations

import time
from typing import Any

import pytest

from generator.load.files import SourceFile
from generator.load.yaml import DEEPEST, parse


def value(text: str) -> Any:
    parsed = parse(SourceFile("x.yaml", text))
    assert parsed.findings == []
    return parsed.value


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "NO",
        "yes",
        "on",
        "Off",
        "y",
        "12:30",
        "0o17",
        "0123",
        "1_000",
        "1e3",
        ".5",
        "+1",
        "0x1F",
        ".inf",
    ],
)
def test_what_other_readers_guess_stays_text(text: str) -> None:
    assert value(f"a: {text}") == {"a": text}


@pytest.mark.parametrize("text", ["2026-11-22", "2026-02-30", "2026-11-22T10:00:00Z"])
def test_a_date_is_text_until_a_field_says_otherwise(text: str) -> None:
    assert value(f"a: {text}") == {"a": text}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", True),
        ("false", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-7", -7),
        ("1.50", 1.5),
        ("'true'", "true"),
        ('"7"', "7"),
        ("'null'", "null"),
        ("9" * 30, "9" * 30),
    ],
)
def test_the_few_plain_forms_have_their_kind_and_quotes_make_text(text: str, expected: Any) -> None:
    found = value(f"a: {text}")["a"]
    assert found == expected
    assert type(found) is type(expected)


def test_every_key_and_entry_has_its_place() -> None:
    parsed = parse(SourceFile("x.md", "a:\n  - b: 1\n    c: 2\n  - d\n"), 2)
    assert parsed.marks[("a",)] == (2, 1)
    assert parsed.marks[("a", 0)] == (3, 5)
    assert parsed.marks[("a", 0, "c")] == (4, 5)
    assert parsed.marks[("a", 1)] == (5, 5)


def test_many_duplicate_keys_are_all_told() -> None:
    parsed = parse(SourceFile("x.yaml", "a: 1\na: 2\nb: 1\na: 3\nb: 2\n"))
    assert [(f.rule, f.location.line) for f in parsed.findings] == [
        ("yaml-duplicate-key", 2),
        ("yaml-duplicate-key", 4),
        ("yaml-duplicate-key", 5),
    ]
    assert parsed.value == {"a": 1, "b": 1}


def nested(levels: int) -> str:
    return "a: " + "[" * levels + "]" * levels


def test_as_deep_as_the_schema_ever_needs_is_fine_and_deeper_is_a_finding() -> None:
    assert parse(SourceFile("x.yaml", nested(8))).findings == []
    found = parse(SourceFile("x.yaml", nested(DEEPEST + 2))).findings
    assert [f.rule for f in found] == ["yaml-nesting"]


@pytest.mark.parametrize(
    "text",
    [
        "x: " + "&a [" * 50_000,
        "x: " + "!!seq [" * 50_000,
        "x:\n" + " {a:\n" * 50_000,
        "? " * 300_000,
        "x: " + "[{a: " * 100_000,
        "x: |\n" + " " * 500_000 + "a",
        "x: '" + "\n" * 500_000,
        '"' + "\\" * 1_000_001,
        "-" * 1_000_000,
        ":" * 1_000_000,
        "a: " * 300_000,
        "#" * 1_000_000,
        "{" * 1_000_000,
        "a: *b\n" * 100_000,
    ],
    ids=range(14),
)
def test_a_text_made_to_hurt_is_answered_soon(text: str) -> None:
    started = time.process_time()
    parse(SourceFile("x.yaml", text))
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: 'b\nc: d", 1, 4, "never closed"),
        ("a: [b\nc: d", 1, 4, "not closed"),
        ("a: b: c", 1, 5, "colon"),
        ("a: @b", 1, 4, "begin with this character"),
        ("a: *b", 1, 4, "`*`"),
        ("- a\nb", 2, 1, ""),
        ("a\n---\nb", 2, 1, "second document"),
        ('a: "\\q"', 1, 5, "backslash"),
    ],
)
def test_a_mistake_is_told_in_an_editor_s_words(text: str, line: int, column: int, words: str) -> None:
    (found,) = parse(SourceFile("x.yaml", text)).findings
    assert (found.location.line, found.location.column) == (line, column)
    assert words in found.message
    assert found.hint
