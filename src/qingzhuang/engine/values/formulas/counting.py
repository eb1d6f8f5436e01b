"""COUNTIF, COUNTIFS, SUMIF and SUMIFS."""

from collections.abc import Mapping, Sequence

from qingzhuang.engine.values.formulas.coercing import ErrorShownError, added, checked, finite, number_of
from qingzhuang.engine.values.formulas.criteria import Fits, criterion
from qingzhuang.engine.values.formulas.domain import FormulaError, NotComputedError, Place, Value
from qingzhuang.engine.values.formulas.reading import Reading, area_in, offset, shape
from qingzhuang.engine.values.formulas.tree import Node

_Condition = tuple[Mapping[tuple[int, int], Value], Fits]  # what an area holds, by offset; what fits


def count_if(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """How many cells of a range fit a criterion, empty ones too where they fit."""
    if len(arguments) != 2:
        raise NotComputedError
    return count_ifs(reading, arguments)


def count_ifs(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """How many places of areas of one shape fit all criteria, empty ones too where they fit."""
    conditions, (rows, columns) = _conditions(reading, arguments)
    places = {at for cells, _ in conditions for at in cells}
    n_found = sum(_fits(at, conditions) for at in places)
    are_empty_fit = all(fits(None) for _, fits in conditions)
    return float(n_found + (rows * columns - len(places) if are_empty_fit else 0))


def sum_ifs(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """The sum of the numbers of the first area where all criteria fit."""
    if not arguments:
        raise NotComputedError
    summed = area_in(reading, arguments[0])
    conditions, asked = _conditions(reading, arguments[1:])
    if shape(summed) != asked:
        raise ErrorShownError(FormulaError.VALUE)
    total = 0.0
    for place, value in reading.cells.filled(summed):
        if _fits(offset(place, summed), conditions) and type(checked(value)) is float:
            total = added(total, number_of(value))
    return finite(total)


def _conditions(reading: Reading, arguments: tuple[Node, ...]) -> tuple[list[_Condition], tuple[int, int]]:
    """The pairs of area and criterion, and the one shape of the areas."""
    if not arguments or len(arguments) % 2:
        raise NotComputedError
    areas = [area_in(reading, node) for node in arguments[::2]]
    if len({shape(area) for area in areas}) > 1:
        raise ErrorShownError(FormulaError.VALUE)
    wanted = [criterion(checked(reading.value(node))) for node in arguments[1::2]]
    cells = [{offset(place, area): found for place, found in reading.cells.filled(area)} for area in areas]
    return list(zip(cells, wanted, strict=True)), shape(areas[0])


def _fits(at: tuple[int, int], conditions: Sequence[_Condition]) -> bool:
    return all(fits(cells.get(at)) for cells, fits in conditions)


def sum_if(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """The sum of the numbers beside the cells that fit; without a third range of these cells themselves."""
    if not 2 <= len(arguments) <= 3:
        raise NotComputedError
    asked = area_in(reading, arguments[0])
    fits = criterion(checked(reading.value(arguments[1])))
    summed = area_in(reading, arguments[-1]) if len(arguments) == 3 else asked
    if shape(summed) != shape(asked):
        raise NotComputedError  # it would read cells that it does not name
    fitting = dict(reading.cells.filled(asked))
    total = 0.0
    for place, value in reading.cells.filled(summed):
        row = place.row - summed.first_row + asked.first_row
        column = place.column - summed.first_column + asked.first_column
        if fits(fitting.get(Place(asked.sheet, row, column))):
            is_number = isinstance(checked(value), int | float) and not isinstance(value, bool)
            total = added(total, number_of(value)) if is_number else total
    return finite(total)
