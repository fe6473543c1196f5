"""Sentences, syllables and reading grades, held against counts made by hand."""

from __future__ import annotations

import pytest

from generator.proofread.prose import sentences
from generator.proofread.reading import grade, reading_grade
from generator.proofread.syllables import syllables

COUNTED = {
    1: "the we use you made time date name care keep those rule through school learned used asked stopped"
    " closed change moved health file rights court clothes badge planned homes young",
    2: "people council consent data after record records needed wanted changes about being reason person"
    " hotel service create agreed using notice purpose table little wishes houses faces causes website"
    " children useful careful statement movement rely apply client science safely likely homeless reply"
    " social special patient nation partial mention safeguards",
    3: "decision officer benefit controller privacy possible example idea area protected everyone services"
    " organise national created policy holiday employer recently equally finally radio recipe previous"
    " obvious official medical safeguarding anyone vehicle",
    4: "information authority application automatic identity anonymous security society situation"
    " experience community recipient material independent",
    5: "organisation electricity university examination evaluation individual nationality",
    6: "confidentiality responsibility accessibility",
}


EACH = [(count, word) for count, words in COUNTED.items() for word in words.split()]


@pytest.mark.parametrize(("count", "word"), EACH)
def test_the_syllables_of_words_counted_by_hand(count: int, word: str) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We keep it. You can ask!", ["We keep it.", "You can ask!"]),
        ("Ask e.g. the team. Dr. Rao is at St. Mary's.", ["Ask e.g. the team.", "Dr. Rao is at St. Mary's."]),
        ("It costs £2.50 a day. See s. 4 of it.", ["It costs £2.50 a day.", "See s. 4 of it."]),
        ("We use it to:\n\n- pay you\n- find you\n", ["We use it to:", "pay you", "find you"]),
        ("## How we use your data\n\nWe pay you.", ["We pay you."]),
        ("Heading\n---\n\nWe pay\nyou.", ["We pay you."]),
        ("Read [the page](https://example.org/a.b.c).", ["Read the page."]),
        ("| a | b |\n|---|---|\n| c | d |\n\nDone.", ["Done."]),
        ("Ring [[telephone]] or use `a. B. c`.", ["Ring this or use ."]),
        ("“Do you agree?” they asked.", ["“Do you agree?” they asked."]),
        ("1. First thing.\n2. Second thing.", ["First thing.", "Second thing."]),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == expected


def test_the_grade_is_that_of_the_published_formula() -> None:
    text = "We ask for your name. We write it down. " * 5  # 45 words, 10 sentences, 45 syllables
    assert reading_grade(text) == round(0.39 * 4.5 + 11.8 * 1.0 - 15.59, 1)


def test_a_short_text_has_no_grade() -> None:
    assert reading_grade("We ask for your name.") is None


LEGAL = (
    "The processing of special categories of personal information is undertaken by the authority where it is"
    " necessary for reasons of substantial public interest, and appropriate organisational measures are"
    " implemented in order to ensure the continuing confidentiality and integrity of that information. "
)


def test_a_legal_text_is_hard_and_the_same_in_plain_words_is_not() -> None:
    said = "We use facts about your health only where the law lets us. We keep them safe. "
    hard, easy = reading_grade(LEGAL), reading_grade(said * 3)
    assert hard is not None
    assert easy is not None
    assert hard > 15
    assert easy < 6


def test_names_do_not_make_a_text_hard() -> None:
    about = "We send it to {} each week. They send it back to us by the end of the month if it is wrong. " * 3
    short, long = (about.replace("{}", name) for name in ("Sam", "Northumberland"))
    assert reading_grade(short) == reading_grade(long)


def test_words_that_the_site_explains_do_not_make_a_text_hard() -> None:
    text = "This data is pseudonymised before we get it. " * 8
    plain = grade(sentences(text))
    explained = grade(sentences(text), frozenset({"pseudonymised"}))
    assert plain is not None
    assert explained is not None
    assert explained < plain
