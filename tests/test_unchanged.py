"""A command that has nothing to do is answered at once, and never with an answer that is out of date."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, replace_once

from generator.cli import main

Answer = dict[str, int]
Build = Callable[..., Answer]
pytestmark = pytest.mark.usefixtures("memory", "site")

AGES = 10**15
LONG_AGO = 1_700_000_000


@pytest.fixture
def memory(made_before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FAIR_NOTICE_CACHE", str(tmp_path / "memory"))
    return Path(shutil.copytree(made_before, tmp_path / "memory"))


@pytest.fixture
def site(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose files are taken as settled, however lately they were written."""
    monkeypatch.setattr("generator.load.signatures.SETTLED", -AGES)
    return small_site


@pytest.fixture
def build(small_site: Path, capsys: pytest.CaptureFixture[str]) -> Build:
    """Builds in this process and returns the numbers."""

    def run(*more: str) -> Answer:
        command = ["build", "--site", str(small_site), "--format", "json", "--jobs", "1"]
        main([*command, *(more or ("--today", "2026-11-22"))])
        return dict(json.loads(capsys.readouterr().out))

    return run


def answers(memory: Path) -> list[Path]:
    return sorted(memory.glob("answer-*"))


def test_a_second_build_is_answered_without_one(
    build: Build, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build()
    assert len(answers(memory)) == 1
    monkeypatch.setattr("generator.load.site.load", lambda _: pytest.fail("the content was read"))
    second = build()
    assert first["written"] == second["unchanged"] != 0
    assert (second["written"], second["removed"]) == (0, 0)
    for told in ("pages", "findings", "summary"):
        assert first[told] == second[told]


def test_what_is_wrong_is_told_again(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/pages/about.md").write_text("---\ntitel: About\n---\n", "utf-8")
    command = ["build", "--site", str(site), "--today", "2026-11-22", "--jobs", "1"]
    first, second = ((main(command), *capsys.readouterr()) for _ in range(2))
    assert first == second
    assert first[0] == 1


def test_files_that_are_changed_new_or_lost_are_seen(site: Path, build: Build) -> None:
    pages = build()["pages"]
    home = site / "public/index.html"
    whole = home.read_bytes()
    home.write_bytes(whole + b"\n")
    assert build()["written"] == 1
    home.unlink()
    assert build()["written"] == 1
    assert home.read_bytes() == whole
    shutil.copy(site / "content/pages/about.md", site / "content/pages/more.md")
    assert build()["pages"] == pages + 1
    (site / "content/pages/more.md").unlink()
    assert build()["pages"] == pages
    with (site / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("nonsense: yes\n")
    assert build()["findings"]


def test_a_template_of_the_site_is_seen(site: Path, build: Build) -> None:
    build()
    (site / "templates/pages").mkdir(parents=True)
    (site / "templates/pages/glossary.html").write_text("{% nonsense %}", "utf-8")
    assert build()["findings"]


def test_times_that_are_set_back_do_not_hide_a_change(site: Path, build: Build) -> None:
    file = site / "content/pages/about.md"
    os.utime(file, (LONG_AGO, LONG_AGO))
    build()
    replace_once(file, "Who runs this site", "Who owns this site")
    os.utime(file, (LONG_AGO, LONG_AGO))
    assert build()["written"] > 0


def test_what_was_written_this_moment_is_not_trusted(
    build: Build, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.load.signatures.SETTLED", AGES * 10**3)
    build()
    assert answers(memory) == []


def test_links_are_not_trusted(site: Path, build: Build, memory: Path) -> None:
    (site / "content/pages/about.md").rename(site / "content/pages/real.md")
    (site / "content/pages/about.md").symlink_to(site / "content/pages/real.md")
    build()
    assert answers(memory) == []


def test_another_day_is_another_question(build: Build, memory: Path) -> None:
    build()
    build("--today", "2026-11-23")
    assert len(answers(memory)) == 2


def test_a_damaged_answer_is_made_anew(build: Build, memory: Path) -> None:
    pages = build()["pages"]
    for damage in (b"", b"\xff", b"N.", b"{0"):
        answers(memory)[0].write_bytes(damage)
        assert build()["pages"] == pages


def test_nothing_is_imported_for_an_answer_that_is_known(site: Path) -> None:
    program = (
        "import sys; before = set(sys.modules)  # measuring coverage imports some of its own\n"
        "import generator.load.signatures as s; s.SETTLED = -10**15\n"
        "from generator.cli import main; main(sys.argv[1:])\n"
        "heavy = {'argparse', 'bs4', 'jinja2', 'json', 'markdown', 'pathlib', 'pydantic', 'yaml'}\n"
        "print(sorted({name.split('.')[0] for name in set(sys.modules) - before} & heavy))"
    )
    command = [sys.executable, "-c", program, "build", "--site", str(site), "--today=2026-11-22", "--quiet"]
    ran = [
        subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout for _ in range(2)
    ]
    assert "jinja2" in ran[0]
    assert ran[1].splitlines()[-1] == "[]"
