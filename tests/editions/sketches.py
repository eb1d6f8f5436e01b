"""Drawn questionnaires as sheets in several styles, the way a reader hands them over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.editions.questionnaire import Drawn

from qingzhuang.engine.read.grid import Cell, Grid, Style, Validation

_BOX = Style(borders="lrtb")


@dataclass
class Sketch:
    """A sheet being drawn: its cells, its validations, and which field each blank is."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    covered: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    validations: list[Validation] = field(default_factory=list)
    ids: dict[tuple[int, int], int] = field(default_factory=dict)

    def write(self, row: int, column: int, text: str = "", *, rows: int = 1, columns: int = 1) -> None:
        """A bordered cell, merged over rows and columns."""
        self.cells[row, column] = Cell(row, column, text, text or None, rows, columns, style=_BOX)
        for r in range(row, row + rows):
            for c in range(column, column + columns):
                if (r, c) != (row, column):
                    self.covered[r, c] = (row, column)

    def blank(self, row: int, column: int, drawn: Drawn, *, columns: int = 1) -> None:
        """The blank of a field."""
        self.write(row, column, columns=columns)
        self.ids[row, column] = drawn.id
        if drawn.is_choice:
            self.validations.append(Validation("list", ((row, column, row, column),), ("甲类", "乙类")))

    @property
    def grid(self) -> Grid:
        """The sheet as a reader hands it over."""
        n_rows, n_columns = (max(place[i] for place in self.cells) for i in (0, 1))
        return Grid("表", n_rows, n_columns, self.cells, self.covered, validations=tuple(self.validations))


def by_parent(fields: list[Drawn]) -> dict[tuple[str, ...], list[Drawn]]:
    """The fields below their parents, parents in the order of their first field."""
    found: dict[tuple[str, ...], list[Drawn]] = {}
    for drawn in fields:
        found.setdefault(drawn.parents, []).append(drawn)
    return found


def indicators(fields: list[Drawn]) -> Sketch:
    """代码 | 类别 | 指标名称 | 计量单位 | 数量, codes counted through."""
    sketch = Sketch()
    sketch.write(1, 1, "行政村基本情况调查表", columns=5)
    for column, head in enumerate(("代码", "类别", "指标名称", "计量单位", "数量"), 1):
        sketch.write(2, column, head)
    row = 3
    for parents, below in by_parent(fields).items():
        sketch.write(row, 2, parents[0] if parents else "全年", rows=len(below))
        for drawn in below:
            sketch.write(row, 1, f"{row - 2:03d}")
            sketch.write(row, 3, drawn.label)
            sketch.write(row, 4, drawn.unit or "—")
            sketch.blank(row, 5, drawn)
            row += 1
    return sketch


def card(fields: list[Drawn]) -> Sketch:
    """Numbered labels left of their blanks, two to a row, the parent merged at the left."""
    sketch = Sketch()
    sketch.write(1, 1, "农户情况登记表", columns=5)
    row = number = 1
    for parents, below in by_parent(fields).items():
        n_rows = (len(below) + 1) // 2
        sketch.write(row + 1, 1, parents[0] if parents else "全年", rows=n_rows)
        for at, drawn in enumerate(below):
            row += at % 2 == 0
            unit = f"（{drawn.unit}）" if drawn.unit else ""
            sketch.write(row, 2 + at % 2 * 2, f"{number:02d}{drawn.label}{unit}")
            is_alone = at == len(below) - 1 and at % 2 == 0
            sketch.blank(row, 3 + at % 2 * 2, drawn, columns=3 if is_alone else 1)
            number += 1
    return sketch


def columns(fields: list[Drawn]) -> Sketch:
    """A list with the parents above the labels and ten rows to fill."""
    sketch = Sketch()
    width = len(fields) + 2
    sketch.write(1, 1, "花名册", columns=width)
    for column, head in enumerate(("序号", "姓名"), 1):
        sketch.write(2, column, head, rows=2)
        for row in range(4, 14):
            sketch.write(row, column)
    column = 3
    for parents, below in by_parent(fields).items():
        sketch.write(2, column, parents[0] if parents else "全年", columns=len(below))
        for drawn in below:
            sketch.write(3, column, drawn.label + (f"（{drawn.unit}）" if drawn.unit else ""))
            sketch.blank(4, column, drawn)
            for row in range(5, 14):
                sketch.write(row, column)
            column += 1
    return sketch


STYLES: Mapping[str, tuple[int, Callable[[list[Drawn]], Sketch]]] = {
    "indicator sheet, 100 rows, codes renumbered": (100, indicators),
    "card, 40 fields, numbered": (40, card),
    "list, 20 columns under parents": (20, columns),
}
