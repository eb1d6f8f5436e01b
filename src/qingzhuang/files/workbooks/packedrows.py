"""Many rows in little memory: packed by the thousand, unpacked where they are looked at."""

import pickle
from collections.abc import Iterator, Sequence
from typing import overload

from qingzhuang.engine.values.domain import Raw

Row = tuple[int, tuple[Raw, ...]]
CHUNK = 1_000  # rows packed together


class PackedRows(Sequence[Row]):
    """
    Rows in chunks of `CHUNK`, the last one shorter. The chunk last looked at stays unpacked.

    chunks: made by `pack_rows`, by this program itself; foreign bytes never come here.
    """

    def __init__(self, chunks: Sequence[bytes], n_rows: int) -> None:
        self._chunks = chunks
        self._n_rows = n_rows
        self._first = 0  # place of the first row that lies open
        self._open: tuple[Row, ...] = ()

    def __len__(self) -> int:
        return self._n_rows

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._n_rows))]
        if 0 <= index - self._first < len(self._open):  # nearly always: rows are looked at in order
            return self._open[index - self._first]
        at = index + self._n_rows if index < 0 else index
        if not 0 <= at < self._n_rows:
            raise IndexError(index)
        return self._chunk(at // CHUNK)[at % CHUNK]

    def __iter__(self) -> Iterator[Row]:
        for number in range(len(self._chunks)):
            yield from self._chunk(number)

    def _chunk(self, number: int) -> tuple[Row, ...]:
        if not self._open or self._first != number * CHUNK:
            self._first, self._open = number * CHUNK, unpack_rows(self._chunks[number])
        return self._open


def pack_rows(rows: Sequence[Row]) -> bytes:
    """Rows as bytes."""
    return pickle.dumps(tuple(rows), protocol=5)


def unpack_rows(chunk: bytes) -> tuple[Row, ...]:
    """Rows from the bytes that `pack_rows` made."""
    rows: tuple[Row, ...] = pickle.loads(chunk)  # noqa: S301 - our own bytes
    return rows
