"""What is kept from run to run: found again, whole or not at all, and never more than is of use."""

from __future__ import annotations

import os
import pickle
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest

from generator.load.held import OpenFile, Spool
from generator.load.store import ENDING, Store, key_of, read_store, segment_files
from generator.render.share import ahead, apart
from generator.save import keeping
from generator.save.keeping import keep_made

ONE, TWO = key_of("one"), key_of("two")


def kept(folder: Path, *keys: bytes) -> Path:
    """A run that makes something under each of the keys; returns the file that it leaves."""
    store = read_store(folder)
    for key in keys:
        store.put(key, b"what was made under " + key)
    before = set(segment_files(folder))
    keep_made(store, folder)
    return next(iter(set(segment_files(folder)) - before))


def test_what_a_run_has_made_is_there_for_the_next(tmp_path: Path) -> None:
    kept(tmp_path, ONE)
    kept(tmp_path, TWO)
    store = read_store(tmp_path)
    assert store.get(ONE) == b"what was made under " + ONE
    assert store.get(TWO) == b"what was made under " + TWO
    assert store.get(key_of("three")) is None


def test_a_run_that_makes_nothing_leaves_nothing(tmp_path: Path) -> None:
    keep_made(read_store(tmp_path), tmp_path / "made")
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("length", [0, 5, 15, 30, 60])
def test_a_file_that_is_cut_short_is_no_mistake(tmp_path: Path, length: int) -> None:
    file = kept(tmp_path, ONE)
    file.write_bytes(file.read_bytes()[:length])
    assert read_store(tmp_path).get(ONE) is None


def test_a_byte_that_has_turned_is_seen(tmp_path: Path) -> None:
    file = kept(tmp_path, ONE, TWO)
    body = bytearray(file.read_bytes())
    for at in range(len(body)):
        body[at] ^= 1
        file.write_bytes(body)
        found = (read_store(tmp_path).get(ONE), read_store(tmp_path).get(TWO))
        assert found[0] in (None, b"what was made under " + ONE)
        assert found[1] in (None, b"what was made under " + TWO)
        assert None in found
        body[at] ^= 1


def test_a_folder_of_any_other_files_is_an_empty_store(tmp_path: Path) -> None:
    (tmp_path / f"notes{ENDING}").write_text("nothing of ours", "utf-8")
    (tmp_path / f"folder{ENDING}").mkdir()
    assert read_store(tmp_path).get(ONE) is None
    assert read_store(tmp_path / "nowhere").get(ONE) is None


def test_what_nobody_asks_for_any_more_goes_when_there_are_many_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_SEGMENTS", 3)
    for number in range(3):
        kept(tmp_path, key_of(number))
    store = read_store(tmp_path)
    assert store.get(key_of(1))
    store.put(ONE, b"new")
    keep_made(store, tmp_path)
    assert len(segment_files(tmp_path)) == 1
    after = read_store(tmp_path)
    assert after.get(key_of(1))
    assert after.get(ONE) == b"new"
    assert after.get(key_of(0)) is None


def test_what_nobody_asks_for_any_more_goes_when_it_is_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SPARE", -100)
    kept(tmp_path, ONE)
    kept(tmp_path, TWO)
    assert read_store(tmp_path).get(ONE) is None
    assert read_store(tmp_path).get(TWO)


def test_what_a_killed_build_has_left_half_written_goes(tmp_path: Path) -> None:
    left, being_written = tmp_path / ".fresh.1", tmp_path / ".fresh.2"
    for file in (left, being_written):
        file.write_bytes(b"half")
    kept(tmp_path, ONE)
    assert left.exists()
    os.utime(left, (0, 0))
    kept(tmp_path, TWO)
    assert not left.exists()
    assert being_written.exists()


def test_a_store_that_has_gone_while_it_is_read_is_still_whole(tmp_path: Path) -> None:
    """Another build may tidy up at any moment."""
    file = kept(tmp_path, ONE)
    store = read_store(tmp_path)
    file.unlink()
    assert store.get(ONE) == b"what was made under " + ONE


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "made").write_text("a file where the folder should be", "utf-8")
    store = Store()
    store.put(ONE, b"new")
    keep_made(store, tmp_path / "made")
    assert (tmp_path / "made").is_file()


def test_what_another_process_has_made_is_read_where_it_lies() -> None:
    store = Store()
    store.put(ONE, b"made here")
    made = apart(lambda: store.put(TWO, b"made there").offset, store, jobs=2)
    assert made() == 0, "each process lays down its own"
    assert store.get(ONE) == b"made here"
    assert store.get(TWO) == b"made there"


def test_another_process_can_tell_where_something_lies_that_an_earlier_run_has_kept(tmp_path: Path) -> None:
    kept(tmp_path, ONE)
    store = read_store(tmp_path)
    found = apart(lambda: store.piece(ONE), store, jobs=2)()
    assert found is not None
    assert found.read() == b"what was made under " + ONE


def test_a_file_that_only_another_process_has_open_is_never_taken_for_one_of_ours() -> None:
    begun = ahead(lambda: pickle.dumps(Spool().lay(b"made there")), jobs=2)
    ours = [Spool() for _ in range(9)]
    with pytest.raises(KeyError):
        pickle.loads(begun())
    assert {spool.lay(b"made here").read() for spool in ours} == {b"made here"}


def test_a_large_file_is_read_block_by_block() -> None:
    spool = Spool()
    spool.lay(b"something before")
    lent = spool.lend(block for block in (b"one ", b"two ", b"three"))
    assert list(lent.blocks()) == [b"one ", b"two ", b"three"]
    assert lent.size == len(b"one two three")
    assert lent.fingerprint == sha256(b"one two three").hexdigest()


def test_where_no_file_can_be_made_the_bytes_stay_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    spool = Spool()
    assert spool.file is None
    assert [spool.lay(body).read() for body in (b"one", b"two")] == [b"one", b"two"]


def test_where_the_disk_is_full_the_bytes_stay_in_memory() -> None:
    spool = Spool()
    before, there = spool.lay(b"one"), spool.file
    with Path("/dev/full").open("wb", buffering=0) as full:
        spool.file = OpenFile(full)
        after = spool.lay(b"two")
    spool.file = there
    assert (before.read(), after.read()) == (b"one", b"two")


def test_what_is_not_there_any_more_is_never_taken_for_less(tmp_path: Path) -> None:
    file = kept(tmp_path, ONE)
    piece = read_store(tmp_path).piece(ONE)
    assert piece is not None
    file.write_bytes(b"")
    assert piece.sound() is None
    with pytest.raises(OSError, match="not there any more"):
        piece.read()
