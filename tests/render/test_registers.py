"""The registers as open data: every published fact is in them, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import ROOT, page_text, replace_once, run_build

from generator.config import Part, Site
from generator.load.files import SourceFile
from generator.load.front_matter import split
from generator.model.assemble import KINDS
from generator.model.reference import LISTS
from generator.render.registers.allowed import ALLOWED
from generator.render.registers.projects import COLUMNS, STANDARD
from generator.render.sheet import sheet

TABLES = ("register.csv", "public-benefit/register.csv")

NEVER = {
    "Accepted",
    "Internal",
    "Phrase",
    "Publishing",
    "ReviewRules",
    "RuleSetting",
    "Security",
    "Theme",
}
"""Parts of which nothing is published as data."""

INSIDE = {
    "DataUse": {"accepted", "internal", "quick_exit"},
    "OptOut": {"accepted", "quick_exit"},
    "PublicBenefit": {"accepted", "quick_exit"},
    "Page": {"accepted", "quick_exit", "in_footer"},
    "Site": {"theme", "review", "publishing", "rules", "security"},
    "Service": {"account", "address", "hosts"},
    "Embed": {"address", "shows"},
    "Organisation": {"checked", "check_by", "checked_by"},
    "Contact": {"checked", "check_by", "checked_by"},
    "Fact": {"checked", "check_by", "checked_by"},
}
"""Fields that stay inside, by the part that has them: every other one is published."""


@pytest.fixture(scope="module")
def register(built_demo: Path) -> Any:
    return json.loads((built_demo / "register.json").read_text("utf-8"))


def table(built: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((built / name).read_text("utf-8"), newline="")))


def texts(value: Any) -> Iterator[str]:
    """Every fact in a value, as text."""
    if isinstance(value, dict):
        for inside in value.values():
            yield from texts(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from texts(inside)
    elif value is not None:
        yield str(value)


def written(file: Path) -> dict[str, Any]:
    """A record as its editor wrote it."""
    text = file.read_text("utf-8")
    if file.suffix == ".yaml":
        return dict(yaml.load(text, yaml.BaseLoader))
    parts = split(SourceFile(file.name, text))
    fields = dict(yaml.load(parts.front_matter.text, yaml.BaseLoader))  # type: ignore[union-attr]
    return {**fields, "body": parts.body}  # type: ignore[union-attr]


def plain(text: str) -> str:
    return " ".join(text.replace("True", "true").replace("False", "false").split())


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("data-uses", "data_uses"),
        ("opt-outs", "choices"),
        ("public-benefit", "public_benefit"),
        ("pages", "pages"),
    ],
)
def test_every_published_fact_of_a_record_is_in_the_register(register: Any, folder: str, name: str) -> None:
    known = {record["id"]: record for record in register[name]}
    files = sorted((ROOT / "content" / folder).iterdir())
    published = [file for file in files if written(file)["status"] != "draft"]
    assert known.keys() == {file.name.partition(".")[0] for file in published}
    for file in published:
        facts = written(file)
        for inside in ("internal", "accepted", "quick_exit", "in_footer"):
            facts.pop(inside, None)
        there = {plain(text) for text in texts(known[file.name.partition(".")[0]])}
        missing = [fact for fact in texts(facts) if plain(fact) not in there]
        assert not missing, f"{file.name}: {missing[:3]}"


@pytest.mark.parametrize("name", sorted(LISTS.keys() - {"phrases"}))
def test_every_published_fact_of_the_reference_lists_is_in_the_register(register: Any, name: str) -> None:
    known = {entry["id"]: entry for entry in register["reference"][name]}
    entries = yaml.load((ROOT / f"content/reference/{name}.yaml").read_text("utf-8"), yaml.BaseLoader)
    assert known.keys() == {entry["id"] for entry in entries}
    for entry in entries:
        there = {plain(text) for text in texts(known[entry["id"]])}
        facts = {key: value for key, value in entry.items() if key not in INSIDE["Fact"]}
        assert not [fact for fact in texts(facts) if plain(fact) not in there]


def test_nothing_internal_is_in_any_file_of_the_registers(built_demo: Path) -> None:
    everything = "".join(
        file.read_text("utf-8")
        for file in (*built_demo.glob("register*"), *built_demo.rglob("register.csv*"))
        if file.is_file()
    )
    secrets = [
        plain(text)
        for file in sorted((ROOT / "content").rglob("*.yaml"))
        if isinstance(record := yaml.load(file.read_text("utf-8"), yaml.BaseLoader), dict)
        for text in texts([record.get("internal") or {}, record.get("accepted") or []])
    ]
    assert len(secrets) > 20
    found = plain(everything.replace("\\n", " "))
    assert not [secret for secret in secrets if len(secret) > 20 and secret[:60] in found]
    for name in ("internal", "accepted", "checked_by"):
        assert f'"{name}":' not in everything


def parts_of(annotation: Any, seen: set[type[Part]]) -> set[type[Part]]:
    """Every part that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Part) and annotation not in seen:
        seen.add(annotation)
        for field in annotation.model_fields.values():
            parts_of(field.annotation, seen)
    for inside in getattr(annotation, "__args__", ()) or ():
        parts_of(inside, seen)
    return seen


def test_somebody_has_decided_about_every_field_of_every_part() -> None:
    """A new field stays inside until it is written into the allow-list, or here as one that stays inside."""
    parts: set[type[Part]] = set()
    for kind in (Site, *KINDS.values(), *LISTS.values()):
        parts_of(kind, parts)
    undecided = {}
    for part in parts:
        if part.__name__ in NEVER:
            assert part not in ALLOWED
            continue
        inside = INSIDE.get(part.__name__, set())
        allowed = set(ALLOWED[part])
        assert not allowed & inside
        undecided[part.__name__] = part.model_fields.keys() - allowed - inside
    assert not {name: fields for name, fields in undecided.items() if fields}


def test_the_register_keeps_to_its_schema(built_demo: Path, register: Any) -> None:
    schema = json.loads((built_demo / "register.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert not list(checker.iter_errors(register))
    assert register["$schema"] == schema["$id"]
    register["data_uses"][0]["internal"] = "a secret"
    assert list(checker.iter_errors(register)), "the schema lets fields in that it does not know"
    del register["data_uses"][0]["internal"]


@pytest.mark.parametrize("name", TABLES)
def test_every_line_of_a_table_keeps_to_its_schema(built_demo: Path, name: str) -> None:
    schema = json.loads((built_demo / f"{name}.schema.json").read_text("utf-8"))
    checker = jsonschema.Draft202012Validator(schema)
    lines = table(built_demo, name)
    assert lines
    for line in lines:
        assert not list(checker.iter_errors(line))


def test_there_is_one_line_for_each_data_use_and_each_project(built_demo: Path, register: Any) -> None:
    for name, key, column in ((TABLES[0], "data_uses", "id"), (TABLES[1], "public_benefit", "Project ID")):
        assert [line[column] for line in table(built_demo, name)] == [one["id"] for one in register[key]]


def test_the_first_31_columns_are_those_of_the_standard(built_demo: Path) -> None:
    """By name and order as the Gateway checks them; it compares without regard to capitals."""
    headings = list(table(built_demo, TABLES[1])[0])
    assert headings[:31] == [
        *("Project ID", "Organisation name*", "Organisation ID", "Organisation sector", "Applicant name(s)"),
        *("Applicant ID", "Funders/ Sponsors", "DEA accredited researcher?"),
        *(
            "Sub-licence arrangements (if any)?",
            "Project title*",
            "Lay summary*",
            "Public benefit statement*",
        ),
        *("Request category type", "Technical summary", "Other approval committees", "Project start date"),
        *("Project end date", "Latest approval date*", "Dataset(s) name*", "Data sensitivity level"),
        "Legal basis for provision of data under Article 6",
        "Lawful conditions for provision of data under Article 9",
        *("Common Law Duty of Confidentiality", "National data opt-out applied?", "Request frequency"),
        "For linked datasets, specify how the linkage will take place",
        *("Description of the confidential data being used", "Release/Access date", "Access type*"),
        *("How has data been processed to enhance privacy?", "Link to research outputs"),
    ]
    assert len(STANDARD) == 31
    beyond = " ".join(headings[31:]).lower()
    assert all(word in beyond for word in ("evaluation", "outcome", "learning"))
    assert len(COLUMNS) == len(headings)


def test_projects_that_were_refused_or_failed_are_in_the_table_too(built_demo: Path) -> None:
    states = {line["Project state"] for line in table(built_demo, TABLES[1])}
    assert {"Refused", "Finished", "Under way"} <= states
    assert any(line["Not achieved"] for line in table(built_demo, TABLES[1]))


def test_tables_hold_plain_text_in_one_line(built_demo: Path) -> None:
    for name in TABLES:
        for line in table(built_demo, name):
            for heading, cell in line.items():
                assert not re.search(r"\n|\[\[|\]\(|\*\*|<\w", cell), f"{heading}: {cell}"


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", " =", "＝"])
def test_no_cell_is_a_formula(begins: str) -> None:
    (line,) = sheet([[f'{begins}HYPERLINK("https://evil.example")']])
    rows = list(csv.reader(io.StringIO(line.decode())))
    assert rows[0][0].startswith("'")


def test_a_formula_in_a_record_reaches_no_spreadsheet(small_site: Path) -> None:
    file = small_site / "content/data-uses/library-cards.yaml"
    title = re.search(r"^title: (.*)$", file.read_text("utf-8"), re.M)
    assert title
    replace_once(file, title[0], "title: '=1+1 and more'")
    assert run_build("build", "--site", small_site).status == 0
    lines = {line["id"]: line for line in table(small_site / "public", TABLES[0])}
    assert lines["library-cards"]["title"] == "'=1+1 and more"
    whole = json.loads((small_site / "public/register.json").read_text("utf-8"))
    assert "=1+1 and more" in [record["title"] for record in whole["data_uses"]]


def test_drafts_are_in_no_register(small_site: Path) -> None:
    secret = page_text(title="A secret plan", status="draft")
    (small_site / "content/pages/secret.md").write_text(secret, "utf-8")
    assert run_build("build", "--site", small_site).status == 0
    assert "secret plan" not in (small_site / "public/register.json").read_text("utf-8")


def test_the_dictionary_explains_every_column_and_field_and_leads_to_every_file(
    built_demo: Path, register: Any
) -> None:
    page = (built_demo / "register/index.html").read_text("utf-8")
    for name in (*TABLES, "register.json"):
        assert f'href="/{name}"' in page
        for heading in table(built_demo, name)[0] if name.endswith("csv") else ():
            assert f">{heading}<" in page, heading
    for field in register["data_uses"][0]:
        assert re.search(rf"<code>{field}(\[\])?</code>", page), field
    for index in ("data-uses", "public-benefit"):
        assert 'href="/register/"' in (built_demo / index / "index.html").read_text("utf-8")
