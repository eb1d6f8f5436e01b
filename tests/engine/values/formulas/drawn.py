"""Cells drawn for the tests of formulas."""

from collections.abc import Mapping

from qingzhuang.engine.values.formulas.books import Book, formula_in
from qingzhuang.engine.values.formulas.domain import Place, Value
from qingzhuang.engine.values.formulas.references import reference_of

SHEET = "表"
HOME = Place(SHEET, 99, 30)
NOTHING = "(没有算)"


def place(address: str) -> Place:
    """The place of `B7` on the drawn sheet."""
    reference = reference_of(address)
    return Place(SHEET, reference.first_row, reference.first_column)


def book(values: Mapping[str, Value], formulas: Mapping[str, str]) -> Book:
    """A book of one sheet: values and formulas by address."""
    taken = {place(address): formula_in(text, place(address)) for address, text in formulas.items()}
    return Book({place(address): value for address, value in values.items()}, taken, sheets=[SHEET])


def calculated(formula: str, **cells: Value) -> Value:
    """The result of one formula over these cells, NOTHING where we do not calculate it."""
    return book(cells, {"AD99": formula}).results([HOME]).get(HOME, NOTHING)
