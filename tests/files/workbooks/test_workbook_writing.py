"""Writing: only what was asked for changes."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files.workbooks.drawn import LIST, contents, list_form, loaded, part_of, saved, with_part

from qingzhuang.engine.fill.plan import Write
from qingzhuang.files.packages.deflating import deflate_zlib
from qingzhuang.files.workbooks.compiled import compile_template
from qingzhuang.files.workbooks.parsing import parsed
from qingzhuang.files.workbooks.writing import write_workbook

FORM = list_form()
COMPILED = compile_template(FORM)
SHEET = "xl/worksheets/sheet1.xml"
texts = st.text(st.characters(blacklist_categories=["Cs"]), max_size=40)


def test_every_part_but_the_sheet_and_the_workbook_stays_byte_for_byte() -> None:
    """R-WBK-20: parts that are not written are the same bytes as before."""
    before, after = contents(FORM), contents(write_workbook(FORM, [Write(LIST, 4, 2, "赵甲")]))

    changed = {name for name in before if before[name] != after[name]}

    assert before.keys() == after.keys()
    assert changed == {SHEET, "xl/workbook.xml"}


@settings(max_examples=60, deadline=None)
@given(texts)
def test_any_text_comes_back_as_it_was_written(text: str) -> None:
    """Written, read: the same text, whatever characters stand in it; line ends become line feeds."""
    out = COMPILED.render([Write(LIST, 4, 2, text)])

    assert parsed(out).sheets[0].text(4, 2) == text.replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=30, deadline=None)
@given(st.dates(date(1900, 1, 1), date(9999, 12, 31)))
def test_any_day_comes_back_as_it_was_written(day: date) -> None:
    """A day is written as the serial number that openpyxl reads as the same day."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"].number_format = "yyyy-mm-dd"
    book.worksheets[0]["A1"] = None
    out = write_workbook(saved(book), [Write("Sheet", 1, 1, day)])

    assert parsed(out).sheets[0].at(1, 1).raw == day


def test_days_follow_the_date_system_of_the_workbook() -> None:
    """In a workbook of the 1904 system, 1 January 1904 is written as 0."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"].number_format = "yyyy-mm-dd"
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904  # type: ignore[attr-defined]
    out = write_workbook(saved(book), [Write("Sheet", 1, 1, date(1904, 1, 1))])

    assert "<v>0</v>" in part_of(out, SHEET)


def test_identity_numbers_are_text_and_amounts_plain_digits() -> None:
    """A long number given as text stays text to the last digit; a decimal has no exponent."""
    writes = [Write(LIST, 4, 2, "360999199001010015"), Write(LIST, 4, 3, Decimal("1E+3"))]
    sheet = loaded(write_workbook(FORM, writes))[LIST]

    assert sheet["B4"].value == "360999199001010015"
    assert sheet["C4"].value == 1000


def test_a_written_cell_keeps_its_look() -> None:
    """R-WBK-21: borders and alignment of a filled cell are those of the blank one."""
    sheet = loaded(write_workbook(FORM, [Write(LIST, 4, 2, "赵甲")]))[LIST]

    assert sheet["B4"].border.left.style == "thin"
    assert sheet["B4"].alignment.horizontal == "center"


def test_features_of_the_form_survive() -> None:
    """Validations, conditional formats, merges, comments, panes, filter and print set-up are there."""
    sheet = loaded(write_workbook(FORM, [Write(LIST, 4, 2, "赵甲")]))[LIST]

    assert len(sheet.data_validations.dataValidation) == 2
    assert len(sheet.conditional_formatting) == 1
    assert "A7:B7" in {str(area) for area in sheet.merged_cells.ranges}
    assert sheet["A8"].comment is not None
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B4", "A3:I6", "$1:$3")


def test_formulas_stay_and_lose_their_stale_results() -> None:
    """R-WBK-23: a formula that reads a written cell is kept, without the result it had before filling."""
    form = with_part(FORM, SHEET, part_of(FORM, SHEET).replace("<f>C4*D4</f><v></v>", "<f>C4*D4</f><v>7</v>"))
    text = part_of(write_workbook(form, [Write(LIST, 4, 3, 2)]), SHEET)

    assert "<f>C4*D4</f><v>0</v></c>" in text


def test_programs_are_told_to_calculate_when_they_open_the_file() -> None:
    """The workbook says fullCalcOnLoad."""
    out = write_workbook(FORM, [Write(LIST, 4, 3, 2)])

    assert 'fullCalcOnLoad="1"' in part_of(out, "xl/workbook.xml")


@pytest.mark.parametrize(("row", "column"), [(4, 5), (4, 7), (1, 2)])
def test_formulas_and_covered_cells_are_never_written(row: int, column: int) -> None:
    """R-WBK-22: writing to a formula, or to a covered cell of a merged region, is our own mistake."""
    with pytest.raises(ValueError, match="not written"):
        write_workbook(FORM, [Write(LIST, row, column, "x")])


def test_a_cell_that_the_file_does_not_have_is_made_in_its_place() -> None:
    """New rows and cells stand in order, and the sheet's dimension covers them."""
    writes = [Write(LIST, 20, 12, "远"), Write(LIST, 4, 11, "近"), Write(LIST, 15, 1, 3)]
    sheet = parsed(write_workbook(FORM, writes)).sheets[0]

    assert [sheet.text(row, column) for row, column in ((20, 12), (4, 11), (15, 1))] == ["远", "近", "3"]


def test_a_new_cell_takes_the_look_of_its_column() -> None:
    """Where the column has a look and the cell is missing, the new cell has it too."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "x"
    sheet.column_dimensions["C"].number_format = "0.00"
    out = write_workbook(saved(book), [Write("Sheet", 5, 3, 2)])

    assert loaded(out)["Sheet"]["C5"].number_format == "0.00"


def test_rich_text_keeps_its_runs_when_text_is_added_behind_it() -> None:
    """R-WBK-24: 填报单位： in bold stays bold; what is written behind it looks like the last run."""
    runs = "<r><rPr><b/></rPr><t>填报</t></r><r><rPr><i/></rPr><t>单位：</t></r>"
    rich = f'<c r="A2" t="inlineStr"><is>{runs}</is></c>'
    text = part_of(FORM, SHEET)
    begin = text.index('<c r="A2"')
    form = with_part(FORM, SHEET, text[:begin] + rich + text[text.index("</c>", begin) + 4 :])

    out = part_of(write_workbook(form, [Write(LIST, 2, 1, "填报单位：青禾村")]), SHEET)

    assert "<r><rPr><b/></rPr><t>填报</t></r><r><rPr><i/></rPr><t>单位：青禾村</t></r>" in out


def test_the_same_writes_give_the_same_bytes() -> None:
    """R-WBK-25: filling twice gives one and the same file, whoever compiled it."""
    writes = [Write(LIST, 4, 2, "赵甲"), Write(LIST, 30, 30, "远")]

    assert write_workbook(FORM, writes) == write_workbook(FORM, writes)
    assert COMPILED.render(writes, deflate=deflate_zlib) == COMPILED.render(writes, deflate=deflate_zlib)


def test_a_sheet_whose_names_have_a_prefix_is_written_too() -> None:
    """Some programs write <x:row>; the values arrive all the same."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = 1
    plain = part_of(saved(book), SHEET)
    prefixed = plain.replace("</", "</x:").replace("xmlns=", "xmlns:x=")
    prefixed = "".join(
        "<x:" + piece if piece[0] not in "/?" else "<" + piece for piece in prefixed.split("<")[1:]
    )
    out = write_workbook(
        with_part(saved(book), SHEET, prefixed), [Write("Sheet", 1, 1, "新"), Write("Sheet", 2, 1, 2)]
    )

    assert [loaded(out)["Sheet"][place].value for place in ("A1", "A2")] == ["新", 2]


def test_the_package_is_a_plain_zip_in_the_old_order() -> None:
    """Names, order and time stamps of the parts are those of the form."""
    out = write_workbook(FORM, [Write(LIST, 4, 2, "赵甲")])
    with zipfile.ZipFile(io.BytesIO(FORM)) as before, zipfile.ZipFile(io.BytesIO(out)) as after:
        assert [one.filename for one in before.infolist()] == [one.filename for one in after.infolist()]
        assert [one.date_time for one in before.infolist()] == [one.date_time for one in after.infolist()]
        assert after.testzip() is None
