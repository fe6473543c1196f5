"""Edits as an editor makes them: of a notice's text, its title, a recipient, and of a template."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Edit = Callable[[str, int], str]
"""The text of a notice, and a number that makes each edit another one → the text as edited."""

_TITLE = re.compile(r"^title: .*?(?: \(edit \d+\))?$", re.M)
_RECIPIENT = re.compile(r"(?<=^  - organisation: )\S+", re.M)
_EDITED = re.compile(r"\n\s*This is edit \d+\.\n?\Z")

RECIPIENTS = ("hmrc", "home-office", "dfe", "dvla", "ons", "cabinet-office")
"""Organisations of the reference list that can take the place of another recipient."""


def body(text: str, number: int) -> str:
    """A sentence more at the end."""
    before = _EDITED.sub("\n", text).rstrip("\n")
    indent = "  " if not text.startswith("---") else ""
    return f"{before}\n\n{indent}This is edit {number}.\n"


def title(text: str, number: int) -> str:
    """Another title; the address stays."""
    found = _TITLE.search(text)
    before = re.sub(r" \(edit \d+\)$", "", found[0]) if found else ""
    return _TITLE.sub(f"{before} (edit {number})", text, count=1)


def recipient(text: str, number: int) -> str:
    """Another organisation in the place of the first recipient."""
    return _RECIPIENT.sub(RECIPIENTS[number % len(RECIPIENTS)], text, count=1)


EDITS: Mapping[str, Edit] = {"body": body, "title": title, "recipient": recipient}


def notice(files: Sequence[Path], number: int) -> Path:
    """The notice that is edited: another one each time, spread over the site."""
    return files[(number * 7919 + len(files) // 3) % len(files)]
