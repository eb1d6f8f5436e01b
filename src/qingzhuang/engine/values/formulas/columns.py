"""Places of cells kept by sheet and column, so that those inside an area are found without a search."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence

from qingzhuang.engine.values.formulas.domain import Area, Place


class PlacesByColumn:
    """A set of places that tells quickly which of them lie in an area."""

    def __init__(self, places: Iterable[tuple[str, int, int]]) -> None:
        self._sheets: dict[str, dict[int, list[int]]] = {}
        for sheet, row, column in set(places):
            self._sheets.setdefault(sheet, {}).setdefault(column, []).append(row)
        for columns in self._sheets.values():
            for rows in columns.values():
                rows.sort()

    def add(self, place: Place) -> None:
        """Add one place that is not yet there."""
        insort(self._sheets.setdefault(place.sheet, {}).setdefault(place.column, []), place.row)

    def within(self, area: Area) -> Iterator[Place]:
        """The places inside an area, column by column."""
        for column, rows in self.crossed(area):
            for row in rows:
                yield Place(area.sheet, row, column)

    def n_within(self, area: Area) -> int:
        """How many places lie inside an area."""
        return sum(len(rows) for _, rows in self.crossed(area))

    def crossed(self, area: Area) -> list[tuple[int, Sequence[int]]]:
        """The columns of an area, each with the rows of the places inside it."""
        columns = self._sheets.get(area.sheet, {})
        wanted: Iterable[int] = columns
        if area.last_column - area.first_column < len(columns):
            wanted = range(area.first_column, area.last_column + 1)
        return [
            (at, rows[bisect_left(rows, area.first_row) : bisect_right(rows, area.last_row)])
            for at in wanted
            if area.first_column <= at <= area.last_column and (rows := columns.get(at))
        ]
