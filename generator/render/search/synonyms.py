"""Words that people use for words that pages use, put into the index so that search itself needs none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from generator.model.synonyms import Synonyms
from generator.render.search.language import words_of
from generator.render.search.text import PageWords

MOST_FORMS = 24
"""Ways to put the forms of an expression's words together that are looked for on pages."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that pages use, in the forms that are on this site, and what people say instead."""

    forms: tuple[str, ...]
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
        for first, group in _grouped(ways).items():
            self._by_first[first].append(Expression(group, said))

    def on_page(self, page: PageWords) -> Iterator[tuple[tuple[str, ...], int]]:
        """What people may say for words on a page, with how often the page has them."""
        for word in page.counts.keys() & self._by_first.keys():
            for expression in self._by_first[word]:
                number = sum(page.text.count(form) for form in expression.forms)
                if number:
                    yield expression.instead, number

    def for_name(self, name: Sequence[str]) -> Iterator[tuple[tuple[str, ...], float]]:
        """What people may say for words in a name, with the part of the name that they stand for."""
        text = f" {' '.join(name)} "
        for word in dict.fromkeys(name):
            for expression in self._by_first.get(word, ()):
                held = next((form for form in expression.forms if form in text), "")
                if held:
                    yield expression.instead, len(held.split()) / len(name)


def _grouped(ways: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Expressions as they stand in the text of a page, by their first word."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for way in ways:
        found[way[0]].append(f" {' '.join(way)} ")
    return {first: tuple(group) for first, group in found.items()}
