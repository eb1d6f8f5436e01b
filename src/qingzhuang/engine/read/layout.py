"""What a reader found in a sheet: fields with their labels and paths, tables, and the lines around them."""

from dataclasses import dataclass
from enum import StrEnum


class SheetKind(StrEnum):
    """Kind of a sheet (contract of `recognise`)."""

    CARD = "card"
    LIST = "list"
    CROSSTAB = "crosstab"
    MIXED = "mixed"
    NONE = "none"


class FieldKind(StrEnum):
    """Kind of a field (contract of `recognise`)."""

    CELL = "cell"
    COLUMN = "column"
    CROSS = "cross"
    INLINE = "inline"


class Purpose(StrEnum):
    """What a field is there for. Only ASKED fields can be gaps."""

    ASKED = "asked"
    SERIAL = "serial"  # 序号
    SIGNATURE = "signature"  # signature, seal, opinion of an office: never a gap
    HEADER = "header"  # 填报单位, 填报日期 and the like, printed above or below the table
    REMARK = "remark"  # 备注: never a gap


@dataclass(frozen=True, slots=True)
class Field:
    """
    Something a person would fill.

    row, column: the cell (top left of a merged region; for a column its first data cell). blank: 1, 2 …
    where several blanks stand in one cell. label: leaf as printed, None if there is none. path: outermost
    first, the leaf last. unit: as printed. header_rows, first_row, last_row: of a column's table, first and
    last included. options: entries of a drop-down or of printed tick boxes. printed: text already in the
    cell (姓名：____). table: index into SheetLayout.tables, None outside tables.
    """

    row: int
    column: int
    label: str | None
    path: tuple[str, ...]
    kind: FieldKind
    purpose: Purpose = Purpose.ASKED
    blank: int | None = None
    unit: str | None = None
    header_rows: tuple[int, int] | None = None
    first_row: int | None = None
    last_row: int | None = None
    options: tuple[str, ...] = ()
    printed: str = ""
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """
    A list of records: rows below a header.

    first_row–last_row: the rows meant for records (blank, pre-listed or sample). sample_rows: printed
    examples (例), which stay and are no person. total_rows: 合计 rows below or above the records.
    first_column–last_column: width.
    """

    header_rows: tuple[int, int]
    first_row: int
    last_row: int
    first_column: int
    last_column: int
    sample_rows: tuple[int, ...] = ()
    total_rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """
    One sheet, read. title: of the form. notes: text of the notes (填表说明), line by line. printed_day: the
    day printed on the sheet (统计截止日期, 填报日期 …), ISO, or None. stated_units: of a line 单位：亩、元.
    """

    name: str
    kind: SheetKind
    fields: tuple[Field, ...]
    tables: tuple[Table, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()
    printed_day: str | None = None
    stated_units: tuple[str, ...] = ()
