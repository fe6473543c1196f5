"""What a sentence tells of others, denies as a whole or asks is not what the notice states."""

from __future__ import annotations

import pytest

from generator.proofread.prose import Sentence, sentences
from generator.proofread.statements import states


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not true that we sell your data.",
        "But it would be wrong to think that we sell your data.",
        "This does not mean that your data is sold.",
        "Nobody should believe that we sell data.",
        "Some parents fear that we sell your data, and they are wrong.",
        "You may have read that we sell your data.",
        "Our earlier notice wrongly said that we sell your data.",
        "A neighbouring council wrote: “We sell your data.”",
        "Do we sell your data?",
    ],
)
def test_it_states_nothing(sentence: str) -> None:
    assert not states(Sentence(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "We sell your data.",
        "It is true that we sell your data.",
        "It is wrong, and we sell your data.",
        "Other councils get your data.",
        "Other councils tell us when you move.",
        "You may read your file.",
        "You should expect that we sell your data.",
        "People ask us for copies, and we sell your data.",
        "This notice says what we sell.",
        "If you do not object, we sell your data.",
    ],
)
def test_it_states_something(sentence: str) -> None:
    assert states(Sentence(sentence))


@pytest.mark.parametrize("mark", ["-", "*", "+", "•", "1."])
def test_each_entry_of_a_list_is_a_sentence_of_its_own(mark: str) -> None:
    assert [s.text for s in sentences(f"{mark} your *own* school\n{mark} a **good** doctor")] == [
        "your own school",
        "a good doctor",
    ]
