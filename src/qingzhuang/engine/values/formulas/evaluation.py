"""Trees calculated: what a cell's formula shows."""

from qingzhuang.engine.values.formulas.coercing import ErrorShownError, checked
from qingzhuang.engine.values.formulas.domain import Place, Value
from qingzhuang.engine.values.formulas.functions import FUNCTIONS
from qingzhuang.engine.values.formulas.reading import Cells, Reading
from qingzhuang.engine.values.formulas.tree import Node


def evaluate(tree: Node, cells: Cells, home: Place, *, rows: int = 0, columns: int = 0) -> Value:
    """
    What the formula shows in its cell: number, text, truth or FormulaError; never None.

    Args:
        tree: of `parse_formula`.
        cells: what it reads.
        home: the cell it stands in.
        rows: how many rows below the cell it was written for (shared formulas, rules of an area).
        columns: how many columns right of it.

    Raises:
        NotComputedError: a function, a name or a use of ranges that we do not calculate.
    """
    try:
        value = checked(Reading(cells, home, FUNCTIONS, rows, columns).value(tree))
    except ErrorShownError as shown:
        return shown.error
    return 0.0 if value is None else value
