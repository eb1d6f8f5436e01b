"""How days, hours and instants are written on pages."""

import pytest
from django.utils import timezone

from qingzhuang.web.wording import hours, long_day, moment, short_day


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1240.0, "1,240"), (62, "62"), (9.5, "9.5"), (9.0, "9"), (123_456, "12.3万"), (0, "0")],
)
def test_hours_are_written_as_people_read_them(value: float, shown: str) -> None:
    """Separators, no decimals from ten on, 万 from a hundred thousand on (UX.md §1.5)."""
    assert hours(value) == shown


def test_a_day_of_this_year_is_short() -> None:
    """This year's days lose the year, others keep it."""
    year = timezone.localdate().year

    assert short_day(f"{year}-03-05") == "03-05"
    assert short_day("2020-03-05") == "2020-03-05"
    assert short_day("") == short_day(None) == ""


def test_a_day_in_words() -> None:
    """Papers and sentences write the day out."""
    assert long_day("2026-11-03") == "2026年11月3日"


def test_an_instant_is_told_in_the_offices_time() -> None:
    """The journal keeps UTC; people read the time on their wall."""
    assert moment("2026-11-22T16:30:05.123456+00:00") == "2026-11-23 00:30:05"
