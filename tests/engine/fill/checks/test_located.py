"""Relations found at their cells, and judged there."""

import pytest
from tests.engine.fill.checks.drawn import doubtful, doubts, sheet

HEADER = ["姓名", "合计", "男", "女"]


def test_column_numbers_say_which_cells_a_relation_means() -> None:
    """R-CHK-06: 1=2+3 under a row 1 2 3 is demanded of each row below it."""
    rows = [HEADER, ["甲", "1", "2", "3"], ["赵甲", 5, 2, 3], ["钱乙", 5, 2, 2], ["说明：1=2+3"]]

    assert doubtful(sheet(rows)) == ["表!B4"]


def test_row_codes_say_which_rows_a_relation_means() -> None:
    """R-CHK-06: 01=02+03 beside row codes is demanded of each column; 01 is not 1."""
    rows = [
        ["指标", "代码", "上年", "本年"],
        ["总数", "01", 5, 7],
        ["其中：男", "02", 2, 3],
        ["女", "03", 3, 3],
        ["注：01=02+03"],
    ]

    assert doubtful(sheet(rows)) == ["表!D2"]


def test_rows_and_columns_with_the_same_number_are_told_apart_by_their_writing() -> None:
    """R-CHK-06: with 01 02 03 beside rows and 1 2 3 above columns, each relation means its own."""
    rows = [
        ["", "行号", "合计", "甲类", "乙类"],
        ["列号", "", "1", "2", "3"],
        ["总计", "01", 10, 4, 6],
        ["男", "02", 5, 2, 3],
        ["女", "03", 5, 2, 2],
        ["列关系：01=02+03，行关系：1=2+3"],
    ]

    assert doubtful(sheet(rows)) == ["表!E3", "表!C5"]


def test_two_blocks_side_by_side_have_codes_of_their_own() -> None:
    """R-CHK-06: row codes end where the next column of codes begins."""
    rows = [
        ["项目", "行次", "数", "项目", "栏次", "数"],
        ["甲", "1", 5, "丙", "A", 5],
        ["乙", "2", 2, "丁", "B", 1],
        ["丙", "3", 3, "戊", "C", 1],
        ["1=2+3", None, None, "A=B+C"],
    ]

    assert doubtful(sheet(rows)) == ["表!F2"]


@pytest.mark.parametrize("printed", ["1（2+3）", "1=2+3", "（1）=（2）+（3）"])
def test_a_relation_may_stand_in_the_row_of_numbers(printed: str) -> None:
    """R-CHK-06: the cell of the first number may say how it is made up."""
    rows = [HEADER, ["甲", printed, "2", "3"], ["赵甲", 9, 2, 3]]

    assert doubtful(sheet(rows)) == ([] if "=" not in printed else ["表!B3"])


def test_letters_number_columns_too() -> None:
    """R-CHK-06: A=B+C under a row A B C."""
    rows = [HEADER, ["栏次", "A", "B", "C"], ["赵甲", 5, 2, 2], ["A=B+C"]]

    assert doubtful(sheet(rows)) == ["表!B3"]


def test_labels_say_which_columns_a_relation_means() -> None:
    """R-CHK-07: 合计=男+女 where 合计, 男 and 女 stand side by side in a header."""
    rows = [HEADER, ["赵甲", 5, 2, 3], ["钱乙", 6, 2, 3], ["说明：合计=男+女。"]]

    assert doubtful(sheet(rows)) == ["表!B3"]


def test_labels_under_several_parents_belong_to_their_own() -> None:
    """R-CHK-07: 合计 男 女 under 上年 and under 本年 are two relations."""
    rows = [
        ["村", "上年", None, None, "本年", None, None],
        ["", "合计", "男", "女", "合计", "男", "女"],
        ["甲村", 3, 1, 2, 9, 4, 4],
        ["合计=男+女"],
    ]

    assert doubtful(sheet(rows)) == ["表!E3"]


def test_labels_below_each_other_are_rows() -> None:
    """R-CHK-07: the parts may stand below their sum."""
    rows = [["合计", 5, 6], ["男", 2, 3], ["女", 3, 4], ["备注：合计=男+女"]]

    assert doubtful(sheet(rows)) == ["表!C1"]


def test_a_label_that_stands_in_two_places_is_not_guessed() -> None:
    """R-CHK-05: where it is not plain which cells belong together nothing is said."""
    rows = [["合计", "男", "女", "合计"], [9, 2, 3, 9], ["合计=男+女"]]

    assert doubtful(sheet(rows)) == []


def test_codes_that_stand_in_two_numberings_are_not_guessed() -> None:
    """R-CHK-05: 1 2 3 above columns and 1 2 3 beside rows: 1=2+3 may mean either; 1栏=2栏+3栏 may not."""
    rows = [["行次", "1", "2", "3"], ["1", 9, 1, 1], ["2", 9, 1, 1], ["3", 9, 1, 1]]

    assert doubtful(sheet([*rows, ["1=2+3"]])) == []
    assert doubtful(sheet([*rows, ["1栏=2栏+3栏"]])) == ["表!B2", "表!B3", "表!B4"]


def test_codes_that_are_not_on_the_sheet_demand_nothing() -> None:
    """R-CHK-05: a note that speaks of another table has no cells here."""
    rows = [HEADER, ["甲", "1", "2", "3"], ["赵甲", 9, 2, 3], ["1=2+3+9，表二11=12+13"]]

    assert doubtful(sheet(rows)) == []


def test_a_blank_among_the_parts_is_not_judged() -> None:
    """R-CHK-03: while a part is not there, or is no number, nothing is said."""
    rows = [
        HEADER,
        ["甲", "1", "2", "3"],
        ["赵甲", 9, 2, None],
        ["钱乙", 9, "无", 3],
        ["", 9, 2, 3],
        ["1=2+3"],
    ]

    assert doubtful(sheet(rows)) == ["表!B5"]


def test_parts_rounded_by_themselves_are_no_doubt() -> None:
    """R-CHK-03: half a cent for each part is rounding."""
    rows = [HEADER, ["甲", "1", "2", "3"], ["赵甲", 10.01, 3.33, 6.67], ["钱乙", 10.1, 3.33, 6.67], ["1=2+3"]]

    assert doubtful(sheet(rows)) == ["表!B4"]


def test_the_sentence_says_what_stands_there_what_is_printed_and_what_it_should_be() -> None:
    """R-CHK-09: the number, the relation as printed, the number that fits; or the other side's number."""
    rows = [HEADER, ["甲", "1", "2", "3"], ["赵甲", 9, 2, 3], ["1=2+3；2≥3"]]

    assert [doubt.why for doubt in doubts(sheet(rows))] == [
        "写着 9，表上印着“1=2+3”，算下来应是 5。",
        "写着 2，表上印着“2≥3”，另一边是 3。",
    ]


def test_computed_totals_are_judged_by_what_they_compute() -> None:
    """R-CHK-02: a formula among the cells counts with its result."""
    rows = [HEADER, ["甲", "1", "2", "3"], ["赵甲", 6, 2, None], ["1=2+3"]]

    assert doubtful(sheet(rows, formulas={(3, 4): "C3*2"})) == []
    assert doubtful(sheet(rows, formulas={(3, 4): "C3*3"})) == ["表!B3"]
