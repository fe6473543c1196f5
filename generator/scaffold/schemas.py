"""What editing programs need to know of a site: schemas, settings for VS Code, forms for a CMS."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.config import Site
from generator.load.documents import Document
from generator.load.site import Loaded
from generator.model.assemble import KINDS
from generator.model.reference import LISTS
from generator.scaffold.forms import configuration
from generator.scaffold.json_schema import Ids, file_schema, front_matter_schema

SETTINGS = ".vscode/settings.json"


class CannotWrite(Exception):
    """A file cannot be written; the message says why, and what to do."""


def ids_of(loaded: Loaded) -> Ids:
    """The ids and slugs that there are, by collection, for editors to offer."""
    found: dict[str, list[str]] = {}
    for document in loaded.documents:
        if document.collection in KINDS:
            found.setdefault(document.collection, []).append(document.slug)
        else:
            found.setdefault(document.slug, []).extend(_entry_ids(document))
    return {name: tuple(dict.fromkeys(sorted(ids))) for name, ids in found.items()}


def _entry_ids(document: Document) -> Iterator[str]:
    for entry in document.entries:
        identifier = entry.get("id") if isinstance(entry, Mapping) else None
        if isinstance(identifier, str):
            yield identifier


def schema_files(ids: Ids) -> dict[str, dict[str, Any]]:
    """Every schema by the path at which it is written, from the site's folder."""
    made = {"schemas/site.json": file_schema(Site, "site.yaml", ids)}
    for folder, schema in KINDS.items():
        made[f"schemas/{folder}.json"] = file_schema(schema, f"content/{folder}", ids)
        title = f"content/{folder}, front matter"
        made[f"schemas/{folder}-front-matter.json"] = front_matter_schema(schema, title, ids)
    for name, entry in LISTS.items():
        title = f"content/reference/{name}.yaml"
        made[f"schemas/reference-{name}.json"] = file_schema(entry, title, ids, entries=True)
    return made


def settings(known: Mapping[str, Any]) -> dict[str, Any]:
    """The settings for VS Code: what is there already, and which schema goes with which file."""
    schemas = {
        "./schemas/site.json": "/site.yaml",
        **{f"./schemas/{folder}.json": f"/content/{folder}/*.yaml" for folder in KINDS},
        **{f"./schemas/reference-{name}.json": f"/content/reference/{name}.yaml" for name in LISTS},
    }
    forms = {f"./schemas/{folder}-front-matter.json": f"/content/{folder}/*.md" for folder in KINDS}
    before = known.get("yaml.schemas")
    others = before if isinstance(before, dict) else {}
    return {
        **known,
        "yaml.schemas": {**others, **schemas, **forms},
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.detectIndentation": False},
    }


ADMIN = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Edit this site</title>
<link rel="cms-config-url" type="text/yaml" href="config.yml">
</head>
<body>
<!-- Put the program of the CMS beside this file: Sveltia CMS as it comes, or Decap CMS under this name. -->
<script src="cms.js"></script>
</body>
</html>
"""

ABOVE = (
    "# Made from the schema with `python build.py schemas`, for Sveltia CMS and Decap CMS.\n"
    "# Fill in the repository under `backend`; what else is changed here is lost when it is made again.\n"
)


def write_schemas(site: Path, ids: Ids) -> tuple[Path, ...]:
    """Writes every file for editing programs; returns those that have changed. Raises CannotWrite."""
    wanted = {path: _json(schema) for path, schema in schema_files(ids).items()}
    wanted[SETTINGS] = _json(settings(_known_settings(site / SETTINGS)))
    wanted["admin/index.html"] = ADMIN
    wanted["admin/config.yml"] = ABOVE + _yaml(_with_backend(site / "admin/config.yml", configuration(ids)))
    return tuple(site / path for path, text in wanted.items() if _write(site / path, text))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _yaml(value: Any) -> str:
    return yaml.dump(value, Dumper=_InFull, sort_keys=False, allow_unicode=True, width=1000)


class _InFull(yaml.SafeDumper):
    """Writes what stands twice twice: a CMS may not know of aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def _known_settings(file: Path) -> dict[str, Any]:
    """The settings that are there. Raises CannotWrite where they hold more than plain JSON."""
    try:
        known = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        known = None
    if not isinstance(known, dict):
        raise CannotWrite(
            f"{file} has comments or a mistake, so nothing was added to it. Make it plain JSON."
        )
    return known


def _with_backend(file: Path, made: dict[str, Any]) -> dict[str, Any]:
    """The configuration with the repository that the council has filled in."""
    try:
        before = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return made
    kept = before.get("backend") if isinstance(before, dict) else None
    return {**made, "backend": kept} if isinstance(kept, dict) else made


def _write(file: Path, text: str) -> bool:
    try:
        if file.is_file() and file.read_text("utf-8") == text:
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    except (OSError, ValueError) as error:
        raise CannotWrite(f"{file} could not be written: {error}.") from error
    return True
