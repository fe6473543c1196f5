"""The accessibility statement says what the regulations lay down, made from what is on record."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran, build_here, run_build

STATEMENT = """in_footer: true
accessibility:
  compliance: {compliance}
  prepared: 2026-10-01
  reply_within: 5 working days
  enforcement: web-team
  tests:
    - on: 2026-09-30
      kind: {kind}
      by: our web team
      what: Ten pages of each kind.
      how: With a keyboard.
{barriers}"""
FAILURE = """    - what: Some tables have no headers.
      reason: non-compliance
      criteria: ["1.3.1"]
      instead: Ask us to read them to you.
      mended_by: 2027-02-01
"""
BURDEN = """    - what: Old plans are pictures.
      reason: disproportionate-burden
      why: There are 9,000 of them.
      assessed: 2026-09-01
"""
STANDARD = "compliant with the Web Content Accessibility Guidelines version 2.2 AA standard"


def stated(site: Path, compliance: str, barriers: str = "", kind: str = "automated") -> Ran:
    page = site / "content/pages/accessibility.md"
    listed = f"  barriers:\n{barriers}" if barriers else ""
    given = STATEMENT.format(compliance=compliance, kind=kind, barriers=listed)
    page.write_text(page.read_text("utf-8").replace("in_footer: true\n", given), "utf-8")
    return run_build("build", "--site", site, "--format", "json")


def words(site: Path) -> str:
    html = (site / "public/accessibility/index.html").read_text("utf-8")
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


@pytest.mark.parametrize(
    ("compliance", "barriers", "sentence"),
    [
        ("partially", FAILURE, f"partially {STANDARD}, due to the non-compliances listed below."),
        ("partially", BURDEN, f"partially {STANDARD}, due to the exemptions listed below."),
        (
            "partially",
            FAILURE + BURDEN,
            f"partially {STANDARD}, due to the non-compliances and exemptions listed below.",
        ),
        ("not", FAILURE, f"not {STANDARD}. The non-compliances are listed below."),
    ],
)
def test_the_status_is_said_in_the_words_of_the_model(
    small_site: Path, compliance: str, barriers: str, sentence: str
) -> None:
    assert stated(small_site, compliance, barriers).status == 0
    said = words(small_site)
    assert f"This website is {sentence}" in said
    assert (
        "Pellbridge Council is committed to making its website accessible, in accordance with the Public "
        "Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018." in said
    )


def test_what_fails_names_its_criterion_the_way_round_it_and_the_day(small_site: Path) -> None:
    stated(small_site, "partially", FAILURE + BURDEN)
    said = words(small_site)
    assert "success criterion 1.3.1 (Info and relationships)" in said
    assert "Ask us to read them to you. We plan to mend it by 1 February 2027." in said
    assert "There are 9,000 of them. We assessed this on 1 September 2026." in said
    assert "prepared on 1 October 2026. It was last reviewed on 1 October 2026." in said
    assert "last tested on 30 September 2026" in said
    assert "Nobody has audited this website by hand yet." in said


def test_fully_compliant_is_published_with_an_audit_and_refused_without(small_site: Path) -> None:
    refused = stated(small_site, "fully")
    assert refused.status == 1
    assert refused.found("statement-fully-needs-audit")
    page = small_site / "content/pages/accessibility.md"
    page.write_text(page.read_text("utf-8").replace("kind: automated", "kind: manual"), "utf-8")
    assert run_build("build", "--site", small_site).status == 0
    assert f"This website is fully {STANDARD}." in words(small_site)
    assert "Nobody has audited" not in words(small_site)


def test_northern_ireland_has_a_commission_of_its_own(
    small_site: Path, edit: Callable[[Path, str, str], None]
) -> None:
    stated(small_site, "partially", FAILURE)
    assert "Equality and Human Rights Commission (EHRC) is responsible" in words(small_site)
    edit(small_site / "site.yaml", "nation: england", "nation: northern-ireland")
    built = build_here(small_site)  # its other laws are not set up
    page = next(a for a in built.artefacts if a.url == "/accessibility/").body.decode()
    assert "Equality Commission for Northern Ireland (ECNI) is responsible" in page
    assert "(EHRC)" not in page


def test_a_criterion_that_the_standard_does_not_have_is_found(small_site: Path) -> None:
    found = stated(small_site, "partially", FAILURE.replace("1.3.1", "4.1.1")).found("wrong-value")
    assert "4.1.1" in found[0]["message"]


def test_what_is_to_be_mended_is_due(small_site: Path) -> None:
    stated(small_site, "partially", FAILURE)
    due = run_build("list", "due", "--site", small_site)
    assert "2027-02-01" in due.stdout
