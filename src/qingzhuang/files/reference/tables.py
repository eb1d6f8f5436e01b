"""Reading small CSV files that a county edits by hand; every refusal names file and line."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reference import ReferenceCode

Read = TypeVar("Read")
YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a CSV file: the file's name, the number of the line (the header is 1), values by column."""

    file: str
    number: int
    cells: dict[str, str]

    def refused(self, column: str, wanted: str) -> RefusedError:
        """The refusal that says what this cell should have been, `wanted` in Chinese words."""
        params: dict[str, str | int] = {"file": self.file, "line": self.number, "column": column}
        params |= {"value": self.cells[column], "wanted": wanted}
        return RefusedError(Problem(ReferenceCode.BAD_CELL, params))

    def read(self, column: str, read: Callable[[str], Read], wanted: str) -> Read:
        """
        The cell as `read` understands it.

        Raises:
            RefusedError: `read` raised ValueError or KeyError.
        """
        try:
            return read(self.cells[column])
        except (ValueError, KeyError) as error:
            raise self.refused(column, wanted) from error


def read_lines(path: Path, columns: tuple[str, ...]) -> Iterator[Line]:
    """
    The lines of a CSV file with exactly these columns, in any order; empty lines left out.

    Raises:
        RefusedError: not UTF-8, a column unknown or missing, or a line too short or too long.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(Problem(ReferenceCode.NOT_TEXT, {"file": path.name})) from error
    reader = csv.reader(text.splitlines(keepends=True))
    header = [cell.strip() for cell in next(reader, [])]
    _check_header(path.name, header, columns)
    for row in reader:
        if not any(map(str.strip, row)):
            continue
        if len(row) != len(header):
            params: dict[str, str | int] = {"file": path.name, "line": reader.line_num}
            params |= {"columns": len(header), "n": len(row)}
            raise RefusedError(Problem(ReferenceCode.WRONG_WIDTH, params))
        yield Line(path.name, reader.line_num, dict(zip(header, map(str.strip, row), strict=True)))


def _check_header(file: str, header: list[str], columns: tuple[str, ...]) -> None:
    for code, left in (
        (ReferenceCode.UNKNOWN_COLUMN, [column for column in header if column not in columns]),
        (ReferenceCode.MISSING_COLUMN, [column for column in columns if column not in header]),
    ):
        if left:
            raise RefusedError(Problem(code, {"file": file, "column": left[0]}))
