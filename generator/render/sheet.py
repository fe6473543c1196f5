"""Tables for spreadsheets and programs: CSV as RFC 4180 has it, in UTF-8.

A cell that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""Excel reads a file as another encoding without it; other programs read it as part of the first cell."""

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell begins with that a spreadsheet calculates, letters of full width among them."""


class _Line:
    """What a row is written to: it is handed back, so that no more than one is held."""

    def write(self, line: str) -> str:
        """The line as it is."""
        return line


def sheet(rows: Iterable[Sequence[str | int]], mark: bool = False) -> Iterator[bytes]:
    """Rows as the lines of a CSV file, with a byte order mark where it is meant for Excel."""
    if mark:
        yield BYTE_ORDER_MARK.encode()
    writer = csv.writer(_Line(), lineterminator="\r\n")
    for row in rows:
        line: str = writer.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in row])
        yield line.encode()


def _harmless(cell: str) -> str:
    """Text that stays text, also where spaces stand before the sign."""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell
