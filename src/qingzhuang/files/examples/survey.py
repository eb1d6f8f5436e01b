"""A form that a department would like to send to every village: twenty columns, three of them new."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl.styles import Alignment

from qingzhuang.files.examples.drawing import (
    Header,
    draw_header,
    draw_rows,
    draw_title,
    new_sheet,
    set_widths,
)

SURVEY_TITLE = "农村老年人居住情况摸排表"
KNOWN = (
    "姓名",
    "性别",
    "公民身份号码",
    "出生日期",
    "年龄（岁）",
    "民族",
    "与户主关系",
    "户主姓名",
    "家庭人口数",
    "联系电话",
    "户籍地址",
    "房屋结构",
    "住房建筑面积（平方米）",
    "是否低保",
    "低保金额（元/月）",
    "残疾类别",
    "残疾等级",
)
NEW = ("夜间有无人照看", "燃气报警器（有/无）", "适老化改造意愿")
_NOTE = "填表说明：六十周岁以上、长期在村居住的老年人一人一行；没有的填“无”。"
CARE_TITLE = "困难老年人居家情况统计表"
CARE = (
    *("姓名", "性别", "公民身份号码", "年龄（岁）", "联系电话", "户籍地址", "是否低保"),
    *("残疾类别", "残疾等级", "夜间有无人照看", "是否需要上门送餐"),
)
_CARE_NOTE = "填表说明：低保、特困、残疾的老年人一人一行。"
_N_ROWS = 10


def draw_survey(path: Path) -> None:
    """The empty form: one header row, ten rows, a note."""
    _draw(path, SURVEY_TITLE, (*KNOWN, *NEW), _NOTE)


def draw_care_survey(folder: Path) -> Path:
    """A second, like form of another department, into an existing folder; where it lies."""
    path = folder / f"{CARE_TITLE}.xlsx"
    _draw(path, CARE_TITLE, CARE, _CARE_NOTE)
    return path


def _draw(path: Path, title: str, labels: Sequence[str], note: str) -> None:
    book, sheet = new_sheet("摸排表")
    header: Header = tuple((label, ()) for label in ("序号", *labels))
    width = len(header)
    line = "填报单位（盖章）：                    填报日期：      年    月    日"
    draw_title(sheet, title, line, width=width)
    first = draw_header(sheet, header, row=3)
    after = draw_rows(sheet, [(number, *[None] * (width - 1)) for number in range(1, _N_ROWS + 1)], row=first)
    sheet.merge_cells(start_row=after, start_column=1, end_row=after, end_column=width)
    sheet.cell(after, 1, note).alignment = Alignment(horizontal="left", vertical="center")
    set_widths(sheet, [6, *[13] * (width - 1)])
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    book.save(path)
