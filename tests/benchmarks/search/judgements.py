"""What is asked, and which pages answer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml

HERE = Path(__file__).parent
NO_ANSWER = "no answer"


@dataclass(frozen=True)
class Query:
    """What somebody types, what kind of query it is, and the grade of each page that has to do with it."""

    text: str
    kind: str
    grades: Mapping[str, int]

    @property
    def wanted(self) -> list[str]:
        """The pages with the best grade that the query has."""
        return [page for page, grade in self.grades.items() if grade == max(self.grades.values())]


def queries(file: Path = HERE / "queries.yaml") -> list[Query]:
    """The judged queries in the order of the file."""
    kinds = yaml.safe_load(file.read_text("utf-8"))
    return [Query(str(text), kind, grades) for kind, asked in kinds.items() for text, grades in asked.items()]


def misspellings(file: Path = HERE / "misspellings.tsv") -> list[tuple[str, str]]:
    """Pairs of a word as people misspell it and as it is spelt."""
    lines = file.read_text("utf-8").splitlines()
    return [(wrong, right) for wrong, right in (line.split("\t") for line in lines)]


def page_of(address: str) -> str:
    """The page that an address leads to: its path, without a place on the page."""
    return urlsplit(address).path


def pages_of(addresses: list[str]) -> list[str]:
    """The pages that results lead to, each once, at its best place."""
    return list(dict.fromkeys(page_of(address) for address in addresses))
