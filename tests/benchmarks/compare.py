"""Builds the same content with Fair Notice, Hugo and Eleventy, and prints what each needs.

    python tests/benchmarks/compare.py --notices 100 1000 10000 --runs 5
    python tests/benchmarks/compare.py --notices 1000 --preview

Every run is a new process, and the generators take turns. "Cold" is without output and with an empty cache,
"no change" a build right after one, the edits are another notice each time. `--preview` measures the seconds
from the save of a notice to its page, loaded again as a browser does when the preview server asks for it.
A ratio is the median of the ratios of runs that stood next to each other. All of Fair Notice's checks run;
the others check nothing, and their search index holds titles, summaries and other names but no texts.
Hugo is the one on the PATH or that `--hugo` names; what is missing is installed into `.benchmarks`.
Run it on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import compileall
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from contest import tools
from contest.builders import Builder, FairNotice, Previewed
from contest.contest import SITUATIONS, contest
from contest.others import Eleventy, Hugo
from contest.preview import preview
from contest.table import preview_table, table
from make_site import make_site

MEMORY = Path("/dev/shm")
"""A file system in memory, where there is one: the disk would decide otherwise."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line, holds the contests and prints their tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notices", type=int, nargs="+", default=[100, 1000, 10000], metavar="N")
    parser.add_argument("--runs", type=int, default=5, help="of each kind of build")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hugo", type=Path, metavar="PROGRAM", help="Hugo's program")
    parser.add_argument(
        "--without", nargs="*", choices=("hugo", "eleventy"), default=(), help="who stays out"
    )
    parser.add_argument("--only", nargs="+", choices=SITUATIONS, metavar="BUILD", help=", ".join(SITUATIONS))
    parser.add_argument("--preview", action="store_true", help="measure from a save to the page instead")
    parser.add_argument("--work", type=Path, help="folder for sites and output")
    options = parser.parse_args(arguments)
    compileall.compile_dir(tools.ROOT / "generator", quiet=2)
    with tempfile.TemporaryDirectory(dir=options.work or (MEMORY if MEMORY.is_dir() else None)) as folder:
        for notices in options.notices:
            builders = _builders(Path(folder) / str(notices), notices, options)
            if options.preview:
                with_preview = [one for one in builders if isinstance(one, Previewed)]
                seconds = {one.name: preview(one, options.runs) for one in with_preview}
                print(preview_table(notices, seconds), flush=True)
            else:
                print(table(notices, contest(builders, options.runs, options.only)), flush=True)


def _builders(folder: Path, notices: int, options: argparse.Namespace) -> list[Builder]:
    """Those that take part, each with its site."""
    site = folder / "site"
    make_site(notices, options.seed, site)
    found: list[Builder] = [FairNotice(site, folder / "fair-notice")]
    if "hugo" not in options.without:
        found.append(Hugo(site, folder / "hugo", tools.hugo(options.hugo)))
    if "eleventy" not in options.without:
        found.append(Eleventy(site, folder / "eleventy", tools.eleventy()))
    for builder in found:
        builder.prepare()
    return found


if __name__ == "__main__":
    main()
