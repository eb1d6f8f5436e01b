"""A sheet as a grid of cells. Rows and columns count from 1, as in Excel."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qingzhuang.engine.values.domain import Raw


def column_letters(column: int) -> str:
    """The letters of a column as in Excel: A for 1, AA for 27."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Style:
    """What of a cell's look matters to reading. `borders`: which of l, r, t, b are drawn."""

    number_format: str = "General"
    font_size: float = 11.0
    borders: str = ""
    has_fill: bool = False
    is_locked: bool = False  # locked AND the sheet is protected


@dataclass(frozen=True, slots=True)
class Cell:
    """
    One cell, or one merged region named by its top left corner.

    text: what a person sees, line breaks kept; "" when empty. raw: the value itself.
    rows, columns: size of the merged region, 1 for a plain cell. formula: without "=", None if there is none.
    """

    row: int
    column: int
    text: str = ""
    raw: Raw = None
    rows: int = 1
    columns: int = 1
    formula: str | None = None
    style: Style = field(default_factory=Style)
    comment: str = ""

    @property
    def last_row(self) -> int:
        """Bottom row of the region."""
        return self.row + self.rows - 1

    @property
    def last_column(self) -> int:
        """Right column of the region."""
        return self.column + self.columns - 1


@dataclass(frozen=True, slots=True)
class Validation:
    """
    A data validation. areas: (first row, first column, last row, last column) each.

    options: the resolved entries of a list validation, wherever the list stands; () for other types.
    formula2: the second bound of a range. message: what the form itself says of a wrong answer. is_advice:
    whether other answers are let through.
    """

    kind: str
    areas: tuple[tuple[int, int, int, int], ...]
    options: tuple[str, ...] = ()
    formula: str = ""
    operator: str = ""
    formula2: str = ""
    message: str = ""
    is_advice: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """
    One sheet. `cells` holds every anchor and plain cell that exists in the file, styled empty ones too,
    keyed (row, column); `covered` maps each other cell of a merged region to its anchor.
    n_rows and n_columns bound what has content, border or fill. addresses: the file's own names of cells,
    where they are not A1 (a Word file: T1R3C2, P5).
    """

    name: str
    n_rows: int
    n_columns: int
    cells: Mapping[tuple[int, int], Cell]
    covered: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    validations: tuple[Validation, ...] = ()
    is_hidden: bool = False
    addresses: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def address(self, row: int, column: int) -> str:
        """What people call this cell: the file's own name for it, else as in Excel."""
        return self.addresses.get((row, column)) or f"{column_letters(column)}{row}"

    def at(self, row: int, column: int) -> Cell:
        """The cell at this place: the anchor of its merged region, or an empty cell."""
        place = self.covered.get((row, column), (row, column))
        found = self.cells.get(place)
        return found if found is not None else Cell(row, column)

    def text(self, row: int, column: int) -> str:
        """Text at this place; a merged region shows its text in all its cells."""
        return self.at(row, column).text


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook: its sheets in order, hidden ones too."""

    sheets: tuple[Grid, ...]
    is_1904: bool = False
