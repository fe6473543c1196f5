"""The published demonstration: what is there, what every page has, and what no page may hold."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import statistics
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import ROOT, TODAY, Ran, fingerprints, listed

EXPECTED = (
    *("index.html", "data-uses/index.html", "organisations/index.html", "data-categories/index.html"),
    *("choices/index.html", "public-benefit/index.html", "rights/index.html", "complaints/index.html"),
    *("a-z/index.html", "search/index.html", "cookies/index.html", "glossary/index.html"),
    *("about/index.html", "accessibility/index.html", "404.html", "sitemap.xml", "robots.txt"),
    "manifest.json",
)


@cache
def read(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_bytes(), "html.parser")


@pytest.fixture(scope="session")
def pages(built_demo: Path) -> dict[str, BeautifulSoup]:
    """Every page for people by its path in the output."""
    return {
        file.relative_to(built_demo).as_posix(): read(file) for file in sorted(built_demo.rglob("*.html"))
    }


def those_that(pages: dict[str, BeautifulSoup], test: Any) -> list[str]:
    return [path for path, soup in pages.items() if test(soup)]


def corpus() -> str:
    """All that editors wrote, in one line."""
    files = (*sorted((ROOT / "content").rglob("*")), ROOT / "site.yaml", ROOT / "templates/words/en.yaml")
    return " ".join(" ".join(file.read_text("utf-8").split()) for file in files if file.is_file())


@pytest.mark.parametrize("path", EXPECTED)
def test_every_page_of_the_design_is_there(built_demo: Path, path: str) -> None:
    assert (built_demo / path).is_file()


def test_every_record_and_entry_has_its_page(built_demo: Path) -> None:
    folders = {"data-uses": "data-uses", "opt-outs": "choices", "public-benefit": "public-benefit"}
    for folder, address in folders.items():
        for file in (ROOT / "content" / folder).iterdir():
            if "status: draft" not in file.read_text("utf-8"):
                assert (built_demo / address / file.stem / "index.html").is_file(), file
    for name in ("topics", "organisations", "data-categories", "rights"):
        for entry in yaml.safe_load((ROOT / f"content/reference/{name}.yaml").read_text("utf-8")):
            assert (built_demo / name / entry["id"] / "index.html").is_file(), entry["id"]


def count(built_demo: Path, folder: str) -> int:
    return len([entry for entry in (built_demo / folder).iterdir() if entry.is_dir()])


def test_the_demonstration_is_large_enough_to_mean_something(built_demo: Path) -> None:
    assert count(built_demo, "data-uses") >= 24
    assert count(built_demo, "choices") == 7
    assert count(built_demo, "public-benefit") == 6
    assert count(built_demo, "organisations") >= 40
    terms = yaml.safe_load((ROOT / "content/reference/glossary.yaml").read_text("utf-8"))
    assert len(terms) >= 30
    glossary = read(built_demo / "glossary/index.html")
    assert all(glossary.find(id=term["id"]) for term in terms)


def test_it_shows_a_project_that_was_refused_or_stopped_and_one_that_ended() -> None:
    states = Counter(
        yaml.safe_load(file.read_text("utf-8"))["steps"][-1]["state"]
        for file in (ROOT / "content/public-benefit").glob("*.yaml")
    )
    assert states["declined"] + states["stopped"] >= 1
    assert states["concluded"] >= 1
    assert states["active"] >= 1


def test_the_demonstration_is_checked_and_clean(demo_build: tuple[Path, Ran]) -> None:
    assert demo_build[1].json["summary"]["errors"] == 0
    assert demo_build[1].stderr == ""


def test_every_file_is_in_the_manifest_with_its_hash(built_demo: Path) -> None:
    found = fingerprints(built_demo)
    found.pop("manifest.json")
    assert found == listed(built_demo)
    manifest = json.loads((built_demo / "manifest.json").read_text("utf-8"))
    assert set(manifest) == {"version", "today", "files"}
    assert manifest["today"] == TODAY
    assert all(path.startswith("/") for path in manifest["files"])


def assets_of(built: Path) -> list[Path]:
    return [file for file in (built / "assets").rglob("*") if file.is_file()]


def test_assets_carry_the_hash_of_their_bytes(built_demo: Path) -> None:
    files = assets_of(built_demo)
    assert len(files) >= 3
    for file in files:
        assert hashlib.sha256(file.read_bytes()).hexdigest()[:10] in file.name


def test_every_page_has_one_heading_a_language_and_a_title(pages: dict[str, BeautifulSoup]) -> None:
    assert not those_that(pages, lambda soup: len(soup.find_all("h1")) != 1)
    assert not those_that(pages, lambda soup: soup.html.get("lang") != "en")
    assert not those_that(pages, lambda soup: not soup.title or len(soup.title.get_text().strip()) < 8)


def test_no_two_pages_have_the_same_title(pages: dict[str, BeautifulSoup]) -> None:
    titles: dict[str, list[str]] = {}
    for path, soup in pages.items():
        if not soup.find("meta", attrs={"http-equiv": "refresh"}):
            titles.setdefault(soup.title.get_text(), []).append(path)
    assert not {title: paths for title, paths in titles.items() if len(paths) > 1}


def is_redirect(soup: BeautifulSoup) -> bool:
    return bool(soup.find("meta", attrs={"http-equiv": "refresh"}))


def test_every_page_has_its_landmarks_and_a_way_past_the_menu(pages: dict[str, BeautifulSoup]) -> None:
    full = {path: soup for path, soup in pages.items() if not is_redirect(soup)}
    assert len(full) > 100
    for name in ("header", "nav", "main", "footer"):
        assert not those_that(full, lambda soup, name=name: not soup.find(name)), name
    assert not those_that(full, lambda soup: len(soup.find_all("main")) != 1)
    assert not those_that(full, lambda soup: soup.main.get("id") != "main")
    assert not those_that(full, lambda soup: soup.body.header.find("a").get("href") != "#main")


def test_headings_leave_out_no_level(pages: dict[str, BeautifulSoup]) -> None:
    for path, soup in pages.items():
        headings = (soup.main or soup).find_all(re.compile("^h[1-6]$"))
        levels = [int(heading.name[1]) for heading in headings]
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert not jumps, f"{path}: {jumps}"


def test_every_page_but_the_front_page_says_where_it_lies(pages: dict[str, BeautifulSoup]) -> None:
    def trail(soup: BeautifulSoup) -> bool:
        first = soup.find("a", href="/", string=True)
        return any(first is not None and nav.find("a", href="/") for nav in soup.find_all("nav"))

    full = {path: soup for path, soup in pages.items() if not is_redirect(soup) and path != "index.html"}
    assert not those_that(full, lambda soup: not trail(soup))


def test_every_page_says_whom_to_tell_and_who_the_controller_is(pages: dict[str, BeautifulSoup]) -> None:
    contacts = {
        entry["id"]: entry
        for entry in yaml.safe_load((ROOT / "content/reference/contacts.yaml").read_text("utf-8"))
    }
    site = yaml.safe_load((ROOT / "site.yaml").read_text("utf-8"))
    full = {path: soup for path, soup in pages.items() if not is_redirect(soup)}
    for role in ("feedback", "data_protection_officer"):
        email = contacts[site[role]]["email"]
        assert not those_that(full, lambda soup, email=email: email not in soup.footer.get_text())
    assert not those_that(full, lambda soup: site["name"] not in soup.footer.get_text())


def test_a_record_says_when_it_was_reviewed_and_who_answers_for_it(built_demo: Path) -> None:
    for folder in ("data-uses", "opt-outs", "public-benefit"):
        address = "choices" if folder == "opt-outs" else folder
        for file in (ROOT / "content" / folder).glob("*.yaml"):
            record = yaml.safe_load(file.read_text("utf-8"))
            text = " ".join(read(built_demo / address / file.stem / "index.html").get_text().split())
            assert record["owner"] in text
            assert str(record["reviewed"].year) in text


def test_nothing_runs_or_loads_that_the_policy_forbids(pages: dict[str, BeautifulSoup]) -> None:
    for path, soup in pages.items():
        assert not soup.find("style"), path
        assert not soup.find(style=True), path
        assert not soup.find(["iframe", "object", "embed", "base"]), path
        for script in soup.find_all("script"):
            assert script.get("src"), f"{path} has an inline script"
            assert not script.get_text().strip()
        for element in soup.find_all(True):
            assert not [name for name in element.attrs if name.startswith("on")], f"{path}: {element.attrs}"
            loaded = [element.get("src")] + ([element.get("href")] if element.name == "link" else [])
            for address in filter(None, loaded):
                canonical = element.get("rel") == ["canonical"]
                assert canonical or re.match(r"/(?!/)", str(address)), f"{path} loads {address}"


def test_every_page_carries_the_policy(pages: dict[str, BeautifulSoup]) -> None:
    for path, soup in pages.items():
        policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert policy, path
        said = policy["content"]
        assert "default-src 'none'" in said
        assert "unsafe" not in said
        assert "http" not in said


def test_links_lead_to_the_web_or_to_this_site_only(pages: dict[str, BeautifulSoup]) -> None:
    for path, soup in pages.items():
        for link in soup.find_all("a"):
            assert re.match(r"(https?://|/(?!/)|#|mailto:|tel:)", str(link.get("href"))), f"{path}: {link}"


def test_stylesheet_and_scripts_load_nothing_from_elsewhere(built_demo: Path) -> None:
    for file in assets_of(built_demo):
        text = file.read_text("utf-8") if file.suffix != ".bin" else ""
        if file.suffix == ".css":
            assert not re.search(r"@import|url\(|expression\(", text)
        if file.suffix == ".js":
            keeps = file.name.startswith(("consent.", "demonstration."))
            storing = () if keeps else ("localStorage", "sessionStorage", "document.cookie")
            for name in ("eval(", "innerHTML", "document.write", "://", *storing):
                assert name not in text, f"{file.name} uses {name}"


def test_no_page_shows_what_a_template_left_unfilled(pages: dict[str, BeautifulSoup]) -> None:
    written = corpus()
    for path, soup in pages.items():
        html = str(soup)
        for mark in ("[[", "]]", "{{", "}}", "{%", "Undefined", "&lt;bound", "DoesNotApply("):
            assert mark not in html, f"{path} shows {mark}"
        for text in soup.find_all(string=re.compile(r"\bNone\b")):
            assert " ".join(text.split()) in written, f"{path} shows {text!r}"


def test_no_page_shows_markdown_that_was_not_turned_into_html(pages: dict[str, BeautifulSoup]) -> None:
    schemes = "data-use|choice|benefit|page|right|organisation|category|term|topic"
    shown = re.compile(rf"\]\(|\*\*|^#{{1,6}} |\b({schemes}):[a-z]")
    for path, soup in pages.items():
        for text in soup.find_all(string=shown):
            raise AssertionError(f"{path} shows {text!r}")
        for meta in soup.find_all("meta", attrs={"name": "description"}):
            assert not shown.search(meta["content"]), f"{path}: {meta['content']}"


def test_search_is_one_small_file_and_a_small_script(built_demo: Path) -> None:
    """What the index holds is tested in tests/render/test_search_index.py."""
    (index,) = (built_demo / "assets").glob("search.*.bin")
    (script,) = (built_demo / "assets").glob("search.*.js")
    assert index.stat().st_size <= 60_000
    assert len(gzip.compress(script.read_bytes())) <= 3000


def internal_texts() -> list[str]:
    found = []
    for file in (ROOT / "content/data-uses").glob("*.yaml"):
        found += (yaml.safe_load(file.read_text("utf-8")).get("internal") or {}).values()
    return found


def test_what_is_internal_stays_inside(built_demo: Path) -> None:
    everything = b"\n".join(file.read_bytes() for file in built_demo.rglob("*") if file.is_file())
    for text in internal_texts():
        assert text.encode() not in everything
        assert text.encode()[:40] not in everything


def test_the_sitemap_lists_what_readers_may_find_and_nothing_else(
    built_demo: Path, pages: dict[str, BeautifulSoup]
) -> None:
    base = yaml.safe_load((ROOT / "site.yaml").read_text("utf-8"))["base_url"]
    text = (built_demo / "sitemap.xml").read_text("utf-8")
    addresses = re.findall("<loc>(.*?)</loc>", text)
    paths = {address.removeprefix(base) + "index.html" for address in addresses}
    hidden = set(those_that(pages, lambda soup: soup.find("meta", attrs={"name": "robots"})))
    assert len(addresses) == len(paths)
    assert paths == set(pages) - hidden - set(those_that(pages, is_redirect))
    assert "404.html" in hidden
    assert f"Sitemap: {base}sitemap.xml" in (built_demo / "robots.txt").read_text("utf-8")


def weight(*files: Path) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def test_an_ordinary_notice_fits_into_the_first_round_trip(built_demo: Path) -> None:
    totals = []
    for page in (built_demo / "data-uses").glob("*/index.html"):
        soup = read(page)
        loaded = [link["href"] for link in soup.find_all("link", rel="stylesheet")]
        loaded += [script["src"] for script in soup.find_all("script")]
        assert len(loaded) <= 3, page
        totals.append(weight(page, *(built_demo / address.lstrip("/") for address in loaded)))
    assert statistics.median(totals) <= 14_000


def test_asking_about_cookies_weighs_less_than_two_kilobytes(built_demo: Path) -> None:
    style = next((built_demo / "assets").glob("notice.*.css")).read_text("utf-8")
    rules = re.findall(r"[^{}]*\.(?:ask|pair|buttons)\b[^{}]*\{[^}]*\}", style)
    assert len(rules) > 8
    script = weight(next((built_demo / "assets").glob("consent.*.js")))
    assert script + len(gzip.compress("\n".join(rules).encode(), 9)) <= 2048


def test_the_search_script_is_small(built_demo: Path) -> None:
    assert weight(next((built_demo / "assets").glob("search.*.js"))) <= 4 * 1024
