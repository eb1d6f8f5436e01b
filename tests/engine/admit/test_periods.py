"""Periods of an admission."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.domain import Frequency
from qingzhuang.engine.admit.periods import current, period_words, periods

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
TERMS = st.tuples(DAYS, st.integers(0, 366)).map(
    lambda drawn: (drawn[0], drawn[0] + timedelta(days=drawn[1]))
)
WHOLE = [each for each in Frequency if each is not Frequency.DAILY]


@pytest.mark.parametrize(
    ("frequency", "names"),
    [
        (Frequency.ONCE, ["once"]),
        (Frequency.YEARLY, ["2026", "2027"]),
        (Frequency.HALF_YEARLY, ["2026H2", "2027H1"]),
        (Frequency.QUARTERLY, ["2026Q4", "2027Q1"]),
        (Frequency.MONTHLY, ["2026-11", "2026-12", "2027-01"]),
    ],
)
def test_periods_are_those_of_the_calendar(frequency: Frequency, names: list[str]) -> None:
    """R-GAT-04: a term over New Year has the calendar's periods, by their names."""
    found = periods(frequency, starts_on="2026-11-20", ends_on="2027-01-10")

    assert [each.name for each in found] == names


def test_a_week_is_named_after_its_thursday() -> None:
    """R-GAT-04: weeks run from Monday to Sunday and are counted as ISO 8601 does."""
    found = periods(Frequency.WEEKLY, starts_on="2026-12-30", ends_on="2027-01-05")

    assert [(each.name, each.opens, each.closes) for each in found] == [
        ("2026W53", "2026-12-30", "2027-01-03"),
        ("2027W01", "2027-01-04", "2027-01-05"),
    ]


def test_daily_leaves_weekends_alone() -> None:
    """R-GAT-04: what is asked daily is asked from Monday to Friday."""
    found = periods(Frequency.DAILY, starts_on="2026-11-20", ends_on="2026-11-24")

    assert [each.name for each in found] == ["2026-11-20", "2026-11-23", "2026-11-24"]


@given(TERMS, st.sampled_from(WHOLE))
def test_periods_cover_the_term_without_overlap(term: tuple[date, date], frequency: Frequency) -> None:
    """R-GAT-04: each period begins the day after the one before it; together they are the term."""
    first, last = term

    found = periods(frequency, starts_on=first.isoformat(), ends_on=last.isoformat())

    assert (found[0].opens, found[-1].closes) == (first.isoformat(), last.isoformat())
    for one, next_one in pairwise(found):
        assert date.fromisoformat(next_one.opens) == date.fromisoformat(one.closes) + timedelta(days=1)


@given(TERMS, st.sampled_from(list(Frequency)), st.none() | st.integers(0, 60))
def test_due_days_lie_within_the_term(
    term: tuple[date, date], frequency: Frequency, issue_days: int | None
) -> None:
    """R-GAT-05: no due day comes before its period opens or after the term; names are never doubled."""
    first, last = (day.isoformat() for day in term)

    found = periods(frequency, starts_on=first, ends_on=last, issue_days=issue_days)

    assert all(each.opens <= each.due <= last for each in found)
    assert len({each.name for each in found}) == len(found)


@given(TERMS, st.sampled_from(list(Frequency)), st.integers(0, 60), st.integers(0, 366))
def test_whoever_lands_late_still_gets_the_days_promised(
    term: tuple[date, date], frequency: Frequency, issue_days: int, after: int
) -> None:
    """R-GAT-05: from the landing on, a village has the days promised, or all that are left of the term."""
    first, last = term
    on = min(first + timedelta(days=after), last)
    turns = periods(frequency, starts_on=first.isoformat(), ends_on=last.isoformat(), issue_days=issue_days)

    found = current(turns, on=on.isoformat(), issue_days=issue_days)

    if found is not None:
        promised = min((on + timedelta(days=issue_days)).isoformat(), turns[-1].closes)
        assert promised <= found.due <= last.isoformat()


@pytest.mark.parametrize("on", ["2026-11-19", "2027-01-11"])
def test_outside_the_term_there_is_no_period(on: str) -> None:
    """R-GAT-05: before the first day and after the last nothing is current."""
    turns = periods(Frequency.MONTHLY, starts_on="2026-11-20", ends_on="2027-01-10")

    assert current(turns, on=on) is None


@pytest.mark.parametrize("words", [("2026-11-20", "2026-11-19", None), ("2026-11-20", "2026-11-21", -1)])
def test_a_term_turned_round_is_a_mistake_of_ours(words: tuple[str, str, int | None]) -> None:
    """A term that ends before it starts, or days below zero, is a ValueError."""
    first, last, days = words

    with pytest.raises(ValueError, match="ends before it starts"):
        periods(Frequency.ONCE, starts_on=first, ends_on=last, issue_days=days)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("once", "一次"),
        ("2026", "2026年"),
        ("2026H1", "2026年上半年"),
        ("2026H2", "2026年下半年"),
        ("2026Q4", "2026年第4季度"),
        ("2026-11", "2026年11月"),
        ("2026W47", "2026年第47周"),
        ("2026-11-22", "2026年11月22日"),
    ],
)
def test_a_period_is_said_in_words(name: str, words: str) -> None:
    """Every kind of period has a name people say."""
    assert period_words(name) == words
