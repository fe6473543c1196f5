"""A cell of the matrix is missing exactly where a rule of the catalogue says so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, SMALL, read_once, replace_once

from generator.load.site import load
from generator.model.assemble import model
from generator.model.register import Register
from generator.proofread.items import ITEMS
from generator.proofread.records import proofread_records
from generator.proofread.rules import RULES
from generator.proofread.standing import Standing, standing

TODAY = date(2026, 11, 22)
NAMED = sorted({rule for item in ITEMS.values() for rule in item.rules})
RULES_OF_NOTICES = [rule for rule in NAMED if RULES[rule].subject == "data-uses"]


def broken_variants() -> Iterator[Any]:
    """Every case, failing or passing, of every rule that an item names."""
    for rule in NAMED:
        cases = yaml.safe_load((ROOT / f"tests/rules/{rule}.yaml").read_text("utf-8"))
        for kind in ("fail", "pass"):
            for case in cases[kind]:
                yield pytest.param(case, id=f"{rule}, {kind}: {case['name']}")


def register_of(site: Path) -> Register:
    register = model(load(site, read_once), TODAY).register
    assert register is not None
    return register


def changed(site: Path, case: Mapping[str, Any]) -> Register:
    for edit in case.get("edit", ()):
        replace_once(site / edit["path"], edit["replace"], edit["with"])
    for path, text in case.get("write", {}).items():
        (site / path).write_text(text, "utf-8")
    return register_of(site)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


def stands(register: Register, slug: str) -> dict[str, Standing]:
    use = register.data_uses[slug]
    return {name: standing(item, use, register) for name, item in ITEMS.items()}


def test_the_items_are_those_of_the_law_in_their_order() -> None:
    assert list(ITEMS) == [f"N{number:02}" for number in range(1, 22)]
    assert set(NAMED) <= RULES.keys()


@pytest.mark.parametrize("case", list(broken_variants()))
def test_an_item_is_missing_exactly_where_its_rules_report_it(site: Path, case: Mapping[str, Any]) -> None:
    register = changed(site, case)
    found = {(finding.location.path, finding.rule) for finding in proofread_records(register)}
    for slug, use in register.data_uses.items():
        if not use.stage.is_current:
            continue
        for name, how in stands(register, slug).items():
            rules = [rule for rule in ITEMS[name].rules if rule in RULES_OF_NOTICES]
            reported = any((use.document.path, rule) in found for rule in rules)
            by_site = how.state == "missing" and how.given["rule"] not in RULES_OF_NOTICES
            assert (how.state == "missing") == (reported or by_site), (slug, name, how)
            if by_site:
                assert how.given["rule"] in {rule for _, rule in found}


def test_a_complete_notice_states_inherits_or_does_not_need_each_item(site: Path) -> None:
    found = {name: how.state for name, how in stands(register_of(site), "library-cards").items()}
    stated = {"N04", "N05", "N07", "N08", "N09", "N10", "N12", "N16"}
    inherited = {"N01", "N03", "N11", "N13", "N14", "N19"}
    assert {name for name, state in found.items() if state == "stated"} == stated
    assert {name for name, state in found.items() if state == "inherited"} == inherited
    assert {state for name, state in found.items() if name not in stated | inherited} == {"not-applicable"}


def test_what_is_inherited_points_to_where_it_stands(site: Path) -> None:
    found = stands(register_of(site), "library-cards")
    lines = (site / "site.yaml").read_text("utf-8").splitlines()
    for name, key in (("N01", "controller:"), ("N03", "data_protection_officer:"), ("N13", "contact:")):
        assert found[name].where.path == "site.yaml"
        assert lines[found[name].where.line - 1].strip().startswith(key)
    assert found["N08"].where.path == "content/data-uses/library-cards.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "missing"),
    [
        ("contacts.yaml", "- id: data-protection-officer", "- id: other-officer", {"N03"}),
        ("contacts.yaml", "- id: privacy-complaints", "- id: other-complaints", {"N13"}),
        ("contacts.yaml", "- id: ico", "- id: other-regulator", {"N14"}),
        ("rights.yaml", "- id: complain-to-us", "- id: complain-to-them", {"N13"}),
        ("rights.yaml", "- id: complain-to-regulator", "- id: complain-to-nobody", {"N14"}),
        ("rights.yaml", "- id: object", "- id: objection", {"N11", "N19"}),
    ],
)
def test_what_the_site_lacks_is_missing_in_every_notice(
    site: Path, file: str, old: str, new: str, missing: set[str]
) -> None:
    replace_once(site / "content/reference" / file, old, new)
    modelled = model(load(site, read_once), TODAY)
    assert modelled.register
    found = {f.rule for f in (*modelled.findings, *proofread_records(modelled.register))}
    for slug in modelled.register.data_uses:
        lacking = {n: how for n, how in stands(modelled.register, slug).items() if how.state == "missing"}
        assert lacking.keys() == missing
        assert {how.given["rule"] for how in lacking.values()} <= found


def test_an_unknown_basis_is_never_taken_for_no(site: Path) -> None:
    """Whether consent, interests or an objection come in hangs on the basis that nobody has stated."""
    replace_once(site / "content/data-uses/adult-care.yaml", "    lawful_basis: public-task\n", "")
    found = stands(register_of(site), "adult-care")
    assert {n for n, how in found.items() if how.state == "missing"} == {"N05", "N06", "N11", "N12", "N19"}


def test_law_enforcement_is_not_asked_what_part_3_does_not_ask(site: Path) -> None:
    file = site / "content/data-uses/adult-care.yaml"
    text = file.read_text("utf-8").replace("lawful_basis: public-task", "lawful_basis: law-enforcement")
    file.write_text(text + "regime: law-enforcement\n", "utf-8")
    replace_once(file, "transfers:\n  does_not_apply: All records stay in the United Kingdom.\n", "")
    register = register_of(site)
    found = stands(register, "adult-care")
    assert (found["N09"].state, found["N09"].reason) == ("not-applicable", "part-3")
