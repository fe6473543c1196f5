"""New records: a valid draft at once, every field explained, nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import Ran

from generator.cli.parser import KINDS
from generator.model.assemble import KINDS as SCHEMAS
from generator.scaffold import CannotBegin, begin, record, slug_of

Run = Callable[..., Ran]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_a_draft_that_nothing_is_wrong_with(small_site: Path, run: Run, kind: str) -> None:
    ran = run("new", kind, "Allotments & “green” plots: how we use data #1", "--site", small_site)
    assert ran.status == 0, ran.stderr
    path = Path(ran.stdout.strip())
    assert path.parent == small_site / "content" / KINDS[kind]
    assert path.stem == "allotments-and-green-plots-how-we-use-data-1"
    checked = run("check", "--site", small_site, "--drafts", "--format", "json")
    assert checked.json["findings"] == []
    assert checked.status == 0


@pytest.mark.parametrize("folder", SCHEMAS)
def test_every_field_is_there_with_its_meaning(folder: str) -> None:
    text = record(folder, "A title")
    for name, field in SCHEMAS[folder].model_fields.items():
        if name in ("internal", "body", "title", "summary"):
            continue
        assert f"{name}:" in text, f"{name} is not in the new record"
        words = (field.description or "").split()[:3]
        assert words, f"{name} has no description"
        assert " ".join(words) in " ".join(text.replace("#", " ").split()), f"{name} is not explained"


def test_what_a_new_record_still_needs_is_said_before_it_is_published(small_site: Path, run: Run) -> None:
    ran = run("new", "data-use", "Street trading", "--site", small_site)
    assert "check --ready" in ran.stderr
    assert run("check", "--site", small_site).status == 0
    told = run("check", "--ready", "--site", small_site, "--format", "json")
    assert told.status == 1
    assert {finding["path"] for finding in told.json["findings"]} == {"content/data-uses/street-trading.yaml"}
    rules = {finding["rule"] for finding in told.json["findings"]}
    assert {"placeholder", "purposes-stated", "recipients-stated", "owner-stated"} <= rules
    assert "undefined-acronym" not in rules
    assert run("build", "--drafts", "--site", small_site).status == 0


def test_an_existing_record_is_never_overwritten(small_site: Path, run: Run) -> None:
    about = small_site / "content/pages/about.md"
    before = about.read_bytes()
    ran = run("new", "page", "About", "--site", small_site)
    assert (ran.status, ran.stdout) == (2, "")
    assert "about.md is there already" in ran.stderr
    assert about.read_bytes() == before


def test_a_record_of_the_other_form_counts_as_existing(small_site: Path) -> None:
    (small_site / "content/pages/parks.yaml").write_text("title: Parks\nsummary: S.\n", "utf-8")
    with pytest.raises(CannotBegin, match=r"parks\.yaml"):
        begin(small_site, "pages", "Parks")


@pytest.mark.parametrize("title", ["", "!!!", "日本語", "   "])
def test_a_title_without_letters_for_an_address_is_misuse(small_site: Path, run: Run, title: str) -> None:
    ran = run("new", "page", title, "--site", small_site)
    assert ran.status == 2
    assert "title" in ran.stderr


@pytest.mark.parametrize("title", ["a" * 300, "a" * 121])
def test_a_title_that_is_too_long_is_misuse_and_leaves_nothing(
    small_site: Path, run: Run, title: str
) -> None:
    before = sorted((small_site / "content/pages").iterdir())
    ran = run("new", "page", title, "--site", small_site)
    assert ran.status == 2
    assert "Traceback" not in ran.stderr
    assert sorted((small_site / "content/pages").iterdir()) == before


@pytest.mark.parametrize(
    "title",
    [
        "Say 'no'",
        'Say "no"',
        "a: b",
        "# a",
        "- a",
        "[a]",
        "{a}",
        "a\\b",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "123",
        "null",
    ],
)
def test_any_title_comes_through_as_it_was_given(small_site: Path, run: Run, title: str) -> None:
    path = begin(small_site, "pages", title)
    assert run("check", "--site", small_site, "--drafts").status == 0
    front = path.read_text("utf-8").split("---\n")[1]
    assert yaml.safe_load(front)["title"] == title


@pytest.mark.parametrize("title", ["two\nlines", "a\ttab", "an escape \x1b[2J"])
def test_a_title_with_control_characters_makes_no_broken_file(small_site: Path, run: Run, title: str) -> None:
    ran = run("new", "page", title, "--site", small_site)
    assert ran.status in (0, 2)
    assert run("check", "--site", small_site, "--drafts").status == 0


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Council tax", "council-tax"),
        ("  Births & deaths  ", "births-and-deaths"),
        ("Children’s social care", "childrens-social-care"),
        ("A/B -- test", "a-b-test"),
        ("../../etc/passwd", "etc-passwd"),
        ("Café data", "cafe-data"),
        ("Straße", "strasse"),
    ],
)
def test_the_address_follows_from_the_title(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_folder_that_cannot_be_written_is_misuse(small_site: Path) -> None:
    folder = small_site / "content" / "opt-outs"
    folder.rename(folder.with_name("away"))
    folder.write_text("a file")
    with pytest.raises(CannotBegin):
        begin(small_site, "opt-outs", "Post")
