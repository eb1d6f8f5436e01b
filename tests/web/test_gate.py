"""The clock of the gate, turned from the command line."""

import json

import pytest
from tests.store.numbered import admitted, villages

from qingzhuang.store.models import Obligation
from qingzhuang.web.commands.arguments.gate import add_arguments
from qingzhuang.web.commands.gate import run as run_gate
from qingzhuang.web.commands.manual import command_parser

pytestmark = pytest.mark.database


def turn(*words: str) -> int:
    """`qingzhuang gate …` in this process, on the test's database."""
    parser = command_parser("gate")
    add_arguments("gate", parser)
    return run_gate("gate", parser.parse_args(list(words)))


def test_the_clock_is_turned_from_outside(capsys: pytest.CaptureFixture[str]) -> None:
    """R-GAT-09: `gate tick` lands what is due and says so; again, it has nothing to do."""
    villages()
    admitted()

    assert (turn("tick"), turn("tick", "--json")) == (0, 0)

    said = capsys.readouterr().out
    assert "1 个号作数：新落到村里 2 件" in said
    assert json.loads(said.splitlines()[-1]) == {"admissions": 1, "landed": 0, "stopped": 0, "left": 0}
    assert Obligation.objects.count() == 2
