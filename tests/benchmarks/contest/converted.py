"""Our content for the others: the same facts, in the shape in which their users would keep them.

A record becomes fields (front matter) and a text, a reference list a data file. What can be told from a
record alone is told here (its organisations, whether there is a choice), and links become addresses: that
spares the others work, and templates and hooks that would be slower.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from contest.tools import ROOT
from sample.yaml_text import yaml_text

from generator.model.data_use import DataUse
from generator.model.purpose import Purpose
from generator.model.rights import rights_of

Fields = dict[str, Any]
Page = tuple[str, Fields, str]
"""Its address without the slashes around it, its fields and its text."""

INDEXES = {
    "data-uses": "What we use data for",
    "organisations": "Who we share data with",
    "data-categories": "Kinds of data",
    "choices": "Your choices",
    "public-benefit": "Public benefit",
    "rights": "Your rights",
}
SINGLE = {
    "a-z": "A to Z",
    "glossary": "Words explained",
    "complaints": "Complain about data",
    "search": "Search",
    "cookies": "Cookies",
}
LISTED = (
    ("organisations", "what_it_does"),
    ("data-categories", "meaning"),
    ("topics", "summary"),
    ("rights", "plain"),
)
"""Lists whose entries have pages, and the field that holds what such a page says first."""

ADDRESSES = {
    "data-use": "/data-uses/{}/",
    "choice": "/choices/{}/",
    "page": "/{}/",
    "project": "/public-benefit/{}/",
    "organisation": "/organisations/{}/",
    "category": "/data-categories/{}/",
    "right": "/rights/{}/",
    "term": "/glossary/#{}",
    "topic": "/topics/{}/",
}
FACT = re.compile(r"\[\[([a-z0-9-]+)\]\]")
_LINK = re.compile(r"\]\(([a-z-]+):([a-z0-9-]+)\)")


class _Loader(yaml.CSafeLoader):
    """YAML 1.2 in what matters here: `on`, `yes` and the like are words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    """YAML as plain values."""
    return yaml.load(text, _Loader)


def lists(site: Path) -> dict[str, Any]:
    """The reference lists of one of our sites."""
    files = (site / "content" / "reference").glob("*.yaml")
    return {file.stem: read(file.read_text("utf-8")) for file in files}


def facts(listed: Mapping[str, Any]) -> dict[str, str]:
    """Facts by their id."""
    return {entry["id"]: entry["value"] for entry in listed["facts"]}


def records(site: Path, known: Mapping[str, str]) -> Iterator[Page]:
    """Every record of one of our sites."""
    for file in sorted((site / "content").glob("*/*")):
        if file.parent.name in KINDS:
            yield record(file, known)


def record(file: Path, known: Mapping[str, str]) -> Page:
    """One record; facts are put into its fields and left in its text, where the others have shortcodes."""
    text = file.read_text("utf-8")
    if file.suffix == ".md":
        _, front, body = text.split("---\n", 2)
        fields = read(front)
    else:
        fields = read(text)
        body = fields.pop("body", "")
    fields.pop("internal", None)
    address, finish = KINDS[file.parent.name]
    finish(fields)
    address = "" if address == "{}" and file.stem == "home" else address.format(file.stem)
    return address, _plain(fields, known), _linked(body)


def front_matter(fields: Fields, text: str) -> str:
    """A Markdown file."""
    return f"---\n{yaml_text(fields)}---\n{text}"


def _notice(fields: Fields) -> None:
    recipients = [one["organisation"] for one in fields["recipients"]]
    givers = [giver for item in fields["data"] for giver in item.get("from_organisations", ())]
    fields["organisations"] = list(dict.fromkeys((*recipients, *givers)))
    fields["data-categories"] = [item["category"] for item in fields["data"]]
    for ours, reason, theirs in (
        ("choices", "no_choice", "choices"),
        ("public_benefit", "no_benefit", "public-benefit"),
    ):
        answer = fields.pop(ours)
        fields |= {theirs: answer} if isinstance(answer, list) else {reason: answer["does_not_apply"]}
    for purpose in fields["purposes"]:
        purpose["rights_as"] = purpose["lawful_basis"] + ("-research" if purpose.get("research") else "")
    fields["can_object"] = any(purpose["lawful_basis"] == "public-task" for purpose in fields["purposes"])
    fields["has_choice"] = fields["national_data_opt_out"]["applies"] == "applied" or "choices" in fields


def _project(fields: Fields) -> None:
    fields["state"] = fields["steps"][-1]["state"]


def _as_it_is(fields: Fields) -> None:
    """Choices and pages need nothing."""


KINDS: Mapping[str, tuple[str, Callable[[Fields], None]]] = {
    "data-uses": ("data-uses/{}", _notice),
    "opt-outs": ("choices/{}", _as_it_is),
    "public-benefit": ("public-benefit/{}", _project),
    "pages": ("{}", _as_it_is),
}
"""The address of each kind of record, and what is added to its fields."""


def _linked(text: str) -> str:
    return _LINK.sub(lambda found: f"]({ADDRESSES[found[1]].format(found[2])})", text)


def _plain(value: Any, known: Mapping[str, str]) -> Any:
    """A value with every fact in its place, and links as addresses."""
    if isinstance(value, str):
        return _linked(FACT.sub(lambda found: known[found[1]], value))
    if isinstance(value, Mapping):
        return {key: _plain(one, known) for key, one in value.items()}
    return [_plain(one, known) for one in value] if isinstance(value, list) else value


def data(listed: Mapping[str, Any], known: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Data files: each list by id, as templates look things up, our words, and rights by lawful basis."""
    for name in ("organisations", "contacts", "topics", "services", "laws"):
        yield name, _plain({entry["id"]: entry for entry in listed[name]}, known)
    yield "categories", _plain({entry["id"]: entry for entry in listed["data-categories"]}, known)
    yield "rights", _plain(listed["rights"], known)
    yield "glossary", _plain(listed["glossary"], known)
    yield "facts", dict(known)
    yield "words", words()
    yield "matrix", _matrix({entry["id"]: entry["name"] for entry in listed["rights"]})


def words() -> dict[str, Any]:
    """The words of our templates."""
    found: dict[str, Any] = read((ROOT / "templates" / "words" / "en.yaml").read_text("utf-8"))
    return found


def _matrix(names: Mapping[str, str]) -> dict[str, dict[str, Fields]]:
    """Which rights follow from the lawful bases that the sites use."""
    use = DataUse(title="Any", summary="Any.")
    found: dict[str, dict[str, Fields]] = {}
    for basis in ("public-task", "legal-obligation"):
        for research in (False, True):
            purpose = Purpose(purpose="Any", lawful_basis=basis, research=research)
            found[basis + ("-research" if research else "")] = {
                held.right: {
                    "right": held.right,
                    "name": names[held.right],
                    "extent": held.extent,
                    "reason": held.reason,
                }
                for held in rights_of(purpose, use)
            }
    return found


def indexes() -> Iterator[Page]:
    """Pages that list others, and those that every site has once."""
    said = words()["descriptions"]
    for name, title in INDEXES.items():
        yield name, {"title": title, "summary": said[name]}, ""
    for name, title in SINGLE.items():
        yield name, {"title": title, "summary": said[name], "layout": name}, ""


def entries(listed: Mapping[str, Any], known: Mapping[str, str]) -> Iterator[Page]:
    """A page for each entry of the lists that have pages."""
    for name, summary in LISTED:
        for number, entry in enumerate(listed[name], 1):
            fields = {"title": entry["name"], "summary": entry[summary], "weight": number}
            rest = {key: value for key, value in entry.items() if key not in ("id", "name", summary)}
            extra = {"sensitivity": "ordinary"} if name == "data-categories" else {}
            yield f"{name}/{entry['id']}", _plain({**fields, **extra, **rest}, known), ""
