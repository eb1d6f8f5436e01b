"""One form for many villages: each gets what it would get alone; one that cannot be filled stops nobody."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from tests.conftest import DONGTANG, QINGHE, TOWN

from qingzhuang.actions.collect import Roster, import_files
from qingzhuang.actions.fill import ManyResult, Wish, fill_template, fill_villages
from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import JournalEntry, JournalValues

pytestmark = pytest.mark.database

TODAY = "2025-06-30"
_HEADER = ("姓名", "身份证号", "联系电话")
Rows = Sequence[Sequence[str | None]]


def drawn(path: Path, rows: Rows) -> Path:
    """A workbook with a title and a bordered table."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "居民花名册"
    sheet.merge_cells("A1:C1")
    for at, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column, value)
            cell.border = Border(*(Side("thin"),) * 4)
            cell.number_format = "@"
    book.save(path)
    return path


@pytest.fixture
def town(wang: Actor, tmp_path: Path) -> Path:
    """青禾村 with two residents and 东塘村 with three; the folder for forms."""
    for region, name, n in ((QINGHE, "青禾村", 2), (DONGTANG, "东塘村", 3)):
        open_village(wang, region=region, name=name, today=TODAY)
        body = [f"3609991950010{at}{region[-3:]}" for at in range(1, n + 1)]
        people = [
            (f"{name[:1]}甲{'乙丙丁'[at]}", one + identity_check_digit(one), None)
            for at, one in enumerate(body)
        ]
        path = drawn(tmp_path / f"{name}名册.xlsx", [_HEADER, *people])
        roster = Roster(region=region, source="村委会", as_of=TODAY, is_partial=False, today=TODAY)
        import_files(wang, paths=[path], roster=roster)
    return tmp_path


def form(folder: Path, n: int = 2) -> Path:
    """A list with a header and n blank rows."""
    return drawn(folder / "摸底表.xlsx", [_HEADER, *[(None, None, None)] * n])


def filled(
    actor: Actor, template: Path, out: Path, regions: str = TOWN, who: str | None = None
) -> ManyResult:
    """The form filled for the villages."""
    return fill_villages(
        actor, template=template, regions=regions, wish=Wish(region="", today=TODAY, out=out, who=who)
    )


def test_each_village_gets_its_own_workbook(wang: Actor, town: Path) -> None:
    """R-BLK-01, R-BLK-02: a file per registered village below the prefix, named after form and village."""
    filled(wang, form(town), town / "各村")

    assert {path.name for path in (town / "各村").glob("*.xlsx")} == {
        "摸底表-青禾村.xlsx",
        "摸底表-东塘村.xlsx",
    }


def test_a_village_gets_what_it_would_get_alone(wang: Actor, town: Path) -> None:
    """R-BLK-03: the file of the many is the file of the one, byte for byte, and so is its missing list."""
    template = form(town)
    filled(wang, template, town / "各村")
    fill_template(
        wang, template=template, wish=Wish(region=DONGTANG, today=TODAY, out=town / "摸底表-东塘村.xlsx")
    )

    for name in ("摸底表-东塘村.xlsx", "摸底表-东塘村-缺项清单.txt"):
        assert (town / "各村" / name).read_bytes() == (town / name).read_bytes()


def test_nobody_sees_villages_outside_the_scope(zhang: Actor, wang: Actor, town: Path) -> None:
    """R-BLK-01: of the villages below the prefix the actor gets those he answers for."""
    result = filled(zhang, form(town), town / "各村", regions="all")

    assert [one.region for one in result.villages] == [QINGHE]


@pytest.mark.parametrize("regions", ["", "36099x", "1234567890123", "999"])
def test_a_prefix_that_means_no_village_is_refused(regions: str, wang: Actor, town: Path) -> None:
    """R-BLK-01: a prefix that is none, or below which is nothing, is a sentence; nothing is made."""
    with pytest.raises(RefusedError):
        filled(wang, form(town), town / "各村", regions=regions)

    assert not (town / "各村").exists()


def test_villages_of_one_name_are_told_apart_by_code(wang: Actor, town: Path) -> None:
    """R-BLK-02: two villages called the same get their codes behind the name."""
    open_village(wang, region=DONGTANG, name="青禾村", today=TODAY)

    result = filled(wang, form(town), town / "各村")
    assert [one.out.name for one in result.villages] == [
        f"摸底表-青禾村-{code}.xlsx" for code in sorted((QINGHE, DONGTANG))
    ]


def test_a_zip_holds_the_same_files(wang: Actor, town: Path) -> None:
    """R-BLK-02: `.zip` gets what the folder gets."""
    template = form(town)
    filled(wang, template, town / "各村")
    filled(wang, template, town / "各村.zip")

    with zipfile.ZipFile(town / "各村.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            path.name: path.read_bytes() for path in (town / "各村").iterdir()
        }


def test_one_call_is_one_line_in_the_journal(wang: Actor, town: Path) -> None:
    """R-BLK-05: however many villages, one line, with numbers per village and no name in it."""
    before = JournalEntry.objects.count()
    filled(wang, form(town), town / "各村")

    lines = JournalEntry.objects.order_by("seq")[before:]
    assert [one.action for one in lines] == ["fill.fill_villages"]
    assert "甲" not in JournalValues.objects.get(entry=lines[0]).document


def test_nothing_is_left_beside_the_files(wang: Actor, town: Path) -> None:
    """R-BLK-05: the hidden folder in which the files were made is gone."""
    filled(wang, form(town), town / "各村")

    assert [path.name for path in (town / "各村").iterdir() if path.name.startswith(".")] == []


def test_what_somebody_completed_by_hand_is_kept(wang: Actor, town: Path) -> None:
    """R-FIL-73: a file of another content in the place gets a name of its own, and that is said."""
    template = form(town)
    filled(wang, template, town / "各村")
    mine = town / "各村" / "摸底表-青禾村.xlsx"
    book = load_workbook(mine)
    book.worksheets[0]["C3"] = "13800000001"
    book.save(mine)

    result = filled(wang, template, town / "各村")
    assert (town / "各村" / "摸底表-青禾村-旧.xlsx").exists()
    assert len(result.notes) == 1


def test_a_village_that_cannot_be_filled_stops_nobody(wang: Actor, town: Path) -> None:
    """R-BLK-06: rows that cannot grow where one village needs them are said of that village alone."""
    template = form(town)
    book = load_workbook(template)
    book.worksheets[0]["E2"] = '=INDIRECT("B4")'
    book.save(template)

    result = filled(wang, template, town / "各村")
    assert {one.village: one.problem is None for one in result.villages} == {"青禾村": True, "东塘村": False}


def test_cards_go_into_a_folder_of_each_village(wang: Actor, town: Path) -> None:
    """R-BLK-02: one card a person, in a folder named after form and village."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "居民登记卡"
    sheet.merge_cells("A1:D1")
    for cell, text in (("A2", "姓名"), ("C2", "性别"), ("A3", "身份证号"), ("C3", "联系电话")):
        sheet[cell] = text
    for row in sheet["A2:D3"]:
        for cell in row:
            cell.border = Border(*(Side("thin"),) * 4)
    book.save(town / "登记卡.xlsx")

    result = filled(wang, town / "登记卡.xlsx", town / "各村")
    made = {path.relative_to(town / "各村").parts[0] for path in (town / "各村").rglob("*.xlsx")}
    assert made == {"登记卡-青禾村", "登记卡-东塘村"}
    assert {one.village: one.files for one in result.villages} == {"青禾村": 2, "东塘村": 3}


def test_a_file_is_no_place_for_many(wang: Actor, town: Path) -> None:
    """R-BLK-02: `-o X.xlsx` is refused with a sentence."""
    with pytest.raises(RefusedError):
        filled(wang, form(town), town / "一份.xlsx")

    assert not (town / "一份.xlsx").exists()
