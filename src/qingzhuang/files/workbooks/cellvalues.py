"""Values of scanned cells."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.values.domain import Raw
from qingzhuang.files.workbooks.display import dated
from qingzhuang.files.workbooks.fastscan import FoundCell
from qingzhuang.files.workbooks.sheets import column_number, number_of


class _Columns(dict[str, int]):
    """Numbers of columns by their letters, worked out once."""

    def __missing__(self, letters: str) -> int:
        self[letters] = column_number(letters)
        return self[letters]


class CellValues:
    """Turns scanned cells into values. days: how much of a day the looks show that show a number as one."""

    def __init__(self, strings: Sequence[str], days: Mapping[int, int], *, is_1904: bool) -> None:
        self._strings = strings
        self._days = {str(look): n_parts for look, n_parts in days.items()}
        self._is_1904 = is_1904
        self._columns = _Columns()

    def of_row(self, cells: Sequence[FoundCell]) -> tuple[Raw, ...]:
        """Values from column 1 to the last filled one. Raises RefusedError for a string that is not there."""
        values: list[Raw] = []
        columns = self._columns
        for letters, look, kind, late_look, text, inline in cells:
            if inline:
                value: Raw = inline
            elif text:
                value = self._string(text) if kind == "s" else self._other(kind, text, look or late_look)
            else:
                continue
            if value == "":
                continue
            gap = columns[letters] - len(values) - 1
            if gap:
                if gap < 0:
                    raise RefusedError(Problem(FilesCode.BAD_REFERENCE))
                values += [None] * gap
            values.append(value)
        return tuple(values)

    def _string(self, text: str) -> str:
        try:
            return self._strings[int(text)]
        except (IndexError, ValueError) as error:
            raise RefusedError(Problem(FilesCode.BROKEN)) from error

    def _other(self, kind: str, text: str, look: str) -> Raw:
        if kind in ("", "n"):
            if look in self._days:
                return _day(text, self._days[look], is_1904=self._is_1904)
            return int(text) if text.isdecimal() and len(text) < 40 else number_of(text.strip())
        return text.strip() in ("1", "true") if kind == "b" else text


@lru_cache(maxsize=65_536)
def _day(text: str, n_parts: int, *, is_1904: bool) -> Raw:
    return dated(number_of(text.strip()), n_parts=n_parts, is_1904=is_1904)
