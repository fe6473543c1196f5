"""The edge: what can be asked, what is printed where, and with which status it ends.

Standard output is the result, standard error the progress. Status 0: clean; 1: findings that
block; 2: misuse, or a site.yaml that cannot be used.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from generator.cli.result import say
from generator.cli.unchanged import answered

if TYPE_CHECKING:
    from argparse import Namespace

LOOSE = ("explain", "rules", "rollback", "verify")
"""Commands that need no site."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit status."""
    started = time.perf_counter()
    _make_readable(sys.stdout, sys.stderr)
    given = _command_first(list(sys.argv[1:] if arguments is None else arguments))
    known = answered(given)
    if known:
        return _safely(lambda: say(known, time.perf_counter() - started))
    from generator.cli.parser import parser
    from generator.cli.status import misuse

    options = parser().parse_args(given)
    options.given = given
    loose = options.command in LOOSE or getattr(options, "html", None)
    if not loose and not (options.site / "site.yaml").is_file():
        return misuse(f"There is no site.yaml in {options.site}. Name the site's folder with --site.")
    if getattr(options, "precompress", False) and not _has_brotli():
        return misuse("--precompress needs Brotli: install it with `pip install 'fair-notice[compress]'`.")
    from generator.cli.commands import RUN

    return _safely(lambda: _briefly(RUN[options.command], options))


def run() -> None:
    """Runs the command of this process, and ends it.

    Where nothing else is going on any more, the system takes back all memory at once: to give it back
    piece by piece would take a tenth of a build.
    """
    import gc

    gc.disable()
    status = _safely(lambda: _told(main()))
    if _alone():
        os._exit(status)
    sys.exit(status)


def _told(status: int) -> int:
    """The status, when all has been said."""
    sys.stdout.flush()
    sys.stderr.flush()
    return status


def _alone() -> bool:
    """Whether no thread and no process is at work for this one any more: an ordinary end sees to them."""
    threads, processes = sys.modules.get("threading"), sys.modules.get("multiprocessing")
    return not ((threads and threads.active_count() > 1) or (processes and processes.active_children()))


WITH_VALUE = ("--site", "--today", "--format")
"""The options of every command that are followed by a value; they may stand before the command too."""


def _command_first(given: list[str]) -> list[str]:
    """What was given with the command in front, also where options stand before it; none means `build`."""
    at = 0
    while at < len(given) and given[at].startswith("-"):
        if given[0] in ("-h", "--help"):
            return given
        if given[at].partition("=")[0] not in (*WITH_VALUE, "--quiet"):
            return ["build", *given]
        at += 2 if given[at] in WITH_VALUE else 1
    return [given[at], *given[:at], *given[at + 1 :]] if at < len(given) else ["build", *given]


def _briefly(command: Callable[[Namespace], int], options: Namespace) -> int:
    """Runs a command that ends soon: looking for memory to free would take longer than all that it frees."""
    import gc

    if options.command == "serve":
        gc.enable()
        return command(options)
    before = gc.isenabled()
    gc.disable()
    try:
        return command(options)
    finally:
        if before:
            gc.enable()


def _has_brotli() -> bool:
    from importlib.util import find_spec

    return find_spec("brotli") is not None


def _safely(run: Callable[[], int]) -> int:
    """Runs a command; whatever happens, an editor gets a sentence."""
    try:
        return run()
    except KeyboardInterrupt:
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except Exception as problem:
        from generator.cli.status import misuse

        return misuse(stumbled(problem))


def _make_readable(*streams: TextIO) -> None:
    """What goes to a file or another program is UTF-8; a terminal shows what it can."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def stumbled(problem: Exception) -> str:
    """What to say when the mistake is ours, with the place for whoever mends it."""
    from generator.diagnostics import place_of

    return (
        f"Fair Notice itself has stumbled: {type(problem).__name__}: {problem} ({place_of(problem)}). "
        "Nothing was written. Please report it with the file that you changed last."
    )


__all__ = ["main", "run"]
