"""Where the labels of a relation stand (合计=男+女): side by side in a header, or below each other."""

import re
from collections.abc import Sequence
from itertools import pairwise

from qingzhuang.engine.fill.checks.domain import Area
from qingzhuang.engine.read.grid import Cell, Grid

Place = tuple[int, int]


def labelled(grid: Grid, names: Sequence[str]) -> list[tuple[dict[str, Place], Area]]:
    """
    Where a relation between labels holds: the places of its first cells, and the area of the judged ones.

    names: the judged label first. The same labels may stand under several parents, each with its own parts;
    then there is one of these for each parent. [] where a label is missing or it is not plain which belong
    together.
    """
    bare = [_bare(name) for name in names]
    found = {name: [c for c in _texts(grid) if _bare(c.text) == name] for name in bare}
    counts = {len(cells) for cells in found.values()}
    if len(counts) != 1 or 0 in counts or len(set(bare)) < len(bare):
        return []
    for is_header in (True, False):
        groups = _groups([found[name] for name in bare], is_header=is_header)
        if groups:
            return [_placed(grid, names, group, is_header=is_header) for group in groups]
    return []


def _bare(text: str) -> str:
    """A label without blanks, and without its unit: 面积（亩） and 面 积 are 面积."""
    return re.sub(r"\s|[（(](?:人|户|元|万元|亩|公顷|平方米|㎡|个|名)[)）]", "", text)


def _texts(grid: Grid) -> list[Cell]:
    return [cell for cell in grid.cells.values() if cell.text.strip() and cell.formula is None]


def _groups(found: Sequence[Sequence[Cell]], *, is_header: bool) -> list[tuple[Cell, ...]]:
    """The labels that belong together: one of each, in one row (column), no two groups inside each other."""
    ordered = [
        sorted(cells, key=lambda c: (c.column, c.row) if is_header else (c.row, c.column)) for cells in found
    ]
    groups = list(zip(*ordered, strict=True))
    spans = []
    for group in groups:
        lines = {cell.last_row if is_header else cell.column for cell in group}
        at = [cell.column if is_header else cell.row for cell in group]
        if len(lines) != 1 or len(set(at)) < len(at):
            return []
        spans.append((min(at), max(at)))
    overlaps = any(first[1] >= second[0] for first, second in pairwise(spans))
    return [] if overlaps else groups


def _placed(
    grid: Grid, names: Sequence[str], group: tuple[Cell, ...], *, is_header: bool
) -> tuple[dict[str, Place], Area]:
    judged = group[0]
    if is_header:
        first = judged.last_row + 1
        places = {name: (first, cell.column) for name, cell in zip(names, group, strict=True)}
        return places, (first, judged.column, max(first, grid.n_rows), judged.column)
    column = max(cell.last_column for cell in group) + 1
    places = {name: (cell.row, column) for name, cell in zip(names, group, strict=True)}
    return places, (judged.row, column, judged.row, max(column, grid.n_columns))
