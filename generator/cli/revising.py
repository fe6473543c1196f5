"""The command `revise`: asks what citizens should know, and says what was done."""

from __future__ import annotations

import argparse
import sys

from generator.cli.status import CLEAN, misuse, today_of


def revise_command(options: argparse.Namespace) -> int:
    """Keeps the published version of a record and dates the new one."""
    from generator.report import dump
    from generator.revise.keep import CannotRevise, Request, revise

    why = options.why or _asked("Why does it change? ")
    if not why.strip():
        return misuse('Say why it changes, as citizens will read it: --why "…"')
    what = options.what or (
        "" if options.why else _asked("What changes for people? (Enter: the facts say it) ")
    )
    published = options.published or options.site / "public"
    request = Request(options.site, options.path, today_of(options), why.strip(), what.strip(), published)
    try:
        done = revise(request)
    except CannotRevise as problem:
        return misuse(str(problem))
    if options.format == "json":
        print(dump({"kept": done.kept, "record": done.record, "began": done.began.isoformat()}))
        return CLEAN
    print(done.kept)
    if not options.quiet:
        _explain(done.record, done.from_site, done.noted, options)
    return CLEAN


def _asked(question: str) -> str:
    """What somebody answers on a terminal; nobody is asked where there is none."""
    return input(question) if sys.stdin.isatty() else ""


def _explain(record: str, from_site: bool, noted: bool, options: argparse.Namespace) -> None:
    """What was done and what is left to do."""
    if from_site:
        print("The file had been changed already, so the version was taken from the site.", file=sys.stderr)
    note = "had a note for today" if noted else "has a note for today under `changes`"
    print(f"{record} {note}, and was dated {today_of(options)}.", file=sys.stderr)
    print("Now change what it says, and look at it with `diff` before you publish.", file=sys.stderr)
