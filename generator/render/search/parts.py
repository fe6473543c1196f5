"""Documents in parts that lie together: what follows from each part is kept, so that few are counted anew.

A document that changes changes what is counted on its own part. How rare words are and how long pages are on
average are told in steps, so that other parts are weighed anew only where a step has been passed.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate, chain
from typing import Any, NamedTuple, TypeVar

from generator.load.memory import Memory
from generator.load.parts import in_parts
from generator.load.store import key_of
from generator.render.search.counting import Counted
from generator.render.search.documents import Found
from generator.render.search.weighing import (
    LIKELY,
    Postings,
    Rarity,
    Spread,
    Weighed,
    average_of,
    joined,
    postings_of,
    rarity_of,
    spread,
)

Made = TypeVar("Made")

APART = 64
"""Documents that lie together, on average: the more do, the fewer words are told of several parts."""

Facts = Callable[[Sequence[Found]], list[tuple[object, ...]]]
"""All that what is counted on each of some documents depends on, beside what is the same for all."""


class Words(NamedTuple):
    """What some documents have in all, each once: words as in `Counted`, and the stems of their names.

    `named` are words of names, `pairs` two words of one. `lengths` are those of the documents in their order.
    """

    words: tuple[str, ...]
    made: tuple[str, ...]
    spoken_of: tuple[str, ...]
    named: tuple[str, ...]
    pairs: tuple[str, ...]
    lengths: tuple[int, ...]


@dataclass(frozen=True)
class Counts:
    """What counts documents, and what it depends on: `same` is that for all of them, `facts` for each."""

    count: Callable[[Found], Counted]
    same: str
    facts: Facts
    memory: Memory | None = None


@dataclass(frozen=True)
class Part:
    """Some documents, the number of the first one, and what counts them."""

    first: int
    found: Sequence[Found]
    by: Counts

    @cached_property
    def keys(self) -> list[bytes]:
        """What is counted on each document is known by this."""
        return [key_of(*facts) for facts in self.by.facts(self.found)]

    @cached_property
    def name(self) -> str:
        """What is counted on all of them is known by this."""
        return blake2b(b"".join(self.keys), digest_size=16).hexdigest()

    def kept(self, kind: str, facts: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What is made of the documents and further facts."""
        if self.by.memory is None:
            return make()
        return self.by.memory.value((kind, self.by.same, self.name, *facts), make)

    def counted(self) -> list[Counted]:
        """What is counted on each document."""
        memory, kept = self.by.memory, []
        if memory is None:
            kept = marshal.loads(self._packed)
        else:
            kept = memory.together(self._place, [(key,) for key in self.keys], self._count)
        return [Counted(*one) for one in kept]

    @property
    def _place(self) -> tuple[object, ...]:
        return "counted", self.by.same, self.found[0].url

    @cached_property
    def _packed(self) -> bytes:
        """The same in bytes: a large site has thousands of them."""
        return marshal.dumps(list(map(self._count, range(len(self.found)))))

    def _count(self, number: int) -> tuple[Any, ...]:
        return tuple(self.by.count(self.found[number]))

    def words(self) -> Words:
        """The words of all of them."""
        if self.by.memory:
            self.by.memory.wants(*self._place)  # what of it has not changed is needed when some has
        made: tuple[Any, ...] = self.kept("words", (), lambda: tuple(_words(self.counted())))
        return Words(*made)

    def weighed(self) -> list[Weighed]:
        """What is counted on each, and how likely it is to be meant."""
        both = zip(self.counted(), self.found, strict=True)
        return [Weighed(on.counts, on.names, found.prior, on.length) for on, found in both]


def parts_of(found: Sequence[Found], by: Counts) -> list[Part]:
    """The documents in their parts."""
    parts = in_parts(found, lambda item: item.url, APART)
    firsts = accumulate(map(len, parts), initial=0)
    return [Part(first, part, by) for first, part in zip(firsts, parts, strict=False)]


def _words(counted: Sequence[Counted]) -> Words:
    names = [name for on in counted for name in on.names]
    return Words(
        _once(on.words for on in counted),
        _once(on.made for on in counted),
        _once(on.spoken_of for on in counted),
        _once(words for words, _, _ in names),
        _once(pairs for _, pairs, _ in names),
        tuple(on.length for on in counted),
    )


def _once(texts: Iterator[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(texts)))


def marks(parts: Sequence[Part], words: Sequence[Words], light: Set[str]) -> tuple[Postings, Rarity]:
    """The postings of all words and how rare each is; `words` are those of the parts."""
    average = average_of([length for part in words for length in part.lengths])
    pages = sum(len(part.found) for part in parts)
    rarity = rarity_of((_spread(part, average) for part in parts), pages, light)
    likely = sum(found.prior > LIKELY for part in parts for found in part.found)
    postings = (_postings(part, on, average, rarity) for part, on in zip(parts, words, strict=True))
    return joined(postings, pages, likely), rarity


def _spread(part: Part, average: float) -> Spread:
    return part.kept("spread", (average,), lambda: spread(part.weighed(), average))


def _postings(part: Part, words: Words, average: float, rarity: Rarity) -> dict[str, bytes]:
    names = [rarity.get(word, 0.0) for word in (*words.named, *words.pairs)]
    priors = [found.prior for found in part.found]
    facts = (part.first, average, priors, names)
    return part.kept("postings", facts, lambda: postings_of(part.weighed(), part.first, average, rarity))
