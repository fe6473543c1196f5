"""The faults of the page that this project began with: each is found, by the rule made for it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import read_once

from generator.load.site import load
from generator.model.assemble import model
from generator.proofread.records import proofread_records

SMALL = Path(__file__).parents[1] / "sites" / "small"

PAGE = """---
title: National opt-out
summary: A choice about health information, as many councils describe it.
status: published
reach: national-data-opt-out
channels:
  - kind: online
    how: Use the NHS website.
---
Information can be provided• for research and planning.

All organisations have until 31 July 2022 to put systems in place.

The council is currently compliant with the national data opt-out policy.

To find out more, ring 0300 303 5678 or write to the Information Commissioner.
"""

FAULTS = {
    "past-deadline": "31 July 2022",
    "undated-claim": "currently compliant",
    "offline-channel": "channels",
    "choice-age-answered": "title",
    "choice-proxies-answered": "title",
    "choice-effect-stated": "title",
    "opt-out-england-only": "title",
    "compliance-stated": "title",
    "owner-stated": "title",
    "review-dates-stated": "title",
    "stray-bullet": "provided•",
    "typed-contact": "0300 303 5678",
    "outdated-phrase": "Information Commissioner",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("seed") / "site"))
    (site / "content/opt-outs/seed.md").write_text(PAGE, "utf-8")
    register = model(load(site, read_once), date(2026, 11, 22)).register
    assert register is not None
    on_page = (f for f in proofread_records(register) if f.location.path.endswith("seed.md"))
    return {finding.rule: finding.excerpt for finding in on_page}


@pytest.mark.parametrize(("rule", "words"), FAULTS.items())
def test_the_fault_is_found_on_its_line(rule: str, words: str, found: dict[str, str]) -> None:
    assert words in found[rule]


def test_nothing_else_is_found(found: dict[str, str]) -> None:
    assert found.keys() == FAULTS.keys()
