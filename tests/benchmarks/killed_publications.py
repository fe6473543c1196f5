"""Kills `build` and `publish` at random instants and looks whether the site is whole each time.

    python tests/benchmarks/killed_publications.py [how many, by default 200]

Half of the times a build is killed, half a publication, three in four while files are changed. The
seed is printed and can be given as the second number.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests/publish")]

from conftest import SMALL, command, run_build  # noqa: E402
from publishing import shows_one_whole_site  # noqa: E402
from test_save import holds_one_whole_site, wait_for  # noqa: E402


def kill_once(chance: random.Random, number: int, site: Path, target: Path) -> str:
    """One kill; says what was killed and whether it had got through before."""
    builds = number % 2 == 0
    asked = ("build",) if builds else ("publish", target)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command(*asked, "--site", site), **quiet)
    if chance.random() < 0.75:
        wait_for(process, site / ".public.new" if builds else target / ".new")
        time.sleep(chance.uniform(0, 0.06))
    else:
        time.sleep(chance.uniform(0, 3))
    through = process.poll() is not None
    process.kill()
    process.wait()
    return f"{asked[0]} {'had ended' if through else 'killed'}"


def main() -> int:
    """Kills, looks, and at the end publishes once more."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20261122
    chance, counted = random.Random(seed), dict[str, int]()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(shutil.copytree(SMALL, Path(folder) / "site"))
        target, original = Path(folder) / "www", (site / "site.yaml").read_text("utf-8")
        assert run_build("build", "--site", site).status == 0
        assert run_build("publish", target, "--site", site).status == 0
        for number in range(times):
            words = re.sub(r"^title: .*$", f"title: Site {number}", original, count=1, flags=re.M)
            (site / "site.yaml").write_text(words, "utf-8")
            what = kill_once(chance, number, site, target)
            counted[what] = counted.get(what, 0) + 1
            if not holds_one_whole_site(site / "public") or not shows_one_whole_site(target):
                print(f"NOT WHOLE after kill {number} (seed {seed}): {what}")
                return 1
        for asked in (("build",), ("publish", target), ("verify", target)):
            ended = run_build(*asked, "--site", site)
            assert ended.status == 0, ended.stderr
        left = sorted(entry.name for entry in target.iterdir())
        assert left == ["current", "publications.yaml", "releases"], left
    print(f"{times} times, seed {seed}: always whole, the next run healed. {counted}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
