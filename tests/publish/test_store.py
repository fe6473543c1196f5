"""A store that speaks S3: real requests to a real server on this machine, with failures in between."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from conftest import COUNTING, TODAY, replace_once
from publishing import drafted, entries, hashes, site

from generator.artefacts import Artefact
from generator.cli import main
from generator.publish.bucket import Bucket
from generator.publish.publication import CannotPublish
from generator.publish.store import Store

OLD, NEW = site("old"), site("new", ("", "a/", "new/"))
BUCKET = "council"
prefixes = (f"site-{number}/" for number in count())


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a store with a bucket, in a process of its own whose lines nobody counts."""
    import boto3

    log = tmp_path_factory.mktemp("store") / "log"
    options = ["--host", "127.0.0.1", "--port", "0"]
    uncounted = {name: value for name, value in os.environ.items() if name != COUNTING}
    with log.open("w") as file:
        server = subprocess.Popen([sys.executable, "-m", "moto.server", *options], stderr=file, env=uncounted)
    try:
        there = announced(server, log)
        boto3.client("s3", endpoint_url=there, region_name="us-east-1", **KEYS).create_bucket(Bucket=BUCKET)
        yield there
    finally:
        server.kill()
        server.wait()


def announced(server: subprocess.Popen[bytes], log: Path) -> str:
    """The address that the store writes into its log once it listens."""
    until = time.monotonic() + 60
    while not (found := re.search(r"Running on (http://127\.0\.0\.1:\d+)", log.read_text("utf-8"))):
        assert server.poll() is None, log.read_text("utf-8")
        assert time.monotonic() < until, "the store does not begin"
        time.sleep(0.05)
    return found[1]


KEYS = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}


@pytest.fixture
def client(address: str) -> Any:
    """A client that asks once and never waits."""
    import boto3
    from botocore.config import Config

    once = Config(retries={"total_max_attempts": 1}, max_pool_connections=16)
    return boto3.client("s3", endpoint_url=address, region_name="us-east-1", config=once, **KEYS)


class Place:
    """A place in the bucket that no other test uses, and what lies there."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.bucket = Bucket(client, BUCKET, next(prefixes))
        self.store = Store(self.bucket)

    def files(self) -> dict[str, bytes]:
        """What the public can read: every file but what the store remembers."""
        paths = [path for path in self.bucket.held() if not path.startswith(".fair-notice/")]
        return {path: self.bucket.get(path) or b"" for path in paths}

    def hashes(self) -> dict[str, str]:
        return {path: sha256(body).hexdigest() for path, body in self.files().items()}

    def requests(self, name: str, seen: list[str], fails_at: int = 0) -> None:
        """Notes every request of a sort; the one with this number and all later ones find no store."""

        def note(request: Any, **_: Any) -> None:
            seen.append(request.url.split("?")[0].partition(self.bucket.prefix)[2])
            if 0 < fails_at <= len(seen):
                raise ConnectionError("the line is dead")

        self.client.meta.events.register(f"before-send.s3.{name}", note, unique_id=name)

    def forget_requests(self) -> None:
        for name in ("PutObject", "DeleteObject"):
            self.client.meta.events.unregister(f"before-send.s3.{name}", unique_id=name)


@pytest.fixture
def place(client: Any) -> Place:
    return Place(client)


def test_a_site_is_put_with_types_and_settings(place: Place) -> None:
    place.store.publish(OLD, drafted(), 3)
    assert place.hashes() == hashes(OLD)
    told = {}
    for path in place.hashes():
        head = place.client.head_object(Bucket=BUCKET, Key=place.bucket.prefix + path)
        told[path] = (head["ContentType"], head["CacheControl"])
    assert told["index.html"] == ("text/html; charset=utf-8", "no-cache")
    assert told[OLD[0].path] == ("text/css; charset=utf-8", "public, max-age=31536000, immutable")
    assert told["manifest.json"] == ("application/json; charset=utf-8", "no-cache")


def test_assets_come_first_then_pages_then_the_manifest_and_deletions_last(place: Place) -> None:
    place.store.publish(OLD, drafted(), 3)
    put: list[str] = []
    deleted: list[str] = []
    place.requests("PutObject", put)
    place.requests("DeleteObject", deleted)
    place.store.publish(NEW, drafted(second=1), 3)
    place.forget_requests()
    site_files = [path for path in put if not path.startswith(".fair-notice/")]
    assert site_files[0] == NEW[0].path
    assert set(site_files[1:-1]) == {"index.html", "a/index.html", "new/index.html"}
    assert site_files[-1] == "manifest.json"
    assert deleted == ["b/c/index.html"]
    assert hashes(NEW).items() <= place.hashes().items()
    assert place.hashes().keys() - hashes(NEW).keys() == {OLD[0].path}


def test_only_what_changed_is_put(place: Place) -> None:
    place.store.publish(site("same"), drafted(), 3)
    put: list[str] = []
    place.requests("PutObject", put)
    place.store.publish(site("same", today="2026-11-23"), drafted(second=1), 3)
    assert [path for path in put if not path.startswith(".fair-notice/")] == ["manifest.json"]
    put.clear()
    assert place.store.publish(site("same", today="2026-11-23"), drafted(second=2), 3).publication is None
    assert put == []
    place.forget_requests()


def test_a_file_with_wrong_settings_is_put_again(place: Place) -> None:
    """Somebody has copied it there with another tool, which took it for something else."""
    place.store.publish(OLD, drafted(), 3)
    page = next(artefact for artefact in OLD if artefact.path == "index.html")
    key = place.bucket.prefix + "index.html"
    place.client.put_object(Bucket=BUCKET, Key=key, Body=page.body, ContentType="text/plain")
    place.store.publish(site("old", today="2026-11-24"), drafted(second=1), 3)
    place.client.put_object(Bucket=BUCKET, Key=key, Body=b"x" * len(page.body))
    assert place.store.verify(()).changed == ("index.html",)
    place.store.publish(site("old", today="2026-11-24"), drafted(second=2), 3)
    assert place.client.head_object(Bucket=BUCKET, Key=key)["ContentType"] == "text/html; charset=utf-8"
    assert not place.store.verify(())


def whole(place: Place, *sites: list[Artefact]) -> bool:
    """Every page is that of one of the sites, with its stylesheet; all are those of the manifest's,
    unless a publication is on its way."""
    files = place.files()
    known: dict[str, set[bytes]] = {}
    for artefact in (artefact for artefacts in sites for artefact in artefacts):
        known.setdefault(artefact.path, set()).add(artefact.body)
    for path, body in files.items():
        assert body in known[path], path
        for asset in re.findall(r"href='/([^']+)'", body.decode()):
            assert asset in files, f"{path} needs {asset}"
    manifest = files["manifest.json"]
    shown = next(s for s in sites if any(a.body == manifest for a in s))
    complete = shown is sites[0] or hashes(shown).items() <= place.hashes().items()
    return complete and all(artefact.path in files for artefact in shown)


def test_whatever_request_fails_pages_are_whole_and_the_next_run_goes_on_from_there(client: Any) -> None:
    """Each change to the store fails in turn, with all that follow, as if the line were cut."""
    old, new = site("old", ("gone/",)), site("new", ("new/",))
    for fails_at in count(1):
        place = Place(client)
        place.store.publish(old, drafted(), 2)
        changes: list[str] = []
        for name in ("PutObject", "DeleteObject"):
            place.requests(name, changes, fails_at)
        with suppress(CannotPublish):
            place.store.publish(new, drafted(second=1), 2)
        place.forget_requests()
        assert whole(place, old, new), fails_at
        place.store.publish(new, drafted(second=2), 2)
        assert hashes(new).items() <= place.hashes().items()
        assert not place.store.verify(()), fails_at
        assert "gone/index.html" not in place.hashes()
        if fails_at > len(changes):
            break
    assert fails_at > 8


def test_a_publication_that_ended_half_way_is_never_gone_back_to(place: Place) -> None:
    place.store.publish(OLD, drafted(), 3)
    place.requests("PutObject", [], 6)
    with pytest.raises(CannotPublish):
        place.store.publish(site("half"), drafted(second=1), 3)
    place.forget_requests()
    place.store.publish(NEW, drafted(second=2), 3)
    place.store.rollback(drafted(second=3), None)
    assert hashes(OLD).items() <= place.hashes().items()


def test_going_back_and_forth_needs_nothing_but_the_store(place: Place) -> None:
    place.store.publish(OLD, drafted(), 3)
    new = place.store.publish(NEW, drafted(second=1), 3).publication
    assert new is not None
    place.store.rollback(drafted(second=2), None)
    assert hashes(OLD).items() <= place.hashes().items()
    assert "new/index.html" not in place.hashes()
    assert NEW[0].path in place.hashes(), "pages that people have open need it"
    assert not place.store.verify(())
    place.store.rollback(drafted(second=3), new.release)
    assert hashes(NEW).items() <= place.hashes().items()
    assert not place.store.verify(())


def test_nobody_goes_back_to_what_the_store_has_lost(place: Place) -> None:
    place.store.publish(OLD, drafted(), 3)
    place.store.publish(NEW, drafted(second=1), 3)
    page = next(artefact for artefact in OLD if artefact.path == "a/index.html")
    place.bucket.delete(f".fair-notice/objects/{page.fingerprint}")
    before = place.hashes()
    with pytest.raises(CannotPublish, match=r"a/index\.html"):
        place.store.rollback(drafted(second=2), None)
    assert place.hashes() == before


def test_only_the_last_releases_are_kept(place: Place) -> None:
    for number in range(5):
        place.store.publish(site(f"words {number}"), drafted(second=number), 2)
    held = place.bucket.held()
    assert len([path for path in held if path.startswith(".fair-notice/releases/")]) == 2
    assert len([path for path in held if path.startswith("assets/")]) == 2
    assert len([path for path in held if path.startswith(".fair-notice/objects/")]) == 9
    assert not place.store.verify(())


def test_the_later_of_two_publishers_wins_and_the_other_stops(place: Place) -> None:
    place.store.publish(OLD, drafted(), 3)
    other = Store(place.bucket)
    begun: list[str] = []

    def another(request: Any, **_: Any) -> None:
        if request.url.endswith("a/index.html") and not begun:
            begun.append(request.url)
            other.publish(NEW, drafted(second=2), 3)

    place.client.meta.events.register("before-send.s3.PutObject", another, unique_id="another")
    with pytest.raises(CannotPublish, match="Another publication"):
        place.store.publish(site("slow"), drafted(second=1), 3)
    place.client.meta.events.unregister("before-send.s3.PutObject", unique_id="another")
    found = place.store.verify(())
    assert set(found.changed) <= {"a/index.html"}, "one file can be on its way when the other begins"
    other.publish(NEW, drafted(second=3), 3)
    assert not place.store.verify(())


def test_verify_names_every_file_added_changed_or_missing(place: Place) -> None:
    place.store.publish(OLD, drafted(), 3)
    for path in ("added.html", "index.html"):
        place.client.put_object(Bucket=BUCKET, Key=place.bucket.prefix + path, Body=b"x")
    place.bucket.delete("a/index.html")
    found = place.store.verify(())
    assert (found.added, found.changed, found.missing) == (
        ("added.html",),
        ("index.html",),
        ("a/index.html",),
    )


def test_a_place_of_others_is_refused(place: Place) -> None:
    place.client.put_object(Bucket=BUCKET, Key=place.bucket.prefix + "letter.txt", Body=b"dear")
    with pytest.raises(CannotPublish, match=r"letter\.txt"):
        place.store.publish(OLD, drafted(), 3)
    assert list(place.bucket.held()) == ["letter.txt"]


def test_a_site_that_another_tool_has_copied_there_is_taken_over(place: Place) -> None:
    for artefact in OLD:
        place.client.put_object(Bucket=BUCKET, Key=place.bucket.prefix + artefact.path, Body=artefact.body)
    place.store.publish(NEW, drafted(), 3)
    assert hashes(NEW).items() <= place.hashes().items()


def test_a_bucket_that_is_not_there_is_told_plainly(client: Any) -> None:
    with pytest.raises(CannotPublish, match="nobodys-bucket"):
        Store(Bucket(client, "nobodys-bucket", "")).publish(OLD, drafted(), 3)


def test_a_store_that_does_not_answer_is_told_plainly() -> None:
    import boto3
    from botocore.config import Config

    once = Config(retries={"total_max_attempts": 1})
    client = boto3.client(
        "s3", endpoint_url="http://127.0.0.1:9", region_name="us-east-1", config=once, **KEYS
    )
    with pytest.raises(CannotPublish, match=r"did not let us list.*Check the address"):
        Store(Bucket(client, BUCKET, "")).publish(OLD, drafted(), 3)


def test_a_bucket_that_does_not_exist_is_to_be_made_and_not_tried_again(client: Any) -> None:
    with pytest.raises(CannotPublish, match="Make the bucket first"):
        Store(Bucket(client, "no-such-bucket", "")).publish(OLD, drafted(), 3)


def test_going_back_that_was_cut_off_is_on_record_all_the_same(place: Place) -> None:
    place.store.publish(OLD, drafted(), 3)
    place.store.publish(NEW, drafted(second=1), 3)
    put: list[str] = []
    place.requests("PutObject", put)
    place.store.rollback(drafted(second=2), None)
    place.forget_requests()
    place.store.rollback(drafted(second=3), "2026-11-30")
    place.requests("PutObject", [], put.index(".fair-notice/publications.yaml") + 1)
    with pytest.raises(CannotPublish):
        place.store.rollback(drafted(second=4), None)
    place.forget_requests()
    log = place.store.publish(site("again"), drafted(second=5), 3).log
    assert [(entry.when[-3:-1], entry.action) for entry in log] == [
        *(("00", "publish"), ("01", "publish"), ("02", "rollback")),
        *(("03", "rollback"), ("04", "rollback"), ("05", "publish")),
    ]


def test_the_commands_work_with_a_store(
    address: str, published_small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Path(shutil.copytree(published_small, tmp_path / "site", ignore=shutil.ignore_patterns("public")))
    there = f"s3://{BUCKET}/commands"
    settings = {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": "/dev/null",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    def ran(*arguments: str) -> int:
        return main([*arguments, "--site", str(here), "--today", TODAY])

    assert ran("publish", there) == 0
    replace_once(here / "site.yaml", "title: ", "title: New ")
    assert ran("publish", there) == 0
    assert ran("rollback") == 0
    assert ran("verify", there) == 0
    said = entries(here / "content/publications.yaml")
    assert [entry["action"] for entry in said] == ["publish", "publish", "rollback"]
    assert said[0]["release"] == said[2]["release"]
