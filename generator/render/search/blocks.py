"""What results show, in parts of pages that lie together: title, address and description; and facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.render.search.documents import Found
from generator.render.search.facts import SECTIONS

PAGES = 10
"""Pages in a part with results."""
FACT_PAGES = 60
"""Pages in a part with facts."""
LONGEST = 140
"""Signs of a description."""
LONGEST_FACT = 280
"""Signs of a fact."""
SAMPLES = 32
"""Pages whose lines every part is compressed with: what most lines have in common is in some of them."""
_BRACKETS = re.compile(r"[\[\]{}]")
_APOSTROPHE = re.compile(r"'s\b|'")
_LETTERS = re.compile("[a-z0-9]+")
TITLE = "*"
"""What stands in an address for the words of its page's title, as the script tells words apart."""


def result_blocks(found: Sequence[Found]) -> list[bytes]:
    """For each page its title, its address below the root and its description."""
    lines = [_line(item) for item in found]
    return [_coded(lines[first : first + PAGES]) for first in range(0, len(lines), PAGES)]


def fact_blocks(found: Sequence[Found]) -> list[bytes]:
    """For each page the facts of each section, as far as pages have facts; these come first of all."""
    lines = [_fields(_fact(item, section) for section in SECTIONS) if item.facts else "" for item in found]
    while lines and not lines[-1]:
        lines.pop()
    return [_coded(lines[first : first + FACT_PAGES]) for first in range(0, len(lines), FACT_PAGES)]


def sample(found: Sequence[Found]) -> str:
    """Lines of some pages, from everywhere. The search page holds them, so they are without brackets."""
    first, step = len(found) // SAMPLES // 2, max(len(found) // SAMPLES, 1)
    return _BRACKETS.sub("", "\n".join(map(_line, found[first::step][:SAMPLES])))


def _line(item: Found) -> str:
    return _fields((item.title, _address(item), shortened(item.summary, LONGEST)))


def _address(item: Found) -> str:
    """An address without what follows from the title, if it is there as most people write it."""
    name = "-".join(_LETTERS.findall(_APOSTROPHE.sub("", item.title.lower()))) if item.title.isascii() else ""
    kind, _, last = item.url[1:].rstrip("/").rpartition("/")
    return f"{kind}/{TITLE}/" if kind and name and last == name else item.url[1:]


def _fact(item: Found, section: str) -> str:
    return shortened(item.facts.get(section, ""), LONGEST_FACT, "; ")


def shortened(text: str, longest: int, between: str = " ") -> str:
    """A text that is not too long, cut between its parts where it can be, and else between words."""
    if len(text) <= longest:
        return text
    start = text[:longest]
    return (start.rpartition(between)[0] or start.rpartition(" ")[0]).rstrip(",;:–-") + " …"


def _fields(texts: Iterable[str]) -> str:
    """Texts side by side; no text has a tab or the end of a line in it."""
    return "\t".join(" ".join(text.split()) for text in texts)


def _coded(lines: Sequence[str]) -> bytes:
    return "\n".join(lines).encode()
