"""Reading: what a person sees, and the value itself."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Border, Side
from tests.files.workbooks.drawn import card_form, list_form, part_of, saved, with_part

from qingzhuang.engine.read.grid import Grid
from qingzhuang.engine.values.domain import Raw
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.workbooks.display import as_day, is_date_format, shown
from qingzhuang.files.workbooks.parsing import parsed

SHEET = "xl/worksheets/sheet1.xml"


def grid_of(body: str, *, after: str = "") -> Grid:
    """The first sheet of a workbook whose rows are given as XML."""
    empty = part_of(saved(openpyxl.Workbook()), SHEET)
    text = empty.replace("<sheetData/>", "<sheetData></sheetData>")
    begin, end = text.index("<sheetData>"), text.index("</sheetData>")
    text = f"{text[:begin]}<sheetData>{body}</sheetData>{after}{text[end + 12 :]}"
    return parsed(with_part(saved(openpyxl.Workbook()), SHEET, text)).sheets[0]


def test_a_form_read_through_the_child_is_the_form_read_here(tmp_path: Path) -> None:
    """The child process sends the same grids that reading in this process gives."""
    path = tmp_path / "表.xlsx"
    path.write_bytes(list_form())

    assert read_workbook(path) == parsed(list_form())


def test_rows_and_columns_count_from_one_and_merged_cells_show_their_text() -> None:
    """A1:H1 is one region named by A1; what it covers leads there."""
    grid = parsed(list_form()).sheets[0]

    assert (grid.at(1, 5).row, grid.at(1, 5).column, grid.at(1, 1).columns) == (1, 1, 8)
    assert grid.text(1, 8) == "补贴发放表"


def test_the_end_of_a_sheet_is_its_last_content_line_or_fill() -> None:
    """Styled but empty looking cells far below do not count."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["B3"] = "x"
    sheet["D5"].border = Border(left=Side(style="thin"))
    sheet["A900"].number_format = "0.00"
    grid = parsed(saved(book)).sheets[0]

    assert (grid.n_rows, grid.n_columns) == (5, 4)


def test_lists_of_validations_are_found_wherever_they_stand() -> None:
    """R-WBK-13: entries written out, and those of a name on a hidden sheet."""
    options = {one.areas: one.options for one in parsed(list_form()).sheets[0].validations}

    assert options == {((4, 2, 6, 2),): ("甲", "乙"), ((4, 4, 6, 4),): ("户主", "配偶", "子")}


def test_lists_of_excel_2010_on_other_sheets_are_found() -> None:
    """x14 validations carry their area and source in elements of their own."""
    x14 = (
        '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
        ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidations>'
        '<x14:dataValidation type="list"><x14:formula1><xm:f>字典!$A$1:$A$2</xm:f></x14:formula1>'
        "<xm:sqref>C4:C6</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
    )
    text = part_of(list_form(), SHEET).replace("</worksheet>", x14 + "</worksheet>")
    found = parsed(with_part(list_form(), SHEET, text)).sheets[0].validations[-1]

    assert (found.areas, found.options) == (((4, 3, 6, 3),), ("户主", "配偶"))


@pytest.mark.parametrize(
    ("look", "is_advice"),
    [
        ('showErrorMessage="1"', False),
        ('showErrorMessage="0"', True),
        ('errorStyle="warning" showErrorMessage="1"', True),
        ('errorStyle="information" showErrorMessage="1"', True),
        ('errorStyle="stop" showErrorMessage="1"', False),
        ('showErrorMessage="0" showDropDown="0" showInputMessage="0"', False),
        ("", False),
    ],
)
def test_drop_downs_that_let_other_answers_through_are_told(look: str, *, is_advice: bool) -> None:
    """R-CHK-01: those that only warn, inform or keep silent are advice."""
    rules = (
        f'<dataValidations count="1"><dataValidation type="list" {look} sqref="A1">'
        '<formula1>"甲,乙"</formula1></dataValidation></dataValidations>'
    )
    book = openpyxl.Workbook()
    text = part_of(saved(book), SHEET).replace("<pageMargins", rules + "<pageMargins")
    found = parsed(with_part(saved(book), SHEET, text)).sheets[0].validations

    assert [one.is_advice for one in found] == [is_advice]


def test_comments_formulas_hidden_sheets_and_locks_are_seen() -> None:
    """A comment's text, a formula without its sign, hidden look-ups, and open cells of a protected sheet."""
    book, card = parsed(list_form()), parsed(card_form()).sheets[0]

    assert book.sheets[0].at(8, 1).comment == "批注"
    assert book.sheets[0].at(4, 5).formula == "C4*D4"
    assert [grid.name for grid in book.sheets if grid.is_hidden] == ["字典"]
    assert (card.at(1, 1).style.is_locked, card.at(1, 2).style.is_locked) == (True, False)


def test_hidden_rows_and_columns_are_named() -> None:
    """Hidden rows and columns by their numbers."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["D4"] = 1, 2
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    grid = parsed(saved(book)).sheets[0]

    assert (set(grid.hidden_rows), set(grid.hidden_columns)) == ({3}, {2})


def test_numbers_are_kept_exactly_as_written() -> None:
    """R-WBK-10: 18 digits stay 18 digits; a number that lost its end in Excel is a float."""
    grid = grid_of(
        '<row r="1"><c r="A1"><v>360999199003078515</v></c><c r="B1"><v>3.60999199003079E+17</v></c></row>'
    )

    assert (grid.at(1, 1).raw, grid.at(1, 2).raw) == (360999199003078515, 3.60999199003079e17)


def test_phonetic_runs_are_no_part_of_the_text() -> None:
    """R-WBK-12: rich text is the sum of its runs; the reading aid above it is left out."""
    grid = grid_of(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r>'
        '<rPh sb="0" eb="1"><t>zhang</t></rPh></is></c></row>'
    )

    assert grid.text(1, 1) == "张三"


def test_shared_formulas_are_read_in_each_of_their_cells() -> None:
    """The second cell of a shared formula shows its own references."""
    grid = grid_of(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*$C$1</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>'
    )

    assert grid.at(2, 1).formula == "B2*$C$1"


def test_truths_and_errors_are_shown_as_excel_shows_them() -> None:
    """TRUE for 1, and an error value as its text."""
    grid = grid_of('<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>')

    assert (grid.at(1, 1).raw, grid.text(1, 1), grid.text(1, 2)) == (True, "TRUE", "#REF!")


def test_cells_without_a_reference_follow_the_one_before() -> None:
    """Rows and cells may leave out what follows from their order."""
    grid = grid_of("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")

    assert [grid.at(*place).raw for place in ((1, 1), (1, 2), (2, 1))] == [1, 2, 3]


def test_borders_of_a_region_are_those_of_its_edges() -> None:
    """A merged region is closed on the right by its last cell."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    side = Side(style="thin")
    sheet["A1"].border = Border(left=side, top=side, bottom=side)
    sheet["B1"].border = Border(right=side, top=side, bottom=side)
    book.worksheets[0].merge_cells("A1:B1")
    grid = parsed(saved(book)).sheets[0]

    assert set(grid.at(1, 2).style.borders) == set("lrtb")


@pytest.mark.parametrize(
    ("number_format", "text"),
    [
        ("yyyy-mm-dd", "1990-03-07"),
        ('yyyy"年"m"月"d"日";@', "1990年3月7日"),
        ("yyyy/m", "1990/3"),
        ("[$-804]yyyy.mm", "1990.03"),
        ("yyyymmdd", "19900307"),
    ],
)
def test_days_are_shown_in_their_format(number_format: str, text: str) -> None:
    """The displayed text follows year, month and day of the format."""
    assert is_date_format(number_format)
    assert shown(date(1990, 3, 7), number_format) == text


@pytest.mark.parametrize(
    "number_format", ["General", "0.00", "#,##0", "@", "h:mm", "[h]:mm:ss", '0"元"', "0.00E+00"]
)
def test_other_formats_show_no_days(number_format: str) -> None:
    """Numbers, text and bare clock times are no days."""
    assert not is_date_format(number_format)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1234.5, "#,##0.00", "1,234.50"), (7, "000", "007"), (0.256, "0%", "26%"), (3, '0"户"', "3户"),
        (1234.5, "General", "1234.5"), (5.0, "General", "5"), (0.1 + 0.2, "General", "0.3"),
    ],
)  # fmt: skip
def test_numbers_are_shown_in_their_format(value: float, number_format: str, text: str) -> None:
    """Decimals, thousands, per cent, leading zeros and units stand in the displayed text."""
    assert shown(value, number_format) == text


@pytest.mark.parametrize("serial", [0, -1, 60, 2_958_466])
def test_serial_numbers_that_are_no_day_stay_numbers(serial: int) -> None:
    """R-WBK-11: 0, negatives, 29 February 1900 and what lies beyond 9999 are no days."""
    assert as_day(serial, is_1904=False) is None


def test_the_two_date_systems_lie_1462_days_apart() -> None:
    """The same day has serial 31478 in the one and 32940 in the other."""
    assert as_day(32940, is_1904=False) == as_day(31478, is_1904=True) == date(1990, 3, 8)


@pytest.mark.parametrize(
    ("number_format", "value", "text"),
    [
        ("yyyy-mm", "1990-03", "1990-03"),
        ('yyyy"年"m"月"', "1990-03", "1990年3月"),
        ('[$-804]yyyy"年"m"月";@', "1990-03", "1990年3月"),
        ("yyyy", "1990", "1990"),
        ("yyyy-mm-dd", date(1990, 3, 7), "1990-03-07"),
        ('m"月"d"日"', date(1990, 3, 7), "3月7日"),
    ],
)
def test_a_format_that_hides_the_day_gives_no_day(number_format: str, value: Raw, text: str) -> None:
    """R-WBK-16: 1990年3月 is a month though the file stores a day; nobody has said that day."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = date(1990, 3, 7)
    book.worksheets[0]["A1"].number_format = number_format
    cell = parsed(saved(book)).sheets[0].at(1, 1)

    assert (cell.raw, cell.text) == (value, text)
