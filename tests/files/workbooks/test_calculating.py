"""Results of formulas in filled workbooks: ours where we calculate, dropped where we cannot."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from tests.files.workbooks.drawn import LIST, list_form, loaded, saved, with_part

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.files.packages import guard
from qingzhuang.files.workbooks.calculating import calculation_of
from qingzhuang.files.workbooks.package import open_package
from qingzhuang.files.workbooks.writing import write_workbook

SHEET = "xl/worksheets/sheet1.xml"


def shown(content: bytes) -> openpyxl.Workbook:
    """The workbook with the results that a previewer shows."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=True)


def formulas(**cells: Any) -> bytes:
    """A workbook of one sheet 表 with these cells, formulas with their sign."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "表"
    for address, value in cells.items():
        book.worksheets[0][address] = value
    return saved(book)


def with_results(content: bytes, **results: str) -> bytes:
    """The same with results kept for some of its formulas, as other programs leave them."""
    text = part_of(content)
    for address, result in results.items():
        head, mark, rest = text.partition(f'r="{address}"')
        text = (
            head
            + mark
            + rest.replace("<v></v>", f"<v>{result}</v>", 1).replace("<v/>", f"<v>{result}</v>", 1)
        )
    return with_part(content, SHEET, text)


def part_of(content: bytes, part: str = SHEET) -> str:
    """The text of a part."""
    return guard.open_parts(content)[part].inflate().decode()


def test_totals_are_right_in_programs_that_do_not_calculate() -> None:
    """R-CAL-01, R-WBK-23: row products, their sums and running sums are kept as results of their formulas."""
    writes = [Write(LIST, row, column, row) for row in (4, 5, 6) for column in (3, 4)]
    sheet = shown(write_workbook(list_form(), writes))[LIST]

    assert [sheet[f"E{row}"].value for row in (4, 5, 6, 7)] == [16, 25, 36, 77]
    assert [sheet[f"I{row}"].value for row in (4, 5, 6)] == [4, 9, 15]


def test_totals_are_right_after_rows_were_added() -> None:
    """R-CAL-06: the new rows have results of their own, and the total covers them."""
    writes = [Write(LIST, row, column, 2) for row in range(4, 10) for column in (3, 4)]
    sheet = shown(write_workbook(list_form(), writes, [Growth(LIST, 6, 3, 6)]))[LIST]

    assert [sheet[f"E{row}"].value for row in range(4, 11)] == [4, 4, 4, 4, 4, 4, 24]
    assert sheet["C10"].value == 12


def test_a_summary_on_another_sheet_is_right_too() -> None:
    """R-CAL-04: formulas elsewhere that read what was written get their new results."""
    book = shown(write_workbook(list_form(), [Write(LIST, 4, 3, 3), Write(LIST, 4, 4, 5)]))

    assert (book["汇总"]["A1"].value, book["汇总"]["A2"].value) == (15, 15)


def test_what_we_cannot_calculate_keeps_no_stale_result() -> None:
    """R-CAL-03: a function beyond ours that reads a written cell loses its result; the formula stays."""
    form = with_results(formulas(A1=None, B1="=HLOOKUP(A1,D1:E9,2,0)", C1="=B1+1"), B1="7", C1="8")
    out = write_workbook(form, [Write("表", 1, 1, 3)])

    assert (shown(out)["表"]["B1"].value, shown(out)["表"]["C1"].value) == (None, None)
    assert loaded(out)["表"]["B1"].value == "=HLOOKUP(A1,D1:E9,2,0)"


def test_the_further_results_of_an_array_formula_do_not_stay() -> None:
    """R-CAL-03: cells that show a result of an array formula hold none of their own, and lose the old one."""
    form = with_results(formulas(A1=None, B1="=A1*2", C1="=B2+1"), B1="7", C1="8")
    text = part_of(form).replace("<f>A1*2</f>", '<f t="array" ref="B1:B2">A1:A2*2</f>')
    form = with_part(form, SHEET, text.replace("</row>", '</row><row r="2"><c r="B2"><v>9</v></c></row>', 1))
    sheet = shown(write_workbook(form, [Write("表", 1, 1, 3)]))["表"]

    assert [sheet[cell].value for cell in ("B1", "B2", "C1")] == [None, None, None]


def test_what_depends_on_nothing_written_keeps_its_result() -> None:
    """R-CAL-04: the result of a formula that reads other cells stays as it was, whatever its function."""
    form = with_results(formulas(A1=None, D1=2, B1="=HLOOKUP(D1,D1:E9,1,0)"), B1="7")

    assert shown(write_workbook(form, [Write("表", 1, 1, 3)]))["表"]["B1"].value == 7


@pytest.mark.parametrize(
    ("formula", "result", "kind"),
    [
        ('=IF(A1>=60,"及格","不及格")', "及格", "str"),
        ('="<"&A1&">"', "<88>", "str"),
        ("=A1>=60", True, "b"),
        ("=A1/0", "#DIV/0!", "e"),
        ("=A1/3", 29.3333333333333, ""),
        ("=A1*1", 88, ""),
        ("=A1-88", 0, ""),
    ],
)
def test_results_are_kept_in_their_kind(formula: str, result: object, kind: str) -> None:
    """R-CAL-01: text, truth, error or number, as the result is; plain digits."""
    out = write_workbook(formulas(A1=None, B1=formula), [Write("表", 1, 1, 88)])

    assert shown(out)["表"]["B1"].value == result
    assert (f't="{kind}"' in part_of(out).partition('r="B1"')[2]) is bool(kind)


def test_shared_formulas_have_results_in_each_of_their_cells() -> None:
    """R-CAL-02: a formula that stands once and is meant for three cells is calculated in each."""
    form = formulas(A1=1, A2=2, A3=None, B1="=A1*2", B2="=A2*2", B3="=A3*2")
    text = part_of(form)
    text = text.replace("<f>A1*2</f>", '<f t="shared" ref="B1:B3" si="0">A1*2</f>')
    for row in (2, 3):
        text = text.replace(f"<f>A{row}*2</f>", '<f t="shared" si="0"/>')
    sheet = shown(write_workbook(with_part(form, SHEET, text), [Write("表", 3, 1, 5)]))["表"]

    assert [sheet[f"B{row}"].value for row in (1, 2, 3)] == [2, 4, 10]


def test_array_formulas_are_left_to_programs() -> None:
    """R-CAL-03: an array formula keeps no result after filling."""
    form = formulas(A1=1, B1="=SUM(A1:A3)")
    text = part_of(form).replace("<f>SUM(A1:A3)</f>", '<f t="array" ref="B1">SUM(A1:A3)</f>')
    out = write_workbook(with_results(with_part(form, SHEET, text), B1="7"), [Write("表", 2, 1, 5)])

    assert shown(out)["表"]["B1"].value is None


def test_days_are_reckoned_as_days() -> None:
    """R-CAL-02: a day written is its serial number to formulas."""
    day = date(2026, 3, 2)
    out = write_workbook(formulas(A1=None, B1="=A1-1"), [Write("表", 1, 1, day)])

    assert shown(out)["表"]["B1"].value == 46082


def test_a_form_without_formulas_has_no_calculation() -> None:
    """Forms without formulas do not pay for those that have some."""
    assert calculation_of(open_package(guard.open_parts(formulas(A1="姓名")))) is None
    assert calculation_of(open_package(guard.open_parts(formulas(A1="=1+1")))) is not None


def test_the_same_writes_give_the_same_bytes_with_results() -> None:
    """R-WBK-25: results are written in the same way each time."""
    form, writes = list_form(), [Write(LIST, 4, 3, 2), Write(LIST, 4, 4, 3)]

    assert write_workbook(form, writes) == write_workbook(form, writes)


def test_id_numbers_are_not_added_up() -> None:
    """R-CAL-02: an ID number is text, and no sum counts it."""
    out = write_workbook(
        formulas(A1=None, A2=None, A3="=SUM(A1:A2)", A4="=COUNTA(A1:A2)"),
        [Write("表", 1, 1, "36099919900101123X"), Write("表", 2, 1, "12")],
    )

    assert (shown(out)["表"]["A3"].value, shown(out)["表"]["A4"].value) == (0, 2)
