"""What the preview tells an editor: the margin, the index, and a way on from every mistake."""

from __future__ import annotations

import html
import re
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SMALL, page_text, replace_once, run_build
from test_serve import Server, serving

from generator.scaffold import begin
from generator.serve.places import COMMON, PLACES

DRAFT = "/data-uses/street-trading/"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A preview of the small site with a draft, a scheduled page and a finding; tests change nothing."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("preview") / "small"))
    begin(site, "data-uses", "Street trading")
    later = page_text("publish_on: 2027-01-04", title="A plan for later")
    (site / "content/pages/plan.md").write_text(later, "utf-8")
    use = site / "content/data-uses/falls-planning.yaml"
    replace_once(use, "keep: Until 31 March 2028", "keep: As long as necessary")
    text = use.read_text("utf-8") + "internal:\n  notes: A note that nobody else may read\n"
    use.write_text(text, "utf-8")
    with serving(site) as running:
        running.wait("/_preview/", lambda answer: "Still checking" not in answer.text)
        yield running


@pytest.fixture
def changing(small_site: Path) -> Iterator[Server]:
    """A preview of a site that the test changes."""
    with serving(small_site) as running:
        running.ask("/about/")
        yield running


def margin_of(server: Server, path: str) -> str:
    """The panel of a page as words and tags, with entities resolved."""
    text = html.unescape(server.ask(path).text)
    found = re.search(r'<aside class="preview".*?</aside>', text, re.S)
    assert found, f"{path} has no panel"
    return found[0]


def test_a_finding_names_its_field_and_leads_to_its_place(server: Server) -> None:
    page = server.ask("/data-uses/falls-planning/").text
    panel = margin_of(server, "/data-uses/falls-planning/")
    assert (
        "for the records “The file from the hospital” of the purpose “Find out where help is needed”" in panel
    )
    assert 'href="#keeping"' in panel
    assert 'id="keeping"' in page


def test_a_finding_opens_in_an_editor_and_is_named_by_path_and_line(server: Server) -> None:
    panel = margin_of(server, "/data-uses/falls-planning/")
    line = (
        (server.site / "content/data-uses/falls-planning.yaml")
        .read_text("utf-8")
        .split("\n")
        .index("        keep: As long as necessary")
    ) + 1
    file = (server.site / "content/data-uses/falls-planning.yaml").resolve()
    assert re.search(rf'href="vscode://file{re.escape(str(file))}:{line}:\d+"', panel)
    assert f"content/data-uses/falls-planning.yaml:{line}:" in panel
    assert f"<code>{file}:1</code>" in panel


def test_the_margin_tells_of_the_record_and_its_neighbours(server: Server) -> None:
    panel = margin_of(server, "/data-uses/falls-planning/")
    assert "Public health manager" in panel
    assert "1 October 2026" in panel
    assert re.search(r"Grade \d", panel)
    assert 'href="/public-benefit/falls-prevention/"' in panel
    assert "purposes" in panel.split("Anyone can read")[1].split("Never published")[0]
    kept_back = panel.split("Never published")[1].split("</dd>")[0]
    assert "notes" in kept_back
    assert "A note that nobody else may read" not in server.ask("/data-uses/falls-planning/").text


def test_a_choice_names_the_uses_that_it_reaches(server: Server) -> None:
    panel = margin_of(server, "/choices/national-data-opt-out/")
    assert "Pages that use this one" in panel
    assert 'href="/data-uses/falls-planning/"' in panel


def test_a_page_of_a_list_names_who_uses_it(server: Server) -> None:
    panel = margin_of(server, "/organisations/pellbridge-hospital/")
    assert 'href="/data-uses/falls-planning/"' in panel
    assert "content/reference/organisations.yaml" in panel


def test_a_draft_says_what_it_still_needs_each_with_its_line(server: Server) -> None:
    panel = margin_of(server, DRAFT)
    assert "Only you see it" in panel
    assert "Before this can be published" in panel
    lines = (server.site / "content/data-uses/street-trading.yaml").read_text("utf-8").split("\n")
    for field in ("purposes", "recipients", "transfers"):
        assert f"Open line {lines.index(f'# {field}:') + 1}<" in panel
        assert f"<code>{field}</code>" in panel
    assert panel.index("Add <code>owner</code>") < panel.index("Add <code>purposes</code>")


def test_what_a_draft_needs_blocks_nothing(server: Server) -> None:
    index = server.ask("/_preview/").text
    row = index[index.index('href="/data-uses/street-trading/"') :].split("</tr>")[0]
    assert re.search(r"<td>0 \(\d+ before it can be published\)</td>", row)


def test_a_scheduled_page_says_from_when_it_is_public(server: Server) -> None:
    panel = margin_of(server, "/plan/")
    assert "It is published on 4 January 2027" in panel


def test_the_index_shows_every_record_what_was_found_and_what_is_due(server: Server) -> None:
    index = html.unescape(server.ask("/_preview/").text)
    for path in ("/data-uses/library-cards/", "/choices/reading-history/", "/plan/", "/about/", DRAFT):
        assert f'<th scope="row"><a href="{path}">' in index
    for words in ("Draft", "Scheduled", "As long as necessary", "review", "1 October 2027"):
        assert words in index
    for part in ("findings", "due", "changes", "records"):
        assert f'<section id="{part}">' in index
    assert server.ask("/_preview").headers["location"] == "/_preview/"


@pytest.mark.parametrize(
    "path",
    [
        "/_preview/../site.yaml",
        "/_preview/..%2fsite.yaml",
        "/_preview/%2e%2e/%2e%2e/etc/passwd",
        "/_preview/last/../../etc/passwd",
        "/_preview/last/etc/passwd",
        "/_preview/panel.html",
        "/_preview/nothing/",
        "/_preview//etc/passwd",
        "/_previewx",
    ],
)
def test_nothing_outside_is_served_below_the_previews_own_address(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.status == 404
    assert "root:" not in answer.text
    assert "base_url" not in answer.text


@pytest.mark.parametrize(
    "path", ["/_preview/", "/_preview/panel", "/_preview/preview.js", "/_preview.css", "/livereload"]
)
def test_a_foreign_host_is_refused_there_too(server: Server, path: str) -> None:
    assert server.ask(path, host="evil.example").status == 403


@pytest.mark.parametrize(
    "raw",
    [
        b"GARBAGE\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
        b"GET /%ff%fe/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 99999999999\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: " + b"x" * 200_000 + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01",
        b"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n\r\n",
    ],
)
def test_malformed_requests_are_survived(server: Server, raw: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as line:
        line.sendall(raw.replace(b"{port}", str(server.port).encode()))
        line.settimeout(1)
        try:
            while line.recv(65_536):
                pass
        except OSError:
            pass
    assert server.ask("/about/").status == 200


GREETING = (
    "GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: {origin}\r\n\r\n"
)


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://127.0.0.1:{port}", "101"), ("http://evil.example", "403"), ("http://127.0.0.1:1", "403")],
)
def test_only_pages_of_the_preview_may_listen(server: Server, origin: str, status: str) -> None:
    asked = GREETING.format(port=server.port, origin=origin.format(port=server.port))
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as line:
        line.sendall(asked.encode())
        assert line.recv(64).split()[1].decode() == status


def test_a_page_that_has_gone_is_told_of_and_can_be_seen_as_it_was(changing: Server) -> None:
    (changing.site / "content/pages/about.md").unlink()
    changing.wait("/about/", lambda answer: answer.status == 404)
    panel = margin_of(changing, "/about/")
    assert "has gone" in panel
    last = re.search(r'href="(/_preview/last/about/)"', panel)
    assert last
    assert "<h1" in changing.ask(last[1]).text


@pytest.mark.without_coverage
def test_pages_of_a_renamed_folder_can_be_seen_as_they_were(changing: Server) -> None:
    folder = changing.site / "content/data-uses"
    folder.rename(folder.with_name("data-use"))
    changing.wait("/data-uses/library-cards/", lambda answer: answer.status == 404)
    assert "data-use" in margin_of(changing, "/")
    assert changing.ask("/_preview/last/data-uses/library-cards/").status == 200
    folder.with_name("data-use").rename(folder)
    changing.wait("/data-uses/library-cards/", lambda answer: answer.status == 200)


def test_a_broken_file_leaves_its_page_and_its_place_in_lists(changing: Server) -> None:
    use = changing.site / "content/data-uses/library-cards.yaml"
    good = use.read_text("utf-8")
    use.write_text("title: [\n" + good, "utf-8")
    shown = changing.wait("/data-uses/library-cards/", lambda answer: "before the mistake" in answer.text)
    assert shown.status == 200
    assert "content/data-uses/library-cards.yaml:1:8" in shown.text
    assert "/data-uses/library-cards/" in changing.ask("/data-uses/").text
    use.write_text(good, "utf-8")
    changing.wait("/data-uses/library-cards/", lambda answer: "before the mistake" not in answer.text)


@pytest.mark.without_coverage
def test_what_keeps_every_page_from_being_made_stands_first_in_the_panel(changing: Server) -> None:
    settings = changing.site / "site.yaml"
    good = settings.read_text("utf-8")
    changing.ask("/about/")
    settings.write_text(good.replace('colour: "#1d4f4a"', "colour: green", 1), "utf-8")
    shown = changing.wait("/about/", lambda answer: "is not a colour" in answer.text)
    assert shown.text.index("before the mistake") < shown.text.index("is not a colour")
    assert shown.text.index("is not a colour") < shown.text.index("About this record")
    assert shown.text.count("is not a colour") == 1
    settings.unlink()
    changing.wait("/about/", lambda answer: "This file is not there" in answer.text)
    settings.write_text(good, "utf-8")
    changing.wait("/about/", lambda answer: "before the mistake" not in answer.text)


@pytest.mark.without_coverage
def test_what_cannot_be_read_comes_before_what_a_rule_has_found_elsewhere(changing: Server) -> None:
    use, words = (
        changing.site / "content/data-uses/adult-care.yaml",
        changing.site / "content/reference/facts.yaml",
    )
    good, right = use.read_text("utf-8"), words.read_text("utf-8")
    use.write_text(good.replace("8 years after", "XX years after", 1), "utf-8")
    words.write_text(right.replace("- id: ", "- id: [\n- id: ", 1), "utf-8")
    both = changing.wait("/about/", lambda a: "“XX”" in a.text and "content/reference/facts.yaml:" in a.text)
    assert both.text.index("content/reference/facts.yaml:") < both.text.index("“XX”")
    use.write_text(good, "utf-8")
    words.write_text(right, "utf-8")


def test_a_template_error_names_the_line_and_shows_the_last_page(changing: Server) -> None:
    template = changing.site / "templates/pages/page.html"
    template.parent.mkdir(parents=True)
    template.write_text('{% extends "layout.html" %}\n{% block content %}{{ oops.x }}{% endblock %}', "utf-8")
    shown = changing.wait("/about/", lambda answer: "templates/pages/page.html:2" in answer.text)
    assert shown.status == 200
    assert "oops.x" in html.unescape(shown.text)
    assert changing.ask("/accessibility/").status == 500
    assert "templates/pages/page.html:2" in changing.ask("/accessibility/").text
    template.unlink()
    changing.wait("/accessibility/", lambda answer: answer.status == 200)
    changing.wait("/about/", lambda answer: "page.html:2" not in answer.text)


@pytest.mark.without_coverage
def test_a_day_to_come_shows_what_is_scheduled_then(small_site: Path) -> None:
    later = page_text("publish_on: 2027-01-04", title="A plan for later")
    (small_site / "content/pages/plan.md").write_text(later, "utf-8")
    with serving(small_site, "--today", "2027-02-01") as running:
        panel = margin_of(running, "/plan/")
        assert "1 February 2027" in panel
        assert "It is published on" not in panel


def test_nothing_of_the_preview_reaches_a_published_site(built_demo: Path) -> None:
    for file in built_demo.rglob("*"):
        if file.is_file():
            body = file.read_bytes()
            assert b"_preview" not in body, file
            assert b'class="preview' not in body, file
            assert b"vscode:" not in body, file
            assert b"livereload" not in body, file


@pytest.mark.parametrize("collection", PLACES)
def test_the_places_of_fields_are_on_the_pages_of_the_demonstration(
    built_demo: Path, collection: str
) -> None:
    folder = {"opt-outs": "choices"}.get(collection, collection)
    ids: set[str] = set()
    for page in built_demo.glob(f"{folder}/*/index.html"):
        ids.update(re.findall(r'\bid="([^"]+)"', page.read_text("utf-8")))
    wanted = {place for places in (*PLACES[collection].values(), *COMMON.values()) for place in places}
    known_elsewhere = {"more", "changes"}
    assert wanted - ids - known_elsewhere == set()


@pytest.mark.without_coverage
def test_the_index_tells_what_records_say_beside_the_last_publication(small_site: Path) -> None:
    finished = run_build("build", "--site", small_site)
    assert finished.status == 0, finished.stdout + finished.stderr
    use = small_site / "content/data-uses/falls-planning.yaml"
    begin(small_site, "data-uses", "Street trading")
    with serving(small_site) as running:
        index = running.wait("/_preview/", lambda answer: "No record says anything else" in answer.text)
        assert "street-trading" not in changes_in(index.text), "a draft is no change that the public sees"
        replace_once(use, "keep: Until 31 March 2028", "keep: Until 31 March 2030")
        index = running.wait("/_preview/", lambda answer: "falls-planning" in changes_in(answer.text))
    assert "31 March 2030" in changes_in(index.text)


def test_the_index_waits_for_a_publication_to_compare_with(server: Server) -> None:
    assert "once something has been published" in changes_in(server.ask("/_preview/").text)


def test_the_preview_has_the_page_of_components(server: Server) -> None:
    assert 'href="/_preview/components/"' in server.ask("/_preview/").text
    answer = server.ask("/_preview/components/")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<h1" in answer.text


def changes_in(index: str) -> str:
    """The section of the index with what changes."""
    found = re.search(r'<section id="changes">.*?</section>', index, re.S)
    assert found
    return html.unescape(found[0])


@pytest.mark.without_coverage
def test_an_earlier_version_is_followed_and_stays_while_its_file_is_broken(small_site: Path) -> None:
    folder = small_site / "content/versions/data-uses/library-cards"
    folder.mkdir(parents=True)
    version = Path(
        shutil.copy(small_site / "content/data-uses/library-cards.yaml", folder / "2025-02-03.yaml")
    )
    url = "/data-uses/library-cards/versions/2025-02-03/"
    with serving(small_site) as running:
        assert running.ask(url).status == 200
        replace_once(version, "keep: 2 years after", "keep: 6 years after")
        running.wait(url, lambda answer: "6 years after" in answer.text)
        version.write_text("title: [broken\n", "utf-8")
        shown = running.wait(url, lambda answer: "2025-02-03.yaml:1" in answer.text)
    assert shown.status == 200
    assert "6 years after" in shown.text
