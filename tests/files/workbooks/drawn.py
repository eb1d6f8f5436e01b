"""Workbooks drawn for the tests."""

import io
import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

LIST = "表一"
FIRST, LAST = 4, 6  # data rows of the drawn list
_SIDE = Side(style="thin")
THIN = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


def saved(book: Workbook) -> bytes:
    """The workbook as a file's bytes."""
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def loaded(content: bytes) -> Workbook:
    """The bytes as openpyxl reads them."""
    return openpyxl.load_workbook(io.BytesIO(content))


def list_form() -> bytes:
    """A list of three rows with about everything that real forms have, and sheets that calculate with it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = LIST
    _draw_list(sheet)
    _draw_rules(sheet)
    summary = book.create_sheet("汇总")
    summary["A1"] = f"=SUM({LIST}!E{FIRST}:E{LAST})"
    summary["A2"] = f"='{LIST}'!E{LAST + 1}"
    hidden = book.create_sheet("字典")
    hidden.sheet_state = "hidden"
    for row, text in enumerate(("户主", "配偶", "子"), 1):
        hidden.cell(row, 1, text)
    book.create_sheet("说明")["A1"] = "一式两份"
    book.defined_names["合计数"] = DefinedName("合计数", attr_text=f"{LIST}!$E${LAST + 1}")
    book.defined_names["关系"] = DefinedName("关系", attr_text="字典!$A$1:$A$3")
    return saved(book)


def _draw_list(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:H1")
    sheet["A1"] = "补贴发放表"
    sheet["A1"].font = Font(bold=True, size=18)
    sheet["A2"] = "填报单位："
    for column, text in enumerate(("序号", "姓名", "数量", "单价", "金额", "地址", None, "名次"), 1):
        sheet.cell(3, column, text).border = THIN
    for row in range(FIRST, LAST + 1):
        sheet.row_dimensions[row].height = 25
        for column in range(1, 9):
            cell = sheet.cell(row, column)
            cell.border = THIN
            cell.alignment = Alignment(horizontal="center")
        sheet.cell(row, 5, f"=C{row}*D{row}").number_format = "0.00"
        sheet.cell(row, 8, f"=RANK(E{row},E${FIRST}:E${LAST})")
        sheet.cell(row, 9, f"=SUM(C${FIRST}:C{row})")
        sheet.merge_cells(f"F{row}:G{row}")
    total = LAST + 1
    sheet.cell(total, 1, "合计")
    sheet.cell(total, 3, f"=SUM(C{FIRST}:C{LAST})")
    sheet.cell(total, 5, f"=SUM(E{FIRST}:E{LAST})")
    sheet.merge_cells(f"A{total}:B{total}")
    sheet.merge_cells(f"A{total + 1}:H{total + 2}")
    sheet.cell(total + 1, 1, "说明：如实填写。").comment = Comment("批注", "李")


def _draw_rules(sheet: Worksheet) -> None:
    for area, formula in (("B", '"甲,乙"'), ("D", "关系")):
        validation = DataValidation(type="list", formula1=formula)
        validation.add(f"{area}{FIRST}:{area}{LAST}")
        sheet.add_data_validation(validation)
    red = CellIsRule(operator="greaterThan", formula=[f"$E${LAST + 1}"], font=Font(color="FFFF0000"))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(f"E{FIRST}:E{LAST}", red)
    sheet.print_area = f"A1:I{LAST + 3}"
    sheet.print_title_rows = "1:3"
    sheet.auto_filter.ref = f"A3:I{LAST}"
    sheet.freeze_panes = "B4"


def card_form() -> bytes:
    """A protected card: labels locked, blanks open."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "登记表"
    for row, label in enumerate(("姓名", "电话"), 1):
        sheet.cell(row, 1, label).fill = PatternFill("solid", fgColor="FFEEEEEE")
        sheet.cell(row, 2).protection = Protection(locked=False)
    sheet.cell(3, 1, "=登记表!B1&B2")
    sheet["A2"].comment = Comment("手机", "李")
    sheet.print_area = "A1:B3"
    sheet.protection.sheet = True
    book.create_sheet("说明")["A1"] = "一式两份"
    return saved(book)


def with_part(content: bytes, part: str, text: str) -> bytes:
    """The package with one part replaced or added."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in source.namelist():
            if name != part:
                out.writestr(source.getinfo(name), source.read(name))
        out.writestr(part, text)
    return written.getvalue()


def part_of(content: bytes, part: str) -> str:
    """The text of one part."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(part).decode()


def contents(content: bytes) -> dict[str, bytes]:
    """All parts, inflated."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}
