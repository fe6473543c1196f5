"""What changed between two versions, in sentences: pairs made by hand, and every field of the schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from conftest import ROOT, SMALL

from generator.config import Part
from generator.load.site import load
from generator.load.templates import load_templates
from generator.model.assemble import KINDS, model
from generator.model.data_use import DataUse
from generator.model.differences.compare import differences, facts
from generator.model.differences.difference import Difference
from generator.model.differences.matching import IDENTITY
from generator.model.differences.vocabulary import NOT_TOLD, VALUES
from generator.model.opt_out import OptOut
from generator.model.public_benefit import PublicBenefit
from generator.model.record import Record
from generator.render.engine import prose_of
from generator.render.told import Teller, names_of
from generator.render.words import Words, read_words

FOLDER = ROOT / "tests" / "differences"
COMMON = {"title": "Library cards", "summary": "We lend you books.", "status": "published"}
FILES: dict[str, type[Record]] = {"data_uses": DataUse, "choices": OptOut, "projects": PublicBenefit}
PAIRS = [
    pytest.param(kind, pair, id=pair["name"])
    for file, kind in FILES.items()
    for pair in yaml.load((FOLDER / f"{file}.yaml").read_text("utf-8"), yaml.CSafeLoader)
]


@cache
def words() -> Words:
    found = read_words(load_templates(SMALL), "en")
    assert isinstance(found, Words)
    return found


@cache
def teller() -> Teller:
    register = model(load(SMALL), date(2026, 11, 22)).register
    assert register
    return Teller(words(), names_of(register), prose_of(register))


def record(kind: type[Record], fields: dict[str, Any]) -> Record:
    return kind.model_validate_json(json.dumps({**COMMON, **fields}, default=str))


def told(difference: Difference) -> Iterator[str]:
    """The lines in which a difference is told."""
    yield teller().text(difference)
    yield from (f"  {line}" for line in teller().detail_texts(difference))
    for passage in difference.passages:
        yield f"  {words()(f'changed.{passage.kind}')}: {teller().prose.plain(passage.text)}"


def said(kind: type[Record], pair: dict[str, Any]) -> list[str]:
    found = facts(differences(record(kind, pair["before"]), record(kind, pair["after"])))
    return [line for difference in found for line in told(difference)]


@pytest.mark.parametrize(("kind", "pair"), PAIRS)
def test_a_pair_of_versions_is_told_whole_and_in_words_that_read_well(
    kind: type[Record], pair: dict[str, Any]
) -> None:
    assert said(kind, pair) == pair["says"]


def test_there_are_at_least_twenty_pairs() -> None:
    assert len(PAIRS) >= 20


@pytest.mark.parametrize(("kind", "pair"), PAIRS)
def test_nothing_is_told_twice_and_nothing_where_nothing_changed(
    kind: type[Record], pair: dict[str, Any]
) -> None:
    found = said(kind, pair)
    sentences = [line for line in found if not line.startswith(" ")]
    assert len(sentences) == len(set(sentences))
    assert said(kind, {"before": pair["after"], "after": pair["after"]}) == []


def parts(annotation: Any) -> Iterator[type[Part]]:
    """The parts inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from parts(argument)


def fields() -> Iterator[tuple[type[Part], str, Any]]:
    """Every field of every part of every kind of record that is told, with its annotation."""
    waiting: list[type[Part]] = list(KINDS.values())
    seen: set[type[Part]] = set()
    while waiting:
        kind = waiting.pop()
        for name, field in kind.model_fields.items():
            if issubclass(kind, Record) and name in NOT_TOLD:
                continue
            yield kind, name, field.annotation
            for part in parts(field.annotation):
                if part not in seen and part.__name__ != "DoesNotApply":
                    seen.add(part)
                    waiting.append(part)


def told_under(kind: type[Part], field: str) -> str:
    return "Record" if issubclass(kind, Record) and field in Record.model_fields else kind.__name__


def values(annotation: Any) -> Iterator[str]:
    """The fixed values that a field can have."""
    if get_origin(annotation) is Literal:
        yield from (value for value in get_args(annotation) if isinstance(value, str))
    for argument in get_args(annotation):
        yield from values(argument)


FIELDS = sorted({(told_under(kind, name), name) for kind, name, _ in fields()})


@pytest.mark.parametrize(("part", "field"), FIELDS, ids=[f"{part}.{name}" for part, name in FIELDS])
def test_every_field_has_a_sentence_for_every_way_of_changing(part: str, field: str) -> None:
    forms = ("added", "removed", "changed", "reworded", "joined", "first", "left", "not_needed", "reason")
    for form in (*forms, "yes", "no", "added_group", "removed_group", "longer", "shorter"):
        if form in ("longer", "shorter") and field != "keep":
            continue
        given = tuple((name, "X") for name in ("item", "old", "new", "now", "before", "rest"))
        sentence = teller().text(Difference(part, field, form, given))
        assert sentence
        assert "{" not in sentence


def test_every_fixed_value_has_words() -> None:
    for kind, name, annotation in fields():
        for value in values(annotation):
            key = VALUES[f"{told_under(kind, name)}.{name}"]
            assert words()(key.format(value) if "{}" in key else f"{key}.{value}")


def test_every_part_that_stands_in_a_list_is_known_by_something() -> None:
    listed = set()
    for _, _, annotation in fields():
        for argument in (annotation, *get_args(annotation)):
            if get_origin(argument) is tuple:
                listed |= {part.__name__ for part in parts(argument)}
            for deeper in get_args(argument):
                if get_origin(deeper) is tuple:
                    listed |= {part.__name__ for part in parts(deeper)}
    assert listed - {"DoesNotApply"} <= IDENTITY.keys()


def test_the_words_name_no_field_that_does_not_exist() -> None:
    told = words().values["changed"]
    assert isinstance(told, dict)
    general = {"any", "any_item", "detail", "about", "removed", "added", "values", "rights"}
    known = {(part, field) for part, field in FIELDS}
    written = {(part, field) for part, listed in told.items() if part not in general for field in listed}
    assert written == known
