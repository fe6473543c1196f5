"""One run of a command: how long, how much work, how much memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock, seconds of all processors, and MiB of the largest process."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Runs a command to its end; raises RuntimeError with what it said where it fails."""
    with (folder / "said.txt").open("w+") as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{said.read()[-3000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def middle(runs: Sequence[Run]) -> Run:
    """The medians of some runs."""
    return Run(*(median(getattr(one, name) for one in runs) for name in ("wall", "cpu", "peak")))


def ratio(ours: Sequence[Run], theirs: Sequence[Run], name: str) -> float:
    """The median of the ratios of runs that stood next to each other."""
    pairs = zip(ours, theirs, strict=True)
    return float(median(getattr(one, name) / getattr(other, name) for one, other in pairs))


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
