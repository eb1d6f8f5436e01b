"""A form of twenty columns of which seventeen are known, and the village that knows them."""

import csv
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from tests.actions.conftest import id_number
from tests.days import day

from qingzhuang.engine.admit.domain import Application, Frequency, Kind, ListClass

TITLE = "农村老年人居住情况摸排表"
HELD = (
    *("姓名", "性别", "身份证号", "出生日期", "民族", "联系电话", "与户主关系", "文化程度", "婚姻状况"),
    *("政治面貌", "户籍地址", "健康状况", "宗教信仰", "籍贯", "户口性质"),
)
DERIVED = ("年龄（岁）", "户主姓名")
NEW = ("夜间照看人", "燃气报警器", "改造意愿")
COLUMNS = (*HELD, *DERIVED, *NEW)
N_SUPPLIED, N_NEW = len(HELD) + len(DERIVED), len(NEW)
COMPLETE = Application(
    title=TITLE,
    kind=Kind.FORM,
    basis="青民发〔2026〕12号",
    clause="第三条",
    list_class=ListClass.SUPPORT,
    bearer="村里",
    frequency=Frequency.QUARTERLY,
    starts_on=day(50),
    ends_on=day(404),
    issue_days=10,
    hours=1.5,
    rows=60,
    money="每村 300 元",
    people="镇里派一个人帮忙",
    sharing="三项平台里没有",
)
MEETING = replace(COMPLETE, title="全县住房安全工作会议", kind=Kind.MEETING, purpose="布置排查", minutes=25)


def form_bytes(*columns: str, title: str = TITLE) -> bytes:
    """An empty form: title, header, ten numbered rows. columns: COLUMNS unless said otherwise."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "摸排表"
    names = ("序号", *(columns or COLUMNS))
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(names))
    sheet.append(list(names))
    for number in range(1, 11):
        sheet.append([number])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def bare_bytes() -> bytes:
    """A workbook that nobody would take for a form; its third row holds labels all the same."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["请各村看清楚再办"], [], ["姓名", "甲乙丙"]):
        sheet.append(row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def roster_of(path: Path, *, columns: tuple[str, ...], n_people: int = 6) -> Path:
    """A roster with these columns, everybody invented."""
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(columns)
        for number in range(1, n_people + 1):
            said = _person(number)
            lines.writerow([said[column] for column in columns])
    return path


def _person(number: int) -> dict[str, str]:
    born = f"19500{number}0{number}"
    return {
        "姓名": f"林{'一二三四五六七八九'[number - 1]}禾",
        "性别": "男" if number % 2 else "女",
        "身份证号": id_number(born, number),
        "出生日期": f"1950-0{number}-0{number}",
        "民族": "汉族",
        "联系电话": f"1380000000{number}",
        "与户主关系": "户主",
        "文化程度": "小学",
        "婚姻状况": "已婚",
        "政治面貌": "群众",
        "户籍地址": f"青禾村一组 {number} 号",
        "健康状况": "健康或良好",
        "宗教信仰": "无宗教信仰",
        "籍贯": "青禾县",
        "户口性质": "农业户口",
    }
