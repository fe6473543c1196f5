"""The commands `publish`, `rollback` and `verify`, and the record of what was public when."""

from __future__ import annotations

import io
import re
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from conftest import TODAY, Ran, fingerprints, page_text, replace_once
from publishing import entries

from generator.cli import main


def ran(*arguments: str | Path, today: str = TODAY) -> Ran:
    """A command in this process, which is quicker."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main([*map(str, arguments), *([] if arguments[0] == "verify" else ["--today", today])])
        except SystemExit as stopped:
            status = int(str(stopped.code))
    return Ran(status, out.getvalue(), err.getvalue())


@pytest.fixture
def here(small_site: Path) -> Path:
    return small_site


@pytest.fixture
def target(here: Path, tmp_path: Path) -> Path:
    """A folder in which the site is published."""
    assert ran("publish", tmp_path / "www", "--site", here).status == 0
    return tmp_path / "www"


def record(here: Path) -> list[dict[str, object]]:
    return entries(here / "content/publications.yaml")


def test_a_site_with_findings_that_block_is_not_published(here: Path, target: Path) -> None:
    before = fingerprints(target)
    replace_once(here / "content/data-uses/library-cards.yaml", "title: ", "titel: ")
    result = ran("publish", target, "--site", here)
    assert result.status == 1
    assert "stays as it is" in result.stderr
    assert fingerprints(target) == before
    assert len(record(here)) == 1


def test_what_is_published_is_what_build_makes(here: Path, target: Path) -> None:
    assert ran("build", "--site", here).status == 0
    assert fingerprints(here / "public") == fingerprints((target / "current").resolve())


def test_the_record_says_what_was_public_from_when_on(here: Path, target: Path) -> None:
    replace_once(here / "site.yaml", "title: ", "title: New ")
    published = ran("publish", target, "--site", here, "--format", "json").json
    assert ran("rollback", target, "--site", here).status == 0
    first, second, back = record(here)
    assert [entry["action"] for entry in record(here)] == ["publish", "publish", "rollback"]
    assert second["release"] == published["release"]
    assert back["release"] == first["release"]
    assert first["fingerprint"] != second["fingerprint"] == fingerprint_of(target, published["release"])
    for entry in record(here):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(entry["when"]))
        assert (entry["today"], entry["target"]) == (TODAY, str(target))


def fingerprint_of(target: Path, release: str) -> str:
    import hashlib
    import json

    files = json.loads((target / "releases" / release / "manifest.json").read_text())["files"]
    return hashlib.sha256(json.dumps(sorted(files.items())).encode()).hexdigest()


def test_the_record_names_the_findings_that_were_accepted(here: Path, tmp_path: Path) -> None:
    accepted = (
        "accepted:\n  - rule: reading-age\n    reason: The law fixes the words.\n"
        "    by: Data protection officer\n    until: 2027-01-31"
    )
    (here / "content/pages/law.md").write_text(page_text(accepted, title="What the law says"), "utf-8")
    result = ran("publish", tmp_path / "www", "--site", here)
    assert result.status == 0, result.stdout
    (entry,) = record(here)
    assert entry["accepted"] == [
        {
            "rule": "reading-age",
            "path": "content/pages/law.md",
            "reason": "The law fixes the words.",
            "by": "Data protection officer",
            "until": "2027-01-31",
        }
    ]


def test_the_record_changes_neither_the_site_nor_what_check_says(here: Path, target: Path) -> None:
    manifest = (target / "current/manifest.json").read_bytes()
    again = ran("publish", target, "--site", here)
    assert "nothing was changed" in again.stderr
    assert (target / "current/manifest.json").read_bytes() == manifest
    assert ran("check", "--site", here).status == 0
    assert len(record(here)) == 1


def test_a_record_that_was_lost_is_made_good_by_the_next_publication(here: Path, target: Path) -> None:
    before = record(here)
    (here / "content/publications.yaml").unlink()
    replace_once(here / "site.yaml", "title: ", "title: New ")
    assert ran("publish", target, "--site", here).status == 0
    assert record(here)[:-1] == before


def test_a_record_that_cannot_be_read_is_left_alone(here: Path, target: Path) -> None:
    file = here / "content/publications.yaml"
    file.write_text("<<<<<<< ours\n- when: [\n", "utf-8")
    replace_once(here / "site.yaml", "title: ", "title: New ")
    result = ran("publish", target, "--site", here)
    assert result.status == 2
    assert "Put back the file" in result.stderr
    assert file.read_text("utf-8").startswith("<<<<<<<")


def test_verify_ends_with_1_and_names_the_files(here: Path, target: Path) -> None:
    assert ran("verify", target, "--site", here).status == 0
    (target / "current/index.html").write_text("changed")
    (target / "current/added.html").write_text("added")
    (target / "current/about/index.html").unlink()
    result = ran("verify", target, "--site", here)
    assert result.status == 1
    assert result.stdout.splitlines() == [
        "missing  about/index.html",
        "added    added.html",
        "changed  index.html",
    ]
    said = ran("verify", target, "--site", here, "--format", "json").json
    assert (said["added"], said["changed"], said["missing"]) == (
        ["added.html"],
        ["index.html"],
        ["about/index.html"],
    )


def test_the_record_with_the_content_tells_of_a_manifest_that_was_changed_to_fit(
    here: Path, target: Path
) -> None:
    manifest = target / "current/manifest.json"
    manifest.write_text(manifest.read_text().replace('"today"', '"day"'))
    (target / "publications.yaml").unlink()
    assert ran("verify", target, "--site", here).stdout == "changed  manifest.json\n"


def test_verify_compares_what_build_has_made_too(here: Path) -> None:
    assert ran("build", "--site", here).status == 0
    assert ran("verify", here / "public").status == 0
    (here / "public/index.html").write_text("changed")
    assert ran("verify", here / "public").stdout == "changed  index.html\n"


def test_the_target_and_the_number_of_releases_can_stand_in_site_yaml(here: Path, tmp_path: Path) -> None:
    target = tmp_path / "somewhere"
    replace_once(here / "site.yaml", "review:\n", f"publishing:\n  target: {target}\n  keep: 2\nreview:\n")
    for number in range(3):
        replace_once(here / "site.yaml", "title: ", f"title: No {number} ")
        assert ran("publish", "--site", here).status == 0
    assert len(list((target / "releases").iterdir())) == 2
    assert ran("rollback", "--site", here).status == 0
    assert ran("verify", "--site", here).status == 0


def test_keep_says_how_many_releases_stay(here: Path, target: Path) -> None:
    for number in range(3):
        replace_once(here / "site.yaml", "title: ", f"title: No {number} ")
        assert ran("publish", target, "--site", here, "--keep", "3").status == 0
    assert len(list((target / "releases").iterdir())) == 3
    assert ran("publish", target, "--site", here, "--keep", "1").status == 2


@pytest.mark.parametrize("command", ["publish", "rollback", "verify"])
def test_without_a_target_each_command_says_what_to_do(here: Path, command: str) -> None:
    result = ran(command, "--site", here)
    assert (result.status, "Name a target" in result.stderr) == (2, True)


@pytest.mark.parametrize("command", ["rollback", "verify"])
def test_a_target_that_shows_nothing_is_told(here: Path, tmp_path: Path, command: str) -> None:
    result = ran(command, tmp_path / "empty", "--site", here)
    assert (result.status, "Nothing is published" in result.stderr) == (2, True)


def test_a_page_that_would_vanish_from_the_target_is_a_finding(here: Path, target: Path) -> None:
    """`publish` compares with what the target shows, not with a folder that lies beside the content."""
    (here / "content/pages/more.md").write_text(page_text(), "utf-8")
    assert ran("publish", target, "--site", here).status == 0
    shutil.rmtree(here / "public", ignore_errors=True)
    (here / "content/pages/more.md").unlink()
    result = ran("publish", target, "--site", here, "--format", "json")
    assert [finding["rule"] for finding in result.json["findings"]] == ["address-kept"]


CARDS = Path("content/data-uses/library-cards.yaml")
KEPT = Path("content/versions/data-uses/library-cards/2026-10-01.yaml")


def test_a_version_is_taken_from_where_the_site_was_published_last(here: Path, target: Path) -> None:
    """Also where nothing lies in `public`: a file that was changed before is no proof of what was told."""
    replace_once(here / CARDS, "keep: 2 years after", "keep: 3 years after")
    revised = ran("revise", CARDS, "--site", here, "--why", "People asked.", today="2026-11-23")
    assert revised.status == 0
    assert "taken from the site" in revised.stderr
    assert "keep: 2 years after" in (here / KEPT).read_text("utf-8")
    assert "for 3 years instead of 2" in ran("diff", "--site", here, today="2026-11-23").stdout
    assert ran("publish", target, "--site", here, today="2026-11-23").status == 0
    assert "for 3 years instead of 2" in (target / "current/changes/index.html").read_text("utf-8")


def test_a_revision_that_could_look_at_no_publication_says_so(here: Path) -> None:
    revised = ran("revise", CARDS, "--site", here, "--why", "People asked.", today="2026-11-23")
    assert revised.status == 0
    assert "Nothing is published where it could be looked at" in revised.stderr


def test_a_version_that_is_not_what_was_published_is_not_published(here: Path, target: Path) -> None:
    replace_once(here / CARDS, "keep: 2 years after", "keep: 3 years after")
    (here / "content/publications.yaml").unlink()
    assert ran("revise", CARDS, "--site", here, "--why", "People asked.", today="2026-11-23").status == 0
    refused = ran("publish", target, "--site", here, "--format", "json", today="2026-11-23")
    assert refused.status == 1
    [found] = refused.found("version-kept")
    assert (found["path"], found["severity"]) == (KEPT.as_posix(), "error")
    assert "run `revise` again" in found["hint"]


def test_diff_and_revise_know_a_target_by_the_name_that_publish_knows_it_by(here: Path, target: Path) -> None:
    replace_once(here / CARDS, "keep: 2 years after", "keep: 3 years after")
    for name in (target, target / "current", target / "current/manifest.json"):
        assert "for 3 years instead of 2" in ran("diff", name, "--site", here).stdout
    named = ("--published", target, "--why", "People asked.")
    assert ran("revise", CARDS, "--site", here, *named, today="2026-11-23").status == 0
    assert "keep: 2 years after" in (here / KEPT).read_text("utf-8")


@pytest.mark.parametrize("command", ["publish", "verify", "rollback", "diff"])
def test_an_address_that_is_no_place_to_publish_to_is_misuse(
    command: str, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = ran(command, "ftp://example.org/site", "--site", here)
    assert result.status == 2
    assert "ftp://example.org/site is no" in result.stderr
    assert not (tmp_path / "ftp:").exists()
