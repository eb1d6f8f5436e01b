"""Lists: which row gets whom, how many rows must grow, what each cell of a record gets."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qingzhuang.engine.fill.asking import Asking, CellPlan, Place, answer_cell
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.listed import PrintedRow, find_listed
from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.engine.fill.skeletons import into_blank, is_blank_text
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.layout import FieldKind, Purpose, Table
from qingzhuang.engine.values.domain import Raw, Written

# Words, not a number: neither digits nor only Chinese numerals.
_WORDS = re.compile(r"(?![一二三四五六七八九十百零〇]+[、.．]?$)[\u4e00-\u9fff、（）()]{2,}")

ASKING = (Purpose.ASKED, Purpose.SERIAL)


@dataclass(frozen=True, slots=True)
class RowOf:
    """
    One record: its row in the finished file, the template's row it looks like, its number from 1. is_new: the
    row is added.
    """

    row: int
    model: int
    subject: Profile
    serial: int
    is_new: bool = False


def columns_of(asked: tuple[Asked, ...], table: int) -> tuple[Asked, ...]:
    """The columns of one table that may be filled: those asked for, and the serial number."""
    return tuple(
        a
        for a in asked
        if a.field.table == table and a.field.kind is FieldKind.COLUMN and a.field.purpose in ASKING
    )


def record_rows(sheet: FormSheet, table: Table) -> tuple[int, ...]:
    """The template's rows for records: no sample, no total, no hidden row, no row inside a merge, no band."""
    area = (table.first_row, table.first_column, table.last_row, table.last_column)
    found = sheet.worked.record_rows.get(area)
    if found is None:
        found = sheet.worked.record_rows[area] = _record_rows(sheet, table)
    return found


def _record_rows(sheet: FormSheet, table: Table) -> tuple[int, ...]:
    barred = {*table.sample_rows, *table.total_rows, *sheet.grid.hidden_rows}
    rows = (row for row in range(table.first_row, table.last_row + 1) if row not in barred)
    return tuple(
        row for row in rows if not _is_inside_merge(sheet, table, row) and not _is_band(sheet, table, row)
    )


def printed_rows(
    sheet: FormSheet, columns: tuple[Asked, ...], rows: tuple[int, ...]
) -> tuple[PrintedRow, ...]:
    """What each record row shows already in the bound columns."""
    return tuple(PrintedRow(row, _printed(sheet, columns, row)) for row in rows)


def n_listed_and_free(
    sheet: FormSheet, columns: tuple[Asked, ...], rows: tuple[int, ...]
) -> tuple[int, list[int]]:
    """How many record rows have somebody printed in them, and the rows that have nobody."""
    if _text_rows(sheet).isdisjoint(rows):
        return 0, list(rows)
    printed = printed_rows(sheet, columns, rows)
    free = [row.row for row in printed if not row.is_listed]
    return len(printed) - len(free), free


def place_listed(
    asking: Asking,
    rows: tuple[PrintedRow, ...],
    among: tuple[Profile, ...],
    *,
    is_household: bool,
) -> tuple[tuple[RowOf, ...], tuple[str, ...]]:
    """
    The listed rows, as numbered in the template, with whom they mean, and a sentence for each that fits
    nobody or two.
    """
    placed: list[RowOf] = []
    notes: list[str] = []
    for serial, printed in enumerate((row for row in rows if row.is_listed), 1):
        found = find_listed(asking, printed, among=among, is_household=is_household)
        if found.subject is None:
            notes.append(found.note)
        else:
            placed.append(RowOf(printed.row, printed.row, found.subject, serial))
    return tuple(placed), tuple(notes)


def plan_cell(asking: Asking, sheet: FormSheet, asked: Asked, record: RowOf) -> CellPlan | None:
    """What one cell of a record gets; printed values, formulas and locked cells are left alone (R-FIL-24)."""
    model = sheet.grid.at(record.model, asked.field.column)
    at, printed = (record.model, asked.field.column), "" if record.is_new else model.text
    place = Place(sheet.layout.name, record.row, asked.field.column, at, bool(printed.strip()))
    if not is_writable(model, record.model, asked.field.column):
        return None
    if not is_blank_text(printed):
        return None
    if asked.field.purpose is Purpose.SERIAL:
        return CellPlan(place, write=Write(place.sheet, place.row, place.column, record.serial))
    planned = answer_cell(asking, sheet, asked, record.subject, place)
    return keep_unit(planned, printed)


def moved_by(growths: Sequence[Growth], row: int) -> int:
    """How far a row of the template moves down: by the rows that grow above it."""
    return sum(growth.n for growth in growths if growth.after_row < row)


def is_writable(cell: Cell, row: int, column: int) -> bool:
    """Whether a cell may be written: no formula, not locked, no covered cell of a merged region."""
    return cell.formula is None and not cell.style.is_locked and (cell.row, cell.column) == (row, column)


def keep_unit(planned: CellPlan | None, printed: str) -> CellPlan | None:
    """The plan with a unit that stands in the cell kept behind the value (120平方米)."""
    if planned is None or planned.write is None or not printed.strip():
        return planned
    write = planned.write
    text: Written = into_blank(printed, str(write.value))
    changed = Write(write.sheet, write.row, write.column, text, write.claim)
    return CellPlan(planned.place, write=changed) if text != str(write.value) else planned


def _printed(sheet: FormSheet, columns: tuple[Asked, ...], row: int) -> tuple[tuple[Asked, Raw], ...]:
    if row not in _text_rows(sheet):
        return ()
    cells = ((asked, sheet.grid.at(row, asked.field.column)) for asked in columns)
    return tuple(
        (asked, cell.raw if cell.raw is not None else cell.text)
        for asked, cell in cells
        if asked.key is not None and cell.formula is None and not is_blank_text(cell.text)
    )


def _text_rows(sheet: FormSheet) -> frozenset[int]:
    """Rows of the template in which something is printed."""
    known = sheet.worked.text_rows
    if not known:
        printed = (cell for cell in sheet.grid.cells.values() if cell.text or cell.raw is not None)
        known.append(frozenset(row for cell in printed for row in range(cell.row, cell.last_row + 1)))
    return known[0]


def _is_inside_merge(sheet: FormSheet, table: Table, row: int) -> bool:
    """Whether most of the row is covered from above: the second line of a record, or a note."""
    width = range(table.first_column, table.last_column + 1)
    covered = sum(sheet.grid.covered.get((row, column), (row, 0))[0] < row for column in width)
    return covered * 2 > len(width)


def _is_band(sheet: FormSheet, table: Table, row: int) -> bool:
    """Whether a text over two columns or more, most of the row's width, divides the list (R-FIL-26)."""
    width = table.last_column - table.first_column + 1
    cells = {sheet.grid.at(row, column) for column in range(table.first_column, table.last_column + 1)}
    wide = [cell for cell in cells if cell.columns * 2 > width and cell.columns > 1 and cell.text.strip()]
    if not wide:
        return _is_unmerged_band(sheet, table, cells)
    heads = [field.column for field in sheet.layout.fields if field.header_rows == table.header_rows]
    return any(sum(cell.column <= head <= cell.last_column for head in heads) > 1 for cell in wide)


def _is_unmerged_band(sheet: FormSheet, table: Table, cells: Iterable[Cell]) -> bool:
    """Whether words stand alone in the row, in the column of the serial numbers (一组, nothing merged)."""
    texts = [cell for cell in cells if cell.text.strip() or cell.formula is not None]
    if len(texts) != 1 or not _WORDS.fullmatch(texts[0].text.strip()):
        return False
    return any(
        field.column == texts[0].column and field.purpose is Purpose.SERIAL
        for field in sheet.layout.fields
        if field.header_rows == table.header_rows
    )
