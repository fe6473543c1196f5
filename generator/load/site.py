"""The whole folder of a site: site.yaml and everything under content/."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Finding, Location, Severity
from generator.load import files
from generator.load.documents import Document
from generator.load.reading import problem, read_document, unexpected

COLLECTIONS = ("data-uses", "opt-outs", "public-benefit", "pages", "reference")
"""The folders of content/, each with one kind of file."""

VERSIONS = "versions"
"""The folder of content/ with earlier versions: `versions/<collection>/<slug>/<day it began>.yaml`."""

VERSIONED = COLLECTIONS[:-1]
"""The collections whose records have versions."""
OURS = ("phrases",)
"""Reference lists of which one comes with the program: what is wrong everywhere is written once."""

PROGRAM = Path(__file__).parents[1]
RECORD = "publications.yaml"
"""The record of publications, which lies with the content and is none: no build reads it."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_VERSION_NAME = "Name a version by the day on which it began to hold, for example 2026-11-22.yaml."


@dataclass(frozen=True, slots=True)
class Loaded:
    """Every file that could be read, earlier versions apart, and what was wrong with the others.

    `ours` are lists that hold for every site; a site's own list of the same name adds to one.
    """

    site: Document | None
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    versions: tuple[Document, ...] = ()
    ours: tuple[Document, ...] = ()

    def document(self, path: str) -> Document | None:
        """The document at a path relative to the site, if it was loaded."""
        everything = (*self.documents, *self.versions, *((self.site,) if self.site else ()))
        return next((d for d in everything if d.path == path), None)


Read = Callable[[Path, Path, str], Iterable[Document | Finding]]
"""How one file is read: the file, the site's folder and the collection → what it holds."""


def load(folder: Path, read: Read = read_document) -> Loaded:
    """Reads a site's folder; every mistake in every file becomes a finding.

    Whoever remembers files that have not changed gives a `read` of their own.
    """
    site: list[Document] = []
    documents: list[Document] = []
    findings: list[Finding] = []
    for item in _everything(folder, read):
        if isinstance(item, Finding):
            findings.append(item)
        elif item.collection == "site":
            site.append(item)
        else:
            documents.append(item)
    findings.extend(_same_slug_twice(documents))
    now = tuple(document for document in documents if not document.version)
    before = tuple(document for document in documents if document.version)
    return Loaded(site[0] if site else None, now, tuple(findings), before, _ours(read))


def _ours(read: Read) -> tuple[Document, ...]:
    """The lists that come with the program."""
    folder = PROGRAM / "model"
    found = (item for name in OURS for item in read(folder / f"{name}.yaml", PROGRAM, "reference"))
    return tuple(item for item in found if isinstance(item, Document))


def _everything(folder: Path, read: Read) -> Iterator[Document | Finding]:
    yield from read(folder / "site.yaml", folder, "site")
    content = folder / "content"
    if not content.is_dir():
        yield problem("content", "The folder `content` is missing.", "Make it beside site.yaml.")
        return
    for entry in files.entries(content, folder):
        if isinstance(entry, Finding):
            yield entry
        elif entry.name in COLLECTIONS and entry.is_dir():
            yield from _collection(entry, folder, entry.name, read)
        elif entry.name == VERSIONS and entry.is_dir():
            yield from _versions(entry, folder, read)
        elif entry.name == RECORD and entry.is_file():
            continue
        else:
            known = ", ".join((*COLLECTIONS, VERSIONS))
            yield unexpected(entry, folder, f"content/ holds only the folders {known}.")


def _versions(folder: Path, site: Path, read: Read) -> Iterator[Document | Finding]:
    """Earlier versions: a folder for each collection, in it one for each record."""
    for collection in files.entries(folder, site):
        if isinstance(collection, Finding):
            yield collection
        elif collection.name not in VERSIONED or not collection.is_dir():
            yield unexpected(collection, site, f"versions/ holds only the folders {', '.join(VERSIONED)}.")
        else:
            for record in files.entries(collection, site):
                yield from [record] if isinstance(record, Finding) else _versions_of(record, site, read)


def _versions_of(record: Path, site: Path, read: Read) -> Iterator[Document | Finding]:
    if not record.is_dir():
        yield unexpected(record, site, "Put it in a folder with the name of its record; `revise` does that.")
        return
    for item in _collection(record, site, record.parent.name, read):
        if isinstance(item, Finding):
            yield item
        elif not _DAY.fullmatch(item.slug):
            yield unexpected(site / item.path, site, _VERSION_NAME, "file-name")
        else:
            yield replace(item, slug=record.name, version=item.slug)


def _collection(folder: Path, site: Path, collection: str, read: Read) -> Iterator[Document | Finding]:
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
    folders = files.folders_in(folder)
    for entry in files.entries(folder, site):
        if isinstance(entry, Finding):
            yield entry
        elif entry.name in folders:
            yield unexpected(entry, site, "Records lie directly in their folder; move the files up.")
        elif entry.suffix not in (".yaml", ".md") or (collection == "reference" and entry.suffix == ".md"):
            yield unexpected(entry, site, "Records are `.yaml` or `.md` files; reference lists are `.yaml`.")
        else:
            yield from read(entry, site, collection)


def _same_slug_twice(documents: list[Document]) -> Iterator[Finding]:
    first: dict[tuple[str, str, str], str] = {}
    for document in documents:
        key = (document.collection, document.slug, document.language + document.version)
        other = first.setdefault(key, document.path)
        if other != document.path:
            yield problem(
                document.path,
                f"`{other}` has the same name, so both would have the same address.",
                "Keep one of the two, or rename one.",
                "duplicate-address",
            )
