"""How a form wants its answer: options in a text, bands of ages, units and decimals from the notes."""

import pytest
from tests.engine.fill.drawn import household, person, planned, roster, shown, village
from tests.engine.fill.shapes import filled


@pytest.mark.parametrize(
    ("label", "printed", "shown"),
    [
        ("性别", "①男 ②女（  ）", "①男 ②女（①）"),
        ("民族", "1.汉族 2.畲族 3.其他（  ）", "1.汉族 2.畲族 3.其他（1）"),
        ("是否低保", "是（  ） 否（  ）", "是（√） 否（  ）"),
        ("是否低保", "□是 □否", "☑是 □否"),
    ],
)
def test_options_are_chosen_as_the_form_asks(label: str, printed: str, shown: str) -> None:
    """A number in the bracket, a tick in the option's own bracket or box (R-FIL-92)."""
    book = village(person(1, name="张三", sex="男", ethnicity="汉族", dibao="是"))
    rows = filled([["姓名", None], [label, printed], ["联系电话", None]], book, title="登记卡")

    assert rows[1] == [label, shown]


def test_an_age_goes_into_its_band() -> None:
    """A drop-down of ages takes the band that the age lies in (R-FIL-97)."""
    sheet = roster(["姓名", "年龄"], [()], options={"年龄": ("0-59岁", "60-69岁", "70岁以上")})
    plan = planned(sheet, village(person(1, name="张三", birth_date="1960-01-01")))

    assert shown(plan) == {"A4": "张三", "B4": "60-69岁"}


def test_notes_say_the_unit_and_the_decimals() -> None:
    """以万元为单位 and 保留两位小数 in the notes decide how amounts are written (R-FIL-97)."""
    book = village(
        household(10, household__annual_income="123400", household__farmland="3.456"),
        person(1, home=10, name="张三", relation_to_head="户主"),
    )
    rows = filled(
        [
            ["户主姓名", "家庭年收入", "承包地面积（亩）"],
            [],
            ["说明：家庭年收入以万元为单位，面积保留两位小数。"],
        ],
        book,
        title="花名册",
        merges=["A4:C4"],
    )

    assert rows[1] == ["张三", 12.34, 3.46]
