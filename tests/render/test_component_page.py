"""The living page of components: every macro is on it in its states, and it is never published."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, SMALL, TODAY, read_once

from generator.load.site import load
from generator.load.templates import load_templates
from generator.model.assemble import model
from generator.model.register import Register
from generator.render.compiled import Compiled, compiled_ahead
from generator.render.component_page import component_page, listed

DAY = date.fromisoformat(TODAY)
COMPONENTS = ROOT / "templates" / "components"


def register_of(site: Path) -> Register:
    register = model(load(site, read_once), DAY, drafts=True).register
    assert register is not None
    return register


def compiled(site: Path) -> Compiled:
    return compiled_ahead(load_templates(site), 1)()


@pytest.fixture(scope="module")
def page() -> str:
    return component_page(register_of(ROOT), compiled(ROOT))


def test_every_macro_has_its_states() -> None:
    every = {
        f"{file.stem.replace('-', '_')}.{name}"
        for file in COMPONENTS.glob("*.html")
        for name in re.findall(r"\{%-? macro (\w+)", file.read_text("utf-8"))
    }
    entries = {str(entry["component"]): entry for entry in listed(load_templates(ROOT))}
    assert entries.keys() == every
    assert all(entry["says"] and entry["states"] for entry in entries.values())


def test_no_state_fails_and_nearly_every_state_is_shown(page: str) -> None:
    assert 'class="note stop"><p' not in page.replace('<div class="note stop">', "")
    assert not re.findall(r'<p class="note stop">[^<]*(?:Error|Undefined)[^<]*', page)
    assert page.count("This site has no record in this state.") <= 8
    assert "People can object" in page


def test_a_small_site_shows_what_it_has(small_site: Path) -> None:
    page = component_page(register_of(small_site), compiled(SMALL))
    assert not re.findall(r'<p class="note stop">[^<]*(?:Error|Undefined)[^<]*', page)
    assert "This site has no record in this state." in page


def test_a_template_of_the_site_that_fails_is_told_and_the_others_are_shown(small_site: Path) -> None:
    own = small_site / "templates" / "components" / "tag.html"
    own.parent.mkdir(parents=True)
    broken = (
        (COMPONENTS / "tag.html").read_text("utf-8").replace("{{ text }}", "{{ text.no_such_thing.at_all }}")
    )
    own.write_text(broken, "utf-8")
    page = component_page(register_of(small_site), compiled(small_site))
    assert "UndefinedError" in page
    assert "What was stated." in page


def test_it_is_never_published(built_demo: Path) -> None:
    assert not [file for file in built_demo.rglob("*") if "_preview" in file.name]
    assert "_preview" not in (built_demo / "manifest.json").read_text("utf-8")
