"""What published records said is read from its file one by one, whoever has written it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.load.published import load_published
from generator.load.published_values import PublishedValues, file_of, lines_of, values_in, values_of

RECORDS: Mapping[str, Mapping[str, Any]] = {
    "data-uses/library-loans": {"title": "Library loans", "body": 'A line.\n\n"},"names":{'},
    "opt-outs/surveys": {"title": "Arolygon – a {curly}, one", "also_called": ["pôl"]},
}
Read = Callable[[bytes], PublishedValues]
NAMES = {"organisations": {"dwp": "Department for Work and Pensions"}}


def _written(records: Mapping[str, Mapping[str, Any]] = RECORDS, drafts: bool = False) -> bytes:
    return b"".join(file_of(drafts, [lines_of([record]) for record in records.items()], NAMES))


@pytest.fixture(params=["file", "bytes"])
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Read:
    """Reads bytes as a file of a folder and as what a store has sent."""

    def from_file(body: bytes) -> PublishedValues:
        (tmp_path / "published.json").write_bytes(body)
        return values_in(tmp_path / "published.json")

    return values_of if request.param == "bytes" else from_file


def test_every_record_is_told_as_it_was_said(read: Read) -> None:
    told = read(_written())
    assert dict(told.said) == RECORDS
    assert told.names == NAMES
    assert not told.drafts
    assert "data-uses/other" not in told.said


def test_a_site_without_records_tells_none(read: Read) -> None:
    assert dict(read(_written({})).said) == {}
    assert read(_written({}, drafts=True)).drafts


def test_the_file_is_plain_json() -> None:
    assert json.loads(_written()) == {"drafts": False, "records": RECORDS, "names": NAMES}


def test_a_file_of_an_older_version_is_a_single_line(read: Read) -> None:
    older = json.dumps({"drafts": False, "records": RECORDS, "names": NAMES}).encode()
    assert dict(read(older).said) == RECORDS
    assert read(older).names == NAMES


def test_a_damaged_record_is_not_told_but_the_others_are(read: Read) -> None:
    told = read(_written().replace(b'"title":"Library', b'"title":Library'))
    assert told.said.get("data-uses/library-loans") is None
    assert told.said["opt-outs/surveys"] == RECORDS["opt-outs/surveys"]


@pytest.mark.parametrize("cut", [40, 200, -5])
def test_a_file_that_ends_too_early_is_refused(read: Read, cut: int) -> None:
    with pytest.raises(ValueError, match=r"within its records|Expecting|Unterminated|not found"):
        read(_written()[:cut])


def test_a_publication_with_a_damaged_file_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"version": "1", "today": "2026-11-22", "files": {}}')
    (tmp_path / "fingerprints.json").write_text('{"form": 2, "records": {}, "entries": {}}')
    (tmp_path / "published.json").write_bytes(_written()[:-5])
    assert load_published(tmp_path) is None
    (tmp_path / "published.json").write_bytes(_written())
    published = load_published(tmp_path)
    assert published is not None
    assert dict(published.said) == RECORDS


def test_what_was_read_is_told_when_the_file_has_been_replaced(tmp_path: Path) -> None:
    place = tmp_path / "published.json"
    place.write_bytes(_written())
    told = values_in(place)
    (tmp_path / "newer").write_bytes(_written({}))
    (tmp_path / "newer").replace(place)
    assert dict(told.said) == RECORDS
