"""`python build.py report`: what it writes, where it must not, and what it says."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from conftest import Ran, fingerprints, replace_once, run_build

from generator.load.html import read_html
from generator.proofread.html.judge import proofread_html
from generator.proofread.items import ITEMS

Run = Callable[..., Ran]
FILES = {"index.html", "calendar.ics", "calendar.csv", "findings.csv", "report.json"}
ACCEPTED = """accepted:
  - rule: consent-withdrawal
    reason: The list is moved in January.
    by: Data protection officer
    until: 2026-12-31
  - rule: transfers-stated
    reason: The supplier is asked.
    by: Libraries manager
    until: 2026-11-01
"""


@pytest.fixture
def broken_site(small_site: Path) -> Path:
    """Something is missing, late, accepted, ended, without an owner; a changed severity, and a draft."""
    cards = small_site / "content/data-uses/library-cards.yaml"
    replace_once(cards, "    withdraw_consent: Tell any library that you want no more news.\n", "")
    transfers = (
        "transfers:\n  - country: Ireland\n    organisation: shelfmark\n    mechanism: regulations-45a\n"
    )
    replace_once(cards, transfers, "")
    cards.write_text(cards.read_text("utf-8") + ACCEPTED, "utf-8")
    falls = small_site / "content/data-uses/falls-planning.yaml"
    replace_once(falls, "  safeguards:\n    - This notice is public.\n", "")
    replace_once(falls, "review_due: 2027-10-01", "review_due: 2026-11-02")
    replace_once(falls, "owner: Public health manager\n", "")
    settings = small_site / "site.yaml"
    reason = (
        "rules:\n  article-14-exception-safeguards:\n    severity: warning\n    reason: Agreed in October.\n"
    )
    settings.write_text(settings.read_text("utf-8") + reason, "utf-8")
    draft = "title: Bus passes\nsummary: We use your name to make your pass.\nowner: Travel manager\n"
    (small_site / "content/data-uses/bus-passes.yaml").write_text(draft, "utf-8")
    return small_site


def page_of(site: Path) -> BeautifulSoup:
    return BeautifulSoup((site / "report/index.html").read_bytes(), "html.parser")


def cells(soup: BeautifulSoup, title: str) -> dict[str, str]:
    """The heard words of each cell in a notice's row of the matrix."""
    row = next(r for r in soup.select(".matrix tbody tr") if r.th.a.get_text() == title)
    names = [head.b.get_text() for head in soup.select(".matrix thead th")[1:]]
    return dict(zip(names, [c.select_one(".heard").get_text() for c in row.find_all("td")], strict=True))


def test_it_writes_its_files_and_says_so_in_one_line(small_site: Path, run: Run) -> None:
    ran = run("report", "--site", small_site)
    assert ran.status == 0
    assert ran.stdout == f"{small_site / 'report/index.html'}\n"
    assert ran.stderr == (
        "3 of 3 notices complete, 0 overdue, 5 files written, 0 unchanged, nothing found.\n"
    )
    assert set(fingerprints(small_site / "report")) == FILES
    again = run("report", "--site", small_site, "--quiet")
    assert (again.status, again.stdout, again.stderr) == (0, "", "")


def test_it_is_written_where_findings_block_too(broken_site: Path, run: Run) -> None:
    ran = run("report", "--site", broken_site)
    assert ran.status == 1
    assert "1 of 3 notices complete" in ran.stderr
    assert set(fingerprints(broken_site / "report")) == FILES


def test_the_matrix_has_every_notice_against_every_item(broken_site: Path, run: Run) -> None:
    run("report", "--site", broken_site)
    soup = page_of(broken_site)
    cards, falls = cells(soup, "Library cards"), cells(soup, "Planning help against falls")
    assert list(cards) == list(ITEMS)
    assert {name for name, state in cards.items() if state == "missing"} == {"N09", "N12"}
    assert {name for name, state in falls.items() if state == "missing"} == {"N21"}
    assert cards["N01"] == "inherited"
    assert cards["N02"] == "does not apply"
    assert "missing" not in cells(soup, "Adult care").values()
    assert len(soup.select(".matrix tbody tr")) == 3
    for row in soup.select(".matrix tbody tr"):
        assert soup.find(id=row.th.a["href"].lstrip("#")), "each title leads to its reasons"


def test_each_cell_has_its_reason_its_paragraphs_and_its_line(broken_site: Path, run: Run) -> None:
    run("report", "--site", broken_site)
    rows = page_of(broken_site).select("#notice-library-cards tbody tr")
    said = {row.th.select_one(".code").get_text(): " ".join(row.get_text(" ").split()) for row in rows}
    assert list(said) == list(ITEMS)
    assert "Pellbridge Council" in said["N01"]
    assert "13(1)(a), 14(1)(a)" in said["N01"]
    assert "site.yaml" in said["N01"].replace("\u200b", "")
    assert "does not say whether data goes abroad" in said["N09"]
    assert "Accepted until 31 December 2026." in said["N12"]
    assert "Accepted until" not in said["N09"]
    assert "A person decides" in said["N17"]
    assert "line " in said["N04"]


def test_findings_stand_with_their_owner(broken_site: Path, run: Run) -> None:
    ran = run("report", "--site", broken_site, "--format", "json")
    owners = {(f["rule"], f["owner"]) for f in ran.json["findings"]}
    assert ("transfers-stated", "Libraries manager") in owners
    assert ("article-14-exception-safeguards", "No owner stated") in owners
    assert not [f for f in ran.json["findings"] if f["rule"] == "consent-withdrawal"], "it is accepted"
    raw = (broken_site / "report/findings.csv").read_text("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(raw, newline="")))
    assert {(row["rule"], row["owner"]) for row in table} == owners
    headings = [h.get_text() for h in page_of(broken_site).select("#findings h3")]
    assert headings == ["Libraries manager", "No owner stated"]


def test_what_concerns_the_whole_site_is_the_officer_s(small_site: Path, run: Run) -> None:
    settings = small_site / "site.yaml"
    rules = "rules:\n  no-such-rule:\n    severity: review\n    reason: Not ours.\n"
    settings.write_text(settings.read_text("utf-8") + rules, "utf-8")
    ran = run("report", "--site", small_site, "--format", "json")
    (found,) = ran.json["findings"]
    assert (found["rule"], found["owner"]) == ("rule-setting-known", "Data protection officer")


def test_what_was_decided_is_told_with_its_reason(broken_site: Path, run: Run) -> None:
    result = run("report", "--site", broken_site, "--format", "json").json
    states = {(a["rule"], a["by"], a["until"], a["ended"]) for a in result["accepted"]}
    assert states == {
        ("consent-withdrawal", "Data protection officer", "2026-12-31", False),
        ("transfers-stated", "Libraries manager", "2026-11-01", True),
    }
    (changed,) = result["severities"]
    assert (changed["from_severity"], changed["to_severity"]) == ("error", "warning")
    text = page_of(broken_site).get_text(" ")
    assert "The list is moved in January." in text
    assert "Agreed in October." in text
    assert "ended, so the finding is back" in text


def test_drafts_stand_apart(broken_site: Path, run: Run) -> None:
    result = run("report", "--site", broken_site, "--format", "json").json
    assert [(a["title"], a["stage"]) for a in result["apart"]] == [("Bus passes", "draft")]
    assert "Bus passes" not in page_of(broken_site).select_one(".matrix").get_text()
    assert "Bus passes" in page_of(broken_site).select_one("#apart").get_text()


def test_the_four_tests_are_kept_apart(broken_site: Path, run: Run) -> None:
    run("report", "--site", broken_site)
    rows = page_of(broken_site).select("#tests tbody tr")
    (falls,) = [row for row in rows if row.th.get_text(strip=True) == "Planning help against falls"]
    basis, confidential, opt_out, benefit = (cell.get_text(" ", strip=True) for cell in falls.find_all("td"))
    assert basis.startswith("Public task")
    assert "section 251" in confidential
    assert opt_out.startswith("We leave out people who opted out")
    assert benefit.startswith("Public benefit met")


def test_the_json_holds_the_facts_of_the_page(small_site: Path, run: Run) -> None:
    result = run("report", "--site", small_site, "--format", "json").json
    assert (result["today"], result["controller"]) == ("2026-11-22", "Pellbridge Council")
    assert (result["written"], result["unchanged"], result["removed"]) == (5, 0, 0)
    assert result["complete"] == len(result["notices"]) == 3
    assert result["summary"] == {"errors": 0, "warnings": 0, "reviews": 0}
    for notice in result["notices"]:
        assert [item["item"] for item in notice["items"]] == list(ITEMS)
        assert all(item["reason"] and item["path"] and item["line"] for item in notice["items"])
        assert {item["state"] for item in notice["items"]} <= {"stated", "inherited", "not-applicable"}
    listed = run("list", "due", "--site", small_site, "--format", "json").json["due"]
    assert result["due"] == listed


def test_findings_as_annotations(broken_site: Path, run: Run) -> None:
    ran = run("report", "--site", broken_site, "--format", "github")
    assert ran.status == 1
    assert ran.stdout
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in ran.stdout.splitlines())


def test_the_same_facts_give_the_same_bytes(broken_site: Path) -> None:
    run_build("report", "--site", broken_site, env={"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"})
    first = fingerprints(broken_site / "report")
    ran = run_build(
        "report", "--site", broken_site, "--format", "json", env={"PYTHONHASHSEED": "2", "TZ": "UTC"}
    )
    assert fingerprints(broken_site / "report") == first
    assert (ran.json["written"], ran.json["unchanged"]) == (0, 5)


def test_the_page_needs_nothing_else_and_keeps_the_rules_of_pages(broken_site: Path, run: Run) -> None:
    run("report", "--site", broken_site)
    soup = page_of(broken_site)
    assert not soup.find_all(["script", "iframe", "img", "object", "embed", "form"])
    assert not soup.find_all("link")
    assert not soup.find_all(src=True)
    assert "url(" not in soup.style.get_text()
    assert "@import" not in soup.style.get_text()
    found = proofread_html([read_html(str(broken_site / "report/index.html"))])
    assert {finding.rule for finding in found} <= {"link-document"}, "the size of a table is not said"
    assert all(soup.find(id=a["href"][1:]) for a in soup.select('a[href^="#"]'))
    for table in soup.find_all("table"):
        assert table.caption.get_text(strip=True)
        assert all(head.get("scope") in ("col", "row") for head in table.find_all("th"))


def test_texts_of_editors_stay_texts(small_site: Path, run: Run) -> None:
    cards = small_site / "content/data-uses/library-cards.yaml"
    replace_once(cards, "owner: Libraries manager", "owner: <script>alert(1)</script>")
    replace_once(cards, "title: Library cards", 'title: "<img src=x onerror=alert(1)> =cmd"')
    run("report", "--site", small_site)
    soup = page_of(small_site)
    assert not soup.find_all(["script", "img"])
    assert "<script>alert(1)</script>" in soup.get_text()


def test_what_is_internal_is_not_in_it(small_site: Path, run: Run) -> None:
    cards = small_site / "content/data-uses/library-cards.yaml"
    secret = "internal:\n  security: SENTINEL in a safe\n  notes: SENTINEL for colleagues\n"
    cards.write_text(cards.read_text("utf-8") + secret, "utf-8")
    run("report", "--site", small_site)
    assert not [f for f in (small_site / "report").iterdir() if b"SENTINEL" in f.read_bytes()]


@pytest.mark.parametrize("name", ["report", "elsewhere/deep/report"])
def test_another_folder_can_be_named(small_site: Path, tmp_path: Path, run: Run, name: str) -> None:
    assert run("report", "--site", small_site, "--output", tmp_path / name).status == 0
    assert set(fingerprints(tmp_path / name)) == FILES
    assert not (small_site / "report").exists()


def test_a_folder_of_somebody_else_is_left_alone(small_site: Path, run: Run) -> None:
    (small_site / "report").mkdir()
    (small_site / "report/minutes.txt").write_text("of the committee", "utf-8")
    ran = run("report", "--site", small_site)
    assert ran.status == 2
    assert "minutes.txt" in ran.stderr
    assert fingerprints(small_site / "report").keys() == {"minutes.txt"}


@pytest.mark.parametrize("folder", ["public", "public/report", "public/data-uses/report"])
def test_it_never_goes_into_the_public_site(published_small: Path, tmp_path: Path, folder: str) -> None:
    site = Path(shutil.copytree(published_small, tmp_path / "site"))
    before = fingerprints(site / "public")
    ran = run_build("report", "--site", site, "--output", site / folder)
    assert ran.status == 2
    assert ran.stderr.strip()
    assert fingerprints(site / "public") == before


def test_a_site_never_takes_the_place_of_a_report(small_site: Path, run: Run) -> None:
    run("report", "--site", small_site)
    before = fingerprints(small_site / "report")
    ran = run("build", "--site", small_site, "--output", small_site / "report")
    assert ran.status == 2
    assert fingerprints(small_site / "report") == before


def test_a_site_that_cannot_be_read_has_no_report(small_site: Path, run: Run) -> None:
    (small_site / "site.yaml").write_text("name: [", "utf-8")
    ran = run("report", "--site", small_site, "--format", "json")
    assert ran.status == 2
    assert ran.json["findings"]
    assert not (small_site / "report").exists()


def test_a_broken_template_is_a_finding_and_the_old_report_stays(small_site: Path, run: Run) -> None:
    run("report", "--site", small_site)
    before = fingerprints(small_site / "report")
    (small_site / "templates/report").mkdir(parents=True)
    (small_site / "templates/report/index.html").write_text("{{ nothing.here }}", "utf-8")
    ran = run("report", "--site", small_site, "--format", "json")
    assert ran.status == 1
    assert [(f["rule"], f["path"]) for f in ran.json["findings"]] == [
        ("template-error", "templates/report/index.html")
    ]
    assert fingerprints(small_site / "report") == before


def test_an_empty_register_has_a_report_too(small_site: Path, run: Run) -> None:
    shutil.rmtree(small_site / "content/data-uses")
    ran = run("report", "--site", small_site)
    assert ran.status in (0, 1)
    assert "There is no notice yet." in " ".join(page_of(small_site).get_text().split())


def test_the_listing_names_the_files_and_their_hashes(small_site: Path, run: Run) -> None:
    run("report", "--site", small_site)
    listed: dict[str, Any] = json.loads((small_site / "report/report.json").read_text("utf-8"))
    found = fingerprints(small_site / "report")
    del found["report.json"]
    assert {path.lstrip("/"): mark for path, mark in listed["files"].items()} == found


def test_ids_that_nothing_has_are_told_and_stop_no_report(small_site: Path, run: Run) -> None:
    for file, name in (("organisations", "pellbridge-council"), ("contacts", "data-protection-officer")):
        reference = small_site / f"content/reference/{file}.yaml"
        replace_once(reference, f"- id: {name}\n", f"- id: not-{name}\n")
    result = run("report", "--site", small_site, "--format", "json")
    assert result.json["complete"] == 0
    missing = {i["item"] for n in result.json["notices"] for i in n["items"] if i["state"] == "missing"}
    assert missing == {"N01", "N03"}
    assert page_of(small_site).h1


def test_a_severity_changed_without_a_reason_is_refused(small_site: Path, run: Run) -> None:
    settings = small_site / "site.yaml"
    settings.write_text(
        settings.read_text("utf-8") + "rules:\n  retention-stated:\n    severity: review\n", "utf-8"
    )
    ran = run("check", "--site", small_site, "--format", "json")
    assert ran.status == 2
    (found,) = ran.json["findings"]
    assert (found["rule"], found["path"]) == ("missing-field", "site.yaml")
    assert "`reason`" in found["message"]
