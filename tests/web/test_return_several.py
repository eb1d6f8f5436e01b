"""The command `return` with several files."""

import json
from pathlib import Path

import pytest
from tests.actions.returning import changed, list_form, open_qinghe, put

from qingzhuang.store.actors import Actor
from qingzhuang.web.commands.arguments.returning import add_arguments
from qingzhuang.web.commands.manual import command_parser
from qingzhuang.web.commands.returning import run


@pytest.mark.database
def test_several_files_are_a_list_and_a_bad_one_has_its_error(
    zhang: Actor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """R-RET-14: one object per file in their order, `error` where one was not taken, exit code 2."""
    village = open_qinghe(zhang, tmp_path)
    good = changed(village.fill(list_form(tmp_path)).out, put({"E5": "13900000002"}))
    parser = command_parser("return")
    add_arguments("return", parser)
    words = [str(tmp_path / "没有.xlsx"), str(good), "--region", "360999101205", "--json"]

    capsys.readouterr()
    code = run("return", parser.parse_args(words))
    bad, taken = json.loads(capsys.readouterr().out)

    assert (code, bad["error"][-1], bad["answers"], bad["import"]) == (2, "。", 0, None)
    assert ("error" in taken, taken["answers"], taken["file"]) == (False, 1, str(good))


@pytest.mark.database
def test_a_folder_is_a_list_even_with_one_form(
    zhang: Actor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """R-RET-14: whoever hands in a folder gets a list, however many forms are in it."""
    village = open_qinghe(zhang, tmp_path)
    folder = tmp_path / "交表"
    folder.mkdir()
    changed(village.fill(list_form(tmp_path)).out, put({"E5": "13900000002"})).rename(folder / "表.xlsx")
    parser = command_parser("return")
    add_arguments("return", parser)

    capsys.readouterr()
    code = run("return", parser.parse_args([str(folder), "--region", "360999101205", "--json"]))

    assert (code, [each["answers"] for each in json.loads(capsys.readouterr().out)]) == (0, [1])
