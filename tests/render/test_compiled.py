"""Templates are compiled once, beside other work, and never used after they have changed."""

from __future__ import annotations

import pytest
from jinja2 import TemplateSyntaxError

from generator.load import TemplateFiles
from generator.render.compiled import blank_environment, compiled_ahead


def templates(**files: str) -> TemplateFiles:
    named = {f"pages/{name}.html": text.encode() for name, text in files.items()}
    return TemplateFiles(named, {name: f"templates/{name}" for name in named})


def said(given: TemplateFiles, name: str, jobs: int = 1) -> str:
    return blank_environment(compiled_ahead(given, jobs)()).get_template(f"pages/{name}.html").render()


def test_a_changed_template_is_compiled_anew() -> None:
    assert said(templates(a="one {{ 1 + 1 }}"), "a") == "one 2"
    assert said(templates(a="two {{ 1 + 1 }}"), "a") == "two 2"
    assert said(templates(a="one {{ 1 + 1 }}"), "a") == "one 2"


def test_a_template_that_is_broken_now_does_not_live_on_as_it_was() -> None:
    assert said(templates(b="fine"), "b") == "fine"
    broken = compiled_ahead(templates(b="{% if %}"), 1)()
    assert broken.code == {}
    with pytest.raises(TemplateSyntaxError):
        blank_environment(broken).get_template("pages/b.html")


def test_another_process_compiles_the_same() -> None:
    many = templates(**{f"page{number}": f"number {number} {{{{ 2 * {number} }}}}" for number in range(20)})
    assert [said(many, f"page{number}", jobs=2) for number in range(20)] == [
        f"number {number} {2 * number}" for number in range(20)
    ]


def test_a_filter_of_a_site_is_not_worked_out_while_compiling() -> None:
    compiled = compiled_ahead(templates(c="{{ '/x/'|link }}"), 1)()
    jinja = blank_environment(compiled)
    jinja.filters["link"] = lambda href: f"/base{href}"
    assert jinja.get_template("pages/c.html").render() == "/base/x/"
