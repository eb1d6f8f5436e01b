"""
The writes of a plan, those of long lists column by column.

A list of 300 people is 5,400 cells. They are planned and rendered as columns of values; a Write, and where
its value is from, is made for a cell only when somebody looks at it. That is half of what made filling a
county's villages eight times faster (bench/bulk.py).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import overload

from qingzhuang.engine.fill.plan import Write
from qingzhuang.engine.know.profile import Claim
from qingzhuang.engine.values.domain import Written


@dataclass(frozen=True, slots=True)
class FilledColumn:
    """
    One column of a list. values: what its records get, from the first to the last; None: nothing.
    claim_of: where the value of the how-manyth record is from.
    """

    column: int
    values: Sequence[Written | None]
    claim_of: Callable[[int], Claim | None]


@dataclass(frozen=True, slots=True)
class FilledRows:
    """Records of a list. rows: of the finished file, one per record."""

    sheet: str
    rows: Sequence[int]
    columns: Sequence[FilledColumn]

    def __len__(self) -> int:
        return sum(len(one.values) - one.values.count(None) for one in self.columns)

    def __iter__(self) -> Iterator[Write]:
        """The cells row by row."""
        for at, row in enumerate(self.rows):
            for one in self.columns:
                value = one.values[at]
                if value is not None:
                    yield Write(self.sheet, row, one.column, value, one.claim_of(at))


class Writes(Sequence[Write]):
    """Cells to write, each place once, in order. parts: single cells, and records of lists."""

    __slots__ = ("_made", "parts")

    def __init__(self, parts: Sequence[Write | FilledRows]) -> None:
        self.parts = tuple(parts)
        self._made: tuple[Write, ...] | None = None

    @property
    def made(self) -> tuple[Write, ...]:
        """A Write for each cell."""
        if self._made is None:
            self._made = tuple(made_of(self.parts))
        return self._made

    @overload
    def __getitem__(self, index: int) -> Write: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Write, ...]: ...
    def __getitem__(self, index: int | slice) -> Write | tuple[Write, ...]:
        return self.made[index]

    def __iter__(self) -> Iterator[Write]:
        return iter(self.made)

    def __len__(self) -> int:
        return n_cells(self.parts)

    def __eq__(self, other: object) -> bool:
        return self.made == tuple(other) if isinstance(other, tuple | Writes) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.made)

    def __repr__(self) -> str:
        return repr(self.made)


def writes_of(parts: Sequence[Write | FilledRows]) -> Sequence[Write]:
    """The cells of a plan; of a place that is written twice the last word counts, at the first one's turn."""
    parts = [part for part in parts if isinstance(part, Write) or len(part)]
    if any(isinstance(part, FilledRows) for part in parts) and _is_each_once(parts):
        return Writes(parts)
    return tuple({(write.sheet, write.row, write.column): write for write in made_of(parts)}.values())


def made_of(parts: Iterable[Write | FilledRows]) -> Iterator[Write]:
    """A Write for each cell of these parts."""
    for part in parts:
        if isinstance(part, FilledRows):
            yield from part
        else:
            yield part


def n_cells(parts: Iterable[Write | FilledRows]) -> int:
    """How many cells these parts write."""
    return sum(len(part) if isinstance(part, FilledRows) else 1 for part in parts)


def parts_of(writes: Sequence[Write]) -> tuple[list[Write], list[FilledRows]]:
    """Single cells, and records of lists."""
    if not isinstance(writes, Writes):
        return list(writes), []
    lists = [part for part in writes.parts if isinstance(part, FilledRows)]
    return [part for part in writes.parts if isinstance(part, Write)], lists


def values_in(writes: Sequence[Write], sheet: str, columns: Collection[int]) -> set[Written]:
    """The different values that are written into these columns."""
    loose, lists = parts_of(writes)
    found = {write.value for write in loose if write.sheet == sheet and write.column in columns}
    own = [one for rows in lists if rows.sheet == sheet for one in rows.columns if one.column in columns]
    return found | {value for one in own for value in set(one.values) if value is not None}


def _is_each_once(parts: Sequence[Write | FilledRows]) -> bool:
    """Whether surely no two of these parts meet in one cell."""
    loose = [(part.sheet, part.row, part.column) for part in parts if isinstance(part, Write)]
    lists = [part for part in parts if isinstance(part, FilledRows)]
    areas = [(one.sheet, set(one.rows), {each.column for each in one.columns}) for one in lists]
    are_apart = all(
        one[0] != other[0] or one[1].isdisjoint(other[1]) or one[2].isdisjoint(other[2])
        for one, other in combinations(areas, 2)
    )
    is_even = all(
        len(area[1]) == len(one.rows) and len(area[2]) == len(one.columns)
        for one, area in zip(lists, areas, strict=True)
    )
    is_beside = not any(
        sheet == area[0] and row in area[1] and column in area[2]
        for sheet, row, column in loose
        for area in areas
    )
    return are_apart and is_even and is_beside and len(set(loose)) == len(loose)
