"""References inside formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.files.workbooks.formulas import copied, references, rewrite
from qingzhuang.files.workbooks.inserting import Insertion

corners = st.builds(
    lambda a, column, b, row: f"{a}{column}{b}{row}",
    st.sampled_from(["", "$"]),
    st.sampled_from(["A", "Z", "AB"]),
    st.sampled_from(["", "$"]),
    st.integers(1, 999),
)
others = ['"A1"', "SUM(", ")", "+", "LOG10(2)", "表一!B2", "'a b'!C3:D4", "名称", "1.5", "A:A", "$1:$3"]
pieces = st.lists(st.one_of(corners, st.sampled_from(others)), max_size=8)


@given(pieces)
def test_a_formula_rewritten_without_change_is_the_same(parts: list[str]) -> None:
    """Taking a formula apart and putting it together changes nothing."""
    formula = "&".join(parts)

    assert rewrite(formula, lambda reference: reference) == formula


@given(corners, st.integers(0, 99), st.integers(0, 99))
def test_copying_twice_is_copying_once_by_the_sum(corner: str, first: int, second: int) -> None:
    """Down by a and then by b is down by a + b."""
    assert copied(copied(corner, rows=first, columns=0), rows=second, columns=0) == copied(
        corner, rows=first + second, columns=0
    )


@pytest.mark.parametrize(
    "formula",
    ['"A1:B2"', "LOG10(5)", "金额1", "[1]表!A1", "TRUE", "Sheet10", "A1B"],
)
def test_what_only_looks_like_a_reference_is_none(formula: str) -> None:
    """Texts, function names, names and places in other workbooks stay as they are."""
    assert copied(formula, rows=5, columns=5) == formula


def test_what_leaves_the_sheet_by_copying_is_an_error_value() -> None:
    """A1 copied one row up is #REF!, as in Excel."""
    assert copied("A1+$B$1", rows=-1, columns=0) == "#REF!+$B$1"


def test_sheet_names_in_quotes_are_understood() -> None:
    """Doubled quotes inside a quoted name are one."""
    (found,) = references("'张''三'!$B$7")

    assert (found.sheet, found.first.row, found.first.column) == ("张'三", 7, 2)


@given(st.integers(1, 200), st.integers(1, 200), st.integers(1, 50))
def test_inserting_rows_moves_what_is_below_and_nothing_else(row: int, after: int, n: int) -> None:
    """A reference above the place stays, one below moves by the number of rows."""
    insertion = Insertion("表", after, n, after)
    expected = row + n if row > after else row

    assert insertion.formula(f"$B${row}", sheet="表", row=None) == f"$B${expected}"
    assert insertion.formula(f"别表!B{row}", sheet="表", row=None) == f"别表!B{row}"
