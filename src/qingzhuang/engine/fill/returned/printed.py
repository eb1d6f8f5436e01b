"""What was printed in the rows of a list when it was sent: the department's words, not the village's."""

from collections.abc import Mapping

from qingzhuang.engine.collect.keys import HOUSEHOLD_NO
from qingzhuang.engine.collect.returned.prints import print_key
from qingzhuang.engine.collect.returned.reading import Record, ReturnedCell
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.listed import IDS, NAMES
from qingzhuang.engine.read.layout import FieldKind

_TELLING = frozenset({*NAMES, *IDS, HOUSEHOLD_NO})


class PrintedBefore:
    """The printed rows of a sheet's lists, and whom they name. Rule R-RET-16."""

    def __init__(self, sheet: FormSheet, asked: tuple[Asked, ...]) -> None:
        self._sheet = sheet
        self._asked = asked
        self._rows: dict[int, tuple[Mapping[int, str], ...]] = {}

    def has(self, one: ReturnedCell, record: Record) -> bool:
        """Whether a cell shows what was printed for the same person, or for nobody in particular."""
        text = print_key(one.cell.text)
        if not text:
            return False
        names = {
            each.at: print_key(each.cell.text)
            for each in record.cells
            if self._asked[each.at].key in _TELLING and each.at != one.at
        }
        return any(
            row.get(one.at) == text and all(row.get(at) in (None, name) for at, name in names.items())
            for row in self._rows_with(one.at)
        )

    def _rows_with(self, at: int) -> tuple[Mapping[int, str], ...]:
        """The rows in which something is printed of the table that a field stands in: place → print."""
        field = self._asked[at].field
        if field.kind is not FieldKind.COLUMN or field.table is None:
            return ()
        if field.table not in self._rows:
            own = {
                place: each.field.column
                for place, each in enumerate(self._asked)
                if each.field.table == field.table and each.field.kind is FieldKind.COLUMN
            }
            table, grid = self._sheet.layout.tables[field.table], self._sheet.grid
            rows = (
                {place: key for place, column in own.items() if (key := print_key(grid.text(row, column)))}
                for row in range(table.first_row, table.last_row + 1)
            )
            self._rows[field.table] = tuple(row for row in rows if row)
        return self._rows[field.table]
