"""Findings as people and machines read them."""

from __future__ import annotations

from generator.diagnostics import Finding, Location, Severity, in_order, tally
from generator.report import as_annotations, as_json, as_text, near_rules, summary


def finding(line: int = 3, severity: Severity = Severity.ERROR, **more: str) -> Finding:
    given = {"message": "Something is wrong.", "hint": "Mend it.", "source": "A law", **more}
    path = given.pop("path", "content/a.yaml")
    return Finding("some-rule", severity, location=Location(path, line, 5), **given)


def test_a_finding_reads_where_what_the_line_what_to_do_and_why() -> None:
    assert as_text([finding(excerpt="    key: value")]) == (
        "content/a.yaml:3:5 error some-rule  Something is wrong.\n"
        "   3 |     key: value\n"
        "     |     ^\n"
        "     → Mend it.\n"
        "  A law · python build.py explain some-rule\n"
    )


def test_what_is_not_known_takes_no_line() -> None:
    assert as_text([finding(hint="", source="", excerpt="  ")]) == (
        "content/a.yaml:3:5 error some-rule  Something is wrong.\n  python build.py explain some-rule\n"
    )


def test_a_very_long_line_is_cut_around_its_mark() -> None:
    long = Finding("r", Severity.ERROR, "M", Location("p", 1, 500), excerpt="a" * 499 + "X" + "b" * 5_000)
    shown, mark = as_text([long]).splitlines()[1:3]
    assert len(shown) < 120
    assert shown[mark.index("^")] == "X"


def test_severities_have_their_colours_on_a_terminal_only() -> None:
    for severity, colour in zip(Severity, ("31", "33", "36"), strict=True):
        assert f"\x1b[1;{colour}m{severity}\x1b[0m" in as_text([finding(severity=severity)], colour=True)
        assert "\x1b" not in as_text([finding(severity=severity)])


def test_nothing_from_a_file_moves_the_cursor_or_turns_text_round() -> None:
    odd = "a\x1b[2Jb\u202ec\nd\te\x9b1m"
    text = as_text([finding(path=odd, message=odd, hint=odd, excerpt="    " + odd)])
    assert text.count("a�[2Jb�c d e�1m") == 4
    assert text.count("\n") == 5


def test_annotations_keep_to_one_line_each_and_escape_their_signs() -> None:
    text = as_annotations([finding(message="50% of\nall, really: yes", path="a,b:c%.yaml", hint="")])
    assert text == (
        "::error file=a%2Cb%3Ac%25.yaml,line=3,col=5,title=some-rule::50%25 of%0Aall, really: yes"
    )
    kinds = [as_annotations([finding(severity=severity)]).split(" ")[0] for severity in Severity]
    assert kinds == ["::error", "::warning", "::notice"]


def test_findings_are_sorted_by_place_and_each_told_once() -> None:
    a, b, c = finding(10), finding(9), finding(2, path="content/b.yaml")
    assert in_order([c, a, b, a]) == (b, a, c)


def test_the_tally_counts_by_severity() -> None:
    found = [finding(), finding(4), finding(5, Severity.WARNING)]
    assert tally(found) == {"errors": 2, "warnings": 1, "reviews": 0}
    assert as_json(found)["summary"] == tally(found)
    assert summary(found) == "2 errors, 1 warning"
    assert summary([]) == "nothing found"


def test_the_nearest_rules_are_named() -> None:
    rules = ("unknown-key", "unknown-id", "raw-html")
    assert (
        near_rules("unknown-kee", rules)
        == "There is no rule unknown-kee. Did you mean unknown-key or unknown-id?"
    )
    assert "build.py rules" in near_rules("zzz", rules)
