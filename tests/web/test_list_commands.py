"""The commands `lists import` and `matters import`."""

import json
from pathlib import Path

import pytest

from qingzhuang.store.models import LedgerCap, ListVersion, Matter
from qingzhuang.web.commands.arguments.lists import add_arguments
from qingzhuang.web.commands.lists import run
from qingzhuang.web.commands.manual import command_parser

pytestmark = pytest.mark.database
LISTS = "清单,事项\n依法履职清单,村务公开\n协助清单,巡河\n不应承担清单,危房鉴定\n"
MATTERS = "事项名称,种类,去向\n党员台账,台账,保留\n周报,报表,取消\n"


def call(command: str, *words: str) -> int:
    """Run a command as it is typed."""
    parser = command_parser(command)
    add_arguments(command, parser)
    return run(command, parser.parse_args(list(words)))


def test_lists_are_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """R-LST-03: the answer says how many lines each list has, and from when they hold."""
    path = tmp_path / "清单.csv"
    path.write_text(LISTS, encoding="utf-8")

    exit_code = call("lists", "import", str(path), "--from", "2026年4月1日", "--json")

    said = json.loads(capsys.readouterr().out)
    assert (exit_code, said["from"], sum(said["lists"].values()), said["is_kept"]) == (
        0,
        "2026-04-01",
        3,
        True,
    )
    assert ListVersion.objects.count() == 1


def test_matters_are_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """R-LST-08: the answer says how many matters there are and how many are kept."""
    path = tmp_path / "总账.csv"
    path.write_text(MATTERS, encoding="utf-8")

    exit_code = call("matters", "import", str(path), "--json")

    said = json.loads(capsys.readouterr().out)
    assert (exit_code, said["entered"], said["kept"], Matter.objects.count()) == (0, 2, 1, 2)


def test_a_wrong_file_is_told_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """R-LST-08: exit code 2, a sentence for each line, nothing written."""
    path = tmp_path / "总账.csv"
    path.write_text(f"{MATTERS}某事,啥,\n", encoding="utf-8")

    exit_code = call("matters", "import", str(path))

    assert (exit_code, Matter.objects.count()) == (2, 0)
    assert "第 4 行的种类“啥”不认得" in capsys.readouterr().err


def test_a_cap_is_set_by_the_name_of_a_book(capsys: pytest.CaptureFixture[str]) -> None:
    """R-LST-10: from today on the book holds so many at most."""
    exit_code = call("matters", "cap", "党建账", "--most", "6")

    cap = LedgerCap.objects.get()
    assert (exit_code, cap.book, cap.most) == (0, "party", 6)
    assert "党建账最多 6 本" in capsys.readouterr().out
