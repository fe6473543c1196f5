"""Plain values that are kept together: what has not changed is found, what has is made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.memory import Memory
from generator.load.store import read_store
from generator.save.keeping import keep_made


def in_words(folder: Path, *numbers: int, place: str = "here") -> tuple[list[str], list[int]]:
    """What a run says of some numbers, and those of which it had to make it."""
    memory, made = Memory(read_store(folder), b"this program", folder), list[int]()

    def make(position: int) -> str:
        made.append(numbers[position])
        return f"number {numbers[position]}"

    said = memory.together((place,), [(number,) for number in numbers], make)
    keep_made(memory.store, folder)
    return said, made


def test_only_what_is_new_is_made(tmp_path: Path) -> None:
    assert in_words(tmp_path, 1, 2, 3) == (["number 1", "number 2", "number 3"], [1, 2, 3])
    assert in_words(tmp_path, 1, 2, 3) == (["number 1", "number 2", "number 3"], [])
    assert in_words(tmp_path, 3, 1, 4) == (["number 3", "number 1", "number 4"], [4])
    assert in_words(tmp_path, 1, 4, 3) == (["number 1", "number 4", "number 3"], [])


def test_what_has_gone_is_forgotten(tmp_path: Path) -> None:
    in_words(tmp_path, 1, 2)
    in_words(tmp_path, 1)
    assert in_words(tmp_path, 1, 2) == (["number 1", "number 2"], [2])


def test_the_same_facts_have_the_same_value(tmp_path: Path) -> None:
    assert in_words(tmp_path, 5, 5) == (["number 5", "number 5"], [5, 5])
    assert in_words(tmp_path, 5, 5) == (["number 5", "number 5"], [])


def test_what_lies_at_another_place_is_not_found(tmp_path: Path) -> None:
    in_words(tmp_path, 1)
    assert in_words(tmp_path, 1, place="there")[1] == [1]


@pytest.mark.parametrize("at", [0, 40, -1])
def test_what_is_damaged_is_made_anew(tmp_path: Path, at: int) -> None:
    in_words(tmp_path, 1, 2)
    file = next(tmp_path.iterdir())
    body = bytearray(file.read_bytes())
    body[at] ^= 1
    file.write_bytes(body)
    assert in_words(tmp_path, 1, 2) == (["number 1", "number 2"], [1, 2])
