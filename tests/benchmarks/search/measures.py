"""How good a list of results is. Every measure is between 0 and 1, and 1 is best."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import log2


def discounted_gain(grades: Sequence[int]) -> float:
    """The gain of grades in this order: 2 to the grade less 1, less the further down it stands."""
    return sum((2.0**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))


def ndcg(found: Sequence[str], grades: Mapping[str, int], first: int = 10) -> float:
    """Normalised discounted cumulative gain of the first results (Järvelin and Kekäläinen, 2002)."""
    best = discounted_gain(sorted(grades.values(), reverse=True)[:first])
    return discounted_gain([grades.get(page, 0) for page in found[:first]]) / best


def reciprocal_rank(found: Sequence[str], wanted: Collection[str], first: int = 10) -> float:
    """One divided by the place of the first page that is wanted."""
    return next((1 / place for place, page in enumerate(found[:first], 1) if page in wanted), 0.0)


def hit(found: Sequence[str], wanted: Collection[str], first: int) -> float:
    """Whether a page that is wanted is among the first results."""
    return float(any(page in wanted for page in found[:first]))


def overlap(found: Sequence[str], right: Sequence[str], first: int = 10) -> float:
    """How much of the first results for the right spelling the wrong one finds too."""
    wanted = set(right[:first])
    return len(wanted & set(found[:first])) / len(wanted)


def mean(values: Sequence[float]) -> float:
    """The mean, and 0 of nothing."""
    return sum(values) / len(values) if values else 0.0
