"""The command line: what is asked, what comes out where, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Ran, command, page_text, run_build

from generator.cli import main
from generator.cli.parser import COMMANDS

Run = Callable[..., Ran]


@pytest.fixture
def blocked_site(small_site: Path) -> Path:
    """A site with one mistake in it."""
    (small_site / "content/pages/broken.md").write_text(page_text("ownr: me"), "utf-8")
    return small_site


def test_without_a_command_it_builds(small_site: Path, run: Run) -> None:
    ran = run("--site", small_site)
    assert ran.status == 0
    assert (small_site / "public/index.html").is_file()


@pytest.mark.parametrize("form", [("--quiet", "--site"), ("--today", "2026-11-23", "--site"), ()])
def test_the_options_of_every_command_may_stand_before_it(
    form: tuple[str, ...], blocked_site: Path, run: Run
) -> None:
    before = [*form, blocked_site] if form else [f"--site={blocked_site}"]
    ran = run(*before, "check", "--format", "json")
    assert ran.status == 1
    assert [f["rule"] for f in ran.json["findings"]] == ["unknown-key"]
    assert run(*before, "explain", "retention-stated").status == 0


def test_without_a_site_it_takes_the_current_folder(small_site: Path) -> None:
    ran = run_build(cwd=small_site)
    assert ran.status == 0, ran.stderr
    assert (small_site / "public/index.html").is_file()


def test_a_clean_build_prints_one_line_and_no_result(small_site: Path, run: Run) -> None:
    ran = run("build", "--site", small_site)
    assert ran.stdout == ""
    assert re.fullmatch(
        r"\d+ pages, \d+ written, 0 unchanged, [\d.]+ s, (nothing found|\d+ (warning|review).*)\.\n",
        ran.stderr,
    )


def test_quiet_is_quiet(small_site: Path, run: Run) -> None:
    ran = run("build", "--site", small_site, "--quiet")
    assert (ran.status, ran.stdout, ran.stderr) == (0, "", "")
    ran = run("check", "--site", small_site, "--quiet")
    assert (ran.status, ran.stdout, ran.stderr) == (0, "", "")


def test_a_finding_says_where_what_the_line_and_what_to_do(blocked_site: Path, run: Run) -> None:
    ran = run("check", "--site", blocked_site)
    assert ran.status == 1
    lines = ran.stdout.splitlines()
    assert lines[0].startswith("content/pages/broken.md:8:1 error unknown-key  ")
    assert "   8 | ownr: me" in lines
    assert any("Did you mean `owner`?" in line for line in lines)
    assert any(line.endswith("python build.py explain unknown-key") for line in lines)
    assert "1 error" in ran.stderr


def test_json_is_all_that_stands_on_standard_output(blocked_site: Path, run: Run) -> None:
    ran = run("check", "--site", blocked_site, "--format", "json")
    assert ran.status == 1
    assert set(ran.json) == {"findings", "summary"}
    assert set(ran.json["summary"]) == {"errors", "warnings", "reviews"}
    assert ran.json["summary"]["errors"] == 1
    (finding,) = ran.json["findings"]
    assert set(finding) == {"rule", "severity", "message", "path", "line", "column", "hint", "source"}
    assert (finding["path"], finding["line"], finding["column"]) == ("content/pages/broken.md", 8, 1)


def test_a_build_in_json_has_its_numbers(small_site: Path, run: Run) -> None:
    result = run("build", "--site", small_site, "--format", "json").json
    assert set(result) == {"pages", "written", "unchanged", "removed", "seconds", "findings", "summary"}
    assert result["pages"] > 10
    assert isinstance(result["seconds"], float)


def test_a_blocked_build_in_json_has_written_nothing(blocked_site: Path, run: Run) -> None:
    result = run("build", "--site", blocked_site, "--format", "json").json
    assert [result[key] for key in ("pages", "written", "unchanged", "removed")] == [0, 0, 0, 0]


def test_annotations_for_a_code_host(blocked_site: Path, run: Run) -> None:
    ran = run("check", "--site", blocked_site, "--format", "github")
    assert re.match(r"::error file=content/pages/broken.md,line=8,col=1,title=unknown-key::", ran.stdout)
    assert len(ran.stdout.splitlines()) == 1


def test_warnings_block_where_they_shall(small_site: Path, run: Run) -> None:
    text = page_text(review_due="2026-11-01")
    (small_site / "content/pages/late.md").write_text(text, "utf-8")
    assert run("check", "--site", small_site, "--format", "json").json["summary"]["warnings"]
    assert run("build", "--site", small_site).status == 0
    assert run("build", "--site", small_site, "--strict").status == 1
    assert run("check", "--site", small_site, "--strict").status == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("build", "--fast"),
        ("check", "--format", "xml"),
        ("check", "--today", "yesterday"),
        ("check", "--today", "2026-02-30"),
        ("build", "--jobs", "0"),
        ("build", "--jobs", "-1"),
        ("build", "--jobs", "many"),
        ("new", "poem", "Title"),
        ("new", "page"),
        ("list", "everything"),
        ("explain",),
        ("serve", "--port", "http"),
        ("serve", "--port", "99999"),
        ("serve", "--port", "-1"),
    ],
    ids=" ".join,
)
def test_misuse_ends_with_2_and_a_plain_word(
    small_site: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_site)
    ran = run_build(*arguments)
    assert ran.status == 2, ran.stdout + ran.stderr
    assert ran.stdout == ""
    assert ran.stderr.strip()
    assert "Traceback" not in ran.stderr
    assert "stumbled" not in ran.stderr


@pytest.mark.parametrize("site", ["nowhere", "file", "empty"])
@pytest.mark.parametrize("asked", [("build",), ("check",), ("serve",), ("list", "due"), ("new", "page", "T")])
def test_a_folder_without_a_site_is_misuse(tmp_path: Path, site: str, asked: tuple[str, ...]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("a file")
    ran = run_build(*asked, "--site", tmp_path / site)
    assert (ran.status, ran.stdout) == (2, "")
    assert "There is no site.yaml" in ran.stderr
    assert "--site" in ran.stderr


@pytest.mark.parametrize(
    "url", ["example.org", "javascript:alert(1)", "https://", "http://[", "https://a b/"]
)
def test_a_base_url_that_is_none_is_misuse(small_site: Path, url: str) -> None:
    ran = run_build("build", "--site", small_site, "--base-url", url)
    assert ran.status == 2
    assert "Traceback" not in ran.stderr
    assert not (small_site / "public").exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, run: Run) -> None:
    ran = run(name, "--help", "--today", "2026-11-22")
    assert ran.status == 0
    assert "usage: build.py" in ran.stdout
    assert all(option in ran.stdout for option in ("--site", "--today", "--format", "--quiet"))


def test_help_lists_every_command(run: Run) -> None:
    ran = run("--help", "--today", "2026-11-22")
    assert ran.status == 0
    assert all(name in ran.stdout for name in COMMANDS)


def test_every_rule_can_be_explained(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    rules = run("rules", "--format", "json").json["rules"]
    assert len(rules) > 40
    for rule in rules:
        assert set(rule) == {"rule", "severity", "family", "source", "what", "why", "how"}
        assert all(rule.values()), rule
        assert main(["explain", rule["rule"]]) == 0
        told = capsys.readouterr().out
        assert told.startswith(f"{rule['rule']} ({rule['severity']})")
        assert all(heading in told for heading in ("What it says", "Why", "How to mend it"))


def test_the_list_of_rules_has_every_rule_once(run: Run) -> None:
    ran = run("rules")
    rules = [rule["rule"] for rule in run("rules", "--format", "json").json["rules"]]
    for rule in rules:
        assert len(re.findall(rf"^  {rule} ", ran.stdout, re.M)) == 1


def test_an_unknown_rule_is_misuse_with_the_nearest(run: Run) -> None:
    ran = run("explain", "unknown-kye")
    assert ran.status == 2
    assert "Did you mean unknown-key" in ran.stderr
    ran = run("explain", "qqqqqqqqqq")
    assert ran.status == 2
    assert "build.py rules" in ran.stderr


def test_what_is_due_comes_in_order_with_what_is_late_marked(small_site: Path, run: Run) -> None:
    (small_site / "content/pages/late.md").write_text(
        page_text(title="A late page", review_due="2026-11-01", owner="Late keeper"), "utf-8"
    )
    (small_site / "content/pages/soon.md").write_text(
        page_text(title="A soon page", review_due="2026-11-22"), "utf-8"
    )
    (small_site / "content/pages/gone.md").write_text(
        page_text("withdrawn_because: Old.", title="A gone page", status="withdrawn"), "utf-8"
    )
    due = run("list", "due", "--site", small_site, "--format", "json").json["due"]
    assert [item["date"] for item in due] == sorted(item["date"] for item in due)
    by_title = {item["title"]: item for item in due}
    late = by_title["A late page"]
    assert (late["overdue"], late["owner"], late["what"]) == (True, "Late keeper", "review")
    assert (late["path"], late["line"]) == ("content/pages/late.md", 7)
    assert by_title["A soon page"]["overdue"] is False
    assert "A gone page" not in by_title
    text = run("list", "due", "--site", small_site).stdout
    assert "2026-11-01  LATE  review: A late page (Late keeper)  content/pages/late.md:7" in text
    assert "2026-11-22        review: A soon page" in text


def test_nothing_due_is_said(small_site: Path, run: Run) -> None:
    for file in (small_site / "content").rglob("*"):
        if file.is_file():
            dates = r"(?m)^.*(review_due|check_by|next_review|next_check):.*\n"
            file.write_text(re.sub(dates, "", file.read_text("utf-8")), "utf-8")
    due = run("list", "due", "--site", small_site, "--format", "json").json["due"]
    said = run("list", "due", "--site", small_site).stdout
    assert ("Nothing is due." in said) == (due == [])


def test_what_is_due_of_a_broken_site_is_misuse(small_site: Path, run: Run) -> None:
    (small_site / "site.yaml").write_text("name: [", "utf-8")
    ran = run("list", "due", "--site", small_site)
    assert (ran.status, ran.stdout) == (2, "")
    assert "check" in ran.stderr


def test_a_reader_that_goes_away_is_no_crash(blocked_site: Path) -> None:
    for arguments in (("rules",), ("check", "--site", str(blocked_site)), ("explain", "unknown-key")):
        reading, writing = os.pipe()
        os.close(reading)
        ended = subprocess.run(
            command(*arguments), stdout=writing, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
        os.close(writing)
        assert "Traceback" not in ended.stderr
        assert "Exception" not in ended.stderr, ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_result_that_cannot_be_printed_is_no_crash() -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command("rules"), stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
    assert ended.returncode != 0
    assert "Traceback" not in ended.stderr


@pytest.mark.without_coverage
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_of_another_encoding_gets_the_findings_too(blocked_site: Path, encoding: str) -> None:
    file = blocked_site / "content/pages/broken.md"
    file.write_text(file.read_text("utf-8").replace("ownr: me", "ownr: ŵ日本🗑️"), "utf-8")
    for form in ("text", "json", "github"):
        ran = subprocess.run(
            command("check", "--site", blocked_site, "--format", form),
            env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert ran.returncode == 1, ran.stderr.decode(encoding, "replace")
        assert b"unknown-key" in ran.stdout
        assert b"Traceback" not in ran.stderr


def in_a_terminal(*arguments: str | Path) -> tuple[int, str]:
    """Runs a command whose output is a terminal: its status and what the terminal got."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command(*arguments), stdout=theirs, stderr=theirs)
    os.close(theirs)
    got = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        got += part
    os.close(ours)
    return process.wait(), got.decode()


@pytest.mark.without_coverage
def test_a_terminal_sees_progress_and_colour_and_a_file_does_not(blocked_site: Path) -> None:
    status, shown = in_a_terminal("check", "--site", blocked_site)
    assert status == 1
    assert "Reading the content …" in shown
    assert "\x1b[1;31merror\x1b[0m" in shown
    ran = run_build("check", "--site", blocked_site)
    assert "\x1b" not in ran.stdout + ran.stderr
    assert "Reading" not in ran.stderr


@pytest.mark.without_coverage
def test_a_quiet_terminal_sees_no_progress(small_site: Path) -> None:
    assert in_a_terminal("build", "--site", small_site, "--quiet") == (0, "")


def test_a_fault_of_the_program_itself_is_said_plainly(
    small_site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.setattr("generator.load.site.load", stumble)
    assert main(["build", "--site", str(small_site), "--today", "2026-11-22"]) == 2
    said = capsys.readouterr().err
    assert "out of luck" in said
    assert "Traceback" not in said


def test_an_interrupted_command_ends_quietly(
    small_site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.load.site.load", interrupt)
    assert main(["check", "--site", str(small_site), "--today", "2026-11-22"]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.without_coverage
def test_the_program_runs_from_any_folder_as_a_module(small_site: Path, tmp_path: Path) -> None:
    call = "import sys; from generator.cli import main; sys.exit(main())"
    ended = subprocess.run(
        [sys.executable, "-c", call, "check", "--site", str(small_site), "--format", "json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert set(json.loads(ended.stdout)) == {"findings", "summary"}


def test_whoever_stops_reading_is_no_mistake() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    call = [sys.executable, str(ROOT / "build.py"), "rules"]
    ended = subprocess.run(call, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (2, b"")


def test_a_process_that_ends_has_said_everything(capsys: pytest.CaptureFixture[str]) -> None:
    call = [sys.executable, str(ROOT / "build.py"), "rules"]
    ended = subprocess.run(call, capture_output=True, text=True, check=False)
    assert main(["rules"]) == ended.returncode == 0
    assert capsys.readouterr().out == ended.stdout
