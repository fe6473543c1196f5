"""Tables: headers that cells belong to, and no tables for layout."""

from __future__ import annotations

from collections.abc import Iterator

from generator.proofread.catalogue import REVIEW, WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage
from generator.proofread.html.tree import Element

_HEADER_ROLES = ("rowheader", "columnheader")


def data_tables(page: HtmlPage) -> Iterator[Element]:
    """The tables that assistive technology is told of as tables."""
    for table in page.told("table"):
        if page.exposure.role(table) in ("table", "grid", "treegrid"):
            yield table


def rows_of(table: Element) -> list[list[Element]]:
    """The cells of each row, those of tables within the table left out."""
    rows = [row for row in table.within("tr") if row.closest("table") is table]
    return [[cell for cell in row.elements if cell.name in ("td", "th")] for row in rows]


def cells_of(table: Element) -> list[Element]:
    """All cells of a table."""
    return [cell for row in rows_of(table) for cell in row]


def is_header(cell: Element) -> bool:
    """Whether a cell is a header."""
    return cell.name == "th" or cell.get("role").lower() in _HEADER_ROLES


def _is_layout(table: Element) -> bool:
    """A table of one row or column, or one that holds other tables, without headers or a caption."""
    rows = rows_of(table)
    marked = any(is_header(cell) for cell in cells_of(table)) or any(
        e.name in ("caption", "thead") for e in table.elements
    )
    small = len(rows) < 2 or max((len(row) for row in rows), default=0) < 2
    return (
        not marked
        and not table.get("aria-label")
        and (small or bool(list(table.within("table", "form", "nav"))))
    )


@rule("table-layout", REVIEW, "WCAG 2.2, 1.3.1 and 1.3.2", "html")
def table_layout(page: HtmlPage) -> Flaws:
    """
    What: A table holds data; it does not put things side by side.
    Why: A screen reader announces rows and columns that mean nothing, and on a telephone nothing fits.
    How: Use the style sheet; where that cannot be, write `role="presentation"`.
    """
    for table in data_tables(page):
        if _is_layout(table) and cells_of(table):
            yield Flaw(table, "This table seems only to put things side by side.", "Use the style sheet.")


@rule("table-headers", WARNING, "WCAG 2.2, 1.3.1", "html")
def table_headers(page: HtmlPage) -> Flaws:
    """
    What: A table of data has header cells.
    Why: Without them a screen reader reads numbers, and nobody knows what they count.
    How: Make the first row or the first column `th`.
    """
    for table in data_tables(page):
        cells = cells_of(table)
        if (
            cells
            and not _is_layout(table)
            and not any(is_header(cell) or cell.get("headers") for cell in cells)
        ):
            yield Flaw(table, "This table has no headers.", "Make the cells of the first row `th`.")


@rule("table-only-headers", WARNING, "WCAG 2.2, 1.3.1", "html")
def table_only_headers(page: HtmlPage) -> Flaws:
    """
    What: A table has data, not only headers.
    Why: Headers of nothing are announced as a table that is empty.
    How: Add the rows, or take the table out.
    """
    for table in data_tables(page):
        cells = cells_of(table)
        if (
            len(cells) > 1
            and all(cell.name == "th" and not cell.has("role") for cell in cells)
            and not any(part.get("id") for part in (table, *table.within("tbody")))
        ):
            yield Flaw(table, "This table has headers and no data.", "Add the rows, or take it out.")


@rule("table-scope", REVIEW, "WCAG 2.2, 1.3.1", "html")
def table_scope(page: HtmlPage) -> Flaws:
    """
    What: In a table with headers above and beside the data, each header says for what it stands.
    Why: Otherwise screen readers guess, and some guess wrong.
    How: Write `scope="col"` or `scope="row"` on every `th`.
    """
    for table in data_tables(page):
        rows = rows_of(table)
        above = len(rows) > 1 and len(rows[0]) > 1 and all(is_header(cell) for cell in rows[0])
        beside = any(
            row and is_header(row[0]) and any(not is_header(cell) for cell in row) for row in rows[1:]
        )
        silent = [
            cell
            for cell in cells_of(table)
            if cell.name == "th" and not cell.get("scope") and not cell.get("id")
        ]
        if above and beside and silent and not any(cell.get("headers") for cell in cells_of(table)):
            yield Flaw(
                silent[0],
                "This table has headers above and beside the data, and they do not say which is which.",
                'Write `scope="col"` or `scope="row"` on each.',
            )


@rule("table-nested", WARNING, "WCAG 2.2, 1.3.1 and 1.3.2", "html")
def table_nested(page: HtmlPage) -> Flaws:
    """
    What: No table stands in another table.
    Why: Nobody who hears it keeps track of which row of which table this is.
    How: Make two tables, one after the other.
    """
    for table in data_tables(page):
        outer = table.closest("table")
        if outer is not None and page.exposure.role(outer) in ("table", "grid", "treegrid"):
            yield Flaw(table, "This table stands in another table.", "Put it after the other.")


@rule("table-caption", REVIEW, "WCAG 2.2, 1.3.1 and 2.4.6", "html")
def table_caption(page: HtmlPage) -> Flaws:
    """
    What: A table says what it shows.
    Why: People who use a screen reader list the tables of a page; one without a name tells them nothing.
    How: Begin the table with a `caption`.
    """
    for table in data_tables(page):
        if (
            table.get("summary")
            and page.name(table)
            and table.get("summary").casefold() == page.name(table).casefold()
        ):
            yield Flaw(table, "The summary of this table repeats its caption.", "Take the summary out.")
        outer = table.closest("figure", "table")
        headed = any(is_header(cell) for cell in cells_of(table))
        if headed and not page.name(table) and outer is None and not _headed_before(page, table):
            yield Flaw(table, "Nothing says what this table shows.", "Begin it with a `caption`.")


def _headed_before(page: HtmlPage, table: Element) -> bool:
    """Whether a heading stands before the table, and no other table between them."""
    place = (table.line, table.column)
    headings = [(one.line, one.column) for _, one in page.headings if (one.line, one.column) < place]
    others = [(one.line, one.column) for one in page.find("table") if (one.line, one.column) < place]
    return bool(headings) and max(headings) > max(others, default=(0, 0))
