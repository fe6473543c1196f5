"""How a command ends, and the day it is asked for."""

from __future__ import annotations

import argparse
import sys
from datetime import date

CLEAN, BLOCKED, MISUSE = 0, 1, 2


def misuse(message: str) -> int:
    """Says why a command cannot be carried out, and returns the status for that."""
    print(message, file=sys.stderr)
    return MISUSE


def today_of(options: argparse.Namespace) -> date:
    """The clock is read here and nowhere else."""
    return options.today or date.today()  # noqa: DTZ011 - the editor's own day is the one that counts
