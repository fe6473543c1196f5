"""Tables for spreadsheets and programs: CSV as RFC 4180 has it, in UTF-8.

A cell that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""Excel reads a file as another encoding without it; other programs read it as part of the first cell."""

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell begins with that a spreadsheet calculates, letters of full width among them."""


def sheet(rows: Iterable[Sequence[str | int]], mark: bool = False) -> bytes:
    """Rows as a CSV file, with a byte order mark where it is meant for Excel."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return ((BYTE_ORDER_MARK if mark else "") + held.getvalue()).encode()


def _harmless(cell: str) -> str:
    """Text that stays text, also where spaces stand before the sign."""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell
