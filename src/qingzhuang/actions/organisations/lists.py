"""Lists that a county hands in as .xlsx, .xls or .csv: found by their headings, read line by line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.engine.values.domain import Domain, Kind, Parsed, Raw
from qingzhuang.engine.values.parsing import parse
from qingzhuang.engine.values.text import narrow, normalise_label, tidy_text
from qingzhuang.files.intake.rosters import read_rosters
from qingzhuang.files.intake.uploads import put_into

_HEADING_ROWS = 20  # titles and notes stand above the headings, never more of them than this
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_FULL_DAY = len("2024-06-30")


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list as handed in. name: of the file. content: all of it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a list may have, as we call it and as counties do. needed: it must be there."""

    label: str
    others: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line. place: where it stands, in Chinese (第 3 行). said: key of the column → its tidy text."""

    place: str
    said: Mapping[str, str]

    def text(self, key: str) -> str:
        """What stands in the column, "" for nothing."""
        return self.said.get(key, "")


def read_list(given: ListFile, columns: Mapping[str, Column]) -> tuple[ListLine, ...]:
    """
    The lines of every sheet that has the needed headings, in order; lines without any value are left out.

    Raises:
        RefusedError: the file cannot be read, no sheet has the headings, or nothing stands below them.
    """
    with TemporaryDirectory(prefix="list-") as folder:
        path = put_into(Path(folder), given.name, given.content)
        sheets = [sheet for sheet in read_rosters(path) if not sheet.is_hidden]
    headed = [(sheet, found) for sheet in sheets if (found := _headings(sheet, columns)) is not None]
    if not headed:
        needed = "”“".join(column.label for column in columns.values() if column.needed)
        raise RefusedError(Problem(OrganisationsCode.NO_LIST, {"needed": needed}))
    lines = [
        line
        for sheet, (at, keys) in headed
        for line in _lines(sheet, at, keys, sheet.name if len(headed) > 1 else "")
    ]
    if not lines:
        raise RefusedError(Problem(OrganisationsCode.EMPTY_LIST))
    return tuple(lines)


def day_in(text: str) -> str | None:
    """The ISO day that a cell means, None where it names no whole day."""
    parsed = parse(text, Domain(Kind.DATE))
    return parsed.value if isinstance(parsed, Parsed) and len(parsed.value) == _FULL_DAY else None


def several(text: str) -> tuple[str, ...]:
    """The parts of a cell that names several, by 、 or any comma, semicolon or line break."""
    return tuple(part for part in re.split(r"[、,，;；\n/]\s*", text) if part.strip())


def _headings(sheet: RosterSheet, columns: Mapping[str, Column]) -> tuple[int, dict[int, str]] | None:
    """The row of the headings and which key stands in which column; None where needed ones lack."""
    needed = {key for key, column in columns.items() if column.needed}
    called = {label: key for key, column in columns.items() for label in (column.label, *column.others)}
    for number, values in sheet.rows[:_HEADING_ROWS]:
        found: dict[int, str] = {}
        for at, value in enumerate(values):
            key = called.get(_heading(value))
            if key is not None and key not in found.values():
                found[at] = key
        if needed <= set(found.values()):
            return number, found
    return None


def _heading(value: Raw) -> str:
    """A heading without numbering, blanks and what stands in brackets."""
    return _IN_BRACKETS.sub("", normalise_label(str(value))) if value is not None else ""


def _lines(sheet: RosterSheet, heading: int, keys: Mapping[int, str], name: str) -> Iterator[ListLine]:
    for number, values in sheet.rows:
        said = {key: _text(values[at]) for at, key in keys.items() if at < len(values)}
        if number > heading and any(said.values()):
            yield ListLine(f"“{name}”第 {number} 行" if name else f"第 {number} 行", said)


def _text(value: Raw) -> str:
    """A cell as tidy text: a whole number without its point, a day in ISO."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, date):
        return value.isoformat()[:_FULL_DAY]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return narrow(tidy_text(str(value))[0])
