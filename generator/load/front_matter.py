"""A Markdown file's front matter (YAML between two lines `---`) and the text after it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Finding, Location, Severity
from generator.load.files import SourceFile


@dataclass(frozen=True, slots=True)
class Split:
    """Front matter and text of one file; `body_line` counts from 1."""

    front_matter: SourceFile
    body: str
    body_line: int


def split(source: SourceFile) -> Split | Finding:
    """Cuts a Markdown file in two; the front matter always begins on line 2."""
    lines = source.text.split("\n")
    if lines[0].rstrip() != "---":
        return Finding(
            "front-matter",
            Severity.ERROR,
            "This file does not begin with front matter.",
            Location(source.path),
            "Begin with a line `---`, then `title:` and the other fields, then another line `---`.",
        )
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return Finding(
            "front-matter",
            Severity.ERROR,
            "The front matter of this file is never closed.",
            Location(source.path, len(lines)),
            "Put a line `---` between the fields and the text.",
        )
    fields = SourceFile(source.path, "\n".join(lines[1:end]))
    return Split(fields, "\n".join(lines[end + 1 :]).strip("\n"), _first_text(lines, end + 1))


def _first_text(lines: list[str], start: int) -> int:
    return next((n + 1 for n in range(start, len(lines)) if lines[n].strip()), len(lines))
