"""How near two words are to each other, counted in slips of the finger."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def slips(one: str, other: str, most: int = 2) -> int:
    """Letters left out, added, changed or swapped between two words; more than `most` is `most` + 1."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            best = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            swapped = at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted
            row.append(min(best, earlier[to - 2] + 1) if swapped else best)
        if min(row) > most:
            return most + 1
    return row[-1]
