"""The plan of a filled form: what goes where, and why. Same input, same plan."""

from dataclasses import dataclass, replace

from qingzhuang.engine.know.profile import Claim
from qingzhuang.engine.values.domain import Written


@dataclass(frozen=True, slots=True)
class Write:
    """One cell to write. claim: where the value is from; None for serial numbers and computed values."""

    sheet: str
    row: int
    column: int
    value: Written
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """
    `n` new rows below `after_row`, each a copy of `sample_row`'s style, height and row formulas.

    Rows are numbered as in the template, before anything grows.
    """

    sheet: str
    after_row: int
    n: int
    sample_row: int


@dataclass(frozen=True, slots=True)
class Missing:
    """One cell nobody has the answer for. known_by: who can know it (the owner office, or 本户)."""

    cell: str
    household: str
    who: str
    label: str
    known_by: str


@dataclass(frozen=True, slots=True)
class Plan:
    """
    The plan for one output file. Rows of writes and addresses are those of the finished file (after growth).

    rows: records written. total = filled + gaps + conflicts. gap_cells, conflict_cells: `Sheet!D7`.
    notes: Chinese sentences about what was left alone (a listed name that fits two, and the like).
    """

    writes: tuple[Write, ...]
    growths: tuple[Growth, ...]
    rows: int
    filled: int
    gap_cells: tuple[str, ...]
    conflict_cells: tuple[str, ...]
    unbound: tuple[str, ...]
    missing: tuple[Missing, ...]
    notes: tuple[str, ...] = ()

    def on_sheet(self, sheet: str) -> "Plan":
        """
        The plan with all its addresses on a sheet of this name, for a form of one sheet that stands many
        times in one workbook. Its writes keep the template's name.
        """
        return replace(
            self,
            gap_cells=tuple(_moved(cell, sheet) for cell in self.gap_cells),
            conflict_cells=tuple(_moved(cell, sheet) for cell in self.conflict_cells),
            missing=tuple(replace(line, cell=_moved(line.cell, sheet)) for line in self.missing),
        )


def _moved(address: str, sheet: str) -> str:
    return f"{sheet}!{address.rpartition('!')[2]}"
