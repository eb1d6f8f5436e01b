"""The invented county's lists: sizes of the reports, and taking them in gives exactly these."""

from pathlib import Path

import pytest

from qingzhuang.engine.admit.domain import Kind, ListClass
from qingzhuang.engine.admit.lists.counting import counted
from qingzhuang.engine.admit.lists.domain import USUAL_NAMES, DutyLine
from qingzhuang.engine.admit.lists.duties import ReadLists, read_lists
from qingzhuang.engine.admit.lists.matters import missing_targets, read_matters
from qingzhuang.files.examples.county_lists import CAPS, CountyLists, draw_county_lists
from qingzhuang.files.intake.countylists import county_sheets


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> CountyLists:
    """The three files."""
    return draw_county_lists(tmp_path_factory.mktemp("lists"))


def taken(path: Path) -> ReadLists:
    """The lists of a file."""
    return read_lists(county_sheets(path.name, path.read_bytes()), names=USUAL_NAMES)


def ours(lines: tuple[DutyLine, ...]) -> int:
    """How many lines a village does or helps with."""
    return sum(line.list_class is not ListClass.NOT_OURS for line in lines)


def test_villages_have_134_items_and_then_72(drawn: CountyLists) -> None:
    """R-LST-01: both files are read without a problem, and hold what the article counts: 134 → 72."""
    old, new = taken(drawn.old_lists), taken(drawn.new_lists)

    assert (old.problems, new.problems) == ((), ())
    assert (ours(old.lines), ours(new.lines)) == (134, 72)


def test_villages_have_82_ledgers_and_then_19_in_two_books(drawn: CountyLists) -> None:
    """R-LST-09: 82 ledgers at the end of 2025, 19 in November 2026: 6 and 13, within caps of 6 and 20."""
    read = read_matters(county_sheets(drawn.matters.name, drawn.matters.read_bytes()), on="2026-11-22")
    lines = [each.line for each in read.matters]
    before, now = counted(lines, on="2025-12-31"), counted(lines, on="2026-11-22")

    assert (read.problems, missing_targets(read.matters, [])) == ((), ())
    assert (before.by_kind[Kind.LEDGER], now.by_kind[Kind.LEDGER]) == (82, 19)
    assert (now.by_book, CAPS) == ({"party": 6, "livelihood": 13}, {"party": 6, "livelihood": 20})
    assert all(now.by_kind.values())


def test_everything_is_marked_invented(drawn: CountyLists) -> None:
    """R-LST-12: each file says 虚构 above its headings."""
    for path in (drawn.old_lists, drawn.new_lists, drawn.matters):
        for sheet in county_sheets(path.name, path.read_bytes()):
            assert any("虚构" in str(value) for _, values in sheet.rows[:2] for value in values)
