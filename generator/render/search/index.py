"""The index of a site's language: its parts as files, and what the search page has to know of them."""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, chain

from generator.artefacts import Artefact
from generator.config import Publishing
from generator.load.memory import Memory
from generator.render.assets import MEDIA_TYPES
from generator.render.search.blocks import fact_blocks, result_blocks, sample
from generator.render.search.coding import packed, packed_within
from generator.render.search.documents import KINDS_BY_NAME, Found
from generator.render.search.pairs import halves, needed
from generator.render.search.shards import groups, shards
from generator.render.search.spelling import spelling
from generator.render.search.weighing import Postings, Rarity

UNKNOWN = 0.8
"""How much a word that stands nowhere counts against a page, beside one that stands on a single page."""
SMALL = 60_000
"""Bytes up to which the whole index is one file, so that a server learns nothing from who fetches what."""


Made = tuple[tuple[Artefact, ...], dict[str, object]]
"""Files, and what has to be told of them."""


@dataclass(frozen=True, slots=True)
class Index:
    """The files of an index, and what the search page tells its script of them."""

    files: tuple[Artefact, ...]
    told: Mapping[str, object]
    kinds: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the words on the documents, by the stem of each; `named` are those of names.

    `stems` gives the stem of every word, and of words that people may use for those; `pairs` are words that
    are two in one.
    """

    postings: Postings
    rarity: Rarity
    stems: Mapping[str, str]
    named: Set[str]
    pairs: Set[str]


def index(
    found: Sequence[Found], words: Known, language: str, settings: Publishing, memory: Memory | None = None
) -> Index:
    """All that search needs to know of the documents and of the words on them."""
    every = groups(_forms(words.stems), words.postings, words.rarity)
    results, facts = result_blocks(found), fact_blocks(found)
    known = spelling(every, words.named, len(found))
    apart = halves(words.pairs, set(b"\n".join(known.bodies).decode().split("\n")), every)
    shared_out = shards(needed(every, apart), apart.keys(), memory)
    first = len(shared_out.bodies)
    parts = (shared_out.bodies, results, facts)
    files, place = _one_file(parts, settings, language) or _many_files(
        (*chain(*parts), *known.bodies), sample(found), language, memory
    )
    told = {
        **place,
        "starts": ["", *shared_out.starts[1:]],
        "letters": ["", *known.starts[1:]],
        "results": first,
        "facts": first + len(results),
        "spelling": first + len(results) + len(facts),
        "unknown": round(UNKNOWN * math.log(1 + len(found)), 2),
    }
    return Index(files, told, tuple(_first_of_kinds(found)))


def _forms(stems: Mapping[str, str]) -> Mapping[str, list[str]]:
    """The words that share a stem."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, stem in sorted(stems.items()):
        found[stem].append(word)
    return found


def _one_file(parts: Sequence[Sequence[bytes]], settings: Publishing, language: str) -> Made | None:
    """One file, if everything is small. Who has it has all words, and needs no list of them."""
    if settings.search == "many-files":
        return None
    most = SMALL if settings.search == "auto" else sys.maxsize
    whole = packed_within(most, *map(b"".join, parts))
    if whole is None:
        return None
    start = _start(whole, language)
    spans = list(accumulate(map(len, chain(*parts)), initial=0))
    return (Artefact(f"{start}bin", whole, MEDIA_TYPES["bin"]),), {"files": start[1:], "spans": spans}


def _many_files(parts: Sequence[bytes], known: str, language: str, memory: Memory | None) -> Made:
    """One file for each part; what the search page knows of its lines is not in them again."""
    before = known.encode()
    place = ("packed", language, sha256(before).digest())
    facts = [(sha256(part).digest(),) for part in parts]

    def pack(number: int) -> bytes:
        return packed(parts[number], before=before)

    bodies = memory.together(place, facts, pack) if memory else list(map(pack, range(len(parts))))
    start = _start(b"".join(bodies), language)
    files = (Artefact(f"{start}{n}.bin", body, MEDIA_TYPES["bin"]) for n, body in enumerate(bodies))
    return tuple(files), {"files": start[1:], "before": known}


def _start(whole: bytes, language: str) -> str:
    """How the addresses of all files begin, which is another one whenever one of them changes."""
    return f"/assets/search.{language}.{sha256(whole).hexdigest()[:10]}."


def _first_of_kinds(found: Sequence[Found]) -> list[tuple[int, str]]:
    """The number of the first page of each kind that there is."""
    kinds = [item.kind for item in found]
    return [(kinds.index(kind), kind) for kind in KINDS_BY_NAME if kind in kinds]
