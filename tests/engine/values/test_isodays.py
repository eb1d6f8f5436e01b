"""Days as date fields write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.values.isodays import is_iso_day


@given(st.dates())
def test_every_day_is_one(day: object) -> None:
    """Whatever the calendar has is taken as it is written out."""
    assert is_iso_day(str(day))


@pytest.mark.parametrize(
    "text", ["", "2026-02-30", "20261122", "2026-W47-7", "2026-11-22T00:00", "２０２６-11-22", "明天"]
)
def test_other_spellings_are_none(text: str) -> None:
    """Other spellings and days nobody has are refused."""
    assert not is_iso_day(text)
