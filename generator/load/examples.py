"""The examples that come with the rules: a fault and the same mended, for `explain` alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load.files import SourceFile
from generator.load.yaml import parse

FOLDER = Path(__file__).parents[1] / "proofread" / "examples"
"""One file for each family of rules, named like its module; those of the rules on HTML pages in `html`."""


@dataclass(frozen=True, slots=True)
class Example:
    """A few lines of YAML or HTML with a fault in them, and the same lines mended."""

    before: str
    after: str


def read_examples(family: str) -> Mapping[str, Example]:
    """The examples of a family of rules by rule; none where it has no file."""
    name = f"{family.replace(' ', '_')}.yaml"
    file = next((file for file in (FOLDER / name, FOLDER / "html" / name) if file.is_file()), None)
    if file is None:
        return {}
    parsed = parse(SourceFile(file.name, file.read_text("utf-8"))).value
    given = parsed if isinstance(parsed, Mapping) else {}
    return {
        rule: Example(str(parts["before"]), str(parts["after"]))
        for rule, parts in given.items()
        if isinstance(parts, Mapping)
    }
