"""The whole folder of a site: site.yaml and everything under content/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.config import LANGUAGES
from generator.diagnostics import Finding, Location, Severity
from generator.load import files, front_matter, yaml
from generator.load.documents import Document, Value
from generator.load.files import SourceFile

COLLECTIONS = ("data-uses", "opt-outs", "public-benefit", "pages", "reference")
"""The folders of content/, each with one kind of file."""

VERSIONS = "versions"
"""The folder of content/ with earlier versions: `versions/<collection>/<slug>/<day it began>.yaml`."""

VERSIONED = COLLECTIONS[:-1]
"""The collections whose records have versions."""
RECORD = "publications.yaml"
"""The record of publications, which lies with the content and is none: no build reads it."""

_NAME = re.compile(r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<language>[a-z]{2}))?\.(?P<kind>md|yaml)")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_VERSION_NAME = "Name a version by the day on which it began to hold, for example 2026-11-22.yaml."


@dataclass(frozen=True, slots=True)
class Loaded:
    """Every file that could be read, earlier versions apart, and what was wrong with the others."""

    site: Document | None
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    versions: tuple[Document, ...] = ()

    def document(self, path: str) -> Document | None:
        """The document at a path relative to the site, if it was loaded."""
        everything = (*self.documents, *self.versions, *((self.site,) if self.site else ()))
        return next((d for d in everything if d.path == path), None)


def load(folder: Path) -> Loaded:
    """Reads a site's folder; every mistake in every file becomes a finding."""
    site: list[Document] = []
    documents: list[Document] = []
    findings: list[Finding] = []
    for item in _everything(folder):
        if isinstance(item, Finding):
            findings.append(item)
        elif item.collection == "site":
            site.append(item)
        else:
            documents.append(item)
    findings.extend(_same_slug_twice(documents))
    now = tuple(document for document in documents if not document.version)
    before = tuple(document for document in documents if document.version)
    return Loaded(site[0] if site else None, now, tuple(findings), before)


def _everything(folder: Path) -> Iterator[Document | Finding]:
    yield from _document(folder / "site.yaml", folder, "site")
    content = folder / "content"
    if not content.is_dir():
        yield _problem("content", "The folder `content` is missing.", "Make it beside site.yaml.")
        return
    for entry in files.entries(content, folder):
        if isinstance(entry, Finding):
            yield entry
        elif entry.name in COLLECTIONS and entry.is_dir():
            yield from _collection(entry, folder, entry.name)
        elif entry.name == VERSIONS and entry.is_dir():
            yield from _versions(entry, folder)
        elif entry.name == RECORD and entry.is_file():
            continue
        else:
            known = ", ".join((*COLLECTIONS, VERSIONS))
            yield _unexpected(entry, folder, f"content/ holds only the folders {known}.")


def _versions(folder: Path, site: Path) -> Iterator[Document | Finding]:
    """Earlier versions: a folder for each collection, in it one for each record."""
    for collection in files.entries(folder, site):
        if isinstance(collection, Finding):
            yield collection
        elif collection.name not in VERSIONED or not collection.is_dir():
            yield _unexpected(collection, site, f"versions/ holds only the folders {', '.join(VERSIONED)}.")
        else:
            for record in files.entries(collection, site):
                yield from [record] if isinstance(record, Finding) else _versions_of(record, site)


def _versions_of(record: Path, site: Path) -> Iterator[Document | Finding]:
    if not record.is_dir():
        yield _unexpected(record, site, "Put it in a folder with the name of its record; `revise` does that.")
        return
    for item in _collection(record, site, record.parent.name):
        if isinstance(item, Finding):
            yield item
        elif not _DAY.fullmatch(item.slug):
            yield _unexpected(site / item.path, site, _VERSION_NAME, "file-name")
        else:
            yield replace(item, slug=record.name, version=item.slug)


def _collection(folder: Path, site: Path, collection: str) -> Iterator[Document | Finding]:
    if not folder.resolve().is_relative_to(site.resolve()):
        path = folder.relative_to(site).as_posix()
        yield Finding(
            "file-link",
            Severity.ERROR,
            "This is a link that leads out of the site.",
            Location(path),
            "Put the folder itself here.",
        )
        return
    for entry in files.entries(folder, site):
        if isinstance(entry, Finding):
            yield entry
        elif entry.is_dir():
            yield _unexpected(entry, site, "Records lie directly in their folder; move the files up.")
        elif entry.suffix not in (".yaml", ".md") or (collection == "reference" and entry.suffix == ".md"):
            yield _unexpected(entry, site, "Records are `.yaml` or `.md` files; reference lists are `.yaml`.")
        else:
            yield from _document(entry, site, collection)


def _document(file: Path, site: Path, collection: str) -> Iterator[Document | Finding]:
    name = _NAME.fullmatch(file.name)
    if not name:
        yield _unexpected(
            file,
            site,
            "Name it with small letters, digits and hyphens: the name becomes the page's address.",
            "file-name",
        )
        return
    source = files.read(file, site)
    if isinstance(source, Finding):
        yield source
        return
    language = name["language"] or ""
    if language and language not in LANGUAGES:
        yield _unexpected(
            file, site, f"Pages can be in these languages: {', '.join(LANGUAGES)}.", "file-name"
        )
        return
    yield from _read(source, Document(source.path, collection, name["slug"], {}, language))


def read_text(text: str, instead_of: Document) -> Document | Finding:
    """A text as it would be read in the place of a document's, or the first thing that is wrong with it."""
    empty = replace(instead_of, values={}, entries=(), marks={}, lines=(), body_line=0)
    return next(iter(sorted(_read(SourceFile(empty.path, text), empty), key=_findings_first)))


def _findings_first(item: Document | Finding) -> bool:
    return isinstance(item, Document)


def _read(source: SourceFile, empty: Document) -> Iterator[Document | Finding]:
    lines = tuple(source.text.split("\n"))
    body, body_line, fields, first_line = "", 0, source, 1
    if source.path.endswith(".md"):
        parts = front_matter.split(source)
        if isinstance(parts, Finding):
            yield parts
            return
        fields, body, body_line, first_line = parts.front_matter, parts.body, parts.body_line, 2
    parsed = yaml.parse(fields, first_line)
    for finding in parsed.findings:
        yield _with_excerpt(finding, lines)
    if parsed.value is None and parsed.findings:
        return
    values, entries = _shape(parsed.value)
    expected_list = empty.collection == "reference"
    if (values is None or expected_list) and (entries is None or not expected_list):
        yield _wrong_shape(source.path, expected_list)
        return
    if body and values and "body" in values:
        yield _problem(
            source.path,
            "The text is given twice: in the field `body` and below the front matter.",
            "Keep the text below the front matter and take the field out.",
            "yaml-duplicate-key",
        )
    if body:
        values = {**(values or {}), "body": body}
        parsed.marks[("body",)] = (body_line, 1)
    yield Document(
        empty.path,
        empty.collection,
        empty.slug,
        values or {},
        empty.language,
        entries or (),
        parsed.marks,
        lines,
        body_line,
    )


def _shape(value: Value) -> tuple[dict[str, Value] | None, tuple[Value, ...] | None]:
    return (
        value if isinstance(value, dict) else None,
        value if isinstance(value, tuple) else None,
    )


def _wrong_shape(path: str, expected_list: bool) -> Finding:
    if expected_list:
        message, hint = "A reference file is a list of entries.", "Begin each entry with `- id:`."
    else:
        message, hint = "This file has no fields.", "Write `title: …`, `summary: …` and the other fields."
    return Finding("file-shape", Severity.ERROR, message, Location(path), hint)


def _with_excerpt(finding: Finding, lines: tuple[str, ...]) -> Finding:
    line = min(finding.location.line, len(lines))
    return replace(finding, excerpt=lines[line - 1])


def _problem(path: str, message: str, hint: str, rule: str = "file-unexpected") -> Finding:
    return Finding(rule, Severity.ERROR, message, Location(path), hint)


def _unexpected(entry: Path, site: Path, hint: str, rule: str = "file-unexpected") -> Finding:
    path = entry.relative_to(site).as_posix().encode("utf-8", "replace").decode()
    return _problem(path, f"`{path.rsplit('/', 1)[-1]}` is not a name that can stand here.", hint, rule)


def _same_slug_twice(documents: list[Document]) -> Iterator[Finding]:
    first: dict[tuple[str, str, str], str] = {}
    for document in documents:
        key = (document.collection, document.slug, document.language + document.version)
        other = first.setdefault(key, document.path)
        if other != document.path:
            yield _problem(
                document.path,
                f"`{other}` has the same name, so both would have the same address.",
                "Keep one of the two, or rename one.",
                "duplicate-address",
            )
