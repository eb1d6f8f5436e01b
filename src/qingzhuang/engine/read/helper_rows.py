"""Rows of a header below its labels: column numbers, units, advice."""

import re
from collections.abc import Sequence
from itertools import pairwise

from qingzhuang.engine.read import words
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.region import Region

_SEQUENCE = "甲乙丙丁戊己庚辛"


def helper_rows(region: Region, row: int, run: Sequence[Cell]) -> tuple[int, dict[int, str]]:
    """(last row, units) of the rows below the labels that number the columns, give units or advice."""
    units: dict[int, str] = {}
    bottom = row
    while (below := region.next_row(bottom)) is not None:
        cells = region.within(below, run[0].column, run[-1].last_column)
        texts = [cell.text.strip() for cell in cells if cell.text.strip()]
        if _is_unit_row(region, below, cells):
            units.update(
                {cell.column: words.unit_word(cell.text) for cell in cells if words.is_unit(cell.text)}
            )
        elif not (numbers_columns(texts) or _gives_advice(texts) or _is_covered_only(below, row, run)):
            break
        bottom = below
    return bottom, units


def _is_covered_only(below: int, row: int, run: Sequence[Cell]) -> bool:
    """Whether the row below belongs to the header because its labels reach down to it."""
    return all(cell.last_row >= below for cell in run) and below > row


def numbers_columns(texts: Sequence[str]) -> bool:
    """Whether the texts number the columns: 甲 乙 1 2 3, 行号 1 2."""
    if len(texts) < 3 or not all(words.INDEX_WORD.match(words.squeeze(text)) for text in texts):
        return False
    numbers = [int(m[0]) for text in texts if (m := re.search(r"\d+", text))]
    is_rising = len(numbers) > 1 and all(b - a == 1 for a, b in pairwise(numbers))
    is_lettered = all(
        text[0] in _SEQUENCE or text[0].isupper() for text in texts[: len(texts) - len(numbers)]
    )
    return is_rising or (is_lettered and numbers in ([], [1]))


def _gives_advice(texts: Sequence[str]) -> bool:
    return bool(texts) and all(words.REQUIRED.match(words.squeeze(text)) for text in texts)


def _is_unit_row(region: Region, row: int, cells: Sequence[Cell]) -> bool:
    """
    Whether a row gives units: two or more, nothing else, and rows to fill go on below it with other
    cells.
    """
    n_units = sum(region.part(cell) is Part.UNIT for cell in cells)
    others = [
        c for c in cells if region.part(c) not in (Part.UNIT, Part.EMPTY, Part.OUTSIDE) and len(c.text) > 1
    ]
    below = region.next_row(row)
    if n_units < 2 or others or below is None:
        return False
    under = region.within(below, cells[0].column, cells[-1].last_column)
    return len(under) == len(cells) and sum(region.part(cell) is Part.EMPTY for cell in under) >= n_units


def is_above_units(region: Region, row: int, run: Sequence[Cell]) -> bool:
    """
    Whether nothing but units stands below the labels, in a row that taller labels beside them reach down to:
    the header ends with that row, and its leaves are found there. Rule R-REC-20.
    """
    below = region.next_row(row)
    if below is None:
        return False
    under = region.within(below, run[0].column, run[-1].last_column)
    reaching = [cell for cell in region.texts(below) if cell.row <= row and cell.last_row == below]
    return bool(reaching) and all(region.part(cell) is Part.UNIT for cell in under)


def unit_above(region: Region, row: int, cell: Cell) -> Cell | None:
    """
    The label above a cell that gives its unit and nothing else (亩 below 承包地面积), inside a header.

    Beside it a taller label must reach down to this row, and a blank must stand below.
    """
    above, below = region.above(cell), region.below(cell)
    if region.part(cell) is not Part.UNIT or cell.rows > 1 or above is None or not region.is_label(above):
        return None
    is_as_wide = (above.column, above.last_column) == (cell.column, cell.last_column)
    is_number = below is not None and words.INDEX_WORD.match(words.squeeze(below.text)) is not None
    is_open = below is None or region.is_fillable(below) or not below.text or is_number
    reaches = any(other.rows > 1 and other.last_row == row for other in region.texts(row))
    return above if is_as_wide and is_open and reaches else None
