"""Functions over text: MID, LEFT, RIGHT, LEN, VALUE, TEXT. Forms use them to read ID numbers."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from qingzhuang.engine.values.formulas.coercing import ErrorShownError, checked, number_of, text_of
from qingzhuang.engine.values.formulas.domain import FormulaError, NotComputedError, Value
from qingzhuang.engine.values.formulas.reading import Reading, need
from qingzhuang.engine.values.formulas.tree import Node

_MOST = 32_767  # characters in a cell, of Excel
# Number formats of TEXT: 0, 0.00, 000000, and digits in groups: 0000-00-00, #-00-00, 0年00月00日.
_PLAIN_FORMAT = re.compile(r"(0{1,15})(?:\.(0{1,10}))?")
_GROUPED_FORMAT = re.compile(r"#?0{0,8}(?:[-年月日]0{1,8}){1,4}日?")
_MOST_DIGITS = 1e15


def length(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """Characters as Excel counts them: rare ones outside the first plane are two."""
    need(arguments, 1, 1)
    letters = text_of(reading.value(arguments[0]))
    return float(len(letters) + sum(ord(letter) > 0xFFFF for letter in letters))


def left(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """The first characters, one unless said otherwise."""
    letters, (n,) = _taken(reading, arguments, 1, fewest=1)
    return letters[:n]


def right(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """The last characters, one unless said otherwise."""
    letters, (n,) = _taken(reading, arguments, 1, fewest=1)
    return letters[len(letters) - n :] if n < len(letters) else letters


def mid(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """So many characters from the one of that number on; nothing beyond the end."""
    letters, (first, n) = _taken(reading, arguments, 2, fewest=3)
    if first < 1:
        raise ErrorShownError(FormulaError.VALUE)
    return letters[first - 1 : first - 1 + n]


def value(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """The number that a text reads as. Raises as `number_of`."""
    need(arguments, 1, 1)
    found = checked(reading.value(arguments[0]))
    if isinstance(found, bool):
        raise NotComputedError
    return number_of(found)


def text(reading: Reading, arguments: tuple[Node, ...]) -> Value:
    """
    A number in one of the few formats above; a text that reads as none stays as it is.

    Raises NotComputedError for other formats and for negative numbers.
    """
    need(arguments, 2, 2)
    shown, pattern = checked(reading.value(arguments[0])), checked(reading.value(arguments[1]))
    if isinstance(shown, bool) or not isinstance(pattern, str):
        raise NotComputedError
    plain, is_grouped = _PLAIN_FORMAT.fullmatch(pattern), _GROUPED_FORMAT.fullmatch(pattern) is not None
    if plain is None and not is_grouped:
        raise NotComputedError
    try:
        number = number_of(shown)
    except ErrorShownError:
        return text_of(shown)
    if not 0 <= number < _MOST_DIGITS:
        raise NotComputedError
    if plain is not None:
        return _rounded(number, len(plain[2] or "")).zfill(len(pattern))
    return _grouped(_rounded(number, 0), pattern)


def _taken(
    reading: Reading, arguments: tuple[Node, ...], n_numbers: int, *, fewest: int
) -> tuple[str, tuple[int, ...]]:
    """The text of the first argument, and the numbers behind it, cut to whole ones; 1 where none is said."""
    need(arguments, fewest, n_numbers + 1)
    letters = text_of(reading.value(arguments[0]))
    numbers = [number_of(reading.value(node)) for node in arguments[1:]] or [1.0]
    if any(letter > "\uffff" for letter in letters):
        raise NotComputedError  # Excel cuts such characters into halves
    if any(number < 0 for number in numbers):
        raise ErrorShownError(FormulaError.VALUE)
    return letters, tuple(math.trunc(min(number, _MOST)) for number in numbers)


def _rounded(number: float, places: int) -> str:
    return f"{Decimal(f'{number:.15g}').quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):f}"


def _grouped(digits: str, pattern: str) -> str:
    """The digits put into the places of a format from its end; its first place takes all that are left."""
    left_over = "" if digits == "0" else digits
    found: list[str] = []
    groups = ["".join(own) for _, own in groupby(pattern, key=lambda sign: sign in "0#")]
    for group in reversed(groups):
        if group[0] not in "0#":
            found.append(group)
            continue
        is_first = group is groups[0]
        n = len(left_over) if is_first else len(group)
        taken = left_over[max(0, len(left_over) - n) :]
        left_over = left_over[: len(left_over) - len(taken)]
        found.append(taken.zfill(group.count("0")))
    return "".join(reversed(found))
