"""Where a record stands on a day, and on which day that changes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL, page_text, read_once, replace_once

from generator.load.site import load
from generator.model.assemble import Modelled, model
from generator.model.due import due
from generator.model.life_cycle import Stage, stage
from generator.model.outcome import outcome_due_on
from generator.model.page import Page
from generator.model.public_benefit import PublicBenefit

TODAY = date(2026, 11, 22)


def modelled(site: Path, **more: Any) -> Modelled:
    return model(load(site, read_once), TODAY, **more)


def stage_of(**fields: Any) -> Stage:
    register = modelled(SMALL).register
    assert register is not None
    page = Page.model_validate({"title": "T", "summary": "S", "status": "published", **fields})
    return stage(page, register.site, TODAY)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "live"),
        ({"status": "draft", "publish_on": "2020-01-01"}, "draft"),
        ({"publish_on": "2026-11-22"}, "live"),
        ({"publish_on": "2026-11-23"}, "scheduled"),
        ({"expires_on": "2026-11-22"}, "live"),
        ({"expires_on": "2026-11-21"}, "expired"),
        ({"review_due": "2026-11-21"}, "overdue"),
        ({"review_due": "2026-11-22"}, "review-due"),
        ({"review_due": "2027-01-21"}, "review-due"),
        ({"review_due": "2027-01-22"}, "live"),
        ({"status": "withdrawn", "expires_on": "2020-01-01"}, "withdrawn"),
        ({"expires_on": "2026-01-01", "review_due": "2025-01-01"}, "expired"),
        ({"status": "withdrawn", "publish_on": "2027-01-01"}, "scheduled"),
    ],
)
def test_the_stage_on_a_day(fields: dict[str, str], expected: str) -> None:
    assert stage_of(**fields) == expected


def test_only_what_is_current_is_listed_and_only_drafts_are_hidden(small_site: Path) -> None:
    for name, fields, status in (
        ("gone", "withdrawn_because: Old.", "withdrawn"),
        ("over", "expires_on: 2026-11-01", "published"),
        ("plan", "", "draft"),
    ):
        (small_site / f"content/pages/{name}.md").write_text(page_text(fields, status=status), "utf-8")
    register = modelled(small_site).register
    assert register is not None
    shown = {filed.slug for filed in register.shown(register.pages.values())}
    current = {filed.slug for filed in register.current(register.pages.values())}
    assert {"gone", "over"} <= shown
    assert "plan" not in shown
    assert shown - current == {"gone", "over"}
    with_drafts = modelled(small_site, drafts=True).register
    assert with_drafts is not None
    assert "plan" in {filed.slug for filed in with_drafts.shown(with_drafts.pages.values())}


def test_another_address_takes_the_place_of_the_site_s(small_site: Path) -> None:
    register = modelled(small_site, base_url="https://example.org/a/b").register
    assert register is not None
    assert register.site.base_path == "/a/b/"


def project(*states: tuple[str, str], **more: Any) -> PublicBenefit:
    steps = tuple({"state": state, "on": day} for state, day in states)
    return PublicBenefit.model_validate({"title": "T", "summary": "S", "steps": steps, **more})


def test_an_outcome_is_due_some_days_after_the_end() -> None:
    assert outcome_due_on(project(("active", "2026-01-01")), 60) is None
    ended = outcome_due_on(project(("active", "2026-01-01"), ("concluded", "2026-06-01")), 60)
    assert ended == date(2026, 7, 31)


def test_everything_that_somebody_must_look_at_is_due_with_its_place(small_site: Path) -> None:
    accepted = "accepted:\n  - {rule: raw-html, reason: R., by: Web editor, until: 2027-02-01}"
    (small_site / "content/pages/odd.md").write_text(page_text(accepted), "utf-8")
    register = modelled(small_site, drafts=True).register
    assert register is not None
    items = due(register)
    kinds = {item.what for item in items}
    assert {"review", "check", "accepted finding raw-html ends"} <= kinds
    assert [item.date for item in items] == sorted(item.date for item in items)
    for item in items:
        line = (small_site / item.path).read_text("utf-8").split("\n")[item.line - 1]
        assert item.date.isoformat() in line or "accepted" in item.what or item.what == "outcome", item


def test_a_record_that_is_itself_broken_is_not_also_an_unknown_id(small_site: Path) -> None:
    use = next(iter(sorted((small_site / "content/opt-outs").iterdir())))
    use.write_text("---\ntitle: [\n---\n", "utf-8")
    rules = [(f.rule, f.location.path) for f in modelled(small_site).findings]
    assert ("unknown-id", use.name) not in rules
    assert {path for _, path in rules} == {f"content/opt-outs/{use.name}"}


def test_the_nearest_word_is_suggested_for_an_unknown_id(small_site: Path) -> None:
    site = small_site / "site.yaml"
    replace_once(site, "feedback: web-team", "feedback: web-taem")
    (found,) = modelled(small_site).findings
    assert (found.rule, found.hint) == ("unknown-id", "Did you mean `web-team`?")
    assert json.dumps(found.message)
