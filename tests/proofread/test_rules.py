"""Every rule fails where it should and only there; the cases are data in tests/rules."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import read_once

from generator.build import Order, build, publish
from generator.diagnostics import Finding, in_order
from generator.load.html import HtmlFile
from generator.load.site import load
from generator.model.assemble import model
from generator.proofread.html.judge import proofread_html
from generator.proofread.records import proofread_records
from generator.proofread.rules import RULES
from generator.proofread.settling import settle

TESTS = Path(__file__).parents[1]
SMALL = TESTS / "sites" / "small"
TODAY = date(2026, 11, 22)
CASES = {
    file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted((TESTS / "rules").glob("*.yaml"))
}


BESIDE_THE_LAST = ("published", "addresses")
"""Rules that compare with the last publication: the site is published before a case changes it."""


def cases(kind: str) -> Iterator[Any]:
    for rule, listed in CASES.items():
        for case in listed[kind]:
            yield pytest.param(rule, case, id=f"{rule}: {case['name']}")


def change(site: Path, case: Mapping[str, Any]) -> None:
    """Lays a case over a copy of the small site; an edit that finds nothing to replace is a mistake."""
    for edit in case.get("edit", ()):
        file = site / edit["path"]
        text = file.read_text("utf-8")
        assert edit["replace"] in text, f"{edit['path']} does not say: {edit['replace']}"
        file.write_text(text.replace(edit["replace"], edit["with"], 1), "utf-8")
    contents = {path: text.encode() for path, text in case.get("write", {}).items()}
    for path, raw in case.get("bytes", {}).items():
        contents[path] = bytes.fromhex(raw["hex"]) if "hex" in raw else raw["of"].encode() * raw["times"]
    for path, content in contents.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    for path, target in case.get("link", {}).items():
        (site / path).symlink_to(target)


def refuse_to_open(paths: list[str], site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that the system will not open: root may open everything, so it is played."""
    closed = {site / path for path in paths}
    really = Path.read_bytes

    def read_bytes(self: Path) -> bytes:
        if self in closed:
            raise PermissionError(13, "Permission denied")
        return really(self)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)


def found(rule: str, site: Path) -> tuple[Finding, ...]:
    """What is found on a site; pages are made only for the rules that look at them."""
    if RULES[rule].subject in BESIDE_THE_LAST:
        return build(Order(site, TODAY, published=site / "public"), lambda _: None).findings
    if RULES[rule].subject == "built" or rule == "template-error":
        return build(Order(site, TODAY, preview=True), lambda _: None).findings
    modelled = model(load(site, read_once), TODAY)
    records = proofread_records(modelled.register, [RULES[rule]]) if modelled.register else ()
    return in_order(settle((*modelled.findings, *records), modelled.register))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


def findings(
    rule: str, case: Mapping[str, Any], site: Path, monkeypatch: pytest.MonkeyPatch
) -> list[Finding]:
    if "html" in case:
        return [f for f in proofread_html([HtmlFile("page.html", case["html"])]) if f.rule == rule]
    change(site, case.get("published", {}))
    if RULES[rule].subject in BESIDE_THE_LAST:
        publish(build(Order(site, TODAY), lambda _: None), site / "public")
    change(site, case)
    refuse_to_open(case.get("unreadable", []), site, monkeypatch)
    return [finding for finding in found(rule, site) if finding.rule == rule]


@pytest.mark.parametrize(("rule", "case"), list(cases("fail")))
def test_the_rule_finds(
    rule: str, case: Mapping[str, Any], site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = {"path": "page.html"} | case["at"]
    here = [f for f in findings(rule, case, site, monkeypatch) if f.location.path == at["path"]]
    assert here, f"nothing was found in {at['path']}"
    assert {finding.severity for finding in here} == {RULES[rule].severity}
    assert all(finding.message and finding.source for finding in here)
    if "line_has" in at:
        text = case.get("html") or (site / at["path"]).read_text("utf-8", "replace")
        lines = text.splitlines()
        assert any(at["line_has"] in lines[finding.location.line - 1] for finding in here), here


@pytest.mark.parametrize(("rule", "case"), list(cases("pass")))
def test_the_rule_lets_pass(
    rule: str, case: Mapping[str, Any], site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert findings(rule, case, site, monkeypatch) == []


def test_the_small_site_has_no_finding(site: Path) -> None:
    assert build(Order(site, TODAY), lambda _: None).findings == ()


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_has_a_case_that_fails_and_one_that_passes(rule: str) -> None:
    assert CASES[rule]["fail"]
    assert CASES[rule]["pass"]


def test_no_file_of_cases_is_without_its_rule() -> None:
    assert CASES.keys() <= RULES.keys()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_tells_what_why_and_how_and_its_source(rule: Any) -> None:
    assert all(rule.part(name) for name in ("What", "Why", "How"))
    assert rule.source
