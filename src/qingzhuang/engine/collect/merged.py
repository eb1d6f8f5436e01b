"""A roster's rows with merged cells spread: over member rows for values, over columns too for headers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.values.domain import Raw

Merge = tuple[int, int, int, int]
Row = tuple[int, tuple[Raw, ...]]


@dataclass(frozen=True, slots=True)
class SpreadSheet:
    """
    rows: as in the sheet, merged cells filled downwards (R-COL-05); columns count from 0 here.

    merges: those that touch a row, by row number, rows and columns from 1 as in Excel. width: columns in
    use.
    """

    name: str
    rows: Sequence[Row]
    merges: Mapping[int, tuple[Merge, ...]]
    width: int

    def merge_at(self, row: int, column: int) -> Merge | None:
        """The merged region that covers a place, if one does. Both count from 1."""
        for merge in self.merges.get(row, ()):
            if merge[1] <= column <= merge[3]:
                return merge
        return None


def spread(sheet: RosterSheet) -> SpreadSheet:
    """The sheet with each merged value standing in every row it covers (in its first column)."""
    width = max((len(values) for _, values in sheet.rows), default=0)
    merges = _by_row(sheet)
    if not merges:
        return SpreadSheet(sheet.name, sheet.rows, {}, width)
    values_at = dict(sheet.rows)
    rows = [
        (number, _filled(values, merges[number], values_at) if number in merges else values)
        for number, values in sheet.rows
    ]
    return SpreadSheet(sheet.name, rows, merges, width)


def _by_row(sheet: RosterSheet) -> dict[int, tuple[Merge, ...]]:
    """
    Merges by the row they touch; only rows that exist, so that a region of a million rows costs nothing.
    """
    found: dict[int, list[Merge]] = defaultdict(list)
    numbers = [number for number, _ in sheet.rows]
    last = numbers[-1] if numbers else 0
    for merge in sheet.merges:
        for number in range(merge[0], min(merge[2], last) + 1):
            found[number].append(merge)
    return {number: tuple(merges) for number, merges in found.items()}


def _filled(
    values: tuple[Raw, ...], merges: tuple[Merge, ...], values_at: Mapping[int, tuple[Raw, ...]]
) -> tuple[Raw, ...]:
    filled = list(values)
    for first_row, first_column, _, _ in merges:
        anchor = values_at.get(first_row, ())
        at = first_column - 1
        if at < len(anchor):
            filled += [None] * (at + 1 - len(filled))
            filled[at] = anchor[at]
    return tuple(filled)


def text_of(raw: Raw) -> str:
    """What a person sees in a cell, without outer white space; "" when empty; dates ISO; 3.0 as 3."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return raw.strip()
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 10**15:
        return str(int(raw))
    if isinstance(raw, date):
        return raw.isoformat()[:10]
    return str(raw)
