"""Earlier versions, the history of a record, /changes/ and its feed: a public memory that is true."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from conftest import SMALL, build_here, replace_once

from generator.build import Built

ATOM = "{http://www.w3.org/2005/Atom}"
CARDS = "content/data-uses/library-cards.yaml"
USE = "/data-uses/library-cards/"


def made(site: Path) -> Built:
    return build_here(site)


def page(built: Built, url: str) -> BeautifulSoup:
    body = next(artefact.body for artefact in built.artefacts if artefact.url == url)
    return BeautifulSoup(body, "html.parser")


def kept(site: Path, name: str, of: str) -> Path:
    """A copy of a record as a version that began on a day."""
    folder, _, file = of.removeprefix("content/").partition("/")
    target = site / "content/versions" / folder / file.partition(".")[0] / (name + Path(of).suffix)
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(site / of, target))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with two earlier versions of a data use, and one of a choice and of a project."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("versions") / "small"))
    first = kept(site, "2025-02-03", CARDS)
    replace_once(first, "keep: 2 years after", "keep: 6 years after")
    replace_once(first, "status: published\n", "status: published\ninternal:\n  notes: Ask Alex in secret.\n")
    second = kept(site, "2026-01-05", CARDS)
    replace_once(second, "keep: 2 years after", "keep: 4 years after")
    note = "  - date: 2026-01-05\n    what: We keep your card for 4 years.\n    why: It is enough.\n"
    replace_once(second, "status: published\n", f"status: published\nchanges:\n{note}")
    newer = "  - date: 2026-09-07\n    why: People forget us sooner.\n"
    replace_once(site / CARDS, "status: published\n", f"status: published\nchanges:\n{newer}{note}")
    later = "changes:\n  - date: 2026-09-07\n    what: We checked it.\n    why: It was time.\n"
    for of in ("content/opt-outs/reading-history.md", "content/public-benefit/falls-prevention.yaml"):
        kept(site, "2026-03-02", of)
        replace_once(site / of, "status: published\n", f"status: published\n{later}")
    return site


@pytest.fixture(scope="module")
def built(site: Path) -> Built:
    made_of = made(site)
    assert made_of.findings == ()
    return made_of


@pytest.mark.parametrize(
    "url",
    [
        f"{USE}versions/2025-02-03/",
        f"{USE}versions/2026-01-05/",
        "/choices/reading-history/versions/2026-03-02/",
        "/public-benefit/falls-prevention/versions/2026-03-02/",
    ],
)
def test_every_version_has_a_page_that_says_what_it_is(built: Built, url: str) -> None:
    version = page(built, url)
    current = url.partition("versions/")[0]
    robots = version.find("meta", {"name": "robots"})
    canonical = version.find("link", rel="canonical")
    assert robots
    assert robots["content"] == "noindex"
    assert canonical
    assert str(canonical["href"]).endswith(current)
    stage = version.select_one(".stage")
    assert stage
    assert "Earlier version" in stage.get_text()
    assert stage.find("a", href=current)


def test_a_version_says_what_it_said(built: Built) -> None:
    first, second = (
        page(built, f"{USE}versions/{day}/").get_text(" ") for day in ("2025-02-03", "2026-01-05")
    )
    assert "6 years after" in first
    assert "4 years after" in second
    assert "2 years after" in page(built, USE).get_text(" ")


def test_a_version_says_from_when_and_until_when_it_held_as_far_as_that_is_known(built: Built) -> None:
    first, second = (page(built, f"{USE}versions/{day}/") for day in ("2025-02-03", "2026-01-05"))
    assert "until 5 January 2026" in str(first.select_one(".stage"))
    assert "from" not in first.select_one(".stage p").get_text()
    assert "from 5 January 2026 until 7 September 2026" in str(second.select_one(".stage"))


def test_versions_and_records_lead_to_one_another(built: Built) -> None:
    first, second = f"{USE}versions/2025-02-03/", f"{USE}versions/2026-01-05/"
    history = page(built, USE).select_one("#changes")
    assert history
    assert [a["href"] for a in history("a")] == [f"{second}#changed", f"{first}#changed"]
    assert page(built, first).find("a", href=second)
    assert page(built, second).find("a", href=first)


def test_what_changed_is_told_in_meaning_on_every_page_that_tells_it(built: Built) -> None:
    said = "Your card: we now keep this for 2 years instead of 4 after you last use it."
    assert said in page(built, f"{USE}versions/2026-01-05/").select_one("#changed").get_text(" ")
    assert said in page(built, "/changes/").get_text(" ")
    assert said in page(built, USE).select_one("#changes").get_text(" ")
    feed = next(artefact.body.decode() for artefact in built.artefacts if artefact.url == "/changes/feed.xml")
    assert said in feed


def test_versions_are_no_news_for_search_engines_or_the_search(built: Built) -> None:
    for artefact in built.artefacts:
        if artefact.url == "/sitemap.xml" or "search" in artefact.url:
            assert b"/versions/" not in artefact.body


def test_nothing_internal_of_a_version_is_published(built: Built) -> None:
    assert not [artefact.url for artefact in built.artefacts if b"Alex in secret" in artefact.body]


def test_every_version_is_on_the_list_of_what_was_published(built: Built) -> None:
    prints = next(artefact.body for artefact in built.artefacts if artefact.url == "/fingerprints.json")
    assert len(json.loads(prints)["versions"]) == 4


def entries(built: Built) -> Iterator[ElementTree.Element]:
    body = next(artefact.body for artefact in built.artefacts if artefact.url == "/changes/feed.xml")
    yield from ElementTree.fromstring(body).iter(f"{ATOM}entry")


def test_the_feed_is_valid_atom(built: Built) -> None:
    body = next(artefact.body for artefact in built.artefacts if artefact.url == "/changes/feed.xml")
    feed = ElementTree.fromstring(body)
    names = Counter(element.tag.removeprefix(ATOM) for element in feed)
    assert feed.tag == f"{ATOM}feed"
    assert (names["id"], names["title"], names["updated"], names["author"]) == (1, 1, 1, 1)
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
    found = list(entries(built))
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in found]
    assert days == sorted(days, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", day) for day in days)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    for entry in found:
        names = Counter(element.tag.removeprefix(ATOM) for element in entry)
        assert all(names[name] == 1 for name in ("id", "title", "updated", "content", "link"))
        assert entry.find(f"{ATOM}content").get("type") == "html"
    ids = [entry.findtext(f"{ATOM}id") for entry in found]
    assert len(ids) == len(set(ids))


def test_an_entry_of_the_feed_stays_the_same_thing_when_its_title_changes(site: Path, built: Built) -> None:
    other = Path(shutil.copytree(site, site.parent / "renamed"))
    replace_once(other / CARDS, "title: Library cards", "title: Cards for the library")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries(built)]
    assert [entry.findtext(f"{ATOM}id") for entry in entries(made(other))] == ids


def test_links_in_the_feed_hold_the_whole_address(built: Built) -> None:
    for entry in entries(built):
        content = BeautifulSoup(entry.findtext(f"{ATOM}content") or "", "html.parser")
        assert all(str(a["href"]).startswith("https://") for a in content("a"))


def test_pages_that_changed_lead_feed_readers_to_the_feed(built: Built) -> None:
    for url in ("/", "/changes/", USE):
        link = page(built, url).find("link", type="application/atom+xml")
        assert link
        assert link["href"] == "/changes/feed.xml"


def test_what_is_new_withdrawn_or_over_is_listed_as_that(tmp_path: Path) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "small"))
    new = "status: published\npublish_on: 2026-02-02\n"
    over = "status: published\nexpires_on: 2026-04-03\n"
    gone = "status: withdrawn\nwithdrawn_because: It is over.\n"
    replace_once(site / CARDS, "status: published\n", new)
    replace_once(site / "content/data-uses/adult-care.yaml", "status: published\n", over)
    replace_once(site / "content/data-uses/falls-planning.yaml", "status: published\n", gone)
    listed = {
        article.find("a").get_text(): article.select_one(".tag").get_text()
        for article in page(made(site), "/changes/")("article")
    }
    assert listed["Library cards"] == "New"
    assert sorted(listed.values()) == ["Changed", "Ended", "New", "Withdrawn"]


def test_a_site_in_which_nothing_has_changed_says_so(small_site: Path) -> None:
    about = small_site / "content/pages/about.md"
    noted = "changes:\n  - date: 2026-09-01\n    what: We say who runs the site.\n    why: People asked.\n"
    replace_once(about, noted, "")
    built = made(small_site)
    assert "Nothing has changed yet" in page(built, "/changes/").get_text()
    assert list(entries(built)) == []


@pytest.fixture
def old(small_site: Path) -> Path:
    """A version that names what is gone by now and has a field of an older schema."""
    version = kept(small_site, "2025-02-03", CARDS)
    text = version.read_text("utf-8")
    text = text.replace("organisation: shelfmark", "organisation: old-printer", 1)
    text = text.replace(
        "summary: ", "shared_with: [somebody]\nsummary: See [toys](data-use:toys), [[old-line]]. ", 1
    )
    version.write_text(text, "utf-8")
    assert "old-printer" in text
    return small_site


def test_an_old_version_says_what_it_can_no_longer_show(old: Path) -> None:
    built = made(old)
    told = {"version-reference-gone", "version-field-lost", "version-superseded"}
    assert {finding.rule for finding in built.findings} == told
    assert not built.blocked()
    version = page(built, f"{USE}versions/2025-02-03/")
    stage = version.select_one(".stage").get_text(" ", strip=True)
    assert "old-printer, toys, old-line" in stage.replace("old-line, toys", "toys, old-line")
    assert "shared_with" in stage
    assert "old-printer" in version.select_one("#sharing").get_text()
    assert not version.find("a", href=re.compile("old-printer|toys"))


def test_a_version_in_no_form_at_all_is_told_and_blocks(small_site: Path) -> None:
    version = kept(small_site, "2025-02-03", CARDS)
    version.write_text("summary: It had no title.\n", "utf-8")
    assert {finding.rule for finding in made(small_site).findings} == {"missing-field"}


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("content/versions/notes.txt", "file-unexpected"),
        ("content/versions/reference/laws/2026-01-01.yaml", "file-unexpected"),
        ("content/versions/data-uses/library-cards.yaml", "file-unexpected"),
        ("content/versions/data-uses/library-cards/first.yaml", "file-name"),
        ("content/versions/data-uses/library-cards/2026-02-30.yaml", "file-name"),
    ],
)
def test_a_file_in_the_wrong_place_among_the_versions_is_told(path: str, rule: str, small_site: Path) -> None:
    (small_site / path).parent.mkdir(parents=True, exist_ok=True)
    (small_site / path).write_text("title: A\nsummary: B.\nstatus: published\n", "utf-8")
    assert rule in {finding.rule for finding in made(small_site).findings}
