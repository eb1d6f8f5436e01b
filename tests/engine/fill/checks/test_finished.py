"""Checks on finished cells: what was written, where rows were added."""

from tests.engine.fill.checks.drawn import sheet
from tests.engine.fill.drawn import roster

from qingzhuang.engine.fill.checks.finding import checks_in
from qingzhuang.engine.fill.checks.finished import finished_book, moved_checks
from qingzhuang.engine.fill.checks.judging import doubts_of
from qingzhuang.engine.fill.checks.planned import checks_of, with_doubts
from qingzhuang.engine.fill.plan import Growth, Plan, Write
from qingzhuang.engine.fill.planning import Form, Output
from qingzhuang.engine.read.grid import Grid, Validation
from qingzhuang.engine.values.formulas.domain import Place

ROWS = [
    ["姓名", "合计", "男", "女"],
    ["甲", "1", "2", "3"],
    [None] * 4,
    ["合计", None, None, None],
    ["1=2+3"],
]
TOTALS = {(4, column): f"SUM({letter}3:{letter}3)" for column, letter in ((3, "C"), (4, "D"))}


def written(row: int, *numbers: int) -> list[Write]:
    """Numbers written from column B on."""
    return [Write("表", row, column, number) for column, number in enumerate(numbers, 2)]


def judged(grid: Grid, writes: list[Write], growths: tuple[Growth, ...] = ()) -> list[str]:
    """The cells that do not fit once the form is filled."""
    only = [Place(write.sheet, write.row, write.column) for write in writes]
    book = finished_book([grid], writes, growths)
    found = doubts_of(moved_checks(checks_in(grid), growths), book, only=only)
    return [doubt.cell for doubt in found]


def test_new_rows_are_judged_as_the_first_and_totals_below_them() -> None:
    """R-CHK-08: with two rows added the check reaches them and the total row that moved down."""
    writes = [*written(3, 5, 2, 3), *written(4, 6, 2, 3), *written(5, 5, 2, 3), *written(6, 16, 6, 9)]

    assert judged(sheet(ROWS), writes, (Growth("表", 3, 2, 3),)) == ["表!B4", "表!B6"]


def test_formulas_reach_the_new_rows_before_they_are_judged_against() -> None:
    """R-CHK-08: parts that the form sums itself are summed over the new rows too."""
    grid = sheet(ROWS, formulas=TOTALS)
    writes = [*written(3, 5, 2, 3), *written(4, 5, 2, 3), Write("表", 5, 2, 9)]

    assert judged(grid, writes, (Growth("表", 3, 1, 3),)) == ["表!B5"]
    assert judged(grid, [*writes[:-1], Write("表", 5, 2, 10)], (Growth("表", 3, 1, 3),)) == []


def test_only_what_was_written_is_judged() -> None:
    """R-CHK-02: a row that the department printed itself is its own matter, whatever its numbers."""
    grid = sheet([ROWS[0], ROWS[1], ["印好的", 9, 1, 1], [None] * 4, ROWS[4]])

    assert judged(grid, written(4, 5, 2, 3)) == []
    assert judged(grid, written(4, 9, 2, 3)) == ["表!B4"]


def test_a_header_inside_the_area_of_a_list_is_no_answer() -> None:
    """R-CHK-02: a drop-down over the whole column does not judge its header."""
    rule = Validation("list", ((1, 1, 99, 1),), options=("汉族",))
    grid = sheet([["民族"], [None]], validations=(rule,))

    assert judged(grid, [Write("表", 2, 1, "汉族")]) == []
    assert judged(grid, [Write("表", 2, 1, "汉")]) == ["表!A2"]


def test_a_plan_carries_its_doubts_and_keeps_its_values() -> None:
    """R-CHK-10: doubts stand beside what is written; nothing is changed or held back."""
    form_sheet = roster(["姓名", "合计", "男", "女"], notes=(), header="")
    note = {(9, 1): form_sheet.grid.at(9, 1).__class__(9, 1, "合计=男+女", "合计=男+女")}
    grid = Grid("Sheet1", 9, 4, {**form_sheet.grid.cells, **note})
    sheets = (form_sheet.__class__(grid, form_sheet.layout, form_sheet.matches),)
    writes = tuple(Write("Sheet1", 4, column, number) for column, number in ((2, 9), (3, 2), (4, 3)))
    plan = Plan(writes, (), 1, 3, (), (), (), ())
    form = with_doubts(Form((Output("", plan),), is_cards=False, notes=()), sheets, checks_of(sheets))
    found = form.outputs[0].plan

    assert [doubt.cell for doubt in found.doubts] == ["Sheet1!B4"]
    assert found.writes == writes
    assert [doubt.cell for doubt in found.on_sheet("赵甲").doubts] == ["赵甲!B4"]
