"""Built pages by themselves: loose HTML files, base paths, and mistakes that are on every page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.artefacts import Artefact
from generator.load.html import HtmlFile
from generator.load.site import load
from generator.model.assemble import model
from generator.model.register import Register
from generator.proofread.html.judge import proofread_html
from generator.proofread.pages import proofread_pages
from generator.proofread.samples import proofread_samples, samples

PAGE = '<html lang="en"><head><title>{url}</title></head><body><h1 id="top-of">T</h1>{body}</body></html>'


def page(url: str, body: str = "", source: str = "content/pages/a.md") -> Artefact:
    return Artefact(url, PAGE.format(url=url, body=body).encode(), "text/html", (source,))


@pytest.fixture(scope="module")
def register() -> Register:
    found = model(load(Path(__file__).parents[1] / "sites" / "small"), date(2026, 11, 22)).register
    assert found is not None
    return found


def rules(found: tuple[object, ...]) -> list[str]:
    return [getattr(finding, "rule", "") for finding in found]


def test_pages_that_lead_to_each_other_have_no_finding(register: Register) -> None:
    site = [
        page("/", '<a href="/a/#top-of">A</a>'),
        page("/a/", '<a href="../">Home</a><a href="#top-of">Up</a>'),
    ]
    assert proofread_pages(site, register) == ()


@pytest.mark.parametrize(
    "href", ["/b/", "b/", "../b/", "/a/b.html", "https://privacy.pellbridge.example/b/", "/a%20b/"]
)
def test_a_link_to_nothing_is_found_however_it_is_written(href: str, register: Register) -> None:
    found = proofread_pages([page("/", ""), page("/a/", f'<a href="{href}">B</a>')], register)
    assert rules(found) == ["dead-link"]
    assert href in found[0].message
    assert "/a/" in found[0].message


@pytest.mark.parametrize(
    "href",
    [
        "/a",
        "/a/",
        "/a/index.html",
        "/a/?x=1",
        "mailto:a@b.example",
        "tel:+44",
        "//other.example/x/",
        "#",
        "#top",
    ],
)
def test_a_link_that_a_reader_can_follow_is_let_pass(href: str, register: Register) -> None:
    assert proofread_pages([page("/", f'<a href="{href}">A</a>'), page("/a/")], register) == ()


def test_a_dead_link_on_every_page_is_told_once(register: Register) -> None:
    site = [page(f"/p{number}/", '<a href="/gone/">Gone</a>') for number in range(30)]
    found = proofread_pages(site, register)
    assert rules(found) == ["dead-link"]
    assert "30 pages" in found[0].hint


def test_scripts_are_not_read_as_html(register: Register) -> None:
    script = "<script>var a = '<h1>' + ' id=\"top-of\"' + ' href=\"/gone/\"';</script>"
    assert proofread_pages([page("/", script)], register) == ()


def test_a_finding_names_the_content_file_or_the_templates(register: Register) -> None:
    loose = Artefact("/x/", b"<html><head><title>x</title></head><h1>x</h1></html>", "text/html")
    found = proofread_pages([loose, page("/y/", '<a href="/z/">', "content/pages/y.md")], register)
    assert {finding.location.path for finding in found} == {"templates/pages", "content/pages/y.md"}


def test_two_files_at_one_address_are_found_and_both_are_named(register: Register) -> None:
    found = proofread_pages([page("/a/"), page("/a/", "", "content/pages/b.md")], register)
    assert rules(found) == ["duplicate-address"]
    assert found[0].location.path == "content/pages/b.md"
    assert "content/pages/a.md" in found[0].hint


def test_loose_files_are_judged_by_themselves_and_links_to_others_are_let_pass() -> None:
    good = HtmlFile("one.html", PAGE.format(url="One way", body='<p><a href="two.html">Two trees</a></p>'))
    bad = HtmlFile(
        "two.html", '<!doctype html><html><head></head><body><p id="a">A</p><p id="a">B</p></body></html>'
    )
    assert proofread_html([good]) == ()
    found = proofread_html([bad])
    assert set(rules(found)) == {"duplicate-html-id", "main-heading", "page-language", "page-title"}


def test_what_a_template_gets_wrong_is_told_once_and_names_a_page() -> None:
    site = [page(f"/topics/p{number}/", "<p>Text</p><center>Old</center>") for number in range(20)]
    found = proofread_samples(samples(site))
    assert rules(found) == ["markup-old"]
    assert "/topics/p" in found[0].message


def test_one_page_of_every_kind_is_looked_at() -> None:
    urls = ["/", "/topics/", "/topics/a/", "/topics/b/", "/cy/topics/a/", "/about/", "/help/"]
    site = [page(url, source="content/pages/a.md") for url in urls]
    assert [sample.url for sample in samples(site)] == ["/", "/topics/", "/topics/a/", "/cy/topics/a/"]


def test_names_that_lead_to_each_other_come_to_an_end() -> None:
    loop = '<p id="a" aria-labelledby="b"><span id="b" aria-labelledby="a" role="button">x</span></p>'
    assert "page-title" not in rules(proofread_html([HtmlFile("loop.html", loop)]))
