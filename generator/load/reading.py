"""One file of a site as a document: its name, its text, its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from generator.config import LANGUAGES
from generator.diagnostics import Finding, Location, Severity
from generator.load import files, front_matter, yaml
from generator.load.documents import Content, Document, Value
from generator.load.files import SourceFile

MAPPINGS = ("synonyms",)
"""Reference files that are no list of entries but lines with a key and a value."""

_NAME = re.compile(r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<language>[a-z]{2}))?\.(?P<kind>md|yaml)")


Parse = Callable[[SourceFile, Document], Iterable[Document | Finding]]
"""How a text becomes a document: the text, and the document that it fills → what it holds."""


Known = Callable[[bytes, Document], Document | None]
"""A document that is known by the bytes of its file: these, and the document to fill → the document."""


def parse_document(source: SourceFile, empty: Document) -> Iterator[Document | Finding]:
    """The document that a file's text holds, and all that is wrong with it; it depends on nothing else."""
    yield from _read(source, replace(empty, fingerprint=fingerprint(source.text)))


def fingerprint(text: str) -> str:
    """What a text is known by."""
    return fingerprint_of(text.encode("utf-8", "surrogatepass"))


def fingerprint_of(body: bytes) -> str:
    """The same of its bytes: those of a file, where that needs no byte order mark taken off and the like."""
    return blake2b(body, digest_size=16).hexdigest()


def read_document(
    file: Path, site: Path, collection: str, parse: Parse = parse_document, known: Known = lambda *_: None
) -> Iterator[Document | Finding]:
    """The document in one file, which may be `known` by its bytes, and all that is wrong with it."""
    name = _NAME.fullmatch(file.name)
    if not name:
        yield unexpected(
            file,
            site,
            "Name it with small letters, digits and hyphens: the name becomes the page's address.",
            "file-name",
        )
        return
    raw = files.read_raw(file, site)
    if isinstance(raw, Finding):
        yield raw
        return
    language = name["language"] or ""
    if language and language not in LANGUAGES:
        yield unexpected(file, site, f"Pages can be in these languages: {', '.join(LANGUAGES)}.", "file-name")
        return
    empty = Document(raw.path, collection, name["slug"], language=language)
    there = known(raw.body, empty)
    if there:
        yield there
        return
    source = files.decode(raw)
    yield from (source,) if isinstance(source, Finding) else parse(source, empty)


def read_text(text: str, instead_of: Document) -> Document | Finding:
    """A text as it would be read in the place of a document's, or the first thing that is wrong with it."""
    empty = replace(instead_of, said=Content())
    return next(iter(sorted(parse_document(SourceFile(empty.path, text), empty), key=_findings_first)))


def _findings_first(item: Document | Finding) -> bool:
    return isinstance(item, Document)


def _read(source: SourceFile, empty: Document) -> Iterator[Document | Finding]:
    body, body_line, fields, first_line = "", 0, source, 1
    if source.path.endswith(".md"):
        parts = front_matter.split(source)
        if isinstance(parts, Finding):
            yield parts
            return
        fields, body, body_line, first_line = parts.front_matter, parts.body, parts.body_line, 2
    parsed = yaml.parse(fields, first_line)
    for finding in parsed.findings:
        yield _with_excerpt(finding, source.text)
    if parsed.value is None and parsed.findings:
        return
    values, entries = _shape(parsed.value)
    expected_list = empty.collection == "reference" and empty.slug not in MAPPINGS
    if (values is None or expected_list) and (entries is None or not expected_list):
        yield _wrong_shape(empty, expected_list)
        return
    if body and values and "body" in values:
        yield problem(
            source.path,
            "The text is given twice: in the field `body` and below the front matter.",
            "Keep the text below the front matter and take the field out.",
            "yaml-duplicate-key",
        )
    if body:
        values = {**(values or {}), "body": body}
        parsed.marks.more[("body",)] = (body_line, 1)
    said = Content(values or {}, entries or (), parsed.marks, source.text, body_line)
    yield replace(empty, said=said, facts=_facts(said))


def _facts(said: Content) -> str:
    return fingerprint(repr([(key, value) for key, value in said.values.items() if key != "body"]))


def _shape(value: Value) -> tuple[dict[str, Value] | None, tuple[Value, ...] | None]:
    return (
        value if isinstance(value, dict) else None,
        value if isinstance(value, tuple) else None,
    )


def _wrong_shape(document: Document, expected_list: bool) -> Finding:
    if expected_list:
        message, hint = "A reference file is a list of entries.", "Begin each entry with `- id:`."
    elif document.collection == "reference":
        message, hint = (
            "This file has no lines with words.",
            "Write lines such as `bin men: refuse collectors`.",
        )
    else:
        first = "`name: …`, `title: …`" if document.collection == "site" else "`title: …`, `summary: …`"
        message, hint = "This file has no fields.", f"Write {first} and the other fields."
    return Finding("file-shape", Severity.ERROR, message, Location(document.path), hint)


def _with_excerpt(finding: Finding, text: str) -> Finding:
    lines = text.split("\n")
    line = min(finding.location.line, len(lines))
    return replace(finding, excerpt=lines[line - 1])


def problem(path: str, message: str, hint: str, rule: str = "file-unexpected") -> Finding:
    """What is wrong with a file or a folder as a whole."""
    return Finding(rule, Severity.ERROR, message, Location(path), hint)


def unexpected(entry: Path, site: Path, hint: str, rule: str = "file-unexpected") -> Finding:
    """The finding for a file or folder that cannot stand where it is."""
    path = entry.relative_to(site).as_posix().encode("utf-8", "replace").decode()
    return problem(path, f"`{path.rsplit('/', 1)[-1]}` is not a name that can stand here.", hint, rule)
