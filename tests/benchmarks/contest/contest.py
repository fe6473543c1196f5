"""Who needs how long for what: every generator builds in every situation, taking turns."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from contest.builders import Builder
from contest.edits import EDITS, notice
from contest.measure import Run, run, size

COLD, NO_CHANGE, TEMPLATE = "cold", "no change", "template edited"
SITUATIONS = (COLD, NO_CHANGE, *(f"{name} edited" for name in EDITS), TEMPLATE)


@dataclass(slots=True)
class Results:
    """The runs of every situation by generator, in the order in which they stood, and the output's bytes."""

    runs: dict[str, dict[str, list[Run]]] = field(default_factory=dict)
    bytes: dict[str, int] = field(default_factory=dict)


def contest(builders: Sequence[Builder], times: int, only: Sequence[str] | None = None) -> Results:
    """Builds each situation so many times with each generator."""
    results = Results()
    files = sorted((builders[0].site / "content" / "data-uses").iterdir())
    for builder in builders:
        builder.forget()
        _build(builder)
        results.bytes[builder.name] = size(builder.output)
    for situation in only or SITUATIONS:
        results.runs[situation] = {builder.name: [] for builder in builders}
        for number in range(times):
            _change(situation, number, builders, files)
            for builder in builders if number % 2 == 0 else reversed(builders):
                if situation == COLD:
                    builder.forget()
                results.runs[situation][builder.name].append(_build(builder))
                _tell(f"{situation}, {builder.name}, run {number + 1} of {times}")
    _tell("")
    return results


def _build(builder: Builder) -> Run:
    return run(builder.command, builder.folder, builder.environment)


def _change(situation: str, number: int, builders: Sequence[Builder], files: Sequence[Path]) -> None:
    """Edits what the situation asks for, for all of them."""
    if situation == TEMPLATE:
        for builder in builders:
            builder.edit_template(number)
    elif situation.removesuffix(" edited") in EDITS:
        file = notice(files, number)
        edit = EDITS[situation.removesuffix(" edited")]
        file.write_text(edit(file.read_text("utf-8"), number), "utf-8")
        for builder in builders:
            builder.take_over(file)


def _tell(words: str) -> None:
    """Progress, on a terminal."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
