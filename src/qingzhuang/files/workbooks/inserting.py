"""Where rows, areas and references go when rows are inserted."""

import re
from dataclasses import dataclass, replace

from qingzhuang.engine.read.grid import column_letters
from qingzhuang.files.workbooks.formulas import Corner, Reference, rewrite
from qingzhuang.files.workbooks.sheets import Area, area_of

# SUM(D5) over the one sample row means all rows to come. Source: forms drawn with a single data row.
_TOTAL_OF_ONE = r"\b(SUM|COUNT|COUNTA|AVERAGE|MAX|MIN)\((\$?[A-Z]{{1,3}}\$?{row})\)"
_BY_TEXT = re.compile(r"\b(INDIRECT|OFFSET)\s*\(", re.IGNORECASE)
_ADDRESS_IN_TEXT = re.compile(r'"[^"]*\$?[A-Z]{1,3}\$?[0-9]+[^"]*"', re.IGNORECASE)
_ACROSS_SHEETS = re.compile(r"[\w.]+:(?:[\w.]+|'[^']*')!|'[^'!]*:[^'!]*'!")


@dataclass(frozen=True, slots=True)
class Insertion:
    """
    `n` rows inserted below row `after` of a sheet, copies of row `sample`.

    What ends with the last row of the list reaches the last new row; all below moves down. height: rows of
    one record, for records several rows tall: `sample` is the first of them, and `n` a multiple of it.
    """

    sheet: str
    after: int
    n: int
    sample: int
    height: int = 1

    @property
    def sample_rows(self) -> range:
        """The rows of the record that is copied."""
        return range(self.sample, self.sample + self.height)

    @property
    def new_rows(self) -> range:
        """The rows that are added, as numbered afterwards."""
        return range(self.after + 1, self.after + self.n + 1)

    def model_of(self, new: int) -> int:
        """The row of the sample record that a new row is a copy of."""
        return self.sample + (new - self.after - 1) % self.height

    def row(self, row: int) -> int:
        """Where a row goes."""
        return row + self.n if row > self.after else row

    def reaches(self, first: int, last: int) -> bool:
        """Whether rows first to last end with the list, so that they cover the new rows too."""
        return last == self.after and first <= self.sample

    def area(self, area: Area) -> Area:
        """Where an area goes; one that ends with the list grows."""
        last = area[2] + self.n if self.reaches(area[0], area[2]) else self.row(area[2])
        return self.row(area[0]), area[1], last, area[3]

    def areas(self, text: str) -> str:
        """The same for a list of areas, `A1:B4 D7`. One that covers the sample row alone is repeated."""
        written = []
        for reference in text.split():
            area = area_of(reference)
            written.append(area_text(self.area(area)))
            written += self._repeated(area)
        return " ".join(written)

    def _repeated(self, area: Area) -> list[str]:
        """The areas in new rows that follow from one that covers rows of the sample and does not grow."""
        if self.height == 1:
            is_above = area[0] <= self.sample <= area[2] < self.after
            return [area_text((self.after + 1, area[1], self.after + self.n, area[3]))] if is_above else []
        if self.reaches(area[0], area[2]) or area[0] > self.after:
            return []
        first, last = max(area[0], self.sample), min(area[2], self.sample + self.height - 1)
        starts = range(self.after + 1, self.after + self.n + 1, self.height) if first <= last else ()
        return [
            area_text((start + first - self.sample, area[1], start + last - self.sample, area[3]))
            for start in starts
        ]

    def places(self, text: str) -> str:
        """Areas that move and do not grow, `B6 D7:E7`; one that holds the place itself grows all the same."""
        areas = (area_of(reference) for reference in text.split())
        return " ".join(area_text((self.row(a[0]), a[1], self.row(a[2]), a[3])) for a in areas)

    def formula(self, formula: str, *, sheet: str, row: int | None) -> str:
        """
        A formula that stays where it was, or moved down itself.

        sheet, row: where it stood; row None when it stands in no row (names, charts, other sheets).
        """
        if row is not None and self.sample == self.after != row:
            formula = re.sub(_TOTAL_OF_ONE.format(row=self.after), r"\1(\2:\2)", formula)
        return rewrite(formula, lambda reference: self._stayed(reference, sheet=sheet, row=row))

    def copied(self, formula: str, *, to: int) -> str:
        """The sample row's formula as it reads in new row `to`: relative rows go along, fixed ones stay."""
        return rewrite(formula, lambda reference: self._copied(reference, to - self.model_of(to)))

    def _concerns(self, reference: Reference, sheet: str) -> bool:
        return (reference.sheet or sheet).casefold() == self.sheet.casefold()

    def _stayed(self, reference: Reference, *, sheet: str, row: int | None) -> Reference:
        if not self._concerns(reference, sheet):
            return reference
        first, last = reference.first, reference.last
        if last is None:
            return replace(reference, first=replace(first, row=self.row(first.row)))
        # A running total (D$5:D14 in row 14) covers its own row and must not grow; a rank over D$5:D$14 must.
        is_running = row is not None and first.row <= row <= last.row and not last.is_row_fixed
        grows = self.reaches(first.row, last.row) and not is_running
        end = last.row + self.n if grows else self.row(last.row)
        return replace(reference, first=replace(first, row=self.row(first.row)), last=replace(last, row=end))

    def _copied(self, reference: Reference, rows: int) -> Reference:
        concerns = self._concerns(reference, self.sheet)

        def goes(corner: Corner, *, grows: bool) -> Corner:
            if not corner.row:
                return corner
            if corner.is_row_fixed or corner.row > self.after:
                stays = corner.row + self.n if grows else self.row(corner.row)
                return replace(corner, row=stays if concerns else corner.row)
            return replace(corner, row=max(1, corner.row + rows))

        first, last = reference.first, reference.last
        if last is None:
            return replace(reference, first=goes(first, grows=False))
        grows = last.is_row_fixed and self.reaches(first.row, last.row)
        return replace(reference, first=goes(first, grows=False), last=goes(last, grows=grows))


def area_text(area: Area) -> str:
    """`A1:B7`, or `A1` for one cell."""
    first = f"{column_letters(area[1])}{area[0]}"
    return first if area[:2] == area[2:] else f"{first}:{column_letters(area[3])}{area[2]}"


def is_out_of_reach(formula: str) -> bool:
    """Whether a formula names places we cannot move: addresses inside texts, ranges across sheets."""
    if _ACROSS_SHEETS.search(formula):
        return True
    return bool(_BY_TEXT.search(formula) and _ADDRESS_IN_TEXT.search(formula))
