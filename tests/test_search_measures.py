"""What search is measured with fits the demonstration, and the measures say what they should."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parent / "benchmarks" / "search"


@pytest.fixture(autouse=True)
def _benchmark(monkeypatch: pytest.MonkeyPatch) -> None:
    """The modules of the benchmark can be imported, as they can when it runs."""
    monkeypatch.setattr(sys, "path", [str(BENCHMARK), *sys.path])


def test_every_judged_page_is_on_the_demonstration(built_demo: Path) -> None:
    from judgements import queries

    judged = {page for query in queries() for page in query.grades}
    assert [
        page for page in sorted(judged) if not (built_demo / page.strip("/") / "index.html").exists()
    ] == []


def test_grades_are_one_two_or_three_and_some_queries_have_no_answer() -> None:
    from judgements import NO_ANSWER, queries

    asked = queries()
    assert {grade for query in asked for grade in query.grades.values()} == {1, 2, 3}
    assert all((query.kind == NO_ANSWER) == (not query.grades) for query in asked)


def test_a_misspelt_word_is_on_no_page_and_nearly_every_right_one_is(built_demo: Path) -> None:
    from judgements import misspellings

    words: set[str] = set()
    for page in built_demo.rglob("index.html"):
        words.update(re.findall(r"[a-z]+", re.sub(r"<[^>]+>", " ", page.read_text("utf-8")).casefold()))
    pairs = misspellings()
    assert [wrong for wrong, _ in pairs if wrong in words] == []
    assert sum(right in words for _, right in pairs) >= 0.9 * len(pairs) > 80


def test_the_best_order_has_the_best_figures_and_a_page_found_late_counts_less() -> None:
    from measures import hit, ndcg, overlap, reciprocal_rank

    grades = {"/answer/": 3, "/near/": 1}
    assert ndcg(["/answer/", "/near/"], grades) == 1
    assert 0 < ndcg(["/other/", "/near/", "/answer/"], grades) < 1
    assert ndcg(["/other/"], grades) == 0
    assert reciprocal_rank(["/other/", "/answer/"], ["/answer/"]) == 0.5
    assert (hit(["/other/", "/answer/"], ["/answer/"], 1), hit(["/other/", "/answer/"], ["/answer/"], 5)) == (
        0,
        1,
    )
    assert overlap(["/near/", "/other/"], ["/near/", "/answer/"]) == 0.5


def test_requests_that_wait_for_each_other_are_round_trips_and_those_beside_each_other_are_one() -> None:
    from network import Fetched, round_trips

    def fetched(began: float, ended: float) -> Fetched:
        return Fetched("", False, began, ended, 1, 1)

    beside = [fetched(0, 10), fetched(1, 12)]
    assert round_trips(beside, until=50) == 1
    assert round_trips([*beside, fetched(12, 20), fetched(20, 30)], until=50) == 3
    assert round_trips([*beside, fetched(12, 20), fetched(20, 30)], until=15) == 2
