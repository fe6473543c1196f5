"""The living page of components, in the preview alone: every macro of templates/components in its states.

The states are data, templates/preview/components.yaml. A state that needs a whole record takes the first
of the site's own that fits it, so the page shows what this site's templates and words make of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator.diagnostics import Finding
from generator.load.documents import Value
from generator.load.files import SourceFile
from generator.load.templates import TemplateFiles
from generator.load.yaml import parse
from generator.model.register import Register
from generator.render.assets import assets
from generator.render.compiled import Compiled
from generator.render.engine import environment, prose_of, render_template
from generator.render.pages import pages
from generator.render.views.common import Head
from generator.render.words import Words, read_words
from generator.render.workshop import chrome

ADDRESS = "/_preview/components/"
LISTED = "preview/components.yaml"


@dataclass(frozen=True, slots=True)
class State:
    """A component in one state: its name, what a template writes for it, and what comes of that."""

    name: str
    source: str
    html: Markup
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """A macro, by its file and its name, and the states it can be in."""

    name: str
    says: str
    states: tuple[State, ...]

    @property
    def anchor(self) -> str:
        """The place on the page where it stands."""
        return self.name.replace(".", "-")


def component_page(register: Register, compiled: Compiled) -> str:
    """The page as HTML; where it cannot be made, what is wrong in a line."""
    templates = compiled.templates
    words = read_words(templates, register.site.languages[0])
    if isinstance(words, Finding):
        return words.message
    jinja = _environment(register, compiled, words)
    head = Head(
        ADDRESS,
        words("components_page.title"),
        words("components_page.summary"),
        "components",
        sources=(f"templates/{LISTED}",),
        in_search_engines=False,
    )
    shown = tuple(components(jinja, templates, _samples(register, words), head))
    made = render_template(jinja, "preview/components.html", head=head, view=shown)
    return made.message if isinstance(made, Finding) else made


def _environment(register: Register, compiled: Compiled, words: Words) -> Environment:
    prose = prose_of(register)
    jinja = environment(compiled, register, words, prose)
    named = assets(compiled.templates, register.site)
    jinja.globals["chrome"] = chrome(register, words, named, preview=True)
    return jinja


def _samples(register: Register, words: Words) -> Mapping[str, list[Mapping[str, Any]]]:
    """The views of the site's pages by kind, each with its head, as states ask for them."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for head, view in pages(register, words):
        found.setdefault(head.kind, []).append({"head": head, "view": view})
    return found


def listed(templates: TemplateFiles) -> tuple[Mapping[str, Value], ...]:
    """The entries of the data file: `component`, `says`, `states`."""
    parsed = parse(SourceFile(f"templates/{LISTED}", templates.text(LISTED)))
    given = parsed.value if isinstance(parsed.value, tuple) else ()
    return tuple(entry for entry in given if isinstance(entry, Mapping))


def components(
    jinja: Environment, templates: TemplateFiles, samples: Mapping[str, list[Mapping[str, Any]]], head: Head
) -> Iterator[Component]:
    """Every component of the data file with its states."""
    files = sorted(name for name in templates.below("components") if name.endswith(".html"))
    names = {file: file.rpartition("/")[2].removesuffix(".html").replace("-", "_") for file in files}
    imports = {name: f'{{% import "{file}" as {name} with context %}}' for file, name in names.items()}
    for entry in listed(templates):
        states = entry.get("states")
        every = (state for state in states if isinstance(state, Mapping)) if isinstance(states, tuple) else ()
        shown = tuple(_state(jinja, imports, state, samples, {"head": head, "view": None}) for state in every)
        yield Component(str(entry["component"]), str(entry.get("says", "")), shown)


def _state(
    jinja: Environment,
    imports: Mapping[str, str],
    state: Mapping[str, Value],
    samples: Mapping[str, list[Mapping[str, Any]]],
    otherwise: Mapping[str, Any],
) -> State:
    name, source = str(state["name"]), str(state["use"])
    given = _sample(jinja, state, samples) if "of" in state else otherwise
    if given is None:
        return State(name, source, Markup(), "none")
    wanted = "".join(line for component, line in imports.items() if f"{component}." in source)
    try:
        return State(name, source, Markup(jinja.from_string(wanted + source).render(**given)))
    except Exception as problem:  # a template can raise anything, and the other states are still to be seen
        return State(name, source, Markup(), f"{type(problem).__name__}: {problem}")


def _sample(
    jinja: Environment, state: Mapping[str, Value], samples: Mapping[str, list[Mapping[str, Any]]]
) -> Mapping[str, Any] | None:
    """The first page of the kind that a state asks for at which its condition holds."""
    fits = jinja.compile_expression(str(state.get("where", "true")))
    return next((sample for sample in samples.get(str(state["of"]), []) if fits(**sample)), None)
