"""The site that has lost its place becomes the next one; what lies in the cache changes only the time."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import fingerprints
from test_save import files, holds_one_whole_site

from generator.save import save
from generator.save.spare import MOST

LONG_AGO = 1_795_000_000
"""A time at which files are old enough to be known by it."""


def age(output: Path) -> None:
    """Lets the files of a site be old."""
    for file in output.rglob("*"):
        os.utime(file, (LONG_AGO, LONG_AGO))


def site_of(cache: Path) -> Path:
    """The one spare site in a cache."""
    return next(cache.glob("spare/*/site"))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "beside" / "public"


def test_the_site_before_the_last_one_becomes_the_next(output: Path, cache: Path) -> None:
    for number in range(5):
        saved = save(files(one="1", sub__two=str(number)), output, cache=cache)
        assert holds_one_whole_site(output)
        assert (saved.written, saved.unchanged) == ((2, 1) if number else (3, 0))
        assert (output / "sub/two").read_text() == str(number)
        assert [entry.name for entry in output.parent.iterdir()] == ["public"]
    assert (site_of(cache) / "sub/two").read_text() == "3"


def test_sites_of_all_shapes_follow_each_other(output: Path, cache: Path) -> None:
    chance = random.Random(20261122)
    names = ["a", "a__b", "a__b__c", "d", "d__e", "f", "f__g__h", "i"]
    for _ in range(60):
        texts: dict[str, str] = {}
        for name in chance.sample(names, 5):
            if not any(f"{one}__".startswith(f"{name}__") or name.startswith(f"{one}__") for one in texts):
                texts[name] = chance.choice("12")
        before = fingerprints(output) if output.exists() else {}
        made = files(**texts)
        saved = save(made, output, cache=cache)
        assert holds_one_whole_site(output)
        assert not [path for path in output.rglob("*") if path.is_dir() and not any(path.iterdir())]
        same = [artefact for artefact in made if before.get(artefact.path) == artefact.fingerprint]
        assert (saved.unchanged, saved.written) == (len(same), len(made) - len(same))
        if chance.random() < 0.5:
            age(output)


@pytest.mark.parametrize("text", ["other", "longer than before"])
def test_a_published_file_that_somebody_has_written_into_is_put_right(
    output: Path, cache: Path, text: str
) -> None:
    for number in range(3):
        save(files(page="right", two=str(number)), output, cache=cache)
        age(output)
    (output / "page").write_text(text)  # the spare site holds the same file
    saved = save(files(page="right", two="2"), output, cache=cache)
    assert (output / "page").read_text() == "right"
    assert saved.written == 1


def test_who_reads_a_file_reads_it_to_its_end(output: Path, cache: Path) -> None:
    save(files(page="one"), output, cache=cache)
    with (output / "page").open() as opened:
        for text in ("two", "three", "four"):
            save(files(page=text), output, cache=cache)
        assert opened.read() == "one"


def take_away(spare: Path) -> None:
    (spare / "site/one").unlink()
    shutil.rmtree(spare / "site/sub")


def add(spare: Path) -> None:
    (spare / "site/strange").write_text("strange")
    (spare / "site/empty/inside").mkdir(parents=True)
    (spare / "site/link").symlink_to(spare)


def put_others_there(spare: Path) -> None:
    for name in ("one", "sub/two"):
        (spare / "site" / name).unlink()
        (spare / "site" / name).write_text("?")


def put_a_folder_there(spare: Path) -> None:
    (spare / "site/one").unlink()
    (spare / "site/one/inside").mkdir(parents=True)
    (spare / "site/one/inside/file").write_text("?")


def lead_elsewhere(spare: Path) -> None:
    shutil.move(spare / "site/sub", spare / "elsewhere")
    (spare / "site/sub").symlink_to(spare / "elsewhere")


def forget(spare: Path) -> None:
    (spare / "known").write_bytes(b"rubbish")


def remember_wrongly(spare: Path) -> None:
    (spare / "known").write_bytes(b"i\x01\x00\x00\x00")


@pytest.mark.parametrize(
    "damage",
    [take_away, add, put_others_there, put_a_folder_there, lead_elsewhere, forget, remember_wrongly],
)
def test_a_spare_site_that_is_damaged_only_costs_time(
    output: Path, cache: Path, damage: Callable[[Path], None]
) -> None:
    for number in range(3):
        save(files(one="1", sub__two="2", three=str(number)), output, cache=cache)
        age(output)
    damage(site_of(cache).parent)
    saved = save(files(one="1", sub__two="2", three="3"), output, cache=cache)
    assert holds_one_whole_site(output)
    assert not (output / "empty").exists()
    assert (saved.written, saved.unchanged) == (2, 2)


def test_spare_sites_are_kept_of_few_outputs(tmp_path: Path, cache: Path) -> None:
    for number in range(MOST + 3):
        for text in ("1", "2"):
            save(files(one=text), tmp_path / str(number), cache=cache)
    assert len(list((cache / "spare").iterdir())) == MOST


def test_a_cache_that_cannot_be_written_keeps_nothing(output: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    for text in ("1", "2", "3"):
        save(files(one=text), output, cache=tmp_path / "cache")
        assert holds_one_whole_site(output)
    assert [entry.name for entry in output.parent.iterdir()] == ["public"]
