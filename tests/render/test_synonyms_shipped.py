"""The list of lay words that comes with the program is in good form."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

FILE = Path(__file__).parents[2] / "templates" / "search" / "synonyms.en.yaml"
BOTH_WAYS = "Words that people type and notices use, both ways"


def spoken(words: str) -> str:
    """How search reads words: small letters, without marks."""
    return " ".join(re.findall(r"[\w&]+", re.sub("['’.]", "", words.casefold())))


def groups() -> dict[str, dict[str, list[str]]]:
    """Name of a group → what people type → what notices say."""
    _, *parts = FILE.read_text("utf-8").split("\n\n# ")
    named = (part.split("\n", 1) for part in parts)
    return {
        name: {
            key: [value] if isinstance(value, str) else value for key, value in yaml.safe_load(lines).items()
        }
        for name, lines in named
    }


GROUPS = groups()
ENTRIES = {spoken(key): values for group in GROUPS.values() for key, values in group.items()}


def test_every_line_is_one_entry_or_names_a_group() -> None:
    lines = [line for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) == sum(map(len, GROUPS.values()))


def test_nothing_that_people_type_stands_in_two_lines() -> None:
    typed = Counter(spoken(key) for group in GROUPS.values() for key in group)
    assert [key for key, times in typed.items() if times > 1] == []


@pytest.mark.parametrize("name", GROUPS)
def test_the_lines_of_a_group_are_in_alphabetical_order(name: str) -> None:
    typed = [spoken(key) for key in GROUPS[name]]
    assert [pair for pair in pairwise(typed) if pair[0] > pair[1]] == []


def test_every_value_is_words_and_stands_once_in_its_line() -> None:
    for key, values in ENTRIES.items():
        said = [spoken(value) for value in values]
        assert all(said), key
        assert len(set(said)) == len(said), key


def test_no_entry_says_what_was_typed_already() -> None:
    same = [key for key, values in ENTRIES.items() if key in map(spoken, values)]
    assert same == []


def test_words_that_go_both_ways_lead_to_each_other() -> None:
    both = {spoken(key): [spoken(value) for value in values] for key, values in GROUPS[BOTH_WAYS].items()}
    assert [
        (key, v) for key, values in both.items() for v in values if v in both and key not in both[v]
    ] == []
