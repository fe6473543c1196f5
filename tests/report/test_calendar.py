"""What is due as a calendar file and as tables: valid, stable, harmless."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

from conftest import ROOT

from generator.load.site import load
from generator.load.templates import load_templates
from generator.model.assemble import model
from generator.model.due import Due, due
from generator.render.sheet import sheet
from generator.render.words import Words, read_words
from generator.report.agenda import late, months, shares
from generator.report.icalendar import folded, icalendar
from generator.report.sheets import due_sheet

TODAY = date(2026, 11, 22)
REGISTER = model(load(ROOT), TODAY).register
assert REGISTER is not None
WORDS = read_words(load_templates(ROOT), "en")
assert isinstance(WORDS, Words)


def item(day: str, title: str = "A page", owner: str = "Web editor", key: str = "") -> Due:
    return Due(date.fromisoformat(day), "review", title, owner, "content/pages/a.md", 7, key or f"a#{day}")


def lines(calendar: bytes) -> list[str]:
    """The content lines of a calendar, unfolded."""
    assert calendar.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", calendar)
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    return calendar.decode().replace("\r\n ", "").split("\r\n")[:-1]


def made(*items: Due) -> list[str]:
    return lines(icalendar(items, REGISTER.site, TODAY, WORDS))


def test_the_demonstration_s_calendar_has_every_due_thing_once() -> None:
    items = due(REGISTER)
    found = made(*items)
    assert (found[0], found[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert found.count("BEGIN:VEVENT") == found.count("END:VEVENT") == len(items)
    identifiers = [line for line in found if line.startswith("UID:")]
    assert len(set(identifiers)) == len(items)
    assert {line for line in found if line.startswith("DTSTAMP")} == {"DTSTAMP:20261122T000000Z"}


def test_signs_with_a_meaning_are_escaped_and_long_lines_folded_between_letters() -> None:
    title = "Fish, chips; and a back\\slash\nnext – " + "é日" * 60
    found = made(item("2026-12-01", title))
    escaped = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    assert f"SUMMARY:Review: {escaped}" in found
    for part in folded("SUMMARY:" + title.replace("\n", "")).split(b"\r\n"):
        part.decode()


def test_no_line_of_an_owner_can_begin_a_line_of_the_calendar() -> None:
    found = made(item("2026-12-01", owner="A\r\nBEGIN:VALARM\x00\rEND:VEVENT"))
    assert found.count("END:VEVENT") == 1
    assert "BEGIN:VALARM" not in found


def test_a_thing_that_moves_keeps_its_identifier() -> None:
    before = item("2026-12-01", key="content/pages/a.md#review_due")
    after = replace(before, date=date(2027, 3, 1), line=9, title="Another title")
    first, second = ([x for x in made(one) if x.startswith("UID:")] for one in (before, after))
    assert first == second
    assert "DTSTART;VALUE=DATE:20270301" in made(after)
    assert "DTEND;VALUE=DATE:20270302" in made(after)


def test_a_calendar_without_anything_due_is_still_a_calendar() -> None:
    assert made().count("BEGIN:VEVENT") == 1


def test_every_due_thing_has_a_key_of_its_own() -> None:
    keys = [one.key for one in due(REGISTER)]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_the_agenda_has_the_late_first_then_month_by_month_then_by_owner() -> None:
    items = [item("2026-11-02"), item("2026-11-22"), item("2026-11-30", owner=""), item("2027-01-05")]
    items.append(item("2027-12-01", owner="Zoe's role"))
    assert [one.date.day for one in late(items, TODAY)] == [2]
    assert [(m.year, m.number, len(m.items)) for m in months(items, TODAY)] == [
        (2026, 11, 2),
        (2027, 1, 1),
        (2027, 12, 1),
    ]
    by_owner = {share.owner: share for share in shares(items, TODAY)}
    editor = by_owner["Web editor"]
    assert next(iter(by_owner)) == "Web editor"
    assert (editor.late, editor.in_30_days, editor.in_90_days, editor.after) == (1, 1, 1, 0)
    assert editor.next == items[1]


def test_a_table_is_read_back_as_it_was_and_calculates_nothing() -> None:
    rows = [("a,b", 'say "no"', "two\nlines"), ("=1+1", "-2", "+3"), ("@x", " =y", "＝z"), ("a=b", "", "é")]
    raw = b"".join(sheet(rows, mark=True))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == len(rows)
    back = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert back[0] == list(rows[0])
    assert back[1] == ["'=1+1", "'-2", "'+3"]
    assert back[2] == ["'@x", "' =y", "'＝z"]
    assert back[3] == ["a=b", "", "é"]


def test_the_table_of_what_is_due_says_what_is_late() -> None:
    raw = due_sheet((item("2026-11-21"), item("2026-11-22")), TODAY).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(raw, newline="")))
    assert [row["overdue"] for row in rows] == ["yes", "no"]
    assert rows[0]["date"] == "2026-11-21"
