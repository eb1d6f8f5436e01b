"""The demo, from outside."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.web.readme import excerpt, shown

from qingzhuang.web.commands.account import FillAnswer, ImportAnswer, account_of_fill, account_of_import

PROGRAM = Path(sys.executable).with_name("qingzhuang")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, str]:
    """The demo played once: its document and the account on stderr."""
    home = tmp_path_factory.mktemp("demo")
    done = _demo(home, "--no-serve", "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), done.stderr


def _demo(home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, "demo", *options],
        env={"QINGZHUANG_HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.acceptance
def test_six_rosters_come_in_and_two_rows_stay_out(played: tuple[Any, str]) -> None:
    """The demo takes six files and refuses the two spoilt numbers, each with its reason."""
    document, _ = played

    assert len(document["imports"]) == 6
    refused = [row["reason"] for answered in document["imports"] for row in answered["refused"]]
    assert len(refused) == 2
    assert all(refused)


@pytest.mark.acceptance
def test_the_form_is_filled_and_grows(played: tuple[Any, str]) -> None:
    """More low-income people than the form has rows: the form grows, its sum still below the last of them."""
    document, _ = played
    sheet = openpyxl.load_workbook(Path(document["folder"]) / document["fill"]["out"]).worksheets[0]

    assert document["fill"]["rows"] > 8
    assert sheet.cell(5 + document["fill"]["rows"], 1).value == "合计"


@pytest.mark.acceptance
def test_the_account_counts_what_was_answered(played: tuple[Any, str]) -> None:
    """The figures in the account are those of the answers."""
    document, account = played
    cells = document["fill"]["cells"]

    assert f"填上 {cells['filled']} 格" in account
    assert f"缺 {cells['gaps']} 格" in account
    assert cells["total"] == cells["filled"] + cells["gaps"] + cells["conflicts"]


@pytest.mark.acceptance
def test_the_disagreement_of_two_offices_is_shown(played: tuple[Any, str]) -> None:
    """The telephone on which two offices disagree stays blank, is named, and `why` tells both."""
    document, _ = played

    assert document["fill"]["cells"]["conflicts"] == 1
    assert "19900000001" in document["why"][1]


@pytest.mark.acceptance
def test_four_applications_wait_at_the_gate(played: tuple[Any, str]) -> None:
    """After the county is made, its departments have handed in four applications, each with a reference."""
    _, account = played

    assert account.count("送出去了，编号 ZR-") == 4
    assert account.count("  $ qingzhuang apply ") == 4


@pytest.mark.acceptance
def test_the_readme_shows_what_the_demo_says(played: tuple[Any, str]) -> None:
    """The README shows what the demo says today; `python -m tests.web.readme` writes it anew."""
    _, account = played

    assert shown() == excerpt(account)


@pytest.mark.acceptance
def test_a_second_demo_plays_on_a_fresh_stage(tmp_path: Path) -> None:
    """The demo clears its own folder and says the same again."""
    first, second = _demo(tmp_path, "--no-serve"), _demo(tmp_path, "--no-serve")

    assert (first.returncode, second.returncode) == (0, 0)
    assert second.stdout == first.stdout


@pytest.mark.acceptance
def test_a_folder_that_is_not_the_demos_is_left_alone(tmp_path: Path) -> None:
    """Somebody's files in the demo's place are kept, and one sentence says what to do."""
    (tmp_path / "demo").mkdir()
    kept = tmp_path / "demo" / "重要.txt"
    kept.write_text("不要动", encoding="utf-8")

    done = _demo(tmp_path)

    assert done.returncode == 2
    assert "没有动它" in done.stderr
    assert kept.read_text(encoding="utf-8") == "不要动"


def test_an_account_of_an_import_names_rows_and_reasons() -> None:
    """Accepted and refused rows are counted, each refused one with row and reason."""
    answered: ImportAnswer = {
        "file": "名册.xlsx",
        "accepted": 3,
        "refused": [{"sheet": "一", "row": 7, "reason": "号码不对。"}],
        "notes": ["有 2 人记为否。"],
    }

    assert list(account_of_import(answered)) == [
        "    收下 3 行，没收 1 行",
        "      第 7 行没收：号码不对。",
        "      有 2 人记为否。",
    ]


def test_an_account_of_a_fill_says_who_knows_what_is_missing() -> None:
    """Missing cells are counted by label and by who knows; a conflict is named by its cell and person."""
    answered: FillAnswer = {
        "template": "表.xlsx",
        "rows": 2,
        "cells": {"total": 6, "filled": 3, "gaps": 2, "conflicts": 1},
        "gap_cells": ["一!C5", "一!C6"],
        "conflict_cells": ["一!D5"],
        "unbound": ["包联干部意见"],
        "missing": [
            {"cell": "一!C5", "household": "甲", "who": "甲一", "label": "健康状况", "known_by": "本户"},
            {"cell": "一!C6", "household": "甲", "who": "甲二", "label": "健康状况", "known_by": "本户"},
            {"cell": "一!D5", "household": "甲", "who": "甲一", "label": "联系电话", "known_by": "本户"},
        ],
        "out": "填好.xlsx",
    }

    account = "\n".join(account_of_fill(answered))

    assert "该填 6 格：填上 3 格（50%）" in account
    assert "缺“健康状况”2 格，可以问：本户" in account
    assert "一!D5（甲一的联系电话）同一天说得不一样" in account
    assert "包联干部意见" in account
