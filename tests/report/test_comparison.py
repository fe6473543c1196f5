"""`diff`: what the public would see change, in the words of the pages, and what blocks it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import Ran, build_here, replace_once

from generator.build import Built, compare, publish, teller
from generator.diagnostics import Severity
from generator.report.comparison import Comparison
from generator.report.differing import comparison_as_json, comparison_as_text

TODAY = date(2026, 11, 23)
CARDS = "content/data-uses/library-cards.yaml"
NOTE = "changes:\n  - date: 2026-11-23\n    what: We keep your card longer.\n    why: People come back.\n"


@pytest.fixture
def site(published_small: Path, tmp_path: Path) -> Path:
    """A copy of the small site with what was published of it."""
    return Path(shutil.copytree(published_small, tmp_path / "small"))


def compared(site: Path) -> tuple[Comparison, Built]:
    built = build_here(site, TODAY, published=site / "public", publishing=True)
    found = compare(built, site / "public")
    assert found
    return found, built


def text(site: Path) -> str:
    found, built = compared(site)
    return comparison_as_text(found, teller(built, site, found.before))


def blocking(site: Path) -> set[str]:
    return {f.rule for f in compared(site)[1].findings if f.severity is Severity.ERROR}


def test_a_site_that_did_not_change_shows_no_difference(site: Path) -> None:
    found, built = compared(site)
    assert found.records == ()
    assert (found.appear, found.disappear, found.redirect) == ((), (), ())
    assert not built.blocked()


def test_a_changed_fact_is_told_in_the_words_of_the_pages_and_blocks_without_a_note(site: Path) -> None:
    replace_once(site / CARDS, "keep: 2 years after", "keep: 3 years after")
    said = "Your card: we now keep this for 3 years instead of 2 after you last use it."
    assert said in text(site)
    assert blocking(site) == {"change-note-missing"}
    replace_once(site / CARDS, "reviewed: 2026", f"{NOTE}reviewed: 2026")
    assert blocking(site) == set()
    assert "Note of 23 November 2026: We keep your card longer. People come back." in text(site)


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("lawful_basis: public-task", "lawful_basis: legal-obligation", {"change-note-missing"}),
        ("We do not sell lists of readers.", "We do not give away lists.", {"change-note-missing"}),
        ("We do not sell lists of readers.", "We do not sell list of readers.", set()),
        ("reviewed: 2026-10-01", "reviewed: 2026-11-20", set()),
        ("owner: Libraries manager", "owner: Head of Libraries", set()),
        ("title: Library cards", "title: Cards of the library", set()),
    ],
)
def test_only_what_is_a_fact_for_people_needs_a_note(site: Path, old: str, new: str, rules: set[str]) -> None:
    replace_once(site / CARDS, old, new)
    assert blocking(site) == rules


def test_a_page_that_vanishes_blocks_and_one_that_leads_on_does_not(site: Path) -> None:
    (site / "content/pages/accessibility.md").rename(site / "content/pages/access.md")
    for file in (site / "content").rglob("*.md"):
        file.write_text(file.read_text("utf-8").replace("page:accessibility", "page:access"), "utf-8")
    found, _ = compared(site)
    assert found.disappear == ("/accessibility/",)
    assert "/access/" in found.appear
    assert blocking(site) == {"address-kept"}
    replace_once(
        site / "content/pages/access.md",
        "status: published\n",
        "status: published\nredirect_from: [/accessibility/]\n",
    )
    found, _ = compared(site)
    assert (found.disappear, found.redirect) == ((), (("/accessibility/", "/access/"),))
    assert blocking(site) == set()


def test_while_a_site_is_worked_on_the_same_is_a_warning(site: Path) -> None:
    replace_once(site / CARDS, "keep: 2 years after", "keep: 3 years after")
    built = build_here(site, TODAY, published=site / "public")
    assert [(f.rule, f.severity) for f in built.findings] == [("change-note-missing", Severity.WARNING)]


def test_a_new_record_and_a_withdrawn_one_are_named(site: Path) -> None:
    text_of_new = (site / CARDS).read_text("utf-8").replace("title: Library cards", "title: Toys")
    (site / "content/data-uses/toys.yaml").write_text(text_of_new, "utf-8")
    gone = "status: withdrawn\nwithdrawn_because: It is over.\n"
    replace_once(site / "content/data-uses/falls-planning.yaml", "status: published\n", gone)
    kinds = {record.key: record.kind for record in compared(site)[0].records}
    assert kinds == {"data-uses/toys": "new", "data-uses/falls-planning": "withdrawn"}


def test_what_is_called_otherwise_is_told_once(site: Path) -> None:
    organisations = site / "content/reference/organisations.yaml"
    replace_once(organisations, "name: Shelfmark Limited", "name: Shelfmark and Sons")
    found, _ = compared(site)
    assert found.renamed == (("Shelfmark Limited", "Shelfmark and Sons"),)
    assert "/organisations/shelfmark/" in found.different


def test_a_recipient_that_is_listed_no_more_is_called_by_its_name(site: Path) -> None:
    organisations = site / "content/reference/organisations.yaml"
    lines = organisations.read_text("utf-8").split("- id: ")
    organisations.write_text("- id: ".join(p for p in lines if not p.startswith("shelfmark")), "utf-8")
    cards = (site / CARDS).read_text("utf-8")
    (site / CARDS).write_text(cards.replace("shelfmark", "nhs-england"), "utf-8")
    assert "We no longer share this with Shelfmark Limited." in text(site)


def test_nothing_internal_stands_in_what_is_published_or_compared(site: Path) -> None:
    inside = (
        "internal: { notes: Ask Alex in secret. }\naccepted:\n  - { rule: long-summary, reason: In secret, "
    )
    replace_once(site / CARDS, "reviewed: 2026", inside + "by: Editor, until: 2027-01-01 }\nreviewed: 2026")
    found, built = compared(site)
    assert found.records == ()
    assert not [a.url for a in built.artefacts if b"in secret" in a.body.lower()]


def test_a_site_that_was_made_with_drafts_is_no_publication(small_site: Path) -> None:
    publish(build_here(small_site, TODAY, drafts=True), small_site / "public")
    found, _ = compared(small_site)
    assert found.before is None


def test_the_json_holds_all_of_it(site: Path) -> None:
    replace_once(site / CARDS, "summary: We keep", "summary: Please read. We keep")
    found, built = compared(site)
    values = comparison_as_json(found, teller(built, site, found.before))
    (record,) = values["records"]
    assert record["kind"] == "changed"
    assert record["url"] == "/data-uses/library-cards/"
    assert record["differences"] == [
        {
            "text": "What this page is about has changed:",
            "details": [],
            "removed": [],
            "added": ["Please read."],
            "weight": "wording",
        }
    ]
    assert json.dumps(values)


def test_the_command_takes_a_folder_or_its_manifest_and_ends_with_the_right_status(
    site: Path, run: Callable[..., Ran]
) -> None:
    replace_once(site / CARDS, "keep: 2 years after", "keep: 3 years after")
    ran = run("diff", site / "public" / "manifest.json", "--site", site, "--format", "json")
    assert ran.status == 1
    assert ran.json["published"] == "2026-11-22"
    assert [found["rule"] for found in ran.json["findings"]] == ["change-note-missing"]
    plain = run("diff", "--site", site)
    assert plain.status == 1
    assert "we now keep this for 3 years instead of 2" in plain.stdout
    assert run("diff", site / "content", "--site", site).status == 2
