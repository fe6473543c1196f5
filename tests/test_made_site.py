"""The sites that builds are measured with: valid, of every kind, and the same for the same seed."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

from generator.build import Built, Order, build
from generator.diagnostics import Severity

NOTICES = 40


def make(folder: Path, notices: int, seed: int) -> dict[str, bytes]:
    program = ROOT / "tests" / "benchmarks" / "make_site.py"
    options = ["--notices", str(notices), "--seed", str(seed), "--out", str(folder)]
    subprocess.run([sys.executable, str(program), *options], check=True, stdout=subprocess.DEVNULL)
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    make(folder, NOTICES, 1)
    return folder


@pytest.fixture(scope="module")
def built(made: Path) -> Built:
    return build(Order(made, date(2026, 11, 22)), lambda _: None)


def test_a_made_site_has_nothing_wrong(built: Built) -> None:
    found = [f for f in built.findings if f.severity is not Severity.REVIEW]
    assert [f"{f.location.path}: {f.rule}" for f in found] == []


def test_a_made_site_has_records_of_every_kind(built: Built) -> None:
    register = built.register
    assert register is not None
    assert len(register.data_uses) == NOTICES
    assert {filed.document.path.rpartition(".")[2] for filed in register.data_uses.values()} == {"md", "yaml"}
    assert register.public_benefit
    assert len(register.opt_outs) > 3
    assert len(register.organisations) >= 200


def test_texts_have_the_length_that_they_are_made_for(built: Built) -> None:
    assert built.register is not None
    words = [len(filed.record.body.split()) for filed in built.register.data_uses.values()]
    assert min(words) >= 400
    assert max(words) <= 700


def test_notices_are_all_different(built: Built) -> None:
    assert built.register is not None
    uses = [filed.record for filed in built.register.data_uses.values()]
    assert len({use.title for use in uses}) == len({use.body for use in uses}) == NOTICES


def test_the_same_seed_gives_the_same_files_and_another_seed_others(made: Path, tmp_path: Path) -> None:
    first = {str(file.relative_to(made)): file.read_bytes() for file in made.rglob("*") if file.is_file()}
    assert make(tmp_path / "again", NOTICES, 1) == first
    assert make(tmp_path / "other", NOTICES, 2) != first
