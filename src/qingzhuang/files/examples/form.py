"""A department's form, drawn as departments draw theirs; of our own making, after no one's."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from qingzhuang.files.examples.drawing import (
    BORDER,
    Header,
    draw_header,
    draw_title,
    n_columns,
    new_sheet,
    set_widths,
)

TITLE = "困难群众基本情况核查表"
SHEET = "核查表"
_PERSON = ("姓名", "性别", "公民身份号码", "出生年月", "年龄", "民族", "联系电话", "健康状况")
_HOUSEHOLD = ("户主姓名", "家庭人口数", "耕地面积（公顷）", "住房建筑面积（平方米）", "房屋结构")
_RELIEF = ("低保金额（元/月）", "全年合计（元）", "残疾类别", "残疾等级", "开户银行", "银行账号")
HEADER: Header = (
    ("序号", ()),
    ("本人情况", _PERSON),
    ("家庭情况", _HOUSEHOLD),
    ("救助情况", _RELIEF),
    ("备注", ()),
)
FIRST_ROW, N_ROWS = (
    5,
    8,
)  # eight empty rows between the header and the sum; the form grows where more are needed
_NOTES = (
    "填表说明：1.本表由村（社区）填写，一人一行；公民身份号码、银行账号按文本填写。",
    "2.出生年月写到月；年龄按周岁；耕地面积以公顷计，保留两位小数。",
    "3.民族、残疾等级、性别从下拉选项中选择。",
)
_ETHNIC_CODES = ("01-汉族", "02-蒙古族", "03-回族", "08-壮族", "11-满族", "15-土家族", "22-畲族")
_GRADE_CODES = ("1-一级", "2-二级", "3-三级", "4-四级")


def draw_form(path: Path) -> None:
    """The empty form: two-row header, drop-downs, a formula column, a sum, notes, print set-up."""
    book, sheet = new_sheet(SHEET)
    width = n_columns(HEADER)
    line = "填报单位（盖章）：                              填报日期：      年    月    日"
    draw_title(sheet, TITLE, line, width=width)
    draw_header(sheet, HEADER, row=3)
    sheet.row_dimensions[4].height = 32
    total_row = FIRST_ROW + N_ROWS
    for row in range(FIRST_ROW, total_row + 1):
        _draw_row(sheet, row, width=width)
    _draw_sum(sheet, total_row)
    _draw_foot(sheet, total_row + 1, width=width)
    codes = book.create_sheet("代码")
    for row, code in enumerate(_ETHNIC_CODES, start=1):
        codes.cell(row, 1, code)
    codes.sheet_state = "hidden"
    _add_drop_downs(sheet)
    _set_up_print(sheet, last_row=total_row + 1 + len(_NOTES))
    book.save(path)


def column_of(label: str) -> int:
    """The column that stands under this label, counted from 1."""
    labels = [text for heading, below in HEADER for text in (below or (heading,))]
    return labels.index(label) + 1


def _draw_row(sheet: Worksheet, row: int, *, width: int) -> None:
    sheet.row_dimensions[row].height = 24
    for column in range(1, width + 1):
        cell = sheet.cell(row, column)
        cell.border, cell.font = BORDER, Font(name="宋体", size=11)
        cell.alignment = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)
    for label, number_format in (
        ("公民身份号码", "@"),
        ("银行账号", "@"),
        ("出生年月", 'yyyy"年"m"月"'),
        ("耕地面积（公顷）", "0.00"),
        ("低保金额（元/月）", "#,##0.00"),
        ("全年合计（元）", "#,##0.00"),
    ):
        sheet.cell(row, column_of(label)).number_format = number_format
    monthly = sheet.cell(row, column_of("低保金额（元/月）")).coordinate
    sheet.cell(row, column_of("全年合计（元）"), f'=IF({monthly}="","",{monthly}*12)')


def _draw_sum(sheet: Worksheet, row: int) -> None:
    """合计: the sum of the yearly amounts."""
    sheet.cell(row, 1, "合计")
    column = column_of("全年合计（元）")
    letter = get_column_letter(column)
    sheet.cell(row, column, f"=SUM({letter}{FIRST_ROW}:{letter}{row - 1})")


def _draw_foot(sheet: Worksheet, row: int, *, width: int) -> None:
    """A line for signatures, then the notes."""
    foot = (
        "单位负责人：                    审核人：                    填表人：                    联系电话："
    )
    for offset, text in enumerate((foot, *_NOTES)):
        at = row + offset
        sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=width)
        sheet.cell(at, 1, text).alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)


def _add_drop_downs(sheet: Worksheet) -> None:
    last = FIRST_ROW + N_ROWS - 1
    for label, formula in (
        ("性别", _listed(("男", "女"))),
        ("民族", f"代码!$A$1:$A${len(_ETHNIC_CODES)}"),
        ("残疾等级", _listed(_GRADE_CODES)),
    ):
        letter = get_column_letter(column_of(label))
        drop_down = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
        drop_down.add(f"{letter}{FIRST_ROW}:{letter}{last}")
        sheet.add_data_validation(drop_down)
    letter = get_column_letter(column_of("年龄"))
    yellow = DifferentialStyle(fill=PatternFill("solid", bgColor="FFF2CC"))
    old = Rule(type="cellIs", operator="greaterThanOrEqual", formula=["80"], dxf=yellow)
    sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{last}", old)
    sheet.cell(4, column_of("年龄")).comment = Comment("满八十周岁的自动标色。", "制表人")


def _listed(options: Sequence[str]) -> str:
    return '"' + ",".join(options) + '"'


def _set_up_print(sheet: Worksheet, *, last_row: int) -> None:
    """A4 landscape, one page wide, the header on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "3:4"
    sheet.print_area = f"A1:{get_column_letter(n_columns(HEADER))}{last_row}"
    sheet.freeze_panes = "C5"
    widths = [6.0] * n_columns(HEADER)
    for label, size in (("公民身份号码", 21.0), ("银行账号", 22.0), ("开户银行", 24.0), ("联系电话", 13.0)):
        widths[column_of(label) - 1] = size
    set_widths(sheet, [max(width, 9.0) for width in widths])
