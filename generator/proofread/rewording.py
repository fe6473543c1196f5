"""A sentence as rules expect it: in the active voice, said by "we" to "you", in the commonest words.

"Residents shall not be entitled to withdraw their consent" and "You cannot withdraw your consent" say the
same. A rule is written for the second, and finds the first too.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import reduce
from operator import or_

from generator.proofread.on_demand import on_demand
from generator.proofread.other_words import DOING, FRAME, SHORTER, Step
from generator.proofread.persons import PERSONS
from generator.proofread.verbs import BASES
from generator.proofread.voice import in_active_voice, second_clause
from generator.proofread.word_parts import all_sought, bit_of, sought

_ABLE = r"(?:able|entitled|allowed|permitted|eligible)"
_MODES: tuple[Step, ...] = (
    (
        ("able to", "titled to", "lowed to", "mitted to", "ligible to"),
        on_demand(rf"\b(?:am|are|is|will be) (?:unable|not {_ABLE}) to\b|\bwill not be {_ABLE} to\b"),
        "cannot",
    ),
    (
        ("serve the right to",),
        on_demand(r"\b([Ww]e|[Yy]ou) reserve the right to\b"),
        r"\1 may",
    ),
    (
        ("be unable to",),
        on_demand(r"\b(may|might|will|would|could) be unable to\b"),
        r"\1 not be able to",
    ),
    (
        (" fail ",),
        on_demand(r"\b([Yy]ou|[Ww]e|[Tt]hey) fail to\b"),
        r"\1 do not",
    ),
    (
        ("may not",),
        on_demand(r"\b([Yy]ou) may not (?!be\b|have\b|want\b|wish\b|know\b|need\b)"),
        r"\1 cannot ",
    ),
    (
        ("possible", "here is no "),
        on_demand(
            r"\b(?:[Ii]t is not possible|[Tt]here is no (?:way|possibility|option|right))(?: for you)? to\b"
        ),
        "You cannot",
    ),
    (
        (" to ",),
        on_demand(
            r"\b([Yy]ou|[Ww]e|[Tt]hey) (?:(?:are|will be) (?:required|obliged) to"
            r"|(?:will )?(?:need|have) to)\b"
        ),
        r"\1 must",
    ),
    (
        (" to ",),
        on_demand(
            r"\b([Yy]ou|[Ww]e) (?:are (?:under no (?:obligation|duty)|not (?:required|obliged|bound))"
            r"|have no (?:duty|obligation)) to\b"
        ),
        r"\1 do not have to",
    ),
    (
        ("able to", "position to"),
        on_demand(r"\b([Yy]ou|[Ww]e|[Tt]hey) are (?:able|in a position) to\b"),
        r"\1 can",
    ),
)
"""What somebody can and must do."""

_STEPS = (*SHORTER, *FRAME, *PERSONS, *_MODES)


FEWEST = 3
"""Words of a sentence below which it says too little to be told otherwise, and a part of it to be quoted."""

_BITS = tuple(bit_of(sought(*parts)) for parts, _, _ in _STEPS)
"""For each step the bit of what may stand in a sentence to which it does something."""
_ANY = reduce(or_, _BITS)
_BEING = bit_of(sought(" is ", " are ", " was ", " were ", " be ", " been "))
_DONE = bit_of(sought(*(f" {participle}" for participle in BASES)))
_DOING = reduce(or_, (bit_of(sought(*parts)) for parts, _, _ in DOING))
"""Bits of words by which something can be in the passive, or be told by its verb."""


def reworded(sentence: str) -> tuple[str, ...]:
    """A sentence in the words that rules expect, in the active voice and by its verbs; none twice."""
    possible = all_sought()[0].sets_in(sentence) if sentence.count(" ") >= FEWEST - 1 else 0
    told = _reworded(sentence, possible) if possible & _ANY else sentence
    passive = told != sentence or (possible & _BEING and possible & _DONE)
    if not passive and not possible & _DOING:
        return ()
    active = in_active_voice(told) if passive else told
    done = _after(DOING, active)
    second = in_active_voice(second_clause(told)) if passive and " and " in told else ""
    return tuple(dict.fromkeys(one for one in (told, active, done, second) if one not in ("", sentence)))


def _reworded(sentence: str, possible: int) -> str:
    """What comes of the steps; those that are not possible are left out until one has changed something."""
    for number, bit in enumerate(_BITS):
        if possible & bit:
            told = _after(_STEPS[number : number + 1], sentence)
            if told != sentence:
                return _after(_STEPS[number + 1 :], told)
    return sentence


def _after(steps: tuple[Step, ...], told: str) -> str:
    for parts, words, replacement in steps:
        if any(map(told.__contains__, parts)):
            told = words.sub(replacement, told)
    return told


def original_words(sentence: str, told: str, words: str) -> str:
    """What stands in a sentence for some words of it as it was told otherwise."""
    start = told.count(" ", 0, told.find(words))
    sought = range(start, start + words.count(" ") + 1)
    here = sentence.split(" ")
    same = SequenceMatcher(None, told.lower().split(" "), sentence.lower().split(" "), autojunk=False)
    blocks = same.get_matching_blocks()
    found = [block.b + n for block in blocks for n in range(block.size) if block.a + n in sought]
    return " ".join(here[found[0] : found[-1] + 1]) if len(found) >= FEWEST else sentence
