"""Reads a search index back from its files as docs/search.md describes them, without the program's help."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

from conftest import build_here

from generator.artefacts import Artefact


@dataclass(frozen=True)
class Read:
    """An index: what its page says of it, its parts, and its files as they are published."""

    told: dict[str, Any]
    parts: list[bytes]
    files: tuple[Artefact, ...]

    @property
    def pages(self) -> list[list[str]]:
        """Title, address and description of every page, in the order of their numbers."""
        blocks = self.parts[self.told["results"] : self.told["facts"]]
        return [_page(line) for block in blocks for line in block.decode().split("\n")]

    @property
    def facts(self) -> dict[str, list[str]]:
        """The facts of the pages that have any: keeping, sharing, choices."""
        blocks = self.parts[self.told["facts"] : self.told["spelling"]]
        lines = [line.split("\t") for block in blocks for line in block.decode().split("\n")]
        return {page[1]: line for page, line in zip(self.pages, lines, strict=False) if any(line)}

    @property
    def words(self) -> dict[str, dict[str, int]]:
        """For every word the addresses of its pages, with how much it counts there."""
        found: dict[str, dict[str, int]] = {}
        urls = [url for _, url, _ in self.pages]
        for part in self.parts[: self.told["results"]]:
            for forms, postings in groups(part):
                found.update({form: {urls[n]: level for n, level in postings} for form in forms})
        return found


def _page(line: str) -> list[str]:
    """Title, address and description; the address may have the words of the title in it."""
    title, url, description = line.split("\t")
    words = re.findall("[a-z0-9]+", re.sub("'(s\\b)?", "", title.lower()))
    return [title, url.replace("*", "-".join(words)), description]


def groups(part: bytes) -> Iterator[tuple[list[str], list[tuple[int, int]]]]:
    """The words of a part: their forms, and the numbers of their pages with how much they count."""
    at, form = 0, ""

    def number() -> int:
        nonlocal at
        value, step = 0, 1
        while True:
            byte = part[at]
            at += 1
            value += (byte & 127) * step
            step *= 128
            if byte < 128:
                return value

    while at < len(part):
        forms, postings = [], []
        for _ in range(number()):
            kept, size = number(), number()
            form = form[:kept] + part[at : at + size].decode()
            at += size
            forms.append(form)
        number()
        page = 0
        for _ in range(number()):
            value = number()
            page += value >> 4
            postings.append((page, value & 15))
        yield forms, postings


def unpacked(body: bytes, before: str) -> bytes:
    """A part, which goes on from a text that the page tells."""
    return zlib.decompressobj(-15, zdict=before.encode()).decompress(body)


def index_of(site: Path, **more: Any) -> Read:
    """The index of a site as it is built."""
    return read(build_here(site, **more).artefacts)


def read(artefacts: tuple[Artefact, ...]) -> Read:
    """The index among the files of a site."""
    page = next(a for a in artefacts if a.url == "/search/").body.decode()
    found = re.search(r'data-search-parts="([^"]+)"', page)
    assert found, "the search page does not say where its index is"
    told = json.loads(unescape(found[1]))
    files = tuple(a for a in artefacts if a.url.startswith("/" + told["files"]))
    if spans := told.get("spans"):
        whole = zlib.decompress(files[0].body, -15)
        parts = [whole[first:last] for first, last in pairwise(spans)]
    else:
        by_url = {a.url: a.body for a in files}
        parts = [unpacked(by_url[f"/{told['files']}{n}.bin"], told["before"]) for n in range(len(files))]
    return Read(told, parts, files)
