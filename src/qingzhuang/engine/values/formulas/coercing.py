"""One kind of value read as another, as Excel does it, and the operators between two values."""

import math
import re
from collections.abc import Callable

from qingzhuang.engine.values.formulas.domain import FormulaError, NotComputedError, Value

_PLAIN_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*")
_PERHAPS_NUMBER = re.compile(r"\s*[-+(￥¥$]?[0-9０-９]")  # 5%, 1,234, 2024-01-01: Excel reads some of them


class ErrorShownError(Exception):
    """An error met on the way; it becomes the result unless somebody asks for it (IFERROR)."""

    def __init__(self, error: FormulaError) -> None:
        super().__init__(error)
        self.error = error


def checked(value: Value) -> Value:
    """The value, unless it is an error, which is raised."""
    if isinstance(value, FormulaError):
        raise ErrorShownError(value)
    return value


def number_of(value: Value) -> float:
    """
    A value in arithmetic: empty is 0, TRUE is 1, a text that is a plain number is that number.

    Raises ErrorShownError for other text, NotComputedError for text that Excel might read as a number or day.
    """
    value = checked(value)
    if isinstance(value, str):
        if _PLAIN_NUMBER.fullmatch(value):
            return finite(float(value))
        if _PERHAPS_NUMBER.match(value):
            raise NotComputedError
        raise ErrorShownError(FormulaError.VALUE)
    return float(value or 0)


def text_of(value: Value) -> str:
    """
    A value as text: 3 not 3.0, at most 15 digits.

    Raises NotComputedError for numbers that Excel writes with an exponent.
    """
    value = checked(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if value is None or isinstance(value, str):
        return value or ""
    if value and not 1e-4 <= abs(value) < 1e15:
        raise NotComputedError
    text = f"{value:.15g}"
    return "0" if text == "-0" else text


def truth_of(value: Value) -> bool:
    """A value as a condition: numbers but 0 are true. Raises ErrorShownError for other text."""
    value = checked(value)
    if isinstance(value, str):
        if value.upper() in ("TRUE", "FALSE"):
            return value.upper() == "TRUE"
        raise ErrorShownError(FormulaError.VALUE)
    return bool(value)


def finite(number: float) -> float:
    """The number, unless it is beyond what a cell can hold: that is #NUM!."""
    if not math.isfinite(number):
        raise ErrorShownError(FormulaError.NUM)
    return number


def compared(left: Value, right: Value) -> int:
    """-1, 0 or 1: numbers before texts before truths; letters alike in both cases; 15 digits count."""
    left, right = checked(left), checked(right)
    left, right = _like(left, right), _like(right, left)
    first, second = _rank(left), _rank(right)
    if first[0] == 0 == second[0]:
        return _compared_numbers(float(left or 0), float(right or 0))
    return (first > second) - (first < second)


def _like(value: Value, other: Value) -> Value:
    """An empty cell is compared as 0, as "" or as FALSE, whatever stands on the other side."""
    if value is not None:
        return value
    if isinstance(other, str):
        return ""
    return False if isinstance(other, bool) else 0.0


def _rank(value: Value) -> tuple[int, str]:
    if isinstance(value, bool):
        return 2, "1" if value else "0"
    if isinstance(value, str):
        return 1, value.casefold()
    return 0, ""


def _compared_numbers(left: float, right: float) -> int:
    if f"{left:.15g}" == f"{right:.15g}":
        return 0
    return 1 if left > right else -1


def added(left: float, right: float) -> float:
    """The sum; what is only the rounding error of a difference is 0, as Excel shows it."""
    total = left + right
    return 0.0 if total and abs(total) < abs(left) * 2.0**-48 else total


def _divided(left: float, right: float) -> float:
    if not right:
        raise ErrorShownError(FormulaError.DIV_0)
    return left / right


def _power(left: float, right: float) -> float:
    if not left and right <= 0:
        raise ErrorShownError(FormulaError.DIV_0 if right else FormulaError.NUM)
    try:
        result = left**right
    except OverflowError as error:
        raise ErrorShownError(FormulaError.NUM) from error
    if isinstance(result, complex):
        raise ErrorShownError(FormulaError.NUM)
    return float(result)


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": added,
    "-": lambda left, right: added(left, -right),
    "*": lambda left, right: left * right,
    "/": _divided,
    "^": _power,
}
COMPARISONS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    ">": lambda order: order > 0,
    "<=": lambda order: order <= 0,
    ">=": lambda order: order >= 0,
}


def joined(sign: str, left: Value, right: Value) -> Value:
    """
    What an operator makes of two values.

    Raises ErrorShownError for an error on either side or a result that is none, NotComputedError as above.
    """
    if sign in _ARITHMETIC:
        return finite(_ARITHMETIC[sign](number_of(left), number_of(right)))
    if sign == "&":
        return text_of(left) + text_of(right)
    return COMPARISONS[sign](compared(left, right))
