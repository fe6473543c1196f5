"""`check` remembers what it found for as long as nothing at all has changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture
def memory(made_before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FAIR_NOTICE_CACHE", str(tmp_path / "memory"))
    return Path(shutil.copytree(made_before, tmp_path / "memory"))


def check(run: Run, site: Path, *more: str) -> Ran:
    return run("check", "--site", site, "--format", "json", *more)


def test_the_same_question_has_the_same_answer(small_site: Path, run: Run, memory: Path) -> None:
    (small_site / "content/pages/about.md").write_text("---\ntitel: About\n---\n", "utf-8")
    first, second = check(run, small_site), check(run, small_site)
    assert (first.status, first.stdout) == (second.status, second.stdout)
    assert first.status == 1
    assert len(list(memory.glob("check-*"))) == 1
    assert check(run, small_site, "--no-cache").stdout == first.stdout


def test_a_kept_answer_holds_for_a_fresh_copy_of_the_same_files(
    small_site: Path, run: Run, memory: Path
) -> None:
    check(run, small_site)
    kept = next(memory.glob("check-*"))
    kept.write_text(kept.read_text("utf-8").replace('"status": 0', '"status": 1'), "utf-8")
    for file in small_site.rglob("*.yaml"):
        file.write_bytes(file.read_bytes())
    assert check(run, small_site).status == 1


@pytest.mark.parametrize(
    "path",
    ["site.yaml", "content/pages/about.md", "content/reference/laws.yaml", "templates/pages/page.html"],
)
def test_any_change_is_a_new_question(small_site: Path, run: Run, memory: Path, path: str) -> None:
    check(run, small_site)
    file = small_site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((file.read_bytes() if file.exists() else b"") + b"\n")
    check(run, small_site)
    assert len(list(memory.glob("check-*"))) == 2


def test_another_day_and_other_options_are_new_questions(small_site: Path, run: Run, memory: Path) -> None:
    check(run, small_site)
    check(run, small_site, "--today", "2028-01-01")
    check(run, small_site, "--strict")
    assert len(list(memory.glob("check-*"))) == 3


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"status": 0}', b"\xff", b'{"status": 0, "findings": [1]}']
)
def test_a_damaged_answer_is_made_anew(small_site: Path, run: Run, memory: Path, damage: bytes) -> None:
    whole = check(run, small_site).stdout
    next(memory.glob("check-*")).write_bytes(damage)
    assert check(run, small_site).stdout == whole


def test_nothing_is_written_into_the_site(small_site: Path, run: Run, memory: Path) -> None:
    before = sorted(small_site.rglob("*"))
    check(run, small_site)
    assert sorted(small_site.rglob("*")) == before
    assert list(memory.glob("check-*"))


def test_where_nothing_can_be_kept_the_check_is_made_all_the_same(
    small_site: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-file").write_text("", "utf-8")
    monkeypatch.setenv("FAIR_NOTICE_CACHE", str(tmp_path / "a-file"))
    assert check(run, small_site).status == 0
