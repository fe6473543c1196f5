"""`check --html`: any page, no site, the same formats and statuses, and never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main

HEAD = '<!doctype html>\n<html lang="en"><head><title>Bins</title></head>\n'
GOOD = HEAD + "<body><h1>Bins</h1><p>Hello.</p></body></html>"
BAD = GOOD.replace("<p>", '<img src="lorry.jpg">\n  <p>')
WARNED = GOOD.replace("<p>", "<h4>Brown bins</h4><p>")


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str | bytes) -> str:
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    main(["check", "--html", *arguments, "--format", "json"])
    return list(json.loads(capsys.readouterr().out)["findings"])


def test_a_good_page_is_clean_without_a_site(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--html", write("good.html", GOOD)]) == 0
    assert capsys.readouterr().out == ""


def test_an_error_blocks_and_its_place_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    name = write("bad.html", BAD)
    assert main(["check", "--html", name, "--format", "json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    (finding,) = printed["findings"]
    assert (finding["rule"], finding["path"]) == ("image-alternative", "bad.html")
    assert (finding["line"], finding["column"]) == (3, 20)
    assert printed["summary"] == {"errors": 1, "warnings": 0, "reviews": 0}


def test_the_path_is_printed_as_it_was_given(capsys: pytest.CaptureFixture[str]) -> None:
    Path("deep").mkdir()
    write("deep/bad.html", BAD)
    given = str(Path("deep/../deep/bad.html").absolute())
    assert found(capsys, "./deep/bad.html")[0]["path"] == "./deep/bad.html"
    assert found(capsys, given)[0]["path"] == given


def test_only_strict_makes_a_warning_block() -> None:
    name = write("warned.html", WARNED)
    assert main(["check", "--html", name]) == 0
    assert main(["check", "--html", name, "--strict"]) == 1


def test_text_and_annotations_name_the_place(capsys: pytest.CaptureFixture[str]) -> None:
    name = write("bad.html", BAD)
    main(["check", "--html", name])
    assert "bad.html:3:20 error image-alternative" in capsys.readouterr().out
    main(["check", "--html", name, "--format", "github"])
    assert "::error file=bad.html,line=3,col=20" in capsys.readouterr().out


def test_several_files_are_judged_and_each_once(capsys: pytest.CaptureFixture[str]) -> None:
    one, two = write("one.html", BAD), write("two.html", BAD)
    assert [finding["path"] for finding in found(capsys, one, two, one)] == [one, two]


@pytest.mark.parametrize("name", ["gone.html", "folder", "\0.html"])
def test_a_file_that_cannot_be_read_is_misuse_in_a_sentence(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("folder").mkdir()
    assert main(["check", "--html", name]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip().endswith(".")
    assert "stumbled" not in said.err


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe\x80<p \x00=\xff>",
        bytes(range(256)) * 20,
        b"<![if IE]><p><![CDATA[ x ]]><!-- never closed <a href=",
        b"<div>" * 3_000 + b"x",
        b"</div>" * 5_000,
        b'<p style="color:#zz;font-size:1.2.3px;line-height:e">' + b"words " * 60,
        b"<table><tr><td colspan=999999999999999999 rowspan=x><th scope>",
        b"<style>a{b:c" + b"{" * 500 + b"</style>",
        b'<a href="http://[::1">x</a><img src="//[">',
        b'<meta charset="no-such-thing">\xff<p>x</p>',
        b'<html lang="\xc2\xa0"><p tabindex="\xd9\xa3">x<h\xc2\xb2>',
        "<p>\u2028\u202e\ufeff🦉</p>".encode("utf-16"),
    ],
)
def test_no_bytes_whatever_bring_a_traceback(raw: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--html", write("any.html", raw), "--format", "json"]) in (0, 1)
    printed = capsys.readouterr()
    assert printed.err == ""
    for finding in json.loads(printed.out)["findings"]:
        assert finding["line"] >= 1
        assert finding["column"] >= 1


def test_a_style_sheet_beside_the_page_is_read_too(capsys: pytest.CaptureFixture[str]) -> None:
    Path("css").mkdir()
    write("css/all.css", "p { color: #aaa; background: #fff }")
    name = write("page.html", GOOD.replace("</head>", '<link rel="stylesheet" href="css/all.css"></head>'))
    assert [finding["rule"] for finding in found(capsys, name)] == ["text-contrast"]


def test_letters_of_an_older_encoding_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    text = BAD.replace("lorry", "café").replace("<head>", '<head><meta charset="iso-8859-1">')
    assert "café" in str(found(capsys, write("old.html", text.encode("latin-1")))[0]["message"])
