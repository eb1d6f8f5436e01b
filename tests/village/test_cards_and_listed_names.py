"""Cards of one person each, and lists on which the department has already printed who."""

import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.village.conftest import Village
from tests.village.measure import command
from tests.village.truth import Resident, residents

from qingzhuang.files.examples.drawing import BORDER, Header, draw_header, draw_rows, draw_title, new_sheet
from qingzhuang.files.examples.people import REGION

pytestmark = pytest.mark.acceptance

_CARD = (
    ("姓名", "性别"),
    ("出生年月", "民族"),
    ("公民身份号码", "联系电话"),
    ("户主姓名", "家庭人口数"),
)
_LISTED: Header = (("序号", ()), ("姓名", ()), ("身份证号", ()), ("联系电话", ()), ("备注", ()))


def _draw_card(path: Path) -> None:
    """Four rows of label, blank, label, blank; a place for a signature below."""
    book, sheet = new_sheet("登记表")
    draw_title(sheet, "残疾人基本情况登记表", "填报单位：", width=4)
    for row, (left, right) in enumerate(_CARD, start=3):
        for column, text in enumerate((left, None, right, None), start=1):
            sheet.cell(row, column, text).border = BORDER
    sheet.cell(7, 1, "村（居）委会意见").border = BORDER
    sheet.merge_cells("B7:D7")
    sheet.cell(7, 2, "（盖章）        年    月    日").border = BORDER
    book.save(path)


def _people(village: Village) -> list[Resident]:
    return list(residents(village[1].households, village[1].traps))


def _sheet(path: Path) -> Worksheet:
    return openpyxl.load_workbook(path).worksheets[0]


def test_each_disabled_person_gets_a_card(village: Village) -> None:
    """A file each in the folder, with the person's own values."""
    folder = village[0]
    _draw_card(folder / "残疾人登记表.xlsx")
    command(folder, "fill", "残疾人登记表.xlsx", "--region", REGION, "--who", "残疾人=是", "-o", "卡片/")

    wanted = {one.id_number: one for one in _people(village) if one.person.disability}
    cards = [_sheet(path) for path in (folder / "卡片").glob("*.xlsx")]
    assert {str(card["B5"].value) for card in cards} == set(wanted)
    assert all(card["B3"].value == wanted[str(card["B5"].value)].person.name for card in cards)
    assert all(card["D5"].value == wanted[str(card["B5"].value)].phone for card in cards)


def test_signatures_and_seals_stay_untouched(village: Village) -> None:
    """The opinion of the village committee is left as printed."""
    folder = village[0]
    _draw_card(folder / "意见.xlsx")
    command(folder, "fill", "意见.xlsx", "--region", REGION, "--who", "残疾等级=一级", "-o", "意见/")

    said = {_sheet(path)["B7"].value for path in (folder / "意见").glob("*.xlsx")}
    assert said == {"（盖章）        年    月    日"}


def test_cards_can_be_zipped(village: Village) -> None:
    """`-o X.zip` holds one workbook per person."""
    folder = village[0]
    _draw_card(folder / "打包.xlsx")
    command(folder, "fill", "打包.xlsx", "--region", REGION, "--who", "残疾人=是", "-o", "打包.zip")

    n_people = sum(one.person.disability is not None for one in _people(village))
    with zipfile.ZipFile(folder / "打包.zip") as packed:
        assert len([name for name in packed.namelist() if name.endswith(".xlsx")]) == n_people


def test_listed_names_are_completed_and_doubtful_ones_left(village: Village) -> None:
    """A name that fits one person is completed; one that fits two, or nobody, leaves its row blank."""
    folder, people = village[0], _people(village)
    counted = Counter(one.person.name for one in people)
    single = [one for one in people if counted[one.person.name] == 1 and one.phone][:3]
    twin = next(name for name, n in counted.items() if n > 1)
    names = [*(one.person.name for one in single), twin, "查无此人"]
    book, sheet = new_sheet("名单")
    draw_title(sheet, "联系方式核对表", "填报单位：", width=5)
    rows = [[at, name, None, None, None] for at, name in enumerate(names, start=1)]
    draw_rows(sheet, rows, row=draw_header(sheet, _LISTED, row=3))
    book.save(folder / "核对.xlsx")
    command(folder, "fill", "核对.xlsx", "--region", REGION, "-o", "核对好.xlsx")

    filled = _sheet(folder / "核对好.xlsx")
    assert [filled.cell(row, 3).value for row in range(4, 9)] == [
        *(one.id_number for one in single),
        None,
        None,
    ]
    assert [filled.cell(row, 4).value for row in range(4, 7)] == [one.phone for one in single]
