"""Counts of matters from dates, and the caps of the two books."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.domain import Kind
from qingzhuang.engine.admit.lists.counting import BookRoom, capped, count_days, counted
from qingzhuang.engine.admit.lists.domain import MatterLine

DAYS = st.dates().map(lambda day: day.isoformat())


def ledger(started_on: str, ended_on: str = "", book: str = "party") -> MatterLine:
    """A ledger from a day until a day."""
    return MatterLine(Kind.LEDGER, "台账", book=book, started_on=started_on, ended_on=ended_on)


def test_a_matter_counts_from_its_first_day_until_the_day_it_ends() -> None:
    """R-LST-09: half-open: on the day it ends it is counted no more."""
    line = ledger("2025-01-01", "2026-04-01")

    kept = [counted([line], on=day).total for day in ("2024-12-31", "2025-01-01", "2026-03-31", "2026-04-01")]

    assert kept == [0, 1, 1, 0]


def test_the_days_counted_are_ends_of_years_and_today() -> None:
    """R-LST-09: no year from which nothing is known is shown."""
    assert count_days("2026-11-22", since="2024-05-01") == ("2024-12-31", "2025-12-31", "2026-11-22")
    assert count_days("2026-11-22", since="") == ("2026-11-22",)


@given(st.lists(st.tuples(DAYS, DAYS, st.sampled_from(Kind))), DAYS)
def test_kinds_add_up(drawn: list[tuple[str, str, Kind]], on: str) -> None:
    """R-LST-09: the ten kinds together are everything in force."""
    lines = [
        MatterLine(kind, "事", started_on=min(one, other), ended_on=max(one, other))
        for one, other, kind in drawn
    ]

    assert counted(lines, on=on).total == sum(line.is_kept(on) for line in lines)


def test_the_cap_that_holds_is_the_latest_that_began() -> None:
    """R-LST-10: a cap holds from its day on until the next one does; before the first there is none."""
    caps = [("party", 10, "2025-01-01"), ("party", 6, "2026-04-01"), ("livelihood", 20, "2026-04-01")]

    held = [capped("party", caps, on=day) for day in ("2024-12-31", "2026-03-31", "2026-04-01")]

    assert held == [None, 10, 6]


def test_too_many_is_above_the_cap_and_more_than_before() -> None:
    """R-LST-10: a book that is over already may shrink towards its cap; without a cap nothing is too many."""
    full, over, free = BookRoom("party", 6, 6), BookRoom("party", 9, 6), BookRoom("party", 9)

    assert [full.is_too_many(7), over.is_too_many(8), over.is_too_many(10), free.is_too_many(99)] == [
        True, False, True, False,
    ]  # fmt: skip
    assert (full.over, over.over, free.over) == (0, 3, 0)
