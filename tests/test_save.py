"""The output is the old site or the new one, whole: whatever fails, whenever the program is killed."""

from __future__ import annotations

import ctypes
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran, command, fingerprints, listed, page_text, replace_once, run_build

from generator import save as saving
from generator.artefacts import Artefact
from generator.save import CannotSave, save

MIME = "text/plain"


def files(**texts: str) -> list[Artefact]:
    """Artefacts with a manifest, as a build makes them."""
    made = [Artefact(f"/{name.replace('__', '/')}", text.encode(), MIME) for name, text in texts.items()]
    content = {"files": {f"/{artefact.path}": artefact.fingerprint for artefact in made}}
    return [*made, Artefact("/manifest.json", json.dumps(content).encode(), "application/json")]


def holds_one_whole_site(output: Path) -> bool:
    """Whether every file that the manifest lists is there with its bytes, and no other."""
    found = fingerprints(output)
    found.pop("manifest.json")
    return found == listed(output)


def change_many_pages(site: Path) -> None:
    replace_once(site / "site.yaml", "title: ", "title: New ")


def test_a_site_is_written_with_its_folders(tmp_path: Path) -> None:
    saved = save(files(one="1", deep__er__two="2"), tmp_path / "far" / "away" / "public")
    assert (saved.written, saved.unchanged, saved.removed) == (3, 0, 0)
    assert (tmp_path / "far/away/public/deep/er/two").read_text() == "2"


def test_what_is_no_longer_made_is_taken_away(tmp_path: Path) -> None:
    output = tmp_path / "public"
    save(files(one="1", sub__two="2"), output)
    saved = save(files(one="1"), output)
    assert saved.removed == 1
    assert sorted(fingerprints(output)) == ["manifest.json", "one"]
    assert not (output / "sub").exists()


def test_an_unchanged_file_is_the_same_file(tmp_path: Path) -> None:
    output = tmp_path / "public"
    save(files(one="1", two="2"), output)
    before = (output / "one").stat()
    saved = save(files(one="1", two="changed"), output)
    after = (output / "one").stat()
    assert (saved.written, saved.unchanged) == (2, 1)
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_second_build_writes_nothing(published_small: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(published_small, tmp_path / "site"))
    before = {file: file.stat() for file in (site / "public").rglob("*") if file.is_file()}
    result = run_build("build", "--site", site, "--format", "json").json
    assert (result["written"], result["removed"]) == (0, 0)
    assert result["unchanged"] == len(before)
    for file, stat in before.items():
        assert (file.stat().st_ino, file.stat().st_mtime_ns) == (stat.st_ino, stat.st_mtime_ns), file


def test_nothing_is_left_beside_the_site(published_small: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(published_small, tmp_path / "site"))
    change_many_pages(site)
    assert run_build("build", "--site", site).status == 0
    assert sorted(entry.name for entry in site.iterdir()) == ["content", "public", "site.yaml"]


@pytest.mark.parametrize("strange", ["notes.txt", "assets/mine.css", ".git/config", "data-uses/.htaccess"])
def test_a_folder_with_files_of_others_is_refused(
    published_small: Path, tmp_path: Path, strange: str
) -> None:
    site = Path(shutil.copytree(published_small, tmp_path / "site"))
    file = site / "public" / strange
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("precious")
    before = fingerprints(site / "public")
    change_many_pages(site)
    ran = run_build("build", "--site", site)
    assert ran.status == 2
    assert strange in ran.stderr
    assert "--output" in ran.stderr
    assert fingerprints(site / "public") == before


def test_a_link_that_somebody_made_in_the_output_is_not_lost(tmp_path: Path) -> None:
    output = tmp_path / "public"
    save(files(one="1"), output)
    (tmp_path / "theirs").mkdir()
    (output / "well-known").symlink_to(tmp_path / "theirs")
    with pytest.raises(CannotSave, match="well-known"):
        save(files(one="2"), output)
    assert (output / "well-known").is_symlink()


@pytest.mark.parametrize("folder", ["home", "site"])
def test_a_folder_that_was_never_an_output_is_refused(small_site: Path, tmp_path: Path, folder: str) -> None:
    if folder == "home":
        (tmp_path / "home").mkdir()
        (tmp_path / "home/letter.txt").write_text("dear")
        output = tmp_path / "home"
    else:
        output = small_site
    before = fingerprints(output)
    ran = run_build("build", "--site", small_site, "--output", output)
    assert ran.status == 2
    assert "did not make" in ran.stderr
    assert fingerprints(output) == before


def test_an_empty_folder_is_welcome(small_site: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run_build("build", "--site", small_site, "--output", tmp_path / "empty").status == 0
    assert holds_one_whole_site(tmp_path / "empty")


def test_an_output_that_is_a_file_is_refused(small_site: Path, tmp_path: Path) -> None:
    (tmp_path / "public").write_text("a file")
    ran = run_build("build", "--site", small_site, "--output", tmp_path / "public")
    assert ran.status == 2
    assert "is a file" in ran.stderr
    assert (tmp_path / "public").read_text() == "a file"


def test_an_output_below_a_file_is_refused(small_site: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    ran = run_build("build", "--site", small_site, "--output", tmp_path / "file" / "public")
    assert (ran.status, "Traceback" in ran.stderr) == (2, False)
    assert "could not be written" in ran.stderr


def test_an_output_that_is_a_link_stays_one(small_site: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "public").symlink_to("real")
    assert run_build("build", "--site", small_site, "--output", tmp_path / "public").status == 0
    assert (tmp_path / "public").is_symlink()
    assert holds_one_whole_site(tmp_path / "real")


@pytest.mark.parametrize(
    "damage",
    [b"", b"[]", b"{}", b"not json", b'{"files": null}', b'{"files": 3}', b'{"files": [1]}', b"\xff"],
)
def test_a_damaged_manifest_makes_a_folder_foreign_and_nothing_worse(tmp_path: Path, damage: bytes) -> None:
    output = tmp_path / "public"
    save(files(one="1"), output)
    (output / "manifest.json").write_bytes(damage)
    with pytest.raises(CannotSave):
        save(files(one="2"), output)
    assert (output / "one").read_text() == "1"


@pytest.mark.parametrize("address", ["/../evil.txt", "/a/../../evil.txt", "/..", "/a/../../../evil/"])
def test_an_artefact_that_would_leave_the_output_is_never_written(tmp_path: Path, address: str) -> None:
    folder = tmp_path / "one" / "two"
    with pytest.raises((CannotSave, ValueError)):
        save([Artefact(address, b"evil", MIME)], folder / "public")
    assert not list(tmp_path.rglob("*evil*"))


NOTHING_ELSE_WRITES = {
    "PYTHONDONTWRITEBYTECODE": "1",
    "COVERAGE_PROCESS_START": None,
    "COVERAGE_PROCESS_CONFIG": None,
}
"""Neither Python's compiled modules nor the coverage of the process, which would meet the limit too."""


def limit_files(size: int) -> Callable[[], None]:
    """From now on no file may grow beyond some bytes, as on a full disk: writing fails half way."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_disk_that_fills_up_leaves_the_old_site_whole(published_small: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(published_small, tmp_path / "site"))
    before = fingerprints(site / "public")
    change_many_pages(site)
    ran = run_build("build", "--site", site, preexec_fn=limit_files(5_000), env=NOTHING_ELSE_WRITES)
    assert ran.status == 2, ran.stderr
    assert ran.stderr.startswith("The site could not be written")
    assert fingerprints(site / "public") == before
    assert run_build("build", "--site", site).status == 0
    assert sorted(entry.name for entry in site.iterdir()) == ["content", "public", "site.yaml"]


def as_ordinary_user() -> None:
    """Takes from root the power to write where the permissions forbid it."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def test_a_folder_that_may_not_be_written_leaves_the_old_site_whole(
    published_small: Path, tmp_path: Path
) -> None:
    site = Path(shutil.copytree(published_small, tmp_path / "site"))
    before = fingerprints(site / "public")
    change_many_pages(site)
    site.chmod(0o555)
    try:
        ran = run_build("build", "--site", site, preexec_fn=as_ordinary_user)
    finally:
        site.chmod(0o755)
    assert ran.status == 2, ran.stderr
    assert "Permission denied" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert fingerprints(site / "public") == before


@pytest.mark.without_coverage
def test_a_killed_build_leaves_the_old_site_or_the_new_one_whole(
    published_small: Path, tmp_path: Path
) -> None:
    """Thirty instants, most of them while the files are laid out, some anywhere in the run."""
    site = Path(shutil.copytree(published_small, tmp_path / "site"))
    output = site / "public"
    old = fingerprints(output)
    change_many_pages(site)
    other = tmp_path / "other"
    assert run_build("build", "--site", site, "--output", other).status == 0
    new = fingerprints(other)
    assert new != old
    chance = random.Random(20261122)
    for number in range(30):
        process = subprocess.Popen(
            command("build", "--site", site), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if number % 3:
            wait_for(process, site / ".public.new")
            time.sleep(chance.uniform(0, 0.02))
        else:
            time.sleep(chance.uniform(0, 0.8))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert fingerprints(output) in (old, new), f"neither site is whole after kill {number}"
    assert run_build("build", "--site", site).status == 0
    assert fingerprints(output) == new
    assert sorted(entry.name for entry in site.iterdir()) == ["content", "public", "site.yaml"]


def wait_for(process: subprocess.Popen[bytes], path: Path) -> None:
    """Until the path is there, or the process has ended."""
    while process.poll() is None and not path.exists():
        time.sleep(0.0005)


@pytest.mark.parametrize("stopped_at", ["fresh", "old and fresh", "old only"])
def test_what_an_interrupted_build_left_is_healed_by_the_next(tmp_path: Path, stopped_at: str) -> None:
    """States between the two renames that a system without an exchange of folders goes through."""
    output = tmp_path / "public"
    save(files(one="1"), output)
    if stopped_at != "fresh":
        output.rename(tmp_path / ".public.old")
    if stopped_at != "old only":
        (tmp_path / ".public.new").mkdir()
        (tmp_path / ".public.new" / "half").write_text("ha")
    save(files(one="2"), output)
    assert holds_one_whole_site(output)
    assert [entry.name for entry in tmp_path.iterdir()] == ["public"]


def test_a_system_that_cannot_exchange_folders_still_ends_with_the_new_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "public"
    save(files(one="1"), output)
    monkeypatch.setattr(saving, "_swap", lambda *_: False)
    save(files(one="2"), output)
    assert (output / "one").read_text() == "2"
    assert [entry.name for entry in tmp_path.iterdir()] == ["public"]


def test_a_file_system_without_hard_links_keeps_the_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    output = tmp_path / "public"
    save(files(one="1", two="2"), output)
    monkeypatch.setattr(os, "link", no_links)
    saved = save(files(one="1", two="3"), output)
    assert saved.unchanged == 1
    assert holds_one_whole_site(output)


@pytest.mark.without_coverage
def test_two_builds_at_once_end_with_one_whole_site(published_small: Path, tmp_path: Path) -> None:
    one = Path(shutil.copytree(published_small, tmp_path / "one", ignore=shutil.ignore_patterns("public")))
    two = Path(shutil.copytree(one, tmp_path / "two"))
    change_many_pages(two)
    (two / "content/pages/more.md").write_text(page_text(), "utf-8")
    output = tmp_path / "public"
    for _ in range(2):
        started = [
            subprocess.Popen(
                command("build", "--site", site, "--output", output),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            for site in (one, two, one)
        ]
        ended = [(*process.communicate(), process.returncode) for process in started]
        assert [status for *_, status in ended] == [0, 0, 0], ended
        assert holds_one_whole_site(output)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["one", "public", "two"]


def test_the_counts_of_a_build_are_true(
    published_small: Path, tmp_path: Path, run: Callable[..., Ran]
) -> None:
    site = Path(shutil.copytree(published_small, tmp_path / "site"))
    before = fingerprints(site / "public")
    (site / "content/pages/extra.md").write_text(page_text(), "utf-8")
    result = run("build", "--site", site, "--format", "json").json
    after = fingerprints(site / "public")
    same = [name for name, fingerprint in after.items() if before.get(name) == fingerprint]
    assert result["unchanged"] == len(same)
    assert result["written"] == len(after) - len(same)
    assert result["removed"] == len(before.keys() - after.keys())
    assert result["pages"] == len([name for name in after if name.endswith(".html")])
