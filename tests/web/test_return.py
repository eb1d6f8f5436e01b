"""The command `return`: the contract's JSON, exit codes, and the sentences a person reads."""

import json
from pathlib import Path

import pytest
from tests.actions.returning import changed, list_form, open_qinghe, put

from qingzhuang.store.actors import Actor
from qingzhuang.web.commands.arguments.returning import add_arguments
from qingzhuang.web.commands.manual import command_parser
from qingzhuang.web.commands.returning import run


@pytest.fixture
def out(zhang: Actor, tmp_path: Path) -> Path:
    """A form filled for 青禾村."""
    village = open_qinghe(zhang, tmp_path)
    return village.fill(list_form(village.folder)).out


def returned(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What `return` with these words says on stdout; the exit code is 0."""
    parser = command_parser("return")
    add_arguments("return", parser)
    capsys.readouterr()
    assert run("return", parser.parse_args([*words, "--region", "360999101205"])) == 0
    return capsys.readouterr().out


@pytest.mark.database
def test_the_document_is_that_of_the_contract(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """answers, changed and refused as numbers and lists; the diff with before and after (R-RET-20)."""
    back = changed(out, put({"E4": "13911112222", "E5": "13900000002", "E6": "没有电话机"}))

    document = json.loads(returned(capsys, str(back), "--json"))

    assert (document["answers"], document["changed"]) == (2, 1)
    assert [(r["sheet"], r["row"], r["cell"]) for r in document["refused"]] == [("Sheet", 6, "Sheet!E6")]
    assert document["diff"][0] == {
        "cell": "Sheet!E4",
        "who": "张三",
        "label": "联系电话",
        "before": "13800000001",
        "after": "13911112222",
    }
    assert isinstance(document["import"], int)


@pytest.mark.database
def test_the_person_reads_the_diff(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json: a line with numbers, then each cell from what to what."""
    text = returned(capsys, str(changed(out, put({"E5": "13900000002"}))))

    assert "收到答复 1 格，其中改了原来的 0 格" in text
    assert "Sheet!E5　李四　联系电话：（空） → 13900000002" in text


@pytest.mark.database
def test_a_dry_run_says_so(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--dry-run: the same diff, no number to undo (R-RET-27)."""
    document = json.loads(
        returned(capsys, str(changed(out, put({"E5": "13900000002"}))), "--dry-run", "--json")
    )

    assert (document["answers"], document["import"]) == (1, None)
