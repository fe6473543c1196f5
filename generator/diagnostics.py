"""What can be wrong, as a value: a finding says what, where, what to do and why it matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How much a finding weighs: an error blocks publication, a review asks a person to decide."""

    ERROR = "error"
    WARNING = "warning"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: `path` relative to the site with forward slashes, the rest counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or wants a decision.

    `rule` is a permanent id, `hint` says what to do, `source` names the law, standard or
    contract the rule follows from, `excerpt` is the line the location points at.
    """

    rule: str
    severity: Severity
    message: str
    location: Location
    hint: str = ""
    source: str = ""
    excerpt: str = ""

    def sort_key(self) -> tuple[Location, str, str, str]:
        """Findings read in the order of the files, top to bottom."""
        return (self.location, self.rule, self.message, self.hint)


def tally(findings: Iterable[Finding]) -> Mapping[str, int]:
    """How many findings there are of each severity, in the words of the JSON contract."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return {f"{severity}s": count for severity, count in counts.items()}


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings sorted by place, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=Finding.sort_key))


def place_of(problem: Exception) -> str:
    """Where our own mistake was made, for whoever mends it; noted already where it came from elsewhere."""
    import traceback

    for noted in getattr(problem, "__notes__", ()):
        return str(noted)
    frames = traceback.extract_tb(problem.__traceback__)
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "unknown place"
