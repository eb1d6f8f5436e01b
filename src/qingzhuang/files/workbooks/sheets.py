"""One worksheet's XML, read row by row."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.values.domain import Raw
from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.limits import LAST_COLUMN, LAST_ROW, MAX_TEXT
from qingzhuang.files.workbooks.strings import text_of, unescaped

_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,40}")
Area = tuple[int, int, int, int]  # first row, first column, last row, last column


@dataclass(slots=True)
class RawCell:
    """A cell as written. look: number of its format; element: its <c>, alive until the row is done."""

    row: int
    column: int
    value: Raw
    look: int
    element: etree._Element


@dataclass(slots=True)
class RawRow:
    """A row as written."""

    number: int
    is_hidden: bool
    cells: list[RawCell] = field(default_factory=list)


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def place_of(reference: str) -> tuple[int, int]:
    """Row and column of `B7` or `$B$7`. Raises RefusedError outside the sheet."""
    found = _PLACE.fullmatch(reference.replace("$", ""))
    if found is None:
        raise RefusedError(Problem(FilesCode.BAD_REFERENCE))
    row, column = int(found[2]), column_number(found[1])
    if row > LAST_ROW or column > LAST_COLUMN:
        raise RefusedError(Problem(FilesCode.BAD_REFERENCE))
    return row, column


def area_of(reference: str) -> Area:
    """The area of `A1:B7` or `A1`. Raises RefusedError outside the sheet."""
    first, _, last = reference.partition(":")
    first_row, first_column = place_of(first)
    last_row, last_column = place_of(last) if last else (first_row, first_column)
    return (
        *(min(first_row, last_row), min(first_column, last_column)),
        *(max(first_row, last_row), max(first_column, last_column)),
    )


def read_rows(
    source: xmls.Source, *, string: Callable[[int], str], on_rest: Callable[[etree._Element], None]
) -> Iterator[RawRow]:
    """
    The rows of a sheet in order; `on_rest` then gets the <worksheet> element with everything but its rows.

    string: the shared string of a number. A row or cell without a reference follows the one before it.
    Raises RefusedError for XML, references and values that no program of the trade writes.
    """
    number = 0
    for element in xmls.stream(source, ("row", "worksheet")):
        if xmls.local(element) == "worksheet":
            on_rest(element)
            return
        number = _row_number(element.get("r"), number)
        row = RawRow(number, element.get("hidden") in ("1", "true"))
        row.cells = list(_cells(element, number, string))
        yield row
        xmls.clear(element)


def _row_number(text: str | None, before: int) -> int:
    number = before + 1 if text is None else int(text) if text.isdecimal() and len(text) < 8 else 0
    if not before < number <= LAST_ROW:
        raise RefusedError(Problem(FilesCode.BAD_REFERENCE))
    return number


def _cells(element: etree._Element, number: int, string: Callable[[int], str]) -> Iterator[RawCell]:
    column = 0
    for cell in element:
        if xmls.local(cell) != "c":
            continue
        reference = cell.get("r")
        row, column = (number, column + 1) if reference is None else place_of(reference)
        if row != number or column > LAST_COLUMN:
            raise RefusedError(Problem(FilesCode.BAD_REFERENCE))
        look = cell.get("s", "0")
        yield RawCell(row, column, _value(cell, string), int(look) if look.isdecimal() else 0, cell)


def _value(cell: etree._Element, string: Callable[[int], str]) -> Raw:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = xmls.child(cell, "is")
        return None if inline is None else text_of(inline)
    held = xmls.child(cell, "v")
    text = held.text if held is not None else None
    if not text:
        return None
    if kind == "s":
        return string(int(text)) if text.strip().isdecimal() else None
    return _plain_value(kind, text)


def _plain_value(kind: str, text: str) -> Raw:
    if kind == "b":
        return text.strip() in ("1", "true")
    if kind in ("str", "e", "d"):
        if len(text) > MAX_TEXT:
            raise RefusedError(Problem(FilesCode.TEXT_TOO_LONG, {"limit": MAX_TEXT}))
        return unescaped(text)
    return number_of(text.strip())


def number_of(text: str) -> Raw:
    """The number of a <v>: whole numbers exact to the last digit, others as binary floats."""
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    try:
        return float(text)
    except ValueError as error:
        raise RefusedError(Problem(FilesCode.BROKEN)) from error


def string_at(strings: Sequence[str]) -> Callable[[int], str]:
    """A look-up in the shared strings. A number beyond the table is refused."""

    def at(index: int) -> str:
        if index >= len(strings):
            raise RefusedError(Problem(FilesCode.BROKEN))
        return strings[index]

    return at
