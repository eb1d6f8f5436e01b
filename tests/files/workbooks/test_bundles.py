"""Copies of one sheet in one workbook."""

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from tests.files.workbooks.drawn import card_form, contents, loaded, saved

from qingzhuang.engine.fill.plan import Write
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.workbooks.bundles import one_sheet_each

NAMES = ("赵甲", "钱乙", "孙丙")
COPIES = [(name, [Write("登记表", 1, 2, name)]) for name in NAMES]


def test_each_copy_is_filled_and_the_other_sheets_stay() -> None:
    """R-WBK-40: one sheet for each person, with the values of that person; the notes sheet is still there."""
    book = loaded(one_sheet_each(card_form(), "登记表", COPIES))

    assert book.sheetnames == ["赵甲", "说明", "钱乙", "孙丙"]
    assert [book[name]["B1"].value for name in NAMES] == list(NAMES)


def test_each_copy_speaks_of_itself() -> None:
    """Formulas, print area, comments and protection of a copy are its own."""
    book = loaded(one_sheet_each(card_form(), "登记表", COPIES))

    assert [book[name]["A3"].value for name in NAMES] == [f"='{name}'!B1&B2" for name in NAMES]
    assert [book[name].print_area for name in NAMES] == [f"'{name}'!$A$1:$B$3" for name in NAMES]
    assert all(book[name]["A2"].comment is not None and book[name].protection.sheet for name in NAMES)


def test_no_part_is_shared_that_belongs_to_one_sheet() -> None:
    """Each copy has comments of its own."""
    parts = contents(one_sheet_each(card_form(), "登记表", COPIES))

    assert len([name for name in parts if "/comments" in name.lower() and name.endswith(".xml")]) == len(
        NAMES
    )


def test_a_sheet_with_a_chart_is_refused_with_the_way_out() -> None:
    """R-WBK-41: a chart would show the first person's figures in every copy."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=2))
    sheet.add_chart(chart)

    with pytest.raises(RefusedError) as refused:
        one_sheet_each(saved(book), "Sheet", [("甲", []), ("乙", [])])

    assert refused.value.problem.code is FilesCode.CANNOT_COPY
    assert "-o" in refused.value.problem.sentence


def test_a_form_that_other_sheets_calculate_with_is_refused() -> None:
    """A summary would not know with which copy to calculate."""
    book = openpyxl.Workbook()
    book.create_sheet("汇总")["A1"] = "=Sheet!B1"

    with pytest.raises(RefusedError):
        one_sheet_each(saved(book), "Sheet", [("甲", []), ("乙", [])])


def test_names_must_be_fit_for_sheets() -> None:
    """Two copies of one name are our own mistake."""
    with pytest.raises(ValueError, match="names"):
        one_sheet_each(card_form(), "登记表", [("甲", []), ("甲", [])])
