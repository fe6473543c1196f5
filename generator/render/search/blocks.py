"""What results show, in parts of pages that lie together: title, address and description; and facts."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.render.search.documents import Found
from generator.render.search.facts import SECTIONS

PAGES = 10
"""Pages in a part with results."""
FACT_PAGES = 40
"""Pages in a part with facts."""
LONGEST = 140
"""Signs of a description."""
LONGEST_FACT = 280
"""Signs of a fact."""


def result_blocks(found: Sequence[Found]) -> list[bytes]:
    """For each page its title, its address below the root and its description."""
    lines = [[item.title, item.url[1:], shortened(item.summary, LONGEST)] for item in found]
    return [_coded(lines[first : first + PAGES]) for first in range(0, len(lines), PAGES)]


def fact_blocks(found: Sequence[Found]) -> list[bytes]:
    """For each page the facts of each section, as far as pages have facts; these come first of all."""
    lines = [[_facts(item, section) for section in SECTIONS] for item in found]
    while lines and not any(lines[-1]):
        lines.pop()
    return [_coded(lines[first : first + FACT_PAGES]) for first in range(0, len(lines), FACT_PAGES)]


def _facts(item: Found, section: str) -> str:
    return shortened(item.facts.get(section, ""), LONGEST_FACT, "; ")


def shortened(text: str, longest: int, between: str = " ") -> str:
    """A text that is not too long, cut between its parts where it can be, and else between words."""
    if len(text) <= longest:
        return text
    start = text[:longest]
    return (start.rpartition(between)[0] or start.rpartition(" ")[0]).rstrip(",;:–-") + " …"


def _coded(lines: Sequence[object]) -> bytes:
    return json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode()
