"""Drawing a sheet as offices do: a merged title, a line about who filled it, merged headers, borders."""

from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | None
Row = Sequence[Value]
Header = Sequence[tuple[str, Sequence[str]]]  # (heading, its sub-headings); no sub-headings: merged downwards

_THIN = Side(style="thin", color="000000")
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="EDEDED")
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def new_sheet(title: str) -> tuple[Workbook, Worksheet]:
    """A workbook with one empty sheet of this name."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise ValueError("a new workbook has a sheet")
    sheet.title = title
    return book, sheet


def n_columns(header: Header) -> int:
    """Width of a header in columns."""
    return sum(len(below) or 1 for _, below in header)


def draw_title(sheet: Worksheet, title: str, line: str, *, width: int) -> None:
    """Row 1: the title over the whole width; row 2: the line about unit and day."""
    for row, text, size in ((1, title, 18.0), (2, line, 11.0)):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        cell = sheet.cell(row, 1, text)
        cell.font = Font(name="宋体", size=size, bold=row == 1)
        cell.alignment = _MIDDLE if row == 1 else Alignment(horizontal="left", vertical="center")
    sheet.row_dimensions[1].height = 34


def draw_header(sheet: Worksheet, header: Header, *, row: int) -> int:
    """The header from this row on, two rows deep where there are sub-headings; the first row below it."""
    is_deep = any(below for _, below in header)
    column = 1
    for heading, below in header:
        sheet.cell(row, column, heading)
        if below:
            sheet.merge_cells(
                start_row=row, start_column=column, end_row=row, end_column=column + len(below) - 1
            )
            for offset, text in enumerate(below):
                sheet.cell(row + 1, column + offset, text)
        elif is_deep:
            sheet.merge_cells(start_row=row, start_column=column, end_row=row + 1, end_column=column)
        column += len(below) or 1
    last = row + int(is_deep)
    for each in range(row, last + 1):
        for at in range(1, column):
            cell = sheet.cell(each, at)
            cell.font, cell.fill = Font(name="黑体", size=11), _GREY
            cell.border, cell.alignment = BORDER, _MIDDLE
    return last + 1


def draw_rows(sheet: Worksheet, rows: Sequence[Row], *, row: int) -> int:
    """Rows of values with borders, from this row on; the first row below them."""
    for offset, values in enumerate(rows):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row + offset, column, value)
            cell.font, cell.border = Font(name="宋体", size=11), BORDER
            if isinstance(value, date):
                cell.number_format = "yyyy/m/d"
    return row + len(rows)


def merge_down(sheet: Worksheet, columns: Sequence[int], *, first_row: int, last_row: int) -> None:
    """One merged cell per column over these rows: said once for a household."""
    for column in columns if last_row > first_row else ():
        for row in range(first_row + 1, last_row + 1):
            sheet.cell(row, column).value = None
        sheet.merge_cells(start_row=first_row, start_column=column, end_row=last_row, end_column=column)


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Column widths, in characters."""
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
