"""Forms that ask the village itself: they come back, and the next form does not ask again."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from tests.actions.returning import Village, changed, list_form, open_qinghe, put

from qingzhuang.actions.collect import undo
from qingzhuang.actions.collect.returning import Returned
from qingzhuang.actions.know import explain
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.store.actors import Actor

_BOX = Border(*(Side("thin"),) * 4)
Rows = list[list[str | int]]
ROADS: Rows = [
    ["类别", "硬化路(公里)", "桥梁(座)"],
    ["主干道", "", ""],
    ["支路", "", ""],
]
FACTS: Rows = [
    ["序号", "指标", "单位", "数量"],
    [1, "耕地面积", "亩", ""],
    [2, "路灯", "盏", ""],
    [3, "总人口", "人", ""],
]


@pytest.fixture
def village(zhang: Actor, tmp_path: Path) -> Village:
    """青禾村 with its roster."""
    return open_qinghe(zhang, tmp_path)


def sheet_form(folder: Path, rows: Rows, *, title: str, name: str = "表.xlsx", line: str = "") -> Path:
    """A form with a title, a line below it and a bordered block from row 3."""
    book = Workbook()
    sheet = book.worksheets[0]
    width = max(map(len, rows))
    sheet["A1"] = title
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    sheet["A2"] = line or None
    for row, values in enumerate(rows, 3):
        for column in range(1, width + 1):
            value = values[column - 1] if column <= len(values) else None
            sheet.cell(row, column, value or None).border = _BOX
    path = folder / name
    book.save(path)
    return path


def said(result: Returned) -> dict[str, str]:
    """What is news, by cell."""
    return {each.cell.partition("!")[2]: each.value for each in result.diff}


def answered(village: Village, form: Path, cells: dict[str, str | int | float | None]) -> Returned:
    """The form filled, these cells written into it, and returned."""
    return village.give_back(changed(village.fill(form, "发出.xlsx").out, put(cells)))


@pytest.mark.database
def test_a_cross_tab_comes_back_and_is_not_asked_again(village: Village) -> None:
    """R-RET-40: what the village says of its roads stands in the next form of the same title and labels."""
    form = sheet_form(village.folder, ROADS, title="村级道路情况统计表")
    cells: dict[str, str | int | float | None] = {"B4": 3.5, "C4": 2, "B5": 1, "C5": "0"}

    result = answered(village, form, cells)
    again = village.fill(form, "再来.xlsx")

    assert (said(result), result.refused) == ({"B4": "3.5", "C4": "2", "B5": "1", "C5": "0"}, ())
    assert (again.files[0].plan.gap_cells, again.files[0].plan.unbound) == ((), ())
    sheet = load_workbook(again.out).worksheets[0]
    assert [sheet[place].value for place in ("B4", "C4", "B5", "C5")] == [3.5, 2, 1, 0]


@pytest.mark.database
def test_another_form_with_the_same_labels_is_served(village: Village) -> None:
    """R-RET-41: label and unit say what is asked, not the form, the cell or how the unit is printed."""
    form = sheet_form(village.folder, FACTS, title="村情基本情况表")
    answered(village, form, {"D4": 1200, "D5": 36})
    rows: Rows = [["路灯（盏）", "", "耕地面积（亩）", ""]]

    another = sheet_form(village.folder, rows, title="村级综合统计表", name="另.xlsx")
    other = village.fill(another, "另出.xlsx")

    sheet = load_workbook(other.out).worksheets[0]
    assert (sheet["B3"].value, sheet["D3"].value) == (36, 1200)


@pytest.mark.database
@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([["路灯（组）", "", "耕地面积（公顷）", ""]], "村级综合统计表"),
        ([["2026年路灯（盏）", "", "本月耕地面积（亩）", ""]], "村级综合统计表"),
        ([["路灯（盏）", "", "耕地面积（亩）", ""]], "安置小区统计表"),
    ],
    ids=["unit", "period", "narrower title"],
)
def test_nothing_is_carried_where_it_may_mean_another(village: Village, rows: Rows, title: str) -> None:
    """R-RET-41: another unit, another period, or a title that speaks of a part: the cells stay blank."""
    answered(village, sheet_form(village.folder, FACTS, title="村情基本情况表"), {"D4": 1200, "D5": 36})

    other = village.fill(sheet_form(village.folder, rows, title=title, name="另.xlsx"), "另出.xlsx")

    sheet = load_workbook(other.out).worksheets[0]
    assert (sheet["B3"].value, sheet["D3"].value) == (None, None)


@pytest.mark.database
def test_a_telephone_in_the_line_above_serves_other_forms(village: Village) -> None:
    """R-RET-42: 联系电话 beside 填报单位 is the village's own; it stands in the next form's line."""
    line = "填报单位：________    联系电话：________"
    form = sheet_form(village.folder, ROADS, title="村级道路情况统计表", line=line)
    phone = "填报单位：青禾村    联系电话：0796-1234567"

    result = answered(village, form, {"A2": phone})
    another = sheet_form(village.folder, FACTS, title="村情表", name="另.xlsx", line=line)
    other = village.fill(another, "另出.xlsx")

    assert said(result) == {"A2": "0796-1234567"}
    assert "0796-1234567" in str(load_workbook(other.out).worksheets[0]["A2"].value)


@pytest.mark.database
def test_what_we_count_ourselves_is_not_overruled(village: Village) -> None:
    """R-RET-43: a number that differs from the rosters' is refused, with the way to mend it."""
    form = sheet_form(village.folder, FACTS, title="行政村基本情况统计表")

    result = answered(village, form, {"D6": 5, "D5": 36})

    assert said(result) == {"D5": "36"}
    assert [each.problem.code for each in result.refused] == [ReturningCode.CELL_COUNTED]
    assert load_workbook(village.fill(form, "再来.xlsx").out).worksheets[0]["D6"].value == 3


@pytest.mark.database
def test_cells_that_cannot_be_told_apart_are_not_taken(village: Village) -> None:
    """R-RET-44: two blanks with one label and one unit are said, not guessed."""
    rows: Rows = [["路灯（盏）", "", "路灯（盏）", ""], ["水井（口）", "", "广场（个）", ""]]
    form = sheet_form(village.folder, rows, title="村级综合统计表")

    result = answered(village, form, {"B3": 1, "D3": 2, "B4": 3})

    assert said(result) == {"B4": "3"}
    assert {each.problem.code for each in result.refused} == {ReturningCode.CELL_SAME_LABEL}


@pytest.mark.database
def test_twice_is_once_and_undo_takes_it_back(village: Village) -> None:
    """R-RET-45: the same words again are no news; taken back, the cells are blank again."""
    form = sheet_form(village.folder, FACTS, title="村情基本情况表")
    first = answered(village, form, {"D4": 1200})
    second = village.fill(form, "再来.xlsx").out

    assert village.give_back(changed(second, put({"A10": "无关"}), name="又.xlsx")).diff == ()
    undo(village.actor, import_id=first.import_id or 0)
    assert load_workbook(village.fill(form, "三.xlsx").out).worksheets[0]["D4"].value is None


@pytest.mark.database
def test_a_later_answer_replaces_the_earlier_one(village: Village) -> None:
    """R-RET-45: the diff shows what stood there before."""
    form = sheet_form(village.folder, FACTS, title="村情基本情况表")
    answered(village, form, {"D4": 1200})

    result = answered(village, form, {"D4": 1300})

    assert [(each.value, each.news and each.news.before) for each in result.diff] == [("1300", "1200")]
    assert load_workbook(village.fill(form, "三.xlsx").out).worksheets[0]["D4"].value == 1300


@pytest.mark.database
@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([["企业名称", "", "联系电话", ""], ["年产值（万元）", "", "占地（亩）", ""]], "情况登记表"),
        ([["项目名称", "投资（万元）", "长度（公里）", "受益户数"], ["", "", "", ""]], "情况登记表"),
        ([["证件号码", "", "联系电话", ""], ["房产", "", "存款", ""]], "情况登记表"),
        ([["粮食收入", "", "联系电话", ""], ["水果收入", "", "其他", ""]], "脱贫户收入登记表"),
        ([["占用面积", "", "联系电话", ""], ["开挖长度", "", "其他", ""]], "挖掘道路审批表"),
    ],
    ids=["a firm", "one row", "a person", "a household", "a matter"],
)
def test_a_form_about_somebody_else_is_not_the_village(village: Village, rows: Rows, title: str) -> None:
    """R-RET-46: on a firm's form the telephone is the firm's; nothing of it is kept for the village."""
    form = sheet_form(village.folder, rows, title=title)
    blanks = ["B3", "D3", "B4"] if rows[0][1] == "" else ["A4", "B4", "C4"]

    with pytest.raises(RefusedError) as refused:
        answered(village, form, dict.fromkeys(blanks, "12"))

    assert refused.value.problem.code is ReturningCode.NO_IDENTITY


@pytest.mark.database
def test_a_list_of_people_keeps_its_own_columns(village: Village) -> None:
    """R-RET-40: the village's words are no facts of its people; a list's column of that name stays theirs."""
    rows: Rows = [["补贴档次", "", "路灯（盏）", ""]]
    answered(village, sheet_form(village.folder, rows, title="村情表"), {"B3": "三档"})

    out = village.fill(list_form(village.folder), "名单出.xlsx")

    assert out.files[0].plan.unbound == ("补贴档次",)


@pytest.mark.database
def test_where_a_village_s_word_is_from_can_be_asked(village: Village) -> None:
    """R-RET-45: every answer of the village shows when and on which form it came."""
    form = sheet_form(village.folder, FACTS, title="村情基本情况表")
    answered(village, form, {"D4": 1200})

    found = explain(village.actor, person="青禾村", element="耕地面积")

    assert [(each.element, each.holding and each.holding.claim.value) for each in found] == [
        ("耕地面积（亩）", "1200")
    ]
    assert found[0].told[0].source_import.file_name == "back.xlsx"
