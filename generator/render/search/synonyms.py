"""Words that people use for words that pages use, put into the index so that search itself needs none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from generator.model.synonyms import Synonyms
from generator.render.search.language import words_of
from generator.render.search.text import PageWords

MOST_FORMS = 24
"""Ways to put the forms of an expression's words together that are looked for on pages."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that pages use, in a form that is on this site, and what people say instead.

    `rest` are the words after the first.
    """

    rest: frozenset[str]
    form: str
    instead: tuple[str, ...]


class Lexicon:
    """The synonyms of a site, for the words that are on it. `stems` gives every word's stem."""

    def __init__(self, synonyms: Synonyms, stems: Mapping[str, str]) -> None:
        forms: defaultdict[str, list[str]] = defaultdict(list)
        for word, stem in sorted(stems.items()):
            forms[stem].append(word)
        self._stems = stems
        self._forms = forms
        self._by_first: defaultdict[str, list[Expression]] = defaultdict(list)
        for said, meant in synonyms.items():
            for expression in meant:
                self._add(tuple(words_of(said)), words_of(expression))

    def _add(self, said: tuple[str, ...], meant: Sequence[str]) -> None:
        known = [self._forms.get(self._stems.get(word, word), ()) for word in meant]
        if not said or not known or not all(known):
            return
        ways = islice(product(*known), MOST_FORMS)
        for way in ways:
            self._by_first[way[0]].append(Expression(frozenset(way[1:]), f" {' '.join(way)} ", said))

    def on_page(self, page: PageWords) -> Iterator[tuple[tuple[str, ...], int]]:
        """What people may say for words on a page, with how often the page has them."""
        for word in page.counts.keys() & self._by_first.keys():
            for expression in self._by_first[word]:
                if not expression.rest:
                    yield expression.instead, page.counts[word]
                elif expression.rest <= page.counts.keys() and expression.form in page.text:
                    yield expression.instead, page.text.count(expression.form)

    def for_name(self, name: Sequence[str]) -> Iterator[tuple[tuple[str, ...], float]]:
        """What people may say for words in a name, with the part of the name that they stand for."""
        text = f" {' '.join(name)} "
        for word in dict.fromkeys(name):
            for expression in self._by_first.get(word, ()):
                if expression.form in text:
                    yield expression.instead, (1 + len(expression.rest)) / len(name)
