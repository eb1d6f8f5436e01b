"""Sheets as the reader of files hands them over, drawn in a line or two."""

from collections.abc import Sequence

from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.lists.domain import DutyLine
from qingzhuang.engine.collect.sheets import RosterSheet

Cells = Sequence[Sequence[str]]


def sheet(name: str, rows: Cells, *, merges: tuple[tuple[int, int, int, int], ...] = ()) -> RosterSheet:
    """A sheet of these rows, from row 1 on."""
    return RosterSheet(name, [(at, tuple(row)) for at, row in enumerate(rows, start=1)], merges)


def duty(name: str, list_class: ListClass = ListClass.DUTY, **more: str) -> DutyLine:
    """A line of the lists."""
    return DutyLine(list_class, "1", name, **more)
