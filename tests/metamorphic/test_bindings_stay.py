"""What a form asks for stays the same, however it is drawn."""

import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet
from tests.metamorphic.changes import CHANGES, bindings_of

from qingzhuang.engine.read.grid import Grid
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.workbooks.parsing import parsed

_CATALOGUE = load_catalogue(None)
_BOX = Border(*(Side("thin"),) * 4)
Draw = Callable[[Worksheet], None]


def _boxed(sheet: Worksheet, area: str) -> None:
    for row in sheet[area]:
        for cell in row:
            cell.border = _BOX


def _titled(sheet: Worksheet, title: str, line: str, area: str) -> None:
    sheet["A1"] = title
    sheet.merge_cells(area)
    sheet["A2"] = line


def a_list(sheet: Worksheet) -> None:
    """One header row."""
    _titled(sheet, "困难群众摸底表", "填报单位（盖章）：            填报日期：    年  月  日", "A1:H1")
    labels = ("序号", "姓名", "性别", "身份证号码", "民族", "文化程度", "联系电话", "备注")
    for column, label in enumerate(labels, 1):
        sheet.cell(3, column, label)
    _boxed(sheet, "A3:H8")
    sheet["A9"] = "填表人：          审核人："


def a_list_with_parents(sheet: Worksheet) -> None:
    """Two header rows with merged parents."""
    _titled(sheet, "残疾人情况表", "填报单位：", "A1:G1")
    for area, label in (("A3:A4", "序号"), ("B3:D3", "残疾人"), ("E3:F3", "监护人"), ("G3:G4", "家庭住址")):
        sheet.merge_cells(area)
        sheet[area.split(":")[0]] = label
    for column, label in enumerate(("姓名", "身份证号", "联系电话", "姓名", "联系电话"), 2):
        sheet.cell(4, column, label)
    _boxed(sheet, "A3:G9")


def a_card(sheet: Worksheet) -> None:
    """A label left of each blank, and a table of members below."""
    _titled(sheet, "居民登记卡", "", "A1:F1")
    rows = (
        ("姓名", "性别", "民族"),
        ("身份证号码", "联系电话", "文化程度"),
        ("户籍地址", "婚姻状况", "政治面貌"),
    )
    for row, labels in enumerate(rows, 3):
        for at, label in enumerate(labels):
            sheet.cell(row, 1 + 2 * at, label)
    _boxed(sheet, "A3:F5")


FORMS: tuple[Draw, ...] = (a_list, a_list_with_parents, a_card)


def drawn(draw: Draw) -> Grid:
    """The form as the product reads it."""
    book = Workbook()
    draw(book.worksheets[0])
    written = io.BytesIO()
    book.save(written)
    return parsed(written.getvalue()).sheets[0]


@pytest.mark.parametrize("draw", FORMS, ids=lambda draw: draw.__name__)
@pytest.mark.parametrize("change", CHANGES)
def test_what_a_form_asks_for_stays(change: str, draw: Draw) -> None:
    """Path, element, role and binding of every field are those of the form before it was changed."""
    grid = drawn(draw)
    changed = CHANGES[change](grid, recognise(grid))
    if changed is None:
        pytest.skip("nothing in this form can be changed so")

    assert bindings_of(changed, _CATALOGUE) == bindings_of(grid, _CATALOGUE)


@pytest.mark.parametrize("draw", FORMS, ids=lambda draw: draw.__name__)
def test_the_line_of_the_office_may_stand_below(draw: Draw) -> None:
    """填报单位 moved under the form leaves all other bindings alone."""
    before = drawn(draw)

    def moved(sheet: Worksheet) -> None:
        draw(sheet)
        sheet["A2"], sheet["A12"] = None, sheet["A2"].value

    after = drawn(moved)
    office = {"record.reporting_unit", "record.report_date", "record.filled_on", None}
    kept = [
        {k: n for k, n in bindings_of(one, _CATALOGUE).items() if k[1] not in office}
        for one in (before, after)
    ]
    assert kept[1] == kept[0]
