"""Minutes of a joint review, opened again."""

from dataclasses import replace

import pytest
from tests.files.print.drawn import DAY, some_minutes
from tests.files.print.reopened import info, ink, pages, words

from qingzhuang.files.print.minutes import minutes_sheet

pytestmark = pytest.mark.poppler


@pytest.mark.parametrize(("n_columns", "points"), [(8, "595.276 x 841.89"), (9, "841.89 x 595.276")])
def test_a_table_of_more_than_eight_columns_lies(n_columns: int, points: str) -> None:
    """Eight columns stand, nine lie, on A4 (R-PRT-16)."""
    made = minutes_sheet(some_minutes(n_columns), made_on=DAY)

    assert info(made)["Page size"].startswith(points)


@pytest.mark.parametrize("n_columns", [6, 12])
def test_the_head_of_the_table_stands_on_every_page(n_columns: int) -> None:
    """A hundred rows: every page with rows has the head, no row is lost (R-PRT-08)."""
    shown = pages(minutes_sheet(some_minutes(n_columns, 100), made_on=DAY))

    assert len(shown) > 2
    assert all("栏目0" in page for page in shown if "列0" in page)
    assert all(f"行{row}列0" in "".join(shown) for row in range(100))


def test_who_answers_for_the_sheet_stands_at_its_foot() -> None:
    """Names are printed, what is missing leaves a line to write on (R-PRT-16)."""
    said = words(minutes_sheet(some_minutes(), made_on=DAY))

    assert "填报单位（盖章）：青禾县减负办" in said
    foot = said[said.index("填报人") :]
    assert foot.startswith("填报人：孙晓岚审核人：单位负责人：联系电话：0999-6210031日期：2026年11月23日")


def test_an_undated_sheet_leaves_the_day_to_be_written() -> None:
    """Nothing stands behind 日期, and no day of ours is put there."""
    assert "2026年" not in words(minutes_sheet(replace(some_minutes(), period="", dated=None), made_on=DAY))


@pytest.mark.parametrize("n_columns", [1, 8, 20])
def test_no_column_runs_off_the_sheet(n_columns: int) -> None:
    """Long cells and words break inside their column."""
    rows = (("很长的一格" * 20, *("W" * 40,) * (n_columns - 1)),)
    drawn = ink(minutes_sheet(some_minutes(n_columns, rows=rows), made_on=DAY), 1)

    assert drawn.right < (297 if n_columns > 8 else 210) - 17.5


def test_a_row_taller_than_a_page_goes_on_over_it() -> None:
    """Nothing of an opinion of 5,000 characters is lost: a row that fits no page is split (R-PRT-08)."""
    rows = (("一", "国" * 5000),)

    assert words(minutes_sheet(some_minutes(2, rows=rows), made_on=DAY)).count("国") == 5000


def test_minutes_carry_no_red_head() -> None:
    """They are no letter (R-PRT-03)."""
    with pytest.raises(ValueError, match="empty"):
        ink(minutes_sheet(some_minutes(), made_on=DAY), 1, colour="red")


def test_a_row_that_does_not_fit_the_head_is_our_own_mistake() -> None:
    """Too few cells are refused at the door."""
    with pytest.raises(ValueError, match="head"):
        minutes_sheet(replace(some_minutes(), rows=(("一",),)), made_on=DAY)
