"""Rows added to a list: everything that stands below or looks at it goes along."""

import openpyxl
import pytest
from openpyxl.worksheet.table import Table
from tests.files.workbooks.drawn import LAST, LIST, contents, list_form, loaded, part_of, saved, with_part

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.workbooks.parsing import parsed
from qingzhuang.files.workbooks.writing import write_workbook

FORM = list_form()
BY_THREE = [Growth(LIST, LAST, 3, LAST)]
GROWN = write_workbook(FORM, [Write(LIST, 9, 2, "末行")], BY_THREE)
SHEET = loaded(GROWN)[LIST]


def test_new_rows_take_look_and_height_of_the_sample_row() -> None:
    """R-WBK-30: borders, alignment, number format and height are the sample row's."""
    cell = SHEET["E9"]

    assert (cell.border.left.style, cell.alignment.horizontal, cell.number_format) == (
        "thin",
        "center",
        "0.00",
    )
    assert SHEET.row_dimensions[9].height == 25


def test_row_formulas_go_along_with_their_row() -> None:
    """Relative references move with the row, fixed ones stay, and fixed ranges reach the last new row."""
    assert [SHEET[f"E{row}"].value for row in (6, 7, 9)] == ["=C6*D6", "=C7*D7", "=C9*D9"]
    assert [SHEET[f"H{row}"].value for row in (4, 9)] == ["=RANK(E4,E$4:E$9)", "=RANK(E9,E$4:E$9)"]
    assert [SHEET[f"I{row}"].value for row in (6, 9)] == ["=SUM(C$4:C6)", "=SUM(C$4:C9)"]


def test_sums_reach_the_last_new_row() -> None:
    """R-WBK-31: the total below the list covers all rows, on this sheet and from others."""
    book = loaded(GROWN)

    assert (SHEET["C10"].value, SHEET["E10"].value) == ("=SUM(C4:C9)", "=SUM(E4:E9)")
    assert (book["汇总"]["A1"].value, book["汇总"]["A2"].value) == (f"=SUM({LIST}!E4:E9)", f"='{LIST}'!E10")
    assert book.defined_names["合计数"].attr_text == f"{LIST}!$E$10"


def test_merged_regions_shift_and_those_of_the_sample_row_are_repeated() -> None:
    """Merges in the sample row stand in every new row; those below move down."""
    areas = {str(area) for area in SHEET.merged_cells.ranges}

    assert {"F6:G6", "F7:G7", "F8:G8", "F9:G9", "A10:B10", "A11:H12", "A1:H1"} <= areas
    assert "A7:B7" not in areas


def test_rules_and_print_set_up_reach_the_last_new_row() -> None:
    """Validations, conditional formats, filter and print area cover the new rows; the comment moved down."""
    validations = {str(one.sqref) for one in SHEET.data_validations.dataValidation}
    formats = {str(one.sqref): [rule.formula for rule in one.rules] for one in SHEET.conditional_formatting}

    assert validations == {"B4:B9", "D4:D9"}
    assert formats == {"E4:E9": [["$E$10"]]}
    assert (SHEET.auto_filter.ref, SHEET.print_area) == ("A3:I9", f"'{LIST}'!$A$1:$I$12")
    assert SHEET["A11"].comment is not None


def test_sheets_that_do_not_look_at_the_list_stay_byte_for_byte() -> None:
    """Growing rewrites the list, what refers to it, and nothing else."""
    before, after = contents(FORM), contents(GROWN)
    changed = {name for name in before if after.get(name) != before[name]}

    assert "xl/worksheets/sheet2.xml" in changed
    assert not changed & {"xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml", "xl/styles.xml"}


def test_growing_by_none_changes_nothing_but_the_writes() -> None:
    """No new rows: the same sheet as without growth."""
    writes = [Write(LIST, 4, 2, "赵甲")]
    name = "xl/worksheets/sheet1.xml"

    assert part_of(write_workbook(FORM, writes, [Growth(LIST, 6, 0, 6)]), name) == part_of(
        write_workbook(FORM, writes), name
    )


def test_two_lists_of_one_sheet_grow_independently() -> None:
    """Growths are numbered as in the form, in whatever order they are given."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, text in ((1, "上"), (2, None), (3, "中"), (4, None), (5, "下")):
        sheet.cell(row, 1, text)
    out = parsed(
        write_workbook(saved(book), [], [Growth("Sheet", 2, 2, 2), Growth("Sheet", 4, 3, 4)])
    ).sheets[0]

    assert [out.text(row, 1) for row in (1, 5, 10)] == ["上", "中", "下"]


def test_a_sum_over_the_one_sample_row_covers_all_rows_to_come() -> None:
    """R-WBK-33: SUM(B2) below a list of one row becomes SUM(B2:B4)."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["姓名", "金额"])
    sheet.append(["", None])
    sheet.append(["合计", "=SUM(B2)"])
    out = loaded(write_workbook(saved(book), [], [Growth("Sheet", 2, 2, 2)]))["Sheet"]

    assert out["B5"].value == "=SUM(B2:B4)"


def test_a_label_merged_over_the_whole_list_grows_with_it() -> None:
    """A tall region beside the list covers the new rows too."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.merge_cells("A2:A4")
    sheet["A2"], sheet["A5"] = "家庭成员", "备注"
    out = loaded(write_workbook(saved(book), [], [Growth("Sheet", 4, 2, 4)]))["Sheet"]

    assert [str(area) for area in out.merged_cells.ranges] == ["A2:A6"]


def test_a_table_grows_with_its_list() -> None:
    """A table's area and filter reach the last new row."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["姓名", "金额"])
    sheet.append(["", None])
    sheet.add_table(Table(displayName="名单", ref="A1:B2"))
    out = loaded(write_workbook(saved(book), [], [Growth("Sheet", 2, 4, 2)]))["Sheet"]

    assert out.tables["名单"].ref == "A1:B6"


@pytest.mark.parametrize("formula", ['=SUM(INDIRECT("B2:B3"))', "=SUM(甲:乙!B2)"])
def test_rows_are_refused_where_a_formula_cannot_be_moved(formula: str) -> None:
    """R-WBK-32: addresses inside texts and ranges across sheets would be wrong, so growing is refused."""
    book = openpyxl.Workbook()
    book.worksheets[0]["B9"] = formula

    with pytest.raises(RefusedError) as refused:
        write_workbook(saved(book), [], [Growth("Sheet", 3, 1, 3)])

    assert refused.value.problem.code is FilesCode.CANNOT_GROW


def test_rows_are_refused_where_records_stand_over_several_merged_rows() -> None:
    """Two rows merged into one record cannot be told from one sample row."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("A4:A5")

    with pytest.raises(RefusedError) as refused:
        write_workbook(saved(book), [], [Growth("Sheet", 5, 1, 5)])

    assert "先在表里加够空行" in refused.value.problem.sentence


def test_shared_formulas_are_written_out_before_rows_move() -> None:
    """A formula that stands once and is meant for three cells is right in each of them after growth."""
    name = "xl/worksheets/sheet1.xml"
    text = part_of(FORM, name)
    for row, formula in (
        (4, '<f t="shared" ref="E4:E6" si="0">C4*D4</f>'),
        *((r, '<f t="shared" si="0"/>') for r in (5, 6)),
    ):
        text = text.replace(f"<f>C{row}*D{row}</f>", formula)
    out = loaded(write_workbook(with_part(FORM, name, text), [], BY_THREE))[LIST]

    assert [out[f"E{row}"].value for row in range(4, 10)] == [f"=C{row}*D{row}" for row in range(4, 10)]
