"""Checking the journal from the command line."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.acceptance

PROGRAM = Path(sys.executable).with_name("qingzhuang")


@pytest.fixture
def journal(child_environment: dict[str, str]) -> Any:
    """A house with two lines in its journal; checks it, comes back: exit code and document."""
    for name in ("青禾村", "新青禾村"):
        words = ["init", "--region", "360999101205", "--name", name]
        subprocess.run([PROGRAM, *words], env=child_environment, check=True, capture_output=True)

    def checked() -> tuple[int, Any]:
        done = subprocess.run(
            [PROGRAM, "journal", "--json"], env=child_environment, check=False, capture_output=True
        )
        return done.returncode, json.loads(done.stdout)

    return checked


def tamper(home: Path, *statements: str) -> None:
    """Change the database as somebody who takes its guards away first."""
    with sqlite3.connect(home / "qingzhuang.sqlite3") as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)


def test_a_whole_journal_is_said_to_be_whole(journal: Any) -> None:
    """R-STO-03: lines and anchors are counted, exit code 0."""
    assert journal() == (
        0,
        {"lines": 2, "anchors": 2, "is_whole": True, "line": None, "why": None},
    )


def test_a_changed_line_is_named(journal: Any, home: Path) -> None:
    """R-STO-03: exit code 2, with the line's number."""
    tamper(home, "UPDATE store_journalentry SET actor = 'x' WHERE seq = 1")

    code, document = journal()

    assert (code, document["is_whole"], document["line"]) == (2, False, 1)


def test_a_cut_tail_is_seen_by_the_anchors(journal: Any, home: Path) -> None:
    """R-STO-03: the chain alone holds, the anchor outside the database does not."""
    tamper(
        home,
        "DELETE FROM store_journalvalues WHERE entry_id = 2",
        "DELETE FROM store_journalentry WHERE seq = 2",
    )

    code, document = journal()

    assert (code, document["line"]) == (2, 2)


def test_anchors_that_are_none_are_one_sentence(journal: Any, home: Path) -> None:
    """R-STO-03: a line of the anchors that is none is named, exit code 2."""
    with (home / "journal.anchors").open("a", encoding="ascii") as anchors:
        anchors.write("x\n")

    code, document = journal()

    assert code == 2
    assert document["error"].startswith("journal.anchors 第 3 行")
