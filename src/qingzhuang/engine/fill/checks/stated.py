"""Demands that notes state in words: 合计为各村之和, 其中数不得大于总数."""

import re
from collections.abc import Iterator, Sequence

from qingzhuang.engine.fill.checks.domain import Check
from qingzhuang.engine.read.grid import Cell, Grid, column_letters

_OF_VILLAGES = re.compile(
    r"(?:合计|总计)[数栏行]?(?:应当?|须|必须)?(?:为|是|等于|=)各(?:行政)?[村社][^，。；]{0,6}之和"
)
_OF_PARTS = re.compile(
    r"(?:[“”\"]?其中[“”\"]?[^，。；、]{0,6})(?:不得|不能|不应|不可|应不|须不|不)(?:大于|超过|高于|多于)"
    r"[^，。；]{0,6}(?:总|合计|上|前|对应)[^，。；]{0,6}"
)
_TOTAL = re.compile("(?:合|总)计")
_VILLAGE = re.compile(r"[\u4e00-\u9fff]{1,12}(?:村|社区|居委会|村委会)")
_PART = re.compile(r"其中[:：].+")
# Columns that nobody adds up: shares, averages, prices, days, numbers of things.
_NOT_ADDED = re.compile("率|比|%|％|均|价|标准|日期|时间|年份|电话|号|备注|排名|分")
_FEWEST = 2  # villages that make a list
_ROUNDING = 0.005


def stated_checks(grid: Grid) -> tuple[Check, ...]:
    """The checks that a sheet's notes demand in words; only where it is plain which cells are meant."""
    texts = [re.sub(r"\s", "", cell.text) for cell in grid.cells.values() if cell.formula is None]
    found: list[Check] = []
    for pattern, checks in ((_OF_VILLAGES, _sums_of_villages), (_OF_PARTS, _parts)):
        said = next((match[0] for text in texts if (match := pattern.search(text))), "")
        found += checks(grid, said) if said else []
    return tuple(found)


def _labels(grid: Grid) -> dict[tuple[int, int], str]:
    """The texts of plain cells, without blanks."""
    cells = (cell for cell in grid.cells.values() if cell.text.strip() and cell.formula is None)
    return {(cell.row, cell.column): re.sub(r"\s", "", cell.text) for cell in cells}


def _sums_of_villages(grid: Grid, said: str) -> Iterator[Check]:
    """The row 合计 right above or below the only list of villages, in the columns that are added up."""
    labels = _labels(grid)
    totals = [place for place, text in labels.items() if _TOTAL.fullmatch(text)]
    columns = {column for (_, column), text in labels.items() if _VILLAGE.fullmatch(text)}
    if len(totals) != 1 or len(columns) != 1:
        return
    (row, _), (column,) = totals[0], columns
    villages = sorted(
        at for (at, where), text in labels.items() if where == column and _VILLAGE.fullmatch(text)
    )
    is_whole = villages == list(range(villages[0], villages[0] + len(villages)))
    if len(villages) < _FEWEST or not is_whole or row not in (villages[0] - 1, villages[-1] + 1):
        return
    top = min(villages[0], row)
    for at in range(column + 1, grid.n_columns + 1):
        heads = [text for (r, c), text in labels.items() if r < top and c == at]
        if heads and not any(_NOT_ADDED.search(head) for head in heads):
            yield _sum_check(grid, (row, at), villages, said)


def _sum_check(grid: Grid, place: tuple[int, int], rows: Sequence[int], said: str) -> Check:
    row, column = place
    letters = column_letters(column)
    parts = "+".join(f"{letters}{at}" for at in rows)
    condition = f"ABS({letters}{row}-({parts}))<={_ROUNDING}*{len(rows) + 1}"
    return Check(grid.name, ((row, column, row, column),), said, condition, expected=parts, is_relation=True)


def _parts(grid: Grid, said: str) -> Iterator[Check]:
    """Rows that begin with 其中： against the row right above them; nothing where units differ."""
    for cell in grid.cells.values():
        above = grid.cells.get((cell.row - 1, cell.column))
        if above is not None and _is_part_of(cell, above):
            column = max(cell.last_column, above.last_column) + 1
            letters = column_letters(column)
            yield Check(
                grid.name,
                ((cell.row, column, cell.row, max(column, grid.n_columns)),),
                said,
                f"{letters}{cell.row}<={letters}{above.row}",
                expected=f"{letters}{above.row}",
                is_relation=True,
            )


def _is_part_of(cell: Cell, above: Cell) -> bool:
    part, whole = (re.sub(r"\s", "", text) for text in (cell.text, above.text))
    is_plain = cell.formula is None is above.formula and cell.rows == above.rows == 1
    if not is_plain or not _PART.fullmatch(part) or not whole or "其中" in whole:
        return False
    return not _NOT_ADDED.search(part + whole) and _unit(part) == _unit(whole)


def _unit(label: str) -> str:
    """What stands in the last brackets of a label."""
    found = re.findall(r"[（(]([^（）()]*)[）)]", label)
    return found[-1] if found else ""
