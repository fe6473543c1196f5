"""How well an engine finds what people mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from judgements import Query, pages_of
from measures import hit, mean, ndcg, overlap, reciprocal_rank
from visit import Visit


@dataclass(frozen=True)
class Answer:
    """What an engine found for a query."""

    query: Query
    found: Sequence[str]

    @property
    def good(self) -> float:
        """Between 0 and 1: nDCG@10, or for a query without an answer whether nothing was found."""
        return ndcg(self.found, self.query.grades) if self.query.grades else float(not self.found)


def answers(visit: Visit, asked: Sequence[Query]) -> list[Answer]:
    """Asks every query on the open search page."""
    return [Answer(query, pages_of(visit.ask(query.text))) for query in asked]


def figures(given: Sequence[Answer]) -> dict[str, str]:
    """Line of the table → figure, over all queries that have an answer and over those that have none."""
    judged = [answer for answer in given if answer.query.grades]
    without = [answer for answer in given if not answer.query.grades]
    pairs = [(answer.found, answer.query.wanted) for answer in judged]
    lines = {
        "nDCG@10": mean([answer.good for answer in judged]),
        "MRR@10": mean([reciprocal_rank(found, wanted) for found, wanted in pairs]),
        "hit@1": mean([hit(found, wanted, 1) for found, wanted in pairs]),
        "hit@5": mean([hit(found, wanted, 5) for found, wanted in pairs]),
        "something found": mean([float(bool(found)) for found, _ in pairs]),
        "no answer, said so": mean([answer.good for answer in without]),
    }
    lines |= {f"nDCG@10, {kind}": value for kind, value in _by_kind(judged).items()}
    return {name: f"{value:.3f}" for name, value in lines.items()}


def _by_kind(judged: Sequence[Answer]) -> dict[str, float]:
    kinds = dict.fromkeys(answer.query.kind for answer in judged)
    return {kind: mean([answer.good for answer in judged if answer.query.kind == kind]) for kind in kinds}


@dataclass(frozen=True)
class Spelling:
    """A misspelling, and how much of what the right spelling finds it finds too."""

    wrong: str
    right: str
    overlap: float
    nothing: bool


def spellings(visit: Visit, pairs: Sequence[tuple[str, str]]) -> list[Spelling]:
    """Asks each word both ways. A word that finds nothing when spelt rightly is left out."""
    known: dict[str, list[str]] = {}
    found = []
    for wrong, right in pairs:
        if right not in known:
            known[right] = pages_of(visit.ask(right))
        if known[right]:
            other = pages_of(visit.ask(wrong))
            found.append(Spelling(wrong, right, overlap(other, known[right]), not other))
    return found


def spelling_figures(found: Sequence[Spelling]) -> dict[str, str]:
    """Line of the table → figure."""
    return {
        "misspellings, overlap@10": f"{mean([spelling.overlap for spelling in found]):.3f}",
        "misspellings, nothing found": f"{mean([float(spelling.nothing) for spelling in found]):.3f}",
        "misspellings, pairs used": str(len(found)),
    }


def worst(given: Sequence[Answer], misspelt: Sequence[Spelling], number: int) -> str:
    """The worst answers in words: what was found first, and what should have been."""
    lines = []
    for answer in sorted(given, key=lambda answer: answer.good)[:number]:
        wanted = answer.query.wanted
        lines.append(f"{answer.good:.2f}  {answer.query.text}  ({answer.query.kind})")
        lines.append(f"      wanted  {' '.join(wanted) or 'nothing'}")
        lines.append(f"      found   {' '.join(answer.found[:5]) or 'nothing'}")
    for spelling in sorted(misspelt, key=lambda spelling: spelling.overlap)[:number]:
        lines.append(f"{spelling.overlap:.2f}  {spelling.wrong} → {spelling.right}")
    return "\n".join(lines)
