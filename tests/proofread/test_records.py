"""What is judged, what a council can decide about findings, and where a finding points."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import read_once

from generator.diagnostics import Finding, Severity
from generator.load.site import load
from generator.model.assemble import model
from generator.proofread.life_cycle import is_a_name
from generator.proofread.records import proofread_records
from generator.proofread.rules import RULES
from generator.proofread.settling import settle

SMALL = Path(__file__).parents[1] / "sites" / "small"
CARDS = "content/data-uses/library-cards.yaml"
ABOUT = "content/pages/about.md"
KEEP = "    retention:\n      - records: Your card\n        keep: 2 years after you last use it\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


def edit(site: Path, path: str, replace: str, by: str) -> None:
    text = (site / path).read_text("utf-8")
    assert replace in text
    (site / path).write_text(text.replace(replace, by, 1), "utf-8")


def proofread(site: Path, today: date = date(2026, 11, 22)) -> dict[str, Finding]:
    modelled = model(load(site, read_once), today)
    assert modelled.register is not None
    assert modelled.findings == ()
    return {
        finding.rule: finding for finding in settle(proofread_records(modelled.register), modelled.register)
    }


def test_a_draft_is_not_judged_by_what_the_law_asks(site: Path) -> None:
    edit(site, CARDS, KEEP, "")
    edit(site, CARDS, "status: published", "status: draft")
    assert "retention-stated" not in proofread(site)


@pytest.mark.parametrize(
    "gone", ["status: withdrawn\nwithdrawn_because: It ended.", "status: published\nexpires_on: 2026-11-21"]
)
def test_a_notice_that_no_longer_holds_need_not_be_complete(site: Path, gone: str) -> None:
    edit(site, CARDS, KEEP, "")
    edit(site, CARDS, "status: published", gone)
    assert "retention-stated" not in proofread(site)


def test_a_notice_that_is_to_be_published_tomorrow_is_judged_today(site: Path) -> None:
    edit(site, CARDS, KEEP, "")
    edit(site, CARDS, "status: published", "status: published\npublish_on: 2026-11-23")
    assert "retention-stated" in proofread(site)


def test_every_finding_carries_its_source_its_line_and_what_to_do(site: Path) -> None:
    edit(site, CARDS, KEEP, "")
    finding = proofread(site)["retention-stated"]
    assert finding.source == "UK GDPR Article 13(2)(a), 14(2)(a)"
    assert finding.excerpt.strip() == "- purpose: Lend you books"
    assert finding.hint


ACCEPTED = """accepted:
  - rule: retention-stated
    reason: The schedule is being written.
    by: Data protection officer
    until: 2026-12-01
people:
"""


def test_an_accepted_finding_is_silent_until_its_last_day_and_then_back(site: Path) -> None:
    edit(site, CARDS, KEEP, "")
    edit(site, CARDS, "people:\n", ACCEPTED)
    assert "retention-stated" not in proofread(site, date(2026, 12, 1))
    later = proofread(site, date(2026, 12, 2))
    assert {"retention-stated", "accepted-expired"} <= later.keys()


def test_an_accepted_finding_of_one_file_is_not_accepted_in_another(site: Path) -> None:
    edit(site, CARDS, "people:\n", ACCEPTED)
    edit(site, "content/data-uses/adult-care.yaml", "    retention:\n      - records: Your care record\n"
         "        keep: 8 years after your care ends\n", "")  # fmt: skip
    assert "retention-stated" in proofread(site)


def test_a_council_can_lower_a_rule_and_its_reason_is_shown(site: Path) -> None:
    setting = (
        "rules:\n  retention-stated:\n    severity: warning\n    reason: Until our schedule is signed.\n"
    )
    edit(site, "site.yaml", "review:\n", setting + "review:\n")
    edit(site, CARDS, KEEP, "")
    finding = proofread(site)["retention-stated"]
    assert finding.severity is Severity.WARNING
    assert "Until our schedule is signed." in finding.hint


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One.\n\nTwo.\n\nLorem ipsum dolor.", "Lorem ipsum dolor."),
        ("One. Read Lorem\nipsum dolor.", "One. Read Lorem"),
    ],
)
def test_a_finding_points_at_the_line_on_which_the_words_begin(site: Path, text: str, line: str) -> None:
    edit(site, ABOUT, "Pellbridge Council runs this site.", text)
    assert proofread(site)["placeholder"].excerpt.startswith(line)


def test_a_finding_in_a_folded_text_points_into_the_text_and_not_at_the_next_field(site: Path) -> None:
    folded = "summary: >-\n  We keep your name. TODO\n  what else?\nalso_called: [TODO list]\n"
    edit(
        site, CARDS, "summary: We keep your name and what you borrow, so that you can borrow books.\n", folded
    )
    assert proofread(site)["placeholder"].location.line == 3


def test_rules_do_not_stumble_over_ids_that_do_not_exist(site: Path) -> None:
    for name in ("shelfmark", "pellbridge-council", "nhs-england"):
        edit(site, "content/reference/organisations.yaml", f"- id: {name}\n", f"- id: not-{name}\n")
    for name in ("privacy-complaints", "ico"):
        edit(site, "content/reference/contacts.yaml", f"- id: {name}\n", f"- id: not-{name}\n")
    edit(site, "content/reference/data-categories.yaml", "- id: health\n", "- id: unwell\n")
    (site / "content/opt-outs/reading-history.md").unlink()
    register = model(load(site, read_once), date(2026, 11, 22)).register
    assert register is not None
    proofread_records(register)


def test_what_is_unsettled_in_law_never_blocks() -> None:
    unsettled = ("recognised-interests-barred", "offence-condition", "automated-basis-unclear")
    assert {RULES[name].severity for name in unsettled} == {Severity.REVIEW}


@pytest.mark.parametrize("owner", ["Fatima Khan", "John P. Smith", "Dr Rao", "a.person@council.example"])
def test_a_person_is_known_for_a_person(owner: str) -> None:
    assert is_a_name(owner)


@pytest.mark.parametrize(
    "owner", ["Caldicott Guardian", "Monitoring Officer", "Head of Legal", "Web team", "Mark-up team"]
)
def test_a_role_is_not_taken_for_a_person(owner: str) -> None:
    assert not is_a_name(owner)
