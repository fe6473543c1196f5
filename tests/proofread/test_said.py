"""What the text of one field says is found, in the words that are sought or in others."""

from __future__ import annotations

import re

import pytest

from generator.proofread.said import says


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("Your file is kept for ever.", "We keep your file"),
        ("It is small. Residents **must not** ask.", "You must not ask"),
        ("Nothing more.\n\n- The council shares it.", "We share it"),
        ("A first sentence. Your file is kept.", r"^A first sentence\. We keep"),
    ],
)
def test_a_field_is_searched_in_other_words_too(field: str, words: str) -> None:
    assert says(field, re.compile(words))


def test_what_a_field_says_as_it_stands_comes_first() -> None:
    found = says("The council keeps it. We keep it.", re.compile("(?:council keeps|We keep)"))
    assert found is not None
    assert found[0] == "council keeps"


@pytest.mark.parametrize("field", [None, "", "We sell nothing."])
def test_a_field_that_says_nothing_of_it_has_no_match(field: str | None) -> None:
    assert says(field, re.compile("keep")) is None
