"""What the command `edition` answers."""

import json
from argparse import Namespace
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from qingzhuang.web.commands.editions import run

OLD = (("年末总户数", "户"), ("耕地面积", "亩"), ("粮食产量", "吨"), ("图书册数", "册"))
NEW = (("图书册数", "册"), ("年底总户数", "户"), ("耕地面积", "公顷"), ("粮食产量", "吨"), ("快递驿站", "个"))


def drawn(path: Path, rows: tuple[tuple[str, str], ...]) -> Path:
    """An indicator sheet with codes counted from 1."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["代码", "指标名称", "计量单位", "数量"])
    for number, (label, unit) in enumerate(rows, 1):
        sheet.append([f"{number:02d}", label, unit, None])
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.border = Border(*(Side("thin"),) * 4)
    book.save(path)
    return path


@pytest.fixture
def options(tmp_path: Path) -> Namespace:
    """The command's arguments as typed, for two editions of which rows moved and changed."""
    old, new = drawn(tmp_path / "旧.xlsx", OLD), drawn(tmp_path / "新.xlsx", NEW)
    return Namespace(old=old, new=new, issuer="", accept=False, is_json=True)


@pytest.mark.database
def test_the_answer_counts_every_kind(options: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """--json says how many fields are the same, moved, re-worded, changed, new and gone."""
    code = run("edition", options)

    counts = json.loads(capsys.readouterr().out)["counts"]
    assert code == 0
    assert {name: n for name, n in counts.items() if n} == {
        "same": 1,
        "moved": 1,
        "reworded": 1,
        "changed": 1,
        "new": 1,
    }


@pytest.mark.database
def test_the_same_file_asks_nothing(options: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """A form compared with itself is the same form, and nothing is asked (R-EDI-07)."""
    options.new = options.old

    run("edition", options)

    document = json.loads(capsys.readouterr().out)
    assert (document["is_same_form"], document["asked"], document["counts"]["same"]) == (True, 0, 4)


@pytest.mark.database
def test_a_person_reads_signs_and_lists(options: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json the answer says 同移改新去 with numbers, and lists what to look at."""
    options.is_json = False

    run("edition", options)

    text = capsys.readouterr().out
    assert text.startswith("同 1　移 1　改 1　变 1　新 1　去 0")
    assert "年末总户数/数量（户） → D3 年底总户数/数量（户）" in text


@pytest.mark.database
def test_two_forms_with_nothing_in_common_are_said_to_be_two(
    options: Namespace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever took the wrong file learns it."""
    options.new, options.is_json = drawn(tmp_path / "别.xlsx", (("桥梁", "座"), ("水井", "口"))), False

    run("edition", options)

    assert "请看看是不是同一张表的两版" in capsys.readouterr().out


@pytest.mark.database
def test_accepting_says_how_many_were_remembered(
    options: Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    """--accept remembers the proposed re-wordings and says how many (R-EDI-09)."""
    options.accept = True

    run("edition", options)

    assert json.loads(capsys.readouterr().out)["accepted"] == 1
