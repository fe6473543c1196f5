"""The search index knows every page that readers may find, in its own words and in theirs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from conftest import page_text, replace_once
from reading_the_index import Read, groups, index_of

from generator.render.pages import REPEATING
from generator.render.search.shards import Group, shard_of, shards
from generator.render.search.text import page_words, worth_finding
from generator.render.search.weighing import FEW, Weighed, joined, postings_of, rarity_of, spread


def write(site: Path, name: str, fields: str = "", body: str = "Some words.", **more: str) -> None:
    (site / f"content/pages/{name}.md").write_text(page_text(fields, body, **more), "utf-8")


def synonyms(site: Path, text: str) -> None:
    (site / "content/reference/synonyms.yaml").write_text(text, "utf-8")


def best(index: Read, word: str) -> str:
    pages = index.words[word]
    return max(pages, key=lambda url: pages[url])


@pytest.fixture(scope="module")
def demonstration(demo: Path) -> Read:
    return index_of(demo)


def test_it_holds_what_is_current_and_nothing_else(small_site: Path) -> None:
    write(small_site, "gone", "withdrawn_because: Old.", status="withdrawn", title="Page gone")
    write(small_site, "plan", status="draft", title="Zymurgy")
    write(small_site, "here", "also_called: [Tip, DUMP, Tip]", title="Page here")
    index = index_of(small_site)
    urls = {url for _, url, _ in index.pages}
    assert "here/" in urls
    assert not urls & {"gone/", "plan/", "search/", "404.html"}
    assert set(index.words["dump"]) == {"here/"}
    assert "zymurgy" not in index.words


def test_earlier_versions_and_old_addresses_are_not_found(demonstration: Read) -> None:
    assert not [url for _, url, _ in demonstration.pages if "/versions/" in url]
    assert len({url for _, url, _ in demonstration.pages}) == len(demonstration.pages)


def test_every_word_of_a_text_is_found(small_site: Path) -> None:
    write(
        small_site,
        "mothers",
        body="We lend *harpsichords* and [bassoons](https://quagga.example).\n\n## Zithers",
    )
    found = index_of(small_site).words
    assert all(set(found[word]) == {"mothers/"} for word in ("harpsichords", "bassoons", "zithers"))
    assert "quagga" not in found


def test_a_word_counts_more_in_a_title_than_in_a_text(small_site: Path) -> None:
    write(small_site, "first", body="Harpsichords, harpsichords, harpsichords and more harpsichords.")
    write(small_site, "second", body="Some words.", title="Harpsichords")
    assert best(index_of(small_site), "harpsichords") == "second/"


def test_the_start_of_a_text_says_what_it_is_about(small_site: Path) -> None:
    rest = " ".join(["Some words."] * 60)
    write(small_site, "first", body=f"{rest}\n\nHarpsichords.\n\n[More](https://quagga.example)")
    write(small_site, "second", body=f"Harpsichords.\n\n{rest}")
    assert best(index_of(small_site), "harpsichords") == "second/"


def test_two_words_as_one_are_kept_only_where_they_tell_more_than_the_two(small_site: Path) -> None:
    write(small_site, "first", title="Quagga harpsichords")
    assert "quaggaharpsichords" not in index_of(small_site).words
    write(small_site, "second", body="Harpsichords for a quagga.")
    found = index_of(small_site)
    assert set(found.words["quaggaharpsichords"]) == {"first/"}


@pytest.mark.parametrize(("apart", "sixteenths"), [({"quaggahouse"}, 32), (set(), 33)])
def test_two_words_as_one_are_told_by_a_whole_rarity(apart: set[str], sixteenths: int) -> None:
    word = "quaggahouse"
    (part,) = shards([Group(word, (word,), [16], 2.01)], apart).bodies
    assert part[part.index(word.encode()) + len(word)] == sixteenths


def test_forms_of_a_word_stand_together(small_site: Path) -> None:
    write(small_site, "first", body="The harpsichord is out.")
    write(small_site, "second", body="Harpsichords are out.")
    found = index_of(small_site).words
    assert set(found["harpsichord"]) == set(found["harpsichords"]) == {"first/", "second/"}


def test_words_with_hyphens_are_found_as_one_and_apart(small_site: Path) -> None:
    write(small_site, "first", title="Car park wi-fi")
    found = index_of(small_site).words
    assert {"wi", "fi", "wifi"} <= found.keys()


def test_one_line_of_an_editor_leads_to_pages_that_say_it_otherwise(small_site: Path) -> None:
    write(small_site, "first", body="An enforcement agent may call.")
    write(small_site, "second", title="Enforcement agents")
    write(small_site, "third", body="Our agents have no powers of enforcement.")
    synonyms(small_site, "heavies: enforcement agents\nknock at the door: [enforcement agents]\n")
    index = index_of(small_site)
    assert set(index.words["heavies"]) == {"first/", "second/"}
    assert best(index, "heavies") == "second/"
    assert {"first/", "second/"} <= set(index.words["knockdoor"]), "several words are found as one"


def test_what_is_meant_may_be_said_on_another_line_and_search_goes_no_further(small_site: Path) -> None:
    write(small_site, "first", title="Enforcement agents")
    write(small_site, "second", body="An enforcement agent may call.")
    synonyms(small_site, "heavies: bruisers\nbruisers: enforcement agents\nmob: heavies\n")
    index = index_of(small_site)
    assert set(index.words["bruisers"]) == {"first/", "second/"}
    assert set(index.words["heavies"]) == {"first/"}, "so far off, a page has to be about what is meant"
    assert index.words["heavies"]["first/"] < index.words["bruisers"]["first/"]
    assert "mob" not in index.words


def test_a_word_that_many_expressions_have_leads_to_none_of_them_alone(small_site: Path) -> None:
    write(small_site, "first", title="Telecare")
    many = "".join(f"{kind} alarm: telecare\n" for kind in ("pull", "fall", "cord", "call", "flat", "home"))
    synonyms(small_site, f"{many}wrist alarm: telecare\n")
    index = index_of(small_site)
    assert set(index.words["wrist"]) == set(index.words["wristalarm"]) == {"first/"}
    assert "alarm" not in index.words


def test_words_joined_by_and_are_found_each_with_what_follows(small_site: Path) -> None:
    write(small_site, "first", body="We run waste and recycling collections.")
    write(small_site, "second", body="We run waste and then sort collections.")
    synonyms(small_site, "dustcart: waste collection\n")
    assert set(index_of(small_site).words["dustcart"]) == {"first/"}


def test_what_all_pages_say_in_passing_does_not_make_common_what_one_is_about() -> None:
    one = Weighed([(20.0, ["lions"]), (1.0, ["zebras"])], [], 1.0, 100)
    others = [Weighed([(1.0, ["lions", "zebras"])], [], 1.0, 100)] * 4
    rarity = rarity_of((spread(part, 100) for part in ([one, *others], others)), 9)
    assert rarity["lions"] > 2 * rarity["zebras"]


@pytest.mark.parametrize(
    ("notices", "others", "found"), [(40, 0, 18), (40, 60, 18), (75, 0, 25), (200, 0, 30)]
)
def test_a_common_word_leads_to_more_pages_where_there_are_more_notices(
    notices: int, others: int, found: int
) -> None:
    pages = [Weighed([(1.0, ["lions"])], [], prior, 100) for prior in [1.0] * notices + [0.5] * others]
    part = postings_of(pages, 0, 100, {"lions": 1.0})
    assert len(joined([part], len(pages), notices)["lions"]) == found


def test_a_list_of_lay_words_comes_with_the_program(small_site: Path) -> None:
    write(small_site, "first", body="An enforcement agent may call.")
    assert set(index_of(small_site).words["bailiffs"]) == {"first/"}


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("heavies: enforcement agents\nheavies: bailiffs\n", "yaml-duplicate-key", 2),
        ("heavies: enforcement agents\nsix: 6\n", "wrong-type", 2),
        ("heavies:\n", "wrong-value", 1),
        ("heavies: []\n", "wrong-value", 1),
        ("'?': enforcement agents\n", "wrong-value", 1),
        ("- heavies: enforcement agents\n", "file-shape", 1),
    ],
)
def test_a_line_that_says_nothing_is_told(
    small_site: Path, run: object, text: str, rule: str, line: int
) -> None:
    synonyms(small_site, text)
    found = run("check", "--site", small_site, "--format", "json").found(rule)  # type: ignore[operator]
    assert [(f["path"], f["line"]) for f in found] == [("content/reference/synonyms.yaml", line)]
    assert found[0]["hint"]


def test_capitals_side_by_side_are_a_name_and_found_as_one(small_site: Path) -> None:
    write(small_site, "first", body="We look up directors at Quagga House. A quagga. A house.")
    write(small_site, "second", body="A quagga in a house, and a Quagga, house and all.")
    found = index_of(small_site).words
    assert set(found["quaggahouse"]) == {"first/"}


def test_long_numbers_within_references_are_no_words(small_site: Path) -> None:
    write(small_site, "first", body="See DPIA-2024-00017 and wi-fi.")
    found = index_of(small_site).words
    assert "wifi" in found
    assert not [word for word in found if word.startswith("dpia20")]


def test_words_for_spelling_are_in_parts_by_their_first_letter(demo: Path, tmp_path: Path) -> None:
    shutil.copytree(demo / "content", tmp_path / "content")
    settings = (demo / "site.yaml").read_text("utf-8") + "publishing:\n  search: many-files\n"
    (tmp_path / "site.yaml").write_text(settings, "utf-8")
    index = index_of(tmp_path)
    letters = index.told["letters"]
    parts = [part.decode().split("\n") for part in index.parts[index.told["spelling"] :]]
    assert len(parts) == len(letters) > 2
    for words, first, beyond in zip(parts, letters, (*letters[1:], "~"), strict=True):
        assert all(first <= word < beyond for word in words)
    assert {"council", "parking", "library"} <= {word for part in parts for word in part}


def test_facts_are_those_of_the_record(demo: Path, demonstration: Read) -> None:
    record = yaml.safe_load((demo / "content/data-uses/cctv.yaml").read_text("utf-8"))
    keeping, sharing, choices = demonstration.facts["data-uses/cctv/"]
    for kept in record["purposes"][0]["retention"][:2]:
        assert f"{kept['records']}: {kept['keep']}" in keeping
    assert "Police" in sharing
    assert choices


def test_what_a_record_does_not_state_is_no_fact(small_site: Path) -> None:
    use = next((small_site / "content/data-uses").glob("*.yaml"))
    values = yaml.safe_load(use.read_text("utf-8"))
    for purpose in values["purposes"]:
        purpose.pop("retention", None)
    use.write_text(yaml.safe_dump(values, allow_unicode=True, default_flow_style=False), "utf-8")
    keeping, _, _ = index_of(small_site).facts.get(f"data-uses/{use.stem}/", ["", "", ""])
    assert keeping == ""


def test_addresses_carry_no_base_path_but_the_page_tells_it(small_site: Path) -> None:
    index = index_of(small_site, base_url="https://example.org/p/q/")
    assert index.told["base"] == "/p/q/"
    assert not [url for _, url, _ in index.pages if url.startswith(("/", "p/"))]


def test_small_sites_have_one_file_and_a_site_may_have_either(small_site: Path) -> None:
    (one,) = index_of(small_site, cache=None).files
    assert len(one.body) <= 60_000
    settings = small_site / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "publishing:\n  search: many-files\n", "utf-8")
    many = index_of(small_site, cache=None)
    assert len(many.files) > 3
    assert {len(file.url.split(".")) for file in many.files} == {5}
    replace_once(settings, "many-files", "one-file")
    again = index_of(small_site, cache=None)
    assert again.files[0].body == one.body
    assert again.words == many.words


def test_the_demonstration_is_one_file(demonstration: Read) -> None:
    assert len(demonstration.files) == 1
    assert len(demonstration.files[0].body) <= 60_000


def test_the_bytes_are_always_the_same(small_site: Path) -> None:
    assert index_of(small_site, cache=None).files == index_of(small_site, cache=None, jobs=2).files


def test_names_change_when_what_is_found_changes(small_site: Path) -> None:
    before = index_of(small_site).files[0].url
    write(small_site, "first", body="Harpsichords.")
    assert index_of(small_site).files[0].url != before


def test_no_part_belongs_to_a_few_words(demonstration: Read) -> None:
    """Who sees that a part is fetched cannot tell which of its words was looked for."""
    parts = demonstration.parts[: demonstration.told["results"]]
    assert min(sum(len(forms) for forms, _ in groups(part)) for part in parts) >= 12


def test_texts_in_the_index_have_no_markup(small_site: Path) -> None:
    write(small_site, "marked", summary="'See [about us](page:about) and **this**.'", title="Marked up")
    lines = {url: description for _, url, description in index_of(small_site).pages}
    assert lines["marked/"] == "See about us and this."


def test_descriptions_are_short_and_end_between_words(demonstration: Read) -> None:
    for title, url, description in demonstration.pages:
        assert title
        assert len(description) <= 144, url
        assert not re.search(r"[<>\[\]]", description)


def repeats(url: str) -> bool:
    """Whether a page only lists what other pages say, and so is found by its title and description alone."""
    place, _, below = url.strip("/").partition("/")
    return place in {"topics", "organisations", "data-categories"} or (not below and place in REPEATING)


def worth_finding_on(page: Path) -> set[str]:
    read = page_words(page.read_bytes())
    return set(filter(worth_finding, (*read.words, *read.joined)))


def test_every_word_of_every_page_finds_that_page(built_demo: Path, demonstration: Read) -> None:
    """But for words that say nothing, pages that list others, and words on most pages."""
    found = demonstration.words
    missing = [
        (word, url)
        for _, url, _ in demonstration.pages
        if "#" not in url and not repeats(url)
        for word in worth_finding_on(built_demo / url / "index.html")
        if word not in demonstration.told["fillers"] and url not in found.get(word, ())
        if word not in found or len(found[word]) != FEW
    ]
    assert missing == []


def test_no_word_is_lost_where_words_are_shared_out(demonstration: Read) -> None:
    """Whatever words a site has, each is in the part that is looked into for it."""
    words = sorted(demonstration.words)
    for last in range(200, len(words), 97):
        made = shards([Group(word, (word,), (1,), 1.0) for word in words[:last]])
        held = [{form for forms, _ in groups(body) for form in forms} for body in made.bodies]
        assert [word for word in words[:last] if word not in held[shard_of(made.starts, word)]] == []
