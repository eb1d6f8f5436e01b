"""
A sheet as a reader sees it: visible rows and columns only, with neighbours and the part each cell
plays.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from qingzhuang.engine.read.grid import Cell, Grid
from qingzhuang.engine.read.parts import FILLABLE, LABELS, Part, part_of

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Region:
    """
    The visible part of a sheet.

    rows, columns: numbers of the visible ones, ascending. lines: the cells of each row from left to
    right, a merged cell once, in every row it covers. parts: part of each cell by its (row, column).
    has_borders: whether the sheet draws borders round its cells, so that a cell without any is no
    blank. extent: first and last column with a text.
    """

    grid: Grid
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    lines: Mapping[int, tuple[Cell, ...]]
    parts: Mapping[Place, Part]
    has_borders: bool
    extent: tuple[int, int]

    def part(self, cell: Cell) -> Part:
        """Part of a cell."""
        return self.parts.get((cell.row, cell.column), Part.OUTSIDE)

    def is_label(self, cell: Cell | None) -> bool:
        """Whether the cell names something."""
        return cell is not None and self.part(cell) in LABELS

    def is_fillable(self, cell: Cell | None) -> bool:
        """Whether a person writes in the cell."""
        return cell is not None and self.part(cell) in FILLABLE

    def is_paragraph(self, cell: Cell) -> bool:
        """Whether the cell is a paragraph of a Word document: text outside its tables, no box to write in."""
        return self.grid.addresses.get((cell.row, cell.column), "").startswith("P")

    def left(self, cell: Cell, *, row: int | None = None) -> Cell | None:
        """The visible cell to the left, in `row` (default: the cell's first row)."""
        line = self.lines.get(row or cell.row, ())
        before = [other for other in line if other.last_column < cell.column]
        return before[-1] if before else None

    def right(self, cell: Cell, *, row: int | None = None) -> Cell | None:
        """The visible cell to the right."""
        line = self.lines.get(row or cell.row, ())
        return next((other for other in line if other.column > cell.last_column), None)

    def above(self, cell: Cell) -> Cell | None:
        """The visible cell above the first column."""
        i = bisect_left(self.rows, cell.row)
        return self.grid.at(self.rows[i - 1], cell.column) if i else None

    def below(self, cell: Cell) -> Cell | None:
        """The visible cell below the first column."""
        row = self.next_row(cell.last_row)
        return self.grid.at(row, cell.column) if row else None

    def next_row(self, row: int) -> int | None:
        """The next visible row."""
        i = bisect_right(self.rows, row)
        return self.rows[i] if i < len(self.rows) else None

    def within(self, row: int, first_column: int, last_column: int) -> tuple[Cell, ...]:
        """Cells of a row that touch these columns."""
        line = self.lines.get(row, ())
        return tuple(cell for cell in line if cell.column <= last_column and cell.last_column >= first_column)

    def texts(self, row: int) -> tuple[Cell, ...]:
        """Cells with a text or formula in a row."""
        return tuple(
            cell for cell in self.lines.get(row, ()) if cell.text.strip() or cell.formula is not None
        )


def region_of(grid: Grid) -> Region:
    """The visible part of a grid; hidden rows and columns are left out, merged cells that start there too."""
    rows = tuple(row for row in range(1, grid.n_rows + 1) if row not in grid.hidden_rows)
    columns = tuple(column for column in range(1, grid.n_columns + 1) if column not in grid.hidden_columns)
    has_borders = _has_borders(grid)
    lines: dict[int, tuple[Cell, ...]] = {}
    parts: dict[Place, Part] = {}
    for row in rows:
        line = _line(grid, row, columns)
        lines[row] = line
        for cell in line:
            place = (cell.row, cell.column)
            if place not in parts:
                parts[place] = part_of(cell, is_boxed=not has_borders or _is_boxed(grid, cell))
    return Region(grid, rows, columns, lines, parts, has_borders, _extent(lines))


def _extent(lines: Mapping[int, tuple[Cell, ...]]) -> tuple[int, int]:
    texts = [cell for line in lines.values() for cell in line if cell.text.strip()]
    return min((c.column for c in texts), default=1), max((c.last_column for c in texts), default=1)


def _line(grid: Grid, row: int, columns: tuple[int, ...]) -> tuple[Cell, ...]:
    seen: dict[Place, Cell] = {}
    for column in columns:
        cell = grid.at(row, column)
        seen.setdefault((cell.row, cell.column), cell)
    return tuple(seen.values())


def _has_borders(grid: Grid) -> bool:
    """
    Whether at least a third of the texts (a title is one) stand in cells with borders, or any empty
    cell does.
    """
    bordered = [bool(cell.style.borders) for cell in grid.cells.values() if cell.text.strip()]
    if bordered and sum(bordered) * 3 >= len(bordered):
        return True
    return sum(1 for cell in grid.cells.values() if not cell.text and len(cell.style.borders) >= 3) >= 4


def _is_boxed(grid: Grid, cell: Cell) -> bool:
    """Whether borders or a fill make an empty cell a visible box; neighbours' borders count as its own."""
    if len(cell.style.borders) > 1 or (cell.style.has_fill and cell.style.borders):
        return True
    own = set(cell.style.borders)
    beside = (
        ("l", "r", cell.row, cell.column - 1),
        ("r", "l", cell.row, cell.last_column + 1),
        ("t", "b", cell.row - 1, cell.column),
        ("b", "t", cell.last_row + 1, cell.column),
    )
    for side, theirs, row, column in beside:
        if row > 0 and column > 0 and theirs in grid.at(row, column).style.borders:
            own.add(side)
    # Excel keeps a merged region's right and bottom borders in its covered cells, which a grid does not hold.
    is_merged = cell.rows > 1 or cell.columns > 1
    if is_merged:
        return bool(own)
    return len(own) >= 2 if cell.style.borders else len(own) == 4
