"""Formulas after rows were inserted or copied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.values.formulas.moving import inserted, moved_copy


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("SUM(D5:D9)", "SUM(D5:D12)"),
        ("SUM(D$5:D$9)", "SUM(D$5:D$12)"),
        ("D9+D10", "D9+D13"),
        ("SUM(D5:D8)", "SUM(D5:D8)"),
        ("'表'!D10&\"D10\"", "'表'!D13&\"D10\""),
        ("别表!D10", "'别表'!D10"),
        ("D10+(", "D13+("),
        ("{D10}", "{D10}"),
    ],
)
def test_what_ends_with_the_list_reaches_the_new_rows(formula: str, expected: str) -> None:
    """R-CHK-08: three rows below row 9: ranges that end there grow, what stands below moves, text stays."""
    assert inserted(formula, at="表", home="表", after=9, n=3) == expected


@given(st.integers(1, 50), st.integers(0, 20))
def test_a_copy_goes_along_with_its_row(row: int, rows: int) -> None:
    """R-CHK-08: relative rows go along with the copy, fixed ones stay."""
    assert moved_copy(f"C{row}*D${row}", rows=rows) == f"C{row + rows}*D${row}"
