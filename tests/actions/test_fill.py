"""Filling a drawn template from drawn rosters, from import to bytes."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from tests.conftest import DONGTANG, QINGHE

from qingzhuang.actions.collect import Roster, import_files
from qingzhuang.actions.fill import FillResult, Wish, fill_template
from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import JournalEntry

TODAY = "2025-06-30"
_BOX = Border(*(Side("thin"),) * 4)
Rows = Sequence[Sequence[str | int | None]]


def id_number(born: str, order: int) -> str:
    """An invented ID number."""
    body = f"360999{born}{order:03d}"
    return body + identity_check_digit(body)


ZHANG, LI, WANG = id_number("19500307", 1), id_number("19520101", 2), id_number("19801201", 3)


def drawn(path: Path, rows: Rows, *, title: str, first: int = 2) -> Path:
    """A workbook with a title and a bordered table from row `first` on; long digits stand as text."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    width = max(len(row) for row in rows)
    sheet["A1"] = title
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    for at, row in enumerate(rows, first):
        for column in range(1, width + 1):
            cell = sheet.cell(at, column, row[column - 1] if column <= len(row) else None)
            cell.border = _BOX
            if isinstance(cell.value, str):
                cell.number_format = "@"
    book.save(path)
    return path


@pytest.fixture
def qinghe(zhang: Actor, tmp_path: Path) -> Path:
    """青禾村 with three residents in two households, one of them on 低保; the folder for forms."""
    people = drawn(
        tmp_path / "常住人口.xlsx",
        [
            ["户号", "姓名", "与户主关系", "身份证号", "民族", "联系电话"],
            ["H1", "张三", "户主", ZHANG, "汉族", "13800000001"],
            ["H1", "李四", "配偶", LI, "汉族", None],
            ["H2", "王五", "户主", WANG, "畲族", "13800000003"],
        ],
        title="青禾村常住人口花名册",
    )
    dibao = drawn(
        tmp_path / "低保名单.xlsx",
        [["姓名", "身份证号", "低保金额（元）"], ["张三", ZHANG, 350]],
        title="低保花名册",
    )
    open_village(zhang, region=QINGHE, name="青禾村", today=TODAY)
    roster = Roster(QINGHE, "村委会", "2025-01-01", is_partial=False, today=TODAY)
    import_files(zhang, paths=[people, dibao], roster=roster)
    return tmp_path


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A list with two blank rows, a line for the filling unit and one for signatures."""
    path = drawn(
        tmp_path / "摸底表.xlsx",
        [["序号", "姓名", "年龄", "身份证号", "低保金额（元）", "联系电话", "备注"], [], []],
        title="困难群众摸底表",
        first=3,
    )
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet["A2"] = "填报单位（盖章）："
    sheet["A6"] = "填表人：            审核人："
    book.save(path)
    return path


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A card of one person."""
    rows = [["姓名", None, "民族", None], ["身份证号", None, "联系电话", None]]
    return drawn(tmp_path / "登记卡.xlsx", rows, title="居民登记卡")


def filled(
    actor: Actor, template: Path, out: Path, who: str | None = None, region: str = QINGHE
) -> FillResult:
    """The template filled into `out`."""
    return fill_template(actor, template=template, wish=Wish(region, TODAY, who=who, on=TODAY, out=out))


def rows_of(path: Path) -> list[list[object]]:
    """The first sheet's values."""
    sheet = load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.database
def test_a_form_is_filled_from_the_rosters(zhang: Actor, qinghe: Path, template: Path) -> None:
    """Three residents, two blank rows: one row grows, signatures move, nothing is guessed (R-FIL-01)."""
    result = filled(zhang, template, qinghe / "out.xlsx")

    assert rows_of(result.out)[1:] == [
        ["填报单位（盖章）：青禾村", *[None] * 6],
        ["序号", "姓名", "年龄", "身份证号", "低保金额（元）", "联系电话", "备注"],
        [1, "张三", 75, ZHANG, 350, "13800000001", None],
        [2, "李四", 73, LI, None, None, None],
        [3, "王五", 44, WANG, None, "13800000003", None],
        ["填表人：            审核人：", *[None] * 6],
    ]


@pytest.mark.database
def test_the_numbers_add_up(zhang: Actor, qinghe: Path, template: Path) -> None:
    """Filled and missing cells are counted and listed with their places in the finished file (R-FIL-50)."""
    plan = filled(zhang, template, qinghe / "out.xlsx").files[0].plan

    assert (plan.rows, plan.filled, plan.gap_cells) == (3, 1 + 3 * 4 + 1 + 2, ("Sheet!F5",))


@pytest.mark.database
def test_the_same_filling_gives_the_same_bytes(zhang: Actor, qinghe: Path, template: Path) -> None:
    """Filling twice makes two files that do not differ in a byte (R-FIL-53)."""
    files = [filled(zhang, template, qinghe / name).out.read_bytes() for name in ("a.xlsx", "b.xlsx")]

    assert files[0] == files[1]


@pytest.mark.database
def test_cards_go_into_a_folder(zhang: Actor, qinghe: Path, card: Path) -> None:
    """A card makes a file per person, named after him (R-FIL-33, R-FIL-55)."""
    result = filled(zhang, card, qinghe / "cards", who="民族=汉族")

    assert sorted(path.name for path in result.out.iterdir()) == ["张三.xlsx", "李四.xlsx"]
    assert rows_of(result.out / "张三.xlsx")[1:] == [
        ["姓名", "张三", "民族", "汉族"],
        ["身份证号", ZHANG, "联系电话", "13800000001"],
    ]


@pytest.mark.database
def test_cards_go_into_a_zip(zhang: Actor, qinghe: Path, card: Path) -> None:
    """-o X.zip holds the same files, and the same bytes each time (R-FIL-53, R-FIL-55)."""
    outs = [filled(zhang, card, qinghe / name, who="民族=汉族").out for name in ("a.zip", "b.zip")]

    assert zipfile.ZipFile(outs[0]).namelist() == ["张三.xlsx", "李四.xlsx"]
    assert outs[0].read_bytes() == outs[1].read_bytes()


@pytest.mark.database
def test_cards_go_into_one_workbook(zhang: Actor, qinghe: Path, card: Path) -> None:
    """-o X.xlsx holds a sheet per person, and the addresses name it (R-FIL-55)."""
    result = filled(zhang, card, qinghe / "cards.xlsx")

    book = load_workbook(result.out)
    assert book.sheetnames == ["张三", "李四", "王五"]
    assert [book[name]["B2"].value for name in book.sheetnames] == ["张三", "李四", "王五"]
    assert [file.plan.gap_cells for file in result.files] == [(), ("李四!D3",), ()]


@pytest.mark.database
def test_families_of_different_size_go_into_one_workbook(zhang: Actor, qinghe: Path) -> None:
    """Copies of one sheet have room for the largest family (R-FIL-55)."""
    born = drawn(
        qinghe / "新增人口.xlsx",
        [["户号", "姓名", "与户主关系", "身份证号"], ["H1", "张小", "子", id_number("20200101", 7)]],
        title="新增人口花名册",
    )
    import_files(
        zhang, paths=[born], roster=Roster(QINGHE, "村委会", "2025-02-01", is_partial=True, today=TODAY)
    )
    rows: Rows = [
        ["户主姓名", None, "家庭人口数", None],
        ["家庭成员情况"],
        ["姓名", "与户主关系", "身份证号", "民族"],
        [],
        [],
    ]
    template = drawn(qinghe / "户卡.xlsx", rows, title="家庭情况登记表")

    book = load_workbook(filled(zhang, template, qinghe / "cards.xlsx").out)

    assert [[book[name].cell(row, 1).value for row in (5, 6, 7)] for name in book.sheetnames] == [
        ["张三", "李四", "张小"],
        ["王五", None, None],
    ]


@pytest.mark.database
def test_nobody_meant_makes_no_card(zhang: Actor, qinghe: Path, card: Path) -> None:
    """Criteria nobody meets make no file; that is said, and is no error (R-FIL-02)."""
    result = filled(zhang, card, qinghe / "cards", who="年龄>=120")

    assert (result.files, result.out.exists(), len(result.notes)) == ((), False, 1)


@pytest.mark.database
def test_what_is_missing_is_written_down(zhang: Actor, qinghe: Path, template: Path) -> None:
    """Beside the file lies a list to carry to the households; without gaps there is none (R-FIL-52)."""
    some = filled(zhang, template, qinghe / "out.xlsx")
    none = filled(zhang, template, qinghe / "one.xlsx", who="姓名=张三")

    assert some.missing_list is not None
    assert "李四" in some.missing_list.read_text("utf-8")
    assert none.missing_list is None


@pytest.mark.database
def test_a_filling_is_one_line_in_the_journal(zhang: Actor, qinghe: Path, template: Path) -> None:
    """Each filling writes one line; a refused one writes none."""
    before = JournalEntry.objects.count()
    filled(zhang, template, qinghe / "out.xlsx")
    with pytest.raises(RefusedError):
        filled(zhang, template, template)

    assert JournalEntry.objects.count() == before + 1


@pytest.mark.database
def test_another_village_is_closed(li: Actor, qinghe: Path, template: Path) -> None:
    """Who may not see a village cannot fill a form from it, and nothing is written."""
    with pytest.raises(RefusedError):
        filled(li, template, qinghe / "out.xlsx")

    assert not (qinghe / "out.xlsx").exists()


@pytest.mark.database
def test_a_village_that_is_not_registered_is_refused(wang: Actor, qinghe: Path, template: Path) -> None:
    """An unknown region is refused with the way to register it."""
    with pytest.raises(RefusedError) as refused:
        filled(wang, template, qinghe / "out.xlsx", region=DONGTANG)

    assert "qingzhuang init" in refused.value.problem.sentence


@pytest.mark.database
@pytest.mark.parametrize(
    ("name", "told"),
    [("没有.xlsx", "找不到"), ("表.docx", "另存为 .docx"), ("空.xlsx", "没有找到能填的格子")],
)
def test_a_template_that_is_none_is_refused(zhang: Actor, qinghe: Path, name: str, told: str) -> None:
    """No file, another kind of file, and a workbook without blanks are refused in a sentence each."""
    (qinghe / "表.docx").write_bytes(b"PK")
    Workbook().save(qinghe / "空.xlsx")

    with pytest.raises(RefusedError) as refused:
        filled(zhang, qinghe / name, qinghe / "out.xlsx")

    assert told in refused.value.problem.sentence


@pytest.mark.database
def test_nothing_is_left_when_a_place_cannot_be_written(zhang: Actor, qinghe: Path, template: Path) -> None:
    """A folder that is a file: one sentence, no temporary file left (R-FIL-54)."""
    (qinghe / "occupied").write_text("x")

    with pytest.raises(RefusedError):
        filled(zhang, template, qinghe / "occupied" / "out.xlsx")

    assert [path.name for path in qinghe.iterdir() if path.name.startswith(".")] == []
