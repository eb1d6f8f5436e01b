"""
The records of a list, planned column by column: a sixth of what 300 people cost one by one (bench/bulk.py).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qingzhuang.engine.fill.asking import Asking, CellPlan
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.knowing import People, people_of
from qingzhuang.engine.fill.lists import RowOf, plan_cell
from qingzhuang.engine.fill.ready import ReadyColumn, formats_of
from qingzhuang.engine.fill.writes import FilledColumn, FilledRows
from qingzhuang.engine.know.profile import Claim
from qingzhuang.engine.read.layout import Purpose
from qingzhuang.engine.values.domain import Written

_Blanks = dict[int, CellPlan]  # by number of the record, from 0
_ClaimOf = Callable[[int], Claim | None]


@dataclass(frozen=True, slots=True)
class PlannedRecords:
    """What the records of a list get. blanks: cells that count and stay blank, row by row."""

    filled: FilledRows
    blanks: tuple[CellPlan, ...]


def plan_records(
    asking: Asking, sheet: FormSheet, columns: Sequence[Asked], records: Sequence[RowOf]
) -> PlannedRecords:
    """What the cells of records get: what `plan_cell` gives for each record and column."""
    people = people_of([record.subject for record in records])
    planned = [
        _plan_column(asking, sheet, asked, records, people)
        for asked in columns
        if asked.key is not None or asked.field.purpose is Purpose.SERIAL
    ]
    blanks = [(at, number, cell) for number, (_, own) in enumerate(planned) for at, cell in own.items()]
    blanks.sort(key=lambda blank: blank[:2])
    rows = FilledRows(sheet.layout.name, [one.row for one in records], [column for column, _ in planned])
    return PlannedRecords(rows, tuple(cell for _, _, cell in blanks))


def _plan_column(
    asking: Asking, sheet: FormSheet, asked: Asked, records: Sequence[RowOf], people: People
) -> tuple[FilledColumn, _Blanks]:
    """The plain values at once, then cell by cell what is not plain."""
    values, claim_of_plain = _plain_values(asking, sheet, asked, records, people)
    claims: dict[int, Claim | None] = {}
    blanks: _Blanks = {}
    for at in [at for at, value in enumerate(values) if value is None]:
        cell = plan_cell(asking, sheet, asked, records[at])
        if cell is not None and cell.write is not None:
            values[at], claims[at] = cell.write.value, cell.write.claim
        elif cell is not None:
            blanks[at] = cell

    def claim_of(at: int) -> Claim | None:
        return claims[at] if at in claims else claim_of_plain(at)

    return FilledColumn(asked.field.column, values, claim_of), blanks


def _plain_values(
    asking: Asking, sheet: FormSheet, asked: Asked, records: Sequence[RowOf], people: People
) -> tuple[list[Written | None], _ClaimOf]:
    models = [record.model for record in records]
    if asked.field.purpose is Purpose.SERIAL:
        formats = formats_of(sheet, asked.field.column, models)
        each = zip(records, formats, strict=True)
        return [None if own is None else one.serial for one, own in each], lambda _at: None
    ready = ReadyColumn(asking, sheet, asked)
    return ready.values(people, models), lambda at: ready.claim_of(people.subjects[at])
