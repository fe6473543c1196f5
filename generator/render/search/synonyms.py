"""Words that people use for words that pages use, put into the index so that search itself needs none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice, product

from generator.model.synonyms import Synonyms
from generator.render.search.language import words_of
from generator.render.search.text import PageWords

MOST_FORMS = 24
"""Ways to put the forms of an expression's words together that are looked for on pages."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that pages use, by their telling stems and in every form, and what people say instead.

    `forms` holds each form as its words, and as it stands in a text.
    """

    stems: frozenset[str]
    forms: tuple[tuple[frozenset[str], str], ...]
    words: int
    instead: tuple[str, ...]


class Lexicon:
    """The synonyms of a site, for the words that are on it. `stems` gives every word's stem."""

    def __init__(self, synonyms: Synonyms, stems: Mapping[str, str], fillers: Set[str]) -> None:
        self._forms: defaultdict[str, list[str]] = defaultdict(list)
        for word, stem in sorted(stems.items()):
            self._forms[stem].append(word)
        self._stems = stems
        self._fillers = fillers
        self._by_stem: defaultdict[str, list[Expression]] = defaultdict(list)
        for said, meant in synonyms.items():
            for expression in meant:
                self._add(tuple(words_of(said)), words_of(expression))

    def _add(self, said: tuple[str, ...], meant: Sequence[str]) -> None:
        telling = frozenset(self._stems[word] for word in meant if word not in self._fillers)
        if said and telling:
            ways = islice(product(*(self._forms[self._stems[word]] for word in meant)), MOST_FORMS)
            forms = tuple((frozenset(way), f" {' '.join(way)} ") for way in ways)
            self._by_stem[max(telling, key=len)].append(Expression(telling, forms, len(meant), said))

    def on_page(self, page: PageWords, counts: Mapping[str, int]) -> Iterator[tuple[tuple[str, ...], int]]:
        """What people may say for words on a page, with how often it has them; `counts` are its stems."""
        for expression in self._within(counts.keys()):
            if expression.words == 1:
                number = counts[min(expression.stems)]
            else:
                forms = (text for words, text in expression.forms if words <= page.counts.keys())
                number = sum(map(page.text.count, forms))
            if number:
                yield expression.instead, number

    def for_name(self, name: Sequence[str]) -> Iterator[tuple[tuple[str, ...], float]]:
        """What people may say for words in a name, with the part of the name that they stand for."""
        text = f" {' '.join(name)} "
        for expression in self._within({self._stems.get(word, word) for word in name}):
            if any(form in text for _, form in expression.forms):
                yield expression.instead, expression.words / len(name)

    def _within(self, stems: Set[str]) -> Iterator[Expression]:
        for stem in stems & self._by_stem.keys():
            yield from (expression for expression in self._by_stem[stem] if expression.stems <= stems)
