"""What an answer means: which words are news, whose they are, what they settle."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.actions.returning import LI, ZHANG, Village, changed, list_form, open_qinghe, put
from tests.actions.test_fill import drawn, id_number

from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.store.actors import Actor


@pytest.fixture
def village(zhang: Actor, tmp_path: Path) -> Village:
    """青禾村 with its roster."""
    return open_qinghe(zhang, tmp_path)


def form(folder: Path, labels: list[str], *, name: str = "表.xlsx", title: str = "情况调查表") -> Path:
    """A list with these columns and three blank rows."""
    return drawn(folder / name, [labels, [], [], []], title=title, first=2)


def news(village: Village, path: Path) -> list[tuple[str, str, str]]:
    """Who, before and after of each news cell; nothing may be refused."""
    result = village.give_back(path)
    assert result.refused == ()
    return [(e.who, e.news.before if e.news else "", e.value) for e in result.diff]


def row_of(path: Path, number: str) -> int:
    """The row in which this ID number stands, in column B."""
    sheet = load_workbook(path).worksheets[0]
    return next(row for row in range(1, sheet.max_row + 1) if sheet[f"B{row}"].value == number)


def asked_for_a_number(village: Village) -> tuple[Path, int]:
    """A form that asks for the number of 王小二, whom a roster named without one; his row."""
    village.take_roster(
        "新来.xlsx",
        [["户号", "姓名", "与户主关系", "身份证号", "出生日期"], ["H2", "王小二", "子", None, "1990-01-05"]],
        day="2025-02-01",
        title="新增人口花名册",
    )
    out = village.fill(form(village.folder, ["姓名", "身份证号", "联系电话"])).out
    row = next(r for r in range(3, 8) if load_workbook(out).worksheets[0].cell(r, 1).value == "王小二")
    return out, row


@pytest.mark.database
def test_an_answer_settles_a_conflict(village: Village) -> None:
    """Two rosters disagree; what the village writes holds, and counts as a change (R-RET-20)."""
    village.take_roster(
        "另册.xlsx",
        [["姓名", "身份证号", "联系电话"], ["张三", ZHANG, "13700000009"]],
        day="2025-01-01",
        title="走访名单",
    )
    filled = village.fill(list_form(village.folder))
    assert filled.files[0].plan.conflict_cells == ("Sheet!E4",)

    result = village.give_back(changed(filled.out, put({"E4": "13700000009"})))
    again = village.fill(list_form(village.folder, "再来.xlsx"), "again.xlsx")

    assert (len(result.diff), result.changed) == (1, 1)
    assert load_workbook(again.out).worksheets[0]["E4"].value == "13700000009"


@pytest.mark.database
def test_an_answer_touches_nothing_else_of_the_person(village: Village) -> None:
    """A conflict the village said nothing about stays one, whatever stands beside the answer (R-RET-11)."""
    village.take_roster(
        "另册.xlsx",
        [["姓名", "身份证号", "出生日期"], ["张三", ZHANG, "1950-03-08"]],
        day="2025-01-01",
        title="走访名单",
    )
    labels = ["姓名", "身份证号", "出生日期", "联系电话"]
    filled = village.fill(form(village.folder, labels))
    assert filled.files[0].plan.conflict_cells == ("Sheet!C3",)

    village.give_back(changed(filled.out, put({"D3": "13911112222"})))
    again = village.fill(form(village.folder, labels, name="再来.xlsx"), "again.xlsx")

    assert again.files[0].plan.conflict_cells == ("Sheet!C3",)


@pytest.mark.database
def test_somebody_without_a_number_is_found_and_gets_it(village: Village) -> None:
    """The number that was asked for is itself the answer, and he stays one person (R-RET-05)."""
    number = id_number("19900105", 4)
    out, row = asked_for_a_number(village)

    result = village.give_back(changed(out, put({f"B{row}": number, f"C{row}": "13900000004"})))
    again = village.fill(
        form(village.folder, ["姓名", "身份证号", "联系电话"], name="再来.xlsx"), "again.xlsx"
    )

    assert [(e.who, e.value) for e in result.diff] == [("王小二", number), ("王小二", "13900000004")]
    assert (result.refused, again.files[0].plan.rows) == ((), 4)


@pytest.mark.database
def test_a_bad_number_that_was_asked_for_refuses_only_its_cell(village: Village) -> None:
    """Nobody knew his number; who he is stands fast, so the rest of his row is taken (R-RET-06)."""
    bad = id_number("19900105", 4)[:-1] + "A"
    out, row = asked_for_a_number(village)

    result = village.give_back(changed(out, put({f"B{row}": bad, f"C{row}": "13900000004"})))

    assert [each.problem.code for each in result.refused] == [ReturningCode.CELL_BAD]
    assert [each.value for each in result.diff] == ["13900000004"]


@pytest.mark.database
def test_masks_rough_days_and_derived_values_are_our_own(village: Village) -> None:
    """Masked numbers, 1990年1月 and ages that we wrote are not news when they come back (R-RET-21)."""
    labels = ["姓名", "身份证号（后六位）", "出生年月（如1990年1月）", "年龄", "性别"]
    out = village.fill(form(village.folder, labels)).out

    assert news(village, changed(out, put({}))) == []


@pytest.mark.database
def test_an_age_is_computed_and_not_taken(village: Village) -> None:
    """A changed age is no fact; it is said, with the way to change it."""
    out = village.fill(form(village.folder, ["姓名", "身份证号", "年龄"])).out

    result = village.give_back(changed(out, put({"C3": 99})))

    assert (result.diff, len(result.notes)) == ((), 1)


@pytest.mark.database
def test_units_are_converted_back(village: Village) -> None:
    """An answer in 公顷 is kept in 亩, and what we then write in 公顷 is no news (R-RET-21)."""
    labels = ["户主姓名", "户主身份证号", "家庭承包地面积（公顷）"]
    out = village.fill(form(village.folder, labels)).out

    first = news(village, changed(out, put({"C3": 0.33})))
    again = village.fill(form(village.folder, labels, name="再来.xlsx"), "again.xlsx").out

    assert [after for _, _, after in first] == ["4.95"]
    assert news(village, changed(again, put({}))) == []


@pytest.mark.database
def test_a_household_may_not_answer_in_two_ways(village: Village) -> None:
    """Two members' rows say different things of one household: the second is refused (R-RET-23)."""
    labels = ["姓名", "身份证号", "家庭年收入（元）"]
    out = village.fill(form(village.folder, labels)).out

    result = village.give_back(changed(out, put({"C3": 50000, "C4": 60000})))

    assert [(e.who, e.value) for e in result.diff] == [("张三", "50000")]
    assert [(e.cell, e.problem.code) for e in result.refused] == [("Sheet!C4", ReturningCode.ROW_TWICE)]


@pytest.mark.database
def test_our_old_value_is_no_answer(village: Village) -> None:
    """A roster brought a new phone after the form had left: the old one on it is no answer (R-RET-13)."""
    out = village.fill(list_form(village.folder)).out
    village.take_roster(
        "新号.xlsx",
        [["姓名", "身份证号", "联系电话"], ["张三", ZHANG, "13766668888"]],
        day="2025-06-29",
        title="走访名单",
    )

    result = village.give_back(changed(out, put({"E5": "13900000002"})))

    assert [each.who for each in result.diff] == ["李四"]
    assert any("旧值" in note for note in result.notes)


@pytest.mark.database
def test_heads_phone_is_the_heads_own(village: Village) -> None:
    """户主电话 in a member's row is answered for the head (R-RET-10)."""
    labels = ["姓名", "身份证号", "户主姓名", "户主联系电话"]
    out = village.fill(form(village.folder, labels)).out

    village.give_back(changed(out, put({"D4": "13955556666"})))
    again = village.fill(
        form(village.folder, ["姓名", "身份证号", "联系电话"], name="再来.xlsx"), "again.xlsx"
    ).out

    assert load_workbook(again).worksheets[0]["C3"].value == "13955556666"


@pytest.mark.database
def test_a_wifes_phone_is_her_own(village: Village) -> None:
    """配偶联系电话 in the husband's row is his wife's phone; her own row has it next time (R-RET-10)."""
    out = village.fill(form(village.folder, ["姓名", "身份证号", "配偶姓名", "配偶联系电话"])).out

    village.give_back(changed(out, put({"D3": "13955556666"})))
    own = form(village.folder, ["姓名", "身份证号", "联系电话"], name="再来.xlsx")
    again = village.fill(own, "again.xlsx").out

    assert load_workbook(again).worksheets[0]["C4"].value == "13955556666"


@pytest.mark.database
def test_an_answer_with_yes_marks(village: Village) -> None:
    """√ in a yes/no column is 是; the next form writes it as that form asks (R-RET-21)."""
    out = village.fill(form(village.folder, ["姓名", "身份证号", "是否外出务工"])).out

    assert news(village, changed(out, put({"C3": "√"}))) == [("张三", "", "是")]


@pytest.mark.database
def test_a_later_roster_may_replace_an_answer(village: Village) -> None:
    """A village's answer is newer than what was known, and older than what a roster says afterwards."""
    out = village.fill(list_form(village.folder)).out
    village.give_back(changed(out, put({"E5": "13900000002"})), today="2025-07-10")
    village.take_roster(
        "新号.xlsx",
        [["姓名", "身份证号", "联系电话"], ["李四", LI, "13766668888"]],
        day="2025-08-01",
        title="走访名单",
    )

    again = village.fill(list_form(village.folder, "再来.xlsx"), "again.xlsx").out

    assert load_workbook(again).worksheets[0]["E5"].value == "13766668888"


@pytest.mark.database
def test_what_only_a_member_has_makes_a_member(village: Village) -> None:
    """A complete list says 否, the village writes a 残疾等级: the next form shows it (R-RET-28)."""
    village.take_roster(
        "残疾.xlsx",
        [["姓名", "身份证号", "残疾等级"], ["李四", LI, "一级"]],
        day="2025-01-01",
        title="持证残疾人花名册",
    )
    labels = ["姓名", "身份证号", "残疾等级"]
    filled = village.fill(form(village.folder, labels))
    row = next(
        row for row in range(3, 9) if load_workbook(filled.out).worksheets[0][f"B{row}"].value == ZHANG
    )

    result = village.give_back(changed(filled.out, put({f"C{row}": "二级"})))
    again = village.fill(form(village.folder, labels, name="再来.xlsx"), "again.xlsx")

    assert len(result.diff) == 1
    assert load_workbook(again.out).worksheets[0][f"C{row}"].value == "二级"


@pytest.mark.database
def test_a_word_that_is_in_no_code_list_is_not_taken(village: Village) -> None:
    """九级 is no 残疾等级: the cell is named with the reason, nothing is written (R-RET-23)."""
    village.take_roster(
        "残疾.xlsx",
        [["姓名", "身份证号", "残疾等级"], ["张三", ZHANG, "一级"]],
        day="2025-01-01",
        title="持证残疾人花名册",
    )
    filled = village.fill(form(village.folder, ["姓名", "身份证号", "残疾等级"]))
    row = next(
        row for row in range(3, 9) if load_workbook(filled.out).worksheets[0][f"B{row}"].value == ZHANG
    )

    result = village.give_back(changed(filled.out, put({f"C{row}": "九级"})))

    assert result.diff == ()
    assert [one.problem.code for one in result.refused] == [ReturningCode.CELL_NO_ENTRY]
