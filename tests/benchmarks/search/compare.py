"""Measures our search beside Pagefind and MiniSearch on the same built pages, in a real browser.

    python tests/benchmarks/search/compare.py                          # the demonstration
    python tests/benchmarks/search/compare.py --engine fair-notice --only relevance --worst 20
    python tests/benchmarks/search/compare.py --site DIR --only cost   # a site of any size

`--site` is a folder with site.yaml, which is built first, or one that has been built. Relevance is measured
with the queries and misspellings beside this file, which are about the demonstration. README.md beside this
file says how each figure comes about. The others are installed with npm, into a temporary folder.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from cost import costs
from engines import ENGINES, Engine
from judgements import misspellings, queries
from playwright.sync_api import Browser
from relevance import answers, figures, spelling_figures, spellings, worst
from server import served
from visit import Visit, chromium

ROOT = Path(__file__).resolve().parents[3]
TODAY = "2026-11-22"
PARTS = ("relevance", "spelling", "cost")


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line, measures every engine and prints the table."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        work = options.work or Path(folder)
        site = built(options.site, work)
        columns = {}
        with chromium() as browser:
            for name in options.engine:
                engine = ENGINES[name](site, work)
                columns[engine.name] = measured(browser, engine, options)
    print(table(columns))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", type=Path, default=ROOT, help="default: the demonstration")
    parser.add_argument("--engine", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="print the N worst answers of each")
    parser.add_argument("--work", type=Path, help="folder for packages and indexes, kept")
    return parser.parse_args(arguments)


def built(site: Path, work: Path) -> Path:
    """The folder of the built site; a folder that has been built is used as it is."""
    if not (site / "site.yaml").exists():
        return site.resolve()
    output = work / "site"
    command = [sys.executable, ROOT / "build.py", "build", "--site", site, "--output", output, "--quiet"]
    subprocess.run([*map(str, command), "--today", TODAY], check=True, capture_output=True)
    return output


def measured(browser: Browser, engine: Engine, options: argparse.Namespace) -> dict[str, str]:
    """Line of the table → figure of one engine."""
    lines: dict[str, str] = {}
    given, misspelt = [], []
    with served(engine.folders) as address:
        context = browser.new_context()
        visit = Visit(context.new_page())
        visit.open(address + engine.search_page)
        if "relevance" in options.only:
            given = answers(visit, queries())
            lines |= figures(given)
        if "spelling" in options.only:
            misspelt = spellings(visit, misspellings())
            lines |= spelling_figures(misspelt)
        context.close()
        if "cost" in options.only:
            lines |= costs(browser, engine, address)
    if options.worst:
        print(f"{engine.name}\n{worst(given, misspelt, options.worst)}\n")
    return lines


def table(columns: dict[str, dict[str, str]]) -> str:
    """The figures side by side."""
    lines = list(dict.fromkeys(line for column in columns.values() for line in column))
    width = max(map(len, lines), default=0)
    rows = [" " * width + "".join(f"{name:>24}" for name in columns)]
    rows += [
        f"{line:<{width}}" + "".join(f"{column.get(line, ''):>24}" for column in columns.values())
        for line in lines
    ]
    return "\n".join(rows)


if __name__ == "__main__":
    main()
