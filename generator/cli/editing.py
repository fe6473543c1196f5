"""The commands for people who write: canonical form, and what editing programs need to know."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.status import BLOCKED, CLEAN, misuse

if TYPE_CHECKING:
    from generator.diagnostics import Finding


def format_command(options: argparse.Namespace) -> int:
    """Brings content files into canonical form and prints the paths of those that change."""
    from generator.report import as_json, as_text, dump
    from generator.scaffold import Refused, canonical_file

    site = options.site.resolve()
    outside = [
        file for file in options.files if not file.resolve().is_relative_to(site) or not file.is_file()
    ]
    if outside:
        return misuse(f"{outside[0]} is no file of this site.")
    changed: list[str] = []
    findings: list[Finding] = []
    for file in [file.resolve() for file in options.files] or _content(site):
        try:
            if canonical_file(file, site, write=not options.check):
                changed.append(file.relative_to(site).as_posix())
        except Refused as refused:
            findings += refused.findings
        except OSError as error:
            return misuse(f"{file} could not be written: {error.strerror}.")
    if options.format == "json":
        print(dump({"changed": changed, **as_json(findings)}))
    else:
        print("".join(f"{path}\n" for path in changed) + as_text(findings), end="")
    if options.format == "text" and not options.quiet:
        print(_summary(len(changed), len(findings), options.check), file=sys.stderr)
    return BLOCKED if findings or (options.check and changed) else CLEAN


def _summary(changed: int, left: int, check: bool) -> str:
    done = f"{changed} to be put in order" if check else f"{changed} put in order"
    return f"{done}, {left} left as they are because they cannot be read." if left else f"{done}."


def _content(site: Path) -> Iterator[Path]:
    """The files that have a schema: site.yaml, records and reference lists."""
    from generator.load.site import load

    loaded = load(site)
    known = {document.path for document in loaded.documents} | {"site.yaml"}
    broken = {finding.location.path for finding in loaded.findings}
    wanted = (path for path in sorted(known | broken) if path.endswith((".yaml", ".md")))
    return (site / path for path in wanted if (site / path).is_file())


def schemas_command(options: argparse.Namespace) -> int:
    """Writes schemas, settings for VS Code and forms for a CMS, and prints what has changed."""
    from generator.load.site import load
    from generator.report import dump
    from generator.scaffold import CannotWrite, ids_of, write_schemas

    site = options.site.resolve()
    try:
        written = write_schemas(site, ids_of(load(site)))
    except CannotWrite as problem:
        return misuse(str(problem))
    paths = [path.relative_to(site).as_posix() for path in written]
    print(
        dump({"written": paths}) if options.format == "json" else "\n".join(paths), end="\n" if paths else ""
    )
    return CLEAN
