"""A file in its canonical form: fields in the order of the schema, quotes only where they are needed.

Done on the text itself, by the places that PyYAML gives for every value. Lines are moved whole and
only quotation marks are changed, so that comments, folded texts and blank lines stay what they are;
reading a file and writing its values anew keeps them with none of the libraries that were tried when
fields change places. What comes out is read again and must say the same, or the file is left alone.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from generator.config import Site
from generator.diagnostics import Finding
from generator.load.files import SourceFile, read
from generator.load.front_matter import split
from generator.load.yaml import Parsed, parse
from generator.model.assemble import KINDS
from generator.model.reference import LISTS
from generator.scaffold.order import as_written
from generator.scaffold.quoting import without_spare_quotes
from generator.scaffold.sorting import sorted_fields


class Refused(Exception):
    """A file is left as it is; `findings` say why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings[0].message if findings else "")
        self.findings = findings


def canonical(text: str, schema: type[BaseModel]) -> str:
    """A YAML text in canonical form; the text itself where nothing can be changed without a loss."""
    before = parse(SourceFile("", text))
    for change in (without_spare_quotes, lambda given: sorted_fields(given, as_written(schema))):
        changed = change(text)
        if _says_the_same(before, parse(SourceFile("", changed))):
            text = changed
    return text


def _says_the_same(before: Parsed, after: Parsed) -> bool:
    return not before.findings and not after.findings and _typed(before.value) == _typed(after.value)


def _typed(value: object) -> object:
    """A value with its types, so that 1 and "1" and true differ; the order of fields does not count."""
    if isinstance(value, dict):
        return {key: _typed(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_typed(inner) for inner in value]
    return type(value).__name__, value


def schema_of(path: str) -> type[BaseModel] | None:
    """The schema of a file by its path from the site's folder; nothing where it has none."""
    if path == "site.yaml":
        return Site
    folder, _, name = path.removeprefix("content/").rpartition("/")
    return LISTS.get(name.split(".")[0]) if folder == "reference" else KINDS.get(folder)


def canonical_file(file: Path, site: Path, write: bool = True) -> bool:
    """Brings one content file into canonical form; says whether that changes it.

    Raises Refused where it cannot be read, and then leaves it alone.
    """
    schema = schema_of(file.relative_to(site).as_posix())
    source = read(file, site)
    if isinstance(source, Finding):
        raise Refused((source,))
    if schema is None:
        return False
    text = _of_source(source, schema)
    if text == source.text:
        return False
    if write:
        _replace(file, text)
    return True


def _of_source(source: SourceFile, schema: type[BaseModel]) -> str:
    if not source.path.endswith(".md"):
        _refuse(parse(source))
        return canonical(source.text, schema)
    parts = split(source)
    if isinstance(parts, Finding):
        raise Refused((parts,))
    _refuse(parse(parts.front_matter, 2))
    lines = source.text.split("\n")
    end = 1 + len(parts.front_matter.text.split("\n"))
    fields = canonical(parts.front_matter.text + "\n", schema).removesuffix("\n")
    return "\n".join((lines[0], fields, *lines[end:]))


def _refuse(parsed: Parsed) -> None:
    if parsed.findings:
        raise Refused(tuple(parsed.findings))


def _replace(file: Path, text: str) -> None:
    """Writes beside the file and moves over it, with the line ends that it has."""
    raw = file.read_bytes()
    written = text.replace("\n", "\r\n") if b"\r\n" in raw else text
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(written.encode())
    beside.chmod(file.stat().st_mode)
    beside.replace(file.resolve())
