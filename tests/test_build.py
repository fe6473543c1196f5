"""The build as a whole: the same bytes everywhere, links that hold under a base path, all or nothing."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from conftest import (
    ROOT,
    Ran,
    build_here,
    fingerprints,
    listed,
    page_text,
    replace_once,
    run_build,
    uncounted,
)

from generator.build import Built, Order, build
from generator.diagnostics import Severity

SURROUNDINGS = [
    {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0"},
    {"LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4294967295"},
]


def in_another_order(site: Path, target: Path) -> Path:
    """A copy whose files were made in the opposite order, so that the folder lists them differently."""
    for file in sorted((f for f in site.rglob("*") if f.is_file()), reverse=True):
        copy = target / file.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return target


def content_of(site: Path, target: Path) -> Path:
    """A copy of what a site is made of: site.yaml and content/."""
    target.mkdir()
    shutil.copyfile(site / "site.yaml", target / "site.yaml")
    shutil.copytree(site / "content", target / "content")
    return target


@pytest.mark.without_coverage
@pytest.mark.parametrize("which", ["demo", "small"])
def test_the_same_content_gives_the_same_bytes_anywhere(
    which: str, demo: Path, small_site: Path, tmp_path: Path
) -> None:
    first = content_of(demo if which == "demo" else small_site, tmp_path / "first")
    second = in_another_order(first, tmp_path / "a" / "place far away" / "ü")
    results = []
    for site, env, jobs in ((first, SURROUNDINGS[0], 1), (second, SURROUNDINGS[1], 4)):
        cwd = Path(os.sep) if jobs == 1 else site
        own = {**env, "FAIR_NOTICE_CACHE": str(tmp_path / f"memory of {jobs}")}  # nothing is taken over
        ran = run_build("build", "--site", site, "--jobs", str(jobs), env=own, cwd=cwd)
        assert ran.status == 0, ran.stdout + ran.stderr
        results.append(fingerprints(site / "public"))
    assert results[0] == results[1]


def test_without_a_cache_the_bytes_are_the_same(published_small: Path, tmp_path: Path) -> None:
    ran = run_build("build", "--site", published_small, "--no-cache", "--output", tmp_path / "out")
    assert ran.status == 0
    assert fingerprints(tmp_path / "out") == fingerprints(published_small / "public")


def test_another_day_is_another_site(small_site: Path, tmp_path: Path) -> None:
    for day in ("2026-11-22", "2026-11-23"):
        run_build("build", "--site", small_site, "--today", day, "--output", tmp_path / day)
    one, two = fingerprints(tmp_path / "2026-11-22"), fingerprints(tmp_path / "2026-11-23")
    assert one["manifest.json"] != two["manifest.json"]


@pytest.fixture(scope="module")
def under_a_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("based") / "public"
    with uncounted():
        address = "https://example.org/privacy/"
        ran = run_build("build", "--site", ROOT, "--base-url", address, "--output", output)
    assert ran.status == 0, ran.stdout[-2000:]
    return output


def internal(page: str, html: str) -> list[str]:
    """Every address in a page that a browser would ask this site for, the anchor left out."""
    soup = BeautifulSoup(html, "html.parser")
    found = [
        str(element[attribute])
        for attribute in ("href", "src", "action", "data-search-index", "data-search-page")
        for element in soup.find_all(attrs={attribute: True})
    ]
    here = f"https://example.org/privacy/{page}"
    whole = (urlsplit(urljoin(here, address)) for address in found)
    return [address.path for address in whole if address.netloc == "example.org"]


def test_under_a_base_path_every_link_and_asset_starts_with_it_and_resolves(under_a_path: Path) -> None:
    files = set(fingerprints(under_a_path))
    seen = 0
    for page in sorted(name for name in files if name.endswith(".html")):
        for path in internal(page, (under_a_path / page).read_text("utf-8")):
            seen += 1
            assert path.startswith("/privacy/"), f"{page} leads to {path}"
            target = path.removeprefix("/privacy/")
            target = target + "index.html" if target.endswith("/") or not target else target
            assert target in files, f"{page} leads to {path}, which is not there"
    assert seen > 1_000


def test_under_a_base_path_the_lists_for_machines_carry_it(under_a_path: Path) -> None:
    addresses = re.findall("<loc>(.*?)</loc>", (under_a_path / "sitemap.xml").read_text("utf-8"))
    assert addresses
    assert all(address.startswith("https://example.org/privacy/") for address in addresses)
    assert "https://example.org/privacy/sitemap.xml" in (under_a_path / "robots.txt").read_text("utf-8")
    assert "&#34;base&#34;:&#34;/privacy/&#34;" in (under_a_path / "search/index.html").read_text("utf-8")
    assert all(not path.startswith("privacy/") for path in listed(under_a_path))


def test_a_redirect_leads_to_the_page_under_the_base_path(small_site: Path, tmp_path: Path) -> None:
    text = page_text("redirect_from: [/old-page/, /older/page]", title="A page that moved")
    (small_site / "content/pages/moved.md").write_text(text, "utf-8")
    ran = run_build(
        "build", "--site", small_site, "--base-url", "https://example.org/p", "--output", tmp_path / "out"
    )
    assert ran.status == 0, ran.stdout
    for old in ("old-page", "older/page"):
        html = (tmp_path / "out" / old / "index.html").read_text("utf-8")
        assert "/p/moved/" in html
        assert "A page that moved" in html


def test_a_build_writes_nothing_when_something_blocks(small_site: Path) -> None:
    (small_site / "content/pages/broken.md").write_text("no front matter", "utf-8")
    ran = run_build("build", "--site", small_site)
    assert ran.status == 1
    assert not (small_site / "public").exists()
    assert "Nothing was written" in ran.stderr


def test_a_check_writes_nothing(small_site: Path) -> None:
    before = fingerprints(small_site)
    assert run_build("check", "--site", small_site).status == 0
    assert fingerprints(small_site) == before


def test_a_draft_is_not_published_unless_asked_for(small_site: Path, tmp_path: Path) -> None:
    (small_site / "content/pages/draft.md").write_text(
        page_text(title="A secret plan", status="draft"), "utf-8"
    )
    (small_site / "content/pages/later.md").write_text(
        page_text("publish_on: 2026-11-23", title="Not before tomorrow"), "utf-8"
    )
    for name, more in (("without", ()), ("with", ("--drafts",))):
        ran = run_build("build", "--site", small_site, "--output", tmp_path / name, *more)
        assert ran.status == 0, ran.stdout
    everything = b"".join(file.read_bytes() for file in (tmp_path / "without").rglob("*") if file.is_file())
    assert b"A secret plan" not in everything
    assert b"Not before tomorrow" not in everything
    assert "A secret plan" in (tmp_path / "with/draft/index.html").read_text("utf-8")
    assert "Not before tomorrow" in (tmp_path / "with/later/index.html").read_text("utf-8")


def test_a_scheduled_page_comes_on_its_day(small_site: Path, tmp_path: Path) -> None:
    (small_site / "content/pages/later.md").write_text(page_text("publish_on: 2026-11-23"), "utf-8")
    ran = run_build("build", "--site", small_site, "--today", "2026-11-23", "--output", tmp_path / "out")
    assert ran.status == 0, ran.stdout
    assert (tmp_path / "out/later/index.html").is_file()


def test_the_council_s_own_template_lies_over_ours(small_site: Path) -> None:
    own = small_site / "templates" / "pages" / "glossary.html"
    own.parent.mkdir(parents=True)
    own.write_text(
        '{% extends "layout.html" %}{% block content %}<p>Our own words</p>{% endblock %}', "utf-8"
    )
    assert run_build("build", "--site", small_site).status == 0
    assert "Our own words" in (small_site / "public/glossary/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        (
            "pages/cookies.html",
            b"{% extends 'layout.html' %}\n{% block content %}\n{{ no }}{% endblock %}",
            3,
        ),
        ("pages/cookies.html", b"<p>\n{% if %}", 2),
        ("pages/cookies.html", b"<p>\n{{ t('no.such.words') }}", 2),
        ("pages/cookies.html", b"<p>\n{{ view.nothing_like_this }}", 2),
        ("pages/cookies.html", b"<p>\n{{ 1 / 0 }}", 2),
        ("pages/cookies.html", "<p>Caf\xe9".encode("latin-1"), 0),
        ("words/en.yaml", b"titles: [one", 1),
        ("words/en.yaml", b"- one", 1),
        ("words/en.yaml", b"titles: {}", 1),
        ("words/en.yaml", "titles: Caf\xe9".encode("latin-1"), 0),
        ("layout.html", b"{% block content %}", 0),
    ],
)
def test_a_mistake_in_a_template_is_a_finding_with_its_place(
    small_site: Path, name: str, content: bytes, line: int
) -> None:
    own = small_site / "templates" / name
    own.parent.mkdir(parents=True)
    own.write_bytes(content)
    ran = run_build("build", "--site", small_site, "--format", "json")
    assert ran.status == 1, ran.stdout + ran.stderr
    assert "stumbled" not in ran.stderr
    about = [f for f in ran.json["findings"] if f["path"] == f"templates/{name}"]
    assert about, ran.stdout
    assert not line or about[0]["line"] == line
    assert not (small_site / "public").exists()


def test_the_council_s_colours_reach_the_stylesheet(small_site: Path) -> None:
    text = (small_site / "site.yaml").read_text("utf-8")
    site = re.sub(r"(?ms)^theme:.*?(?=^\S|\Z)", "", text) + '\ntheme: {colour: "#123456", initials: XY}\n'
    (small_site / "site.yaml").write_text(site, "utf-8")
    assert run_build("build", "--site", small_site).status == 0
    css = next((small_site / "public/assets").glob("site.*.css")).read_text("utf-8")
    assert "--brand:#123456" in css
    assert "XY" in (small_site / "public/index.html").read_text("utf-8")


def test_a_rule_can_be_lowered_with_a_reason_that_is_shown(small_site: Path) -> None:
    (small_site / "content/pages/broken.md").write_text(page_text(body="<b>bold</b>"), "utf-8")
    assert run_build("check", "--site", small_site).status == 1
    with (small_site / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("\nrules:\n  raw-html: {severity: warning, reason: We move it next week.}\n")
    ran = run_build("check", "--site", small_site, "--format", "json")
    assert ran.status == 0
    found = ran.found("raw-html")
    assert {f["severity"] for f in found} == {"warning"}
    assert all("We move it next week." in f["hint"] for f in found)
    assert run_build("check", "--site", small_site, "--strict").status == 1


def test_an_accepted_finding_comes_back_when_its_time_is_over(small_site: Path) -> None:
    accepted = "accepted:\n  - {rule: raw-html, reason: Being moved., by: Web editor, until: 2026-12-01}"
    (small_site / "content/pages/old.md").write_text(page_text(accepted, "<b>bold</b>"), "utf-8")
    before = run_build("check", "--site", small_site, "--format", "json")
    after = run_build("check", "--site", small_site, "--format", "json", "--today", "2026-12-02")
    assert not before.found("raw-html")
    assert after.found("raw-html")


def test_the_story_can_be_called_from_python(small_site: Path) -> None:
    steps: list[str] = []
    built = build(Order(small_site, date(2026, 11, 22)), steps.append)
    assert not built.blocked()
    assert steps == ["Reading the content", "Making the pages", "Checking the pages", "Checking the records"]
    assert built.pages == sum(artefact.path.endswith(".html") for artefact in built.artefacts)
    assert not [f for f in built.findings if f.severity is Severity.ERROR]


def test_a_site_whose_controller_is_missing_is_told_so(small_site: Path) -> None:
    name = re.search(r"^controller: (.*)$", (small_site / "site.yaml").read_text("utf-8"), re.M)
    assert name
    replace_once(small_site / "site.yaml", f"controller: {name[1]}", f"controller: {name[1]}x")
    ran: Ran = run_build("build", "--site", small_site, "--format", "json")
    assert ran.status in (1, 2)
    found = ran.found("unknown-id")
    assert found[0]["path"] == "site.yaml"
    assert f"Did you mean `{name[1]}`?" in found[0]["hint"]
    assert not (small_site / "public").exists()


def searched_in(built: Built) -> list[str]:
    """The files that a search of the site would read."""
    return [artefact.path for artefact in built.artefacts if artefact.path.endswith(".bin")]


def test_a_search_is_only_made_where_somebody_can_search(small_site: Path) -> None:
    assert searched_in(build_here(small_site))
    checked = build_here(small_site, searched=False)
    assert not searched_in(checked)
    assert "search/index.html" in [artefact.path for artefact in checked.artefacts]
    assert checked.findings == build_here(small_site).findings
    (small_site / "content/pages/old.md").write_text(page_text("owner: ''"), "utf-8")
    assert not searched_in(build_here(small_site))


def test_a_site_whose_mistakes_do_not_block_can_be_searched(small_site: Path) -> None:
    replace_once(small_site / "content/data-uses/library-cards.yaml", "topics: [", "topics: [nowhere, ")
    assert not searched_in(build_here(small_site))
    with (small_site / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("\nrules:\n  unknown-id: {severity: warning, reason: The page comes next week.}\n")
    softened = build_here(small_site)
    assert [finding.rule for finding in softened.findings] == ["unknown-id"]
    assert searched_in(softened)
