"""Scripts and stylesheets without what only their authors need: comments, indentation, spare blanks."""

from __future__ import annotations

import re
from functools import lru_cache

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_AROUND = re.compile(r"\s*([{};,])\s*")
_VALUE = re.compile(r"([\w-]): +(?=\S)")
_SELECTOR = re.compile(r"[^{};]+(?=\{)")
_BETWEEN = re.compile(r"\s*([>~+])\s*")

LITERAL = re.compile(
    r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
    r"""|(?:(?<=[=(,:&|?!;{])|(?<=[=(,:&|?!;{] )|(?<=return ))"""
    r"""/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/)"""
)
"""What stands between quotation marks, and regular expressions: not a blank of it may go."""

_SIGN = re.compile(r" *([-+/%]=|[=(){}\[\],;:?&|<>!*]) *")
_SUM = re.compile(r"(?:(?<=[\w)\]])|\A) ?([-+/%]) ?(?=[\w(\[]|\Z)")
_LAST = re.compile(r"(?<![);]);(?=\})")
"""The semicolon at the end of a block, but for one that may be all that a loop does."""

_ONE_NAME = re.compile(r"(?<=[=(,:?])\((\w+)\)=>")
_OPEN = re.compile(r"(?<=[{(\[,;])\n|\n(?=[)\]}.])")


@lru_cache(maxsize=32)
def lean_script(source: str) -> str:
    """A script without the lines that are comments, without indentation and blanks around signs.

    Blanks go from around + and - only between names, numbers and brackets: `a + +b` is not `a ++b`.
    Lines stay where they may end a statement, and a semicolon where it may be one of its own.
    """
    lines = (line.strip() for line in source.splitlines())
    kept = "\n".join(line for line in lines if line and not line.startswith("//"))
    parts = LITERAL.split(kept)
    return "".join(part if n % 2 else _tight(part) for n, part in enumerate(parts)) + "\n"


def _tight(code: str) -> str:
    close = _OPEN.sub("", _SUM.sub(r"\1", _SIGN.sub(r"\1", code)))
    return _LAST.sub("", _ONE_NAME.sub(r"\1=>", close))


@lru_cache(maxsize=32)
def lean_style(source: str) -> str:
    """A stylesheet on as little room as it needs. Blanks between selectors and in sums stay."""
    without = _VALUE.sub(r"\1:", _AROUND.sub(r"\1", _COMMENT.sub("", source)))
    tight = _SELECTOR.sub(lambda selector: _BETWEEN.sub(r"\1", selector[0]), without)
    return tight.replace(";}", "}").strip() + "\n"
