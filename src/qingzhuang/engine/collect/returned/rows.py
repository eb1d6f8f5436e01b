"""Rows of the form that was sent, found again in the one that came back by what is printed in them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.engine.collect.returned.prints import captured, print_key
from qingzhuang.engine.read.grid import Cell, Grid
from qingzhuang.engine.read.layout import SheetLayout, Table

# Of the prints of a row at least half must stand in a row that is to be the same one.
_SAME_ROW = 0.5


@dataclass(frozen=True, slots=True)
class Print:
    """A printed cell. key: as compared. has_blanks: something may be written into it."""

    row: int
    column: int
    text: str
    key: str
    has_blanks: bool

    def is_in(self, text: str, key: str) -> bool:
        """Whether a returned cell (its text, and that as compared) is this print, perhaps filled in."""
        if key == self.key:
            return True
        return self.has_blanks and len(key) > len(self.key) and captured(self.text, text) is not None


@dataclass(frozen=True, slots=True)
class RowMap:
    """Sent row → returned row. share: of all prints outside the records that were found again, 0 to 1."""

    rows: Mapping[int, int]
    share: float

    def row_of(self, row: int) -> int | None:
        """The returned row; between two rows that were found it is counted off if nothing was put between."""
        own = self.rows.get(row)
        if own is not None:
            return own
        above = max((each for each in self.rows if each < row), default=None)
        below = min((each for each in self.rows if each > row), default=None)
        if above is None:
            return None if below is None else max(self.rows[below] - (below - row), 0) or None
        moved = self.rows[above] + row - above
        is_even = below is None or self.rows[below] - self.rows[above] == below - above
        return moved if is_even else None


def prints_of(grid: Grid, layout: SheetLayout) -> tuple[Print, ...]:
    """What is printed outside the rows for records, row by row from left to right."""
    asked = {(field.row, field.column) for field in layout.fields}
    return tuple(
        Print(cell.row, cell.column, cell.text, key, (cell.row, cell.column) in asked or ":" in key)
        for place, cell in sorted(grid.cells.items())
        if (key := print_key(cell.text)) and not _is_record(layout.tables, place[0])
    )


def _is_record(tables: Sequence[Table], row: int) -> bool:
    return any(table.first_row <= row <= table.last_row and row not in table.total_rows for table in tables)


def found_rows(prints: Sequence[Print], returned: Grid) -> RowMap:
    """Each printed row with the returned row that shows most of it, all in the same order."""
    cells = _cells_by_row(returned)
    wanted: dict[int, list[Print]] = {}
    for each in prints:
        wanted.setdefault(each.row, []).append(each)
    weights = {row: _weights(own, cells) for row, own in wanted.items()}
    rows = _in_order(weights, list(cells))
    n_found = sum(weights[row][to] for row, to in rows.items())
    return RowMap(rows, n_found / len(prints) if prints else 0.0)


_Texts = Mapping[str, tuple[Cell, ...]]  # compared text → the cells of one row that have it


def _cells_by_row(grid: Grid) -> Mapping[int, _Texts]:
    rows: dict[int, dict[str, tuple[Cell, ...]]] = {}
    for (row, _column), cell in sorted(grid.cells.items()):
        key = print_key(cell.text)
        if key:
            own = rows.setdefault(row, {})
            own[key] = (*own.get(key, ()), cell)
    return rows


def _weights(own: Sequence[Print], cells: Mapping[int, _Texts]) -> dict[int, int]:
    """Returned row → how many of these prints stand in it, where it is enough of them."""
    exact = Counter(each.key for each in own)
    open_ones = [each for each in own if each.has_blanks]
    found = {}
    for row, texts in cells.items():
        n = sum(min(count, len(texts.get(key, ()))) for key, count in exact.items())
        if n < len(own):
            n += sum(_is_filled_in(each, texts) for each in open_ones if each.key not in texts)
        if n and n >= len(own) * _SAME_ROW:
            found[row] = n
    return found


def _is_filled_in(one: Print, texts: _Texts) -> bool:
    return any(one.is_in(cells[0].text, key) for key, cells in texts.items())


def _in_order(weights: Mapping[int, Mapping[int, int]], returned: Sequence[int]) -> dict[int, int]:
    """The heaviest set of pairs in which no two rows change places; the upper row where two are alike."""
    best: list[tuple[int, tuple[tuple[int, int], ...]]] = [(0, ())] * (len(returned) + 1)
    for row in sorted(weights):
        own = weights[row]
        if not own:
            continue
        fresh = best[:]
        for at, to in enumerate(returned, 1):
            fresh[at] = max(fresh[at - 1], best[at], key=lambda each: each[0])
            if to in own and best[at - 1][0] + own[to] > fresh[at][0]:
                fresh[at] = (best[at - 1][0] + own[to], (*best[at - 1][1], (row, to)))
        best = fresh
    return dict(best[-1][1])
