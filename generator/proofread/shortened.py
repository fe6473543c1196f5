"""A page without most entries of its long lists and tables: they come from one template and tell no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise

from generator.proofread.on_demand import on_demand

FIRST = 20
LAST = 4
"""Entries that are kept of a list or table, from its beginning and from its end."""

_TAG = on_demand(r"<(/?)(ul|ol|tbody|dl|li|tr|div)\b[^>]*>")
_LISTS = frozenset(("ul", "ol", "tbody", "dl"))

Span = tuple[int, int]


@dataclass(slots=True)
class _Open:
    """An element that has begun, and the entries that it holds so far."""

    name: str
    start: int
    entries: list[Span] = field(default_factory=list)


def shortened(html: str) -> str:
    """The page with the first and last entries of each list and table.

    An entry that something may point at, because it holds an `id`, stays.
    """
    cuts = sorted(_cuts(html))
    outer = [cut for cut, before in zip(cuts, chain([0], _reached(cuts)), strict=False) if cut[0] >= before]
    edges = [0, *chain.from_iterable(outer), len(html)]
    return "".join(html[start:end] for start, end in list(pairwise(edges))[::2])


def _reached(cuts: list[Span]) -> Iterator[int]:
    """How far the cuts up to each one reach; an entry may hold a list that is cut itself."""
    end = 0
    for cut in cuts:
        end = max(end, cut[1])
        yield end


def _cuts(html: str) -> Iterator[Span]:
    around: list[_Open] = []
    for tag in _TAG.finditer(html):
        closes, name = tag.groups()
        if not closes:
            around.append(_Open(name, tag.start()))
        elif around and around[-1].name == name:
            ended = around.pop()
            if around and around[-1].name in _LISTS:
                around[-1].entries.append((ended.start, tag.end()))
            yield from (span for span in ended.entries[FIRST:-LAST] if not _is_named(html, span))


def _is_named(html: str, span: Span) -> bool:
    return html.find(' id="', *span) >= 0
