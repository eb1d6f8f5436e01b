"""Growing a list that everything stands upon and below: feature by feature."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.files.workbooks.drawn import loaded, saved
from tests.files.workbooks.test_opens_in_office import as_csv
from tests.files.workbooks.torture import FIRST, LAST, SHEET, rewritten, torture

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.read.grid import Grid
from qingzhuang.files.workbooks.parsing import parsed
from qingzhuang.files.workbooks.writing import write_workbook

BY = 3
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
FORM = torture()
GROWN = write_workbook(FORM, [Write(SHEET, 8, 2, "末行")], [Growth(SHEET, LAST, BY, LAST)])
END = LAST + BY


def text_of(part: str, content: bytes = GROWN) -> str:
    """One part of the grown file as text."""
    return zipfile.ZipFile(io.BytesIO(content)).read(part).decode()


XML = text_of("xl/worksheets/sheet1.xml")


def test_each_new_row_has_its_own_array_formula() -> None:
    """R-WBK-50: an array formula of one row stays in it, and new rows get theirs; none overlaps another."""
    found = re.findall(r't="array" ref="(E\d+)"', XML)

    assert found == [f"E{row}" for row in range(FIRST, END + 1)]


def test_sparklines_stand_in_each_new_row() -> None:
    """R-WBK-50: each new row has the small chart of its own cells, the old ones stay as they were."""
    found = re.findall(rf"<xm:f>{SHEET}!(C\d+:D\d+)</xm:f><xm:sqref>(F\d+)</xm:sqref>", XML)

    assert found == [(f"C{row}:D{row}", f"F{row}") for row in range(FIRST, END + 1)]


def test_rules_of_excel_2010_reach_the_last_new_row() -> None:
    """R-WBK-31: validations and conditional formats in extLst cover the new rows."""
    assert XML.count(f"<xm:sqref>B{FIRST}:B{END}</xm:sqref>") == 2


def test_links_move_and_do_not_spread_and_the_cursor_stays() -> None:
    """R-WBK-51: a link on the sample row stays one cell, one below the list moves; the view is as it was."""
    links = re.findall(r'<hyperlink [^>]*ref="([^"]+)"', XML)

    assert (links, re.findall(r'activeCell="([^"]+)"', XML)) == ([f"G{LAST}", f"C{END + 2}"], [f"B{LAST}"])


def test_page_breaks_filter_and_print_area_go_along() -> None:
    """R-WBK-31: the break below the total moves with it; filter and print area reach the new end."""
    sheet = loaded(GROWN)[SHEET]

    assert [one.id for one in sheet.row_breaks.brk] == [END + 1]
    assert (sheet.auto_filter.ref, sheet.print_area) == (f"A2:H{END}", f"'{SHEET}'!$A$1:$H${END + 4}")
    assert sheet.print_title_rows == "$1:$2"


def test_grouped_rows_stay_grouped() -> None:
    """R-WBK-30: new rows lie on the outline level and have the height of the sample row."""
    rows = [loaded(GROWN)[SHEET].row_dimensions[row] for row in range(FIRST, END + 1)]

    assert {(row.outlineLevel, row.height) for row in rows} == {(1, 31)}


def test_totals_and_other_sheets_cover_the_new_rows() -> None:
    """R-WBK-31: SUM, SUMIF and COUNTA reach the last new row, here, in names and on other sheets."""
    book = loaded(GROWN)
    total = [book[SHEET].cell(END + 1, column).value for column in (3, 4)]

    assert total == [f"=SUM(C{FIRST}:C{END})", f'=SUMIF(B{FIRST}:B{END},"*",D{FIRST}:D{END})']
    assert (book["汇总"]["A1"].value, book["汇总"]["A2"].value) == (
        f"=COUNTA({SHEET}!B{FIRST}:B{END})",
        f"={SHEET}!D{END + 1}*2",
    )
    assert book.defined_names["全部"].attr_text == f"{SHEET}!$B${FIRST}:$B${END}"


def test_chart_table_and_comment_go_along() -> None:
    """R-WBK-52: a chart over the list shows the new rows, the table beside it too; the comment moved."""
    assert f"$C${FIRST}:$C${END}" in text_of("xl/charts/chart1.xml")
    assert f'ref="K2:L{END}"' in text_of("xl/tables/table1.xml")
    assert f'ref="B{END + 2}"' in text_of("xl/comments/comment1.xml")
    assert f"row>{END + 1}<" in text_of("xl/drawings/drawing1.xml")


def test_shared_formulas_are_written_out() -> None:
    """R-WBK-30: a formula that stands once for the whole column is each row's own afterwards."""
    shared = rewritten(
        FORM,
        "xl/worksheets/sheet1.xml",
        lambda text: (
            text.replace("<f>C3*10</f>", '<f t="shared" ref="D3:D5" si="0">C3*10</f>')
            .replace("<f>C4*10</f>", '<f t="shared" si="0"/>')
            .replace("<f>C5*10</f>", '<f t="shared" si="0"/>')
        ),
    )
    sheet = loaded(write_workbook(shared, [], [Growth(SHEET, LAST, BY, LAST)]))[SHEET]

    assert [sheet.cell(row, 4).value for row in range(FIRST, END + 1)] == [
        f"=C{row}*10" for row in range(FIRST, END + 1)
    ]


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ('<f t="array" ref="M4:M6">C4:C6</f>', "数组公式"),
        ('<f t="dataTable" ref="M4:M6" dt2D="0" dtr="0" r1="C3"/>', "模拟运算表"),
        ('<f>INDIRECT("C3")</f>', "按文字"),
    ],
)
def test_what_cannot_be_moved_is_refused(formula: str, told: str) -> None:
    """R-WBK-32: array formulas across the place, data tables and addresses in texts refuse the growth."""
    form = rewritten(
        FORM,
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace("<f>C4*10</f>", formula),
    )

    with pytest.raises(RefusedError) as refused:
        write_workbook(form, [], [Growth(SHEET, LAST, BY, LAST)])

    assert told in refused.value.problem.sentence


def tall_form() -> bytes:
    """Two records of two rows each: number and name merged over both, a line below."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for column, text in enumerate(("序号", "姓名", "内容"), 1):
        sheet.cell(1, column, text)
    for row in (2, 4):
        sheet.merge_cells(f"A{row}:A{row + 1}")
        sheet.merge_cells(f"B{row}:B{row + 1}")
        sheet.cell(row, 3, f"=B{row}")
        sheet.row_dimensions[row].height, sheet.row_dimensions[row + 1].height = 20, 40
    sheet["A6"] = "合计"
    return saved(book)


def test_records_of_several_rows_grow_whole() -> None:
    """R-WBK-53: each new record has the merges, heights and formulas of the sample record."""
    sheet = loaded(write_workbook(tall_form(), [], [Growth("Sheet", 5, 4, 4, 2)]))["Sheet"]

    assert {str(area) for area in sheet.merged_cells.ranges} == {
        f"{column}{row}:{column}{row + 1}" for column in "AB" for row in (2, 4, 6, 8)
    }
    assert [sheet.row_dimensions[row].height for row in range(6, 10)] == [20, 40, 20, 40]
    assert [sheet[f"C{row}"].value for row in (6, 8)] == ["=B6", "=B8"]
    assert sheet["A10"].value == "合计"


def test_half_a_record_is_not_added() -> None:
    """R-WBK-53: rows that do not make whole records are a mistake of the caller."""
    with pytest.raises(ValueError, match="no such growth"):
        write_workbook(tall_form(), [], [Growth("Sheet", 5, 3, 4, 2)])


def drawn_alike(grid: Grid) -> object:
    """What of a sheet must not depend on how it grew: cells, merges, validations."""
    cells = {place: (cell.text, cell.formula, cell.rows, cell.columns) for place, cell in grid.cells.items()}
    rules = sorted((rule.kind, rule.formula, sorted(rule.areas)) for rule in grid.validations)
    return cells, dict(grid.covered), rules


@given(st.integers(1, 4), st.integers(1, 4))
def test_growing_twice_is_growing_once_by_as_much(n: int, m: int) -> None:
    """R-WBK-54: by n rows and then by m rows gives the layout of n + m rows."""
    once = write_workbook(FORM, [], [Growth(SHEET, LAST, n + m, LAST)])
    half = write_workbook(FORM, [], [Growth(SHEET, LAST, n, LAST)])
    twice = write_workbook(half, [], [Growth(SHEET, LAST + n, m, LAST + n)])

    assert [drawn_alike(sheet) for sheet in parsed(twice).sheets] == [
        drawn_alike(sheet) for sheet in parsed(once).sheets
    ]


@pytest.mark.office
def test_the_grown_list_opens_in_libreoffice(tmp_path: Path) -> None:
    """Array formulas of the new rows and the totals below are calculated (R-WBK-31, R-WBK-50)."""
    writes = [Write(SHEET, row, 3, row) for row in range(FIRST, END + 1)]
    rows = as_csv(write_workbook(FORM, writes, [Growth(SHEET, LAST, BY, LAST)]), tmp_path)

    assert [row[4] for row in rows[FIRST - 1 : END]] == [str(row * 11) for row in range(FIRST, END + 1)]
    assert rows[END][2] == str(sum(range(FIRST, END + 1)))
