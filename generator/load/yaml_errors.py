"""What PyYAML says of a file it cannot read, in an editor's words."""

from __future__ import annotations

import re

import yaml

from generator.diagnostics import Finding, Location, Severity
from generator.load.files import SourceFile

_BEGAN_EARLIER = ("expected node content", "unexpected end of stream", "expected ',' or", "expected ':'")
"""Problems that YAML notices late: the place where the text or bracket began is the one to mend."""

_MERGED = ("<<<<<<<", "=======", ">>>>>>>")
"""How the lines begin that Git leaves where two versions of a file meet."""

_IN_PLAIN_WORDS = {
    "while scanning an alias": (
        "A text cannot begin with `*`.",
        "Put the text in quotes.",
    ),
    "while scanning an anchor": (
        "A text cannot begin with `&`.",
        "Put the text in quotes.",
    ),
    "mapping values are not allowed": (
        "There is a colon where none can be.",
        "Put the text in quotes, or check that the line above is complete.",
    ),
    "could not find expected ':'": (
        "This line is neither a key with a colon nor part of a text.",
        "Write `key: value`, or indent the line if it belongs to the text above.",
    ),
    "did not find expected key": (
        "This line does not fit what stands above it.",
        "Check that it is indented like its neighbours and that quotes and brackets are closed.",
    ),
    "did not find expected '-' indicator": (
        "An entry of this list does not begin with a dash.",
        "Begin each entry with `- `, all indented alike.",
    ),
    "found unexpected end of stream": (
        "A quotation mark or bracket is opened and never closed.",
        "Close it.",
    ),
    "did not find expected ',' or": (
        "A bracket is opened and not closed, or a comma is missing.",
        "Close the bracket, or put the text in quotes.",
    ),
    "cannot start any token": (
        "A text cannot begin with this character.",
        "Put the text in quotes.",
    ),
    "found undefined alias": (
        "A text cannot begin with `*`.",
        "Put the text in quotes.",
    ),
    "expected a single document": (
        "A second document begins here.",
        "Take out the line `---`: one file holds one record.",
    ),
    "but found another document": (
        "A second document begins here.",
        "Take out the line `---`: one file holds one record.",
    ),
    "did not find expected node content": (
        "A bracket is opened here and what follows is no list.",
        "Close the bracket, or put the text in quotes.",
    ),
    "mapping keys are not allowed": (
        "A question mark begins this line.",
        "Put the text in quotes.",
    ),
    "block sequence entries are not allowed": (
        "A dash stands where no list can begin.",
        "Begin the list on a line of its own, or put the text in quotes.",
    ),
    "did not find expected <document start>": (
        "Text stands where no field can begin.",
        "Indent it like the fields above, or put the text in quotes.",
    ),
    "escape": (
        "A backslash in double quotes begins an escape that does not exist.",
        "Use single quotes, or write the backslash twice.",
    ),
}


def syntax_error(error: yaml.MarkedYAMLError, source: SourceFile, first_line: int) -> Finding:
    """The finding for a text that is not YAML; the text begins on `first_line` of its file."""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(words in f"{error.problem}" for words in _BEGAN_EARLIER):
        mark = error.context_mark
    location = _place(mark.line, mark.column, source, first_line) if mark else Location(source.path)
    said = error.problem or "this is not YAML"
    unspaced = _without_space(said, location, source, first_line)
    if unspaced:
        return unspaced
    close = _looked_at(said, location, source, first_line)
    if close:
        return Finding("yaml-syntax", Severity.ERROR, close[0], location, close[1])
    for words, (message, hint) in _IN_PLAIN_WORDS.items():
        if words in f"{error.context or ''} {said}":
            return Finding("yaml-syntax", Severity.ERROR, message, location, hint)
    return Finding(
        "yaml-syntax",
        Severity.ERROR,
        f"This cannot be read as YAML: {said}.",
        location,
        "Check indentation, quotes and brackets on this line and the one above.",
    )


def _without_space(said: str, at: Location, source: SourceFile, first_line: int) -> Finding | None:
    """A field without a space after its colon: YAML takes it for a text, and stumbles over what follows."""
    if "mapping values" not in said and "expected ':'" not in said:
        return None
    lines = source.text.split("\n")
    for number in range(at.line - first_line, -1, -1):
        unspaced = _UNSPACED.match(lines[number])
        if unspaced:
            where = Location(source.path, number + first_line, unspaced.end() + 1)
            message, hint = f"A space is missing after `{unspaced[1]}:`.", "Write one after the colon."
            return Finding("yaml-syntax", Severity.ERROR, message, where, hint)
        if _SPACED.match(lines[number]) and number + first_line < at.line:
            return None
    return None


def _looked_at(said: str, at: Location, source: SourceFile, first_line: int) -> tuple[str, str] | None:
    """What the line itself tells, and YAML does not: what is wrong, and what to do."""
    lines = source.text.split("\n")
    number = at.line - first_line
    line, above = lines[number], next((text for text in reversed(lines[:number]) if text.strip()), "")
    before = line[: at.column - 1].rstrip()
    if line.startswith(_MERGED):
        return (
            "Two versions of this file meet here, and nobody has chosen between them yet.",
            "Keep one of the two, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
        )
    if "expected key" in said and before.endswith(("'", '"')) and before.count(before[-1]) > 1:
        return (
            "The text ends at this quotation mark, and more follows.",
            "Put the whole text in quotation marks of the other kind.",
        )
    after_value = _FIELD.fullmatch(before) and _FILLED.match(above)
    if "mapping values" in said and after_value and _indent(line) > _indent(above):
        return (
            "This line is indented further than the one above, which has its value already.",
            "Indent it like its neighbours.",
        )
    return None


_UNSPACED = re.compile(r"\s*(?:- )?([a-z_]+):(?=[^\s:/])")
_SPACED = re.compile(r"\s*(?:- )?[\w-]+:(?:\s|$)")
_FIELD = re.compile(r"\s+(?:- )?[\w-]+")
_FILLED = re.compile(r"\s*(?:- )?[\w-]+: +[^\s|>]")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _place(line: int, column: int, source: SourceFile, first_line: int) -> Location:
    """The place in the file; what YAML notices only after the text belongs to its last line."""
    lines = source.text.split("\n")
    last = max((number for number, text in enumerate(lines) if text.strip()), default=0)
    if line > last:
        line, column = last, max(len(lines[last].rstrip()) - 1, 0)
    return Location(source.path, line + first_line, column + 1)
