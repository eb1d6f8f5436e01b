"""Reading a sheet that came back against the sheet that was sent. Rules R-RET in docs/rules/returning.md."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qingzhuang.engine.collect.returned.columns import CellColumns, table_columns
from qingzhuang.engine.collect.returned.prints import print_key
from qingzhuang.engine.collect.returned.rows import Print, RowMap, found_rows, prints_of
from qingzhuang.engine.read.grid import Cell, Grid
from qingzhuang.engine.read.layout import FieldKind, Purpose, SheetLayout, Table

# A village may take away or rename a column or two; another form of the same office shares names and
# numbers, but less than this (R-RET-03).
_ENOUGH = 0.75


@dataclass(frozen=True, slots=True)
class ReturnedCell:
    """What stands in a blank that came back. at: place of its field in the sent layout. cell: as now."""

    at: int
    row: int
    column: int
    cell: Cell


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a list that came back: its row in the returned sheet, and its filled or blank cells."""

    row: int
    cells: tuple[ReturnedCell, ...]


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """
    One sheet that came back, read against one that was sent.

    returned: as it is now. blanks: outside tables. records: table → its rows. lost: places of the asked
    fields that were not found again. share: of prints and fields found, 0 to 1.
    """

    returned: Grid
    blanks: tuple[ReturnedCell, ...]
    records: Mapping[int, tuple[Record, ...]]
    lost: tuple[int, ...]
    share: float


def read_returned(sent: Grid, layout: SheetLayout, returned: Grid) -> ReturnedSheet | None:
    """
    The blanks of a sheet that came back; None if it is not this form (R-RET-03).

    sent, layout: the form as it was sent out, before filling. returned: a sheet saved again by any program,
    with rows and columns moved, added or taken away.
    """
    prints = prints_of(sent, layout)
    rows = found_rows(prints, returned)
    if rows.share < _ENOUGH or not _has_title(prints, layout, returned):
        return None
    tables = {at: table_columns(sent, returned, table, rows) for at, table in enumerate(layout.tables)}
    columns = CellColumns(prints, returned, rows)
    blanks = tuple(_blanks(layout, returned, rows, columns))
    found = {each.at for each in blanks}
    asked = [at for at, field in enumerate(layout.fields) if field.purpose is Purpose.ASKED]
    lost = tuple(
        at
        for at in asked
        if at not in found and layout.fields[at].column not in tables.get(_table_of(layout, at), {})
    )
    if not asked or len(lost) > len(asked) * (1 - _ENOUGH):
        return None
    records = {
        at: tuple(_records(layout, at, _Found(sent, returned, rows, own)))
        for at, own in tables.items()
        if own
    }
    return ReturnedSheet(returned, blanks, records, lost, rows.share - len(lost) / len(asked))


def _table_of(layout: SheetLayout, at: int) -> int:
    field = layout.fields[at]
    return -1 if field.table is None or field.kind is not FieldKind.COLUMN else field.table


def _has_title(prints: tuple[Print, ...], layout: SheetLayout, returned: Grid) -> bool:
    """Whether the form's title stands in the sheet, perhaps with words before or behind it."""
    title = print_key(layout.title)
    own = next((each for each in prints if each.key == title), None)
    if not title or own is None:
        return True
    texts = ((cell.text, print_key(cell.text)) for cell in returned.cells.values() if cell.text)
    return any(title in key or own.is_in(text, key) for text, key in texts)


def _blanks(
    layout: SheetLayout, returned: Grid, rows: RowMap, columns: CellColumns
) -> Iterator[ReturnedCell]:
    for at, field in enumerate(layout.fields):
        if field.kind is FieldKind.COLUMN:
            continue
        row = rows.row_of(field.row)
        column = columns.column_of(field.row, field.column)
        if row is None or column is None:
            continue
        if (row, column) not in columns.printed or field.printed.strip():
            yield ReturnedCell(at, row, column, returned.at(row, column))


@dataclass(frozen=True, slots=True)
class _Found:
    """One table of both sheets: its rows and columns found again."""

    sent: Grid
    returned: Grid
    rows: RowMap
    columns: Mapping[int, int]


def _records(layout: SheetLayout, table_at: int, found: _Found) -> Iterator[Record]:
    """The rows below a header, down to the next print; printed samples, totals and bands are none."""
    table, columns, returned = layout.tables[table_at], found.columns, found.returned
    fields = [
        (at, columns[field.column])
        for at, field in enumerate(layout.fields)
        if field.table == table_at and field.kind is FieldKind.COLUMN and field.column in columns
    ]
    printed = _printed_rows(found.sent, table, columns)
    for row in _rows_below(table, found.rows, returned):
        cells = tuple(ReturnedCell(at, row, column, returned.at(row, column)) for at, column in fields)
        texts = tuple(print_key(each.cell.text) for each in cells)
        if any(texts) and _texts_of(returned, row, columns) not in printed:
            yield Record(row, cells)


def _rows_below(table: Table, rows: RowMap, returned: Grid) -> Iterator[int]:
    """Rows between the header and what is printed below the records."""
    top = rows.row_of(table.header_rows[1])
    if top is None:
        return
    below = (to for row, to in rows.rows.items() if row > table.last_row and row not in table.total_rows)
    totals = {to for row, to in rows.rows.items() if row in table.total_rows}
    end = min(below, default=returned.n_rows + 1)
    yield from (row for row in range(top + 1, end) if row not in totals)


def _printed_rows(sent: Grid, table: Table, columns: Mapping[int, int]) -> set[tuple[str, ...]]:
    """What rows say that were printed beforehand (samples, listed names): untouched they are no news."""
    rows = range(table.first_row, table.last_row + 1)
    return {tuple(print_key(sent.text(row, column)) for column in sorted(columns)) for row in rows}


def _texts_of(returned: Grid, row: int, columns: Mapping[int, int]) -> tuple[str, ...]:
    return tuple(print_key(returned.text(row, columns[column])) for column in sorted(columns))
