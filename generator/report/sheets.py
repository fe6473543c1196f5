"""Tables for spreadsheets: CSV as RFC 4180 has it, in UTF-8 with a byte order mark.

The mark is for Excel, which reads the file as another encoding without it; everything else that
reads CSV knows it. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from generator.diagnostics import Finding
from generator.model.due import Due

BYTE_ORDER_MARK = "\ufeff"
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell begins with that a spreadsheet calculates, letters of full width among them."""


def sheet(rows: Iterable[Sequence[str | int]]) -> bytes:
    """Rows as a CSV file."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return (BYTE_ORDER_MARK + held.getvalue()).encode()


def _harmless(cell: str) -> str:
    """Text that stays text, also where spaces stand before the sign."""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def due_sheet(items: Iterable[Due], today: date) -> bytes:
    """What is due, the earliest first."""
    head = ("date", "overdue", "what", "title", "owner", "path", "line")
    rows = (
        (i.date.isoformat(), "yes" if i.late(today) else "no", i.what, i.title, i.owner, i.path, i.line)
        for i in items
    )
    return sheet((head, *rows))


def finding_sheet(owned: Iterable[tuple[str, Finding]]) -> bytes:
    """Open findings with the role that answers for each."""
    head = ("owner", "severity", "rule", "message", "what to do", "source", "path", "line", "column")
    rows = ((owner, str(f.severity), f.rule, f.message, f.hint, f.source, *_place(f)) for owner, f in owned)
    return sheet((head, *rows))


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.location.path, finding.location.line, finding.location.column
