"""Numbers that are names (identity, account, certificate, phone), taken without losing a digit."""

import re
from dataclasses import dataclass
from datetime import date

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.domain import Raw
from qingzhuang.engine.values.text import tidy_code

_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")
_LOST = Problem(ValuesCode.DIGITS_LOST)

# Excel keeps 15 significant digits (IEEE 754 doubles): from 10^15 on, a number cell has lost its last digits.
FIRST_LOST = 10**15


@dataclass(frozen=True, slots=True)
class Digits:
    """A number as text, half-width and without blanks, and what was repaired on the way."""

    text: str
    repairs: tuple[str, ...] = ()


def digits_of(raw: Raw) -> Digits | Problem:
    """
    The digits of a cell. A number cell of 16 or more digits, or its text 1.1E+17, is a Problem. Rule
    R-VAL-11.

    Fractions, dates and truth values are no numbers of this kind; they come back as text and fail the
    next check.
    """
    if isinstance(raw, str):
        if raw.isascii() and raw.isalnum():
            return Digits(raw)
        text, repairs = tidy_code(raw)
        return _LOST if _SCIENTIFIC.fullmatch(text) else Digits(text, repairs)
    if isinstance(raw, bool) or raw is None or isinstance(raw, date):
        return Digits(str(raw))
    if abs(raw) >= FIRST_LOST:
        return _LOST
    return Digits(str(int(raw)) if isinstance(raw, int) or raw.is_integer() else str(raw))
