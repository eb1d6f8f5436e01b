"""Codes of regions and their levels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.values.regioncodes import Level, full_code, level_of, parent_of, prefix_of

codes = st.integers(min_value=110000000000, max_value=659999999999).map(str)


@pytest.mark.parametrize(
    ("code", "level", "parent", "prefix"),
    [
        ("360000000000", Level.PROVINCE, "", "36"),
        ("360900000000", Level.CITY, "360000000000", "3609"),
        ("360999000000", Level.COUNTY, "360900000000", "360999"),
        ("360999101000", Level.TOWN, "360999000000", "360999101"),
        ("360999101205", Level.VILLAGE, "360999101000", "360999101205"),
    ],
)
def test_the_level_is_told_by_the_zeros(code: str, level: Level, parent: str, prefix: str) -> None:
    """R-ORG-02: trailing zeros tell the level, the region above and the digits shared inside."""
    assert (level_of(code), parent_of(code), prefix_of(code)) == (level, parent, prefix)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("360999", "360999000000"),
        ("360999101", "360999101000"),
        ("36099910120", None),
        ("三六", None),
        ("", None),
    ],
)
def test_short_codes_get_their_zeros(text: str, code: str | None) -> None:
    """R-ORG-02: a county in six digits and a town in nine are complete; other lengths are no codes."""
    assert full_code(text) == code


@given(codes)
def test_every_region_lies_inside_the_one_above(code: str) -> None:
    """R-ORG-02: a code begins with the prefix of the region above it, and going up ends at a province."""
    steps = 0
    while parent_of(code):
        assert code.startswith(prefix_of(parent_of(code)))
        code, steps = parent_of(code), steps + 1
    assert steps <= 4
