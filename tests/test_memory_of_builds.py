"""A build that remembers makes the same as one that does not, and only what has changed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, command, fingerprints, replace_once
from random_edits import RandomEditor

from generator.cli import main
from generator.load.store import segment_files

pytestmark = pytest.mark.without_coverage

Build = Callable[..., dict[str, object]]


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FAIR_NOTICE_CACHE", str(tmp_path / "memory"))
    return tmp_path / "memory"


@pytest.fixture
def build(small_site: Path, tmp_path: Path, memory: Path, capsys: pytest.CaptureFixture[str]) -> Build:  # noqa: ARG001
    """Builds in this process; returns the numbers and findings without the seconds."""

    def run(*more: str, output: str = "public", today: str = "2026-11-22") -> dict[str, object]:
        where = ("--site", str(small_site), "--output", str(tmp_path / output), "--today", today)
        main(["build", *where, "--format", "json", "--jobs", "1", *more])
        said: dict[str, object] = json.loads(capsys.readouterr().out)
        return {name: value for name, value in said.items() if name != "seconds"}

    return run


def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that are printed from now on."""
    from generator.render import render

    urls: list[str] = []
    real = render.page_of

    def page_of(jinja: object, page: object) -> object:
        urls.append(page[0].url)  # type: ignore[index]
        return real(jinja, page)  # type: ignore[arg-type]

    monkeypatch.setattr(render, "page_of", page_of)
    return urls


def test_only_pages_that_say_something_else_are_printed(
    small_site: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    urls = printed(monkeypatch)
    replace_once(small_site / "content/data-uses/library-cards.yaml", "summary: ", "summary: Now ")
    build()
    assert "/data-uses/library-cards/" in urls
    assert "/data-uses/" in urls
    assert not {"/data-uses/adult-care/", "/glossary/", "/about/", "/rights/erasure/"} & set(urls)


def own_template(site: Path, name: str, added: str) -> None:
    """Lays one of our templates, with something added, into a site as its own."""
    file = site / "templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text((ROOT / "templates" / name).read_text("utf-8") + added, "utf-8")


def test_the_template_of_one_kind_of_page_prints_pages_of_that_kind_alone(
    small_site: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    urls = printed(monkeypatch)
    own_template(small_site, "pages/choice.html", "{# Changed. #}")
    build()
    assert {url for url in urls if url.startswith("/choices/") and url != "/choices/"}
    assert not {"/choices/", "/data-uses/adult-care/", "/glossary/", "/about/"} & set(urls)


@pytest.mark.parametrize("name", ["layout.html", "components/tag.html", "pages/glossary.html"])
def test_a_template_that_pages_share_prints_them_all(
    small_site: Path, build: Build, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    takes_another = "{% if false %}{% include 'pages/home.html' %}{% endif %}"
    own_template(small_site, "pages/glossary.html", takes_another if name == "pages/glossary.html" else "")
    build()
    urls = printed(monkeypatch)
    own_template(
        small_site, name, f"{takes_another if name == 'pages/glossary.html' else ''}{{# Changed. #}}"
    )
    build()
    assert {"/", "/choices/", "/data-uses/adult-care/", "/glossary/", "/about/"} <= set(urls)


def test_a_file_that_cannot_be_read_leaves_pages_that_do_not_name_it_as_they_were(
    small_site: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What leads to it leads there still: the page about the site, which has a link to it, is not printed."""
    build()
    urls = printed(monkeypatch)
    replace_once(small_site / "content/data-uses/library-cards.yaml", "summary: ", "summary: [")
    said = build()
    assert {finding["rule"] for finding in said["findings"]} == {"yaml-syntax"}  # type: ignore[attr-defined]
    assert "/data-uses/" in urls
    assert not {"/data-uses/adult-care/", "/glossary/", "/about/", "/accessibility/"} & set(urls)


def test_a_link_to_what_could_not_be_read_for_a_while_is_there_again(
    small_site: Path, build: Build, tmp_path: Path
) -> None:
    rights, page = small_site / "content/reference/rights.yaml", small_site / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + "\nRead about [saying no](right:object).\n", "utf-8")
    whole = rights.read_text("utf-8")
    rights.write_text(whole + "- id: [", "utf-8")
    build()
    rights.write_text(whole, "utf-8")
    build()
    assert 'href="/rights/object/">saying no</a>' in (tmp_path / "public/about/index.html").read_text("utf-8")


def test_only_documents_that_say_something_else_are_counted_for_search(
    small_site: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    from generator.render.search.counting import Counting

    urls: list[str] = []
    real = Counting.count

    def count(self: Counting, found: object, page: object) -> object:
        urls.append(found.url)  # type: ignore[attr-defined]
        return real(self, found, page)  # type: ignore[arg-type]

    monkeypatch.setattr(Counting, "count", count)
    build()
    assert urls == []
    replace_once(small_site / "content/data-uses/library-cards.yaml", "summary: ", "summary: Now ")
    build()
    assert "/data-uses/library-cards/" in urls
    assert not {"/data-uses/adult-care/", "/about/", "/rights/erasure/"} & set(urls)
    urls.clear()
    layout = (ROOT / "templates" / "layout.html").read_text("utf-8")
    own = small_site / "templates" / "layout.html"
    own.parent.mkdir()
    own.write_text(layout.replace("<main ", '<main class="wide" '), "utf-8")
    assert build()["written"]
    assert urls == []
    own.write_text(layout.replace("</main>", "Bananas</main>"), "utf-8")
    build()
    assert {"/data-uses/library-cards/", "/about/"} <= set(urls)


def test_only_files_that_have_changed_are_parsed(
    small_site: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    from generator.load import kept_documents

    paths: list[str] = []
    real = kept_documents.parse_document

    def parse(source: object, empty: object) -> object:
        paths.append(source.path)  # type: ignore[attr-defined]
        return real(source, empty)  # type: ignore[arg-type]

    monkeypatch.setattr(kept_documents, "parse_document", parse)
    replace_once(small_site / "content/pages/about.md", "title: ", "title: More ")
    build()
    assert paths == ["content/pages/about.md"]


def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The rules that look at something from now on, each with the file."""
    from generator.proofread import remembered

    looked: list[tuple[str, str]] = []
    real = remembered.found_by

    def findings(rule: object, subjects: object, *more: object) -> object:
        looked.extend((rule.id, subject[1].path) for _, subject in subjects)  # type: ignore[attr-defined]
        return real(rule, subjects, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(remembered, "found_by", findings)
    return looked


def test_only_rules_that_read_what_has_changed_run_again(
    small_site: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    looked = asked(monkeypatch)
    replace_once(small_site / "content/pages/about.md", "title: ", "title: More ")
    build()
    rules_elsewhere = {rule for rule, path in looked if path != "content/pages/about.md"}
    assert ("placeholder", "content/pages/about.md") in looked
    assert "misspelt-name" in rules_elsewhere
    assert not {"placeholder", "hard-to-read", "retention-stated", "unknown-link"} & rules_elsewhere


def test_what_one_notice_says_concerns_no_other_unless_a_rule_has_to_compare_them(
    small_site: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    looked = asked(monkeypatch)
    replace_once(small_site / "content/data-uses/adult-care.yaml", "Arrange your care", "Plan your care")
    build()
    others = {rule for rule, path in looked if "data-uses" in path and "adult-care" not in path}
    assert others <= {"child-version-linked"}


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_site_is_the_same_as_without_a_memory(
    small_site: Path, tmp_path: Path, build: Build, seed: int
) -> None:
    editor = RandomEditor(small_site, seed)
    for _ in range(6):
        done = editor.edit()
        one = build(today=editor.today)
        other = build("--no-cache", output="without", today=editor.today)
        assert one == other, done
        assert fingerprints(tmp_path / "public") == fingerprints(tmp_path / "without"), done


def test_a_memory_can_be_taken_to_another_place(
    small_site: Path, tmp_path: Path, memory: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    memory.rename(tmp_path / "restored")
    monkeypatch.setenv("FAIR_NOTICE_CACHE", str(tmp_path / "restored"))
    small_site.rename(tmp_path / "checkout")
    (tmp_path / "checkout").rename(small_site)
    urls = printed(monkeypatch)
    build(output="elsewhere")
    assert urls == ["/search/"]


def test_another_program_remembers_nothing(
    memory: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    first = segment_files(memory / "made")
    monkeypatch.setattr("generator.load.memory.program_fingerprint", lambda _: b"a later version")
    urls = printed(monkeypatch)
    build(output="later")
    assert "/about/" in urls
    assert set(segment_files(memory / "made")) > set(first)


def test_a_damaged_memory_is_made_anew(memory: Path, tmp_path: Path, small_site: Path, build: Build) -> None:
    build()
    for file in segment_files(memory / "made"):
        file.write_bytes(file.read_bytes()[::-1])
    replace_once(small_site / "content/pages/about.md", "title: ", "title: More ")
    build()
    build("--no-cache", output="without")
    assert fingerprints(tmp_path / "public") == fingerprints(tmp_path / "without")


def test_two_builds_at_once_do_not_disturb_each_other(small_site: Path, tmp_path: Path, memory: Path) -> None:
    outputs = [tmp_path / "one", tmp_path / "two"]
    env = {**os.environ, "FAIR_NOTICE_CACHE": str(memory)}
    running = [
        subprocess.Popen(command("build", "--site", small_site, "--output", output, "--quiet"), env=env)
        for output in outputs
    ]
    assert [process.wait(120) for process in running] == [0, 0]
    assert fingerprints(outputs[0]) == fingerprints(outputs[1])
