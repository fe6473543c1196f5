"""The results as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median

from contest.contest import COLD, Results
from contest.measure import Run, middle, ratio

OURS = "Fair Notice"


def table(notices: int, results: Results) -> str:
    """A heading and the medians of every situation, with our ratio to each of the others."""
    others = [name for name in results.bytes if name != OURS]
    heads = [OURS, *(f"{word} {name}" for name in others for word in ("", "ratio to"))]
    lines = [f"**{notices:,} notices**", "", _row("", (head.strip() for head in heads))]
    lines.append("|---|" + "--:|" * len(heads))
    for situation, runs in results.runs.items():
        lines += _lines(situation, runs, others)
    lines.append(_row("output, MB", _output(results, others)))
    return "\n".join(lines) + "\n"


def preview_table(notices: int, seconds: Mapping[str, Sequence[float]]) -> str:
    """The medians from a save to the page, and our ratio to each of the others."""
    found = {name: median(waits) for name, waits in seconds.items()}
    lines = [
        f"**{notices:,} notices, from a save to the page**",
        "",
        _row("", ("seconds", "ratio of ours")),
        "|---|--:|--:|",
    ]
    lines += [_row(name, (f"{wait:.3g}", f"{found[OURS] / wait:.2g}")) for name, wait in found.items()]
    return "\n".join(lines) + "\n"


def _lines(situation: str, runs: dict[str, list[Run]], others: Sequence[str]) -> Iterator[str]:
    measures = (("wall", "seconds"), ("cpu", "CPU seconds"), ("peak", "largest process, MiB"))
    for name, words in measures if situation == COLD else measures[:1]:
        yield _row(f"{situation}, {words}", _cells(name, runs, others))


def _cells(name: str, runs: dict[str, list[Run]], others: Sequence[str]) -> Iterator[str]:
    yield _figure(name, runs[OURS])
    for other in others:
        yield _figure(name, runs[other])
        yield f"{ratio(runs[OURS], runs[other], name):.2g}"


def _figure(name: str, runs: Sequence[Run]) -> str:
    value = getattr(middle(runs), name)
    return f"{value:,.0f}" if name == "peak" else f"{value:.3g}"


def _output(results: Results, others: Sequence[str]) -> Iterator[str]:
    ours = results.bytes[OURS]
    yield f"{ours / 1e6:.1f}"
    for other in others:
        yield f"{results.bytes[other] / 1e6:.1f}"
        yield f"{ours / results.bytes[other]:.2g}"


def _row(head: str, cells: Iterable[str]) -> str:
    return f"| {head} | " + " | ".join(cells) + " |"
