"""Workbooks as plain tuples, sent from the child process faster than dataclasses."""

from dataclasses import astuple
from itertools import starmap
from typing import Any

from qingzhuang.engine.read.grid import Cell, Grid, Style, Validation, Workbook

Plain = tuple[Any, ...]


def packed(workbook: Workbook) -> Plain:
    """The workbook as tuples; each look once."""
    return workbook.is_1904, tuple(_packed_grid(grid) for grid in workbook.sheets)


def unpacked(plain: Plain) -> Workbook:
    """The workbook from its tuples."""
    is_1904, grids = plain
    return Workbook(tuple(_unpacked_grid(grid) for grid in grids), is_1904)


def _packed_grid(grid: Grid) -> Plain:
    numbers: dict[Style, int] = {}
    cells = [
        (
            *(cell.row, cell.column, cell.text, cell.raw, cell.rows, cell.columns, cell.formula),
            *(numbers.setdefault(cell.style, len(numbers)), cell.comment),
        )
        for cell in grid.cells.values()
    ]
    return (
        *(grid.name, grid.n_rows, grid.n_columns, cells, dict(grid.covered), grid.hidden_rows),
        *(grid.hidden_columns, [astuple(one) for one in grid.validations], grid.is_hidden),
        dict(grid.addresses),
        [astuple(style) for style in numbers],
    )


def _unpacked_grid(plain: Plain) -> Grid:
    name, n_rows, n_columns, cells, covered, hidden_rows, hidden_columns, *rest = plain
    validations, is_hidden, addresses, looks = rest
    styles = list(starmap(Style, looks))
    return Grid(
        name=name,
        n_rows=n_rows,
        n_columns=n_columns,
        cells={
            (row, column): Cell(row, column, text, raw, rows, columns, formula, styles[look], comment)
            for row, column, text, raw, rows, columns, formula, look, comment in cells
        },
        covered=covered,
        hidden_rows=hidden_rows,
        hidden_columns=hidden_columns,
        validations=tuple(starmap(Validation, validations)),
        is_hidden=is_hidden,
        addresses=addresses,
    )
