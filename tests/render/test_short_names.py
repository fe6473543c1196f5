"""Scripts are made small without changing what they do."""

from __future__ import annotations

from generator.render.short_names import with_short_names


def test_names_of_one_statement_may_be_those_of_another() -> None:
    script = "(()=>{const one=first=>first+1;const two=second=>second+2;alert(one(1),two(2))})()"
    assert with_short_names(script) == "(()=>{const o=t=>t+1,t=o=>o+2;alert(o(1),t(2))})()"


def test_declarations_that_follow_each_other_are_one_and_others_stay() -> None:
    small = with_short_names(
        "(()=>{const one=1;const two=2;one();const three=()=>{const four=3;const five=4}})()"
    )
    assert small.count("const ") == 3
    assert small.count(",") == 2


def test_a_statement_that_begins_a_line_ends_a_declaration() -> None:
    small = with_short_names("(()=>{const one=1\none();const two=2;two()})()")
    assert small.count("const ") == 2


def test_properties_and_literals_keep_their_names() -> None:
    small = with_short_names("(()=>{const size=form.size;const said='size';alert(size,said,{hidden:1})})()")
    assert "form.size" in small
    assert "'size'" in small
    assert "hidden:1" in small
