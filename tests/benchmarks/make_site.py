"""Writes a site of any size in our own format, the same for the same seed.

    python tests/benchmarks/make_site.py --notices 1000 --seed 1 --out /tmp/site

Every kind of record is in it: data uses as YAML and as Markdown with 400 to 700 words of text each,
choices, public-benefit projects, pages, all reference lists with 200 recipients, links between them.
`build.py check --site DIR --today 2026-11-22` finds no error in it.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from sample.choices import choices
from sample.notices import notices
from sample.pages import pages
from sample.projects import projects
from sample.records import Plan, subjects
from sample.reference import DEMONSTRATION, organisations, standard_files

FOLDERS = ("data-uses", "opt-outs", "public-benefit", "pages", "reference")


def files(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every file below content/ with its text. Earlier versions of notices would be one more line here."""
    about = subjects(plan)
    listed, recipients = organisations(plan)
    yield "reference/organisations.yaml", listed
    yield from standard_files()
    yield from choices(plan, about)
    yield from projects(plan, about)
    yield from pages(plan, about)
    yield from notices(plan, about, recipients)


def make_site(notices: int, seed: int, out: Path) -> int:
    """Writes the site into a folder, in place of one that was made before; how many files it has."""
    content = out / "content"
    if content.exists():
        shutil.rmtree(content)
    for folder in FOLDERS:
        (content / folder).mkdir(parents=True)
    shutil.copy(DEMONSTRATION / "site.yaml", out / "site.yaml")
    number = 1
    for number, (path, text) in enumerate(files(Plan(notices, seed)), 2):  # noqa: B007
        (content / path).write_text(text, "utf-8")
    return number


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line and writes the site."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--notices", type=int, required=True, help="how many data uses")
    parser.add_argument("--seed", type=int, default=1, help="what all choices of words follow from")
    parser.add_argument("--out", type=Path, required=True, help="the folder that is to hold site.yaml")
    options = parser.parse_args(arguments)
    print(f"{make_site(options.notices, options.seed, options.out)} files in {options.out}")


if __name__ == "__main__":
    main()
