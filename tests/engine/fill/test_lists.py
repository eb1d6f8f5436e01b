"""Lists: rows, counting, serial numbers, growth."""

from dataclasses import replace

import pytest
from tests.engine.fill.drawn import (
    disputed,
    held,
    household,
    id_number,
    person,
    planned,
    roster,
    shown,
    village,
)

from qingzhuang.engine.read.grid import Cell

ZHANG = id_number("1950-03-07", 1)
LI = id_number("1990-12-01", 2)


def test_each_resident_gets_a_row() -> None:
    """Without --who and without listed names all residents are filled in, in household order (R-FIL-01)."""
    book = village(person(2, name="李四"), person(1, name="张三"))

    plan = planned(roster(["姓名"], [(), ()]), book)

    assert (plan.rows, shown(plan)) == (2, {"A4": "张三", "A5": "李四"})


def test_serial_numbers_count_from_one() -> None:
    """序号 counts from 1 and is a filled cell (R-FIL-22)."""
    book = village(person(1, name="张三"), person(2, name="李四"))

    plan = planned(roster(["序号", "姓名"], [(), ()]), book)

    assert (shown(plan)["A4"], shown(plan)["A5"], plan.filled) == ("1", "2", 4)


def test_what_nobody_said_is_a_gap() -> None:
    """A bound cell without a value stays blank and is listed with its address (R-FIL-12)."""
    plan = planned(roster(["姓名", "联系电话"]), village(person(1, name="张三")))

    assert (plan.gap_cells, plan.missing[0].who, plan.missing[0].known_by) == (("Sheet1!B4",), "张三", "本户")


def test_sources_that_disagree_are_a_conflict() -> None:
    """A conflict cell stays blank and is listed, and is no gap (R-FIL-13)."""
    book = village(person(1, name="张三", more={"person.ethnicity": disputed("汉族", "畲族")}))

    plan = planned(roster(["姓名", "民族"]), book)

    assert (plan.conflict_cells, plan.gap_cells, shown(plan)) == (("Sheet1!B4",), (), {"A4": "张三"})


def test_a_column_nothing_covers_is_unbound() -> None:
    """A label without an element and without a fact is unbound, and its cells do not count (R-FIL-42)."""
    plan = planned(roster(["姓名", "获奖感言摘要"]), village(person(1, name="张三")))

    assert (plan.unbound, plan.filled, plan.gap_cells) == (("获奖感言摘要",), 1, ())


def test_remarks_and_signatures_are_never_gaps() -> None:
    """备注 and 审核人 are neither filled nor gaps nor unbound (R-FIL-43)."""
    plan = planned(roster(["姓名", "备注", "审核人"]), village(person(1, name="张三")))

    assert (plan.filled, plan.gap_cells, plan.unbound) == (1, (), ())


def test_rows_grow_below_the_last_record_row() -> None:
    """More people than blank rows: new rows come after the last one and look like it (R-FIL-21)."""
    book = village(*(person(n, name=f"人{n}") for n in range(1, 6)))

    plan = planned(roster(["姓名"], [(), ()]), book)

    growth = plan.growths[0]
    assert (growth.after_row, growth.n, growth.sample_row, plan.rows) == (5, 3, 5, 5)
    assert shown(plan)["A8"] == "人5"


def test_new_rows_stand_above_the_total() -> None:
    """A total row below the records moves down; no record is written into it (R-FIL-21)."""
    book = village(person(1, name="张三"), person(2, name="李四"))

    plan = planned(roster(["姓名"], [(), ("合计",)], totals=[5]), book)

    assert (plan.growths[0].after_row, shown(plan)) == (4, {"A4": "张三", "A5": "李四"})


def test_surplus_rows_stay_blank() -> None:
    """Blank rows that nobody needs stay, and do not count (R-FIL-20)."""
    plan = planned(roster(["序号", "姓名"], [(), (), ()]), village(person(1, name="张三")))

    assert (plan.growths, plan.filled, plan.gap_cells) == ((), 2, ())


def test_a_sample_row_stays() -> None:
    """A printed sample row stays and is no person; counting starts below it (R-FIL-23)."""
    sheet = roster(["序号", "姓名"], [("例", "王小明"), ()], samples=[4])

    assert shown(planned(sheet, village(person(1, name="张三")))) == {"A5": "1", "B5": "张三"}


def test_formulas_and_locked_cells_are_left_alone() -> None:
    """Formula cells and locked cells are neither written nor counted (R-FIL-24)."""
    sheet = roster(["姓名", "年龄", "民族"], formulas={(4, 2): "A4&1"}, locked=[(4, 3)])

    plan = planned(sheet, village(person(1, name="张三", birth_date="1950-03-07", ethnicity="汉族")))

    assert (shown(plan), plan.filled) == ({"A4": "张三"}, 1)


def test_printed_values_stay() -> None:
    """A value printed in a blank row stays and does not count (R-FIL-24)."""
    sheet = roster(["姓名", "村民小组"], [(None, "3组")])

    plan = planned(sheet, village(person(1, name="张三", place__group="5组")))

    assert (shown(plan), plan.filled) == ({"A4": "张三"}, 1)


def test_facts_of_the_household_reach_its_members() -> None:
    """House and land facts belong to the household and fill every member's row (R-FIL-14)."""
    book = village(
        household(10, household__farmland="4.5"),
        person(1, home=10, name="张三", relation_to_head="户主"),
        person(2, home=10, name="李四"),
    )

    plan = planned(roster(["姓名", "耕地面积（亩）"], [(), ()]), book)

    assert (shown(plan)["B4"], shown(plan)["B5"]) == ("4.5", "4.5")


def test_a_household_is_a_member_if_one_of_it_is() -> None:
    """是否低保户 is 是 for the household of a person on the roster (R-FIL-16)."""
    book = village(
        household(10, household__no="H1"),
        person(1, home=10, name="张三", relation_to_head="户主", dibao="否"),
        person(2, home=10, name="李四", dibao="是"),
    )

    plan = planned(roster(["户主姓名", "是否低保"]), book)

    assert shown(plan)["B4"] == "是"


def test_what_does_not_apply_is_blank_and_does_not_count() -> None:
    """残疾等级 of somebody who is not 残疾 is neither gap nor filled (R-FIL-17)."""
    plan = planned(roster(["姓名", "残疾等级"]), village(person(1, name="张三", disabled="否")))

    assert (shown(plan), plan.filled, plan.gap_cells) == ({"A4": "张三"}, 1, ())


def test_notes_may_ask_for_a_mark_where_nothing_applies() -> None:
    """没有的填“无” in the notes: the mark is written (R-FIL-18)."""
    sheet = roster(["姓名", "残疾等级"], notes=["说明：没有的填“无”。"])

    assert shown(planned(sheet, village(person(1, name="张三", disabled="否"))))["B4"] == "无"


def test_a_gap_is_never_marked() -> None:
    """A mark for what does not apply is not written where only nobody knows (R-FIL-18)."""
    sheet = roster(["姓名", "残疾等级"], notes=["没有的填无"])

    plan = planned(sheet, village(person(1, name="张三")))

    assert plan.gap_cells == ("Sheet1!B4",)


def test_a_drop_downs_entry_is_written_exactly() -> None:
    """The entry of the drop-down that means the value is what is written (R-FIL-45)."""
    sheet = roster(["姓名", "民族"], options={"民族": ("01-汉族", "02-蒙古族")})

    assert shown(planned(sheet, village(person(1, name="张三", ethnicity="汉族"))))["B4"] == "01-汉族"


def test_a_value_that_fits_no_entry_is_a_gap() -> None:
    """A value the drop-down has no entry for stays out, and a note says why (R-FIL-45)."""
    sheet = roster(["姓名", "民族"], options={"民族": ("汉族",)})

    plan = planned(sheet, village(person(1, name="张三", ethnicity="畲族")))

    assert (plan.gap_cells, len(plan.notes)) == (("Sheet1!B4",), 1)


def test_the_filling_unit_stands_behind_its_label() -> None:
    """填报单位 gets the village's name in the same cell, and counts (R-FIL-40)."""
    sheet = roster(["姓名"], header="填报单位（盖章）：")

    plan = planned(sheet, village(person(1, name="张三")))

    assert (shown(plan)["A2"], plan.filled) == ("填报单位（盖章）：青禾村", 2)


def test_the_label_gives_its_own_day() -> None:
    """Age is on --on unless the label names a day (R-FIL-44)."""
    book = village(person(1, name="张三", birth_date="1950-03-07"))

    plan = planned(roster(["姓名", "年龄（截至2024年12月31日）"]), book)

    assert shown(plan)["B4"] == "74"


def test_a_label_that_somebody_answered_serves_later_forms() -> None:
    """A fact under a label outside the catalogue fills the same label again (R-FIL-11)."""
    more = {"label:获奖感言摘要": held(name="先进")["person.name"]}
    book = village(person(1, name="张三", more=more), person(2, name="李四"))

    plan = planned(roster(["姓名", "获奖感言摘要"], [(), ()]), book)

    assert (shown(plan)["B4"], plan.gap_cells, plan.unbound) == ("先进", ("Sheet1!B5",), ())


def test_a_title_that_names_a_membership_is_said() -> None:
    """低保花名册 without --who fills everybody in, and a note says how to ask for fewer (R-FIL-03)."""
    book = village(person(1, name="张三", dibao="是"), person(2, name="李四", dibao="否"))

    plan = planned(roster(["姓名"], [(), ()], title="低保户花名册"), book)

    assert (plan.rows, "--who" in plan.notes[0]) == (2, True)


@pytest.mark.parametrize(
    ("labels", "written"),
    [
        ({1: "填报单位", 3: "填报日期"}, {"B2": "青禾村", "D2": "2025年6月30日"}),
        ({1: "填报单位（盖章）"}, {"B2": "青禾村"}),
        ({1: "填报单位", 2: "柳溪镇"}, {}),
        ({1: "单位"}, {}),
    ],
)
def test_the_unit_has_a_cell_beside_its_label(labels: dict[int, str], written: dict[str, str]) -> None:
    """填报单位 and 填报日期 without a colon get the empty cell beside them, drawn or not (R-FIL-40)."""
    sheet = roster(["姓名", "性别", "民族", "联系电话"])
    beside = {(2, at): Cell(2, at, text, text) for at, text in labels.items()}
    sheet = replace(sheet, grid=replace(sheet.grid, cells={**sheet.grid.cells, **beside}))

    plan = planned(sheet, village())

    assert shown(plan) == written
    assert plan.filled == len(written)
