"""Every rule fails where it should and only there; the cases are data in tests/rules.

The cases share one copy of the small site, which each puts right again, and what is the same for all
is made once: files that a case leaves alone are read once, and pages come from a memory.
"""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import SMALL, build_here

from generator.build import Order, build, publish
from generator.diagnostics import Finding, in_order
from generator.load.documents import Document
from generator.load.html import HtmlFile
from generator.load.reading import read_document
from generator.load.site import Read, load
from generator.model.assemble import model
from generator.proofread.html.judge import proofread_html
from generator.proofread.records import proofread_records
from generator.proofread.rules import RULES
from generator.proofread.settling import settle

TESTS = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
CASES = {
    file.stem: yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    for file in sorted((TESTS / "rules").glob("*.yaml"))
}


BESIDE_THE_LAST = ("published", "addresses")
"""Rules that compare with the last publication: the site is published before a case changes it."""


def cases(kind: str) -> Iterator[Any]:
    """Every case of a kind; of those that fail the first of each rule counts the lines that they run."""
    for rule, listed in CASES.items():
        for number, case in enumerate(listed[kind]):
            counted = kind == "fail" and number == 0
            marks = () if counted else (pytest.mark.without_coverage,)
            yield pytest.param(rule, case, id=f"{rule}: {case['name']}", marks=marks)


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


def changed_by(case: Mapping[str, Any]) -> set[str]:
    """The files that a case changes, from the site's folder."""
    edited = {edit["path"] for edit in case.get("edit", ())}
    laid = (case.get(name, ()) for name in ("write", "bytes", "link", "unreadable"))
    return edited.union(*laid, changed_by(case["published"]) if "published" in case else ())


def put_right(site: Path, paths: Iterable[str]) -> None:
    """Makes files what they are in the small site, which does not have most of them."""
    for path in paths:
        (site / path).unlink(missing_ok=True)
        if (SMALL / path).exists():
            shutil.copyfile(SMALL / path, site / path)
        for folder in (site / path).parents[: path.count("/")]:
            if not (SMALL / folder.relative_to(site)).exists() and folder.exists():
                shutil.rmtree(folder)


@functools.cache
def as_it_was(file: Path, home: Path, collection: str) -> tuple[Document | Finding, ...]:
    return tuple(read_document(file, home, collection))


def reading(changed: set[str]) -> Read:
    """Reads files as a build does; those that no case has changed are known already."""

    def read(file: Path, site: Path, collection: str) -> Iterable[Document | Finding]:
        path = file.relative_to(site).as_posix()
        if path in changed:
            return read_document(file, site, collection)
        home = SMALL if site.name == SMALL.name else site
        return as_it_was(home / path, home, collection)

    return read


@dataclass(frozen=True)
class Copy:
    """A copy of the small site for one case after another, and what the public sees of it."""

    site: Path
    published: Path

    def publication(self, case: Mapping[str, Any]) -> Path:
        """What was published before the case changes it: the small site, unless the case says more."""
        if "published" not in case:
            return self.published
        change(self.site, case["published"])
        publish(build_here(self.site), self.site / "public")
        return self.site / "public"

    def found(self, rule: str, case: Mapping[str, Any], monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
        """What is found on it; pages are made only for the rules that look at them."""
        beside = RULES[rule].subject in BESIDE_THE_LAST
        published = self.publication(case) if beside else None
        change(self.site, case)
        refuse_to_open(case.get("unreadable", []), self.site, monkeypatch)
        if beside:
            return build_here(self.site, published=published).findings
        if RULES[rule].subject == "built" or rule == "template-error":
            return build_here(self.site, preview=True).findings
        modelled = model(load(self.site, reading(changed_by(case))), TODAY)
        records = proofread_records(modelled.register, [RULES[rule]]) if modelled.register else ()
        return in_order(settle((*modelled.findings, *records), modelled.register))


@pytest.fixture(scope="module")
def the_copy(published_small: Path, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("rules") / "small"))
    return Copy(site, published_small / "public")


@pytest.fixture
def copy(the_copy: Copy, request: pytest.FixtureRequest) -> Iterator[Copy]:
    yield the_copy
    put_right(the_copy.site, changed_by(request.node.callspec.params["case"]))
    shutil.rmtree(the_copy.site / "public", ignore_errors=True)


def findings(
    rule: str, case: Mapping[str, Any], copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> list[Finding]:
    if "html" in case:
        return [f for f in proofread_html([HtmlFile("page.html", case["html"])]) if f.rule == rule]
    return [finding for finding in copy.found(rule, case, monkeypatch) if finding.rule == rule]


@pytest.mark.parametrize(("rule", "case"), list(cases("fail")))
def test_the_rule_finds(
    rule: str, case: Mapping[str, Any], copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = {"path": "page.html"} | case["at"]
    here = [f for f in findings(rule, case, copy, monkeypatch) if f.location.path == at["path"]]
    assert here, f"nothing was found in {at['path']}"
    assert {finding.severity for finding in here} == {RULES[rule].severity}
    assert all(finding.message and finding.source for finding in here)
    if "line_has" in at:
        text = case.get("html") or (copy.site / at["path"]).read_text("utf-8", "replace")
        lines = text.splitlines()
        assert any(at["line_has"] in lines[finding.location.line - 1] for finding in here), here
    assert any(at.get("message_has", "") in finding.message for finding in here), here


@pytest.mark.parametrize(("rule", "case"), list(cases("pass")))
def test_the_rule_lets_pass(
    rule: str, case: Mapping[str, Any], copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert findings(rule, case, copy, monkeypatch) == []


def test_the_small_site_has_no_finding() -> None:
    assert build(Order(SMALL, TODAY), lambda _: None).findings == ()


def test_every_rule_has_a_case_that_fails_and_one_that_passes() -> None:
    assert not [rule for rule in RULES for kind in ("fail", "pass") if not CASES.get(rule, {}).get(kind)]


def test_no_file_of_cases_is_without_its_rule() -> None:
    assert CASES.keys() <= RULES.keys()


def test_every_rule_tells_what_why_and_how_and_its_source() -> None:
    parts = ("What", "Why", "How")
    assert not [name for name, rule in RULES.items() if not (all(map(rule.part, parts)) and rule.source)]
