"""How much a roster may hold, over all its sheets."""

import io
from dataclasses import replace

import openpyxl
import pytest

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.packages.limits import ROSTER
from qingzhuang.files.workbooks import csvs, rostersheets


def two_sheets() -> bytes:
    """Two sheets of two rows with three cells each."""
    book = openpyxl.Workbook()
    for sheet in (book.worksheets[0], book.create_sheet("二")):
        for row in (("姓名", "性别", "电话"), ("张三", "男", "1")):
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (replace(ROSTER, rows=3), FilesCode.TOO_MANY_ROWS),
        (replace(ROSTER, cells=11), FilesCode.TOO_MANY_CELLS),
    ],
)
def test_rows_and_cells_are_counted_over_the_whole_file(
    monkeypatch: pytest.MonkeyPatch, limits: object, code: FilesCode
) -> None:
    """R-WBK-05: a second sheet does not start the count anew."""
    monkeypatch.setattr(rostersheets, "ROSTER", limits)

    with pytest.raises(RefusedError) as refused:
        list(rostersheets.roster_events(two_sheets()))

    assert refused.value.problem.code is code


def test_what_is_just_within_the_limits_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """R-WBK-05: four rows of three cells pass limits of four and twelve."""
    monkeypatch.setattr(rostersheets, "ROSTER", replace(ROSTER, rows=4, cells=12))

    assert [sheet.n_rows for sheet in rostersheets.gathered(rostersheets.roster_events(two_sheets()))] == [
        2,
        2,
    ]


def test_cells_of_a_csv_are_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """R-WBK-05: a .csv has the same limit."""
    monkeypatch.setattr(csvs, "ROSTER", replace(ROSTER, cells=3))

    with pytest.raises(RefusedError) as refused:
        list(csvs.csv_events("姓名,性别\n张三,男\n".encode(), "名册"))

    assert refused.value.problem.code is FilesCode.TOO_MANY_CELLS


def test_a_million_people_below_a_header_are_within_the_limit() -> None:
    """Titles, headers and sums do not count against a million people (R-WBK-05)."""
    assert ROSTER.rows == 1_000_000 + 1_000
