"""Parts of words are found in texts by looking at each word once."""

from __future__ import annotations

import re

import pytest

from generator.load.documents import Document
from generator.proofread.prose import Sentence, sentence_of
from generator.proofread.rules import RULES
from generator.proofread.said import said
from generator.proofread.texts import PublishedText
from generator.proofread.word_parts import WordParts, all_sought, bit_of, sought


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("onsent", "You consent to it."),
        ("onsent", "Consent is asked for."),
        ("pt out", "You can opt out."),
        ("pt out", "You can\nopt\n  out of it."),
        (" to ", "We send it to them."),
        ("no ", "There is no way."),
        ("£", "It costs £5."),
        ("](", "See [the page](page:about)."),
        ("ICO", "Write to the ICO."),
        ("US", "It is kept in the US."),
    ],
)
def test_a_part_is_found(part: str, text: str) -> None:
    assert WordParts([(1, (part,))]).sets_in(text) == 1


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("onsent", "You agree to it."),
        (" to ", "Tomorrow we meet in town."),
        ("no ", "Nothing is known now."),
        ("ICO", "An icon of silicon."),
        ("US", "Tell us because it is used."),
        ("onsent", ""),
    ],
)
def test_what_is_not_there_is_not_found(part: str, text: str) -> None:
    assert WordParts([(1, (part,))]).sets_in(text) == 0


def test_each_set_has_its_own_bit_and_any_part_of_it_counts() -> None:
    parts = WordParts([(1, ("fee", "charge")), (2, ("cookie",)), (4, ("fee",))])
    assert parts.sets_in("A charge for cookies") == 3
    assert parts.sets_in("A fee") == 5
    assert parts.sets_in("Nothing of that") == 0


def test_what_is_sought_later_is_found_too() -> None:
    early, _ = all_sought()
    parts = sought("a word that no rule looks for")
    late, known = all_sought()
    assert bit_of(parts) & known
    assert not early.sets_in("a word that no rule looks for") & bit_of(parts)
    assert late.sets_in("a word that no rule looks for") & bit_of(parts)


def test_a_sentence_finds_the_same_each_time() -> None:
    sentence, there, missing = Sentence("We keep it for a year."), re.compile("year"), re.compile("month")
    for _ in range(2):
        found = sentence.search(there)
        assert found is not None
        assert found.start() == 17
        assert sentence.search(missing) is None
    assert Sentence("We keep it for a month.").search(missing) is not None


def test_what_one_sentence_lacks_another_may_have() -> None:
    words = re.compile("hold")
    assert sentence_of("We keep it.").search(words) is None
    assert sentence_of("We hold it.").search(words) is not None
    assert sentence_of("We keep it.") is sentence_of("We keep it.")


def test_only_rules_on_texts_have_parts() -> None:
    assert {rule.subject for rule in RULES.values() if rule.parts} <= {"texts", "texts-with-capitals"}


def test_parts_hold_more_than_blanks() -> None:
    assert all(part.strip() for rule in RULES.values() for part in rule.parts)


def test_words_that_are_folded_over_two_lines_are_found() -> None:
    document = Document("content/pages/about.md", "pages", "about")
    text = PublishedText("You can opt\nout of this.", ("body",), document)
    assert [match[0] for match in said(text, re.compile("opt out"), None, ("pt out",))] == ["opt out"]
