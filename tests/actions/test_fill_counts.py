"""A cross-tab counted from the register, from import to bytes."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from tests.actions.conftest import QINGHE, TODAY, Draw, Take, id_number

from qingzhuang.actions.fill import Wish, fill_template
from qingzhuang.store.actors import Actor

pytestmark = pytest.mark.database

_BOX = Border(*(Side("thin"),) * 4)
_ROWS = (("年龄段", "男", "女", "合计"), ("0-15岁",), ("16-59岁",), ("60岁以上",), ("合计",))


def cross_tab(path: Path) -> Path:
    """A bordered table of ages by sexes under a title."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "统计"
    sheet["A1"] = "青禾村人口年龄性别统计表"
    sheet.merge_cells("A1:D1")
    for row, texts in enumerate(_ROWS, 2):
        for column in range(1, 5):
            cell = sheet.cell(row, column, texts[column - 1] if column <= len(texts) else None)
            cell.border = _BOX
    book.save(path)
    return path


def test_a_cross_tab_of_ages_and_sexes_is_counted(
    zhang: Actor, draw: Draw, take: Take, tmp_path: Path
) -> None:
    """Rows of ages by columns 男, 女, 合计 come back as numbers out of the register (R-FIL-75)."""
    born = [
        ("张三", "19500307", 1),
        ("李四", "19520101", 2),
        ("王五", "19801201", 4),
        ("赵六", "20150505", 3),
    ]
    people = [["H1", name, id_number(day, order)] for name, day, order in born]
    take(draw("人口花名册.xlsx", [["户号", "姓名", "身份证号"], *people]))
    out = tmp_path / "好了.xlsx"

    template = cross_tab(tmp_path / "统计表.xlsx")

    result = fill_template(zhang, template=template, wish=Wish(QINGHE, TODAY, out=out))

    sheet = load_workbook(out)["统计"]
    counted = [[sheet.cell(row, column).value for column in (2, 3, 4)] for row in range(3, 7)]
    assert counted == [[1, 0, 1], [0, 1, 1], [1, 1, 2], [2, 2, 4]]
    plan = result.files[0].plan
    assert (plan.filled, plan.unbound) == (12, ())
