"""The plan of a filled form: what goes where, and why. Same input, same plan."""

from collections.abc import Sequence
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

    Rows are numbered as in the template, before anything grows. height: rows of one record; `n` is a
    multiple of it, and the sample stands in `sample_row` and the rows below it.
    """

    sheet: str
    after_row: int
    n: int
    sample_row: int
    height: int = 1


@dataclass(frozen=True, slots=True)
class Missing:
    """
    One cell nobody has the answer for. known_by: who can know it (the owner office, or 本户).

    household: its number, else its head's name. head: name of the head. household_id, subject_id: whom it is
    about, to tell name twins apart; 0 where not known. born: birth date of the person, as far as known.
    path: the label with its parents. key: what is asked. is_of_household: asked once for all members.
    """

    cell: str
    household: str
    who: str
    label: str
    known_by: str
    head: str = ""
    household_id: int = 0
    subject_id: int = 0
    born: str = ""
    path: tuple[str, ...] = ()
    key: str = ""
    is_of_household: bool = False


@dataclass(frozen=True, slots=True)
class Disputed:
    """One cell that stays blank because sources disagree. blank: where and whose. claims: what they say."""

    blank: Missing
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who belongs on the form and finds no place there. household: its number; head: his name."""

    who: str
    household: str = ""
    head: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell that does not fit what its form demands. cell: `Sheet!D7`. why: one Chinese sentence."""

    cell: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """
    The plan for one output file. Rows of writes and addresses are those of the finished file (after growth).

    rows: records written. total = filled + gaps + conflicts; sums are no part of it. gap_cells,
    conflict_cells: `Sheet!D7`.
    missing, disputed: the same cells with whom they are about and what is asked.
    left_out: people for whom the form has no room. doubts: what does not fit the form's own checks.
    notes: Chinese sentences about what was left alone (a listed name that fits two, and the like).
    """

    writes: Sequence[Write]
    growths: tuple[Growth, ...]
    rows: int
    filled: int
    gap_cells: tuple[str, ...]
    conflict_cells: tuple[str, ...]
    unbound: tuple[str, ...]
    missing: tuple[Missing, ...]
    notes: tuple[str, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def on_sheet(self, sheet: str) -> "Plan":
        """
        The plan with all its addresses on a sheet of this name, for a form of one sheet that stands many
        times in one workbook. Its writes keep the template's name.
        """
        return replace(
            self,
            gap_cells=tuple(_moved(cell, sheet) for cell in self.gap_cells),
            conflict_cells=tuple(_moved(cell, sheet) for cell in self.conflict_cells),
            missing=tuple(_line_on(line, sheet) for line in self.missing),
            disputed=tuple(replace(each, blank=_line_on(each.blank, sheet)) for each in self.disputed),
            doubts=tuple(replace(each, cell=_moved(each.cell, sheet)) for each in self.doubts),
        )


def _moved(address: str, sheet: str) -> str:
    return f"{sheet}!{address.rpartition('!')[2]}"


def _line_on(line: Missing, sheet: str) -> Missing:
    return replace(line, cell=_moved(line.cell, sheet))
