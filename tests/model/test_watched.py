"""What is read of a register is noted, and each part of it has a fingerprint of its own."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

import pytest
from conftest import SMALL, replace_once

from generator.load.site import load
from generator.model.assemble import model
from generator.model.life_cycle import Stage
from generator.model.reference import LISTS
from generator.model.register import Register
from generator.model.watched import INDEXES, PARTS, Watched, note, reading, unnoticed, watched

TODAY = date(2026, 11, 22)


def register_of(site: Path) -> Watched:
    register = model(load(site), TODAY).register
    assert register
    return watched(register)


@pytest.fixture(scope="module")
def small() -> Watched:
    return register_of(SMALL)


def test_everything_that_a_register_holds_belongs_to_a_part() -> None:
    held = {field.name for field in fields(Register)}
    made = {name for name, value in vars(Register).items() if isinstance(value, cached_property)}
    assert held | made == {*PARTS, *INDEXES}


def test_every_part_has_a_fingerprint(small: Watched) -> None:
    assert {part for parts in PARTS.values() for part in parts} == set(small.prints.parts)


@pytest.mark.parametrize("name", PARTS)
def test_what_is_read_is_noted_the_first_time_and_again(name: str) -> None:
    register = register_of(SMALL)
    for _ in range(2):
        assert reading(lambda: getattr(register, name))[1] == set(PARTS[name])


def test_who_asks_an_index_for_one_key_depends_on_the_uses_of_that_key_alone(
    small: Watched, small_site: Path
) -> None:
    topics = {topic for use in small.uses for topic in use.record.topics}
    read = {topic: reading(lambda: small.uses_by_topic[topic])[1] for topic in topics}  # noqa: B023
    assert all(parts == {f"uses_by_topic {topic}"} for topic, parts in read.items())
    replace_once(small_site / "content/data-uses/library-cards.yaml", "title: ", "title: More ")
    after = register_of(small_site)
    changed = {topic for topic in topics if small.fingerprint(read[topic]) != after.fingerprint(read[topic])}
    assert changed == set(small.data_uses["library-cards"].record.topics)
    assert changed < topics


def test_a_key_that_nothing_has_is_a_part_too(small: Watched) -> None:
    uses, parts = reading(lambda: small.uses_by_recipient["nobody"])
    assert uses == ()
    assert small.fingerprint(parts) == register_of(SMALL).fingerprint(parts)


def test_who_goes_through_an_index_depends_on_all_uses(small: Watched) -> None:
    every = {"data-uses", "drafts"}
    assert reading(lambda: list(small.uses_by_topic))[1] == every
    assert reading(lambda: len(small.uses_by_topic))[1] == every
    assert every <= reading(lambda: dict(small.uses_by_topic.items()))[1]
    assert reading(lambda: small.uses_by_topic.get("nothing"))[1] == {"uses_by_topic nothing"}
    assert reading(lambda: "nothing" in small.uses_by_topic) == (False, frozenset({"uses_by_topic nothing"}))


def test_methods_note_what_they_read(small: Watched) -> None:
    assert reading(lambda: list(small.records()))[1] == {"data-uses", "opt-outs", "public-benefit", "pages"}
    hidden = replace(next(small.records()), stage=Stage.SCHEDULED)
    assert reading(lambda: small.has_page(hidden))[1] == {"drafts"}
    assert reading(lambda: small.has_what_pages_need)[1] == {"site", "organisations", "contacts"}


def test_who_is_watched_around_another_has_read_the_same(small: Watched) -> None:
    def around() -> frozenset[str]:
        assert small.today
        return reading(lambda: small.laws)[1]

    inner, outer = reading(around)
    assert inner == {"laws"}
    assert outer == {"laws", "today"}


def test_what_is_known_anyway_is_not_noted(small: Watched) -> None:
    assert reading(lambda: unnoticed(lambda: small.laws))[1] == frozenset()
    assert reading(lambda: note(("laws",)))[1] == {"laws"}


def test_a_register_of_another_day_is_watched_too(small: Watched) -> None:
    later = replace(small, today=TODAY + timedelta(1))
    assert isinstance(later, Watched)
    assert later.fingerprint(("today",)) != small.fingerprint(("today",))
    assert later.fingerprint(("laws",)) == small.fingerprint(("laws",))


CHANGES = {
    "content/data-uses/library-cards.yaml": {"data-uses"},
    "content/opt-outs/reading-history.md": {"opt-outs"},
    "content/public-benefit/falls-prevention.yaml": {"public-benefit"},
    "content/pages/about.md": {"pages"},
    "site.yaml": {"site"},
    **{f"content/reference/{name}.yaml": {name} for name in LISTS if name != "phrases"},
}


@pytest.mark.parametrize("path", CHANGES)
def test_a_change_is_seen_in_its_own_part_alone(small: Watched, small_site: Path, path: str) -> None:
    with (small_site / path).open("a", encoding="utf-8") as file:
        file.write("\n# a remark\n" if path.endswith(".yaml") else "\nAnother line.\n")
    before, after = small.prints.parts, register_of(small_site).prints.parts
    assert {part for part in before if before[part] != after[part]} == CHANGES[path]


def test_a_title_is_seen_by_whoever_asks_for_titles(small: Watched, small_site: Path) -> None:
    replace_once(small_site / "content/pages/about.md", "title: ", "title: More ")
    before, after = small.prints.parts, register_of(small_site).prints.parts
    assert {part for part in before if before[part] != after[part]} == {"pages", "titles"}


def test_an_address_is_seen_by_whoever_asks_for_addresses(small: Watched, small_site: Path) -> None:
    (small_site / "content/pages/about.md").rename(small_site / "content/pages/about-us.md")
    before, after = small.prints.parts, register_of(small_site).prints.parts
    assert {"addresses", "pages"} <= {part for part in before if before[part] != after[part]}


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("summary: We keep", "summary: We hold", set()),
        ("lawful_basis: public-task", "lawful_basis: contract", {"grounds"}),
        ("title: Library cards", "title: Cards", {"grounds", "titles"}),
    ],
)
def test_what_rights_rest_on_is_seen_by_whoever_asks_for_it(
    small: Watched, small_site: Path, old: str, new: str, seen: set[str]
) -> None:
    replace_once(small_site / "content/data-uses/library-cards.yaml", old, new)
    before, after = small.prints.parts, register_of(small_site).prints.parts
    assert {part for part in before if before[part] != after[part]} - {"shared"} == {"data-uses", *seen}
