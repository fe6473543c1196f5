"""The report's tables, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.diagnostics import Finding
from generator.model.due import Due
from generator.render.sheet import sheet


def due_sheet(items: Iterable[Due], today: date) -> bytes:
    """What is due, the earliest first."""
    head = ("date", "overdue", "what", "title", "owner", "path", "line")
    rows = (
        (i.date.isoformat(), "yes" if i.late(today) else "no", i.what, i.title, i.owner, i.path, i.line)
        for i in items
    )
    return b"".join(sheet((head, *rows), mark=True))


def finding_sheet(owned: Iterable[tuple[str, Finding]]) -> bytes:
    """Open findings with the role that answers for each."""
    head = ("owner", "severity", "rule", "message", "what to do", "source", "path", "line", "column")
    rows = ((owner, str(f.severity), f.rule, f.message, f.hint, f.source, *_place(f)) for owner, f in owned)
    return b"".join(sheet((head, *rows), mark=True))


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.location.path, finding.location.line, finding.location.column
