"""Rosters: many rows, values only."""

import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files.workbooks.drawn import part_of, saved, with_part

from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.values.domain import Raw
from qingzhuang.files.intake.rosters import read_rosters
from qingzhuang.files.workbooks import rostersheets
from qingzhuang.files.workbooks.csvs import csv_sheet
from qingzhuang.files.workbooks.fastscan import UnusualError
from qingzhuang.files.workbooks.packedrows import PackedRows, unpack_rows

HEADER = "姓名,身份证号\n"
SHEET = "xl/worksheets/sheet1.xml"
letters = st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff")
cells = st.one_of(
    st.none(),
    st.integers(-(10**17), 10**17),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.text(letters, min_size=1, max_size=9),
    st.dates(date(1950, 1, 1), date(2050, 1, 1)),
)


def xlsx(rows: list[list[Raw]]) -> bytes:
    """A roster with one sheet."""
    book = openpyxl.Workbook()
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            cell = book.worksheets[0].cell(row, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # openpyxl takes =… for a formula
    return saved(book)


def rows_of(data: bytes) -> list[tuple[int, tuple[Raw, ...]]]:
    """The rows of the first sheet, read in this process."""
    sheet = next(iter(rostersheets.gathered(rostersheets.roster_events(data))))
    return [row for chunk in sheet.chunks for row in unpack_rows(chunk)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(cells, max_size=6), max_size=6))
def test_the_quick_scan_reads_what_the_parser_reads(rows: list[list[Raw]]) -> None:
    """Whatever stands in the cells, both ways of reading give the same rows."""
    data = xlsx(rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rostersheets, "scanned_rows", _unusual)
        patch.setattr(rostersheets, "scanned_strings", _unusual)
        parsed = rows_of(data)

    assert rows_of(data) == parsed


def _unusual(*_: object) -> None:
    raise UnusualError


def test_values_are_read_as_they_stand() -> None:
    """Text, whole number, decimal, day and truth keep their kinds; row and column keep their place."""
    rows = rows_of(xlsx([["姓名"], [], [None, 7, 1.5, date(1990, 3, 7), True]]))

    assert rows == [(1, ("姓名",)), (3, (None, 7, 1.5, date(1990, 3, 7), True))]


def test_a_month_in_a_roster_stays_a_month() -> None:
    """R-WBK-16: A cell that shows no day brings no day, whichever way the sheet is read."""
    book = openpyxl.Workbook()
    for row, number_format in enumerate(("yyyy-mm", 'yyyy"年"m"月"', "yyyy-mm-dd"), 1):
        book.worksheets[0].cell(row, 1, date(1990, 3, 7)).number_format = number_format
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rostersheets, "_scanned", rostersheets._parsed)
        parsed = rows_of(saved(book))

    assert [row[1] for row in parsed] == [("1990-03",), ("1990-03",), (date(1990, 3, 7),)]
    assert rows_of(saved(book)) == parsed


def test_identity_numbers_stored_as_numbers_can_be_told() -> None:
    """17 digits and an E stay a float, 18 digits stay all their digits."""
    text = part_of(xlsx([[1, 2]]), SHEET)
    text = text.replace("<v>1</v>", "<v>3.60999199003079E+17</v>").replace(
        "<v>2</v>", "<v>360999199003078515</v>"
    )

    assert rows_of(with_part(xlsx([[1, 2]]), SHEET, text)) == [(1, (3.60999199003079e17, 360999199003078515))]


@pytest.mark.parametrize(
    "cell", ["<!-- <c r='B1'/> -->", '<c r="B1" t="inlineStr"><is><t><![CDATA[x]]></t></is></c>']
)
def test_unusual_xml_is_left_to_the_parser(cell: str) -> None:
    """Comments and CDATA are read as XML means them."""
    text = part_of(xlsx([[1]]), SHEET).replace("</row>", cell + "</row>")
    expected: tuple[Raw, ...] = (1, "x") if "CDATA" in cell else (1,)

    assert rows_of(with_part(xlsx([[1]]), SHEET, text)) == [(1, expected)]


def test_sheets_come_in_order_with_merges_and_hidden_ones_marked(tmp_path: Path) -> None:
    """A roster of two sheets, read through the child process."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "花名册"
    book.worksheets[0].merge_cells("A1:C1")
    hidden = book.create_sheet("旧")
    hidden.sheet_state = "veryHidden"
    hidden["A2"] = "x"
    path = tmp_path / "名册.xlsx"
    path.write_bytes(saved(book))
    first, second = read_rosters(path)

    assert (first.merges, first.is_hidden, list(first.rows)) == (((1, 1, 1, 3),), False, [(1, ("花名册",))])
    assert (second.name, second.is_hidden, second.rows[0]) == ("旧", True, (2, ("x",)))


def test_packed_rows_are_a_sequence() -> None:
    """Rows packed by the thousand are found by number, from the end, and in slices."""
    data = xlsx([[number] for number in range(1, 2_501)])
    sheet = next(iter(rostersheets.gathered(rostersheets.roster_events(data))))
    rows = PackedRows(sheet.chunks, sheet.n_rows)

    assert (len(rows), rows[0], rows[-1], rows[1_000]) == (
        2_500,
        (1, (1,)),
        (2_500, (2_500,)),
        (1_001, (1_001,)),
    )
    assert [row[0] for row in rows[998:1_002]] == [999, 1_000, 1_001, 1_002]


@pytest.mark.parametrize(
    "data",
    [
        HEADER.encode(),
        b"\xef\xbb\xbf" + HEADER.encode(),
        HEADER.encode("gb18030"),
        b"\xff\xfe" + HEADER.encode("utf-16-le"),
    ],
)
def test_encodings_of_csv_are_told_by_mark_or_strictly(data: bytes) -> None:
    """R-WBK-14: UTF-8 with and without mark, GB18030 and UTF-16 give the same header."""
    assert csv_sheet(data, "名册").rows == ((1, ("姓名", "身份证号")),)


@pytest.mark.parametrize(
    "text",
    [
        "青禾村人口表\n姓名\t身份证号\n周一\tX,1\n",
        "姓名;身份证号\n周一;X,1\n",
        '姓名,身份证号\n周一,"X,1"\n',
    ],
)
def test_csv_tells_what_parts_its_cells(text: str) -> None:
    """R-WBK-17: tabs and semicolons are told by the first lines together, not by a title line alone."""
    assert csv_sheet(text.encode(), "名册").rows[-1][1] == ("周一", "X,1")


def test_guarded_digits_in_csv_are_the_text_inside() -> None:
    """R-WBK-17: ="0123" is how programs keep a spreadsheet from spoiling digits; other formulas stay."""
    rows = csv_sheet(b'name,"=""0123""",=1+1\n', "名册").rows

    assert rows[0][1] == ("name", "0123", "=1+1")


def test_rare_characters_survive_gb18030() -> None:
    """Four-byte characters of GB18030 are read."""
    assert csv_sheet("㐂𠮷,x\n".encode("gb18030"), "名册").rows[0][1][0] == "㐂𠮷"


def test_rows_of_csv_are_numbered_by_the_line_they_begin_on() -> None:
    """A line break inside quotes and an empty line count as lines."""
    sheet: RosterSheet = csv_sheet(b'a,"b\nc"\n\nd,e\n', "名册")

    assert sheet.rows == ((1, ("a", "b\nc")), (4, ("d", "e")))


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("姓名,村\n".encode() + "张三,".encode("gb18030") + "东村\n".encode(), FilesCode.CSV_BAD_BYTE, 2),
        (HEADER.encode("gb18030") + b"a\xff,b\n", FilesCode.CSV_BAD_BYTE, 2),
        (b"a,b\nc\x00,d\n", FilesCode.CSV_STRAY_CONTROL, 2),
        (b"a,b\nc\rd\n", FilesCode.CSV_STRAY_CONTROL, 2),
        (b'a,b\nc,d\n"e,f\n', FilesCode.CSV_OPEN_QUOTE, 3),
    ],
)
def test_a_broken_csv_is_refused_with_its_line(data: bytes, code: FilesCode, line: int) -> None:
    """R-WBK-15: two encodings, a byte of none, NUL, a bare CR and an open quote are refused."""
    with pytest.raises(RefusedError) as refused:
        csv_sheet(data, "名册")

    assert (refused.value.problem.code, refused.value.problem.params["line"]) == (code, line)


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    """More or other content than the directory announces is found while inflating."""
    data = bytearray(xlsx([["x" * 500]]))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
        size = package.getinfo(SHEET).file_size
    lying = bytes(data).replace(size.to_bytes(4, "little"), (size - 1).to_bytes(4, "little"))

    with pytest.raises(RefusedError):
        rows_of(lying)
