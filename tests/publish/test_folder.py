"""A folder that a web server shows: the old site or the new one, whole, whatever happens."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import command, fingerprints, replace_once, run_build
from publishing import drafted, entries, hashes, shows_one_whole_site, site
from test_save import NOTHING_ELSE_WRITES, as_ordinary_user, limit_files, wait_for

from generator.publish.folder import Folder
from generator.publish.publication import CannotPublish

OLD, NEW = site("old"), site("new", ("", "a/", "new/"))


def shown(target: Path) -> dict[str, str]:
    return fingerprints((target / "current").resolve())


def publish(target: Path, words: str, second: int, keep: int = 3) -> str:
    """Publishes a site that says the words; gives the name of its release."""
    publication = Folder(target).publish(site(words), drafted(target, second), keep).publication
    assert publication is not None
    return publication.release


def test_a_release_is_shown_through_one_link(tmp_path: Path) -> None:
    target = tmp_path / "www"
    Folder(target).publish(OLD, drafted(), 3)
    assert shown(target) == hashes(OLD)
    assert not (target / "current").readlink().is_absolute()
    assert sorted(entry.name for entry in target.iterdir()) == ["current", "publications.yaml", "releases"]


def test_the_last_releases_stay_side_by_side_and_older_ones_go(tmp_path: Path) -> None:
    names = [publish(tmp_path / "www", f"words {number}", number) for number in range(5)]
    assert sorted(entry.name for entry in (tmp_path / "www/releases").iterdir()) == names[2:]
    assert names == sorted(names)


def test_releases_stay_in_order_where_the_clock_was_put_back(tmp_path: Path) -> None:
    first, second = publish(tmp_path / "www", "one", 30), publish(tmp_path / "www", "two", 0)
    assert second > first


def test_pages_that_people_have_open_still_find_their_assets(tmp_path: Path) -> None:
    """After a publication the old stylesheet is there, and after going back the new one is."""
    target, folder = tmp_path / "www", Folder(tmp_path / "www")
    folder.publish(OLD, drafted(), 3)
    folder.publish(NEW, drafted(second=1), 3)
    assert (target / "current" / OLD[0].path).read_bytes() == OLD[0].body
    folder.rollback(drafted(second=2), None)
    assert (target / "current" / NEW[0].path).read_bytes() == NEW[0].body
    assert not folder.verify(())


def test_assets_that_no_kept_release_needs_are_taken_away(tmp_path: Path) -> None:
    for number in range(5):
        publish(tmp_path / "www", f"words {number}", number, keep=2)
    for release in (tmp_path / "www/releases").iterdir():
        assert len(list((release / "assets").iterdir())) <= 2
    assert not Folder(tmp_path / "www").verify(())


def test_damage_to_one_release_is_none_to_another(tmp_path: Path) -> None:
    target, folder = tmp_path / "www", Folder(tmp_path / "www")
    same = [*site("same")]
    folder.publish(same, drafted(), 3)
    folder.publish([*site("same", today="2026-11-23")], drafted(second=1), 3)
    page = (target / "current/index.html").resolve()
    with page.open("ab") as handle:
        handle.write(b"<p>added</p>")
    folder.rollback(drafted(second=2), None)
    assert shown(target) == hashes(same)


def test_publishing_what_is_shown_already_changes_nothing(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "www")
    folder.publish(OLD, drafted(), 3)
    before = {file: file.stat().st_ino for file in (tmp_path / "www").rglob("*")}
    again = folder.publish(OLD, drafted(second=1), 3)
    assert again.publication is None
    assert {file: file.stat().st_ino for file in (tmp_path / "www").rglob("*")} == before


def test_publishing_again_heals_what_somebody_changed(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "www")
    folder.publish(OLD, drafted(), 3)
    (tmp_path / "www/current/index.html").write_text("changed")
    assert folder.verify(()).changed == ("index.html",)
    folder.publish(OLD, drafted(second=1), 3)
    assert not folder.verify(())


def test_an_unchanged_page_keeps_its_time_so_that_browsers_keep_it(tmp_path: Path) -> None:
    folder, page = Folder(tmp_path / "www"), tmp_path / "www/current/a/index.html"
    folder.publish(site("same"), drafted(), 3)
    os.utime(page, (1_000_000_000, 1_000_000_000))
    folder.publish(site("same", ("", "a/")), drafted(second=1), 3)
    assert page.stat().st_mtime == 1_000_000_000


@pytest.mark.parametrize("wanted", ["2026-11-22", "20261122T100000Z", None])
def test_going_back_shows_the_earlier_release(tmp_path: Path, wanted: str | None) -> None:
    folder = Folder(tmp_path / "www")
    folder.publish(OLD, drafted(), 3)
    publication = folder.publish(NEW, drafted(second=1), 3).publication
    assert publication is not None
    if wanted == "2026-11-22":
        wanted = publication.release[:8]
        with pytest.raises(CannotPublish, match="shown now"):
            folder.rollback(drafted(second=2), wanted)
        return
    folder.rollback(drafted(second=2), wanted)
    assert hashes(OLD).items() <= shown(tmp_path / "www").items()
    with pytest.raises(CannotPublish, match="earlier release"):
        folder.rollback(drafted(second=3), None)
    folder.rollback(drafted(second=4), publication.release)
    assert hashes(NEW).items() <= shown(tmp_path / "www").items()


def test_nobody_goes_back_to_a_release_that_is_damaged(tmp_path: Path) -> None:
    first = publish(tmp_path / "www", "one", 0)
    publish(tmp_path / "www", "two", 1)
    (tmp_path / "www/releases" / first / "a/index.html").unlink()
    before = shown(tmp_path / "www")
    with pytest.raises(CannotPublish, match=r"a/index\.html.*--to"):
        Folder(tmp_path / "www").rollback(drafted(second=2), None)
    assert shown(tmp_path / "www") == before


def test_verify_names_every_file_added_changed_or_missing(tmp_path: Path) -> None:
    publish(tmp_path / "www", "words", 0)
    current = tmp_path / "www/current"
    (current / "a/index.html").write_text("changed")
    (current / "b/c/index.html").unlink()
    (current / "assets/added.js").write_text("alert()")
    (current / ".hidden").write_text("")
    (current / "link.html").symlink_to("index.html")
    found = Folder(tmp_path / "www").verify(())
    assert found.added == (".hidden", "assets/added.js", "link.html")
    assert (found.changed, found.missing) == (("a/index.html",), ("b/c/index.html",))


def test_verify_ends_where_something_waits_for_a_writer_in_the_place_of_a_page(tmp_path: Path) -> None:
    publish(tmp_path / "www", "words", 0)
    current = tmp_path / "www/current"
    (current / "a/index.html").unlink()
    os.mkfifo(current / "a/index.html")
    assert Folder(tmp_path / "www").verify(()).changed == ("a/index.html",)


def test_a_file_that_may_not_be_read_any_more_is_named(tmp_path: Path) -> None:
    publish(tmp_path / "www", "words", 0)
    (tmp_path / "www/current/a/index.html").chmod(0)
    ran = run_build("verify", tmp_path / "www", preexec_fn=as_ordinary_user)
    assert (ran.status, ran.stdout) == (1, "changed  a/index.html\n")
    assert "1 file differs" in ran.stderr


def test_what_stands_where_the_link_belongs_is_told_plainly(tmp_path: Path) -> None:
    publish(tmp_path / "www", "words", 0)
    (tmp_path / "www/current").unlink()
    (tmp_path / "www/current").mkdir()
    with pytest.raises(CannotPublish, match="Move it away"):
        Folder(tmp_path / "www").publish(NEW, drafted(second=1), 3)


def test_a_manifest_that_was_changed_to_fit_is_found_out(tmp_path: Path) -> None:
    """Whoever changes a page and its hash in the manifest is told by the record of publications."""
    target = tmp_path / "www"
    publish(target, "words", 0)
    page = target / "current/index.html"
    manifest = json.loads((target / "current/manifest.json").read_text())
    page.write_text("changed")
    manifest["files"]["/index.html"] = fingerprints(page.parent)["index.html"]
    (target / "current/manifest.json").write_text(json.dumps(manifest))
    assert Folder(target).verify(()).changed == ("manifest.json",)


@pytest.mark.parametrize("strange", ["letter.txt", "index.html", ".git/config"])
def test_a_folder_of_others_is_refused(tmp_path: Path, strange: str) -> None:
    (tmp_path / strange).parent.mkdir(exist_ok=True)
    (tmp_path / strange).write_text("dear")
    with pytest.raises(CannotPublish, match="did not put there"):
        Folder(tmp_path).publish(OLD, drafted(), 3)
    assert [entry.name for entry in tmp_path.iterdir()] == [strange.split("/")[0]]


def state_after(target: Path, stops_at: int) -> bool:
    """Publishes in a process that ends dead at the n-th thing it does to files; whether it ended so."""
    child = os.fork()
    if child == 0:
        done = 0

        def stop(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal done
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
            if writes or event in CHANGES:
                done += 1
                if done == stops_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(stop)
        try:
            Folder(target).publish(NEW, drafted(second=1), 2)
            os._exit(0)
        except BaseException:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), status
    return status != 0


CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink", "os.chmod", "os.utime"}


def test_killed_before_any_change_to_a_file_the_site_is_whole_and_the_next_run_heals(tmp_path: Path) -> None:
    """Every single instant that matters, one after another, until a publication gets through."""
    before = tmp_path / "before"
    publish(before, "older", 0)
    Folder(before).publish(OLD, drafted(second=1), 2)
    number = 0
    outcomes = set()
    while True:
        number += 1
        target = Path(shutil.copytree(before, tmp_path / "www", symlinks=True))
        killed = state_after(target, number)
        assert shows_one_whole_site(target), number
        files = shown(target)
        outcomes.add("old" if hashes(OLD).items() <= files.items() else "new")
        again = site("again")
        Folder(target).publish(again, drafted(second=5), 2)
        assert hashes(again).items() <= shown(target).items()
        assert not Folder(target).verify(())
        left = sorted(entry.name for entry in target.iterdir())
        assert left == ["current", "publications.yaml", "releases"], number
        assert len(list((target / "releases").iterdir())) == 2
        shutil.rmtree(target)
        if not killed:
            break
    assert outcomes == {"old", "new"}
    assert number > 30


def test_a_publication_that_was_killed_after_the_switch_is_on_record_all_the_same(tmp_path: Path) -> None:
    target = tmp_path / "www"
    publish(target, "old", 0)
    number = 0
    while hashes(OLD).items() <= shown(target).items():
        number += 1
        assert state_after(target, number)
    Folder(target).publish(site("again"), drafted(second=9), 3)
    said = [entry["when"] for entry in entries(target / "publications.yaml")]
    assert said == ["2026-11-22T10:00:00Z", "2026-11-22T10:00:01Z", "2026-11-22T10:00:09Z"]


@pytest.fixture
def two_sites(published_small: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A site that is published in a folder, with a change that is not published yet; and the folder."""
    here = Path(shutil.copytree(published_small, tmp_path / "site", ignore=shutil.ignore_patterns("public")))
    target = tmp_path / "www"
    assert run_build("publish", target, "--site", here).status == 0
    replace_once(here / "site.yaml", "title: ", "title: New ")
    return here, target


@pytest.mark.without_coverage
def test_killed_at_random_instants_the_site_is_whole(two_sites: tuple[Path, Path]) -> None:
    """The whole command, from the reading of the content to the record; more in tests/benchmarks."""
    here, target = two_sites
    chance = random.Random(20261122)
    for number in range(6):
        process = subprocess.Popen(
            command("publish", target, "--site", here), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if number % 3:
            wait_for(process, target / ".new")
            time.sleep(chance.uniform(0, 0.05))
        else:
            time.sleep(chance.uniform(0, 0.8))
        process.kill()
        process.wait()
        assert shows_one_whole_site(target), f"not whole after kill {number}"
    ran = run_build("publish", target, "--site", here)
    assert ran.status == 0, ran.stderr
    assert shows_one_whole_site(target)
    assert b"New " in (target / "current/index.html").read_bytes()
    assert run_build("verify", target, "--site", here).status == 0


@pytest.mark.without_coverage
def test_two_publishers_at_once_end_with_one_whole_site(two_sites: tuple[Path, Path], tmp_path: Path) -> None:
    here, target = two_sites
    other = Path(shutil.copytree(here, tmp_path / "other"))
    replace_once(other / "site.yaml", "title: ", "title: Very ")
    started = [
        subprocess.Popen(command("publish", target, "--site", place), stderr=subprocess.PIPE)
        for place in (here, other)
    ]
    said = [process.communicate()[1] for process in started]
    assert [process.returncode for process in started] == [0, 0], said
    assert shows_one_whole_site(target)
    assert run_build("verify", target, "--site", here).status == 0


def test_a_disk_that_fills_up_leaves_the_old_site_shown(two_sites: tuple[Path, Path]) -> None:
    here, target = two_sites
    before = fingerprints(target)
    ran = run_build("publish", target, "--site", here, preexec_fn=limit_files(5_000), env=NOTHING_ELSE_WRITES)
    assert (ran.status, "Traceback" in ran.stderr) == (2, False)
    assert "no room left" in ran.stderr
    assert "still shown" in ran.stderr
    assert fingerprints(target) == before
    assert run_build("publish", target, "--site", here).status == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk; a limit is tried above")
def test_a_full_disk_leaves_the_old_site_shown(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], check=False)
    if mounted.returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk; a limit is tried above")
    try:
        target = disk / "www"
        publish(target, "old", 0)
        before = shown(target)
        with pytest.raises(CannotPublish, match="no room left"):
            Folder(target).publish(site("big" * 100_000), drafted(second=1), 3)
        assert shown(target) == before
        assert not Folder(target).verify(())
        publish(target, "new", 2)
        assert not Folder(target).verify(())
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_target_that_may_not_be_written_is_told_plainly(two_sites: tuple[Path, Path]) -> None:
    here, target = two_sites
    before = fingerprints(target)
    for folder in (target, target / "releases"):
        folder.chmod(0o555)
    try:
        ran = run_build("publish", target, "--site", here, preexec_fn=as_ordinary_user)
    finally:
        for folder in (target, target / "releases"):
            folder.chmod(0o755)
    assert (ran.status, "Traceback" in ran.stderr) == (2, False)
    assert "may not be written" in ran.stderr
    assert fingerprints(target) == before


@pytest.mark.parametrize("name", ["fsync", "open", "mkdir", "rename", "symlink"])
def test_whatever_the_disk_refuses_the_old_site_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Input and output errors at each call of one sort, one after another."""
    target, folder = tmp_path / "www", Folder(tmp_path / "www")
    folder.publish(OLD, drafted(), 3)
    real: Callable[..., object] = getattr(os, name)
    for fails_at in range(1, 6):
        calls = 0

        def refuse(*arguments: object, at: int = fails_at, **named: object) -> object:
            nonlocal calls
            calls += 1
            if calls == at:
                raise OSError(errno.EIO, "Input/output error")
            return real(*arguments, **named)

        monkeypatch.setattr(os, name, refuse)
        with suppress(CannotPublish):
            folder.publish(NEW, drafted(second=fails_at), 3)
        monkeypatch.setattr(os, name, real)
        assert shows_one_whole_site(target)
    folder.publish(site("again"), drafted(second=9), 3)
    assert not folder.verify(())
