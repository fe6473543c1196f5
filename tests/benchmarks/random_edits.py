"""Edits a copy of a site at random and builds it with a memory and without:
`python tests/benchmarks/random_edits.py [EDITS] [SEED] [SITE]`.

Both outputs and all findings must be the same after every edit; some builds are killed on the way.
The site is the demonstration where none is named. Prints each edit that makes a difference, and how
many there were. The suite does the same with a few edits of a small site.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from conftest import command, fingerprints  # noqa: E402
from random_edits import RandomEditor  # noqa: E402


def build(site: Path, output: Path, *more: str) -> str:
    """What a build finds."""
    asked = command("build", "--site", site, "--output", output, "--format", "json", *more)
    ended = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert ended.returncode in (0, 1, 2), ended.stderr
    return ended.stdout[ended.stdout.find('"findings"') :] + ended.stderr


def killed(site: Path, output: Path, seconds: float, *more: str) -> None:
    """A build that does not come to its end."""
    process = subprocess.Popen(
        command("build", "--site", site, "--output", output, *more),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main() -> int:
    """Edits and builds, and says where the two builds differ."""
    edits, seed = (int(number) for number in (*sys.argv[1:3], *("500", "1")[len(sys.argv[1:3]) :]))
    source = Path(sys.argv[3]) if len(sys.argv) > 3 else ROOT
    differences = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FAIR_NOTICE_CACHE"] = f"{folder}/cache"
        site = Path(folder, "site")
        shutil.copytree(source / "content", site / "content")
        shutil.copy(source / "site.yaml", site)
        editor = RandomEditor(site, seed)
        with_memory, without = Path(folder, "with"), Path(folder, "without")
        for number in range(edits):
            done = editor.edit()
            day = ("--today", editor.today)
            if editor.chance.random() < 0.1:
                seconds = editor.chance.uniform(0.1, 2)
                killed(site, with_memory, seconds, *day)
                if fingerprints(with_memory) != fingerprints(without):  # it came to its end before that
                    build(site, without, "--no-cache", "--jobs", "1", *day)
            jobs = ("--jobs", str(editor.chance.randint(1, 3)))
            one = build(site, with_memory, *jobs, *day)
            other = build(site, without, "--no-cache", "--jobs", "1", *day)
            if one != other or fingerprints(with_memory) != fingerprints(without):
                differences += 1
                print(f"after edit {number}, {done}: not the same", flush=True)
    print(f"{edits} edits, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
