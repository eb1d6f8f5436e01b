"""A check that lies in a form."""

from dataclasses import dataclass

Area = tuple[int, int, int, int]  # first row, first column, last row, last column


@dataclass(frozen=True, slots=True)
class Check:
    """
    What a form demands of its cells.

    areas: the cells judged. condition: a formula that must be true, written for the first cell of the first
    area and read from each of the others as if it were copied there. expected: a formula for what should
    stand in the cell, "" where there is no one value. printed: the demand as the form has it, or in ours.
    options: the only texts allowed, () where anything goes; then there is no condition. is_relation: between
    printed numbers; judged only where all its cells are filled with numbers.
    """

    sheet: str
    areas: tuple[Area, ...]
    printed: str
    condition: str = ""
    expected: str = ""
    options: tuple[str, ...] = ()
    is_relation: bool = False
