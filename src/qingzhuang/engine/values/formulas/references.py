"""References: which cells a piece of a formula names, from whatever cell the formula is read."""

import re
from dataclasses import dataclass

from qingzhuang.engine.values.formulas.domain import Area, NotComputedError

LAST_ROW = 1_048_576  # of Excel
LAST_COLUMN = 16_384
_CORNER = re.compile(r"(\$?)([A-Z]*)(\$?)([0-9]*)")


@dataclass(frozen=True, slots=True)
class Reference:
    """
    A reference as written. sheet: None for the formula's own. is_range: whether a colon stands in it.

    fixed: whether first row, first column, last row, last column stay when the formula is copied.
    """

    sheet: str | None
    first_row: int
    first_column: int
    last_row: int
    last_column: int
    fixed: tuple[bool, bool, bool, bool]
    is_range: bool

    def area(self, sheet: str, rows: int = 0, columns: int = 0) -> Area:
        """
        The area it names on its sheet, or on `sheet`; read so many rows below and columns right of its home.

        Raises NotComputedError when that leaves the sheet.
        """
        fixed = self.fixed
        first = self.first_row + (0 if fixed[0] else rows), self.first_column + (0 if fixed[1] else columns)
        last = self.last_row + (0 if fixed[2] else rows), self.last_column + (0 if fixed[3] else columns)
        top, bottom = sorted((first[0], last[0]))
        left, right = sorted((first[1], last[1]))
        if top < 1 or left < 1 or bottom > LAST_ROW or right > LAST_COLUMN:
            raise NotComputedError
        return Area(self.sheet if self.sheet is not None else sheet, top, left, bottom, right)


def reference_of(text: str) -> Reference:
    """The reference of `B7`, `$B$7:C9`, `C:C`, `3:5`, `'表 一'!B7`. Raises NotComputedError off the sheet."""
    prefix, mark, cells = text.rpartition("!")
    sheet = prefix.strip("'").replace("''", "'") if mark else None
    first, colon, last = cells.upper().partition(":")
    top, left = _corner(first), _corner(last or first)
    # A whole column or row does not move along the line that it fills.
    whole_rows, whole_columns = not top[0], not top[1]
    return Reference(
        sheet,
        top[0] or 1,
        top[1] or 1,
        left[0] or LAST_ROW,
        left[1] or LAST_COLUMN,
        (top[2] or whole_rows, top[3] or whole_columns, left[2] or whole_rows, left[3] or whole_columns),
        bool(colon),
    )


def column_number(letters: str) -> int:
    """1 for A, 27 for AA, 0 for nothing."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _corner(text: str) -> tuple[int, int, bool, bool]:
    """Row, column (0: all), and whether each is fixed."""
    found = _CORNER.fullmatch(text)
    if found is None:
        raise NotComputedError
    before, letters, between, digits = found.groups()
    row, column = int(digits or 0), column_number(letters)
    if not letters:  # a whole row: its sign stands before the digits
        return row, 0, bool(before), False
    if row > LAST_ROW or column > LAST_COLUMN or (digits and not row):
        raise NotComputedError
    return row, column, bool(between), bool(before)


def written(reference: Reference) -> str:
    """The reference as text, its corners with their signs; whole columns and rows as ranges of cells."""
    prefix = "" if reference.sheet is None else "'" + reference.sheet.replace("'", "''") + "'!"
    fixed = reference.fixed
    first = _cell(reference.first_row, reference.first_column, (fixed[0], fixed[1]))
    last = _cell(min(reference.last_row, LAST_ROW), reference.last_column, (fixed[2], fixed[3]))
    return f"{prefix}{first}:{last}" if reference.is_range else prefix + first


def _cell(row: int, column: int, fixed: tuple[bool, bool]) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{'$' if fixed[1] else ''}{letters}{'$' if fixed[0] else ''}{row}"
