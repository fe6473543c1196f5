"""Things that lie together stay together, whatever comes or goes elsewhere."""

from __future__ import annotations

import pytest

from generator.load.parts import APART, in_parts

NAMES = [f"name-{number}" for number in range(40 * APART)]


def test_nothing_is_lost_and_the_order_stays() -> None:
    parts = in_parts(NAMES, str)
    assert [name for part in parts for name in part] == NAMES
    assert len(NAMES) / APART / 2 < len(parts) < 2 * len(NAMES) / APART


@pytest.mark.parametrize("changed", [NAMES[:100] + NAMES[101:], [*NAMES[:100], "another", *NAMES[100:]]])
def test_what_comes_or_goes_changes_one_part_or_two(changed: list[str]) -> None:
    before = {tuple(part) for part in in_parts(NAMES, str)}
    assert len({tuple(part) for part in in_parts(changed, str)} - before) <= 2


def test_of_nothing_there_is_no_part_with_anything() -> None:
    assert not any(in_parts([], str))
