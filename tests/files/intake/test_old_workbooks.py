"""Old workbooks, read through LibreOffice."""

from pathlib import Path

import pytest
from tests.files.intake.olddrawn import HEADERS, old_form

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.read.grid import Grid
from qingzhuang.files.intake.opening import taken_in
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.intake.rosters import read_rosters
from qingzhuang.files.workbooks.parsing import parsed

pytestmark = pytest.mark.office

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312">
<style>.t {mso-number-format:"\\@"}</style></head><body><table border="1">
<tr><td colspan="2">名单</td></tr><tr><th>姓名</th><th>身份证号</th><th>编号</th><th>金额</th><th>式</th></tr>
<tr><td>张三</td><td>360999199003078516</td><td class="t">12</td><td>12.5</td><td>=1+1</td></tr>
</table></body></html>"""
SHEET = """<?xml version="1.0" encoding="GB2312"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="名单"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">姓名</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">360999199003078516</Data></Cell></Row></Table></Worksheet></Workbook>"""


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Grid:
    """The first sheet of the drawn form, saved as .xls and taken in."""
    path = tmp_path_factory.mktemp("old") / "名单.xls"
    path.write_bytes(old_form())
    return read_workbook(path).sheets[0]


def test_titles_headers_and_merges_survive(sheet: Grid) -> None:
    """R-OFC-05: the words stand in their cells, the title still covers the table's width."""
    assert sheet.name == "名单"
    assert (sheet.at(1, 1).text, sheet.at(1, 1).columns) == ("困难群众补助名单", 7)
    assert tuple(sheet.at(2, column).text for column in range(1, 8)) == HEADERS


def test_drop_downs_survive(sheet: Grid) -> None:
    """R-OFC-05: the drop-down still offers what stands on the hidden sheet."""
    assert [choice.options for choice in sheet.validations] == [("1-男", "2-女")]


def test_formats_and_formulas_survive(sheet: Grid) -> None:
    """R-OFC-05: text, day and amount formats and every formula are as they were."""
    assert sheet.at(3, 3).style.number_format == "@"
    assert sheet.at(3, 5).style.number_format.replace("\\", "") == "yyyy-mm-dd"
    assert sheet.at(3, 6).style.number_format == "0.00"
    assert (sheet.at(9, 6).formula, sheet.at(8, 7).formula) == ("SUM(F3:F8)", "F8*2")


def test_hidden_columns_stay_hidden(sheet: Grid) -> None:
    """R-OFC-05: a hidden column is no field, in an .xls neither."""
    assert 7 in sheet.hidden_columns
    assert not sheet.hidden_columns & set(range(1, 7))


def test_the_hidden_sheet_stays_hidden(tmp_path: Path) -> None:
    """R-OFC-01: an .et is an .xls under another name; its hidden sheet is hidden."""
    path = tmp_path / "名单.et"
    path.write_bytes(old_form())

    assert [(one.name, one.is_hidden) for one in read_workbook(path).sheets] == [
        ("名单", False),
        ("码表", True),
    ]


def test_the_bytes_to_fill_are_those_of_a_new_workbook(tmp_path: Path) -> None:
    """R-OFC-10: what is filled is the converted .xlsx, the same bytes each time."""
    path = tmp_path / "名单.xls"
    path.write_bytes(old_form())
    first, second = taken_in(path), taken_in(path)

    assert (first.suffix, first.was) == (".xlsx", ".xls")
    assert parsed(first.source).sheets[0].at(1, 1).text == "困难群众补助名单"
    assert first.source == second.source


def test_an_old_roster_is_read_row_by_row(tmp_path: Path) -> None:
    """R-OFC-01: `import` takes .xls as it takes .xlsx."""
    path = tmp_path / "名册.xls"
    path.write_bytes(old_form())
    first = next(read_rosters(path))

    assert [row for row in first.rows if row[0] == 2] == [(2, HEADERS)]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_web_page_saved_as_xls_is_read(tmp_path: Path, encoding: str) -> None:
    """R-OFC-07: long numbers, marked text, what looks like a formula: text; other numbers: numbers."""
    path = tmp_path / "名单.xls"
    path.write_bytes(PAGE.replace("gb2312", encoding).encode(encoding))
    sheet = read_workbook(path).sheets[0]

    assert sheet.at(1, 1).columns == 2
    assert [sheet.at(3, column).raw for column in range(1, 6)] == [
        *("张三", "360999199003078516", "12", 12.5, "=1+1")
    ]
    assert not any(cell.formula for cell in sheet.cells.values())


def test_a_spreadsheet_in_xml_saved_as_xls_is_read(tmp_path: Path) -> None:
    """R-OFC-01: SpreadsheetML 2003, in the encoding it names; merges and text stay."""
    path = tmp_path / "名单.xls"
    path.write_bytes(SHEET.encode("gb18030"))
    sheet = read_workbook(path).sheets[0]

    assert (sheet.name, sheet.at(1, 1).text, sheet.at(1, 1).columns) == ("名单", "姓名", 2)
    assert sheet.at(2, 1).raw == "360999199003078516"


def test_links_to_other_files_are_refused_in_xml_too(tmp_path: Path) -> None:
    """R-OFC-03: a formula that reads another file is refused with the sentence for links."""
    formula = '<Cell ss:Formula="=\'file:///tmp/[b.xls]S\'!R1C1"><Data ss:Type="Number">1</Data></Cell>'
    path = tmp_path / "名单.xls"
    path.write_bytes(SHEET.replace("</Row></Table>", f"{formula}</Row></Table>").encode("gb18030"))

    with pytest.raises(RefusedError) as refused:
        read_workbook(path)

    assert refused.value.problem.code is FilesCode.EXTERNAL_LINK
