"""Working days: days off, 调休, years not known yet."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.calendar.days import Calendar

# Spring Festival and National Day 2026 as a county would type them from the notice.
SPRING = frozenset(f"2026-02-{day}" for day in range(15, 24))
NATIONAL = frozenset(f"2026-10-0{day}" for day in range(1, 8))
CALENDAR = Calendar(
    holidays=SPRING | NATIONAL,
    workdays=frozenset({"2026-02-14", "2026-02-28", "2026-09-20", "2026-10-10"}),
    years=frozenset({2026}),
)
days = st.dates(date(2025, 6, 1), date(2027, 6, 30)).map(date.isoformat)


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        ("2026-02-13", True),  # a Friday
        ("2026-02-14", True),  # Saturday, worked for the Spring Festival
        ("2026-02-16", False),  # Monday, New Year's Eve
        ("2026-02-23", False),  # Monday, last day off
        ("2026-02-24", True),
        ("2026-02-28", True),  # Saturday, worked
        ("2026-03-01", False),  # Sunday
        ("2026-09-20", True),  # Sunday, worked
        ("2026-10-01", False),
        ("2026-10-08", True),
        ("2026-10-10", True),  # Saturday, worked
        ("2026-10-11", False),
    ],
)
def test_days_off_and_worked_weekends_by_hand(day: str, is_worked: bool) -> None:
    """Days off are off on any weekday, 调休 is worked on any weekend. R-DAY-01, R-DAY-02."""
    assert CALENDAR.is_working(day) is is_worked


@pytest.mark.parametrize(
    ("day", "n", "wanted"),
    [
        ("2026-02-13", 1, "2026-02-14"),  # the worked Saturday counts
        ("2026-02-13", 2, "2026-02-24"),  # nine days off do not
        ("2026-02-24", -1, "2026-02-14"),
        ("2026-09-30", 1, "2026-10-08"),
        ("2026-09-30", 3, "2026-10-10"),
        ("2026-09-30", 4, "2026-10-12"),
        ("2026-10-03", 1, "2026-10-08"),  # the day it starts is not counted, worked or not
        ("2026-12-31", 1, "2027-01-01"),  # nothing is known of 2027: a Friday
    ],
)
def test_counting_on_by_hand(day: str, n: int, wanted: str) -> None:
    """The n-th working day is counted from the day after. R-DAY-04."""
    assert CALENDAR.add_working_days(day, n) == wanted


@pytest.mark.parametrize(("day", "wanted"), [("2026-10-01", "2026-10-08"), ("2026-10-08", "2026-10-08")])
def test_a_last_day_off_moves_on(day: str, wanted: str) -> None:
    """A clock that ends on a day off ends on the next working day. R-DAY-05."""
    assert CALENDAR.add_working_days(day, 0) == wanted


def test_a_span_counts_its_last_day_only() -> None:
    """From 30 September to 10 October: the 8th, 9th and the worked Saturday. R-DAY-06."""
    assert CALENDAR.working_days_between("2026-09-30", "2026-10-10") == 3


def test_years_without_arrangement_are_provisional() -> None:
    """In 2027 New Year's Day is a plain Friday, and is marked 暂定; 2026 is not. R-DAY-03."""
    assert CALENDAR.is_working("2027-01-01")
    assert CALENDAR.is_provisional("2027-01-01")
    assert not CALENDAR.is_provisional("2026-12-31")


@pytest.mark.parametrize("day", ["2026-02-30", "2026年2月3日", ""])
def test_what_is_no_day_is_our_mistake(day: str) -> None:
    """The calendar takes ISO days only."""
    with pytest.raises(ValueError, match=r"day|Invalid"):
        CALENDAR.is_working(day)


@given(days, st.integers(1, 60))
def test_counting_on_lands_on_a_working_day(day: str, n: int) -> None:
    """The n-th working day is worked, lies ahead, and n working days lie between. R-DAY-04, R-DAY-06."""
    landed = CALENDAR.add_working_days(day, n)

    assert CALENDAR.is_working(landed)
    assert landed > day
    assert CALENDAR.working_days_between(day, landed) == n


@given(days, st.integers(1, 60))
def test_counting_back_undoes_counting_on(day: str, n: int) -> None:
    """From a working day, n on and n back leads home."""
    start = CALENDAR.add_working_days(day, 0)

    assert CALENDAR.add_working_days(CALENDAR.add_working_days(start, n), -n) == start


@given(days, days, days)
def test_spans_add_up(first: str, second: str, third: str) -> None:
    """Working days from a to c are those from a to b and from b to c, in any order of days. R-DAY-06."""
    parts = CALENDAR.working_days_between(first, second) + CALENDAR.working_days_between(second, third)

    assert CALENDAR.working_days_between(first, third) == parts


@given(st.dates(date(2030, 1, 1), date(2040, 1, 1)))
def test_an_empty_calendar_works_monday_to_friday(day: date) -> None:
    """Without any data five days in seven are worked. R-DAY-03."""
    empty = Calendar()
    week = [(day + timedelta(days=n)).isoformat() for n in range(7)]

    assert sum(map(empty.is_working, week)) == 5
