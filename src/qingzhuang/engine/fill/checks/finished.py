"""The cells of a form as they will stand in the finished file, and checks moved to their places there."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from qingzhuang.engine.fill.checks.domain import Area, Check
from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.engine.read.grid import Grid
from qingzhuang.engine.values.formulas.books import Book, Formula, formula_in
from qingzhuang.engine.values.formulas.domain import Place, Value, as_result
from qingzhuang.engine.values.formulas.moving import inserted, moved_copy

_DAY_ZERO = date(1899, 12, 30)  # of Excel's serial numbers from March 1900 on


def book_of(grids: Iterable[Grid]) -> Book:
    """The cells of these sheets as they stand, for judging a file that came back."""
    return finished_book(tuple(grids), (), ())


def finished_book(grids: Sequence[Grid], writes: Iterable[Write], growths: Iterable[Growth]) -> Book:
    """
    The cells of a form with what is written in them. grids: its sheets, blank. Rows of writes are numbered
    after growth, those of growths before it.
    """
    values: dict[Place, Value] = {}
    formulas: dict[Place, Formula] = {}
    ordered = _from_below(growths)
    for grid in grids:
        for text, place in _formulas(grid, ordered):
            formulas[place] = formula_in(text, place)
        for cell in grid.cells.values():
            if cell.formula is None and cell.raw is not None:
                row = _row(cell.row, grid.name, ordered)
                values[Place(grid.name, row, cell.column)] = _value(cell.raw)
    for write in writes:
        values[Place(write.sheet, write.row, write.column)] = _value(write.value)
    return Book(values, formulas, sheets=[grid.name for grid in grids])


def moved_checks(checks: Iterable[Check], growths: Iterable[Growth]) -> tuple[Check, ...]:
    """The checks where they are after rows were added: an area that holds the last row of a list grows."""
    ordered = _from_below(growths)
    return tuple(_moved(check, ordered) for check in checks)


def _from_below(growths: Iterable[Growth]) -> list[Growth]:
    """From the bottom up, so that the numbers of the places still to come stay true."""
    return sorted((growth for growth in growths if growth.n), key=lambda growth: -growth.after_row)


def _row(row: int, sheet: str, growths: Iterable[Growth]) -> int:
    return row + sum(each.n for each in growths if each.sheet == sheet and row > each.after_row)


def _moved(check: Check, growths: Sequence[Growth]) -> Check:
    areas, condition, expected = check.areas, check.condition, check.expected
    for growth in growths:
        condition, expected = (
            inserted(text, at=growth.sheet, home=check.sheet, after=growth.after_row, n=growth.n)
            if text
            else ""
            for text in (condition, expected)
        )
        if growth.sheet == check.sheet:
            areas = tuple(_grown(area, growth) for area in areas)
    return replace(check, areas=areas, condition=condition, expected=expected)


def _grown(area: Area, growth: Growth) -> Area:
    first = area[0] + (growth.n if area[0] > growth.after_row else 0)
    return first, area[1], area[2] + (growth.n if area[2] >= growth.after_row else 0), area[3]


def _formulas(grid: Grid, growths: Sequence[Growth]) -> list[tuple[str, Place]]:
    """The formulas of a sheet where they stand after growth; the sample row's are repeated in new rows."""
    found = [
        (cell.formula, cell.row, cell.column) for cell in grid.cells.values() if cell.formula is not None
    ]
    for growth in growths:
        own = growth.sheet == grid.name
        grown = []
        for text, row, column in found:
            at = row + growth.n if own and row > growth.after_row else row
            moved = inserted(text, at=growth.sheet, home=grid.name, after=growth.after_row, n=growth.n)
            grown.append((moved, at, column))
            if own and row == growth.sample_row:
                grown += [
                    (moved_copy(moved, rows=to - at), to, column)
                    for to in range(growth.after_row + 1, growth.after_row + growth.n + 1)
                ]
        found = grown
    return [(text, Place(grid.name, row, column)) for text, row, column in found]


def _value(value: object) -> Value:
    return float((value - _DAY_ZERO).days) if isinstance(value, date) else as_result(value)
