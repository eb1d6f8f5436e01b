"""A list with checks and totals of its own, from import to bytes and to what is said."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.datavalidation import DataValidation
from tests.actions.conftest import QINGHE, TODAY, Draw, Take, id_number

from qingzhuang.actions.fill import FillResult, Wish, fill_template
from qingzhuang.store.actors import Actor
from qingzhuang.web.commands.fill import document_of, sentence_of

pytestmark = pytest.mark.database

_BOX = Border(*(Side("thin"),) * 4)


def checked_list(path: Path) -> Path:
    """A bordered list of three rows; ages up to 60 by its validation; a total row that calculates."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "名单"
    sheet["A1"] = "青年名单"
    sheet.merge_cells("A1:D1")
    for row in range(2, 6):
        for column, text in enumerate(("序号", "姓名", "身份证号", "年龄"), 1):
            cell = sheet.cell(row, column, text if row == 2 else None)
            cell.border = _BOX
    for column, total in enumerate(("合计", "=COUNTA(B3:B5)", None, "=SUM(D3:D5)"), 1):
        sheet.cell(6, column, total).border = _BOX
    rule = DataValidation(type="whole", operator="lessThanOrEqual", formula1="60")
    rule.add("D3:D5")
    sheet.add_data_validation(rule)
    book.save(path)
    return path


@pytest.fixture
def filled(zhang: Actor, draw: Draw, take: Take, tmp_path: Path) -> FillResult:
    """The list filled with four people, one of whom is older than the form allows."""
    born = (
        ("张三", "19500307", 1),
        ("李四", "19900101", 2),
        ("王五", "19801201", 4),
        ("赵六", "19950505", 3),
    )
    people = [["H1", name, id_number(day, order)] for name, day, order in born]
    take(draw("人口花名册.xlsx", [["户号", "姓名", "身份证号"], *people]))
    template = checked_list(tmp_path / "名单.xlsx")
    wish = Wish(QINGHE, TODAY, on="2026-06-30", out=tmp_path / "好了.xlsx")
    return fill_template(zhang, template=template, wish=wish)


def test_what_the_form_does_not_allow_is_a_doubt_and_is_written_all_the_same(filled: FillResult) -> None:
    """R-CHK-10: the age stands in its cell, and the doubt in the JSON, the sentence and the list."""
    doubts = json.loads(json.dumps(document_of(filled), default=str))["doubts"]
    old = next(
        write for write in filled.files[0].plan.writes if write.column == 4 and int(str(write.value)) > 60
    )
    why = "写着“76”，要填整数，不大于 60。"

    assert doubts == [{"file": "好了.xlsx", "cell": f"名单!D{old.row}", "why": why}]
    assert "1 处和表上的校验对不上（疑点）" in sentence_of(filled)
    assert filled.missing_list is not None
    assert why in filled.missing_list.read_text(encoding="utf-8")


def test_totals_of_the_filled_list_are_right_without_a_program(filled: FillResult) -> None:
    """R-CAL-06: with a row added, count and sum below it are those of all four people."""
    sheet = load_workbook(filled.out, data_only=True)["名单"]

    assert (sheet["B7"].value, sheet["D7"].value) == (4, 76 + 36 + 45 + 31)
