"""Minutes of each act: shipped, dated, cited, replaced by measured ones."""

from pathlib import Path

import pytest

from qingzhuang.engine.admit.costing.domain import Act
from qingzhuang.engine.problems import RefusedError
from qingzhuang.files.reference.hours.minutes import FILE, load_minutes

HEADER = "act,minutes,valid_from,n_measured,verified,source\n"


def county(folder: Path, *lines: str) -> Path:
    """A county's folder with these lines."""
    (folder / FILE).write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_every_act_has_cited_minutes() -> None:
    """R-HRS-02: the shipped file has each act once, with a source and marked as not measured."""
    found = load_minutes("2026-11-20")

    assert set(found) == set(Act)
    assert all(cost.source and cost.n_measured == 0 for cost in found.values())


def test_a_countys_measured_minutes_go_first(tmp_path: Path) -> None:
    """R-HRS-02: what a county measured stands before the estimate; the other acts stay."""
    folder = county(tmp_path, "text,0.8,2026-06-01,120,yes,三个村实测中位数")

    assert load_minutes("2026-11-20", folder)[Act.TEXT].minutes == 0.8
    assert set(load_minutes("2026-11-20", folder)) == set(Act)


def test_the_line_that_holds_on_the_day_counts(tmp_path: Path) -> None:
    """R-HRS-02: a line counts from its first day on; the latest of several holds."""
    folder = county(tmp_path, "text,0.8,2026-06-01,120,yes,实测", "text,0.6,2026-12-01,300,yes,再测")

    assert load_minutes("2026-11-20", folder)[Act.TEXT].minutes == 0.8
    assert load_minutes("2026-12-01", folder)[Act.TEXT].minutes == 0.6


@pytest.mark.parametrize(
    "line",
    [
        "walk,1,2026-01-01,0,no,估",
        "text,0,2026-01-01,0,no,估",
        "text,nan,2026-01-01,0,no,估",
        "text,1,2026年,0,no,估",
        "text,1,2026-01-01,-1,no,估",
        "text,1,2026-01-01,0,maybe,估",
        "text,1,2026-01-01,0,no,",
    ],
)
def test_a_wrong_line_is_refused_by_its_number(tmp_path: Path, line: str) -> None:
    """R-HRS-02: a line that cannot be right is refused with file and line, nothing is guessed."""
    folder = county(tmp_path, line)

    with pytest.raises(RefusedError) as refused:
        load_minutes("2026-11-20", folder)

    assert refused.value.problem.params["line"] == 2
