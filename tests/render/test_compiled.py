"""Templates are compiled once, beside other work, and never used after they have changed."""

from __future__ import annotations

import pytest
from jinja2 import Environment, TemplateSyntaxError, UndefinedError
from markupsafe import Markup

from generator.load.templates import TemplateFiles
from generator.render.code import blank_environment
from generator.render.compiled import compiled_ahead


def templates(**files: str) -> TemplateFiles:
    named = {f"pages/{name}.html": text.encode() for name, text in files.items()}
    return TemplateFiles(named, {name: f"templates/{name}" for name in named})


def environment_of(given: TemplateFiles, jobs: int = 1) -> Environment:
    compiled = compiled_ahead(given, jobs)()
    return blank_environment(compiled.templates, compiled.code)


def said(given: TemplateFiles, name: str, jobs: int = 1) -> str:
    return environment_of(given, jobs).get_template(f"pages/{name}.html").render()


def test_a_changed_template_is_compiled_anew() -> None:
    assert said(templates(a="one {{ 1 + 1 }}"), "a") == "one 2"
    assert said(templates(a="two {{ 1 + 1 }}"), "a") == "two 2"
    assert said(templates(a="one {{ 1 + 1 }}"), "a") == "one 2"


def test_a_template_that_is_broken_now_does_not_live_on_as_it_was() -> None:
    assert said(templates(b="fine"), "b") == "fine"
    broken = templates(b="{% if %}")
    assert compiled_ahead(broken, 1)().code == {}
    with pytest.raises(TemplateSyntaxError):
        environment_of(broken).get_template("pages/b.html")


def test_another_process_compiles_the_same() -> None:
    many = templates(**{f"page{number}": f"number {number} {{{{ 2 * {number} }}}}" for number in range(20)})
    assert [said(many, f"page{number}", jobs=2) for number in range(20)] == [
        f"number {number} {2 * number}" for number in range(20)
    ]


def test_a_filter_of_a_site_is_not_worked_out_while_compiling() -> None:
    jinja = environment_of(templates(c="{{ '/x/'|link }}"))
    jinja.filters["link"] = lambda href: f"/base{href}"
    assert jinja.get_template("pages/c.html").render() == "/base/x/"


MACROS = """
{% macro badge(text, class="plain") %}<b class="{{ class }}">{{ text }}</b>{% endmacro %}
{% macro box() %}[{{ caller() }}]{% endmacro %}
{% macro many() %}{{ varargs|join("+") }}{{ kwargs|length }}{% endmacro %}
{% macro asked(name) %}{{ name }}{% endmacro %}
"""


@pytest.mark.parametrize(
    ("call", "html"),
    [
        ("{{ badge('a < b') }}", '<b class="plain">a &lt; b</b>'),
        ("{{ badge('x', 'red') }}", '<b class="red">x</b>'),
        ("{{ badge(class='red', text='x') }}", '<b class="red">x</b>'),
        ("{{ badge(*['x', 'red']) }}", '<b class="red">x</b>'),
        ("{{ badge(badge('&')) }}", '<b class="plain"><b class="plain">&amp;</b></b>'),
        ("{% call box() %}{{ '<' }}{% endcall %}", "[&lt;]"),
        ("{{ many(1, 2, three=3) }}", "1+21"),
        ("{{ plain }}{{ markup }}{{ number }}{{ quote }}", "&lt;i&gt;<i>5&#34;"),
        ("{% for n in range(2) %}{{ badge(n) }}{% endfor %}", '<b class="plain">0</b><b class="plain">1</b>'),
    ],
)
def test_calls_and_escaping_are_those_of_jinja(call: str, html: str) -> None:
    given = {"plain": "<i>", "markup": Markup("<i>"), "number": 5, "quote": '"'}
    template = environment_of(templates(d=MACROS + call)).get_template("pages/d.html")
    assert template.render(given).strip() == html


@pytest.mark.parametrize("call", ["{{ asked() }}", "{{ asked(nobody) }}", "{{ nobody }}", "{{ nobody() }}"])
def test_what_is_not_there_is_said_and_never_passed_over(call: str) -> None:
    with pytest.raises(UndefinedError):
        said(templates(e=MACROS + call), "e")


@pytest.mark.parametrize("call", ["{{ asked(1, 2) }}", "{{ asked(other=1) }}"])
def test_an_argument_that_a_macro_does_not_take_is_said(call: str) -> None:
    with pytest.raises(TypeError):
        said(templates(f=MACROS + call), "f")
