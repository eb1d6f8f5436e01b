"""Many formulas that need each other."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.values.formulas.drawn import NOTHING, SHEET, book, calculated, place

from qingzhuang.engine.values.formulas.books import Book, formula_in
from qingzhuang.engine.values.formulas.domain import NotComputedError, Place


def test_formulas_are_calculated_after_what_they_need() -> None:
    """R-CAL-02: a total of totals is right wherever it stands."""
    found = book({"A1": 1.0, "A2": 2.0}, {"B1": "SUM(B2:B3)", "B2": "A1*10", "B3": "B2+A2"})

    assert found.results([place("B1")]) == {place("B1"): 22.0}


def test_a_circle_has_no_result() -> None:
    """R-CAL-03: formulas that need each other, or themselves, have no result, nor has what needs them."""
    found = book({}, {"A1": "B1+1", "B1": "A1+1", "C1": "C1", "D1": "SUM(A1:B1)", "E1": "1+1"})

    assert found.results(map(place, ("A1", "B1", "C1", "D1", "E1"))) == {place("E1"): 2.0}


def test_other_sheets_are_read_in_whatever_case() -> None:
    """R-CAL-02: the name of a sheet may stand in quotes and in the other case."""
    home = Place("Sum", 1, 1)
    values = {Place("Sheet A", 1, 1): 7.0}
    found = Book(values, {home: formula_in("'SHEET a'!$A$1*2", home)}, sheets=["Sheet A", "Sum"])

    assert found.results([home]) == {home: 14.0}


def test_what_depends_on_a_cell_is_found_through_others() -> None:
    """R-CAL-04: formulas that read a written cell, directly or not, are touched; others are not."""
    found = book({}, {"B1": "A1", "C1": "SUM(B:B)", "D1": "Z1", "E1": "INDIRECT(Z1)", "F1": "NAME+1"})

    assert found.touched([place("A1")]) == {place(at) for at in ("B1", "C1", "E1", "F1")}


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=40))
def test_a_running_sum_ends_with_the_total(numbers: list[int]) -> None:
    """The last of the running sums is the sum of all."""
    values = {f"A{row}": float(number) for row, number in enumerate(numbers, 1)}
    formulas = {f"B{row}": f"SUM(A$1:A{row})" for row in range(1, len(numbers) + 1)}
    last = place(f"B{len(numbers)}")

    assert book(values, formulas).results([last]) == {last: sum(numbers)}


def test_two_thousand_running_sums_and_a_long_chain_are_quick() -> None:
    """R-CAL-05: chains of 2,000 formulas need no recursion, and 2,000 running sums a few seconds at most."""
    values = {f"A{row}": 1.0 for row in range(1, 2001)}
    formulas = {f"B{row}": f"SUM(A$1:A{row})" for row in range(1, 2001)}
    formulas |= {f"C{row}": f"C{row - 1}+A{row}" for row in range(2, 2001)} | {"C1": "A1"}
    begun = time.process_time()
    found = book(values, formulas).results([place("B2000"), place("C2000")])

    assert set(found.values()) == {2000.0}
    assert time.process_time() - begun < 5


def test_too_many_cells_to_look_at_end_without_result() -> None:
    """R-CAL-05: formulas that would look at billions of cells are left alone, soon."""
    formulas = {f"A{row}": "SUM(A1:A9000)" for row in range(1, 9001)}
    begun = time.process_time()
    found = book({}, formulas).results([place("A5")])

    assert found == {}
    assert time.process_time() - begun < 60  # looking at them would take hours; a busy machine has slack


@pytest.mark.parametrize(
    "formula",
    [
        "(" * 10_000 + "1" + ")" * 10_000,
        "(" * 3_000 + "1" + ")" * 3_000,
        "SUM(" * 1_500 + "1" + ")" * 1_500,
        "-" * 8_000 + "1",
        "1" + "+1" * 4_000,
        "1" + "%" * 8_000,
        '"' + "x" * 9_000 + '"',
        "IF(1," * 1_000,
        "A1:" * 2_000,
        "!" * 8_000,
        "'" * 8_000,
        "$" * 8_000,
        "a" * 8_000,
        "9" * 8_000,
        "SUM(" + "1," * 4_000 + "1)",
    ],
)
def test_hostile_formulas_are_not_calculated(formula: str) -> None:
    """R-CAL-05: too deep, too long, too many: no result, no crash, no delay."""
    begun = time.process_time()

    assert calculated(formula) == NOTHING
    assert time.process_time() - begun < 2


@given(st.text(alphabet="A1B2$:!()\"+-*/^&=<>%,.{}#表 SUMIF'[]", max_size=40))
def test_any_text_is_calculated_or_left_alone(text: str) -> None:
    """R-CAL-05: whatever stands in a formula, it has a result or none; nothing is raised."""
    result = calculated(text, A1=1.0, B2="甲")

    assert result is not None


def test_a_cell_of_a_formula_without_result_is_not_empty() -> None:
    """What reads a formula that we could not calculate is not calculated either."""
    found = book({}, {"A1": "NOSUCH()", "A2": "A1+1"})

    assert found.results([place("A2")]) == {}
    with pytest.raises(NotComputedError):
        found.single(Place(SHEET, 1, 1))
