"""A county's own catalogue in the data folder, used from the command line."""

import csv
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side

from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.files.reference.catalogue import ELEMENT_COLUMNS, SHIPPED

pytestmark = pytest.mark.acceptance

PROGRAM = Path(sys.executable).with_name("qingzhuang")
REGION = "360999101205"
BODY = "36099919500307001"
NUMBER = BODY + identity_check_digit(BODY)
PHONE_AT_DOOR = "门牌热线"  # a word of this county alone
NEW = dict.fromkeys(ELEMENT_COLUMNS, "") | {
    "code": "person.helping_cadre",
    "name": "包户干部",
    "subject": "person",
    "kind": "name",
    "definition": "包这户的干部",
    "sensitivity": "internal",
    "sharing": "有条件共享",
    "membership": "no",
    "derived": "no",
    "source": "县自定",
    "verified": "no",
}


def shipped(code: str) -> dict[str, str]:
    """The shipped row of this element."""
    with (SHIPPED / "elements.csv").open(encoding="utf-8") as file:
        return next(row for row in csv.DictReader(file) if row["code"] == code)


def county(home: Path, *rows: dict[str, str], authority: str = "") -> None:
    """The county's folder with these elements."""
    folder = home / "catalogue"
    folder.mkdir(parents=True)
    with (folder / "elements.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ELEMENT_COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    if authority:
        (folder / "authority.csv").write_text(authority, encoding="utf-8")


def drawn(path: Path, *rows: Sequence[str | None]) -> Path:
    """A workbook with a bordered table."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for cells in sheet.iter_rows(max_col=len(rows[0])):
        for cell in cells:
            cell.border = Border(*(Side("thin"),) * 4)
    book.save(path)
    return path


@pytest.fixture
def run(child_environment: dict[str, str], tmp_path: Path) -> Any:
    """Runs one command as a process of its own."""

    def command(*words: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PROGRAM, *words],
            env=child_environment,
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return command


def test_a_countys_words_and_elements_are_imported_and_filled(run: Any, home: Path, tmp_path: Path) -> None:
    """R-STO-11: a synonym and an element of the county's own file bind on import and on filling."""
    phone = shipped("person.phone")
    phone["synonyms"] += f"|{PHONE_AT_DOOR}"
    county(home, phone, NEW)
    header = ["姓名", "身份证号", PHONE_AT_DOOR, "包户干部"]
    roster = drawn(tmp_path / "人口.xlsx", header, ["张三", NUMBER, "13800000001", "周帮扶"])
    form = drawn(tmp_path / "表.xlsx", header, [None] * 4)
    run("init", "--region", REGION, "--name", "青禾村")
    run("import", roster, "--region", REGION, "--source", "村委会")

    done = run("fill", form, "--region", REGION, "-o", "好.xlsx", "--json")

    assert json.loads(done.stdout)["cells"]["filled"] == 4
    sheet = load_workbook(tmp_path / "好.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["张三", NUMBER, "13800000001", "周帮扶"]


def test_reading_labels_uses_the_countys_words_too(run: Any, home: Path) -> None:
    """Match needs no database, and knows the county's element by its name."""
    county(home, NEW)

    assert json.loads(run("match", "包户干部", "--json").stdout)[0]["element"] == NEW["code"]


@pytest.mark.parametrize("command", [["match", "姓名"], ["why", "张三", "联系电话"]])
def test_a_bad_row_is_one_sentence(run: Any, home: Path, command: list[str]) -> None:
    """A wrong row is told by file, line and column: one sentence, exit code 2."""
    county(home, NEW | {"kind": "nosuch"})

    done = run(*command)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("elements.csv 第 2 行：“kind”写成了“nosuch”")
    assert len(done.stderr.splitlines()) == 1


def test_a_countys_authority_goes_first(run: Any, home: Path, tmp_path: Path) -> None:
    """R-KNW-08: the source that the county names for an element holds against a later one."""
    county(home, authority="element,source\nperson.phone,派出所\n")
    run("init", "--region", REGION, "--name", "青禾村")
    for source, day, phone in (
        ("派出所", "2024-01-01", "13800000001"),
        ("村委会", "2025-01-01", "13800000002"),
    ):
        roster = drawn(tmp_path / f"{source}.xlsx", ["姓名", "身份证号", "联系电话"], ["张三", NUMBER, phone])
        run("import", roster, "--region", REGION, "--source", source, "--as-of", day)

    said = json.loads(run("why", "张三", "联系电话", "--json").stdout)["people"][0]

    assert said["value"] == "13800000001"


@pytest.mark.parametrize("row", ["person.nosuch,派出所", "person.phone,"])
def test_a_bad_authority_is_one_sentence(run: Any, home: Path, row: str) -> None:
    """An element nobody knows, or no source: file and line are told, exit code 2."""
    county(home, authority=f"element,source\n{row}\n")

    done = run("match", "姓名")

    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert done.stderr.startswith("authority.csv 第 2 行")
