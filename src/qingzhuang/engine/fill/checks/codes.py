"""Where the codes of a form stand: numbers under a header, numbers beside the rows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from qingzhuang.engine.fill.checks.printed import plain_code
from qingzhuang.engine.read.grid import Cell, Grid

_FEWEST = 3  # numbers in a row that make it a numbering and no accident
_LEAD = re.compile(r"([(（\[【]?(?:[0-9]{1,3}|[①-⑳]|[A-Z])[)）\]】]?(?:列|栏)?)[=＝]")
_LEAD_LENGTH = 40  # characters in which the code and its sign must stand
_STEM = re.compile("[甲乙丙丁]|[列行]号|栏[次号]|序号|行次|编号|代码")


@dataclass(frozen=True, slots=True)
class Line:
    """A numbered line of cells. at: its row or column. places: code as printed → column or row."""

    at: int
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Codes:
    """The numberings of a sheet: rows that number the columns, columns that number the rows."""

    of_columns: tuple[Line, ...]
    of_rows: tuple[Line, ...]


def codes_of(grid: Grid) -> Codes:
    """All numberings of a sheet. Only what runs from 1 (or 0, A) upwards without a gap is one."""
    cells = [cell for cell in grid.cells.values() if cell.text.strip() and cell.formula is None]
    by_row: dict[int, list[Cell]] = {}
    by_column: dict[int, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
        by_column.setdefault(cell.column, []).append(cell)
    rows = (_line(row, own, is_row=True) for row, own in sorted(by_row.items()))
    columns = (_line(column, own, is_row=False) for column, own in sorted(by_column.items()))
    found_rows = tuple(line for line in rows if line is not None)
    numbering = {line.at for line in found_rows}
    found_columns = tuple(
        line for line in columns if line is not None and not numbering.issuperset(line.places.values())
    )
    return Codes(found_rows, found_columns)


def _line(at: int, cells: Iterable[Cell], *, is_row: bool) -> Line | None:
    """The numbering in a row or column of cells, if there is one."""
    read = _leading_code if is_row else plain_code  # 1=2+3 below a column is a note
    ordered = sorted(cells, key=lambda cell: cell.column if is_row else cell.row)
    coded = [(code, cell) for cell in ordered if (code := read(cell.text))]
    others = [cell for cell in ordered if not read(cell.text)]
    if is_row and any(not _STEM.fullmatch(re.sub(r"\s", "", cell.text)) for cell in others):
        return None
    fewest = _FEWEST - 1 if is_row and others else _FEWEST
    if len(coded) < fewest or not _counts_up([code for code, _ in coded]):
        return None
    return Line(at, {code: cell.column if is_row else cell.row for code, cell in coded})


def _leading_code(text: str) -> str:
    """The code that a cell holds: `3`, `（3）`, `①`, `C`, or `3=1+2` with its relation behind it."""
    lead = _LEAD.match(re.sub(r"\s+", "", text[:_LEAD_LENGTH]))
    return plain_code(lead[1] if lead else text)


def _counts_up(codes: list[str]) -> bool:
    if all(code.isdecimal() for code in codes):
        numbers = [int(code) for code in codes]
    elif all(len(code) == 1 and code.isupper() for code in codes):
        numbers = [ord(code) - 64 for code in codes]
    else:
        return False
    return numbers[0] in (0, 1) and all(b == a + 1 for a, b in pairwise(numbers))
