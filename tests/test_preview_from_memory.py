"""A preview begins with what builds and earlier previews have made, and shows the same as without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import DAY, build_here, replace_once, run_here
from random_edits import RandomEditor
from test_serve import serving

from generator.build import Order
from generator.diagnostics import Finding
from generator.load.snapshot import snapshot
from generator.load.store import segment_files
from generator.serve.changes import Changes
from generator.serve.preview import Preview

Shown = tuple[
    dict[str, bytes | Finding | None], tuple[Finding, ...], tuple[Finding, ...], Changes | None, bool
]
"""Every page and file of a preview, what was found, what drafts still need, and what has changed."""


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def preview_of(site: Path, cache: Path | None = None) -> Preview:
    return Preview.of(Order(site, DAY, "http://127.0.0.1:8000/", drafts=True, preview=True, cache=cache))


def shown(preview: Preview) -> Shown:
    """All that a preview shows once its files have been read and checked."""
    question = preview.refresh(snapshot(preview.places))
    for checked in question.answers() if question else ():
        preview.take(checked)
    pages = preview.pages
    urls = sorted({*pages.plan, *pages.files}) if pages else []
    made = {url: preview.page(url) for url in urls}
    bodies = {url: one.artefact.body if one.artefact else one.problem for url, one in made.items()}
    return bodies, preview.found, preview.unready, preview.changes, preview.checking


def watched(monkeypatch: pytest.MonkeyPatch, name: str, told: Callable[..., str]) -> list[str]:
    """What a function of ours is called for from now on."""
    module, _, function = name.rpartition(".")
    source = __import__(module, fromlist=[function])
    real, calls = getattr(source, function), []

    def noted(*given: object) -> object:
        calls.append(told(*given))
        return real(*given)

    monkeypatch.setattr(source, function, noted)
    return calls


def test_a_preview_after_a_build_shows_the_same_as_one_without_a_cache(small_site: Path, cache: Path) -> None:
    use = small_site / "content/data-uses/falls-planning.yaml"
    replace_once(use, "keep: Until 31 March 2028", "keep: As long as necessary")
    expected = shown(preview_of(small_site))
    assert "/search/" in expected[0]
    assert "/manifest.json" in expected[0]
    assert expected[1]
    build_here(small_site, cache=cache)
    assert shown(preview_of(small_site, cache)) == expected
    assert shown(preview_of(small_site, cache)) == expected


def test_what_a_build_has_read_and_a_preview_has_made_is_not_made_again(
    small_site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = watched(
        monkeypatch, "generator.load.kept_documents.parse_document", lambda source, _: source.path
    )
    printed = watched(monkeypatch, "generator.render.render.page_of", lambda _, page: page[0].url)
    build_here(small_site, cache=cache)
    assert parsed
    parsed.clear()
    shown(preview_of(small_site, cache))
    assert parsed == []
    assert "/about/" in printed
    printed.clear()
    shown(preview_of(small_site, cache))
    assert printed == ["/search/"]
    printed.clear()
    replace_once(small_site / "content/data-uses/library-cards.yaml", "summary: ", "summary: Now ")
    shown(preview_of(small_site, cache))
    assert parsed == ["content/data-uses/library-cards.yaml"]
    assert "/data-uses/library-cards/" in printed
    assert "/glossary/" not in printed


def test_what_is_damaged_changes_nothing(
    small_site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = shown(preview_of(small_site))
    monkeypatch.setattr("generator.render.compiled._known", {})  # as in a process that begins
    shown(preview_of(small_site, cache))
    kept = [path for path in cache.rglob("*") if path.is_file()]
    assert any(b"class=" in file.read_bytes() for file in kept if file.parent == cache)
    for file in kept:
        file.write_bytes(file.read_bytes().replace(b"class=", b"clasp="))
    monkeypatch.setattr("generator.render.compiled._known", {})
    assert shown(preview_of(small_site, cache)) == expected


@pytest.mark.without_coverage
def test_after_any_saves_the_preview_is_the_same_as_without_a_cache(small_site: Path, cache: Path) -> None:
    editor = RandomEditor(small_site, seed=1)
    one, other = preview_of(small_site, cache), preview_of(small_site)
    for _ in range(6):
        done = editor.edit()
        assert shown(one) == shown(other), done
    assert shown(preview_of(small_site, cache))[0] == shown(preview_of(small_site))[0]


@pytest.mark.without_coverage
def test_a_preview_keeps_what_it_has_made(
    small_site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAIR_NOTICE_CACHE", str(cache))
    with serving(small_site) as running:
        running.wait("/", lambda _: bool(segment_files(cache / "made")))
    assert sorted(entry.name for entry in small_site.iterdir()) == ["content", "site.yaml"]


def test_no_cache_is_none(small_site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAIR_NOTICE_CACHE", str(cache))
    given: list[object] = []
    monkeypatch.setattr("generator.serve.serve", lambda *order: given.append(order[2]) or 0)
    run_here("serve", "--site", small_site)
    run_here("serve", "--site", small_site, "--no-cache")
    assert given == [cache, None]
