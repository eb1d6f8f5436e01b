"""A machine that goes dark in the middle of an import."""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qingzhuang.engine.values.identity import identity_check_digit

pytestmark = pytest.mark.acceptance

PROGRAM = Path(sys.executable).with_name("qingzhuang")
REGION = "360999101205"
N_ROWS = 4000


def draw(path: Path) -> None:
    """A roster of some thousand invented people."""
    lines = ["姓名,身份证号,户号"]
    for n in range(N_ROWS):
        body = f"360999{1930 + n % 90}{n % 12 + 1:02}{n % 28 + 1:02}{n // 90 % 1000:03}"
        lines.append(f"张{n},{body}{identity_check_digit(body)},H{n // 4}")
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("seed", range(3))
def test_all_rows_or_none(child_environment: dict[str, str], home: Path, tmp_path: Path, seed: int) -> None:
    """
    R-IMP-01: killed at any moment, an import left all its rows or none, and the next one makes
    it whole.
    """
    roster = tmp_path / "人口.csv"
    draw(roster)
    subprocess.run(
        [PROGRAM, "init", "--region", REGION, "--name", "青禾村"], env=child_environment, check=True
    )
    words = [str(PROGRAM), "import", str(roster), "--region", REGION, "--source", "派出所"]
    with subprocess.Popen(words, env=child_environment, stdout=subprocess.DEVNULL) as running:
        time.sleep(random.Random(seed).uniform(0.6, 2.2))
        running.kill()

    assert statements(home) in (0, N_ROWS)
    assert subprocess.run(words, env=child_environment, capture_output=True, check=False).returncode == 0
    assert statements(home) == N_ROWS


def statements(home: Path) -> int:
    """How many rows the database holds."""
    with sqlite3.connect(home / "qingzhuang.sqlite3") as connection:
        return int(connection.execute("SELECT count(*) FROM store_statement").fetchone()[0])
