"""Forms that changed their shape before they came back: rows and columns moved, added, taken away."""

import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.actions.returning import Village, changed, list_form, open_qinghe, put

from qingzhuang.actions.collect.returning import Returned
from qingzhuang.store.actors import Actor

ANSWERS = {"李四 联系电话": "13900000002", "李四 补贴档次": "二档"}


@pytest.fixture
def village(zhang: Actor, tmp_path: Path) -> Village:
    """青禾村 with its roster."""
    return open_qinghe(zhang, tmp_path)


@pytest.fixture
def answered(village: Village) -> Path:
    """The form filled, with two answers about 李四 written into it."""
    out = village.fill(list_form(village.folder)).out
    return changed(out, put({"E5": "13900000002", "F5": "二档"}), name="answered.xlsx")


def said(result: Returned) -> dict[str, str]:
    """What is news, by person and label."""
    assert result.refused == ()
    return {f"{each.who} {each.label}": each.value for each in result.diff}


def reordered(sheet: Worksheet, order: list[int], *, rows: range) -> None:
    """The cells of these rows in another order of columns; order: old column of each new one."""
    for row in rows:
        values = [sheet.cell(row, column).value for column in order]
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value


@pytest.mark.database
def test_columns_may_have_moved(village: Village, answered: Path) -> None:
    """Columns are found by their headers, not by their letters (R-RET-04)."""
    back = changed(answered, lambda sheet: reordered(sheet, [1, 6, 5, 2, 3, 4, 7], rows=range(3, 7)))

    assert said(village.give_back(back)) == ANSWERS


@pytest.mark.database
def test_a_column_may_have_been_put_in(village: Village, answered: Path) -> None:
    """A column of the village's own is not read and disturbs no other."""

    def edit(sheet: Worksheet) -> None:
        sheet.insert_cols(3)
        sheet.cell(3, 3).value = "核对人"
        sheet.cell(4, 3).value = "赵六"

    assert said(village.give_back(changed(answered, edit))) == ANSWERS


@pytest.mark.database
def test_a_column_may_have_been_taken_away(village: Village, answered: Path) -> None:
    """A column that is gone is said, the others are read."""
    result = village.give_back(changed(answered, lambda sheet: sheet.delete_cols(4)))

    assert said(result) == ANSWERS
    assert any("民族" in note for note in result.notes)


@pytest.mark.database
def test_rows_may_have_been_put_in_above(village: Village, answered: Path) -> None:
    """New lines above the table move everything down; the answers are found."""
    back = changed(answered, lambda sheet: sheet.insert_rows(2, amount=3))

    assert said(village.give_back(back)) == ANSWERS


@pytest.mark.database
def test_rows_may_have_been_sorted(village: Village, answered: Path) -> None:
    """Whose an answer is follows from the row's name and number, not from its place (R-RET-05)."""

    def edit(sheet: Worksheet) -> None:
        rows = [[sheet.cell(row, column).value for column in range(1, 8)] for row in (6, 5, 4)]
        for row, values in enumerate(rows, 4):
            for column, value in enumerate(values, 1):
                sheet.cell(row, column).value = value

    assert said(village.give_back(changed(answered, edit))) == ANSWERS


@pytest.mark.database
def test_rows_may_have_been_taken_away(village: Village, answered: Path) -> None:
    """Who does not stand on the form any more is simply not answered."""
    assert said(village.give_back(changed(answered, lambda sheet: sheet.delete_rows(4)))) == ANSWERS


@pytest.mark.database
def test_a_sheet_may_have_been_renamed_and_another_added(village: Village, answered: Path) -> None:
    """The form is found by what is printed in it; a sheet of the village's own is said, not read."""
    book = load_workbook(answered)
    book.worksheets[0].title = "交表"
    book.create_sheet("草稿", 0)["A1"] = "随手记"
    back = answered.with_name("back.xlsx")
    book.save(back)

    result = village.give_back(back)

    assert said(result) == ANSWERS
    assert any("草稿" in note for note in result.notes)


@pytest.mark.database
def test_styles_may_be_gone(village: Village, answered: Path) -> None:
    """Borders, fills and widths are not needed to know the form again."""
    plain = [[cell.value for cell in row] for row in load_workbook(answered).worksheets[0].iter_rows()]

    def edit(sheet: Worksheet) -> None:
        book = sheet.parent
        assert book is not None
        book.remove(sheet)
        bare = book.create_sheet("Sheet1", 0)
        for row in plain:
            bare.append(row)

    assert said(village.give_back(changed(answered, edit))) == ANSWERS


@pytest.mark.database
@pytest.mark.office
@pytest.mark.parametrize("suffix", ["xlsx", "xls"])
def test_another_program_may_have_saved_it(
    village: Village, answered: Path, tmp_path: Path, suffix: str
) -> None:
    """LibreOffice's own .xlsx, and the old .xls, say the same (R-RET-02)."""
    folder = tmp_path / "saved"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(folder),
        str(answered),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    assert said(village.give_back(folder / f"answered.{suffix}")) == ANSWERS


@pytest.mark.database
def test_formatting_is_no_answer(village: Village) -> None:
    """汉 for 汉族, blanks in a number, a number for its text: the same meaning is nothing new (R-RET-21)."""
    out = village.fill(list_form(village.folder)).out
    edit = put({"D4": "汉", "D6": "畲", "E4": "138 0000 0001", "E6": 13800000003})

    assert said(village.give_back(changed(out, edit))) == {}


@pytest.mark.database
def test_a_value_that_was_blanked_is_no_answer(village: Village) -> None:
    """What was ours and is blank now stays as it is, and is said (R-RET-26)."""
    out = village.fill(list_form(village.folder)).out

    result = village.give_back(changed(out, put({"D4": None, "E4": None})))

    assert (said(result), len([n for n in result.notes if "2 格" in n])) == ({}, 1)
