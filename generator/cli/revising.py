"""The command `revise`: asks what citizens should know, and says what was done."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from generator.cli.shown import shown_now
from generator.cli.status import CLEAN, misuse, today_of

if TYPE_CHECKING:
    from generator.revise.keep import Revision


def revise_command(options: argparse.Namespace) -> int:
    """Keeps the published version of a record and dates the new one."""
    from generator.publish.publication import CannotPublish
    from generator.report import dump
    from generator.revise.keep import CannotRevise, Request, revise

    why = options.why or _asked("Why does it change? ")
    if not why.strip():
        return misuse('Say why it changes, as citizens will read it: --why "…"')
    what = options.what or (
        "" if options.why else _asked("What changes for people? (Enter: the facts say it) ")
    )
    try:
        before = shown_now(options, options.published)
        request = Request(options.site, options.path, today_of(options), why.strip(), what.strip(), before)
        done = revise(request)
    except (CannotRevise, CannotPublish) as problem:
        return misuse(str(problem))
    if options.format == "json":
        print(dump({"kept": done.kept, "record": done.record, "began": done.began.isoformat()}))
        return CLEAN
    print(done.kept)
    if not options.quiet:
        _explain(done, seen=before is not None, options=options)
    return CLEAN


def _asked(question: str) -> str:
    """What somebody answers on a terminal; nobody is asked where there is none."""
    return input(question) if sys.stdin.isatty() else ""


def _explain(done: Revision, seen: bool, options: argparse.Namespace) -> None:
    """What was done and what is left to do; `seen` says whether what is published could be looked at."""
    if not seen:
        print(
            "Nothing is published where it could be looked at, so the version is the file as it was just "
            "now. If that is not what people were told, put it right, or name what is published with "
            "--published.",
            file=sys.stderr,
        )
    if done.from_site:
        print("The file had been changed already, so the version was taken from the site.", file=sys.stderr)
    note = "had a note for today" if done.noted else "has a note for today under `changes`"
    print(f"{done.record} {note}, and was dated {today_of(options)}.", file=sys.stderr)
    print("Now change what it says, and look at it with `diff` before you publish.", file=sys.stderr)
