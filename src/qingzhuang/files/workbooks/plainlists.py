"""A plain list as a workbook: one sheet, a heading row, texts only."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_GREY = PatternFill("solid", fgColor="EDEDED")


def plain_list(
    title: str, columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[str | int]], *, note: str = ""
) -> bytes:
    """
    The workbook as bytes. title: of the sheet. columns: heading and width in characters. note: a line above.

    Texts stay texts: what begins with = is no formula when the file is opened.
    """
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise ValueError("a new workbook has a sheet")
    sheet.title = title
    top = 2 if note else 1
    if note:
        _put(sheet, 1, 1, note)
    for at, (label, width) in enumerate(columns, start=1):
        _put(sheet, top, at, label)
        sheet.cell(top, at).font, sheet.cell(top, at).fill = Font(bold=True), _GREY
        sheet.column_dimensions[get_column_letter(at)].width = width
    for offset, row in enumerate(rows, start=top + 1):
        for at, value in enumerate(row, start=1):
            _put(sheet, offset, at, value)
            sheet.cell(offset, at).alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = f"A{top + 1}"
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(columns))}{top + len(rows)}"
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _put(sheet: Worksheet, row: int, column: int, value: str | int) -> None:
    cell = sheet.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type = "s"
