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
        self._open: tuple[int, tuple[Row, ...]] = (-1, ())

    def __len__(self) -> int:
        return self._n_rows

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._n_rows))]
        at = index + self._n_rows if index < 0 else index
        if not 0 <= at < self._n_rows:
            raise IndexError(index)
        return self._chunk(at // CHUNK)[at % CHUNK]

    def __iter__(self) -> Iterator[Row]:
        for number in range(len(self._chunks)):
            yield from self._chunk(number)

    def _chunk(self, number: int) -> tuple[Row, ...]:
        if self._open[0] != number:
            self._open = (number, unpack_rows(self._chunks[number]))
        return self._open[1]


def pack_rows(rows: Sequence[Row]) -> bytes:
    """Rows as bytes."""
    return pickle.dumps(tuple(rows), protocol=5)


def unpack_rows(chunk: bytes) -> tuple[Row, ...]:
    """Rows from the bytes that `pack_rows` made."""
    rows: tuple[Row, ...] = pickle.loads(chunk)  # noqa: S301 - our own bytes
    return rows
