"""A drawn form as the old programs save it."""

import io
from functools import cache

from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.datavalidation import DataValidation

from qingzhuang.files.intake.giving import as_old_workbook

HEADERS = ("序号", "姓名", "身份证号", "性别", "出生日期", "金额", "合计")
_BOX = Border(*(Side("thin"),) * 4)


@cache
def new_form() -> bytes:
    """A list of six blank rows with a title, a drop-down, formats, formulas, a hidden column and sheet."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = "名单"
    page["A1"] = "困难群众补助名单"
    page.merge_cells("A1:G1")
    for column, label in enumerate(HEADERS, 1):
        page.cell(2, column, label)
    for row in range(2, 9):
        for column in range(1, 8):
            page.cell(row, column).border = _BOX
    for row in range(3, 9):
        page.cell(row, 3).number_format = "@"
        page.cell(row, 5).number_format = "yyyy-mm-dd"
        page.cell(row, 6).number_format = "0.00"
        page.cell(row, 7, f"=F{row}*2")
    page["A9"], page["F9"] = "合计", "=SUM(F3:F8)"
    page.column_dimensions["G"].hidden = True
    choice = DataValidation(type="list", formula1="码表!$A$1:$A$2")
    choice.add("D3:D8")
    page.add_data_validation(choice)
    codes = book.create_sheet("码表")
    codes["A1"], codes["A2"] = "1-男", "2-女"
    codes.sheet_state = "hidden"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@cache
def old_form() -> bytes:
    """The same form as .xls."""
    return as_old_workbook(new_form())
