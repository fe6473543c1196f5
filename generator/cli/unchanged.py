"""Whether everything is as it was when this very command was last given, and what it answered then.

Asked before anything else is imported, so that a build with nothing to do takes no time.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
import zlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.cli.result import Result, again
from generator.load.signatures import PROGRAM, Files, inputs, recalled, signature, still

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

MOST = 80
"""Answers that are kept: as many as there are ways in which somebody asks."""


def folder() -> str:
    """Where answers are kept: it can be deleted at any time."""
    around = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.environ.get("FAIR_NOTICE_CACHE") or os.path.join(around, "fair-notice")


def answered(given: Sequence[str]) -> Result | None:
    """What was answered to the same command, if all that it depends on is the same."""
    if given[0] not in ("build", "check") or "--no-cache" in given:
        return None
    try:
        kept = marshal.loads(recalled(_place(given)) or b"")
        same = kept["asked"] == _asked(given) and kept["day"] in ("", _day()) and still(kept["files"])
        return again(kept["result"]) if same else None
    except (ValueError, EOFError, TypeError, LookupError, AttributeError):
        return None


def inputs_of(options: argparse.Namespace, published: Path) -> Files | None:
    """What the answer will depend on, to be asked before anything is read; `None`: keep no answer."""
    from generator.load.templates import OURS

    site = str(options.site)
    return None if options.no_cache else inputs(site, str(OURS), str(published))


def keep_result(
    options: argparse.Namespace, files: Files | None, result: Result, written: Iterable[Path]
) -> None:
    """Keeps an answer for the next time, as long as `files` and what was `written` stay as they are."""
    if files is None:
        return
    from pathlib import Path

    from generator.save.keeping import keep

    files |= {str(path): signature(str(path)) for path in written}
    kept = {"asked": _asked(options.given), "day": "" if options.today else _day(), "files": files}
    keep(marshal.dumps({**kept, "result": result}), Path(_place(options.given)), MOST)


def _place(given: Sequence[str]) -> str:
    return os.path.join(folder(), f"answer-{zlib.crc32(repr(_asked(given)).encode()):08x}")


def _asked(given: Sequence[str]) -> tuple[object, ...]:
    return tuple(given), os.getcwd(), sys.stdout.isatty(), sys.version, PROGRAM


def _day() -> str:
    return time.strftime("%Y-%m-%d")
