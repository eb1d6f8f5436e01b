"""
References inside formulas: found, moved, written back; everything else of a formula stays as it is.

`engine/values/formulas` takes formulas apart to calculate them, and refuses what it does not know; here every
formula is rewritten letter by letter, those of other workbooks, tables and arrays too. One for both would
either lose text that Excel needs or calculate what it does not understand.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from qingzhuang.engine.read.grid import column_letters
from qingzhuang.files.packages.limits import LAST_COLUMN, LAST_ROW
from qingzhuang.files.workbooks.sheets import column_number

_CELL = r"\$?[A-Z]{1,3}\$?[0-9]{1,7}"
_TOKEN = re.compile(
    rf"""
    (?P<text>"(?:[^"]|"")*")
    | (?P<brackets>\[(?:[^\[\]]|\[[^\]]*\])*\])
    | (?P<sheet>'(?:[^']|'')+'!|[^\s'"!(),;:+\-*/^&=<>{{}}\[\]%\#@]+!)?
      (?:(?P<cells>{_CELL}(?::{_CELL})?)|(?P<lines>\$?[0-9]+:\$?[0-9]+|\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}))
      (?![\w.(!])
    | (?P<word>'(?:[^']|'')+'!|[\w.\\?$]+!?)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CORNER = re.compile(r"(\$?)([A-Z]*)(\$?)([0-9]*)")


@dataclass(frozen=True, slots=True)
class Corner:
    """One end of a reference. row or column 0: the whole column or row is meant."""

    row: int
    column: int
    is_row_fixed: bool
    is_column_fixed: bool

    def __str__(self) -> str:
        column = ("$" if self.is_column_fixed else "") + column_letters(self.column) if self.column else ""
        row = ("$" if self.is_row_fixed else "") + str(self.row) if self.row else ""
        return column + row


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as written. sheet: None for the formula's own; last: None for one cell."""

    prefix: str
    sheet: str | None
    first: Corner
    last: Corner | None

    def __str__(self) -> str:
        return self.prefix + (str(self.first) if self.last is None else f"{self.first}:{self.last}")


def rewrite(formula: str, change: Callable[[Reference], Reference | None]) -> str:
    """The formula with each reference replaced by what `change` gives for it; None becomes #REF!."""
    written: list[str] = []
    is_foreign = False  # after [1]: a reference into another workbook
    for token in _TOKEN.finditer(formula):
        reference = token["cells"] or token["lines"]
        if reference is None or is_foreign:
            written.append(token[0])
        else:
            changed = change(_reference(token["sheet"] or "", reference))
            written.append("#REF!" if changed is None else str(changed))
        is_foreign = token["brackets"] is not None
    return "".join(written)


def references(formula: str) -> tuple[Reference, ...]:
    """All references of a formula, in order."""
    found: list[Reference] = []

    def note(reference: Reference) -> Reference:
        found.append(reference)
        return reference

    rewrite(formula, note)
    return tuple(found)


def copied(formula: str, *, rows: int, columns: int) -> str:
    """The formula as Excel copies it so many rows down and columns right; what leaves the sheet is #REF!."""

    def change(reference: Reference) -> Reference | None:
        first = _moved(reference.first, rows, columns)
        last = None if reference.last is None else _moved(reference.last, rows, columns)
        if first is None or (reference.last is not None and last is None):
            return None
        return replace(reference, first=first, last=last)

    return rewrite(formula, change)


def _moved(corner: Corner, rows: int, columns: int) -> Corner | None:
    row = corner.row if corner.is_row_fixed or not corner.row else corner.row + rows
    column = corner.column if corner.is_column_fixed or not corner.column else corner.column + columns
    is_outside = (corner.row and not 1 <= row <= LAST_ROW) or (
        corner.column and not 1 <= column <= LAST_COLUMN
    )
    return None if is_outside else replace(corner, row=row, column=column)


def _reference(prefix: str, text: str) -> Reference:
    first, _, last = text.partition(":")
    sheet = prefix[:-1].strip("'").replace("''", "'") if prefix else None
    return Reference(prefix, sheet, _corner(first), _corner(last) if last else None)


def _corner(text: str) -> Corner:
    found = _CORNER.fullmatch(text)
    if found is None:
        raise ValueError(f"no reference: {text}")
    before, letters, between, digits = found.groups()
    if not letters:  # a whole row: its sign stands before the digits
        return Corner(int(digits), 0, bool(before), False)
    return Corner(int(digits or 0), column_number(letters), bool(between), bool(before))
