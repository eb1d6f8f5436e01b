"""What a formula works with and what it gives."""

from enum import StrEnum
from typing import NamedTuple

Value = float | str | bool | None  # None: an empty cell. A FormulaError is a str of its own type.
MAX_LENGTH = 8_192  # characters of a formula, of Excel
MAX_DEPTH = 64  # brackets and functions inside each other, of Excel
MAX_ARGUMENTS = 255  # of a function, of Excel


class FormulaError(StrEnum):
    """The errors that a cell can show; they pass on to all that calculates with it."""

    DIV_0 = "#DIV/0!"
    VALUE = "#VALUE!"
    REF = "#REF!"
    NAME = "#NAME?"
    NUM = "#NUM!"
    NOT_AVAILABLE = "#N/A"
    NULL = "#NULL!"


class NotComputedError(Exception):
    """Beyond what we calculate: the result is dropped and left to the program that opens the file."""


class Place(NamedTuple):
    """A cell of a sheet; rows and columns count from 1."""

    sheet: str
    row: int
    column: int


class Area(NamedTuple):
    """A rectangle of cells of a sheet, first and last included."""

    sheet: str
    first_row: int
    first_column: int
    last_row: int
    last_column: int


def as_result(value: object) -> Value:
    """
    A value calculated from outside (a whole number, a decimal) as formulas know it.

    Raises ValueError for anything that is no text, number, truth or nothing.
    """
    if value is None or isinstance(value, bool | str | float):
        return value
    if hasattr(value, "__float__"):
        return float(value)
    raise ValueError(f"no value of a cell: {type(value).__name__}")
