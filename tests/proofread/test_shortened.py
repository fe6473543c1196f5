"""Long lists are looked at in part: the first and last entries, and whatever may be pointed at."""

from __future__ import annotations

from generator.artefacts import Artefact
from generator.load.html import HtmlFile
from generator.proofread.html.judge import proofread_html
from generator.proofread.samples import proofread_samples
from generator.proofread.shortened import FIRST, LAST, shortened

ROWS = [f"<tr><td>Row {number}</td></tr>" for number in range(100)]


def test_a_page_without_long_lists_stays_as_it_is() -> None:
    page = "<h1>A</h1><ul><li>One<li>Two</ul><p>Text</p><dl><div><dt>A</dt><dd>B</dd></div></dl>"
    assert shortened(page) == page


def test_a_long_table_keeps_its_first_and_last_rows() -> None:
    start, end = "<table><thead><tr><th>Head</th></tr></thead><tbody>", "</tbody></table><p>After</p>"
    assert shortened(f"{start}{''.join(ROWS)}{end}") == f"{start}{''.join(ROWS[:FIRST] + ROWS[-LAST:])}{end}"


def test_a_list_in_an_entry_is_shortened_and_goes_with_it() -> None:
    inner = "".join(f"<li>{number}</li>" for number in range(40))
    entries = [f"<div><dt>{number}</dt><dd><ul>{inner}</ul></dd></div>" for number in range(40)]
    short = shortened(f"<dl>{''.join(entries)}</dl>")
    assert short.count("<dt>") == FIRST + LAST
    assert short.count("<li>") == (FIRST + LAST) ** 2
    assert short.count("<div>") == short.count("</div>")


def test_what_may_be_pointed_at_stays() -> None:
    rows = [*ROWS[:50], '<tr><td id="here">Here</td></tr>', *ROWS[50:]]
    link = '<a href="#here">Go there</a>'
    page = f'<html lang="en"><title>T</title><main><h1>T</h1>{link}<ul>{{}}</ul></main></html>'
    entries = "".join(rows).replace("tr>", "li>").replace("td", "span")
    short = shortened(page.format(entries))
    assert short.count("<li>") == FIRST + LAST + 1
    assert [f.rule for f in proofread_html([HtmlFile("a.html", short)])] == [
        f.rule for f in proofread_html([HtmlFile("a.html", page.format(entries))])
    ]


def test_what_is_wrong_beside_a_long_list_is_found() -> None:
    body = f"<table><tbody>{''.join(ROWS)}</tbody></table><center>Old</center>"
    page = f'<html lang="en"><head><title>T</title></head><body><h1>T</h1>{body}</body></html>'
    found = proofread_samples([Artefact("/topics/a/", page.encode(), "text/html", ("content/a.md",))])
    assert "markup-old" in [finding.rule for finding in found]
