"""What the command `fill` answers."""

import json
from argparse import Namespace
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side
from tests.conftest import QINGHE

from qingzhuang.actions.collect import Roster, import_files
from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.web.commands.console import OPERATOR
from qingzhuang.web.commands.fill import run

DAY = "2025-06-30"
BODY = "36099919500307001"


def drawn(path: Path, rows: list[list[str | None]]) -> Path:
    """A workbook with a title and a bordered table below it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["青禾村居民花名册"])
    for row in rows:
        sheet.append(row)
    for cells in sheet.iter_rows(min_row=2, max_col=len(rows[0])):
        for cell in cells:
            cell.border = Border(*(Side("thin"),) * 4)
    book.save(path)
    return path


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A registered village with one resident, and a form that asks for more than is known of him."""
    people = drawn(
        tmp_path / "人口.xlsx",
        [["户号", "姓名", "身份证号"], ["H1", "张三", BODY + identity_check_digit(BODY)]],
    )
    open_village(OPERATOR, region=QINGHE, name="青禾村", today=DAY)
    import_files(OPERATOR, paths=[people], roster=Roster(QINGHE, "村委会", DAY, is_partial=False, today=DAY))
    return drawn(tmp_path / "表.xlsx", [["序号", "姓名", "联系电话", "获奖感言摘要"], [None] * 4, [None] * 4])


def options(form: Path, *, is_json: bool, who: str | None = None) -> Namespace:
    """The command's arguments as typed."""
    out = form.with_name("填好.xlsx")
    return Namespace(
        template=form, region=QINGHE, regions=None, who=who, on=DAY, out=out, issuer="", is_json=is_json
    )


@pytest.mark.database
def test_the_answer_is_the_contracts_document(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--json prints numbers, addresses, unbound labels, the missing list and the file (R-FIL-50)."""
    code = run("fill", options(form, is_json=True))

    document = json.loads(capsys.readouterr().out)
    assert (code, document["rows"], document["unbound"]) == (0, 1, ["获奖感言摘要"])
    assert document["cells"] == {"total": 3, "filled": 2, "gaps": 1, "conflicts": 0}
    assert (document["gap_cells"], document["conflict_cells"]) == (["Sheet!C3"], [])
    assert document["missing"] == [
        {
            "file": "填好.xlsx",
            "cell": "Sheet!C3",
            "household": "H1",
            "who": "张三",
            "label": "联系电话",
            "known_by": "本户",
        }
    ]
    assert (document["template"], document["out"]) == (str(form), str(form.with_name("填好.xlsx")))


@pytest.mark.database
def test_a_person_reads_one_sentence(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json the first line says how many rows, cells and gaps (R-FIL-50)."""
    run("fill", options(form, is_json=False))

    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("填好 1 行 2 列，自动填 2 格，还缺 1 格（1 户）。文件：")


@pytest.mark.database
def test_nobody_meant_is_no_failure(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Criteria that nobody meets give an empty form and exit code 0 (R-FIL-02)."""
    code = run("fill", options(form, is_json=True, who="年龄>=120"))

    document = json.loads(capsys.readouterr().out)
    assert (code, document["rows"], document["cells"]["total"]) == (0, 0, 0)


@pytest.mark.database
def test_a_conflict_says_whose_it_is_and_who_says_what(
    form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two sources of one day: the cell, the person, and who says what, where (R-FIL-13)."""
    for name, phone in (("甲.xlsx", "13800000000"), ("乙.xlsx", "13900000000")):
        said: list[list[str | None]] = [
            ["姓名", "身份证号", "联系电话"],
            ["张三", BODY + identity_check_digit(BODY), phone],
        ]
        import_files(
            OPERATOR,
            paths=[drawn(tmp_path / name, said)],
            roster=Roster(QINGHE, name[0], DAY, is_partial=False, today=DAY),
        )
    run("fill", options(form, is_json=True))

    document = json.loads(capsys.readouterr().out)
    found = document["conflicts"][0]
    assert document["conflict_cells"] == [found["cell"]] == ["Sheet!C3"]
    assert (found["household"], found["who"], found["label"]) == ("H1", "张三", "联系电话")
    assert [(said["source"], said["value"], said["row"]) for said in found["values"]] == [
        ("甲", "13800000000", 3),
        ("乙", "13900000000", 3),
    ]
    assert "甲（2025-06-30）是“13800000000”" in Path(document["missing_list"]).read_text(encoding="utf-8")


@pytest.mark.database
def test_no_file_is_announced_that_is_not_there(
    tmp_path: Path, form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A card that fits nobody: nothing is written, and no place is told (R-FIL-106)."""
    card = drawn(tmp_path / "卡片.xlsx", [["姓名", None], ["民族", None]])
    code = run("fill", options(card, is_json=True, who="年龄>=120"))

    document = json.loads(capsys.readouterr().out)
    run("fill", options(card, is_json=False, who="年龄>=120"))
    assert (code, document["out"], document["files"]) == (0, None, [])
    assert capsys.readouterr().out.splitlines() == ["没有填，也没有出文件。"]
