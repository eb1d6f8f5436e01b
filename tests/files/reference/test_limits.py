"""The limits of the gate's desk, as a county sets them."""

from pathlib import Path

import pytest

from qingzhuang.engine.problems import RefusedError
from qingzhuang.files.reference.reviewing.limits import load_limits

HEADER = "limit,value,valid_from,verified,source\n"


def test_the_shipped_limits_are_whole() -> None:
    """R-REV-10: every limit is there, with a source, without a county's own file."""
    limits = load_limits("2026-11-22")

    assert (limits.leader_hours, limits.poll_villages, limits.poll_days) == (500, 3, 2)


def test_a_countys_own_line_goes_first_from_its_day(tmp_path: Path) -> None:
    """R-REV-10: the county's number holds from the day it says, the shipped one before."""
    (tmp_path / "limits.csv").write_text(
        HEADER + "leader_hours,200,2026-06-01,no,县减负办会议\n", encoding="utf-8"
    )

    assert load_limits("2026-11-22", tmp_path).leader_hours == 200
    assert load_limits("2026-05-31", tmp_path).leader_hours == 500


@pytest.mark.parametrize(
    "line",
    [
        "leader_hours,0,2026-06-01,no,会议",
        "leader_hours,200,2026-06-01,no,",
        "leader_hour,2,2026-06-01,no,会议",
    ],
)
def test_a_line_that_cannot_be_read_is_refused(tmp_path: Path, line: str) -> None:
    """No limit of nought, none without a source, none of a name nobody knows."""
    (tmp_path / "limits.csv").write_text(HEADER + line, encoding="utf-8")

    with pytest.raises(RefusedError):
        load_limits("2026-11-22", tmp_path)
