"""`revise`: what was published is kept as it was, the new version is dated, and nothing else changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import Ran, build_here, read_once, replace_once

from generator.build import publish
from generator.load.site import load
from generator.model.assemble import model
from generator.revise.edit import quoted
from generator.revise.keep import CannotRevise, Request, Revision, revise

TODAY = date(2026, 11, 23)
CARDS = Path("content/data-uses/library-cards.yaml")
KEPT = Path("content/versions/data-uses/library-cards/2026-10-01.yaml")


def revised(site: Path, path: Path = CARDS, **more: str) -> Revision:
    return revise(Request(site, path, TODAY, "People asked.", published=site / "public", **more))


@pytest.fixture
def published(published_small: Path, tmp_path: Path) -> Path:
    """A copy of the small site with what was published of it."""
    return Path(shutil.copytree(published_small, tmp_path / "small"))


def test_the_version_is_the_published_file_byte_for_byte(published: Path) -> None:
    before = (published / CARDS).read_bytes()
    done = revised(published)
    assert (published / KEPT).read_bytes() == before
    assert done.kept == KEPT.as_posix()
    assert done.began == date(2026, 10, 1)


def test_the_new_version_is_dated_and_noted_and_keeps_its_comments(published: Path) -> None:
    file = published / CARDS
    replace_once(file, "reviewed: 2026-10-01\n", "# Ask Alex first.\nreviewed: 2026-10-01   # in person\n")
    before = file.read_text("utf-8").split("\n")
    revised(published)
    after = file.read_text("utf-8").split("\n")
    assert [line for line in after if line not in before] == [
        "reviewed: 2026-11-23   # in person",
        "review_due: 2027-11-23",
        "changes:",
        "  - date: 2026-11-23",
        "    why: People asked.",
    ]
    assert [line for line in before if line not in after] == [
        "reviewed: 2026-10-01   # in person",
        "review_due: 2027-10-01",
    ]


def test_a_note_stands_above_the_earlier_ones_and_is_indented_like_them(small_site: Path) -> None:
    file = small_site / CARDS
    old = "changes:\n# newest first\n- date: 2026-03-02\n  what: Old.\n  why: Old.\n"
    replace_once(file, "reviewed: 2026", old + "reviewed: 2026")
    done = revised(small_site, what='Fees: "none" now')
    new = '- date: 2026-11-23\n  what: "Fees: \\"none\\" now"\n  why: People asked.\n- date: 2026-03-02\n'
    assert f"changes:\n# newest first\n{new}" in file.read_text("utf-8")
    assert done.began == date(2026, 3, 2)


def test_a_markdown_file_with_the_line_ends_of_windows_stays_one(small_site: Path) -> None:
    choice = Path("content/opt-outs/national-data-opt-out.md")
    raw = (small_site / choice).read_bytes()
    windows = b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n")
    (small_site / choice).write_bytes(windows)
    done = revised(small_site, choice)
    after = (small_site / choice).read_bytes()
    assert (small_site / done.kept).read_bytes() == windows
    assert after.startswith(b"\xef\xbb\xbf---\r\n")
    assert after.count(b"\n") == after.count(b"\r\n")


def test_a_file_that_was_changed_before_is_kept_as_it_was_published(published: Path) -> None:
    replace_once(published / CARDS, "keep: 2 years after", "keep: 3 years after")
    done = revised(published)
    assert done.from_site
    assert "keep: 2 years after" in (published / KEPT).read_text("utf-8")
    assert "keep: 3 years after" in (published / CARDS).read_text("utf-8")
    found = build_here(published, TODAY, published=published / "public")
    assert found.findings == ()


def test_a_note_that_is_there_already_is_not_added_again(published: Path) -> None:
    note = "changes:\n  - date: 2026-11-23\n    what: A longer time.\n    why: It is needed.\n"
    replace_once(published / CARDS, "keep: 2 years after", "keep: 3 years after")
    replace_once(published / CARDS, "reviewed: 2026", note + "reviewed: 2026")
    assert revised(published).noted
    assert (published / CARDS).read_text("utf-8").count("date: 2026-11-23") == 1


def test_each_revision_keeps_one_more_version(small_site: Path) -> None:
    revised(small_site)
    publish(build_here(small_site, TODAY), small_site / "public")
    later = date(2026, 12, 24)
    done = revise(Request(small_site, CARDS, later, "Again.", published=small_site / "public"))
    assert done.began == TODAY
    kept = (small_site / KEPT).parent
    assert sorted(file.name for file in kept.iterdir()) == ["2026-10-01.yaml", "2026-11-23.yaml"]


REFUSED = {
    "a draft": (("status: published", "status: draft"), "never published"),
    "a record that is not published yet": (
        ("status: published", "status: published\npublish_on: 2027-01-01"),
        "Until then",
    ),
    "a change in the future": (
        ("status: published", "status: published\nchanges: [{date: 2027-01-01, what: A., why: B.}]"),
        "not here yet",
    ),
    "a list of changes on one line": (
        ("status: published", "status: published\nchanges: [{date: 2026-01-01, what: A., why: B.}]"),
        "lines of its own",
    ),
    "a file that cannot be read": (("status: published", "status: [published"), "Run `check`"),
    "a record that says nothing of when": (("reviewed: 2026-10-01\n", ""), "Add `reviewed`"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_refuses_and_changes_nothing(name: str, small_site: Path) -> None:
    (old, new), said = REFUSED[name]
    replace_once(small_site / CARDS, old, new)
    before = (small_site / CARDS).read_bytes()
    with pytest.raises(CannotRevise, match=said):
        revised(small_site)
    assert (small_site / CARDS).read_bytes() == before
    assert not (small_site / "content/versions").exists()


def test_it_refuses_a_second_version_of_one_day(published: Path) -> None:
    revised(published)
    with pytest.raises(CannotRevise, match="kept already"):
        revised(published)
    publish(build_here(published, TODAY), published / "public")
    with pytest.raises(CannotRevise, match="dated today already"):
        revised(published)


def test_it_refuses_what_was_never_published(published: Path) -> None:
    new = published / "content/data-uses/toys.yaml"
    shutil.copy(published / CARDS, new)
    with pytest.raises(CannotRevise, match="not published yet"):
        revised(published, new)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("content/reference/laws.yaml", "has no versions"),
        ("content/pages/home.md", "not the front page"),
        ("content/data-uses/nothing.yaml", "is not there"),
        (KEPT.as_posix(), "stays as it was published"),
    ],
)
def test_it_refuses_what_has_no_versions(path: str, said: str, small_site: Path) -> None:
    (small_site / KEPT).parent.mkdir(parents=True)
    shutil.copy(small_site / CARDS, small_site / KEPT)
    with pytest.raises(CannotRevise, match=said):
        revised(small_site, Path(path))


@pytest.mark.parametrize(
    "text", ["Fees: none", "yes", "# no", "It's here", "- a list", "Plain words.", "a: b"]
)
def test_a_note_is_read_back_as_it_was_written(text: str, small_site: Path) -> None:
    revised(small_site, what=text)
    register = model(load(small_site, read_once), TODAY).register
    assert register
    assert register.data_uses["library-cards"].record.changes[0].what == text
    assert "\n" not in quoted(text)


def test_the_command_says_what_it_kept_and_what_is_next(small_site: Path, run: Callable[..., Ran]) -> None:
    asked = run("revise", CARDS, "--site", small_site, "--today", "2026-11-23")
    assert asked.status == 2
    assert "--why" in asked.stderr
    ran = run("revise", CARDS, "--site", small_site, "--why", "People asked.", "--today", "2026-11-23")
    assert (ran.status, ran.stdout) == (0, f"{KEPT}\n")
    assert "diff" in ran.stderr
