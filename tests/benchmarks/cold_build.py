"""Times the build of the demonstration: `python tests/benchmarks/cold_build.py [RUNS]`.

Every run is a new process with an empty output and nothing cached. Prints the median of the wall
time and the highest memory use. Not a test: figures depend on the machine.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def one_build() -> float:
    """Seconds of one build into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-B", str(ROOT / "build.py"), "build", "--site", str(ROOT), "--no-cache"]
        started = time.perf_counter()
        subprocess.run(
            [*command, "--today", "2026-11-22", "--output", f"{folder}/public", "--quiet"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return time.perf_counter() - started


def main() -> None:
    """Runs the builds and prints what they took."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    seconds = [one_build() for _ in range(runs)]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    mebibytes = peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
    print(f"{runs} runs: median {statistics.median(seconds):.2f} s, fastest {min(seconds):.2f} s")
    print(f"peak memory {mebibytes:.0f} MiB")


if __name__ == "__main__":
    main()
