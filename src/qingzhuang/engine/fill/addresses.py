"""
A plan in the file's own addresses: a Word form calls its cells T1R3C2 and P5, and rows that grow move them
(R-WRD-25).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qingzhuang.engine.fill.plan import Growth, Missing, Plan
from qingzhuang.engine.read.grid import Grid

_LETTERED = re.compile(r"([A-Z]{1,3})(\d+)")
_IN_TABLE = re.compile(r"(.*T\d+R)(\d+)(C\d+)")
_ROW_SAID = re.compile(r"第(\d+)行的")


def in_own_names(plan: Plan, grids: Sequence[Grid]) -> Plan:
    """The plan with `sheet!D7` replaced by `sheet!T1R3C2` where the file has names of its own."""
    for grid in grids:
        if grid.addresses:
            plan = _named(plan, _Names(grid, tuple(g for g in plan.growths if g.sheet == grid.name)))
    return plan


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of one sheet's cells in the finished file."""

    grid: Grid
    growths: tuple[Growth, ...]

    def of(self, address: str) -> str:
        """The file's own name for `sheet!D7`; the address itself where it is another sheet's."""
        sheet, _, bare = address.rpartition("!")
        found = _LETTERED.fullmatch(bare)
        if sheet != self.grid.name or found is None:
            return address
        return f"{sheet}!{self._at(int(found[2]), _number(found[1])) or bare}"

    def said(self, note: str) -> str:
        """A sentence with its addresses and rows in the file's own names."""
        named = re.sub(rf"{re.escape(self.grid.name)}![A-Z]{{1,3}}\d+", lambda found: self.of(found[0]), note)
        return _ROW_SAID.sub(self._row_said, named, count=1) if named.startswith("第") else named

    def _at(self, row: int, column: int) -> str:
        """Name of a place of the finished file; "" where the template has no cell."""
        shift = 0
        for growth in sorted(self.growths, key=lambda each: each.after_row):
            new = row - growth.after_row - shift
            if new <= 0:
                break
            if new <= growth.n:
                below = growth.sample_row + (new - 1) % growth.height
                return self._grown(self.grid.addresses.get((below, column), ""), growth, new)
            shift += growth.n
        name = self.grid.addresses.get((row - shift, column), "")
        return self._moved(name)

    def _grown(self, name: str, growth: Growth, new: int) -> str:
        """Name of a cell in a new row, the `new`th of its growth; name: of its model."""
        found, last = _IN_TABLE.fullmatch(name), self._last(growth)
        if found is None or last is None:
            return name
        return self._moved(f"{found[1]}{last[1]}{found[3]}", new)

    def _moved(self, name: str, further: int = 0) -> str:
        """The name with the row numbers of all tables in it moved by what grows above them."""
        marks = [(last, growth.n) for growth in self.growths if (last := self._last(growth)) is not None]
        pieces = re.split(r"(?<=R)(\d+)(?=C)", name)
        for at in range(1, len(pieces), 2):
            head, number = "".join(re.split(r"(?<=R)(\d+)(?=C)", name)[:at]), int(pieces[at])
            number += sum(n for (table, row), n in marks if table == head and row < number)
            pieces[at] = str(number + (further if at == len(pieces) - 2 else 0))
        return "".join(pieces)

    def _last(self, growth: Growth) -> tuple[str, int] | None:
        """The table (`T1R`) and row number below which rows grow."""
        names = (name for (row, _), name in self.grid.addresses.items() if row == growth.after_row)
        found = next((match for name in names if (match := _IN_TABLE.fullmatch(name))), None)
        return None if found is None else (found[1], int(found[2]))

    def _row_said(self, found: re.Match[str]) -> str:
        row = int(found[1])
        names = (name for (at, _), name in self.grid.addresses.items() if at == row)
        cell = next((match for name in names if (match := re.fullmatch(r"T(\d+)R(\d+)C\d+", name))), None)
        return found[0] if cell is None else f"第{cell[1]}张表第{cell[2]}行的"


def _named(plan: Plan, names: _Names) -> Plan:
    return replace(
        plan,
        gap_cells=tuple(names.of(cell) for cell in plan.gap_cells),
        conflict_cells=tuple(names.of(cell) for cell in plan.conflict_cells),
        missing=tuple(_line(line, names) for line in plan.missing),
        disputed=tuple(replace(each, blank=_line(each.blank, names)) for each in plan.disputed),
        notes=tuple(names.said(note) for note in plan.notes),
    )


def _line(line: Missing, names: _Names) -> Missing:
    return replace(line, cell=names.of(line.cell))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
