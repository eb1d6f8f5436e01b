"""What is the same, what moved, what has to be asked."""

import pytest
from tests.engine.read.editions.drawn import compared, field, told

from qingzhuang.engine.read.editions.changes import Change
from qingzhuang.engine.read.editions.items import Type

FORM = ("总户数", "常住人口", "耕地面积", "粮食产量", "村办企业")


def test_the_same_form_asks_nothing() -> None:
    """Equal paths, units and types in one order are one form, whatever its codes say (R-EDI-07)."""
    found = compared(FORM, [f"{n:02d}{label}" for n, label in enumerate(FORM, 7)])

    assert (found.is_same_form, found.asked, len(found.same)) == (True, 0, len(FORM))


def test_what_stands_elsewhere_moved() -> None:
    """A field with the same path, unit and type that changed its place needs nothing (R-EDI-01)."""
    found = compared(FORM, (*FORM[1:], FORM[0]))

    assert (told(found.moved), len(found.same), found.asked) == ([("总户数", "总户数")], 4, 0)


def test_a_code_that_names_another_row_carries_nothing() -> None:
    """Row 02 of the new edition is another field than row 02 of the old one (R-EDI-01)."""
    found = compared(["01总户数", "02常住人口"], ["01总户数", "02企业数量", "03常住人口"])

    assert told(found.same) == [("01总户数", "01总户数"), ("02常住人口", "03常住人口")]


def test_the_same_label_below_another_parent_is_another_field() -> None:
    """姓名 of the pupil is not 姓名 of the parent (R-EDI-01)."""
    found = compared(["学生/姓名", "学校"], ["监护人/姓名", "学校"])

    assert (told(found.same), found.reworded) == ([("学校", "学校")], ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (field("经营收入", "万元"), field("经营收入", "元")),
        (field("受益数", "户"), field("受益数", "人")),
        (field("流转面积", "亩"), field("流转面积", "公顷")),
        (field("道路类别"), field("道路类别", kind=Type.CHOICE)),
    ],
)
def test_another_unit_or_type_is_asked(old: object, new: object) -> None:
    """A field whose unit or type changed is asked and never carried (R-EDI-06)."""
    found = compared(["总户数", old], ["总户数", new])  # type: ignore[list-item]

    assert (len(found.changed), len(found.same), found.asked) == (1, 1, 1)


def test_one_field_that_became_two_is_asked() -> None:
    """村干部姓名和电话 that became two labels is split, not re-worded (R-EDI-06)."""
    found = compared(["总户数", "村干部姓名和电话"], ["总户数", "姓名", "电话"])

    assert [len(group.new) for group in found.grouped(Change.SPLIT)] == [2]


def test_two_fields_that_became_one_are_asked() -> None:
    """Two labels that became one are merged (R-EDI-06)."""
    found = compared(["总户数", "集体收入（经营）", "集体收入（补助）"], ["总户数", "集体收入"])

    assert [len(group.old) for group in found.grouped(Change.MERGED)] == [2]


def test_a_repeated_label_between_the_same_neighbours_is_told_apart() -> None:
    """Two equal labels that each stay between their neighbours are paired in order (R-EDI-02)."""
    found = compared(
        ["学校", "姓名", "班级", "姓名", "住址"], ["学校", "姓名", "班级", "姓名", "住址", "备注"]
    )

    assert [(pair.old.cell, pair.new.cell) for pair in found.same[1:4:2]] == [("B2", "B2"), ("B4", "B4")]


def test_a_repeated_label_that_occurs_less_often_is_asked() -> None:
    """When one of two equal labels is gone, nobody can tell which, so it is asked (R-EDI-02)."""
    found = compared(["学校", "姓名", "班级", "姓名"], ["学校", "班级", "姓名"])

    assert (len(found.grouped(Change.UNCLEAR)), told(found.same)) == (1, [("学校", "学校"), ("班级", "班级")])


def test_a_part_of_another_whole_is_another_field() -> None:
    """其中：男性 below 常住人口 is not 其中：男性 below 外出人数 (R-EDI-03)."""
    found = compared(["常住人口", "其中：男性", "外出人数"], ["常住人口", "外出人数", "其中：男性"])

    assert told(found.same) == [("常住人口", "常住人口"), ("外出人数", "外出人数")]


def test_what_nobody_knows_is_new_and_gone() -> None:
    """Labels without a partner are new and gone."""
    found = compared(["总户数", "沼气池"], ["总户数", "快递驿站"])

    assert ([i.path for i in found.new], [i.path for i in found.gone]) == ([("快递驿站",)], [("沼气池",)])


def test_the_question_of_another_year_is_asked() -> None:
    """R-EDI-11: last year's answer is not this year's, and the field is not new either."""
    found = compared(["户数", "2024年收入", "2024年末人口/男"], ["户数", "2025年收入", "2025年末人口/男"])

    assert told(found.changed) == [("2024年收入", "2025年收入"), ("2024年末人口/男", "2025年末人口/男")]
    assert found.changed[0].what == "由2024年变成2025年，要的是新的数"
    assert (found.reworded, found.new, found.gone, found.asked) == ((), (), (), 2)


def test_the_same_year_asked_again_is_the_same() -> None:
    """R-EDI-11: 2024年收入 stays what it is; two years that could be it are asked together."""
    found = compared(["2023年收入", "2024年收入"], ["2024年收入", "2025年收入"])
    several = compared(["2022年收入", "2023年收入"], ["2024年收入", "2025年收入"])

    assert told(found.same) == [("2024年收入", "2024年收入")]
    assert told(found.changed) == [("2023年收入", "2025年收入")]
    assert (len(several.groups), several.changed) == (1, ())


def test_forms_without_a_common_field_propose_less() -> None:
    """R-EDI-04: where nothing stayed in its place, being the only one there says nothing."""
    found = compared(["耕地", "姓名"], ["耕地面积", "民族"])

    assert found.reworded == ()
