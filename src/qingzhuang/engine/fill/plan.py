"""The plan of a filled form: what goes where, and why. Same input, same plan."""

from dataclasses import dataclass

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
    """`n` new rows below `after_row`, each a copy of `sample_row`'s style, height and row formulas."""

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
    The plan for one output file. Row numbers are those of the finished file (after growth).

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
