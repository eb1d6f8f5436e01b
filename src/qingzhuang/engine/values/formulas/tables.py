"""Functions over tables: VLOOKUP and SUMPRODUCT."""

import math

from qingzhuang.engine.values.formulas.coercing import ErrorShownError, checked, compared, finite, number_of
from qingzhuang.engine.values.formulas.domain import FormulaError, NotComputedError, Place, Value
from qingzhuang.engine.values.formulas.reading import Reading, area_in, need, offset, shape
from qingzhuang.engine.values.formulas.tree import Node


def look_up(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """
    VLOOKUP of the very same value: what stands in that column of the first row that begins with it.

    Raises NotComputedError where the likeliest value is asked for, or one with * or ? in it.
    """
    need(arguments, 4, 4)
    wanted = checked(reading.value(arguments[0]))
    area = area_in(reading, arguments[1])
    column = int(number_of(reading.value(arguments[2])))
    is_near = number_of(reading.value(arguments[3])) != 0
    has_signs = isinstance(wanted, str) and any(sign in wanted for sign in "*?~")
    if is_near or has_signs or wanted is None or wanted == "":
        raise NotComputedError
    if not 1 <= column <= shape(area)[1]:
        raise ErrorShownError(FormulaError.REF if column > 0 else FormulaError.VALUE)
    first = area._replace(last_column=area.first_column)
    rows = [place.row for place, found in reading.cells.filled(first) if _is_same(found, wanted)]
    if not rows:
        raise ErrorShownError(FormulaError.NOT_AVAILABLE)
    shown = reading.cells.at(Place(area.sheet, min(rows), area.first_column + column - 1))
    return 0.0 if shown is None else shown


def _is_same(found: Value, wanted: Value) -> bool:
    if isinstance(found, FormulaError) or found is None:
        return False
    return compared(found, wanted) == 0


def sum_product(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """
    Areas of one shape multiplied cell by cell and added up; what is no number counts 0.

    Raises NotComputedError for anything calculated inside: that would be an array.
    """
    need(arguments, 1, 255)
    areas = [area_in(reading, node) for node in arguments]
    if len({shape(area) for area in areas}) > 1:
        raise ErrorShownError(FormulaError.VALUE)
    products: dict[tuple[int, int], float] | None = None
    for area in areas:
        numbers = {
            offset(place, area): number_of(found)
            for place, found in reading.cells.filled(area)
            if type(checked(found)) is float
        }
        products = (
            numbers
            if products is None
            else {at: products[at] * number for at, number in numbers.items() if at in products}
        )
    return finite(math.fsum((products or {}).values()))
