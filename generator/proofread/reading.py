"""How hard a text is to read: the Flesch-Kincaid grade, counted so that editors can act on it.

Grade 8 is what most 13-year-olds can read. Names and the words that the site explains count for
the length of a sentence but not for the length of words: nobody can shorten them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pydantic import BaseModel

from generator.model.record import Record
from generator.model.register import Filed
from generator.proofread.prose import MOST_SENTENCES, Sentence, sentences
from generator.proofread.syllables import syllables

ENOUGH_WORDS = 40
"""Words below which a grade says more about chance than about the text."""

_MAIN_TEXT = frozenset(
    {"summary", "body", "plain_statement", "question", "purpose", "explanation", "why", "does_not_apply"}
    | {"will_not", "without_it", "stops", "does_not_stop", "how", "effect_on_service", "change_your_mind"}
    | {"takes_effect", "exceptions", "decision", "logic", "significance", "rationale", "outcome", "limits"}
    | {"proportionality", "benefit", "risk", "mitigation", "said", "effect", "withdrawn_because"}
    | {"joint_arrangement", "legitimate_interests", "outside_public_task", "withdraw_consent"}
)
_NOT_MAIN = frozenset({"accepted", "internal", "changes"})


def reading_grade(text: str) -> float | None:
    """The grade of an English text in Markdown, to one place; `None` if it is too short to tell."""
    return grade(sentences(text))


def record_grade(filed: Filed[Record]) -> float | None:
    """The grade of what a record says to its readers; `None` if it says too little to tell."""
    return grade(sentence for text in _main_texts(filed.record, "") for sentence in sentences(text))


def grade(cut: Iterable[Sentence], explained: frozenset[str] = frozenset()) -> float | None:
    """The grade of sentences; words in `explained` (in small letters) are taken as easy."""
    counted, words, spelt, beats = 0, 0, 0, 0
    for sentence in cut:
        counted += 1
        of_all, of_spelt, of_beats = _counted(sentence.text, explained)
        words += of_all
        spelt += of_spelt
        beats += of_beats
    if words < ENOUGH_WORDS or not spelt:
        return None
    return round(0.39 * words / counted + 11.8 * beats / spelt - 15.59, 1)


@lru_cache(maxsize=MOST_SENTENCES)
def _counted(text: str, explained: frozenset[str]) -> tuple[int, int, int]:
    """The words of a sentence, those that count for the length of words, and their syllables."""
    words = Sentence(text).words
    first, later = _first_words(explained), _later_words(explained)
    each = [*map(first.__getitem__, words[:1]), *map(later.__getitem__, words[1:])]
    return len(words), len(each) - each.count(0), sum(each)


class _Syllables(dict[str, int]):
    """The syllables of each word that was asked for; 0 for what does not count for the length of words.

    That are numbers, words that are explained, and names: within a sentence whatever has a capital.
    """

    def __init__(self, explained: frozenset[str], within: bool) -> None:
        self.explained = explained
        self.within = within

    def __missing__(self, word: str) -> int:
        capital = word[0].isupper() and word != "I"
        name = word[0].isdigit() or (capital and (self.within or word.isupper()))
        self[word] = 0 if name or word.lower() in self.explained else syllables(word)
        return self[word]


@lru_cache(maxsize=8)
def _first_words(explained: frozenset[str]) -> _Syllables:
    return _Syllables(explained, within=False)


@lru_cache(maxsize=8)
def _later_words(explained: frozenset[str]) -> _Syllables:
    return _Syllables(explained, within=True)


def _main_texts(value: object, name: str) -> Iterator[str]:
    if isinstance(value, str):
        if name in _MAIN_TEXT:
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _main_texts(item, name)
    elif isinstance(value, BaseModel):
        for field in sorted(value.model_fields_set - _NOT_MAIN):
            yield from _main_texts(getattr(value, field), field)
