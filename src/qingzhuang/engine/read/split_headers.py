"""Headers of two rows whose merges were never made: each column's label stands in one row or the other."""

from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.region import Region

_BLANK = (Part.EMPTY, Part.OUTSIDE)


def split_header(region: Region, row: int) -> list[Cell] | None:
    """
    The leaves of a header of two rows without merges that ends in `row`, left to right; None if it is none.

    序号 | 姓名 | 住房 |  | 备注 over |  | 面积 | 结构 | : below a label alone stands an empty cell, and
    a label stands below another label or below the empty cells to its right. Rows to fill follow. R-REC-67.
    """
    above = max((other for other in region.rows if other < row), default=None)
    following = region.next_row(row)
    if above is None or following is None:
        return None
    pairs = [
        (region.grid.at(above, column), region.grid.at(row, column))
        for column in region.columns
        if region.extent[0] <= column <= region.extent[1]
    ]
    if len(pairs) < 4 or not all(_is_plain(region, cell) for pair in pairs for cell in pair):
        return None
    leaves = [low if low.text else high for high, low in pairs]
    if not all(leaf.text for leaf in leaves) or not pairs[0][0].text:
        return None
    n_open = sum(not high.text for high, _ in pairs)
    n_alone = sum(not low.text for _, low in pairs)
    blanks = [region.grid.at(following, leaf.column) for leaf in leaves]
    is_open = sum(region.is_fillable(cell) for cell in blanks) * 10 >= len(blanks) * 7
    return leaves if n_open and n_alone and is_open else None


def _is_plain(region: Region, cell: Cell) -> bool:
    """Whether a cell is a label or empty and is not merged."""
    is_single = cell.rows == cell.columns == 1
    return is_single and (region.part(cell) is Part.LABEL or region.part(cell) in _BLANK)
