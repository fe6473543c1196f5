"""The folder of a site becomes documents that know where everything stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SMALL, page_text

from generator.load.documents import Content, Document
from generator.load.files import SourceFile, entries, read
from generator.load.front_matter import Split, split
from generator.load.site import load
from generator.load.templates import load_templates


def test_every_file_becomes_a_document_in_the_order_of_names() -> None:
    loaded = load(SMALL)
    assert loaded.findings == ()
    paths = [document.path for document in loaded.documents]
    assert paths == sorted(paths)
    assert len(paths) == len([f for f in (SMALL / "content").rglob("*") if f.is_file()])
    assert loaded.site is not None
    assert loaded.document("site.yaml") is loaded.site
    assert loaded.document("nowhere.yaml") is None


def test_a_markdown_file_and_a_yaml_file_say_the_same(small_site: Path) -> None:
    body = "First line.\n\nSecond line."
    (small_site / "content/pages/one.md").write_text(page_text(body=body), "utf-8")
    fields = page_text().split("---\n")[1]
    text = fields + "body: |-\n  First line.\n\n  Second line.\n"
    (small_site / "content/pages/two.yaml").write_text(text, "utf-8")
    loaded = load(small_site)
    one, two = (loaded.document(f"content/pages/{name}") for name in ("one.md", "two.yaml"))
    assert one is not None
    assert two is not None
    assert one.values == two.values
    assert one.body_line == 10


def test_the_front_matter_is_cut_from_the_text() -> None:
    cut = split(SourceFile("x.md", "--- \ntitle: T\n---\n\n\nWords.\n---\nMore.\n"))
    assert isinstance(cut, Split)
    assert (cut.front_matter.text, cut.body, cut.body_line) == ("title: T", "Words.\n---\nMore.", 6)


def document(text: str) -> Document:
    return Document("x.yaml", "pages", "x", Content(marks={("a",): (2, 3)}, text=text))


def test_a_place_that_is_not_known_is_that_of_what_is_around_it() -> None:
    made = document("one\ntwo Words\nthree")
    assert str(made.locate("a", "b", 3)) == "x.yaml:2:3"
    assert str(made.locate("nothing")) == "x.yaml:1:1"
    assert str(made.locate("a", below=1)) == "x.yaml:3:1"
    assert str(made.locate("a", below=99)) == "x.yaml:3:1"
    assert str(made.text_line(("a",), "WORDS")) == "x.yaml:2:5"
    assert str(made.text_line(("a",), "absent")) == "x.yaml:2:3"
    assert made.excerpt(made.locate("a")) == "two Words"
    assert made.excerpt(made.locate("a", below=1)) == "three"


def test_a_file_that_cannot_be_opened_is_a_finding(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = read(small_site / "site.yaml", small_site)
    assert not isinstance(found, SourceFile)
    assert (found.rule, "Permission denied" in found.message) == ("file-unreadable", True)


def test_a_folder_that_cannot_be_opened_is_a_finding(
    small_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    (found,) = entries(small_site / "content", small_site)
    assert not isinstance(found, Path)
    assert found.rule == "file-unreadable"


def test_a_file_of_just_1_mib_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"#" * 1024 * 1024)
    assert isinstance(read(file, tmp_path), SourceFile)
    file.write_bytes(b"#" * (1024 * 1024 + 1))
    assert not isinstance(read(file, tmp_path), SourceFile)


def test_the_site_s_own_templates_lie_over_ours(tmp_path: Path) -> None:
    own = tmp_path / "templates/pages/home.html"
    own.parent.mkdir(parents=True)
    own.write_text("own")
    (own.parent / ".hidden.html").write_text("hidden")
    files = load_templates(tmp_path)
    assert files.text("pages/home.html") == "own"
    assert "pages/data-use.html" in files.below("pages")
    assert "pages/.hidden.html" not in files.files
    assert list(files.below("pages")) == sorted(files.below("pages"))
