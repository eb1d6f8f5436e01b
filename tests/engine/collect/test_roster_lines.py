"""Lines between the rows of a roster, and columns nobody knows."""

import pytest
from tests.engine.collect.drawing import draw, identity

from qingzhuang.engine.collect.roster import collect
from qingzhuang.engine.collect.said import Collected
from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.files.reference.catalogue import load_catalogue

ZHANG = identity("1956-03-08", 11)
LI = identity("1958-11-20", 22)
WRONG = ZHANG[:-1] + ("0" if ZHANG[-1] != "0" else "1")


def read(sheet: RosterSheet) -> Collected:
    """The sheet collected with the shipped catalogue."""
    return collect(sheet, file_name="名册.xlsx", catalogue=load_catalogue())


def test_a_title_between_two_tables_is_nobody() -> None:
    """R-COL-06: 党员名册 alone in the column of names, over a repeated header, is a title."""
    found = read(
        draw(
            f"""
            | 姓名     | 身份证号 |
            | 张立     | {ZHANG}  |
            | 党员名册 |          |
            | 姓名     | 身份证号 |
            | 李秀     | {LI}     |
            """
        )
    )

    assert (len(found.said), found.refused) == (2, ())


def test_columns_nobody_knows_are_named_without_numbers() -> None:
    """R-COL-04: unknown columns are kept under their labels and named; what looks like a number is not."""
    found = read(draw(f"| 姓名 | 身份证号 | 补贴档次乙 | 乙{LI} |\n| 张立 | {ZHANG} | 二档 | 有 |"))
    notes = "".join(found.notes)

    assert "补贴档次乙" in notes
    assert LI not in notes


@pytest.mark.parametrize("remark", ["备注：外出", "联系人：儿子", "说明1", "注：低保户", "单位：镇卫生院"])
def test_a_remark_like_a_footer_leaves_the_person_a_person(remark: str) -> None:
    """R-COL-06: somebody named in the column of names is somebody, whatever another cell says."""
    found = read(
        draw(f"| 序号 | 姓名 | 出生日期 | 户主 | 备注 |\n| #1 | 张立 | 1956-03-08 | 张立 | {remark} |")
    )

    assert [said.person["person.name"] for said in found.said] == ["张立"]


def test_a_remark_like_a_footer_leaves_the_household_a_household() -> None:
    """R-COL-06: a household row with 备注：外出 in its remarks is a household row."""
    found = read(draw("| 户主 | 耕地面积（亩） | 备注 |\n| 张立 | 3.2 | 备注：外出 |"))

    assert len(found.said) == 1


def test_a_nameless_numbered_row_with_a_remark_is_refused_not_lost() -> None:
    """R-COL-06, R-COL-14: a numbered row without a name is refused, not lost, whatever its remark."""
    found = read(draw("| 序号 | 姓名 | 民族 | 户号 | 备注 |\n| #1 | | 汉 | 001 | 联系人：儿子 |"))

    assert [row.row for row in found.refused] == [2]


@pytest.mark.parametrize(
    "line",
    [
        "| 填表人： | 赵强 | 审核人： | 钱立 |",
        "| 青禾村村委会 | | 填表人：赵强 | |",
        "| | 审核人：赵强 | | |",
        "| | 填表人：赵强 | 审核人：钱立 | |",
    ],
)
def test_a_footer_spread_over_cells_is_nobody(line: str) -> None:
    """R-COL-06: 填表人： with the name in the next cell, or behind the village's name, is a footer."""
    found = read(draw(f"| 序号 | 姓名 | 民族 | 备注 |\n| #1 | 张立 | 汉 | |\n{line}"))

    assert ([said.row for said in found.said], found.refused) == ([2], ())


@pytest.mark.parametrize("name", ["张　三", "张 三", " 张三"])
def test_a_refused_row_bears_the_name_it_would_have_been_taken_under(name: str) -> None:
    """R-IMP-08: a stretched name is kept joined, as accepted rows have it."""
    found = read(draw(f"| 姓名 | 身份证号 |\n| {name} | {WRONG} |"))

    assert [row.name for row in found.refused] == ["张三"]
