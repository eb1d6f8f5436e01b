"""The drawn rosters and the drawn form."""

import csv

import openpyxl
import pytest

from qingzhuang.files.examples.form import SHEET, column_of
from qingzhuang.files.examples.people import draw_village
from qingzhuang.files.examples.village import Example, choose_traps, draw_example


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The demo village on disk."""
    return draw_example(tmp_path_factory.mktemp("village"))


def _number_cells(example: Example) -> list[object]:
    sheet = openpyxl.load_workbook(example.rosters[0][0]).active
    assert sheet is not None
    return [cell.value for (cell,) in sheet.iter_rows(min_row=5, min_col=8, max_col=8)]


def test_six_sources_and_a_form_are_drawn(example: Example) -> None:
    """Six files of six offices lie there, and the form beside them."""
    assert all(path.is_file() for path, _ in example.rosters)
    assert len({source for _, source in example.rosters}) == 6
    assert example.template.is_file()


def test_the_traps_are_different_people() -> None:
    """Each trap has its own person."""
    traps = choose_traps(draw_village(n_households=18))
    people = (traps.as_number, traps.wrong_digit, traps.fifteen, traps.without, traps.other_phone)

    assert len(set(people)) == len(people)


def test_a_village_too_small_for_its_traps_is_an_error() -> None:
    """Two households cannot hold all the traps."""
    with pytest.raises(ValueError, match="too few"):
        choose_traps(draw_village(n_households=2))


def test_excel_has_eaten_one_number(example: Example) -> None:
    """One identity number stands as a number whose last digits are noughts."""
    numbers = [value for value in _number_cells(example) if isinstance(value, int | float)]

    assert numbers == [float(example.traps.as_number[:15] + "000")]


def test_one_number_is_old_and_one_is_missing(example: Example) -> None:
    """One number has 15 digits, one cell is empty, the others have 18."""
    n_people = sum(len(household.members) for household in example.households)
    cells = _number_cells(example)[:n_people]

    assert [len(cell) for cell in cells if isinstance(cell, str) and len(cell) != 18] == [15]
    assert cells.count(None) == 1


def test_one_last_digit_does_not_fit(example: Example) -> None:
    """The person of the wrong digit does not stand in the register with the right one."""
    written = {str(value).upper() for value in _number_cells(example) if value}

    assert example.traps.wrong_digit not in written
    assert any(number[:17] == example.traps.wrong_digit[:17] for number in written)


def test_the_party_roster_is_gb18030_text(example: Example) -> None:
    """It reads as GB 18030 and not as UTF-8, with its title above the header."""
    path = next(path for path, _ in example.rosters if path.suffix == ".csv")
    rows = list(csv.reader(path.read_text(encoding="gb18030").splitlines()))

    assert rows[0][0].startswith("中共")
    assert rows[1][0] == "姓名"
    with pytest.raises(UnicodeDecodeError):
        path.read_text(encoding="utf-8")


def test_the_form_has_what_departments_put_into_forms(example: Example) -> None:
    """Drop-downs, a hidden code sheet, formulas, a coloured rule, a comment and print titles are there."""
    book = openpyxl.load_workbook(example.template)
    sheet = book[SHEET]

    assert len(sheet.data_validations.dataValidation) == 3
    assert book["代码"].sheet_state == "hidden"
    assert str(sheet.cell(5, column_of("全年合计（元）")).value).startswith("=IF(")
    assert len(sheet.conditional_formatting) == 1
    assert sheet.cell(4, column_of("年龄")).comment is not None
    assert sheet.print_title_rows == "$3:$4"
