"""Columns of the form that was sent, found again in the one that came back."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from qingzhuang.engine.collect.returned.prints import print_key
from qingzhuang.engine.collect.returned.rows import Print, RowMap
from qingzhuang.engine.read.grid import Grid
from qingzhuang.engine.read.layout import Table


def table_columns(sent: Grid, returned: Grid, table: Table, rows: RowMap) -> dict[int, int]:
    """
    Sent column → returned column of one table, by the texts of its header from top to bottom (R-RET-04).

    Where a header stands several times the columns pair in their order; not at all if their number changed.
    """
    heads = list(range(table.header_rows[0], table.header_rows[1] + 1))
    pairs = [(row, to) for row in heads if (to := rows.row_of(row)) is not None]
    if not pairs:
        return {}
    width = range(table.first_column, table.last_column + 1)
    before = _by_path(sent, [row for row, _ in pairs], width)
    after = _by_path(returned, [to for _, to in pairs], range(1, returned.n_columns + 1))
    found: dict[int, int] = {}
    for path, columns in before.items():
        places = after.get(path, [])
        if len(places) == len(columns):
            found |= dict(zip(columns, places, strict=True))
    return found


def _by_path(grid: Grid, rows: Sequence[int], columns: range) -> dict[tuple[str, ...], list[int]]:
    paths: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for column in columns:
        path = tuple(print_key(grid.text(row, column)) for row in rows)
        if any(path):
            paths[path].append(column)
    return paths


class CellColumns:
    """
    Where the blanks outside tables stand: by the prints beside them, else by prints of their column.

    printed: returned (row, column) of what is printed, where no blank can be.
    """

    def __init__(self, prints: Sequence[Print], returned: Grid, rows: RowMap) -> None:
        self._own: dict[int, dict[int, int]] = {}
        votes: defaultdict[int, Counter[int]] = defaultdict(Counter)
        by_row: defaultdict[int, list[Print]] = defaultdict(list)
        for each in prints:
            by_row[each.row].append(each)
        for row, to in rows.rows.items():
            self._own[row] = _paired(by_row[row], returned, to)
            for column, place in self._own[row].items():
                votes[column][place] += 1
        self.printed = {(rows.rows[row], place) for row, own in self._own.items() for place in own.values()}
        self._voted = {column: count.most_common(1)[0][0] for column, count in votes.items()}

    def column_of(self, row: int, column: int) -> int | None:
        """The returned column of a sent cell; None where something was put in and nothing tells the place."""
        own = self._own.get(row, {})
        return own.get(column) or _between(own, column) or _between(self._voted, column)


def _between(known: Mapping[int, int], column: int) -> int | None:
    """A column by its neighbours, if as many columns lie between them as before."""
    if column in known:
        return known[column]
    left = max((each for each in known if each < column), default=None)
    right = min((each for each in known if each > column), default=None)
    if left is None:
        return None
    if right is not None and known[right] - known[left] != right - left:
        return None
    return known[left] + column - left


def _paired(prints: Sequence[Print], returned: Grid, row: int) -> dict[int, int]:
    """The prints of one row with their columns in the returned row, from left to right."""
    cells = [
        (cell.column, cell.text, print_key(cell.text))
        for place, cell in sorted(returned.cells.items())
        if place[0] == row and cell.text.strip()
    ]
    found: dict[int, int] = {}
    at = 0
    for one in prints:
        later = (k for k in range(at, len(cells)) if one.is_in(cells[k][1], cells[k][2]))
        place = next(later, None)
        if place is not None:
            found[one.column] = cells[place][0]
            at = place + 1
    return found
