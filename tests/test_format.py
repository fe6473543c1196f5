"""`format`: fields in order, no spare quotes, and not a comment or a value lost, however odd the YAML."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL, Ran, replace_once

from generator.load.files import SourceFile
from generator.load.yaml import parse
from generator.model.data_use import DataUse
from generator.model.page import Page
from generator.scaffold import canonical

Run = Callable[..., Ran]

WORDS = (
    *(
        "plain",
        "two words",
        "no",
        "yes",
        "on",
        "NO",
        "true",
        "null",
        "~",
        "12:30",
        "1e3",
        "0x1f",
        "007",
        "-5",
    ),
    *("1.50", "2026-01-31", "a: b", "a #b", "# no comment", "- x", "? y", "[z]", "{q}", "it's", 'say "hi"'),
    *(
        "back\\slash",
        "ends:",
        " led",
        "trails ",
        "%a",
        "@b",
        "`c`",
        "&d",
        "*e",
        "!f",
        "|",
        ">",
        ">-",
        "'",
        '"',
    ),
    *(
        "é",
        "“quoted”",
        "a,b",
        "a]b",
        "=",
        "<<",
        ".inf",
        "---",
        "...",
        "--- x",
        "tab\there",
        "0",
        "",
        "ſtrange",
    ),
)
"""Values that some writer or reader of YAML has stumbled over."""


def quoted(value: str, chance: random.Random) -> str:
    """A value in one of the ways in which it can be written on a line."""
    single = "'" + value.replace("'", "''") + "'"
    double = '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'
    ways = [double] if "\t" in value else [single, double]
    plain = parse(SourceFile("", f"k: {value}\n"))
    if not plain.findings and plain.value == {"k": value}:
        ways.append(value)
    return chance.choice(ways)


def comment(chance: random.Random, indent: str, counter: list[int]) -> list[str]:
    """Nothing, blank lines, or a comment that can be told from all others."""
    counter[0] += 1
    lines = [f"{indent}# comment {counter[0]}: 'x', {{y}}"] if chance.random() < 0.4 else []
    return [*([""] if chance.random() < 0.2 else []), *lines, *([""] if chance.random() < 0.15 else [])]


def value_lines(chance: random.Random, indent: str, depth: int, counter: list[int]) -> list[str]:
    """What stands after a key: the rest of its line, and the lines below."""
    kind = chance.choice(
        ["word", "word", "word", "block", "folded", "long", "list", "flow", "group", "groups"]
    )
    tail = f"  # beside {counter[0]}" if chance.random() < 0.2 else ""
    deeper = indent + "  "
    if kind == "block":
        return [chance.choice([" |", " |-"]), f"{deeper}# words, no comment", "", f"{deeper}  more: words"]
    if kind == "folded":
        return [" >-", f"{deeper}folded words", f"{deeper}and - more"]
    if kind == "long":
        return [' "a text over', f"{deeper}# two lines, no comment", f'{deeper}of it"' + tail]
    if kind == "flow":
        inside = ", ".join(quoted(word, chance) for word in chance.sample(["a", "b c", "no", "x"], 2))
        return [f" [{inside}]" + tail]
    if depth < 3 and kind == "list":
        return [tail, *(f"{deeper}- {quoted(chance.choice(WORDS) or 'x', chance)}" for _ in range(2))]
    if depth < 3 and kind == "group":
        return [tail, *group(chance, deeper, depth + 1, counter)]
    if depth < 3 and kind == "groups":
        made: list[str] = []
        for _ in range(2):
            lines = group(chance, deeper + "  ", depth + 1, counter, bare=True)
            made += [*comment(chance, deeper, counter), f"{deeper}- {lines[0].lstrip()}", *lines[1:]]
        return [tail, *made]
    return [f" {quoted(chance.choice(WORDS), chance)}" + tail]


KEYS = ("title", "summary", "status", "owner", "purposes", "data", "retention", "keep", "dpia", "odd", "why")


def group(
    chance: random.Random, indent: str, depth: int, counter: list[int], bare: bool = False
) -> list[str]:
    """Fields in any order, with comments and blank lines between them."""
    lines: list[str] = []
    for number, key in enumerate(chance.sample(KEYS, chance.randint(1, 4))):
        if number or not bare:
            lines += comment(chance, indent, counter)
        first, *rest = value_lines(chance, indent, depth, counter)
        lines += [f"{indent}{quoted(key, chance)}:{first}", *rest]
    return lines


def comments_of(text: str) -> list[str]:
    return sorted(re.findall(r"# (?:comment|beside) \d+.*", text))


def value_of(text: str) -> Any:
    parsed = parse(SourceFile("", text))
    assert not parsed.findings, f"{parsed.findings[0]}\n{text}"
    return parsed.value


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_lost_or_changed_and_once_is_enough(seed: int) -> None:
    chance = random.Random(seed)
    moved = 0
    for _ in range(25):
        text = "\n".join(["# a header", "", *group(chance, "", 0, [0]), *comment(chance, "", [900])]) + "\n"
        value = value_of(text)
        made = canonical(text, DataUse)
        assert value_of(made) == value, text
        assert comments_of(made) == comments_of(text), f"{text}\n---\n{made}"
        assert canonical(made, DataUse) == made, f"{text}\n---\n{made}"
        assert made.endswith("\n")
        assert len(made.split("\n")) == len(text.split("\n"))
        moved += made != text
    assert moved > 10, "the generator makes texts in which there is something to do"


def test_fields_get_the_order_of_the_schema_and_take_their_comments_along() -> None:
    text = (
        "# About this file\n\n"
        "# who answers\nowner: 'Web editor'  # a role\n"
        "odd: 1\n"
        'title: "Parks"\n'
        "purposes:\n"
        "  - retention:\n"
        "      - keep: 6 years\n"
        "        records: Letters\n"
        "    # the purpose itself\n"
        "    purpose: Answer you\n"
    )
    assert canonical(text, DataUse) == (
        "# About this file\n\n"
        "title: Parks\n"
        "# who answers\nowner: Web editor  # a role\n"
        "purposes:\n"
        "    # the purpose itself\n"
        "  - purpose: Answer you\n"
        "    retention:\n"
        "      - records: Letters\n"
        "        keep: 6 years\n"
        "odd: 1\n"
    )


@pytest.mark.parametrize(
    ("written", "canonical_form"),
    [
        ("'Parks'", "Parks"),
        ('"2026-01-31"', "2026-01-31"),
        ("'no'", '"no"'),
        ("'12:30'", '"12:30"'),
        ("'1'", '"1"'),
        ("''", '""'),
        ("'a: b'", '"a: b"'),
        ('"it\'s"', "it's"),
        ("'say \"hi\"'", 'say "hi"'),
        ("'\"hi\"'", "'\"hi\"'"),
        ('"a\\tb"', '"a\\tb"'),
        ("no", "no"),
        ("true", "true"),
    ],
)
def test_quotes_stand_where_a_value_needs_them(written: str, canonical_form: str) -> None:
    assert canonical(f"title: {written}\n", Page) == f"title: {canonical_form}\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_file_keeps_its_line_ends_and_its_text(small_site: Path, run: Run, ending: str) -> None:
    page = small_site / "content/pages/about.md"
    head, _, body = page.read_text("utf-8").removeprefix("---\n").partition("---\n")
    mixed = "---\nowner: 'Web editor'\n" + re.sub(r"owner: .*\n", "", head) + "---\n" + body
    page.write_bytes(mixed.replace("\n", ending).encode())
    before = run("check", "--site", small_site, "--format", "json").json["summary"]
    ran = run("format", "--site", small_site, page)
    assert (ran.status, ran.stdout) == (0, "content/pages/about.md\n")
    raw = page.read_bytes().decode()
    assert raw.count(ending) == raw.count("\n")
    assert raw.replace("\r\n", "\n").endswith(f"---\n{body}")
    assert raw.index("title:") < raw.index("owner: Web editor")
    assert run("check", "--site", small_site, "--format", "json").json["summary"] == before


def test_who_made_sure_of_a_fact_stands_below_it(small_site: Path, run: Run) -> None:
    contacts = small_site / "content/reference/contacts.yaml"
    contacts.write_text(
        "- id: desk\n  checked: 2026-11-02\n  telephone: 01632 960001\n  name: Desk\n", "utf-8"
    )
    run("format", "--site", small_site, contacts)
    assert contacts.read_text("utf-8") == (
        "- id: desk\n  name: Desk\n  telephone: 01632 960001\n  checked: 2026-11-02\n"
    )


def test_the_demonstration_is_in_the_order_that_it_teaches(demo: Path, run: Run) -> None:
    ran = run("format", "--check", "--site", demo)
    assert (ran.status, ran.stdout) == (0, ""), ran.stdout


def test_check_writes_nothing_and_tells(small_site: Path, run: Run) -> None:
    page = small_site / "content/pages/about.md"
    replace_once(page, "title: ", "title:  'x' \n#")
    page.write_text(page.read_text("utf-8").replace("title:  'x' ", "title:  'About'", 1), "utf-8")
    before = page.read_bytes()
    ran = run("format", "--site", small_site, "--check", "--format", "json")
    assert ran.status == 1
    assert "content/pages/about.md" in ran.json["changed"]
    assert page.read_bytes() == before
    run("format", "--site", small_site)
    assert run("format", "--site", small_site, "--check").status == 0


def test_a_file_that_cannot_be_read_is_left_alone_and_named(small_site: Path, run: Run) -> None:
    page = small_site / "content/data-uses/library-cards.yaml"
    page.write_text("title: [\n", "utf-8")
    ran = run("format", "--site", small_site)
    assert ran.status == 1
    assert "content/data-uses/library-cards.yaml:1" in ran.stdout
    assert page.read_text("utf-8") == "title: [\n"


def test_a_file_of_another_folder_is_misuse(small_site: Path, run: Run) -> None:
    ran = run("format", "--site", small_site, SMALL / "site.yaml")
    assert ran.status == 2
    assert "no file of this site" in ran.stderr
