"""Words that people use for words that pages use, put into the index so that search itself needs none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, repeat
from typing import NamedTuple

from generator.model.synonyms import Synonyms
from generator.render.search.language import words_of

PAIR = 2
FURTHER = 0.6
"""How far what is meant at second hand is meant, beside what is meant at first hand."""
AND = frozenset({"and", "or"})
"""Words that join two: "waste and recycling collection" is a waste collection too."""

FEW_LINES = 6
"""Lines of synonyms that a word may stand in that leads to what they mean without their other words."""


class Expression(NamedTuple):
    """Words that pages use, by their stems, and what people say instead, with how far they mean those."""

    stems: tuple[str, ...]
    instead: tuple[str, ...]
    worth: float


Plain = tuple[tuple[str, ...], tuple[str, ...], float]
"""An expression in plain values."""


def expressions(synonyms: Synonyms, stems: Mapping[str, str], fillers: Set[str]) -> Iterator[Plain]:
    """What the synonyms of a site say. `stems` gives every word's stem.

    Where what is meant is itself something that people say, what that stands for is meant too, and no more.
    """
    for said, meant in synonyms.items():
        instead = tuple(words_of(said))
        further = chain.from_iterable(synonyms.get(words, ()) for words in meant)
        worth: dict[tuple[str, ...], float] = {}
        for words, part in chain(zip(meant, repeat(1.0)), zip(further, repeat(FURTHER))):
            worth.setdefault(tuple(words_of(words)), part)
        for expression, part in worth.items():
            if instead and not set(expression) <= fillers:
                yield tuple(stems[word] for word in expression), instead, part


def telling_alone(synonyms: Synonyms, fillers: Set[str]) -> Set[str]:
    """The words of what people say that mean the same by themselves: those that stand in few lines."""
    lines = Counter(word for said in synonyms for word in set(words_of(said)))
    return {word for word, number in lines.items() if number <= FEW_LINES} - fillers


class Lexicon:
    """The expressions of a site, each of which is found in all its forms."""

    def __init__(self, known: Iterable[Plain]) -> None:
        self._of_one: defaultdict[str, list[Expression]] = defaultdict(list)
        self._of_more: dict[str, dict[str, list[Expression]]] = {}
        for expression in known:
            self._add(Expression(*expression))

    def _add(self, expression: Expression) -> None:
        first, *others = expression.stems
        alike = (
            self._of_more.setdefault(first, {}).setdefault(others[0], []) if others else self._of_one[first]
        )
        alike.append(expression)

    def within(self, stems: Sequence[str], counts: Mapping[str, float]) -> list[tuple[Expression, float]]:
        """The expressions in a text, each time with how often it is there.

        The text is given as its stems in their order, and as how often it has those that tell something.
        """
        single = sorted(self._of_one.keys() & counts.keys())
        found = [(expression, counts[stem]) for stem in single for expression in self._of_one[stem]]
        for place in [place for place, stem in enumerate(stems) if stem in self._of_more]:
            known = self._of_more[stems[place]]
            behind = (*stems[place + 1 : place + 4], "", "", "")
            for expression in known.get(behind[0], ()):
                if tuple(stems[place : place + len(expression.stems)]) == expression.stems:
                    found.append((expression, 1))
            if behind[0] in AND:
                apart = known.get(behind[2], ())
                found += [(expression, 1) for expression in apart if len(expression.stems) == PAIR]
        return found
