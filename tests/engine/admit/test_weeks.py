"""Weeks are called by their Mondays."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.weeks import monday_of, mondays_before


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_a_day_lies_in_the_week_of_its_monday(day: date) -> None:
    """R-CHE-08: the Monday is a Monday, and the day lies in the seven days from it."""
    monday = date.fromisoformat(monday_of(day.isoformat()))

    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_weeks_before_are_over(day: date, n: int) -> None:
    """R-CHE-12: so many Mondays come back, each a week apart, all of weeks that are over."""
    found = mondays_before(day.isoformat(), n)

    assert len(found) == n
    assert all(each < monday_of(day.isoformat()) for each in found)
    assert sorted(found, reverse=True) == list(found)
