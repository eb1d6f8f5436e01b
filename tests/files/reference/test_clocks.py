"""How long the gate may take."""

from pathlib import Path

import pytest

from qingzhuang.engine.problems import RefusedError
from qingzhuang.files.reference.clocks import Clocks, load_clocks

HEADER = "clock,working_days,valid_from,verified,source\n"


def test_the_shipped_clocks() -> None:
    """R-APP-15: fifteen working days as a rule, one by the emergency lane."""
    assert load_clocks("2026-11-22") == Clocks(ordinary=15, emergency=1)


def test_a_countys_own_clock_goes_first_from_its_day_on(tmp_path: Path) -> None:
    """R-APP-15: a later line counts from its day, the other clock stays as shipped."""
    (tmp_path / "clocks.csv").write_text(HEADER + "ordinary,10,2027-01-01,yes,县里的文件\n", encoding="utf-8")

    assert load_clocks("2027-01-01", tmp_path) == Clocks(ordinary=10, emergency=1)


@pytest.mark.parametrize(
    "line", ["ordinary,0,2027-01-01,yes,来源", "lunch,1,2027-01-01,yes,来源", "ordinary,5,2027-01-01,yes,"]
)
def test_a_line_that_cannot_be_read_is_refused(tmp_path: Path, line: str) -> None:
    """R-APP-15: no days, an unknown clock or no source are said with file and line."""
    (tmp_path / "clocks.csv").write_text(HEADER + line + "\n", encoding="utf-8")

    with pytest.raises(RefusedError) as refusal:
        load_clocks("2027-02-01", tmp_path)

    assert "clocks.csv" in refusal.value.problem.sentence
