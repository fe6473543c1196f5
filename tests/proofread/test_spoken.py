"""Sentences are found by what stands in them, wherever their text is folded."""

from __future__ import annotations

from generator.load.documents import Document
from generator.proofread.spoken import Spoken, spoken
from generator.proofread.texts import PublishedText

TEXTS = (
    "We keep it. We share it\nwith the\npolice, and with nobody else. We delete it.",
    "",
    "- You can ask us\n- You can object",
)


def those(parts: tuple[str, ...]) -> list[str]:
    return [sentence.text for _, sentence in of_all().with_any(parts)]


def of_all() -> Spoken:
    document = Document("content/pages/about.md", "pages", "about")
    return spoken(PublishedText(text, ("body",), document) for text in TEXTS)


def test_each_sentence_with_one_of_the_parts_is_found_once_and_in_order() -> None:
    assert those(("object", "We ", "it with")) == [
        "We keep it.",
        "We share it with the police, and with nobody else.",
        "We delete it.",
        "You can object",
    ]


def test_a_part_in_the_last_sentence_is_found() -> None:
    assert those(("object",)) == ["You can object"]


def test_a_part_that_no_sentence_has_as_a_whole_finds_none() -> None:
    assert those(("it. We", "us You", "sell")) == []


def test_each_sentence_comes_with_the_text_that_it_stands_in() -> None:
    assert [text.text for text, _ in of_all().with_any(("You",))] == [TEXTS[2]] * 2


def test_where_nothing_is_said_nothing_is_found() -> None:
    assert list(spoken(()).with_any(("a",))) == []
