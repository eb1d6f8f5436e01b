"""Old workbooks in and out: filled as .xlsx, given back as .xls where somebody asks."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Border, Side
from tests.files.intake.olddrawn import old_form

from qingzhuang.actions.collect import FileResult
from qingzhuang.actions.fill import Wish, fill_template
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.files.intake import office
from qingzhuang.files.intake.giving import as_old_workbook
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.packages.compound import Compound
from qingzhuang.store.actors import Actor

pytestmark = [pytest.mark.office, pytest.mark.database]

TODAY = "2025-06-30"
_BODY = "36099919800101" + "002"
NUMBER = _BODY + identity_check_digit(_BODY)


@pytest.fixture
def form(draw: Callable[..., Path], take: Callable[..., FileResult], tmp_path: Path) -> Path:
    """青禾村 with one resident, and the drawn form as .xls."""
    rows = [["户号", "姓名", "身份证号", "性别"], ["H1", "张三", NUMBER, "女"]]
    assert take(draw("常住人口.xlsx", rows)).accepted == 1
    path = tmp_path / "补助名单.xls"
    path.write_bytes(old_form())
    return path


def filled(zhang: Actor, qinghe: str, form: Path, out: Path | None = None) -> Path:
    """The form filled; comes back: where it is."""
    return fill_template(zhang, template=form, wish=Wish(region=qinghe, today=TODAY, out=out)).out


def formula_results(content: bytes) -> dict[tuple[int, int], float]:
    """Numbers stored with the formulas of an .xls, by row and column from 1 ([MS-XLS] 2.4.127)."""
    book, at, found = Compound(content).stream("Workbook"), 0, {}
    while at + 4 <= len(book):
        record, size = struct.unpack_from("<HH", book, at)
        if record == 0x0006:
            row, column, _, result = struct.unpack_from("<HHHd", book, at + 4)
            found[row + 1, column + 1] = result
        at += 4 + size
    return found


def test_an_old_form_is_filled_as_a_new_workbook(zhang: Actor, qinghe: str, form: Path) -> None:
    """R-OFC-10: by default an .xls comes back as .xlsx beside it; the drop-down decides the word."""
    out = filled(zhang, qinghe, form)
    page = load_workbook(out)["名单"]

    assert out.name == "补助名单-青禾村.xlsx"
    assert [page.cell(3, column).value for column in (2, 3, 4)] == ["张三", NUMBER, "2-女"]


def test_the_same_old_form_filled_twice_is_the_same_file(zhang: Actor, qinghe: str, form: Path) -> None:
    """R-OFC-10: nothing of the time of the conversion stays in the file."""
    out = filled(zhang, qinghe, form)
    first = out.read_bytes()
    filled(zhang, qinghe, form)

    assert out.read_bytes() == first
    assert not out.with_stem(f"{out.stem}-旧").exists()


def test_an_old_workbook_comes_back_on_request(zhang: Actor, qinghe: str, form: Path, tmp_path: Path) -> None:
    """R-OFC-20: -o X.xls gives an .xls with the values, merges, drop-downs and formulas of the form."""
    out = filled(zhang, qinghe, form, tmp_path / "填好.xls")
    sheet = read_workbook(out).sheets[0]

    assert out.read_bytes().startswith(bytes.fromhex("d0cf11e0a1b11ae1"))
    assert [sheet.at(3, column).raw for column in (2, 3, 4)] == ["张三", NUMBER, "2-女"]
    assert (sheet.at(1, 1).columns, sheet.validations[0].options) == (7, ("1-男", "2-女"))
    assert (sheet.at(9, 6).formula, sheet.at(8, 7).formula) == ("SUM(F3:F8)", "F8*2")


def test_cards_come_back_in_one_old_workbook(
    zhang: Actor, qinghe: str, draw: Callable[..., Path], take: Callable[..., FileResult], tmp_path: Path
) -> None:
    """R-OFC-20: one card each: -o X.xls is one .xls with a sheet for each of them."""
    take(draw("常住人口.xlsx", [["户号", "姓名", "身份证号"], ["H1", "张三", NUMBER]]))
    card = draw("登记卡.xlsx", [["困难群众登记卡", None], ["姓名", " "], ["身份证号", " "]])
    book = load_workbook(card)
    for row in book.worksheets[0]["A2:B3"]:
        for cell in row:
            cell.border = Border(*(Side("thin"),) * 4)
    book.save(card)
    out = filled(zhang, qinghe, card, tmp_path / "卡.xls")
    (sheet,) = read_workbook(out).sheets

    assert (sheet.name, sheet.at(2, 2).raw, sheet.at(3, 2).raw) == ("张三", "张三", NUMBER)


def test_totals_of_an_old_workbook_show_their_values(draw: Callable[..., Path]) -> None:
    """R-OFC-21: formulas are calculated when the .xls is made, whatever was stored before."""
    path = draw("名单.xlsx", [["金额"], [3], [4], ["=SUM(A2:A3)"]])

    assert formula_results(as_old_workbook(path.read_bytes()))[4, 1] == 7


def test_what_does_not_fit_an_old_workbook_is_refused(draw: Callable[..., Path]) -> None:
    """R-OFC-22: more than 65,536 rows or 256 columns would be cut off; said before anything is written."""
    path = draw("名单.xlsx", [[f"列{number}" for number in range(257)]])

    with pytest.raises(RefusedError) as refused:
        as_old_workbook(path.read_bytes())

    assert refused.value.problem.code is FilesCode.CANNOT_BE_XLS


def test_without_libreoffice_nothing_is_written_as_xls(
    zhang: Actor, qinghe: str, form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R-OFC-20: no LibreOffice: one sentence with the command and the other way out; no file."""
    new = tmp_path / "补助名单.xlsx"
    filled(zhang, qinghe, form, new)
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(RefusedError) as refused:
        filled(zhang, qinghe, new, tmp_path / "填好.xls")

    assert refused.value.problem.code is FilesCode.NO_OFFICE_TO_WRITE
    assert not (tmp_path / "填好.xls").exists()
