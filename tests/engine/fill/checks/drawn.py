"""Sheets with checks, drawn for the tests."""

from collections.abc import Mapping, Sequence
from typing import Any

from qingzhuang.engine.fill.checks.finding import checks_in
from qingzhuang.engine.fill.checks.finished import book_of
from qingzhuang.engine.fill.checks.judging import doubts_of
from qingzhuang.engine.fill.plan import Doubt
from qingzhuang.engine.read.grid import Cell, Grid, Validation


def sheet(
    rows: Sequence[Any],
    *,
    validations: tuple[Validation, ...] = (),
    formulas: Mapping[tuple[int, int], str] | None = None,
) -> Grid:
    """A sheet of plain cells, None: an empty one."""
    cells = {
        (at, column): Cell(at, column, "" if raw is None else str(raw), raw)
        for at, row in enumerate(rows, 1)
        for column, raw in enumerate(row, 1)
    }
    cells |= {place: Cell(*place, formula=text) for place, text in (formulas or {}).items()}
    return Grid("表", len(rows), max(map(len, rows)), cells, validations=validations)


def doubts(grid: Grid) -> tuple[Doubt, ...]:
    """What does not fit on a sheet that came filled."""
    return doubts_of(checks_in(grid), book_of([grid]))


def doubtful(grid: Grid) -> list[str]:
    """The cells that do not fit."""
    return [doubt.cell for doubt in doubts(grid)]
