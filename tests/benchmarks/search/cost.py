"""What an engine costs: bytes, requests, round trips, seconds, and how long the browser cannot answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from urllib.parse import quote

from engines import Engine
from network import Fetched, Network, round_trips
from playwright.sync_api import Browser
from visit import Visit

WATCH = Path(__file__).with_name("watch.js")
SHORT = ("council tax", "parking", "blue badge", "library card", "housing", "planning")
QUESTIONS = (
    "how long do you keep my council tax records",
    "who do you share my information with when I apply for a blue badge",
    "can I stop you using my data for research",
)
ORDINARY = "/glossary/"
"""A page that does not search: what it loads is not counted as a cost of search."""


@dataclass(frozen=True)
class Ground:
    """Where an engine is measured."""

    browser: Browser
    engine: Engine
    address: str
    ordinary: Collection[str]

    @contextmanager
    def fresh(self, slow: bool = False) -> Iterator[tuple[Visit, Network]]:
        """A tab of a browser that has never been here."""
        context = self.browser.new_context()
        context.add_init_script(path=WATCH)
        page = context.new_page()
        yield Visit(page), Network(page, slow)
        context.close()

    @property
    def search(self) -> str:
        """The address of the search page."""
        return self.address + self.engine.search_page


def costs(browser: Browser, engine: Engine, address: str) -> dict[str, str]:
    """Line of the table → figure: the median over some queries, and in brackets the most."""
    ground = Ground(browser, engine, address, _ordinary(browser, address))
    short = [_typed(ground, query) for query in SHORT]
    questions = [_typed(ground, query) for query in QUESTIONS]
    seconds, trips = zip(*(_on_slow_4g(ground, query) for query in SHORT), strict=True)
    on_disk = sum(file.stat().st_size for file in engine.index)
    warm = [_warm(ground, query, other) for query, other in pairwise(SHORT)]
    return {
        "one or two words: bytes": _shown([_bodies(first) for first, _ in short]),
        "  with heads of responses": _shown(
            [sum(one.head + one.body for one in first) for first, _ in short]
        ),
        "  requests": _shown([len(first) for first, _ in short]),
        "a question: bytes": _shown([_bodies(first) for first, _ in questions]),
        "  its requests": _shown([len(first) for first, _ in questions]),
        "a second query: bytes": _shown([_bodies(second) for _, second in short]),
        "first result on slow 4G, ms": _shown(seconds),
        "  round trips after the page": _shown(trips),
        "from key to result when warm, ms": _shown([answer for answer, _ in warm]),
        "files of the index": str(len(engine.index)),
        "index on disk, bytes a page": f"{on_disk / engine.pages:,.0f}",
        "longest task since the first key, ms": _task(max(task for _, task in warm)),
    }


def _ordinary(browser: Browser, address: str) -> set[str]:
    page = browser.new_page()
    network = Network(page)
    page.goto(address + ORDINARY, wait_until="networkidle")
    found = {one.url for one in network.everything}
    page.close()
    return found


def _typed(ground: Ground, query: str) -> tuple[list[Fetched], list[Fetched]]:
    """What is fetched until the results of a query are there, and what for another one after it."""
    with ground.fresh() as (visit, network):
        visit.open(ground.search)
        visit.type(query)
        first = network.beside(ground.ordinary)
        visit.clear()
        visit.type("birth certificate")
        return first, network.beside(ground.ordinary)[len(first) :]


def _on_slow_4g(ground: Ground, query: str) -> tuple[float, int]:
    """Milliseconds from opening the page with a query to its first result, and the round trips in them."""
    with ground.fresh(slow=True) as (visit, network):
        visit.page.goto(f"{ground.search}#q={quote(query)}")
        visit.results()
        first = float(visit.page.evaluate("window.seen.first"))
        began = network.everything[0].began
        return first, round_trips(network.everything, began + first) - 1


def _warm(ground: Ground, query: str, other: str) -> tuple[float, float]:
    """Milliseconds from the last key to the results of a query asked before, and the longest task."""
    with ground.fresh() as (visit, _):
        visit.open(ground.search)
        visit.ask(query)
        visit.ask(other)
        visit.clear()
        visit.page.evaluate("window.seen.answers.length = 0")
        visit.ask(query)
        found = visit.page.evaluate("window.seen")
        return float(found["answers"][0]), float(found["longest"])


def _bodies(fetched: Sequence[Fetched]) -> int:
    return sum(one.body for one in fetched)


def _shown(values: Sequence[float]) -> str:
    return f"{median(values):,.0f} ({max(values):,.0f})"


def _task(longest: float) -> str:
    return f"{longest:.0f}" if longest else "under 50"
