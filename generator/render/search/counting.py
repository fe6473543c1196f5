"""A document and its page → what is counted on it, with the words that people use instead.

A pure function of their texts, the synonyms and the language, so that what it gives can be kept.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, pairwise
from sys import intern
from typing import Any, NamedTuple

from generator.render.search.documents import Found
from generator.render.search.language import Stems, words_and_joined, words_of
from generator.render.search.synonyms import Lexicon, Plain
from generator.render.search.text import PageWords, worth_finding
from generator.render.search.weighing import FIELDS, NAMES_BESIDE_TITLE

_NAMED = re.compile(r"\b([A-Z]\w+)(?= (?:(?:and|for|in|of|to) )?([A-Z]\w+))")
"""Two words with capitals, one behind the other or with a small word between them."""
_ADDRESS = re.compile(r"\]\([^)]*\)|<[^>]*>|\[\[[^\]]*\]\]")
"""What readers do not see of a text: where its links lead, and the names of facts."""
NAMED_INSTEAD = 0.6
"""How well a page is named by what people say instead of its own name."""
NAMED_IN_PART = 0.4
"""The same for a single word of several that people say."""

LEAD = 60
"""Words at the start of what an editor wrote: they say what it is about, as a summary does."""

Said = tuple[Sequence[Plain], Sequence[str]]
"""What people say instead of what pages do, and the words of it that mean the same by themselves."""

Named = tuple[tuple[str, ...], tuple[str, ...], float]
"""A name by its words and its pairs of words, and how well it names the page."""


class Counted(NamedTuple):
    """What is counted on a document, in plain values.

    `counts` has each sum over fields, weighted, with the stems of the words that have it; `length` is how
    many words the page has; `words` are all that were counted, each once, as they are written; `made` are
    further ones that nobody wrote there, as two words in one, and what people say instead; `spoken_of`
    is what people look for on other sites and this one speaks of.
    """

    counts: tuple[tuple[float, tuple[str, ...]], ...]
    names: tuple[Named, ...]
    length: int
    words: tuple[str, ...]
    made: tuple[str, ...]
    spoken_of: tuple[str, ...]


class Counting:
    """Counts what is on the documents of one language, whose words are known by their stems."""

    def __init__(
        self, said: Callable[[], Said], stems: Stems, fillers: Set[str], elsewhere: Sequence[str]
    ) -> None:
        self._said, self._stems, self._fillers = said, stems, fillers
        self._elsewhere = elsewhere
        self._telling = _Known(lambda word: "" if word in fillers or not worth_finding(word) else stems[word])
        self._told = _Known(lambda word: "" if word in fillers else stems[word])
        self._worth = _Known(worth_finding)
        self._spoken = _Known(self._as_one)
        self._subjects = _Known(lambda text: list(chain(*words_and_joined(text))))

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self._said()[0])

    @cached_property
    def _telling_alone(self) -> Set[str]:
        return frozenset(self._said()[1])

    def count(self, found: Found, page: PageWords) -> Counted:
        """What is counted on one document."""
        written = words_of(_ADDRESS.sub(" ", found.body))
        words, shown = page.words, [*page.words, *page.joined]
        sheet = _Sheet(dict(Counter(filter(None, map(self._telling.__getitem__, shown)))), shown)
        self._say(sheet, words)
        sheet.add_made(self._stems, self._repeated(written), 1)
        sheet.add_made(self._stems, _proper_names(found.body), 1)
        sheet.add(self._told, written[:LEAD], FIELDS["lead"])
        names = list(self._names(found, page))
        for number, (name, joined, worth) in enumerate(names):
            weight = FIELDS["names"] * worth if number else FIELDS["title"]
            add = sheet.add_made if number > len(found.names) else sheet.add
            add(self._stems, name, weight)
            sheet.add_made(self._stems, joined, weight)
        subjects = list(chain.from_iterable(map(self._subjects.__getitem__, found.subjects)))
        sheet.add(self._told, words_of(found.summary), FIELDS["summary"])
        sheet.add(self._told, subjects, FIELDS["facts"])
        sheet.add(self._told, page.headings, FIELDS["headings"])
        named = tuple((*self._named(name, joined), worth) for name, joined, worth in names)
        length = sum(map(self._worth.__getitem__, shown))
        return Counted(sheet.by_count(), named, length, *sheet.words(), self._spoken_of(found))

    def _spoken_of(self, found: Found) -> tuple[str, ...]:
        """What people look for on other sites and this document speaks of."""
        said = "\n".join((found.title, found.summary, *found.names, *found.subjects, found.body)).lower()
        return tuple(expression for expression in self._elsewhere if expression in said)

    def _names(self, found: Found, page: PageWords) -> Iterator[tuple[list[str], list[str], float]]:
        """The words and pairs of a document's names, its title first, and what people say instead of each.

        Where its text is not its own, what stands for a part of its name hardly leads to it.
        """
        own = [(words_of(found.title), 1.0), *((words_of(name), NAMES_BESIDE_TITLE) for name in found.names)]
        for name, worth in own:
            yield name, self._pairs(name), worth
        for name, worth in own:
            for said, part in self._said_for(name, whole=not page.text):
                yield list(self._spoken[said]), [], worth * part * NAMED_INSTEAD
                if len(said) > 1:
                    alone = [word for word in said if word in self._telling_alone]
                    yield alone, [], worth * part * NAMED_IN_PART

    def _said_for(self, name: Sequence[str], whole: bool) -> Iterator[tuple[tuple[str, ...], float]]:
        """What people may say for words in a name, or the whole of it, with how far that names it."""
        in_order = [self._stems[word] for word in name]
        found = self._lexicon.within(in_order, Counter(in_order))
        length = sum(word not in self._fillers for word in name)
        for expression in dict.fromkeys(expression for expression, _ in found):
            part = math.sqrt(min(1.0, len(expression.stems) / max(length, 1)))
            if part >= 1 or not whole:
                yield expression.instead, part * expression.worth

    def _say(self, sheet: _Sheet, words: list[str]) -> None:
        """Counts what people may say for words on a page, as often as it has those.

        Only names are looked at for what is meant at second hand.
        """
        in_order = list(map(self._stems.__getitem__, words))
        for expression, number in self._lexicon.within(in_order, sheet.counts):
            if expression.worth == 1:
                sheet.add_made(self._stems, self._spoken[expression.instead], number)

    def _as_one(self, said: Sequence[str]) -> Sequence[str]:
        """What people say, as it is looked for: several words by their pairs, but for empty ones."""
        telling = [word for word in said if word not in self._fillers]
        return pairs(telling) or pairs(said) or said

    def _repeated(self, words: list[str]) -> list[str]:
        """Pairs of words that stand in a text more than once: often they are what it is about."""
        pairs = [(pair, number) for pair, number in Counter(pairwise(words)).items() if number > 1]
        return [
            word
            for (first, second), number in pairs
            if not {first, second} & self._fillers and first.isalpha() and second.isalpha()
            for word in [first + second] * number
        ]

    def _pairs(self, name: Sequence[str]) -> list[str]:
        """The words of a name, each with the next as one, as people may write them."""
        return [first + second for first, second in pairwise(name) if first not in self._fillers]

    def _named(self, name: Sequence[str], joined: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The stems of a name's words, and of its pairs of words."""
        words = {self._stems[word] for word in name}
        return tuple(sorted(words)), tuple(sorted({self._stems[word] for word in joined} - words))


def _proper_names(text: str) -> list[str]:
    """Words with capitals that stand side by side, as one: together they name something."""
    names = ("".join(words_of(first + second)) for first, second in _NAMED.findall(text))
    return list(dict.fromkeys(name for name in names if name.isalpha()))


def pairs(name: Sequence[str]) -> list[str]:
    """Each word with the next as one."""
    return [first + second for first, second in pairwise(name)]


class _Known(dict[Any, Any]):
    """What a function gives, each found when it is first asked for."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, asked: Any) -> Any:
        self[asked] = self._make(asked)
        return self[asked]


class _Sheet:
    """What has been counted on a document so far, by stem, and the words themselves."""

    def __init__(self, counts: dict[str, float], words: Iterable[str]) -> None:
        self.counts = counts
        self._words = dict.fromkeys(words)
        self._made: dict[str, None] = {}

    def add(self, stems: Mapping[str, str], words: Sequence[str], count: float) -> None:
        """Counts the words of a field that tell something, which are those with a stem."""
        self._count(stems, words, count)
        self._words |= dict.fromkeys(words)

    def add_made(self, stems: Mapping[str, str], words: Sequence[str], count: float) -> None:
        """Counts words that nobody wrote there."""
        self._count(stems, words, count)
        self._made |= dict.fromkeys(words)

    def _count(self, stems: Mapping[str, str], words: Sequence[str], count: float) -> None:
        counts = self.counts
        for stem in filter(None, map(stems.__getitem__, words)):
            counts[stem] = counts.get(stem, 0) + count

    def by_count(self) -> tuple[tuple[float, tuple[str, ...]], ...]:
        """Each sum with the stems that have it."""
        found: defaultdict[float, list[str]] = defaultdict(list)
        for stem, count in self.counts.items():
            found[count].append(stem)
        return tuple((count, tuple(stems)) for count, stems in found.items())

    def words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words that are written there, and those that are not."""
        made = (word for word in self._made if word not in self._words)
        return tuple(map(intern, self._words)), tuple(map(intern, made))  # kept once for many documents
