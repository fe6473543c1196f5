"""`schemas`: what editing programs learn of a site agrees with what `check` says of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, Ran
from jsonschema import Draft7Validator

from generator.load.documents import Document
from generator.load.site import load
from generator.model.assemble import KINDS
from generator.scaffold import ids_of
from generator.scaffold.forms import configuration
from generator.scaffold.schemas import schema_files
from generator.scaffold.shape import shapes

Run = Callable[..., Ran]

DEMONSTRATION = load(ROOT)
IDS = ids_of(DEMONSTRATION)
SCHEMAS = schema_files(IDS)
WIDGETS = {"string", "text", "markdown", "select", "datetime", "number", "object", "list", "hidden"}
"""Widgets that Sveltia CMS and Decap CMS both have."""


def plain(value: Any) -> Any:
    """Values as JSON has them."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value


def schema_for(document: Document) -> Draft7Validator:
    name = f"reference-{document.slug}" if document.collection == "reference" else document.collection
    if document.path.endswith(".md"):
        name += "-front-matter"
    return Draft7Validator(SCHEMAS[f"schemas/{name}.json"])


def values_of(document: Document) -> Any:
    if document.collection == "reference":
        return plain(document.entries)
    text_below = document.path.endswith(".md")
    return {key: plain(value) for key, value in document.values.items() if key != "body" or not text_below}


@pytest.mark.parametrize("path", SCHEMAS)
def test_every_schema_is_one_and_explains_every_field(path: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[path])
    whole = SCHEMAS[path].get("items", SCHEMAS[path])
    assert all(field["description"] for field in whole["properties"].values())


@pytest.mark.parametrize("document", DEMONSTRATION.documents, ids=lambda document: document.path)
def test_what_check_accepts_an_editor_accepts(document: Document) -> None:
    problems = [f"{list(e.path)}: {e.message}" for e in schema_for(document).iter_errors(values_of(document))]
    assert not problems


@pytest.mark.parametrize(
    "wrong",
    [
        {"ttle": "A word too few"},
        {"status": "publshed"},
        {"reviewed": "tomorrow"},
        {"purposes": [{"purpose": "Mend roads", "lawful_basis": "public task"}]},
        {"transfers": {"does_not_apply": "None.", "country": "France"}},
        {"includes_children": "perhaps"},
        {"redirect_from": ["no slash"]},
    ],
)
def test_what_check_refuses_an_editor_underlines(wrong: dict[str, Any]) -> None:
    validator = Draft7Validator(SCHEMAS["schemas/data-uses.json"])
    assert validator.is_valid({"title": "Roads", "summary": "We mend them."})
    assert not validator.is_valid({"title": "Roads", "summary": "We mend them.", **wrong})


def test_ids_are_offered_and_others_are_left_to_check() -> None:
    topics = SCHEMAS["schemas/data-uses.json"]["properties"]["topics"]["items"]["anyOf"]
    assert topics[0]["enum"] == list(IDS["topics"])
    assert Draft7Validator({"anyOf": topics}).is_valid("a-topic-to-come")


def test_running_it_again_changes_nothing_and_check_does_not_mind(small_site: Path, run: Run) -> None:
    first = run("schemas", "--site", small_site)
    assert first.status == 0
    assert {"schemas/data-uses.json", ".vscode/settings.json", "admin/config.yml"} <= set(
        first.stdout.split()
    )
    assert run("schemas", "--site", small_site).stdout == ""
    assert run("check", "--site", small_site).status == 0


def test_settings_of_others_stay_and_every_schema_named_is_there(small_site: Path, run: Run) -> None:
    settings = small_site / ".vscode/settings.json"
    settings.parent.mkdir()
    own = {"editor.rulers": [100], "yaml.schemas": {"./mine.json": "mine.yaml"}}
    settings.write_text(json.dumps(own), "utf-8")
    assert run("schemas", "--site", small_site).status == 0
    now = json.loads(settings.read_text("utf-8"))
    assert now["editor.rulers"] == [100]
    assert now["yaml.schemas"].pop("./mine.json") == "mine.yaml"
    assert all((small_site / schema).is_file() for schema in now["yaml.schemas"])


def test_settings_with_comments_are_not_touched(small_site: Path, run: Run) -> None:
    settings = small_site / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{\n  // mine\n  "a": 1\n}\n', "utf-8")
    ran = run("schemas", "--site", small_site)
    assert ran.status == 2
    assert "settings.json" in ran.stderr
    assert "// mine" in settings.read_text("utf-8")


def test_a_repository_that_was_filled_in_is_kept(small_site: Path, run: Run) -> None:
    run("schemas", "--site", small_site)
    config = small_site / "admin/config.yml"
    text = config.read_text("utf-8").replace("your-organisation/your-repository", "larkshire/privacy")
    config.write_text(text, "utf-8")
    run("schemas", "--site", small_site)
    assert yaml.safe_load(config.read_text("utf-8"))["backend"]["repo"] == "larkshire/privacy"


def fields_below(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from fields_below(field.get("fields", []))
        if "field" in field:
            yield field["field"]


@pytest.mark.parametrize("form", configuration(IDS)["collections"], ids=lambda form: form["name"])
def test_a_form_has_every_field_and_only_what_both_systems_know(form: dict[str, Any]) -> None:
    folder = form["folder"].removeprefix("content/")
    assert {field["name"] for field in form["fields"]} == {shape.name for shape in shapes(KINDS[folder])}
    for field in fields_below(form["fields"]):
        assert field["widget"] in WIDGETS
        assert field["name"] == "entry" or field.get("hint") or field["widget"] == "hidden"
        if field["widget"] == "select":
            assert field["options"]
            assert all(isinstance(option, str) for option in field["options"])
        if field["widget"] in ("list", "object"):
            assert ("field" in field) != ("fields" in field)


def test_a_form_answers_nothing_that_nobody_has_asked() -> None:
    """A switch or a day that is filled in by itself would publish an answer."""
    for form in configuration(IDS)["collections"]:
        for field in fields_below(form["fields"]):
            assert field["widget"] != "boolean"
            assert field["widget"] != "datetime" or field["default"] == ""
            assert field.get("default") is None or field["widget"] in ("select", "number", "datetime")
