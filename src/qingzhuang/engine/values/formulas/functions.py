"""The functions that we calculate. Anything else is left to the program that opens the file."""

import math
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from qingzhuang.engine.values.formulas.coercing import (
    ErrorShownError,
    checked,
    finite,
    number_of,
    truth_of,
)
from qingzhuang.engine.values.formulas.counting import count_if, count_ifs, sum_if, sum_ifs
from qingzhuang.engine.values.formulas.domain import FormulaError, NotComputedError, Place, Value
from qingzhuang.engine.values.formulas.reading import Function, Reading, need
from qingzhuang.engine.values.formulas.references import Reference
from qingzhuang.engine.values.formulas.tables import look_up, sum_product
from qingzhuang.engine.values.formulas.texts import left, length, mid, right, text, value
from qingzhuang.engine.values.formulas.tree import Node

Arguments = tuple[Node, ...]


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _numbers(reading: Reading, arguments: Arguments) -> Iterator[float]:
    """Numbers of all arguments: in cells numbers alone count, written into the formula what reads as one."""
    need(arguments, 1, 255)
    for node in arguments:
        if isinstance(node, Reference):
            yield from reading.cells.numbers(reading.area(node))
        else:
            yield number_of(reading.value(node))


def _sum(reading: Reading, arguments: Arguments) -> Value:
    numbers = list(_numbers(reading, arguments))
    total = _exact_sum(numbers)
    is_noise = total and abs(total) < max(map(abs, numbers)) * 2.0**-48
    return 0.0 if is_noise else total


def _exact_sum(numbers: list[float]) -> float:
    try:
        return finite(math.fsum(numbers))
    except OverflowError as error:
        raise ErrorShownError(FormulaError.NUM) from error


def _average(reading: Reading, arguments: Arguments) -> Value:
    found = list(_numbers(reading, arguments))
    if not found:
        raise ErrorShownError(FormulaError.DIV_0)
    return _exact_sum(found) / len(found)


def _max(reading: Reading, arguments: Arguments) -> Value:
    return max(_numbers(reading, arguments), default=0.0)


def _min(reading: Reading, arguments: Arguments) -> Value:
    return min(_numbers(reading, arguments), default=0.0)


def _count(reading: Reading, arguments: Arguments) -> Value:
    """How many numbers; errors and texts in cells are no numbers and no hindrance."""
    need(arguments, 1, 255)
    n_found = 0
    for node in arguments:
        if isinstance(node, Reference):
            n_found += sum(1 for _, value in reading.cells.filled(reading.area(node)) if _is_number(value))
        else:
            n_found += _reads_as_number(reading, node)
    return float(n_found)


def _reads_as_number(reading: Reading, node: Node) -> bool:
    try:
        number_of(reading.value(node))
    except ErrorShownError:
        return False
    return True


def _count_a(reading: Reading, arguments: Arguments) -> Value:
    need(arguments, 1, 255)
    n_found = 0
    for node in arguments:
        if isinstance(node, Reference):
            n_found += sum(1 for _ in reading.cells.filled(reading.area(node)))
        else:
            n_found += 1
    return float(n_found)


def _count_blank(reading: Reading, arguments: Arguments) -> Value:
    need(arguments, 1, 1)
    (node,) = arguments
    if not isinstance(node, Reference):
        raise NotComputedError
    area = reading.area(node)
    n_cells = (area.last_row - area.first_row + 1) * (area.last_column - area.first_column + 1)
    return float(n_cells - sum(1 for _, value in reading.cells.filled(area) if value != ""))


def _if(reading: Reading, arguments: Arguments) -> Value:
    """The branch that is not taken is not looked at."""
    need(arguments, 2, 3)
    if truth_of(reading.value(arguments[0])):
        return _or_zero(reading.value(arguments[1]))
    return _or_zero(reading.value(arguments[2])) if len(arguments) == 3 else False


def _or_zero(value: Value) -> Value:
    return 0.0 if value is None else value


def _if_error(reading: Reading, arguments: Arguments) -> Value:
    need(arguments, 2, 2)
    try:
        return _or_zero(checked(reading.value(arguments[0])))
    except ErrorShownError:
        return _or_zero(reading.value(arguments[1]))


def _truths(reading: Reading, arguments: Arguments) -> list[bool]:
    """Conditions of AND and OR: texts and empty cells in references are passed over."""
    need(arguments, 1, 255)
    found: list[bool] = []
    for node in arguments:
        if isinstance(node, Reference):
            values = [checked(value) for _, value in reading.cells.filled(reading.area(node))]
            found += [bool(value) for value in values if not isinstance(value, str)]
        else:
            found.append(truth_of(reading.value(node)))
    if not found:
        raise ErrorShownError(FormulaError.VALUE)
    return found


def _and(reading: Reading, arguments: Arguments) -> Value:
    return all(_truths(reading, arguments))


def _or(reading: Reading, arguments: Arguments) -> Value:
    return any(_truths(reading, arguments))


def _not(reading: Reading, arguments: Arguments) -> Value:
    need(arguments, 1, 1)
    return not truth_of(reading.value(arguments[0]))


def _rounding(how: str) -> Function:
    """ROUND, ROUNDUP, ROUNDDOWN: by the digits that are shown, halves away from zero."""

    def function(reading: Reading, arguments: Arguments) -> Value:
        need(arguments, 1 if how != ROUND_HALF_UP else 2, 2)
        number = number_of(reading.value(arguments[0]))
        places = math.trunc(number_of(reading.value(arguments[1]))) if len(arguments) == 2 else 0
        if abs(places) > 300:
            raise NotComputedError
        exact = Decimal(f"{number:.15g}")
        if exact.adjusted() + places > 26:  # nothing to round, and beyond what decimals hold
            return number
        return float(exact.quantize(Decimal(1).scaleb(-places), rounding=how))

    return function


def _int(reading: Reading, arguments: Arguments) -> Value:
    need(arguments, 1, 1)
    return float(math.floor(float(f"{number_of(reading.value(arguments[0])):.15g}")))


def _abs(reading: Reading, arguments: Arguments) -> Value:
    need(arguments, 1, 1)
    return abs(number_of(reading.value(arguments[0])))


def _mod(reading: Reading, arguments: Arguments) -> Value:
    need(arguments, 2, 2)
    number, divisor = (number_of(reading.value(node)) for node in arguments)
    if not divisor:
        raise ErrorShownError(FormulaError.DIV_0)
    return number - divisor * math.floor(number / divisor)


def _is(fits: Callable[[Value], bool]) -> Function:
    """ISNUMBER and its kin; an error is a value like any other to them."""

    def function(reading: Reading, arguments: Arguments) -> Value:
        need(arguments, 1, 1)
        try:
            return fits(reading.value(arguments[0]))
        except ErrorShownError as shown:
            return fits(shown.error)

    return function


def _place(name: str) -> Function:
    """ROW and COLUMN, of the formula's own cell or of another."""

    def function(reading: Reading, arguments: Arguments) -> Value:
        need(arguments, 0, 1)
        home = reading.home
        if arguments:
            if not isinstance(arguments[0], Reference):
                raise NotComputedError
            area = reading.area(arguments[0])
            if (area.first_row, area.first_column) != (area.last_row, area.last_column):
                raise NotComputedError
            home = Place(area.sheet, area.first_row, area.first_column)
        return float(home.row if name == "ROW" else home.column)

    return function


FUNCTIONS: Mapping[str, Function] = {
    "SUM": _sum, "AVERAGE": _average, "MAX": _max, "MIN": _min,
    "COUNT": _count, "COUNTA": _count_a, "COUNTBLANK": _count_blank, "COUNTIF": count_if, "SUMIF": sum_if,
    "COUNTIFS": count_ifs, "SUMIFS": sum_ifs, "SUMPRODUCT": sum_product, "VLOOKUP": look_up,
    "LEN": length, "LEFT": left, "RIGHT": right, "MID": mid, "VALUE": value, "TEXT": text,
    "IF": _if, "IFERROR": _if_error, "AND": _and, "OR": _or, "NOT": _not,
    "ROUND": _rounding(ROUND_HALF_UP), "ROUNDUP": _rounding(ROUND_UP), "ROUNDDOWN": _rounding(ROUND_DOWN),
    "INT": _int, "ABS": _abs, "MOD": _mod, "ROW": _place("ROW"), "COLUMN": _place("COLUMN"),
    "ISNUMBER": _is(_is_number), "ISBLANK": _is(lambda value: value is None),
    "ISTEXT": _is(lambda value: isinstance(value, str) and not isinstance(value, FormulaError)),
    "ISERROR": _is(lambda value: isinstance(value, FormulaError)),
}  # fmt: skip
