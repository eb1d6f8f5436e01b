"""Filling a drawn Word form from drawn rosters, from import to bytes."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side
from tests.conftest import QINGHE
from tests.files.documents.drawn import DOCUMENT, LINE, docx, list_form, p, parts_of, run, tbl, tr

from qingzhuang.actions.collect import Roster, import_files
from qingzhuang.actions.fill import FillResult, Wish, fill_template
from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.fill import FillCode
from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.files.documents.parsing import parsed_document
from qingzhuang.store.actors import Actor

pytestmark = pytest.mark.database

TODAY = "2025-06-30"


def id_number(born: str, order: int) -> str:
    """An invented ID number."""
    body = f"360999{born}{order:03d}"
    return body + identity_check_digit(body)


ZHANG, LI, WANG = id_number("19500307", 1), id_number("19520101", 2), id_number("19801201", 3)


def roster_file(path: Path) -> Path:
    """Three residents in two households; nobody told Li's telephone."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["青禾村常住人口花名册"])
    for row in (
        ["户号", "姓名", "与户主关系", "身份证号", "民族", "联系电话"],
        ["H1", "张三", "户主", ZHANG, "汉族", "13800000001"],
        ["H1", "李四", "配偶", LI, "汉族", None],
        ["H2", "王五", "户主", WANG, "畲族", "13800000003"],
    ):
        sheet.append(row)
    for cells in sheet.iter_rows(min_row=2, max_col=6):
        for cell in cells:
            cell.border = Border(*(Side("thin"),) * 4)
    book.save(path)
    return path


@pytest.fixture
def folder(zhang: Actor, tmp_path: Path) -> Path:
    """青禾村 with three residents; the folder for forms."""
    people = roster_file(tmp_path / "常住人口.xlsx")
    open_village(zhang, region=QINGHE, name="青禾村", today=TODAY)
    roster = Roster(QINGHE, "村委会", "2025-01-01", is_partial=False, today=TODAY)
    import_files(zhang, paths=[people], roster=roster)
    return tmp_path


def card() -> bytes:
    """A card with a drawn line, cells beside labels, tick boxes, and the household's other members."""
    return docx(
        p("村民登记卡"),
        p(run("填报单位："), run(" " * 16, LINE), run("　填报日期：    年  月  日")),
        tbl(
            tr("姓名", "", "身份证号", ""),
            tr("性别", "□男 □女", "联系电话", ""),
            widths=(1500, 3000, 1500, 3500),
        ),
        p("家庭成员"),
        tbl(tr("姓名", "与户主关系", "身份证号"), tr("", "", ""), widths=(2000, 2000, 5000)),
        parts={"word/media/seal.png": b"\x89PNG"},
    )


def fill(zhang: Actor, template: Path, *, out: Path | None = None, who: str | None = None) -> FillResult:
    """The template filled for 青禾村."""
    wish = Wish(region=QINGHE, today=TODAY, who=who, on=TODAY, out=out)
    return fill_template(zhang, template=template, wish=wish)


def texts_of(content: bytes) -> dict[str, str]:
    """Text of each named cell of a filled document."""
    grid = parsed_document(content).sheets[0]
    return {name: grid.cells[place].text for place, name in grid.addresses.items()}


def saved(folder: Path, name: str, content: bytes) -> Path:
    """A form on disk."""
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_word_list_becomes_one_word_file_with_rows_for_all(zhang: Actor, folder: Path) -> None:
    """R-WRD-30, R-WRD-25: rows grow, and the gap is named as in the finished document."""
    template = saved(folder, "名单.docx", list_form(1))
    result = fill(zhang, template)
    texts = texts_of(result.out.read_bytes())

    assert result.out.name == "名单-青禾村.docx"
    assert [texts[f"T1R{row}C3"] for row in (2, 3, 4)] == [ZHANG, LI, WANG]
    assert [texts[f"T1R{row}C1"] for row in (2, 3, 4)] == ["1", "2", "3"]
    assert result.files[0].plan.gap_cells == ("document!T1R3C4",)
    assert result.missing_list is not None
    assert "李四" in result.missing_list.read_text(encoding="utf-8")


def test_word_cards_are_a_file_each_in_a_folder(zhang: Actor, folder: Path) -> None:
    """R-WRD-30: the card of each person, filled in its cells, on its line and in its boxes."""
    result = fill(zhang, saved(folder, "登记卡.docx", card()), out=folder / "卡片")
    texts = texts_of((folder / "卡片" / "张三.docx").read_bytes())

    assert sorted(path.name for path in (folder / "卡片").iterdir()) == [
        "张三.docx",
        "李四.docx",
        "王五.docx",
    ]
    assert texts["P2"].startswith("填报单位：青禾村_")
    assert texts["P2"].endswith("填报日期：2025年6月30日")
    assert (texts["T1R1C2"], texts["T1R1C4"], texts["T1R2C2"]) == ("张三", ZHANG, "☑男 □女")
    assert (texts["T2R2C1"], texts["T2R3C1"]) == ("张三", "李四")  # the second row grew
    assert "document!T1R2C4" in {cell for file in result.files for cell in file.plan.gap_cells}


def test_everything_but_the_document_stays_byte_for_byte(zhang: Actor, folder: Path) -> None:
    """R-WRD-10: on the way through the whole product."""
    result = fill(zhang, saved(folder, "登记卡.docx", card()), out=folder / "卡片")
    before, after = parts_of(card()), parts_of(result.files[0].path.read_bytes())

    assert [name for name in before if before[name] != after.get(name)] == [DOCUMENT]
    assert list(before) == list(after)


def test_word_cards_go_into_a_zip(zhang: Actor, folder: Path) -> None:
    """R-WRD-30: the same files in one zip, the same bytes every time."""
    template = saved(folder, "登记卡.docx", card())
    content = fill(zhang, template, out=folder / "卡片.zip").out.read_bytes()
    again = fill(zhang, template, out=folder / "又一次.zip").out.read_bytes()

    assert content == again
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert sorted(package.namelist()) == ["张三.docx", "李四.docx", "王五.docx"]
        assert texts_of(package.read("王五.docx"))["T1R1C2"] == "王五"


def test_one_persons_card_may_be_a_word_file_itself(zhang: Actor, folder: Path) -> None:
    """R-WRD-31: one person, one file."""
    template = saved(folder, "登记卡.docx", card())
    result = fill(zhang, template, out=folder / "张三的.docx", who=f"身份证号={ZHANG}")

    assert texts_of(result.out.read_bytes())["T1R1C2"] == "张三"


def test_many_cards_in_one_word_file_are_refused(zhang: Actor, folder: Path) -> None:
    """R-WRD-31: the sentence names the folder and the zip; nothing is written."""
    template = saved(folder, "登记卡.docx", card())
    with pytest.raises(RefusedError) as refused:
        fill(zhang, template, out=folder / "全部.docx")

    assert refused.value.problem.code is FillCode.OUT_NEEDS_FOLDER_OF_DOCUMENTS
    assert not (folder / "全部.docx").exists()


@pytest.mark.parametrize(
    ("form", "out", "code"),
    [
        ("名单.docx", "名单.xlsx", FillCode.OUT_NEEDS_DOCUMENT),
        ("登记卡.docx", "卡片.xlsx", FillCode.OUT_NEEDS_FOLDER_OF_DOCUMENTS),
        ("常住人口.xlsx", "名单.docx", FillCode.OUT_NEEDS_WORKBOOK),
    ],
)
def test_a_form_does_not_change_its_kind(
    zhang: Actor, folder: Path, form: str, out: str, code: FillCode
) -> None:
    """R-WRD-30: Word stays Word, Excel stays Excel; a sentence says what is possible."""
    saved(folder, "名单.docx", list_form())
    saved(folder, "登记卡.docx", card())
    with pytest.raises(RefusedError) as refused:
        fill(zhang, folder / form, out=folder / out)

    assert refused.value.problem.code is code
    assert "请" in refused.value.problem.sentence


def test_a_workbook_named_docx_is_refused_or_stays_a_workbook(zhang: Actor, folder: Path) -> None:
    """R-WRD-30: the content decides; a workbook never ends up under a Word name."""
    template = saved(folder, "其实是表格.docx", (folder / "常住人口.xlsx").read_bytes())

    assert fill(zhang, template).out.suffix == ".xlsx"
