"""Whatever an editor saves, the answer is a finding that points at the line, and the site stands.

The cases are data, in broken_cases.py.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from broken_cases import CASES, Case
from conftest import ROOT, fingerprints, page_text, run_apart, run_build

EVERY_CASE = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


MAY_CRASH = ("yaml-nesting", "yaml-alias", "file-link", "file-unexpected")
"""Rules that keep the program from crashing or hanging: their cases run in a process of their own."""


def check(site: Path) -> tuple[int, list[dict[str, Any]]]:
    """`check --format json`: its status and its findings."""
    ran = run_build("check", "--site", site, "--format", "json")
    return ran.status, ran.json["findings"]


def line_of(finding: dict[str, Any], site: Path) -> str:
    """The line of the file that a finding points at, where it is text."""
    file = site / finding["path"]
    if not file.is_file():
        return ""
    lines = file.read_text("utf-8", "replace").split("\n")
    return lines[finding["line"] - 1] if finding["line"] <= len(lines) else "(behind the end)"


def expected(case: Case, site: Path, findings: list[dict[str, Any]]) -> dict[str, Any]:
    """The finding that a case is about."""
    seen = "\n".join(f"{f['path']}:{f['line']}:{f['column']} {f['rule']} {f['message']}" for f in findings)
    matching = [f for f in findings if f["rule"] == case.rule and f["path"] == case.blamed]
    assert matching, f"no {case.rule} at {case.blamed}; found:\n{seen or 'nothing'}"
    at = [f for f in matching if f["line"] == case.line or str(case.line) in line_of(f, site)]
    if isinstance(case.line, int):
        at = [f for f in matching if f["line"] == case.line]
    assert at, f"not on the line {case.line!r}; found:\n{seen}"
    return at[0]


@pytest.mark.without_coverage
@EVERY_CASE
def test_a_broken_file_is_a_finding_and_the_published_site_stays(
    case: Case, published_small: Path, tmp_path: Path
) -> None:
    site = Path(shutil.copytree(published_small, tmp_path / "site"))
    before = fingerprints(site / "public")
    case.put(site)
    run = run_apart if case.rule in MAY_CRASH else run_build
    ran = run("build", "--site", site, "--format", "json")
    assert ran.status == case.status, f"status {ran.status}: {ran.stdout[-500:]} {ran.stderr[-500:]}"
    assert "Traceback" not in ran.stdout + ran.stderr
    assert "stumbled" not in ran.stdout + ran.stderr
    assert fingerprints(site / "public") == before
    found = expected(case, site, ran.json["findings"])
    assert found["severity"] == "error"
    assert found["message"].strip()
    assert found["hint"].strip()
    assert case.says in f"{found['message']} {found['hint']}"


def test_all_mistakes_of_a_site_are_found_in_one_run(small_site: Path) -> None:
    together = [case for case in CASES if not case.alone]
    assert len(together) > 60
    for case in together:
        case.put(small_site)
    ran = run_build("check", "--site", small_site, "--format", "json")
    assert ran.status == 1
    assert ran.stderr == ""
    for case in together:
        expected(case, small_site, ran.json["findings"])


@pytest.mark.without_coverage
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/reference/organisations.yaml", "- id: ", "- id: [\n- id: "),
        ("content/reference/facts.yaml", "- id: ", "- id: [\n- id: "),
        ("content/reference/rights.yaml", "- id: ", "- id: [\n- id: "),
        ("content/reference/rights.yaml", "  name: ", "  nme: "),
        ("content/pages/accessibility.md", "title: ", "titel: "),
        ("content/data-uses/parking.yaml", "title: ", "titel: "),
    ],
)
def test_a_broken_file_is_told_once_and_what_leads_to_it_is_not_blamed(
    path: str, old: str, new: str, tmp_path: Path
) -> None:
    """On the demonstration site, where everything is named from many places, earlier versions among them."""
    site = Path(shutil.copytree(ROOT / "content", tmp_path / "site/content")).parent
    shutil.copy(ROOT / "site.yaml", site)
    (site / path).write_text((site / path).read_text("utf-8").replace(old, new, 1), "utf-8")
    status, findings = check(site)
    assert status == 1
    assert {finding["path"] for finding in findings if finding["rule"] != "outcome-overdue"} == {path}


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [("languages: [en]", "languages: [xx]", "languages"), ("provider: demon", "provider: dem", "provider")],
)
def test_a_list_is_not_called_empty_because_its_only_entry_is_wrong(
    right: str, wrong: str, line: str, tmp_path: Path
) -> None:
    text = (ROOT / "site.yaml").read_text("utf-8")
    assert right in text
    (tmp_path / "site.yaml").write_text(text.replace(right, wrong, 1), "utf-8")
    (tmp_path / "content").mkdir()
    status, findings = check(tmp_path)
    assert status == 2
    assert [line in line_of(finding, tmp_path) for finding in findings] == [True]


def test_findings_stand_in_the_order_of_files_and_lines(small_site: Path) -> None:
    for case in CASES:
        if not case.alone:
            case.put(small_site)
    _, findings = check(small_site)
    places = [(f["path"], f["line"], f["column"]) for f in findings]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "content",
    [
        page_text().replace("\n", "\r\n").encode(),
        page_text().replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + page_text().encode(),
        page_text(title="Bins 🗑️ and 👩🏽‍🦼", body="Cymraeg: ŵ ŷ. 日本語. עברית.").encode(),
        page_text("also_called: [no, NO, on, '12:30', 'null']").encode(),
        page_text("also_called:\n- not indented\n- 'it''s fine'").encode(),
        page_text("in_footer: yes\nquick_exit: no").encode(),
        page_text("in_footer: true").encode(),
        page_text("in_footer: Yes\nquick_exit: NO").encode(),
        page_text(body="").encode(),
        page_text(body="A line\n\n---\n\nafter a rule.").encode(),
        page_text().rstrip().encode(),
    ],
    ids=[
        *("crlf", "cr", "bom", "emoji", "words", "dashes"),
        *("yes", "true", "Yes", "no body", "rule", "no line end"),
    ],
)
def test_what_only_looks_odd_is_fine(small_site: Path, content: bytes) -> None:
    (small_site / "content/pages/odd.md").write_bytes(content)
    status, findings = check(small_site)
    assert (status, findings) == (0, [])


def test_words_that_yaml_takes_for_something_else_stay_words(small_site: Path) -> None:
    fields = "also_called: [no, NO, on, 12:30, 0123, 1_000, 0x1F]"
    (small_site / "content/pages/odd.md").write_text(page_text(fields), "utf-8")
    assert check(small_site) == (0, [])
    run_build("build", "--site", small_site)
    index = (small_site / "public/a-z/index.html").read_text("utf-8")
    assert all(f">{word}<" in index for word in ("no", "NO", "on", "12:30", "0123", "1_000", "0x1F"))


def test_a_link_inside_the_site_is_followed(small_site: Path) -> None:
    (small_site / "content/pages/odd.md").symlink_to("about.md")
    assert check(small_site)[0] == 0


def test_hidden_files_and_backups_are_left_alone(small_site: Path) -> None:
    for name in (".DS_Store", ".about.md.swp", "about.md~", ".hidden.md"):
        (small_site / "content/pages" / name).write_bytes(b"\xff\xfe\x00")
    assert check(small_site) == (0, [])


def test_references_in_a_circle_do_not_hang_the_program(small_site: Path) -> None:
    file = small_site / "content/reference/laws.yaml"
    circle = "- id: {0}-law\n  title: The {0} Act 1900\n  repealed_on: 1950-01-01\n  replaced_by: {1}-law\n"
    file.write_text(file.read_text() + circle.format("one", "two") + circle.format("two", "one"), "utf-8")
    ran = run_build("check", "--site", small_site, "--format", "json")
    assert ran.status in (0, 1)
    assert "Traceback" not in ran.stderr


def test_a_missing_content_folder_is_a_finding(small_site: Path) -> None:
    shutil.rmtree(small_site / "content")
    status, findings = check(small_site)
    assert status == 1  # site.yaml itself can be read; what it names is missing
    assert [f["path"] for f in findings if f["rule"] == "file-unexpected"] == ["content"]


def test_a_file_name_of_lone_bytes_is_shown_readably(small_site: Path) -> None:
    name = bytes(small_site / "content/pages") + b"/caf\xe9.md"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - a path of bytes
        file.write(page_text())
    ran = run_build("build", "--site", small_site, "--format", "json")
    assert ran.status == 1
    assert [f["path"] for f in ran.found("file-name")] == ["content/pages/caf?.md"]
