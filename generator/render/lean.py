"""Scripts and stylesheets without what only their authors need: comments, indentation, spare blanks."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_AROUND = re.compile(r"\s*([{};,])\s*")
_VALUE = re.compile(r"([\w-]): +(?=\S)")


def lean_script(source: str) -> str:
    """A script without the lines that are comments and without indentation."""
    lines = (line.strip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def lean_style(source: str) -> str:
    """A stylesheet on as little room as it needs. Blanks between selectors and in sums stay."""
    without = _COMMENT.sub("", source)
    return _VALUE.sub(r"\1:", _AROUND.sub(r"\1", without)).replace(";}", "}").strip() + "\n"
