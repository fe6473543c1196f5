"""Fields in the order of the schema: whole lines change places, with the comments that belong to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import yaml

from generator.scaffold.shape import Shape

_READER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Region:
    """Fields that stand below one another: the node, what may stand in it, and its lines.

    `start` is the line of the first field, `end` the line after the last one.
    """

    node: yaml.MappingNode
    fields: tuple[Shape, ...]
    start: int
    end: int

    @property
    def column(self) -> int:
        """Where the fields begin."""
        return int(self.node.value[0][0].start_mark.column)


def sorted_fields(text: str, fields: tuple[Shape, ...]) -> str:
    """The text with the fields of every group in their order; unknown fields come after the known."""
    root = yaml.compose(text, Loader=_READER)
    lines = text.split("\n")
    if root is None:
        return text
    whole = lines if lines[-1] else lines[:-1]
    for region in _regions(root, fields, len(whole)):
        start = _with_its_comments(lines, region)
        lines[start : region.end] = _in_order(lines[start : region.end], replace(region, start=start))
    return "\n".join(lines)


def _with_its_comments(lines: Sequence[str], region: Region) -> int:
    """Where a region begins: the comments right above its first field go where that goes."""
    alone = not lines[region.start][: region.column].strip()
    return _lead_of(lines, -1, region.start, region.column) if alone else region.start


def _regions(node: yaml.Node, fields: tuple[Shape, ...], end: int) -> Iterator[Region]:
    """Every group of fields, the innermost first, so that the lines of the others stay where they are."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return
    if isinstance(node, yaml.SequenceNode):
        starts = [child.start_mark.line for child in node.value]
        for child, stop in zip(node.value, (*starts[1:], end), strict=True):
            yield from _regions(child, fields, stop)
        return
    known = {shape.name: shape.fields for shape in fields}
    starts = [key.start_mark.line for key, _ in node.value]
    for (key, value), stop in zip(node.value, (*starts[1:], end), strict=True):
        yield from _regions(value, known.get(str(key.value), ()), stop)
    if len(set(starts)) == len(starts) and isinstance(node, yaml.MappingNode):
        yield Region(node, fields, starts[0], end)


def _in_order(lines: list[str], region: Region) -> list[str]:
    """The lines of a region with its fields in order."""
    column = region.column
    first = region.node.value[0][0].start_mark.line - region.start
    lead = lines[first][:column]
    if lead.strip(" -"):
        return lines  # something else stands before the first field
    body, tail = _without_tail(lines, column)
    body[first] = " " * column + body[first][column:]
    place = {shape.name: number for number, shape in enumerate(region.fields)}
    pieces = sorted(_pieces(body, region), key=lambda piece: place.get(piece[0], len(place)))
    moved = [line for _, piece in pieces for line in piece]
    top = next(number for number, line in enumerate(moved) if not _is_spare(line))
    moved[top] = lead + moved[top][column:]
    return [*moved, *tail]


def _pieces(body: list[str], region: Region) -> Iterator[tuple[str, list[str]]]:
    """Each field with its lines: the comments right above it, itself, and what follows up to the next."""
    names = [str(key.value) for key, _ in region.node.value]
    keys = [key.start_mark.line - region.start for key, _ in region.node.value]
    leads = (_lead_of(body, before, key, region.column) for before, key in pairwise(keys))
    starts = [0, *leads]
    for name, start, end in zip(names, starts, (*starts[1:], len(body)), strict=True):
        yield name, body[start:end]


def _lead_of(body: Sequence[str], before: int, key: int, column: int) -> int:
    """Where the comments begin that stand right above a field and as far to the left as it."""
    start = key
    while start - 1 > before and _is_comment(body[start - 1]) and _indent(body[start - 1]) == column:
        start -= 1
    return start


def _without_tail(lines: list[str], column: int) -> tuple[list[str], list[str]]:
    """The lines without the blank lines and comments after the last field, which stay where they are."""
    end = len(lines)
    while end > 1 and _is_spare(lines[end - 1]) and _indent(lines[end - 1]) <= column:
        end -= 1
    return lines[:end], lines[end:]


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _is_spare(line: str) -> bool:
    return not line.strip() or _is_comment(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
