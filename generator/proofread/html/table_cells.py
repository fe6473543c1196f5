"""The cells of tables: none empty, none merged in the middle, none with a header that is not there."""

from __future__ import annotations

import re

from generator.proofread.catalogue import ERROR, REVIEW, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tables import cells_of, data_tables, is_header, rows_of
from generator.proofread.html.tree import Element


@rule("table-header-empty", REVIEW, "WCAG 2.2, 1.3.1", "html")
def table_header_empty(page: HtmlPage) -> Flaws:
    """
    What: Every header cell has words.
    Why: The cells below it belong to nothing.
    How: Write the header; make an empty corner a `td`.
    """
    for table in data_tables(page):
        for cell in cells_of(table):
            if cell.name == "th" and not page.name(cell) and page.exposure.told(cell):
                yield Flaw(cell, "This header is empty.", "Write it, or make an empty corner a `td`.")


@rule("table-empty-cells", REVIEW, "WCAG 2.2, 1.3.1", "html")
def table_empty_cells(page: HtmlPage) -> Flaws:
    """
    What: Every cell of a table says something.
    Why: Nobody knows whether an empty cell means none, unknown or forgotten.
    How: Write "none", "not known" or "as above".
    """
    for table in data_tables(page):
        rows = rows_of(table)
        if len(rows) < 2 or (page.has_script and len(cells_of(table)) < 3):
            continue
        empty = [c for n, row in enumerate(rows) for m, c in enumerate(row) if _is_blank(c) and (n or m)]
        if empty and any(is_header(cell) for cell in cells_of(table)):
            yield Flaw(
                empty[0],
                f"This table has {len(empty)} empty cell{'s' if len(empty) > 1 else ''}.",
                "Write what an empty cell means, for example “none”.",
            )


def _is_blank(cell: Element) -> bool:
    if cell.name != "td" or cell.get("aria-label") or cell.text:
        return False
    return not any(
        True for _ in cell.within("img", "svg", "input", "select", "textarea", "button", "video", "a")
    )


@rule("table-merged", REVIEW, "WCAG 2.2, 1.3.1", "html")
def table_merged(page: HtmlPage) -> Flaws:
    """
    What: The rows of a table have the same columns.
    Why: Where cells are merged in the middle, screen readers lose count and so do people.
    How: Make a list of it, or several simple tables.
    """
    for table in data_tables(page):
        rows = [row for row in rows_of(table) if any(cell.name == "td" for cell in row)]
        merged = any(_span(cell) > 1 for row in rows for cell in row if cell.name == "td")
        lengths = {len(row) for row in rows}
        widths = {sum(_span(cell) for cell in row) for row in rows}
        tall = any(cell.get("rowspan") not in ("", "1") for row in rows_of(table) for cell in row)
        uneven = len(widths) > 1 and not tall
        if (
            len(rows) > 1
            and any(is_header(c) for c in cells_of(table))
            and ((merged and len(lengths) > 1) or uneven)
        ):
            yield Flaw(
                table, "The rows of this table do not have the same columns.", "Make several simple tables."
            )


def _span(cell: Element) -> int:
    value = cell.get("colspan")
    return max(1, int(value)) if value.isdecimal() and len(value) < 5 else 1


@rule("table-header-ids", ERROR, "WCAG 2.2, 1.3.1", "html")
def table_header_ids(page: HtmlPage) -> Flaws:
    """
    What: `headers` of a cell names cells of the same table.
    Why: A screen reader would look for a header that is not there.
    How: Correct the id, or take `headers` out.
    """
    for table in data_tables(page):
        ids = {cell.get("id") for cell in cells_of(table)} - {""}
        for cell in cells_of(table):
            gone = [
                one
                for one in re.split(r"\s+", cell.get("headers"))
                if one and (one not in ids or one == cell.get("id"))
            ]
            if gone and page.exposure.told(cell):
                yield Flaw(
                    cell,
                    f"`headers` names a cell that is not in this table: {said(gone[0])}",
                    "Correct the id.",
                )
