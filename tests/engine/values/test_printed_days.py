"""Days printed in running text."""

import pytest

from qingzhuang.engine.values.printed_days import compact_days_in, days_in, months_in


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("截至2024年 6 月30日", ["2024-06-30"]),
        ("2024.6.30—2024-07-01", ["2024-06-30", "2024-07-01"]),
        ("2024年2月30日", []),
        ("编号12024.6.30", []),
    ],
)
def test_full_days_are_found_where_they_exist(text: str, days: list[str]) -> None:
    """R-COL-10: Year, month and day with any usual mark between them; days of no calendar are none."""
    assert [found.day for found in days_in(text)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024年2月底", ["2024-02-29"]),
        ("2024.6", ["2024-06-30"]),
        ("2024年6月30日", []),
        ("2024年5项补贴", []),
        ("2024年65岁以上", []),
        ("2024年13月", []),
    ],
)
def test_a_month_stands_for_its_last_day(text: str, days: list[str]) -> None:
    """R-COL-10, R-FIL-44: A month without a day; a number behind 年 that is no month is none."""
    assert [found.day for found in months_in(text)] == days


def test_eight_digits_are_a_day() -> None:
    """R-COL-10: 名册20240630, as files are called; not a part of a longer number."""
    assert [found.day for found in compact_days_in("名册20240630，编号120240630")] == ["2024-06-30"]
